package dom

import "bytes"

// rawText reads the raw text at i up to the end tag of the present element,
// whose name is tag, and closes it (WHATWG HTML 13.2.5.2 to 13.2.5.5 and
// 13.2.6.4.8). It returns the index behind the end tag.
func (p *Parser) rawText(tag Tag, i int) int {
	var end int
	switch tag {
	case TagNoscript:
		if p.options.Scripting == NoscriptFragments {
			return p.noscript(i)
		}
		end = rawEnd(p.b, i, "noscript")
	case TagPlaintext: // stays open, and formatting elements are opened in it
		if end = len(p.b); i < end {
			p.at, p.next = i, end
			p.text(pendingText{i, end, RawText})
		}
		return end
	case TagScript:
		end = scriptEnd(p.b, i)
	default:
		end = rawEnd(p.b, i, tagNames[tag])
	}
	if tag == TagTextarea {
		i = skipNewline(p.b[:end], i)
	}
	p.onRawText(tag, i, end)
	if end == len(p.b) {
		p.at = end
		p.pop(end)
		return end
	}
	return p.rawEndTag(end)
}

// onRawText adds the text of an element that holds raw text.
func (p *Parser) onRawText(tag Tag, start, end int) {
	if start == end {
		return
	}
	flags := RawText
	if tag == TagTextarea || tag == TagTitle {
		flags = KeepNUL
	}
	p.at, p.next = start, end
	p.insertText(pendingText{start, end, flags}, 0)
}

// skipNewline returns the index behind the line break at i, or i.
func skipNewline(b []byte, i int) int {
	if i < len(b) && b[i] == '\r' {
		i++
		if i < len(b) && b[i] == '\n' {
			i++
		}
		return i
	}
	if i < len(b) && b[i] == '\n' {
		i++
	}
	return i
}

// rawEndTag reads the end tag at i of the current node, which holds raw text.
func (p *Parser) rawEndTag(i int) int {
	p.attr = len(p.attrs)
	next := p.attributes(p.tagName(i + 2))
	p.attrs = p.attrs[:p.attr]
	if next < 0 { // the input ends in it: no tag
		next = len(p.b)
	}
	p.at, p.next = i, next
	p.pop(next)
	return next
}

// rawEnd returns the index of the first end tag with the given name at or behind
// i, or the length of b.
func rawEnd(b []byte, i int, name string) int {
	for {
		k := bytes.Index(b[i:], []byte("</"))
		if k < 0 {
			return len(b)
		}
		i += k
		if isEndTag(b, i, name) {
			return i
		}
		i += 2
	}
}

// isEndTag reports whether the "</" at i begins an end tag with the given name.
func isEndTag(b []byte, i int, name string) bool {
	end := i + 2 + len(name)
	return end < len(b) && classes[b[end]]&nameEnd != 0 && hasPrefixFold(b[i+2:end], name)
}

// scriptEnd returns the index of the end tag of the script whose text begins at
// i, or the length of b.
func scriptEnd(b []byte, i int) int {
	for {
		k := indexFrom(b, i, '<')
		if k+1 >= len(b) {
			return len(b)
		}
		i = k + 1
		switch b[i] {
		case '/':
			if isEndTag(b, k, "script") {
				return k
			}
		case '!':
			if bytes.HasPrefix(b[i:], []byte("!--")) {
				end, ended := escapedScript(b, i+1)
				if ended {
					return end
				}
				i = end
			}
		}
	}
}

// escapedScript reads a script from the "--" of "<!--" at i on, in the script
// data escaped states (WHATWG HTML 13.2.5.18 to 13.2.5.31): a "<script" in it
// opens a state in which "</script" does not end the element but that state. It
// returns the index of the end tag and true, or the index behind "-->", with
// which the escape ends, and false.
func escapedScript(b []byte, i int) (end int, ended bool) {
	arrow := -1 // the next "-->", once it was looked for
	for double := false; ; {
		k := indexFrom(b, i, '<')
		if arrow < i {
			arrow = len(b)
			if n := bytes.Index(b[i:], []byte("-->")); n >= 0 {
				arrow = i + n
			}
		}
		if arrow < k {
			return arrow + len("-->"), false
		}
		if k == len(b) {
			return k, true
		}
		i = k + 1
		if i < len(b) && b[i] == '/' && isEndTag(b, k, "script") {
			if !double {
				return k, true
			}
			double = false
		} else if !double && isEndTag(b, k-1, "script") {
			double = true
		}
	}
}
