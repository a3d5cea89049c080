package dom

// Creating and inserting nodes, WHATWG HTML 13.2.6.1.

// place returns where the next node goes: at the end of parent, or before the
// sibling if that is not 0.
func (p *Parser) place() (parent, before ID) {
	e := p.top()
	if p.foster && e.ns == HTML && elementTraits[e.tag]&fosterParent != 0 {
		return p.fosterPlace()
	}
	if len(p.open) > MaxDepth {
		return p.flattened(e.id), 0
	}
	return e.id, 0
}

// flattened returns the parent of what would go into an element at the greatest
// depth.
func (p *Parser) flattened(id ID) ID {
	p.limit(LimitDepth)
	p.moved = true
	return p.nodes[id].Parent
}

// fosterPlace returns where a node goes that may not stand in a table.
func (p *Parser) fosterPlace() (parent, before ID) {
	p.moved = true
	table, template := int(p.last[TagTable]), int(p.last[TagTemplate])
	if template > p.base+1 && template > table {
		return p.open[template-1].id, 0
	}
	if table <= p.base+1 {
		return p.open[p.base].id, 0
	}
	id := p.open[table-1].id
	if parent := p.nodes[id].Parent; p.linked(id) {
		return parent, id
	}
	return p.open[table-2].id, 0
}

// linked reports whether a node is a child of its parent.
func (p *Parser) linked(id ID) bool {
	n := &p.nodes[id]
	return n.Prev != 0 || p.nodes[n.Parent].First == id
}

// insertNode adds a node at the place for the next one.
func (p *Parser) insertNode(n Node) ID {
	parent, before := p.place()
	if before != 0 {
		return p.insertBefore(n, parent, before)
	}
	return p.appendNode(n, parent)
}

// appendNode adds a node as the last child of parent.
func (p *Parser) appendNode(n Node, parent ID) ID {
	id := ID(len(p.nodes))
	n.Parent = parent
	n.After = id + 1
	n.Flags |= p.inherited
	up := &p.nodes[parent]
	n.Prev = up.Last
	up.Last = id
	if n.Prev != 0 {
		p.nodes[n.Prev].Next = id
	} else {
		up.First = id
	}
	if len(p.nodes) == cap(p.nodes) {
		p.growNodes()
	}
	p.nodes = append(p.nodes, n)
	return id
}

// insertBefore adds a node before one of the children of parent.
func (p *Parser) insertBefore(n Node, parent, before ID) ID {
	id := ID(len(p.nodes))
	n.Parent = parent
	n.After = id + 1
	n.Flags |= p.inherited
	if len(p.nodes) == cap(p.nodes) {
		p.growNodes()
	}
	p.nodes = append(p.nodes, n)
	p.linkBefore(id, parent, before)
	return id
}

// linkBefore links a node that has no siblings into the children of parent: in
// front of before, or at their end if that is 0.
func (p *Parser) linkBefore(id, parent, before ID) {
	n, up := &p.nodes[id], &p.nodes[parent]
	n.Parent, n.Next = parent, before
	if before != 0 {
		n.Prev = p.nodes[before].Prev
		p.nodes[before].Prev = id
	} else {
		n.Prev = up.Last
		up.Last = id
	}
	if n.Prev != 0 {
		p.nodes[n.Prev].Next = id
	} else {
		up.First = id
	}
}

// unlink takes a node away from its parent.
func (p *Parser) unlink(id ID) {
	n := &p.nodes[id]
	if n.Prev != 0 {
		p.nodes[n.Prev].Next = n.Next
	} else if p.nodes[n.Parent].First == id {
		p.nodes[n.Parent].First = n.Next
	}
	if n.Next != 0 {
		p.nodes[n.Next].Prev = n.Prev
	} else if p.nodes[n.Parent].Last == id {
		p.nodes[n.Parent].Last = n.Prev
	}
	n.Prev, n.Next = 0, 0
	p.moved = true
}

// growNodes makes room for more nodes. It extrapolates from the input so far,
// so that on a page of tags alone the old and the new array are not both big.
func (p *Parser) growNodes() {
	p.nodes = grow(p.nodes, p.at, len(p.tree.Src))
}

// grow returns s with room for at least one more item, by how many items the
// first done of total bytes made.
func grow[T any](s []T, done, total int) []T {
	n := len(s)
	want := n + n/8 + 64
	if done > 0 {
		expected := int(float64(n)*float64(total)/float64(done)*1.04) + 64
		want = max(want, min(expected, 4*n+1024))
		if done > 1<<16 {
			want = max(want, expected)
		}
	}
	return append(make([]T, 0, want), s...)
}

// element returns a node for the present start tag.
func (p *Parser) element(tag Tag, ns Namespace) Node {
	return Node{
		Kind: ElementNode, Tag: tag, NS: ns, Start: int32(p.at), End: int32(p.next),
		attr: int32(p.attr), attrs: uint16(len(p.attrs) - p.attr),
	}
}

// insert adds an HTML element for the present start tag and makes it the current
// node.
func (p *Parser) insert(tag Tag) ID {
	id := p.insertNode(p.element(tag, HTML))
	p.pushOpen(id, slotOf(HTML, tag, p.nameHash), tag, HTML)
	return id
}

// pushOpen is push, unless too many elements are open: then the element is
// closed at once.
func (p *Parser) pushOpen(id ID, slot uint16, tag Tag, ns Namespace) {
	if len(p.open) >= MaxOpen {
		p.limit(LimitOpen)
		p.nodes[id].Close = int32(p.next)
		return
	}
	p.push(id, slot, tag, ns)
}

// insertVoid adds an HTML element that has no content.
func (p *Parser) insertVoid(tag Tag) ID {
	n := p.element(tag, HTML)
	n.Close = n.End
	return p.insertNode(n)
}

// insertImplied adds an HTML element that has no start tag here, and makes it
// the current node.
func (p *Parser) insertImplied(tag Tag) ID {
	at := int32(p.at)
	id := p.insertNode(Node{Kind: ElementNode, Tag: tag, Start: at, End: at, Flags: Implied, attr: int32(len(p.attrs))})
	p.pushOpen(id, uint16(tag), tag, HTML)
	return id
}

// insertText adds text. It extends the text before it if that ends where this
// begins.
func (p *Parser) insertText(t pendingText, flags Flags) {
	if t.start == t.end {
		return
	}
	flags |= t.flags
	parent, before := p.place()
	prev := p.nodes[parent].Last
	if before != 0 {
		prev = p.nodes[before].Prev
	}
	if prev != 0 {
		n := &p.nodes[prev]
		if n.Kind == TextNode && int(n.End) == t.start && (n.Flags^flags)&(RawText|KeepNUL) == 0 {
			n.End = int32(t.end)
			n.Flags |= flags
			return
		}
	}
	n := Node{Kind: TextNode, Start: int32(t.start), End: int32(t.end), Flags: flags}
	if before != 0 {
		p.insertBefore(n, parent, before)
	} else {
		p.appendNode(n, parent)
	}
}

// insertComment adds a comment whose data is s to parent.
func (p *Parser) insertComment(s span, parent ID) {
	p.appendNode(Node{Kind: CommentNode, Start: int32(s.start), End: int32(s.end)}, parent)
}
