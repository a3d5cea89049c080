package dom

// startRule says what "in body" does with a start tag.
type startRule uint8

const (
	startOrdinary startRule = iota
	startBlock              // address, div, ul ...
	startHeading
	startFormatting // but for a and nobr
	startVoid       // area, br, embed, img, keygen, wbr
	startMetadata   // what "in head" has the rules for
	startIgnored
	startOther // has a rule of its own
)

var startRules = func() (t [TagCount]startRule) {
	set := func(rule startRule, tags ...Tag) {
		for _, tag := range tags {
			t[tag] = rule
		}
	}
	set(startBlock, TagAddress, TagArticle, TagAside, TagBlockquote, TagCenter, TagDetails, TagDialog, TagDir, TagDiv,
		TagDL, TagFieldset, TagFigcaption, TagFigure, TagFooter, TagHeader, TagHgroup, TagMain, TagMenu, TagNav, TagOl,
		TagP, TagSearch, TagSection, TagSummary, TagUl)
	set(startHeading, TagH1, TagH2, TagH3, TagH4, TagH5, TagH6)
	set(startFormatting, TagB, TagBig, TagCode, TagEm, TagFont, TagI, TagS, TagSmall, TagStrike, TagStrong, TagTt, TagU)
	set(startVoid, TagArea, TagBr, TagEmbed, TagImg, TagKeygen, TagWbr)
	set(startMetadata, TagBase, TagBasefont, TagBgsound, TagLink, TagMeta, TagNoframes, TagScript, TagStyle,
		TagTemplate, TagTitle)
	set(startIgnored, TagCaption, TagCol, TagColgroup, TagFrame, TagHead, TagTbody, TagTd, TagTfoot, TagTh, TagThead,
		TagTr)
	set(startOther, TagHTML, TagBody, TagFrameset, TagPre, TagListing, TagForm, TagLi, TagDD, TagDT, TagPlaintext,
		TagButton, TagA, TagNobr, TagApplet, TagMarquee, TagObject, TagTable, TagInput, TagParam, TagSource, TagTrack,
		TagHr, TagImage, TagTextarea, TagXmp, TagIframe, TagNoembed, TagNoscript, TagSelect, TagOption, TagOptgroup,
		TagRb, TagRtc, TagRp, TagRt, TagMath, TagSVG)
	return t
}()

// bodyStart handles a start tag in the insertion mode "in body" (WHATWG HTML
// 13.2.6.4.7).
func (p *Parser) bodyStart(tag Tag) {
	switch startRules[tag] {
	case startOrdinary:
		p.reconstruct()
		p.insert(tag)
	case startBlock:
		p.closeP()
		p.insert(tag)
	case startHeading:
		p.closeP()
		if e := p.top(); e.ns == HTML && elementTraits[e.tag]&heading != 0 {
			p.pop(p.at)
		}
		p.insert(tag)
	case startFormatting:
		p.reconstruct()
		p.insertFormatting(tag)
	case startVoid:
		p.reconstruct()
		p.insertVoid(tag)
		p.framesetOK = false
	case startMetadata:
		p.metadata(tag)
	case startIgnored:
	case startOther:
		p.bodyStartOther(tag)
	}
}

// insertFormatting adds a formatting element.
func (p *Parser) insertFormatting(tag Tag) {
	if id := p.insert(tag); p.top().id == id {
		p.addFormatting(id, tag)
	}
}

// bodyStartOther handles the start tags that have a rule of their own.
func (p *Parser) bodyStartOther(tag Tag) {
	switch tag {
	case TagHTML, TagBody, TagFrameset:
		p.structureStart(tag)
	case TagPre, TagListing:
		p.closeP()
		p.insert(tag)
		p.skipLF = p.next
		p.framesetOK = false
	case TagForm:
		p.formStart()
	case TagLi, TagDD, TagDT:
		p.itemStart(tag)
	case TagPlaintext:
		p.closeP()
		p.insertRaw(tag)
	case TagButton:
		if p.inScope(TagButton) {
			p.popTo(int(p.last[TagButton]) - 1)
		}
		p.reconstruct()
		p.insert(tag)
		p.framesetOK = false
	case TagA:
		p.closeA()
		p.reconstruct()
		p.insertFormatting(tag)
	case TagNobr:
		p.reconstruct()
		if p.inScope(TagNobr) {
			p.adoption(TagNobr, p.at)
			p.reconstruct()
		}
		p.insertFormatting(tag)
	case TagApplet, TagMarquee, TagObject:
		p.reconstruct()
		if p.insert(tag); p.top().tag == tag {
			p.addMarker()
		}
		p.framesetOK = false
	case TagTable:
		if !p.tree.Quirks {
			p.closeP()
		}
		if p.insert(tag); p.top().tag == tag {
			p.mode = inTable
		}
		p.framesetOK = false
	case TagParam, TagSource, TagTrack:
		p.insertVoid(tag)
	case TagImage:
		p.reconstruct()
		p.insertVoid(TagImg)
		p.framesetOK = false
	case TagTextarea, TagXmp, TagIframe, TagNoembed, TagNoscript:
		p.rawStart(tag)
	case TagInput, TagHr, TagSelect, TagOption, TagOptgroup:
		p.selectStart(tag)
	case TagRb, TagRtc, TagRp, TagRt:
		p.rubyStart(tag)
	case TagMath:
		p.reconstruct()
		p.insertForeign(MathML, tag)
	case TagSVG:
		p.reconstruct()
		p.insertForeign(SVG, tag)
	}
}

