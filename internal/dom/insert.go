package dom

// Creating and inserting nodes, WHATWG HTML 13.2.6.1.

// usual reports whether the next node simply goes at the end of the current
// node. The compiler puts it in line where nearly every node passes.
func (p *Parser) usual() bool { return !p.foster && p.top().depth < MaxDepth }

// place returns where the next node goes: at the end of parent, or before the
// sibling if that is not 0; and how deep it is then.
func (p *Parser) place() (parent, before ID, depth int32) {
	e := p.top()
	switch {
	case p.foster && e.ns == HTML && elementTraits[e.tag]&fosterParent != 0:
		return p.fosterPlace()
	case e.depth >= MaxDepth:
		p.limit(limitDepth)
		return p.nodes[e.id].Parent, 0, e.depth
	}
	return e.id, 0, e.depth + 1
}

// fosterPlace is place for a node that may not stand in a table.
func (p *Parser) fosterPlace() (parent, before ID, depth int32) {
	p.moved = true
	table, template := int(p.last[TagTable]), int(p.last[TagTemplate])
	if template > p.base+1 && template > table {
		e := &p.open[template-1]
		return e.id, 0, e.depth + 1
	}
	if table <= p.base+1 {
		e := &p.open[p.base]
		return e.id, 0, e.depth + 1
	}
	e := &p.open[table-1]
	if p.linked(e.id) {
		return p.nodes[e.id].Parent, e.id, e.depth
	}
	e = &p.open[table-2]
	return e.id, 0, e.depth + 1
}

// linked reports whether a node is a child of its parent.
func (p *Parser) linked(id ID) bool {
	n := &p.nodes[id]
	return n.Prev != 0 || p.nodes[n.Parent].First == id
}

// newNode makes a node that has no place yet. The pointer is valid until the
// next node is made.
func (p *Parser) newNode(kind NodeKind, start, end int) (ID, *Node) {
	id := len(p.nodes)
	if id == cap(p.nodes) {
		p.nodes = grow(p.nodes, p.at, len(p.tree.Src))
	}
	p.nodes = p.nodes[:id+1]
	n := &p.nodes[id]
	// Field by field: a composite literal would be built elsewhere and copied in
	// wider words than it was written, for which the processor has to wait.
	*n = Node{}
	n.Start, n.End, n.After = int32(start), int32(end), ID(id+1)
	n.Kind, n.Flags = kind, p.inherited
	return ID(id), n
}

// insertNode puts a new node at the place for the next one and returns how deep
// that is.
func (p *Parser) insertNode(id ID) (depth int32) {
	if p.usual() {
		e := p.top()
		p.appendChild(id, e.id)
		return e.depth + 1
	}
	flat := p.top().depth >= MaxDepth
	parent, before, depth := p.place()
	p.linkBefore(id, parent, before)
	if flat {
		p.nodes[id].Flags |= Flattened
	}
	return depth
}

// appendChild links a node that has no siblings as the last child of parent.
func (p *Parser) appendChild(id, parent ID) {
	nodes := p.nodes
	n, up := &nodes[id], &nodes[parent]
	prev := up.Last
	n.Parent, n.Prev, up.Last = parent, prev, id
	// Without a branch: whether a node is its parent's first cannot be foreseen.
	// The document has no siblings, so its Next may be written to: finish clears it.
	nodes[prev].Next = id
	first := up.First
	if prev == 0 {
		first = id
	}
	up.First = first
}

