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
	// These are the reasons of elements, attributes and the display and visibility
	// of style attributes.
	Hidden []document.Hiding
	// Style holds the reasons of style rules and of all other properties.
	Style []document.Hiding
	// Position holds where in the markup each node stands.
	Position []document.Position
	// Limits are the limits that bit.
	Limits []Limit

	styles  styles
	states  []state
	winners winners
	path    []dom.ID // the ancestors whose state is about to be worked out
}

// Limit is a limit that bit.
type Limit struct {
	What   string
	Count  int // how often
	Offset int // where in the input first
}

// Resolve computes the layout of t in one pass over its nodes.
func (l *Layout) Resolve(t *dom.Tree) {
	n := len(t.Nodes)
	if cap(l.Hidden) < n {
		l.Hidden = make([]document.Hiding, n+n/4)
	}
	if cap(l.Style) < n {
		l.Style = make([]document.Hiding, n+n/4)
		l.Position = make([]document.Position, n+n/4)
	}
	l.Hidden, l.Style, l.Position = l.Hidden[:n], l.Style[:n], l.Position[:n]
	clear(l.Style)
	clear(l.Position)
	l.Limits = l.Limits[:0]
	l.Hidden[0] = 0
	for id := 1; id < n; id++ {
		node := &t.Nodes[id]
		h := l.Hidden[node.Parent]
		if node.Kind == dom.ElementNode {
			if special[node.Tag] {
				h = hiding(t, dom.ID(id), node, h)
			}
			h = styled(t, t.Attrs(dom.ID(id)), h)
		}
		l.Hidden[id] = h
	}
	l.place(t)
	l.style(t)
}

// special marks the elements that hide what is in them, or show it.
var special = func() (t [dom.TagCount]bool) {
	for _, tag := range []dom.Tag{
		dom.TagNoscript, dom.TagDetails, dom.TagDialog, dom.TagSummary,
		dom.TagAudio, dom.TagVideo, dom.TagCanvas, dom.TagObject,
	} {
		t[tag] = true
	}
	return t
}()

// hiding returns what hides a special element by its name, given what hides its
// parent.
func hiding(t *dom.Tree, id dom.ID, n *dom.Node, h document.Hiding) document.Hiding {
	switch n.Tag {
	case dom.TagNoscript:
		h |= document.Noscript
	case dom.TagDetails, dom.TagDialog:
		if t.Find(id, dom.KeyOpen) == nil {
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
	return h
}

// styled adds what hides an element by its attributes.
func styled(t *dom.Tree, attrs []dom.Attr, h document.Hiding) document.Hiding {
	style := -1
	for i := range attrs {
		switch attrs[i].Key {
		case dom.KeyHidden:
			h |= document.HiddenAttribute
		case dom.KeyStyle:
			style = i
		}
	}
	if style >= 0 {
		h = inline(t.Value(&attrs[style]), h)
	}
	return h
}
