package charset

import "bytes"

// A declaration is looked for in the first prescanBytes of a page, as the HTML
// standard recommends. What a browser does with one that its parser meets later,
// it changes the encoding, is done for one in the first lateBytes, but only if
// nothing else has told the encoding by then.
const (
	prescanBytes = 1 << 10
	lateBytes    = 1 << 16
)

// prescan is the standard's "prescan a byte stream to determine its encoding". It
// returns the label it found in the page and its encoding, unknown if there is
// none or the label is none of the standard's.
func prescan(page []byte) ([]byte, encoding) {
	switch {
	case bytes.HasPrefix(page, []byte("<\x00?\x00x\x00")):
		return []byte("utf-16le"), utf16LE
	case bytes.HasPrefix(page, []byte("\x00<\x00?\x00x")):
		return []byte("utf-16be"), utf16BE
	}
	p := prescanner{page: page}
	var strange []byte // a label that is none of the standard's
	for p.to("<") {
		rest := p.page[p.at:]
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			p.at += len("<!") // the hyphens of "<!-->" are those of its end, too
			p.to("-->")
		case len(rest) > 5 && isWord(rest[:5], "<meta") && (isSpace(rest[5]) || rest[5] == '/'):
			p.at += len("<meta")
			label, e := p.meta()
			if e != unknown {
				return label, e
			}
			if strange == nil {
				strange = label
			}
		case isTag(rest):
			p.skipTo(space | greater)
			for _, _, more := p.attribute(); more; _, _, more = p.attribute() {
				continue // its value may hold a ">"
			}
		case len(rest) > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?'):
			p.to(">")
		default:
			p.at++
		}
	}
	if label, e := xmlEncoding(page); e != unknown {
		return label, e
	}
	return strange, unknown
}

// prescanner is a position in the start of a page. One at the end means that the
// standard's algorithm is over: whatever was not complete counts for nothing.
type prescanner struct {
	page []byte
	at   int
}

// to goes to the next mark, or to the end if there is none.
func (p *prescanner) to(mark string) bool {
	n := bytes.Index(p.page[p.at:], []byte(mark))
	if n < 0 {
		p.at = len(p.page)
		return false
	}
	p.at += n
	return true
}

// meta reads the attributes of a <meta> and returns what it declares.
func (p *prescanner) meta() (label []byte, e encoding) {
	var pragma, needPragma, seenPragma, seenContent, seenCharset bool
	e = unknown
	name, value, more := p.attribute()
	for ; more; name, value, more = p.attribute() {
		switch {
		case isWord(name, "http-equiv") && !seenPragma:
			seenPragma = true
			pragma = isWord(value, "content-type")
		case isWord(name, "content") && !seenContent:
			seenContent = true
			found := contentLabel(value)
			if known := lookup(found); !seenCharset && (known != unknown || label == nil) {
				label, e, needPragma = found, known, true
			}
		case isWord(name, "charset") && !seenCharset:
			seenCharset = true
			label, e, needPragma = value, lookup(value), false
		}
	}
	switch {
	case p.at >= len(p.page) || needPragma && !pragma:
		return nil, unknown
	case e == xUserDefined:
		return label, windows1252
	}
	return label, notUTF16(e)
}

// notUTF16 returns UTF-8 for UTF-16: in UTF-16, nobody could have read an ASCII
// declaration of it.
func notUTF16(e encoding) encoding {
	if e == utf16BE || e == utf16LE {
		return utf8Encoding
	}
	return e
}

