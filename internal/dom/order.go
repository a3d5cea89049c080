package dom

// order numbers the nodes in document order, after something was moved: it walks
// over the tree and copies each node to its new place. Nodes that were taken out
// of the tree are dropped.
func (p *Parser) order() {
	old := p.nodes
	if cap(p.spare) < len(old) {
		p.spare = make([]Node, cap(old))
	}
	nodes := p.spare[:len(old)]
	base := p.tree.Base
	p.tree.Base = 0
	var parent, prev, count ID // of the node to be copied: its new links and number
	for id := ID(0); ; {
		from, to := &old[id], &nodes[count]
		*to = *from
		to.Parent, to.Prev, to.Next, to.After = parent, prev, 0, count+1
		if prev != 0 {
			nodes[prev].Next = count
		}
		if id == base && id != 0 {
			p.tree.Base = count
		}
		from.After = count // its new number, for when the walk comes back to it
		at := count
		count++
		if from.First != 0 {
			to.First = count
			parent, prev, id = at, 0, from.First
			continue
		}
		for id != 0 && old[id].Next == 0 {
			id = old[id].Parent
			up := old[id].After
			nodes[up].Last, nodes[up].After = at, count
			at = up
		}
		if id == 0 {
			break
		}
		parent, prev, id = nodes[at].Parent, at, old[id].Next
	}
	p.tree.Work += 2 * len(old)
	p.nodes, p.spare = nodes[:count], old
}
