package dom

// Foreign content, WHATWG HTML 13.2.6.5, and where it is (13.2.6, the
// dispatcher).

// foreignStartTag reports whether the present start tag is handled by the rules
// for foreign content.
func (p *Parser) foreignStartTag() bool {
	e := p.top()
	switch {
	case e.ns == HTML, e.htmlIntegration():
		return false
	case e.textIntegration():
		return p.tag == TagMglyph || p.tag == TagMalignmark
	case e.ns == MathML && e.tag == TagAnnotationXML:
		return p.tag != TagSVG
	}
	return true
}

// htmlIntegration reports whether the element is an HTML integration point.
func (e *openElement) htmlIntegration() bool {
	switch e.ns {
	case SVG:
		return e.tag == TagForeignObject || e.tag == TagDesc || e.tag == TagTitle
	case MathML:
		return e.annotation
	}
	return false
}

// textIntegration reports whether the element is a MathML text integration point.
func (e *openElement) textIntegration() bool {
	if e.ns != MathML {
		return false
	}
	switch e.tag {
	case TagMi, TagMo, TagMn, TagMs, TagMtext:
		return true
	}
	return false
}

// isHTMLAnnotation reports whether an annotation-xml element is an HTML
// integration point, by its encoding.
func (p *Parser) isHTMLAnnotation(id ID) bool {
	n := &p.nodes[id]
	attrs := p.attrs[n.attr : n.attr+int32(n.attrs)]
	for i := range attrs {
		if a := &attrs[i]; a.Key == KeyEncoding {
			return p.valueIs(a, "text/html") || p.valueIs(a, "application/xhtml+xml")
		}
	}
	return false
}

// foreignStart handles a start tag in foreign content. It reports false if the
// tag has ended the foreign content and is now to be handled by the insertion
// mode.
func (p *Parser) foreignStart() bool {
	if elementTraits[p.tag]&breakout != 0 || p.tag == TagFont && p.isFontStyle() {
		p.leaveForeign()
		return false
	}
	p.insertForeign(p.top().ns, p.tag)
	return true
}

// isFontStyle reports whether the present font tag has an attribute that only
// HTML's has.
func (p *Parser) isFontStyle() bool {
	return p.tokenAttr(KeyColor) != nil || p.tokenAttr(KeyFace) != nil || p.tokenAttr(KeySize) != nil
}

// leaveForeign closes foreign elements until the current node is HTML's or one
// in which HTML can stand.
func (p *Parser) leaveForeign() {
	for e := p.top(); len(p.open)-1 > p.base && e.ns != HTML; e = p.top() {
		if e.htmlIntegration() || e.textIntegration() {
			return
		}
		p.pop(p.at)
	}
}

// insertForeign adds a foreign element for the present start tag.
func (p *Parser) insertForeign(ns Namespace, tag Tag) {
	id, n := p.newElement(ns, tag)
	if p.selfClosing {
		n.Close = n.End
		p.insertNode(id)
		return
	}
	p.pushOpen(id, slotOf(ns, tag, p.nameHash), tag, ns, p.insertNode(id))
}

// foreignEnd handles an end tag in foreign content. It reports false if the tag
// is now to be handled by the insertion mode.
func (p *Parser) foreignEnd() bool {
	if p.tag == TagBr || p.tag == TagP {
		p.leaveForeign()
		return false
	}
	if len(p.open)-1 == p.base {
		return true
	}
	e := p.top()
	if k := p.lastNamed(SVG, p.tag, e.html()); k > e.html() {
		p.closeAt(k)
		return true
	}
	return false
}
