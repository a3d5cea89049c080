package layout

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// winners are the declarations that win for one element.
type winners struct {
	set  propSet
	rank [props]uint64
	decl [props]int32
	rule propSet // of these a rule won, not the style attribute
}

// rank orders declarations as the cascade does (CSS Cascading Level 5, section
// 6.1): by importance, then style attribute, layer, specificity, order.
func rank(important, inline bool, layer int32, specificity uint32, order int32) uint64 {
	l := uint64(maxLayers)
	if layer >= 0 {
		l = uint64(layer)
	}
	if important {
		l = maxLayers - l
	}
	r := l<<53>>1 | uint64(min(specificity, 1<<24-1))<<26 | uint64(order)&(1<<26-1)
	if important {
		r |= 1 << 63
	}
	if inline {
		r |= 1 << 62
	}
	return r
}

// apply lets declarations compete.
func (w *winners) apply(s *styles, node dom.ID, decls [2]int32, inline bool, layer int32, specificity uint32) {
	for i := decls[0]; i < decls[1]; i++ {
		d := &s.decls[i]
		r := rank(d.important, inline, layer, specificity, i)
		if d.prop == pCustom {
			if s.vars && s.refers(d.name) && s.step(1, 0) {
				s.push(custom{name: d.name, rank: r, node: node, text: d.value.text})
			}
			continue
		}
		for set, p := d.props(), prop(0); set != 0; set, p = set>>1, p+1 {
			if set&1 == 0 || w.set>>p&1 != 0 && w.rank[p] > r {
				continue
			}
			w.set |= 1 << p
			w.rank[p], w.decl[p] = r, i
			if inline {
				w.rule &^= 1 << p
			} else {
				w.rule |= 1 << p
			}
		}
	}
}

// enter notes the names of the element at hand.
func (m *matcher) enter(id dom.ID, n *dom.Node) {
	s := m.s
	for top := len(s.filters) - 1; s.filters[top].after <= id; top-- {
		s.filters = s.filters[:top]
	}
	m.around = s.filters[len(s.filters)-1].filter
	m.name(id, n)
	if n.First != 0 {
		s.filters = append(s.filters, openFilter{n.After, m.around.with(&m.self)})
	}
}

// name finds the keys of an element.
func (m *matcher) name(id dom.ID, n *dom.Node) {
	s := m.s
	m.self = filter{}
	s.names = s.names[:0]
	see := func(h uint32) {
		m.self.add(h)
		s.names = append(s.names, h)
	}
	see(seedAny)
	attrs := m.t.Attrs(id)
	unknown := false
	for i := range attrs {
		key := attrs[i].Key
		if s.attrs[key>>6]>>(key&63)&1 != 0 && (key != 0 || !unknown) {
			unknown = unknown || key == 0
			see(attrKey(key))
		}
	}
	if n.Tag != 0 {
		see(tagKeys[n.Tag])
	} else {
		see(hashFold(seedTag, m.nameOf(id)))
	}
	if a := m.t.Find(id, dom.KeyID); a != nil {
		see(hashFold(seedID, m.value(a)))
	}
	if a := m.t.Find(id, dom.KeyClass); a != nil {
		v := m.value(a)
		for i := 0; i < len(v); {
			for i < len(v) && isSpace(v[i]) {
				i++
			}
			start := i
			for i < len(v) && !isSpace(v[i]) {
				i++
			}
			if i > start {
				h := hashFold(seedClass, v[start:i])
				s.masks[id] |= 1 << (h >> 24 & 63)
				see(h)
			}
		}
	}
}

// collect finds the declarations of the element named last in the rules.
func (m *matcher) collect(w *winners, id dom.ID) {
	if len(m.s.index) == 0 {
		return
	}
	for _, h := range m.s.names {
		if k := m.s.index.find(h); k >= 0 && m.s.work > 0 {
			m.bucket(w, m.s.index[k].all, id)
		}
	}
}

// triggered reports whether a rule that can hide applies to the element at hand.
func (m *matcher) triggered(id dom.ID, hot bool) bool {
	s := m.s
	for _, h := range s.names {
		k := s.index.find(h)
		if k < 0 {
			continue
		}
		for i := s.index[k].armed; i != 0; i = s.links[i].next {
			r := &s.rules[s.links[i].rule]
			if r.trigger == groundBehind && !hot {
				continue
			}
			if !s.step(1, int(m.t.Nodes[id].Start)) {
				s.work = 0
				return false
			}
			if m.self.has(&r.own) && m.around.has(&r.needs) && m.matches(s.selectors[r.selector].last, id) {
				return true
			}
			if s.work == 0 {
				return false
			}
		}
	}
	return false
}

// bucket lets the rules from i on, which share a key, apply.
func (m *matcher) bucket(w *winners, i int32, id dom.ID) {
	s := m.s
	for ; i != 0; i = s.links[i].next {
		r := &s.rules[s.links[i].rule]
		if !s.step(1, int(m.t.Nodes[id].Start)) {
			s.work = 0
			return
		}
		if !m.self.has(&r.own) || !m.around.has(&r.needs) {
			continue
		}
		sel := &s.selectors[r.selector]
		if !m.matches(sel.last, id) {
			if s.work == 0 {
				return
			}
			continue
		}
		if !s.step(int(r.decls[1]-r.decls[0]), int(m.t.Nodes[id].Start)) {
			s.work = 0
			return
		}
		w.apply(s, id, r.decls, false, r.layer, sel.specificity)
	}
}

// tagKeys are the keys of the elements with a known name.
var tagKeys = func() (t [dom.TagCount]uint32) {
	for tag := range t {
		t[tag] = hashFold(seedTag, []byte(dom.Tag(tag).String()))
	}
	return t
}()

// value returns the winning value of a property; ok is false if there is none.
func (w *winners) value(s *styles, p prop) (v value, ok bool) {
	if w.set>>p&1 == 0 {
		return v, false
	}
	d := &s.decls[w.decl[p]]
	if d.value.kind != raw {
		return d.value, true
	}
	if !s.step(4, 0) {
		return v, false
	}
	text, ok := s.substitute(s.values[0][:0], d.value.text, 0)
	s.values[0] = text
	text = bytes.TrimSpace(text)
	if !ok || containsVar(text) {
		return v, false
	}
	mark, keep, colours := len(s.decls), s.keep, s.colours
	s.expand(decl{prop: d.prop}, text)
	for _, d := range s.decls[mark:] {
		if d.prop == p {
			v = d.value
		}
	}
	s.decls, s.keep, s.colours = s.decls[:mark], keep, colours
	return v, true
}
