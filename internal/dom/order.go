package dom

// order numbers the nodes in document order, after something was moved: new
// numbers in a walk over the tree, then the nodes copied to their new places.
// Nodes that were taken out of the tree are dropped.
func (p *Parser) order() {
	nodes := p.nodes
	for i := range nodes {
		nodes[i].After = -1
	}
	// After serves as the new number of a node until the nodes are copied.
	count := ID(0)
	for id := ID(0); ; {
		nodes[id].After = count
		count++
		if nodes[id].First != 0 {
			id = nodes[id].First
			continue
		}
		for id != 0 && nodes[id].Next == 0 {
			id = nodes[id].Parent
		}
		if id == 0 {
			break
		}
		id = nodes[id].Next
	}
	if cap(p.spare) < int(count) {
		p.spare = make([]Node, count, int(count)+int(count)/8)
	}
	p.spare = p.spare[:count]
	for i := range nodes {
		n := nodes[i]
		if n.After < 0 {
			continue
		}
		to := n.After
		// The number of no node, 0, stays: it is the document's.
		n.Parent, n.First, n.Last = nodes[n.Parent].After, nodes[n.First].After, nodes[n.Last].After
		n.Prev, n.Next = nodes[n.Prev].After, nodes[n.Next].After
		p.spare[to] = n
	}
	if b := p.tree.Base; b != 0 {
		p.tree.Base = max(nodes[b].After, 0)
	}
	p.nodes, p.spare = p.spare, nodes
	for id := count - 1; id >= 0; id-- {
		n := &p.nodes[id]
		n.After = id + 1
		if n.Last != 0 {
			n.After = p.nodes[n.Last].After
		}
	}
	p.tree.Work += 3 * len(nodes)
}
