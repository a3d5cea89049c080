package dom

// The insertion modes of tables, WHATWG HTML 13.2.6.4.9 to 13.2.6.4.15. Their
// functions report false if the tag is to be handled anew by the mode they have
// changed to.

// clearBackTo closes elements until the current node is one of the tags, a
// template or the root.
func (p *Parser) clearBackTo(tags ...Tag) {
	for len(p.open)-1 > p.base {
		e := p.top()
		if e.ns == HTML {
			if e.tag == TagTemplate || e.tag == TagHTML {
				return
			}
			for _, tag := range tags {
				if e.tag == tag {
					return
				}
			}
		}
		p.pop(p.at)
	}
}

func (p *Parser) clearBackToTable() { p.clearBackTo(TagTable) }
func (p *Parser) clearBackToBody()  { p.clearBackTo(TagTbody, TagTfoot, TagThead) }
func (p *Parser) clearBackToRow()   { p.clearBackTo(TagTr) }

func (p *Parser) tableStart(tag Tag) bool {
	switch tag {
	case TagCaption:
		p.clearBackToTable()
		if p.insert(tag); p.top().tag == tag {
			p.addMarker()
			p.mode = inCaption
		}
	case TagColgroup:
		p.clearBackToTable()
		p.insert(tag)
		p.mode = inColumnGroup
	case TagCol:
		p.clearBackToTable()
		p.insertImplied(TagColgroup)
		p.mode = inColumnGroup
		return false
	case TagTbody, TagTfoot, TagThead:
		p.clearBackToTable()
		p.insert(tag)
		p.mode = inTableBody
	case TagTd, TagTh, TagTr:
		p.clearBackToTable()
		p.insertImplied(TagTbody)
		p.mode = inTableBody
		return false
	case TagTable:
		if !p.inTableScope(TagTable) {
			return true
		}
		p.popTo(int(p.last[TagTable]) - 1)
		p.resetMode()
		return false
	case TagStyle, TagScript, TagTemplate:
		p.metadata(tag)
	case TagForm:
		if p.form == 0 && !p.isOpen(TagTemplate) {
			p.form = p.insertVoid(tag)
		}
	case TagInput:
		if p.isHiddenInput() {
			p.insertVoid(tag)
			return true
		}
		p.fosterStart(tag)
	default:
		p.fosterStart(tag)
	}
	return true
}

// fosterStart handles a start tag that may not stand in a table: what it makes
// goes before the table.
func (p *Parser) fosterStart(tag Tag) {
	p.foster = true
	p.bodyStart(tag)
	p.foster = false
}

func (p *Parser) tableEnd(tag Tag) bool {
	switch tag {
	case TagTable:
		if p.inTableScope(TagTable) {
			p.closeAt(p.last[TagTable])
			p.resetMode()
		}
	case TagBody, TagCaption, TagCol, TagColgroup, TagHTML, TagTbody, TagTd, TagTfoot, TagTh, TagThead, TagTr:
	case TagTemplate:
		p.endTemplate()
	default:
		p.foster = true
		p.bodyEnd(tag)
		p.foster = false
	}
	return true
}

// leaveCaption closes the caption, at offset end, if there is one in scope.
func (p *Parser) leaveCaption(end int) bool {
	if !p.inTableScope(TagCaption) {
		return false
	}
	p.popTo(int(p.last[TagCaption]))
	p.pop(end)
	p.clearToMarker()
	p.mode = inTable
	return true
}

func (p *Parser) captionStart(tag Tag) bool {
	switch tag {
	case TagCaption, TagCol, TagColgroup, TagTbody, TagTd, TagTfoot, TagTh, TagThead, TagTr:
		return !p.leaveCaption(p.at)
	}
	p.bodyStart(tag)
	return true
}

func (p *Parser) captionEnd(tag Tag) bool {
	switch tag {
	case TagCaption:
		p.leaveCaption(p.next)
	case TagTable:
		return !p.leaveCaption(p.at)
	case TagBody, TagCol, TagColgroup, TagHTML, TagTbody, TagTd, TagTfoot, TagTh, TagThead, TagTr:
	default:
		p.bodyEnd(tag)
	}
	return true
}

// leaveColumnGroup closes the column group, at offset end, if it is the current
// node.
func (p *Parser) leaveColumnGroup(end int) bool {
	if e := p.top(); e.ns != HTML || e.tag != TagColgroup {
		return false
	}
	p.pop(end)
	p.mode = inTable
	return true
}

func (p *Parser) columnGroupStart(tag Tag) bool {
	switch tag {
	case TagHTML:
		p.bodyStart(tag)
	case TagCol:
		p.insertVoid(tag)
	case TagTemplate:
		p.metadata(tag)
	default:
		return !p.leaveColumnGroup(p.at)
	}
	return true
}

func (p *Parser) columnGroupEnd(tag Tag) bool {
	switch tag {
	case TagColgroup:
		p.leaveColumnGroup(p.next)
	case TagCol:
	case TagTemplate:
		p.endTemplate()
	default:
		return !p.leaveColumnGroup(p.at)
	}
	return true
}

