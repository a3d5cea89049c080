package dom

// adoption runs the adoption agency algorithm for an end tag (WHATWG HTML
// 13.2.6.4.7), and reports false if the end tag is to be treated like any other.
// What it closes is closed at offset end of the input.
func (p *Parser) adoption(tag Tag, end int) bool {
	e := p.top()
	if e.ns == HTML && e.tag == tag && p.formattingIndex(e.id) < 0 {
		p.pop(end)
		return true
	}
	for range 8 {
		f := p.lastFormatting(tag)
		if f < 0 {
			return false
		}
		id := p.formatting[f].id
		at := p.position(id)
		if at == 0 {
			p.removeFormatting(f)
			return true
		}
		if at < p.top().scope() {
			return true
		}
		if p.top().special() <= at {
			p.popTo(int(at))
			p.pop(end)
			p.removeFormatting(f)
			return true
		}
		if !p.adopt(f, int(at)-1) {
			p.removeFormatting(f)
			return true
		}
	}
	return true
}

// adopt does one round: entry f of the list of active formatting elements is
// open at index at of the stack, and a special element, the furthest block, is
// above it. It reports whether the repair budget allowed that.
//
// The part of the stack above the formatting element is lifted off, changed and
// put back.
func (p *Parser) adopt(f, at int) bool {
	if !p.maySpend(4*(len(p.open)-at)+MaxFormatting) || p.elements < 8 {
		return false
	}
	formatting := p.formatting[f].id
	ancestor := p.open[at-1]
	p.lift(at)
	block := 1
	for p.lifted[block].special() == p.lifted[0].special() {
		block++
	}
	furthest := p.lifted[block].id
	bookmark := f
	last := furthest
	kept := block // entries from here on stay
	for inner, k := 1, block-1; k > 0; inner, k = inner+1, k-1 {
		node := p.lifted[k].id
		entry := p.formattingIndex(node)
		if inner > 3 && entry >= 0 {
			p.removeFormatting(entry)
			if entry < bookmark {
				bookmark--
			}
			if entry < f {
				f--
			}
			entry = -1
		}
		if entry < 0 {
			p.detached(node)
			continue
		}
		p.detached(node)
		p.mayMake()
		node = p.newCopy(node)
		p.formatting[entry].id = node
		kept--
		p.lifted[kept] = p.lifted[k]
		p.lifted[kept].id = node
		if last == furthest {
			bookmark = entry + 1
		}
		p.reparent(last, node)
		last = node
	}
	depth := p.adoptInto(&ancestor, last)
	p.detached(formatting)
	p.mayMake()
	copied := p.newCopy(formatting)
	p.moveChildren(furthest, copied)
	p.linkBefore(copied, furthest, 0)
	p.replaceFormatting(f, bookmark, copied)

	entry := p.lifted[0]
	entry.id = copied
	deeper := depth + int32(block-kept) - p.lifted[block].depth
	for k := kept; k <= block; k++ {
		p.lifted[k].depth = depth + int32(k-kept)
		p.repush(&p.lifted[k])
	}
	entry.depth = p.lifted[block].depth + 1
	p.repush(&entry)
	for k := block + 1; k < len(p.lifted); k++ {
		p.lifted[k].depth += deeper + 1
		p.repush(&p.lifted[k])
	}
	return true
}

// reparent makes a node the last child of another.
func (p *Parser) reparent(id, parent ID) {
	p.unlink(id)
	p.linkBefore(id, parent, 0)
}

// adoptInto moves a node to the place for the next one, as if ancestor were the
// current node, and returns the depth it then has.
func (p *Parser) adoptInto(ancestor *openElement, id ID) (depth int32) {
	p.unlink(id)
	if p.foster && ancestor.ns == HTML && elementTraits[ancestor.tag]&fosterParent != 0 {
		parent, before, depth := p.fosterPlace()
		p.linkBefore(id, parent, before)
		return depth
	}
	if ancestor.depth >= MaxDepth {
		p.limit(limitDepth)
		p.appendChild(id, p.nodes[ancestor.id].Parent)
		return ancestor.depth
	}
	p.appendChild(id, ancestor.id)
	return ancestor.depth + 1
}

// moveChildren gives the children of one node to another, which has none.
func (p *Parser) moveChildren(from, to ID) {
	f, t := &p.nodes[from], &p.nodes[to]
	t.First, t.Last = f.First, f.Last
	f.First, f.Last = 0, 0
	for k := t.First; k != 0; k = p.nodes[k].Next {
		p.nodes[k].Parent = to
		p.tree.Work++
	}
}

// replaceFormatting takes entry f out of the list of active formatting elements
// and puts in a new one for its copy where the bookmark is.
func (p *Parser) replaceFormatting(f, bookmark int, id ID) {
	entry := p.formatting[f]
	entry.id = id
	p.removeFormatting(f)
	if bookmark > f {
		bookmark--
	}
	p.formatting = append(p.formatting, formattingEntry{})
	copy(p.formatting[bookmark+1:], p.formatting[bookmark:])
	p.formatting[bookmark] = entry
}
