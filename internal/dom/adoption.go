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

// adoptionRound is what one round of the algorithm works on: the part of the
// stack from the formatting element on, lifted off into Parser.lifted.
type adoptionRound struct {
	formatting int // the formatting element in the list of active ones
	bookmark   int // where its copy goes in that list
	block      int // the furthest block in the lifted part
	kept       int // where those between the two begin that stay open, copied
}

// adopt does one round: entry f of the list of active formatting elements is
// open at index at of the stack, and a special element, the furthest block, is
// above it. It reports whether the repair budget allowed that.
func (p *Parser) adopt(f, at int) bool {
	const copies = 8 // more than a round makes
	if !p.maySpend(4*(len(p.open)-at) + MaxFormatting) {
		return false
	}
	if p.elements < copies {
		p.limit(limitRepair)
		return false
	}
	formatting := p.formatting[f].id
	ancestor := p.open[at-1]
	p.lift(at)
	r := adoptionRound{formatting: f, bookmark: f, block: 1}
	for p.lifted[r.block].special() == p.lifted[0].special() {
		r.block++
	}
	furthest := p.lifted[r.block].id
	depth := p.adoptInto(&ancestor, p.copyBetween(&r))
	p.detached(formatting)
	p.mayMake()
	copied := p.newCopy(formatting)
	p.moveChildren(furthest, copied)
	p.appendChild(copied, furthest)
	p.replaceFormatting(r.formatting, r.bookmark, copied)

	// Back on the stack: what was copied, the block, the copy of the formatting
	// element, and what was above the block, which is in that copy now.
	deeper := depth + int32(r.block-r.kept) + 1 - p.lifted[r.block].depth
	for k := r.kept; k <= r.block; k++ {
		p.lifted[k].depth = depth + int32(k-r.kept)
		p.repush(&p.lifted[k])
	}
	e := p.lifted[0]
	e.id, e.depth = copied, p.lifted[r.block].depth+1
	p.repush(&e)
	for k := r.block + 1; k < len(p.lifted); k++ {
		p.lifted[k].depth += deeper
		p.repush(&p.lifted[k])
	}
	return true
}

// copyBetween is the inner loop. Of the elements between the formatting element
// and the furthest block, it copies the innermost that are active formatting
// elements, each copy the parent of the one before, the first that of the block;
// the others leave the stack. It returns the last copy, or the block.
func (p *Parser) copyBetween(r *adoptionRound) (last ID) {
	furthest := p.lifted[r.block].id
	last, r.kept = furthest, r.block
	for inner, k := 1, r.block-1; k > 0; inner, k = inner+1, k-1 {
		node := p.lifted[k].id
		entry := p.formattingIndex(node)
		if inner > 3 && entry >= 0 {
			p.removeFormatting(entry)
			if entry < r.bookmark {
				r.bookmark--
			}
			if entry < r.formatting {
				r.formatting--
			}
			entry = -1
		}
		p.detached(node)
		if entry < 0 {
			continue
		}
		p.mayMake()
		node = p.newCopy(node)
		p.formatting[entry].id = node
		r.kept--
		p.lifted[r.kept] = p.lifted[k]
		p.lifted[r.kept].id = node
		if last == furthest {
			r.bookmark = entry + 1
		}
		p.reparent(last, node)
		last = node
	}
	return last
}

// reparent makes a node the last child of another.
func (p *Parser) reparent(id, parent ID) {
	p.unlink(id)
	p.appendChild(id, parent)
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