// linkBefore links a node that has no siblings into the children of parent: in
// front of before, or at their end if that is 0.
func (p *Parser) linkBefore(id, parent, before ID) {
	if before == 0 {
		p.appendChild(id, parent)
		return
	}
	n, next := &p.nodes[id], &p.nodes[before]
	n.Parent, n.Next, n.Prev = parent, before, next.Prev
	next.Prev = id
	if n.Prev != 0 {
		p.nodes[n.Prev].Next = id
	} else {
		p.nodes[parent].First = id
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

// grow returns s with room for at least one more item. It doubles, but not
// beyond what the items that the first done of total bytes made lead to expect,
// so that the arena of a page of tags alone does not end up half empty.
func grow[T any](s []T, done, total int) []T {
	n := len(s)
	expected := int(int64(n) * int64(total) / int64(done+1) / 16 * 17)
	size := max(n+n/8, min(expected, 2*n)) + 256
	return append(make([]T, 0, size), s...)
}

// newElement makes an element for the present start tag.
func (p *Parser) newElement(ns Namespace, tag Tag) (ID, *Node) {
	id, n := p.newNode(ElementNode, p.at, p.next)
	n.Tag, n.NS = tag, ns
	n.attr, n.attrs = int32(p.attr), uint16(len(p.attrs)-p.attr)
	return id, n
}

// insert adds an HTML element for the present start tag and makes it the current
// node.
func (p *Parser) insert(tag Tag) ID {
	id, _ := p.newElement(HTML, tag)
	p.pushOpen(id, slotOf(HTML, tag, p.nameHash), tag, HTML, p.insertNode(id))
	return id
}

// pushOpen is push, unless too many elements are open: then the element is
// closed at once.
func (p *Parser) pushOpen(id ID, slot uint16, tag Tag, ns Namespace, depth int32) {
	if len(p.open) >= MaxOpen {
		p.limit(limitOpen)
		p.nodes[id].Close = int32(p.next)
		return
	}
	p.push(id, slot, tag, ns, depth)
}

// insertVoid adds an HTML element that has no content.
func (p *Parser) insertVoid(tag Tag) ID {
	id, n := p.newElement(HTML, tag)
	n.Close = n.End
	p.insertNode(id)
	return id
}

// newImplied makes an HTML element that has no start tag here.
func (p *Parser) newImplied(tag Tag) (ID, *Node) {
	id, n := p.newNode(ElementNode, p.at, p.at)
	n.Tag = tag
	n.Flags |= Implied
	n.attr = int32(len(p.attrs))
	return id, n
}

// insertImplied adds an HTML element that has no start tag here, and makes it
// the current node.
func (p *Parser) insertImplied(tag Tag) ID {
	id, _ := p.newImplied(tag)
	p.pushOpen(id, uint16(tag), tag, HTML, p.insertNode(id))
	return id
}

// newCopy makes an element like a formatting element, for the same start tag.
func (p *Parser) newCopy(id ID) ID {
	copied, n := p.newNode(ElementNode, 0, 0)
	from := &p.nodes[id]
	n.Tag, n.Start, n.End, n.attr, n.attrs = from.Tag, from.Start, from.End, from.attr, from.attrs
	n.Flags |= Implied
	return copied
}

// insertText adds text. It extends the text before it if that ends where this
// begins.
func (p *Parser) insertText(t pendingText, flags Flags) {
	if t.start == t.end {
		return
	}
	flags |= t.flags
	if p.usual() && p.textEnd != t.start {
		p.textEnd = t.end
		id, n := p.newNode(TextNode, t.start, t.end)
		n.Flags |= flags
		p.appendChild(id, p.top().id)
		return
	}
	parent, before, _ := p.place()
	if p.textEnd == t.start && p.extendText(t, flags, parent, before) {
		return
	}
	p.textEnd = t.end
	id, n := p.newNode(TextNode, t.start, t.end)
	n.Flags |= flags
	p.linkBefore(id, parent, before)
}

// extendText makes text part of the text node it would stand behind, if that
// ends where it begins.
func (p *Parser) extendText(t pendingText, flags Flags, parent, before ID) bool {
	prev := p.nodes[parent].Last
	if before != 0 {
		prev = p.nodes[before].Prev
	}
	n := &p.nodes[prev]
	if n.Kind != TextNode || int(n.End) != t.start || (n.Flags^flags)&(RawText|KeepNUL) != 0 {
		return false
	}
	n.End, p.textEnd = int32(t.end), t.end
	n.Flags |= flags
	return true
}

// insertComment adds a comment whose data is s to parent.
func (p *Parser) insertComment(s span, parent ID) {
	id, _ := p.newNode(CommentNode, s.start, s.end)
	p.linkBefore(id, parent, 0)
}