// structureStart handles the tags html, body and frameset where these elements
// exist already.
func (p *Parser) structureStart(tag Tag) {
	if p.fragment || p.isOpen(TagTemplate) {
		return
	}
	switch {
	case tag == TagHTML:
		p.merge(&p.merged[0], p.root)
	case p.body == 0:
	case tag == TagBody:
		p.framesetOK = false
		p.merge(&p.merged[1], p.body)
	case p.framesetOK:
		p.unlink(p.body)
		p.popTo(int(p.position(p.root)))
		p.body = 0
		p.merged[1].attrs = p.merged[1].attrs[:0]
		p.insert(tag)
		p.mode = inFrameset
	}
}

// formStart handles a form tag.
func (p *Parser) formStart() {
	inTemplate := p.isOpen(TagTemplate)
	if p.form != 0 && !inTemplate {
		return
	}
	p.closeP()
	if id := p.insert(TagForm); !inTemplate {
		p.form = id
	}
}

// itemStart handles the tags li, dd and dt, which close an item that is open.
func (p *Parser) itemStart(tag Tag) {
	p.framesetOK = false
	k := p.last[tag]
	if tag != TagLi {
		k = max(p.last[TagDD], p.last[TagDT])
	}
	if k >= p.top().wall() {
		p.popTo(int(k) - 1)
	}
	p.closeP()
	p.insert(tag)
}

// closeA closes an a element that is an active formatting element.
func (p *Parser) closeA() {
	f := p.lastFormatting(TagA)
	if f < 0 {
		return
	}
	id := p.formatting[f].id
	p.adoption(TagA, p.at)
	if f = p.formattingIndex(id); f >= 0 {
		p.removeFormatting(f)
	}
	if k := p.position(id); k != 0 {
		p.remove(int(k) - 1)
	}
}

// rawStart handles the tags of elements that hold raw text.
func (p *Parser) rawStart(tag Tag) {
	switch tag {
	case TagXmp:
		p.closeP()
		p.reconstruct()
		p.framesetOK = false
	case TagTextarea, TagIframe:
		p.framesetOK = false
	case TagNoscript:
		if p.options.Scripting == ScriptingOff {
			p.reconstruct()
			p.insert(tag)
			return
		}
	}
	p.insertRaw(tag)
}

// selectStart handles the tags that treat an open select element in a way of
// their own.
func (p *Parser) selectStart(tag Tag) {
	inSelect := p.inScope(TagSelect)
	switch tag {
	case TagInput, TagSelect:
		if p.fragment && p.context == TagSelect && p.base == 0 {
			return
		}
		if inSelect {
			p.popTo(int(p.last[TagSelect]) - 1)
			if tag == TagSelect {
				return
			}
		}
		p.reconstruct()
		if tag == TagSelect {
			p.insert(tag)
			p.framesetOK = false
			return
		}
		p.insertVoid(tag)
		if !p.isHiddenInput() {
			p.framesetOK = false
		}
	case TagHr:
		p.closeP()
		if inSelect {
			p.generateImpliedEndTags(0)
		}
		p.insertVoid(tag)
		p.framesetOK = false
	case TagOption, TagOptgroup:
		if inSelect {
			except := Tag(0)
			if tag == TagOption {
				except = TagOptgroup
			}
			p.generateImpliedEndTags(except)
		} else if e := p.top(); e.ns == HTML && e.tag == TagOption {
			p.pop(p.at)
		}
		p.reconstruct()
		p.insert(tag)
	}
}

// isHiddenInput reports whether the present start tag has the type hidden.
func (p *Parser) isHiddenInput() bool {
	a := p.tokenAttr(KeyType)
	return a != nil && p.valueIs(a, "hidden")
}

// valueIs reports whether an attribute's value is s, in any case.
func (p *Parser) valueIs(a *Attr, s string) bool {
	value := p.b[a.ValStart:a.ValEnd]
	if len(value) > 16*len(s) {
		return false
	}
	if !inAttribute.plain(value) {
		value = inAttribute.append(nil, value)
	}
	return len(value) == len(s) && hasPrefixFold(value, s)
}

// rubyStart handles the tags of what stands in a ruby element.
func (p *Parser) rubyStart(tag Tag) {
	if p.inScope(TagRuby) {
		except := Tag(0)
		if tag == TagRp || tag == TagRt {
			except = TagRtc
		}
		p.generateImpliedEndTags(except)
	}
	p.insert(tag)
}
