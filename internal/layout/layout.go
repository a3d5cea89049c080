package layout

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// Layout holds what hides each node of a tree. The zero value is ready; it may
// be reused for one tree after another.
type Layout struct {
	// Hidden is indexed by node id. Zero means visible as far as can be told:
	// it errs towards that, for a paragraph wrongly hidden is lost for good,
	// while hidden spam wrongly shown is still caught by its words.
	Hidden []document.Hiding
}

// Resolve computes the layout of t in one pass over its nodes.
func (l *Layout) Resolve(t *dom.Tree) {
	n := len(t.Nodes)
	if cap(l.Hidden) < n {
		l.Hidden = make([]document.Hiding, n+n/4)
	}
	l.Hidden = l.Hidden[:n]
	l.Hidden[0] = 0
	for id := 1; id < n; id++ {
		node := &t.Nodes[id]
		h := l.Hidden[node.Parent]
		if node.Kind == dom.ElementNode {
			h = hiding(t, dom.ID(id), node, h)
		}
		l.Hidden[id] = h
	}
}

// hiding returns what hides an element, given what hides its parent.
func hiding(t *dom.Tree, id dom.ID, n *dom.Node, h document.Hiding) document.Hiding {
	switch n.Tag {
	case dom.TagNoscript:
		h |= document.Noscript
	case dom.TagDetails, dom.TagDialog:
		if _, open := t.AttrBytes(id, dom.KeyOpen); !open {
			h |= document.ClosedDetails
		}
	case dom.TagSummary:
		// A details element shows its summary always.
		if p := t.Node(n.Parent); p.Tag == dom.TagDetails && h&document.ClosedDetails != 0 {
			h &^= document.ClosedDetails
		}
	case dom.TagAudio, dom.TagVideo, dom.TagCanvas, dom.TagObject:
		h |= document.Fallback
	}
	if _, ok := t.AttrBytes(id, dom.KeyHidden); ok {
		h |= document.HiddenAttribute
	}
	if style, ok := t.AttrBytes(id, dom.KeyStyle); ok {
		h = inline(style, h)
	}
	return h
}
