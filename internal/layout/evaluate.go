package layout

import (
	"cmp"
	"slices"

	"github.com/winnowtext/winnow/internal/dom"
)

// style resolves the style sheets and style attributes of a tree.
func (l *Layout) style(t *dom.Tree) {
	s := &l.styles
	s.read(t)
	if s.keep == 0 && !s.marquee {
		return
	}
	s.arm()
	if !s.active {
		return
	}
	s.customs = s.customs[:0]
	clear(s.heads[:])
	s.filters = append(s.filters[:0], openFilter{after: dom.ID(len(t.Nodes))})
	s.masks = append(s.masks[:0], make([]uint64, len(t.Nodes))...)
	m := matcher{s: s, t: t}
	first := state{after: dom.ID(len(t.Nodes)), font: 16, ground: white, assumed: s.external}
	if !s.external {
		first.colour = black
		first.hot = s.hotText(black)
	}
	l.states = append(l.states[:0], first)
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		top := &l.states[len(l.states)-1]
		for top.after <= id {
			s.pop(top.customs)
			l.states = l.states[:len(l.states)-1]
			top = &l.states[len(l.states)-1]
		}
		n := &t.Nodes[id]
		l.Style[id] = top.box | top.text
		if n.Kind == dom.ElementNode && m.needed(id, n, top) {
			l.evaluate(&m, id)
		}
	}
	if s.spent > 0 {
		l.Limits = append(l.Limits, Limit{limitStyles, s.spent, s.spentAt})
	}
}

// needed reports whether something may hide the element at hand otherwise than
// its parent.
func (m *matcher) needed(id dom.ID, n *dom.Node, top *state) bool {
	s := m.s
	if len(s.index) > 0 {
		m.enter(id, n)
	}
	for m.inline < len(s.inline) && s.inline[m.inline].node < id {
		m.inline++
	}
	if top.zone {
		return true
	}
	if m.inline < len(s.inline) && s.inline[m.inline].node == id {
		if does := s.inline[m.inline].trigger; does&triggers != 0 || does != 0 && top.hot {
			return true
		}
	}
	switch n.Tag {
	case dom.TagA:
		if s.linkHot {
			return true
		}
	case dom.TagFont:
		if s.oldFonts {
			return true
		}
	case dom.TagMarquee:
		return true
	}
	if s.oldGround && top.hot && m.t.Find(id, dom.KeyBgColor) != nil {
		return true
	}
	return s.armed && m.triggered(id, top.hot)
}

// evaluate works out the state of an element, and before it those of its
// ancestors that are not known yet.
func (l *Layout) evaluate(m *matcher, id dom.ID) {
	known := l.states[len(l.states)-1].node
	l.path = l.path[:0]
	for p := id; p != known; p = m.t.Nodes[p].Parent {
		l.path = append(l.path, p)
	}
	s, w := m.s, &l.winners
	for i := len(l.path) - 1; i >= 0; i-- {
		p := l.path[i]
		n := &m.t.Nodes[p]
		top := &l.states[len(l.states)-1]
		w.set, w.rule = 0, 0
		customs := len(s.customs)
		if len(s.index) > 0 {
			if len(l.path) > 1 {
				m.name(p, n)
			}
			m.collect(w, p)
		}
		if k := s.inlineOf(p, m.inline); k >= 0 {
			w.apply(s, p, s.inline[k].decls, true, -1, 0)
		}
		st := *top
		st.node, st.after, st.customs = p, n.After, customs
		if w.set != 0 || customs != len(s.customs) || s.needsState(m.t, p, n, top) {
			s.compute(m.t, p, n, w, &st)
		}
		l.Style[p] = st.box | st.text
		if n.First != 0 {
			l.states = append(l.states, st)
		} else {
			s.pop(customs)
		}
	}
}

// inlineOf returns the index of the style attribute of an element, -1 if it has
// none. It is not behind last.
func (s *styles) inlineOf(id dom.ID, last int) int {
	k, ok := slices.BinarySearchFunc(s.inline[:min(last+1, len(s.inline))], id, func(x inlineStyle, id dom.ID) int { return cmp.Compare(x.node, id) })
	if !ok {
		return -1
	}
	return k
}
