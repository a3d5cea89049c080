package dom

// endRule says what "in body" does with an end tag.
type endRule uint8

const (
	endOrdinary endRule = iota // "any other end tag"
	endBlock                   // address, div, ul ...
	endHeading
	endFormatting
	endOther // has a rule of its own
)

var endRules = func() (t [TagCount]endRule) {
	set := func(rule endRule, tags ...Tag) {
		for _, tag := range tags {
			t[tag] = rule
		}
	}
	set(endBlock, TagAddress, TagArticle, TagAside, TagBlockquote, TagButton, TagCenter, TagDetails, TagDialog, TagDir,
		TagDiv, TagDL, TagFieldset, TagFigcaption, TagFigure, TagFooter, TagHeader, TagHgroup, TagListing, TagMain,
		TagMenu, TagNav, TagOl, TagPre, TagSearch, TagSection, TagSelect, TagSummary, TagUl,
		// These are closed in the same way: an end tag closes all above its element.
		TagDD, TagDT)
	set(endHeading, TagH1, TagH2, TagH3, TagH4, TagH5, TagH6)
	set(endFormatting, TagA, TagB, TagBig, TagCode, TagEm, TagFont, TagI, TagNobr, TagS, TagSmall, TagStrike,
		TagStrong, TagTt, TagU)
	set(endOther, TagTemplate, TagBody, TagHTML, TagForm, TagP, TagLi, TagApplet, TagMarquee, TagObject, TagBr)
	return t
}()

// bodyEnd handles an end tag in the insertion mode "in body" (WHATWG HTML
// 13.2.6.4.7).
func (p *Parser) bodyEnd(tag Tag) {
	switch endRules[tag] {
	case endOrdinary:
		p.ordinaryEnd(tag)
	case endBlock:
		if p.inScope(tag) {
			p.closeAt(p.last[tag])
		}
	case endHeading:
		var k uint16
		for h := TagH1; h <= TagH6; h++ {
			k = max(k, p.last[h])
		}
		if k >= p.top().scope() {
			p.closeAt(k)
		}
	case endFormatting:
		if !p.adoption(tag, p.next) {
			p.ordinaryEnd(tag)
		}
	case endOther:
		p.bodyEndOther(tag)
	}
}

// bodyEndOther handles the end tags that have a rule of their own.
func (p *Parser) bodyEndOther(tag Tag) {
	switch tag {
	case TagTemplate:
		p.endTemplate()
	case TagBody, TagHTML:
		if !p.inScope(TagBody) {
			return
		}
		p.nodes[p.open[p.last[TagBody]-1].id].Close = int32(p.next)
		p.mode = afterBody
		if tag == TagHTML {
			p.modeEnd(tag)
		}
	case TagForm:
		p.formEnd()
	case TagP:
		if p.last[TagP] < p.top().button() {
			p.insertImplied(TagP)
		}
		if k := p.last[TagP]; k >= p.top().button() {
			p.closeAt(k)
		}
	case TagLi:
		if k := p.last[TagLi]; k >= p.top().item() {
			p.closeAt(k)
		}
	case TagApplet, TagMarquee, TagObject:
		if p.inScope(tag) {
			p.closeAt(p.last[tag])
			p.clearToMarker()
		}
	case TagBr:
		p.reconstruct()
		id, n := p.newImplied(TagBr)
		n.Close = int32(p.next)
		p.insertNode(id)
		p.framesetOK = false
	}
}

// formEnd handles the end tag of a form, which may be closed while elements in
// it stay open.
func (p *Parser) formEnd() {
	if p.isOpen(TagTemplate) {
		if p.inScope(TagForm) {
			p.closeAt(p.last[TagForm])
		}
		return
	}
	id := p.form
	p.form = 0
	if id <= 0 {
		return
	}
	k := p.position(id)
	if k < p.top().scope() {
		return
	}
	p.generateImpliedEndTags(0)
	if k = p.position(id); int(k) == len(p.open) {
		p.pop(p.next)
		return
	}
	p.remove(int(k) - 1)
}

// ordinaryEnd handles "any other end tag": it closes the topmost element of that
// name unless a special element stands above it.
func (p *Parser) ordinaryEnd(tag Tag) {
	e := p.top()
	if k := p.lastNamed(HTML, tag, e.special()); k > 0 && k >= e.special() {
		p.closeAt(k)
	}
}

// lastNamed returns the index plus one of the topmost element with the name of
// the present tag, 0 if there is none; it need not find one below the limit.
func (p *Parser) lastNamed(ns Namespace, tag Tag, limit uint16) uint16 {
	k := p.last[slotOf(ns, tag, p.nameHash)]
	if tag != 0 {
		return k
	}
	name := p.b[p.name.start:p.name.end]
	for ; k > 0 && k >= limit; k = p.open[k-1].below {
		p.tree.Work++
		start := int(p.nodes[p.open[k-1].id].Start) + 1
		end := start + len(name)
		if end < len(p.b) && classes[p.b[end]]&nameEnd != 0 && equalFold(p.b[start:end], name) {
			return k
		}
	}
	return 0
}