// leaveTableBody closes the table body, at offset end, if there is one in scope.
func (p *Parser) leaveTableBody(end int) bool {
	if k := max(p.last[TagTbody], p.last[TagThead], p.last[TagTfoot]); k < p.top().table() {
		return false
	}
	p.clearBackToBody()
	p.pop(end)
	p.mode = inTable
	return true
}

func (p *Parser) tableBodyStart(tag Tag) bool {
	switch tag {
	case TagTr:
		p.clearBackToBody()
		p.insert(tag)
		p.mode = inRow
		return true
	case TagTd, TagTh:
		p.clearBackToBody()
		p.insertImplied(TagTr)
		p.mode = inRow
		return false
	case TagCaption, TagCol, TagColgroup, TagTbody, TagTfoot, TagThead:
		return !p.leaveTableBody(p.at)
	}
	return p.tableStart(tag)
}

func (p *Parser) tableBodyEnd(tag Tag) bool {
	switch tag {
	case TagTbody, TagTfoot, TagThead:
		if p.inTableScope(tag) {
			p.leaveTableBody(p.next)
		}
		return true
	case TagTable:
		return !p.leaveTableBody(p.at)
	case TagBody, TagCaption, TagCol, TagColgroup, TagHTML, TagTd, TagTh, TagTr:
		return true
	}
	return p.tableEnd(tag)
}

// leaveRow closes the row, at offset end, if there is one in scope.
func (p *Parser) leaveRow(end int) bool {
	if !p.inTableScope(TagTr) {
		return false
	}
	p.clearBackToRow()
	p.pop(end)
	p.mode = inTableBody
	return true
}

func (p *Parser) rowStart(tag Tag) bool {
	switch tag {
	case TagTd, TagTh:
		p.clearBackToRow()
		if p.insert(tag); p.top().tag == tag {
			p.mode = inCell
			p.addMarker()
		}
		return true
	case TagCaption, TagCol, TagColgroup, TagTbody, TagTfoot, TagThead, TagTr:
		return !p.leaveRow(p.at)
	}
	return p.tableStart(tag)
}

func (p *Parser) rowEnd(tag Tag) bool {
	switch tag {
	case TagTr:
		p.leaveRow(p.next)
		return true
	case TagTable:
		return !p.leaveRow(p.at)
	case TagTbody, TagTfoot, TagThead:
		if !p.inTableScope(tag) {
			return true
		}
		return !p.leaveRow(p.at)
	case TagBody, TagCaption, TagCol, TagColgroup, TagHTML, TagTd, TagTh:
		return true
	}
	return p.tableEnd(tag)
}

// leaveCell closes the cell, at offset end.
func (p *Parser) leaveCell(k uint16, end int) {
	p.popTo(int(k))
	p.pop(end)
	p.clearToMarker()
	p.mode = inRow
}

func (p *Parser) cellStart(tag Tag) bool {
	switch tag {
	case TagCaption, TagCol, TagColgroup, TagTbody, TagTd, TagTfoot, TagTh, TagThead, TagTr:
		k := max(p.last[TagTd], p.last[TagTh])
		if k < p.top().table() {
			return true
		}
		p.leaveCell(k, p.at)
		return false
	}
	p.bodyStart(tag)
	return true
}

func (p *Parser) cellEnd(tag Tag) bool {
	switch tag {
	case TagTd, TagTh:
		if p.inTableScope(tag) {
			p.leaveCell(p.last[tag], p.next)
		}
		return true
	case TagBody, TagCaption, TagCol, TagColgroup, TagHTML:
		return true
	case TagTable, TagTbody, TagTfoot, TagThead, TagTr:
		k := max(p.last[TagTd], p.last[TagTh])
		if !p.inTableScope(tag) || k < p.top().table() {
			return true
		}
		p.leaveCell(k, p.at)
		return false
	}
	p.bodyEnd(tag)
	return true
}

// framesetStart handles a start tag in the frameset modes (13.2.6.4.18 to
// 13.2.6.4.22).
func (p *Parser) framesetStart(tag Tag) bool {
	switch {
	case tag == TagHTML:
		p.bodyStart(tag)
	case tag == TagNoframes:
		p.metadata(tag)
	case p.mode != inFrameset:
	case tag == TagFrameset:
		p.insert(tag)
	case tag == TagFrame:
		p.insertVoid(tag)
	}
	return true
}

// framesetEnd handles an end tag in the frameset modes.
func (p *Parser) framesetEnd(tag Tag) {
	switch {
	case tag == TagFrameset && p.mode == inFrameset:
		if e := p.top(); e.ns != HTML || e.tag != TagFrameset {
			return
		}
		p.pop(p.next)
		if !p.fragment && p.top().tag != TagFrameset {
			p.mode = afterFrameset
		}
	case tag == TagHTML && p.mode == afterFrameset:
		p.mode = afterAfterFrameset
	}
}
