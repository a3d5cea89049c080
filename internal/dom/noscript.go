package dom

// fragmentState is what a fragment has of its own.
type fragmentState struct {
	b                  []byte
	mode               mode
	form               ID
	base               int
	fragment           bool
	context            Tag
	framesetOK, foster bool
	inherited          Flags
	scripting          Scripting
}

// noscript parses what stands in the noscript element that is the current node,
// from i on, as a fragment of its own, and closes the element. It returns the
// index behind its end tag.
func (p *Parser) noscript(i int) int {
	end := rawEnd(p.b, i, "noscript")
	if i < end {
		p.noscriptContent(i, end)
	}
	if end == len(p.b) {
		p.at = end
		p.pop(end)
		return end
	}
	return p.rawEndTag(end)
}

// noscriptContent parses a range of the input as a fragment.
//
// Its stack stands on that of the page: its root is the noscript element once
// more, in a slot that ends every scope, so that nothing in it reaches below.
// Within it scripting is off, which makes a noscript in it an ordinary element:
// its end is not looked for again, and there is no recursion beyond this one.
func (p *Parser) noscriptContent(start, end int) {
	saved := fragmentState{
		p.b, p.mode, p.form, p.base, p.fragment, p.context, p.framesetOK, p.foster, p.inherited, p.options.Scripting,
	}
	modes, formatting := len(p.templateModes), len(p.formatting)
	id := p.top().id
	place := p.nodes[id].After
	p.base = len(p.open)
	p.push(id, slotRoot, TagHTML, HTML, p.top().depth)
	p.b = p.b[:end]
	p.mode, p.form, p.fragment, p.context, p.foster = inBody, 0, true, TagNoscript, false
	p.inherited |= InNoscript
	p.options.Scripting = ScriptingOff
	p.addMarker()

	p.run(start)
	p.at, p.next = end, end
	p.flushPending()
	p.closeAll(p.base + 1)

	root := p.top()
	p.last[root.slot] = root.below
	p.open = p.open[:p.base]
	p.nodes[id].After = place
	p.formatting = p.formatting[:formatting]
	p.templateModes = p.templateModes[:modes]
	p.b, p.mode, p.form, p.base, p.fragment = saved.b, saved.mode, saved.form, saved.base, saved.fragment
	p.context, p.framesetOK, p.foster = saved.context, saved.framesetOK, saved.foster
	p.inherited, p.options.Scripting = saved.inherited, saved.scripting
}
