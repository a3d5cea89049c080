package dom

// pendingText is a run of text: a range of the input, and RawText if it is
// that.
type pendingText struct {
	start, end int
	flags      Flags
}

// text handles character tokens, all those of one run at once.
func (p *Parser) text(t pendingText) {
	if p.mode == inBody && p.top().ns == HTML && t.start != p.skipLF {
		p.bodyText(t)
		return
	}
	if t.start == p.skipLF {
		if t.start = p.skipLineFeed(t); t.start == t.end {
			return
		}
	}
	if e := p.top(); e.ns != HTML && !e.htmlIntegration() && !e.textIntegration() {
		p.foreignText(t)
		return
	}
	p.modeText(t)
}

// modeText handles text by the insertion mode.
func (p *Parser) modeText(t pendingText) {
	switch p.mode {
	case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead:
		p.headText(t)
	case inTable, inTableBody, inRow:
		p.tableText(t)
	case inColumnGroup:
		p.columnGroupText(t)
	case afterBody, afterAfterBody:
		if p.leadingSpace(t) < t.end {
			p.mode = inBody
		}
		p.moved = p.moved || p.tailed
		p.bodyText(t)
	case inFrameset, afterFrameset, afterAfterFrameset:
		p.framesetText(t)
	default:
		p.bodyText(t)
	}
}

// bodyText handles text in the body (WHATWG HTML 13.2.6.4.7).
func (p *Parser) bodyText(t pendingText) {
	if p.b[t.start] == 0 && t.flags&RawText == 0 && p.onlyNUL(t) {
		return
	}
	if len(p.formatting) > 0 {
		p.reconstruct()
	}
	p.insertText(t, 0)
	if p.framesetOK && p.leadingSpace(t) < t.end {
		p.framesetOK = !p.shows(t)
	}
}

// onlyNUL reports whether nothing is left of text in HTML.
func (p *Parser) onlyNUL(t pendingText) bool {
	for _, c := range p.b[t.start:t.end] {
		if c != 0 {
			return false
		}
	}
	return true
}

// shows reports whether text in HTML has a character that is neither white space
// nor NUL.
func (p *Parser) shows(t pendingText) bool {
	for t.start < t.end {
		if p.b[t.start] == 0 {
			t.start++
			continue
		}
		next := p.leadingSpace(t)
		if next == t.start {
			return true
		}
		t.start = next
	}
	return false
}

// foreignText handles text in foreign content.
func (p *Parser) foreignText(t pendingText) {
	p.insertText(t, KeepNUL)
	if p.framesetOK {
		p.framesetOK = !p.shows(t)
	}
}

// headText handles text before the body. White space stays where it is or, before
// the head, is dropped; anything else opens the body.
func (p *Parser) headText(t pendingText) {
	for p.mode <= afterHead {
		lead := p.leadingSpace(t)
		if p.mode >= inHead {
			p.insertText(pendingText{t.start, lead, t.flags}, 0)
		}
		if t.start = lead; t.start == t.end {
			return
		}
		p.at = t.start
		p.advance()
	}
	p.bodyText(t)
}

// leadingSpace returns the index behind the white space that text begins with.
// White space may be written as a reference.
func (p *Parser) leadingSpace(t pendingText) int {
	i := skipSpace(p.b[:t.end], t.start)
	var buf [8]byte
	for i < t.end && p.b[i] == '&' {
		c, n := appendReference(buf[:0], p.b[i:t.end], false)
		if n == 0 || len(c) != 1 || classes[c[0]]&space == 0 {
			break
		}
		i = skipSpace(p.b[:t.end], i+n)
	}
	return i
}

// skipLineFeed returns the index behind the line feed that text begins with, in
// whatever way it is written.
func (p *Parser) skipLineFeed(t pendingText) int {
	if p.b[t.start] == '&' {
		var buf [8]byte
		if c, n := appendReference(buf[:0], p.b[t.start:t.end], false); string(c) == "\n" {
			return t.start + n
		}
	}
	return skipNewline(p.b[:t.end], t.start)
}

// tableText handles text in a table (13.2.6.4.9): it waits for what comes, for
// it is treated as a whole.
func (p *Parser) tableText(t pendingText) {
	if e := p.top(); e.ns == HTML && (elementTraits[e.tag]&fosterParent != 0 || e.tag == TagTemplate) {
		p.pending = append(p.pending, t)
		return
	}
	p.foster = true
	p.bodyText(t)
	p.foster = false
}

// flushPending handles the pending table characters (13.2.6.4.10): they stay in
// the table if all are white space, else they go before it.
func (p *Parser) flushPending() {
	if len(p.pending) == 0 {
		return
	}
	at := p.at
	for _, t := range p.pending {
		p.foster = p.foster || p.shows(t)
	}
	for _, t := range p.pending {
		p.at = t.start
		if p.foster {
			p.bodyText(t)
		} else if !p.onlyNUL(t) {
			p.insertText(t, 0)
		}
	}
	p.pending, p.foster, p.at = p.pending[:0], false, at
}

// columnGroupText handles text in a column group (13.2.6.4.12).
func (p *Parser) columnGroupText(t pendingText) {
	lead := p.leadingSpace(t)
	p.insertText(pendingText{t.start, lead, t.flags}, 0)
	if t.start = lead; t.start == t.end {
		return
	}
	p.at = t.start
	if p.leaveColumnGroup(p.at) {
		p.tableText(t)
	}
}

// framesetText handles text in a frameset and after it: only white space stays.
func (p *Parser) framesetText(t pendingText) {
	if p.mode == afterAfterFrameset {
		p.moved = true
	}
	for t.start < t.end {
		if lead := p.leadingSpace(t); lead > t.start {
			p.insertText(pendingText{t.start, lead, t.flags}, 0)
			t.start = lead
			continue
		}
		t.start++
	}
}
