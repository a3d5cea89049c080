package render

import "github.com/winnowtext/winnow/document"

// node is a container, a block or an object of the tree that markup formats
// print: what is shown, in the structure it stands in.
type node struct {
	container, block int // -1 for none
	object           *document.Object
	kids             []*node
}

// tree returns the blocks and objects that are shown as a tree.
func (p *page) tree() *node {
	root := &node{container: -1, block: -1}
	open := []*node{root}
	add := func(container int, n *node) {
		var path []int
		for c := container; c >= 0; c = p.doc.Containers[c].Parent {
			path = append(path, c)
		}
		depth := 1
		for depth < len(open) && depth <= len(path) && open[depth].container == path[len(path)-depth] {
			depth++
		}
		open = open[:depth]
		for ; depth <= len(path); depth++ {
			c := &node{container: path[len(path)-depth], block: -1}
			open[depth-1].kids = append(open[depth-1].kids, c)
			open = append(open, c)
		}
		last := open[len(open)-1]
		last.kids = append(last.kids, n)
	}
	for i := 0; i <= len(p.doc.Blocks); i++ {
		for _, o := range p.alone(i) {
			add(o.Container, &node{container: -1, block: -1, object: o})
		}
		if i < len(p.doc.Blocks) && p.roles.Has(p.doc.Blocks[i].Role) {
			add(p.doc.Blocks[i].Container, &node{container: -1, block: i})
		}
	}
	return root
}

// kind returns the kind of the container that n is, ok being false if it is none.
func (p *page) kind(n *node) (k document.ContainerKind, ok bool) {
	if n.container < 0 {
		return 0, false
	}
	return p.doc.Containers[n.container].Kind, true
}

// goesOn reports whether block node b goes on in the paragraph of block node a
// after a line break.
func (p *page) goesOn(a, b *node) bool {
	if a.block < 0 || b.block != a.block+1 {
		return false
	}
	x, y := &p.doc.Blocks[a.block], &p.doc.Blocks[b.block]
	return y.Break && x.Kind == y.Kind && x.Role == y.Role && x.Verdict() != document.Planted &&
		x.Kind != document.Heading && x.Kind != document.Preformatted
}
