package dom

// order numbers the nodes in document order, after something was moved: it walks
// over the tree and copies each node to its new place. Nodes that were taken out
// of the tree are dropped.
func (p *Parser) order() {
	old := p.nodes
	if cap(p.spare) < len(old) {
		p.spare = make([]Node, len(old))
	}
	nodes := p.spare[:len(old)]
	base, count := p.tree.Base, ID(0)
	p.tree.Base = 0
	for id := ID(0); ; {
		// A node that was copied has its new number in After. Its parent and the
		// sibling before it were, and its first child comes next.
		from, to := &old[id], &nodes[count]
		parent, prev := old[from.Parent].After, old[from.Prev].After
		if id == 0 {
			parent = 0
		}
		if from.Prev == 0 {
			prev = 0
		}
		*to = *from
		to.Parent, to.Prev, to.Next, to.Last, to.After = parent, prev, 0, 0, count+1
		if prev != 0 {
			nodes[prev].Next = count
		}
		if id != 0 {
			nodes[parent].Last = count
		}
		if id == base && id != 0 {
			p.tree.Base = count
		}
		from.After = count
		count++
		if from.First != 0 {
			to.First = count
			id = from.First
			continue
		}
		for id != 0 && old[id].Next == 0 {
			id = old[id].Parent
			nodes[old[id].After].After = count
		}
		if id == 0 {
			break
		}
		id = old[id].Next
	}
	p.tree.Work += 2 * len(old)
	p.nodes, p.spare = nodes[:count], old
}