// attribute is the standard's "get an attribute". It reports false at the end of
// the tag, where it stays, and at that of the page.
func (p *prescanner) attribute() (name, value []byte, ok bool) {
	page := p.page
	p.skip(space | slash)
	start := p.at
	if p.at < len(page) && page[p.at] == '=' {
		p.at++ // as the first character of a name it is like any other
	}
	p.skipTo(space | slash | equals | greater)
	name = page[start:p.at]
	p.skip(space)
	if len(name) == 0 || p.at >= len(page) || page[p.at] != '=' {
		return name, nil, len(name) > 0 && p.at < len(page)
	}
	p.at++
	p.skip(space)
	if p.at >= len(page) {
		return nil, nil, false
	}
	start = p.at
	if quote := page[p.at]; quote == '"' || quote == '\'' {
		p.at++
		n := bytes.IndexByte(page[p.at:], quote)
		if n < 0 {
			p.at = len(page)
			return nil, nil, false
		}
		p.at += n + 1
		return name, page[start+1 : p.at-1], true
	}
	p.skipTo(space | greater)
	return name, page[start:p.at], p.at < len(page)
}

// Classes of the bytes that end something in a tag.
const (
	space = 1 << iota
	slash
	equals
	greater
)

// classes are the classes of bytes.
var classes = [256]uint8{
	' ': space, '\t': space, '\n': space, '\f': space, '\r': space, '/': slash, '=': equals, '>': greater,
}

// skip goes to the next byte that is of none of the classes.
func (p *prescanner) skip(of uint8) {
	for p.at < len(p.page) && classes[p.page[p.at]]&of != 0 {
		p.at++
	}
}

// skipTo goes to the next byte of one of the classes.
func (p *prescanner) skipTo(of uint8) {
	for p.at < len(p.page) && classes[p.page[p.at]]&of == 0 {
		p.at++
	}
}

// isTag reports whether b begins as a start tag or an end tag does.
func isTag(b []byte) bool {
	b = b[1:]
	if len(b) > 0 && b[0] == '/' {
		b = b[1:]
	}
	return len(b) > 0 && 'a' <= toLower(b[0]) && toLower(b[0]) <= 'z'
}

// contentLabel is the standard's "extracting a character encoding from a meta
// element", applied to the value of a content attribute or of an HTTP header.
func contentLabel[T string | []byte](s T) T {
	for i := 0; ; {
		for ; i < len(s) && !(len(s)-i > 7 && isWord(s[i:i+7], "charset")); i++ {
			continue
		}
		i += len("charset")
		for ; i < len(s) && isSpace(s[i]); i++ {
			continue
		}
		if i >= len(s) {
			return s[:0]
		}
		if s[i] != '=' {
			continue
		}
		for i++; i < len(s) && isSpace(s[i]); i++ {
			continue
		}
		s = s[i:]
		break
	}
	if len(s) > 0 && (s[0] == '"' || s[0] == '\'') {
		for end := 1; end < len(s); end++ {
			if s[end] == s[0] {
				return s[1:end]
			}
		}
		return s[:0]
	}
	for end := range len(s) {
		if isSpace(s[end]) || s[end] == ';' {
			return s[:end]
		}
	}
	return s
}

// xmlEncoding is the standard's "get an XML encoding": the label in an XML
// declaration, which a page may have instead of a <meta>.
func xmlEncoding(page []byte) ([]byte, encoding) {
	declaration, _, ok := bytes.Cut(page, []byte(">"))
	if !ok || !bytes.HasPrefix(declaration, []byte("<?xml")) {
		return nil, unknown
	}
	_, value, _ := bytes.Cut(declaration, []byte("encoding"))
	value, ok = bytes.CutPrefix(trimControls(value), []byte("="))
	value = trimControls(value)
	if !ok || len(value) == 0 || value[0] != '"' && value[0] != '\'' {
		return nil, unknown
	}
	label, _, ok := bytes.Cut(value[1:], value[:1])
	if !ok || bytes.ContainsFunc(label, func(r rune) bool { return r <= ' ' }) {
		return nil, unknown
	}
	return label, notUTF16(lookup(label))
}

// trimControls drops what counts as white space in an XML declaration.
func trimControls(b []byte) []byte {
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	return b
}

// isWord reports whether b is a word that is given in lower case. Unlike
// bytes.EqualFold it knows the letters of ASCII only.
func isWord[T string | []byte](b T, word string) bool {
	if len(b) != len(word) {
		return false
	}
	for i := range len(b) {
		if toLower(b[i]) != word[i] {
			return false
		}
	}
	return true
}
