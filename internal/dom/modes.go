package dom

// mode is an insertion mode (WHATWG HTML 13.2.4.1). There is no mode "text":
// what stands in an element of raw text is read at once, see Parser.rawText.
type mode uint8

const (
	initial mode = iota
	beforeHTML
	beforeHead
	inHead
	inHeadNoscript
	afterHead
	inBody
	inTable
	inCaption
	inColumnGroup
	inTableBody
	inRow
	inCell
	inTemplate
	afterBody
	inFrameset
	afterFrameset
	afterAfterBody
	afterAfterFrameset
)

// onStartTag handles a start tag (WHATWG HTML 13.2.6, the dispatcher).
func (p *Parser) onStartTag() {
	if p.mode == inBody && p.top().ns == HTML {
		p.bodyStart(p.tag)
		return
	}
	p.flushPending()
	if p.foreignStartTag() && p.foreignStart() {
		return
	}
	for !p.modeStart(p.tag) {
	}
}

// modeStart handles a start tag by the present insertion mode. It reports false
// if the tag is to be handled anew, by a mode it has changed to.
func (p *Parser) modeStart(tag Tag) bool {
	switch p.mode {
	case initial:
		p.tree.Quirks = true
		p.mode = beforeHTML
		return false
	case beforeHTML:
		return p.beforeHTMLStart(tag)
	case beforeHead:
		return p.beforeHeadStart(tag)
	case inHead:
		return p.inHeadStart(tag)
	case inHeadNoscript:
		return p.inHeadNoscriptStart(tag)
	case afterHead:
		return p.afterHeadStart(tag)
	case inTable:
		return p.tableStart(tag)
	case inCaption:
		return p.captionStart(tag)
	case inColumnGroup:
		return p.columnGroupStart(tag)
	case inTableBody:
		return p.tableBodyStart(tag)
	case inRow:
		return p.rowStart(tag)
	case inCell:
		return p.cellStart(tag)
	case inTemplate:
		return p.templateStart(tag)
	case afterBody, afterAfterBody:
		if tag != TagHTML {
			p.backToBody()
			return false
		}
	case inFrameset, afterFrameset, afterAfterFrameset:
		return p.framesetStart(tag)
	}
	p.bodyStart(tag)
	return true
}

// onEndTag handles an end tag.
func (p *Parser) onEndTag() {
	if p.mode == inBody && p.top().ns == HTML {
		p.bodyEnd(p.tag)
		return
	}
	p.flushPending()
	if p.top().ns != HTML && p.foreignEnd() {
		return
	}
	for !p.modeEnd(p.tag) {
	}
}

// modeEnd is modeStart for an end tag.
func (p *Parser) modeEnd(tag Tag) bool {
	switch p.mode {
	case initial:
		p.tree.Quirks = true
		p.mode = beforeHTML
		return false
	case beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead:
		return p.headEnd(tag)
	case inTable:
		return p.tableEnd(tag)
	case inCaption:
		return p.captionEnd(tag)
	case inColumnGroup:
		return p.columnGroupEnd(tag)
	case inTableBody:
		return p.tableBodyEnd(tag)
	case inRow:
		return p.rowEnd(tag)
	case inCell:
		return p.cellEnd(tag)
	case inTemplate:
		if tag == TagTemplate {
			p.endTemplate()
		}
		return true
	case afterBody:
		if tag == TagHTML {
			if !p.fragment {
				p.nodes[p.root].Close = int32(p.next)
				p.mode = afterAfterBody
			}
			return true
		}
		p.backToBody()
		return false
	case afterAfterBody:
		p.backToBody()
		return false
	case inFrameset, afterFrameset, afterAfterFrameset:
		p.framesetEnd(tag)
		return true
	}
	p.bodyEnd(tag)
	return true
}

// backToBody goes on in the body after what seemed its end.
func (p *Parser) backToBody() {
	p.mode = inBody
	p.moved = p.moved || p.tailed
}

// commentNode adds a comment.
func (p *Parser) commentNode(data span) {
	p.flushPending()
	switch p.mode {
	case initial, beforeHTML:
		p.insertComment(data, 0)
	case afterAfterBody:
		p.tailed = true
		p.insertComment(data, 0)
	case afterAfterFrameset:
		p.moved = true
		p.insertComment(data, 0)
	case afterBody:
		p.tailed = true
		p.insertComment(data, p.rootNode())
	default:
		id, _ := p.newNode(CommentNode, data.start, data.end)
		p.insertNode(id)
	}
}

// rootNode returns the node of the html element, or what stands for it in a
// fragment.
func (p *Parser) rootNode() ID {
	if p.fragment {
		return p.open[p.base].id
	}
	return p.root
}

// doctypeNode adds a DOCTYPE, if one can stand here.
func (p *Parser) doctypeNode(d Doctype) {
	p.flushPending()
	if p.mode != initial {
		return
	}
	p.tree.Doctype = d
	p.tree.Quirks = d.isQuirks(p.b)
	id, _ := p.newNode(DoctypeNode, p.at, p.next)
	p.linkBefore(id, 0, 0)
	p.mode = beforeHTML
}

// endOfFile handles the end of the input: it makes the elements that every page
// has (WHATWG HTML 13.2.6.4, "an end-of-file token").
func (p *Parser) endOfFile() {
	p.flushPending()
	for len(p.templateModes) > 0 && p.isOpen(TagTemplate) {
		p.popTo(int(p.last[TagTemplate]) - 1)
		p.leaveTemplate()
	}
	switch p.mode {
	case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead:
		p.toBody()
	}
}

// resetMode resets the insertion mode appropriately (WHATWG HTML 13.2.4.1).
func (p *Parser) resetMode() {
	k := int(p.top().mode()) - 1
	tag := p.open[k].tag
	last := k == p.base
	if last {
		tag = p.context
		if !p.fragment {
			tag = 0
		}
	}
	switch {
	case (tag == TagTd || tag == TagTh) && !last:
		p.mode = inCell
	case tag == TagTr:
		p.mode = inRow
	case tag == TagTbody, tag == TagThead, tag == TagTfoot:
		p.mode = inTableBody
	case tag == TagCaption:
		p.mode = inCaption
	case tag == TagColgroup:
		p.mode = inColumnGroup
	case tag == TagTable:
		p.mode = inTable
	case tag == TagTemplate:
		p.mode = p.templateModes[len(p.templateModes)-1]
	case tag == TagHead && !last:
		p.mode = inHead
	case tag == TagFrameset:
		p.mode = inFrameset
	case tag == TagHTML && p.head == 0:
		p.mode = beforeHead
	case tag == TagHTML:
		p.mode = afterHead
	default:
		p.mode = inBody
	}
}
