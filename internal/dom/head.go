package dom

// The insertion modes before the body, WHATWG HTML 13.2.6.4.2 to 13.2.6.4.6.

func (p *Parser) beforeHTMLStart(tag Tag) bool {
	if tag == TagHTML {
		p.root = p.insert(TagHTML)
		p.mode = beforeHead
		return true
	}
	p.makeRoot()
	return false
}

func (p *Parser) beforeHeadStart(tag Tag) bool {
	switch tag {
	case TagHTML:
		p.bodyStart(tag)
		return true
	case TagHead:
		p.head = p.insert(TagHead)
		p.mode = inHead
		return true
	}
	p.makeHead()
	return false
}

func (p *Parser) inHeadStart(tag Tag) bool {
	switch {
	case p.metadata(tag):
	case tag == TagHTML:
		p.bodyStart(tag)
	case tag == TagNoscript:
		if p.options.Scripting != ScriptingOff {
			p.insertRaw(tag)
			break
		}
		p.insert(tag)
		p.mode = inHeadNoscript
	case tag == TagHead:
	default:
		p.leaveHead()
		return false
	}
	return true
}

// metadata handles a start tag that "in head" has rules for and other modes
// refer to, and reports whether the tag is one of those.
func (p *Parser) metadata(tag Tag) bool {
	switch tag {
	case TagBase, TagBasefont, TagBgsound, TagLink, TagMeta:
		id := p.insertVoid(tag)
		if tag == TagBase && p.tree.Base == 0 && p.inherited&(InTemplate|InNoscript) == 0 && p.tokenAttr(KeyHref) != nil {
			p.tree.Base = id
		}
	case TagTitle, TagNoframes, TagStyle, TagScript:
		p.insertRaw(tag)
	case TagTemplate:
		p.startTemplate()
	default:
		return false
	}
	return true
}

// tokenAttr returns an attribute of the present start tag, nil if it has none
// of that name.
func (p *Parser) tokenAttr(key Key) *Attr {
	attrs := p.attrs[p.attr:]
	for i := range attrs {
		if attrs[i].Key == key {
			return &attrs[i]
		}
	}
	return nil
}

// insertRaw adds an element that holds raw text.
func (p *Parser) insertRaw(tag Tag) {
	if p.insert(tag); p.top().tag == tag {
		p.raw = tag
	}
}

func (p *Parser) inHeadNoscriptStart(tag Tag) bool {
	switch tag {
	case TagHTML:
		p.bodyStart(tag)
	case TagBasefont, TagBgsound, TagLink, TagMeta, TagNoframes, TagStyle:
		p.metadata(tag)
	case TagHead, TagNoscript:
	default:
		p.leaveNoscript()
		return false
	}
	return true
}

func (p *Parser) afterHeadStart(tag Tag) bool {
	switch tag {
	case TagHTML:
		p.bodyStart(tag)
	case TagBody:
		p.body = p.insert(tag)
		p.framesetOK = false
		p.mode = inBody
	case TagFrameset:
		p.insert(tag)
		p.mode = inFrameset
	case TagBase, TagBasefont, TagBgsound, TagLink, TagMeta, TagNoframes, TagScript, TagStyle, TagTemplate, TagTitle:
		p.metadataInHead(tag)
	case TagHead:
	default:
		p.makeBody()
		return false
	}
	return true
}

// metadataInHead adds an element to the head although that has ended.
func (p *Parser) metadataInHead(tag Tag) {
	if p.nodes[p.rootNode()].Last != p.head {
		p.moved = true
	}
	end := p.nodes[p.head].Close
	k := len(p.open)
	p.push(p.head, uint16(TagHead), TagHead, HTML, p.top().depth+1)
	p.metadata(tag)
	if len(p.open) == k+1 {
		p.pop(p.at)
	} else {
		// One element stands on it, and stays open.
		p.lift(k)
		p.nodes[p.head].After = ID(len(p.nodes))
		p.relay(1)
		p.moved = true
	}
	p.nodes[p.head].Close = end
}

// headEnd handles an end tag in the modes up to "after head".
func (p *Parser) headEnd(tag Tag) bool {
	switch {
	case tag == TagHead && p.mode == inHead:
		p.pop(p.next)
		p.mode = afterHead
		return true
	case tag == TagNoscript && p.mode == inHeadNoscript:
		p.pop(p.next)
		p.mode = inHead
		return true
	case tag == TagTemplate && (p.mode == inHead || p.mode == afterHead):
		p.endTemplate()
		return true
	case tag == TagBr:
	case tag == TagHead && p.mode <= beforeHead:
	case (tag == TagBody || tag == TagHTML) && p.mode != inHeadNoscript:
	default:
		return true
	}
	p.advance()
	return false
}

// advance goes on to the next mode on the way to the body, making the element
// that should have had a tag.
func (p *Parser) advance() {
	switch p.mode {
	case initial:
		p.tree.Quirks = true
		p.mode = beforeHTML
	case beforeHTML:
		p.makeRoot()
	case beforeHead:
		p.makeHead()
	case inHead:
		p.leaveHead()
	case inHeadNoscript:
		p.leaveNoscript()
	case afterHead:
		p.makeBody()
	}
}

// toBody advances until the body is open.
func (p *Parser) toBody() {
	for p.mode <= afterHead {
		p.advance()
	}
}

func (p *Parser) makeRoot() {
	p.root = p.insertImplied(TagHTML)
	p.mode = beforeHead
}

func (p *Parser) makeHead() {
	p.head = p.insertImplied(TagHead)
	p.mode = inHead
}

func (p *Parser) leaveHead() {
	p.pop(p.at)
	p.mode = afterHead
}

func (p *Parser) leaveNoscript() {
	p.pop(p.at)
	p.mode = inHead
}

func (p *Parser) makeBody() {
	p.body = p.insertImplied(TagBody)
	p.mode = inBody
}

// startTemplate adds a template. Its content is its children.
func (p *Parser) startTemplate() {
	p.insert(TagTemplate)
	if p.top().tag != TagTemplate { // too many elements are open
		return
	}
	p.addMarker()
	p.framesetOK = false
	p.mode = inTemplate
	p.templateModes = append(p.templateModes, inTemplate)
	p.inherited |= InTemplate
}

// endTemplate closes a template.
func (p *Parser) endTemplate() {
	if !p.isOpen(TagTemplate) {
		return
	}
	p.closeAt(p.last[TagTemplate])
	p.leaveTemplate()
}

// leaveTemplate does what is to be done when a template was closed.
func (p *Parser) leaveTemplate() {
	p.clearToMarker()
	p.templateModes = p.templateModes[:len(p.templateModes)-1]
	if !p.anyTemplate() {
		p.inherited &^= InTemplate
	}
	p.resetMode()
}

// anyTemplate reports whether a template is open, in whatever fragment.
func (p *Parser) anyTemplate() bool { return p.last[TagTemplate] != 0 }

// templateStart handles a start tag in the content of a template (13.2.6.4.16).
func (p *Parser) templateStart(tag Tag) bool {
	next := inBody
	switch tag {
	case TagBase, TagBasefont, TagBgsound, TagLink, TagMeta, TagNoframes, TagScript, TagStyle, TagTemplate, TagTitle:
		p.metadata(tag)
		return true
	case TagCaption, TagColgroup, TagTbody, TagTfoot, TagThead:
		next = inTable
	case TagCol:
		next = inColumnGroup
	case TagTr:
		next = inTableBody
	case TagTd, TagTh:
		next = inRow
	}
	p.templateModes[len(p.templateModes)-1] = next
	p.mode = next
	return false
}
