package dom

// doctype reads the DOCTYPE at i (WHATWG HTML 13.2.5.53 to 13.2.5.68) and returns
// the index behind it.
func (p *Parser) doctype(i int) int {
	b := p.b
	end := doctypeEnd(b, i)
	next := min(end+1, len(b))
	d := parseDoctype(b[:end], i+len("<!doctype"), end == len(b))
	p.at, p.next = i, next
	if p.tokens != nil {
		p.tree.Doctype = d
		p.tokens(token{kind: doctypeToken})
		return next
	}
	p.doctypeNode(d)
	return next
}

// doctypeEnd returns the index of the '>' that ends the DOCTYPE at i, or the
// length of b. None of its states lets a '>' pass, quoted or not.
func doctypeEnd(b []byte, i int) int { return indexFrom(b, i, '>') }

// parseDoctype reads a DOCTYPE from i, behind the keyword, to the end of b; eof
// says that this is the end of the input too.
func parseDoctype(b []byte, i int, eof bool) (d Doctype) {
	d.ForceQuirks = eof
	i = skipSpace(b, i)
	if i == len(b) {
		d.ForceQuirks = true
		return d
	}
	start := i
	for i < len(b) && classes[b[i]]&space == 0 {
		i++
	}
	d.Name, d.HasName = [2]int32{int32(start), int32(i)}, true
	i = skipSpace(b, i)
	if i == len(b) {
		return d
	}
	var ok bool
	switch {
	case hasPrefixFold(b[i:], "public"):
		i = skipSpace(b, i+len("public"))
		if d.Public, i, ok = identifier(b, i); !ok {
			d.HasPublic = d.Public[0] != 0
			d.ForceQuirks = true
			return d
		}
		d.HasPublic = true
		if i = skipSpace(b, i); i == len(b) {
			return d
		}
	case hasPrefixFold(b[i:], "system"):
		if i = skipSpace(b, i+len("system")); i == len(b) {
			d.ForceQuirks = true
			return d
		}
	default:
		d.ForceQuirks = true
		return d
	}
	d.System, i, ok = identifier(b, i)
	d.HasSystem = d.System[0] != 0
	if !ok {
		d.ForceQuirks = true
	} else if skipSpace(b, i) < len(b) {
		d.ForceQuirks = false // what follows is ignored, even if the input ends in it
	}
	return d
}

// identifier reads the quoted identifier at i and returns its range and the index
// behind it. It is not ok if there is none, in which case the range is zero, or
// if it does not end.
func identifier(b []byte, i int) (id [2]int32, next int, ok bool) {
	if i == len(b) || b[i] != '"' && b[i] != '\'' {
		return id, i, false
	}
	end := indexFrom(b, i+1, b[i])
	return [2]int32{int32(i + 1), int32(end)}, end + 1, end < len(b)
}

// isQuirks reports whether a DOCTYPE puts the document in quirks mode (WHATWG
// HTML 13.2.6.4.1).
func (d *Doctype) isQuirks(src []byte) bool {
	get := func(r [2]int32) []byte { return src[r[0]:r[1]] }
	is := func(r [2]int32, s string) bool { return len(get(r)) == len(s) && hasPrefixFold(get(r), s) }
	if d.ForceQuirks || !is(d.Name, "html") ||
		is(d.System, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd") {
		return true
	}
	if !d.HasPublic {
		return false
	}
	if is(d.Public, "-//w3o//dtd w3 html strict 3.0//en//") || is(d.Public, "-/w3c/dtd html 4.0 transitional/en") ||
		is(d.Public, "html") {
		return true
	}
	for _, prefix := range quirksPublic {
		if hasPrefixFold(get(d.Public), prefix) {
			return true
		}
	}
	return !d.HasSystem && (hasPrefixFold(get(d.Public), "-//w3c//dtd html 4.01 frameset//") ||
		hasPrefixFold(get(d.Public), "-//w3c//dtd html 4.01 transitional//"))
}

// quirksPublic are the beginnings of public identifiers of quirks mode.
var quirksPublic = [...]string{
	"+//silmaril//dtd html pro v0r11 19970101//",
	"-//as//dtd html 3.0 aswedit + extensions//",
	"-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
	"-//ietf//dtd html 2.0 level 1//",
	"-//ietf//dtd html 2.0 level 2//",
	"-//ietf//dtd html 2.0 strict level 1//",
	"-//ietf//dtd html 2.0 strict level 2//",
	"-//ietf//dtd html 2.0 strict//",
	"-//ietf//dtd html 2.0//",
	"-//ietf//dtd html 2.1e//",
	"-//ietf//dtd html 3.0//",
	"-//ietf//dtd html 3.2 final//",
	"-//ietf//dtd html 3.2//",
	"-//ietf//dtd html 3//",
	"-//ietf//dtd html level 0//",
	"-//ietf//dtd html level 1//",
	"-//ietf//dtd html level 2//",
	"-//ietf//dtd html level 3//",
	"-//ietf//dtd html strict level 0//",
	"-//ietf//dtd html strict level 1//",
	"-//ietf//dtd html strict level 2//",
	"-//ietf//dtd html strict level 3//",
	"-//ietf//dtd html strict//",
	"-//ietf//dtd html//",
	"-//metrius//dtd metrius presentational//",
	"-//microsoft//dtd internet explorer 2.0 html strict//",
	"-//microsoft//dtd internet explorer 2.0 html//",
	"-//microsoft//dtd internet explorer 2.0 tables//",
	"-//microsoft//dtd internet explorer 3.0 html strict//",
	"-//microsoft//dtd internet explorer 3.0 html//",
	"-//microsoft//dtd internet explorer 3.0 tables//",
	"-//netscape comm. corp.//dtd html//",
	"-//netscape comm. corp.//dtd strict html//",
	"-//o'reilly and associates//dtd html 2.0//",
	"-//o'reilly and associates//dtd html extended 1.0//",
	"-//o'reilly and associates//dtd html extended relaxed 1.0//",
	"-//sq//dtd html 2.0 hotmetal + extensions//",
	"-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
	"-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
	"-//spyglass//dtd html 2.0 extended//",
	"-//sun microsystems corp.//dtd hotjava html//",
	"-//sun microsystems corp.//dtd hotjava strict html//",
	"-//w3c//dtd html 3 1995-03-24//",
	"-//w3c//dtd html 3.2 draft//",
	"-//w3c//dtd html 3.2 final//",
	"-//w3c//dtd html 3.2//",
	"-//w3c//dtd html 3.2s draft//",
	"-//w3c//dtd html 4.0 frameset//",
	"-//w3c//dtd html 4.0 transitional//",
	"-//w3c//dtd html experimental 19960712//",
	"-//w3c//dtd html experimental 970421//",
	"-//w3c//dtd w3 html//",
	"-//w3o//dtd w3 html 3.0//",
	"-//webtechs//dtd mozilla html 2.0//",
	"-//webtechs//dtd mozilla html//",
}
