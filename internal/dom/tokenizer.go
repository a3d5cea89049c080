package dom

import "bytes"

// token is what the tokenizer hands to a test. The tree builder takes the same
// from the fields of the Parser.
type token struct {
	kind  tokenKind
	data  span // text or comment
	flags Flags
}

type tokenKind uint8

const (
	textToken tokenKind = iota
	startTagToken
	endTagToken
	commentToken
	doctypeToken
)

// run tokenizes the input from i on (WHATWG HTML 13.2.5, from the data state)
// and builds the tree.
func (p *Parser) run(i int) {
	b := p.b
	for i < len(b) {
		if b[i] != '<' || i+1 == len(b) || classes[b[i+1]]&opensTag == 0 {
			if i = p.textRun(i); i == len(b) {
				return
			}
		}
		switch c := b[i+1]; {
		case c == '/':
			i = p.endTagOpen(i)
		case c == '!':
			i = p.markupDeclaration(i)
		case c == '?':
			i = p.bogusComment(i, i+1)
		default:
			i = p.startTag(i)
		}
		if len(p.nodes) >= p.maxNodes || len(p.attrs) >= MaxTreeAttrs {
			p.limit(limitNodes)
			return
		}
	}
}

// textRun reads text that begins at i, hands it on and returns the index of the
// markup behind it. A '<' that opens no markup is text.
func (p *Parser) textRun(i int) int {
	b, start := p.b, i
	for {
		k := bytes.IndexByte(b[i:], '<')
		if i += k; k < 0 || i+1 == len(b) {
			i = len(b)
			break
		}
		if classes[b[i+1]]&opensTag != 0 {
			break
		}
		i++
	}
	p.onText(start, i, 0)
	return i
}

// onText hands on text in which character references are decoded.
func (p *Parser) onText(start, end int, flags Flags) {
	p.at, p.next = start, end
	if p.tokens != nil {
		p.tokens(token{textToken, span{start, end}, flags})
		return
	}
	p.text(pendingText{start, end, flags})
}

// startTag reads the start tag at i, hands it on and returns the index behind it
// and the raw text that may follow it.
func (p *Parser) startTag(i int) int {
	end := p.tagName(i + 1)
	p.attr = len(p.attrs)
	next := end + 1
	if end < len(p.b) && p.b[end] == '>' {
		p.selfClosing = false
	} else if next = p.attributes(end); next < 0 {
		p.attrs = p.attrs[:p.attr]
		return len(p.b)
	}
	p.at, p.next = i, next
	if p.tokens != nil {
		p.tokens(token{kind: startTagToken})
		return next
	}
	p.raw = 0
	p.onStartTag()
	if p.raw != 0 {
		return p.rawText(p.raw, next)
	}
	return next
}

// endTagOpen reads the "</" at i and what follows it (WHATWG HTML 13.2.5.7).
func (p *Parser) endTagOpen(i int) int {
	b := p.b
	if i+2 == len(b) {
		p.onText(i, i+2, 0)
		return i + 2
	}
	if classes[b[i+2]]&alpha != 0 {
		return p.endTag(i)
	}
	if b[i+2] == '>' { // no token at all
		if p.skipLF == i {
			p.skipLF = i + 3
		}
		return i + 3
	}
	return p.bogusComment(i, i+2)
}

// endTag reads the end tag at i, hands it on and returns the index behind it.
func (p *Parser) endTag(i int) int {
	end := p.tagName(i + 2)
	next := end + 1
	if end == len(p.b) || p.b[end] != '>' {
		p.attr = len(p.attrs)
		next = p.attributes(end)
		p.attrs = p.attrs[:p.attr]
		if next < 0 {
			return len(p.b)
		}
	}
	p.at, p.next = i, next
	if p.tokens != nil {
		p.tokens(token{kind: endTagToken})
		return next
	}
	p.onEndTag()
	return next
}

// tagName reads the tag name at i, notes it, and returns the index behind it.
func (p *Parser) tagName(i int) int {
	b := p.b
	word := load8(b, i)
	ends := nameEnds(word)
	name := nameKey{head: keepBytes(word, firstMatch(ends)), size: firstMatch(ends)}
	end := i + name.size
	if ends == 0 || end < len(b) && classes[b[end]]&nameEnd == 0 {
		end = tagNameEnd(b, i)
		name = keyOf(b, i, end)
	}
	if !name.isLower() {
		name = name.toLower()
	}
	tag, hash := tagTable.find(name)
	p.name = span{i, end}
	p.tag = Tag(tag)
	p.nameHash = uint32(hash >> 32)
	return end
}
