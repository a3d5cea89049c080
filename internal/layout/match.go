package layout

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// matcher tests selectors against the elements of a tree.
type matcher struct {
	s *styles
	t *dom.Tree

	inline int    // the first style attribute not before the element at hand
	around filter // of the ancestors of the element at hand
	self   filter // of the element itself
}

// value returns the decoded value of an attribute. Values with references are
// decoded once.
func (m *matcher) value(a *dom.Attr) []byte {
	raw := m.t.Src[a.ValStart:a.ValEnd]
	if bytes.IndexByte(raw, '&') < 0 {
		return m.t.Value(a)
	}
	v, ok := m.s.decoded[a.ValStart]
	if !ok {
		v = m.t.Value(a)
		m.s.decoded[a.ValStart] = v
	}
	return v
}

// nameOf returns the name of an element, in any case.
func (m *matcher) nameOf(id dom.ID) []byte {
	if name := m.t.RawName(id); name != nil {
		return name
	}
	return []byte(m.t.Name(id))
}

// matches reports whether the element matches the compound c and what is to its
// left.
func (m *matcher) matches(c int32, id dom.ID) bool {
	if !m.compound(c, id) {
		return false
	}
	x := &m.s.compounds[c]
	if x.left == 0 {
		return true
	}
	n := &m.t.Nodes[id]
	switch x.how {
	case '>':
		return n.Parent != 0 && m.matches(x.left, n.Parent)
	case ' ':
		for p := n.Parent; p != 0; p = m.t.Nodes[p].Parent {
			if m.matches(x.left, p) {
				return true
			}
			if m.s.work == 0 {
				return false
			}
		}
	case '+', '~':
		for p := n.Prev; p != 0; p = m.t.Nodes[p].Prev {
			if !m.s.step(1, int(n.Start)) {
				return false
			}
			if m.t.Nodes[p].Kind != dom.ElementNode {
				continue
			}
			if m.matches(x.left, p) {
				return true
			}
			if x.how == '+' {
				return false
			}
		}
	}
	return false
}

// compound reports whether the element matches one compound.
func (m *matcher) compound(c int32, id dom.ID) bool {
	if !m.s.step(1, int(m.t.Nodes[id].Start)) {
		m.s.work = 0
		return false
	}
	for i := m.s.compounds[c].first; i != 0; i = m.s.simples[i].next {
		if !m.simple(&m.s.simples[i], id) {
			return false
		}
	}
	return true
}

func (m *matcher) simple(x *simple, id dom.ID) bool {
	n := &m.t.Nodes[id]
	switch x.kind {
	case simpleTag:
		if x.tag != 0 || n.Tag != 0 {
			return x.tag == n.Tag
		}
		return bytes.EqualFold(m.nameOf(id), x.name)
	case simpleID:
		a := m.t.Find(id, dom.KeyID)
		return a != nil && m.same(m.value(a), x.name, m.t.Quirks)
	case simpleClass:
		return m.s.masks[id]>>(x.hash>>24&63)&1 != 0 && m.hasClass(id, x.name)
	case simpleAttr:
		return m.attribute(x, id)
	case simpleRoot:
		return n.Parent == 0
	case simpleEmpty:
		return n.First == 0
	case simpleLink:
		return n.Tag == dom.TagA && m.t.Find(id, dom.KeyHref) != nil
	case simpleNth:
		return m.nth(x, id)
	case simpleNot:
		return !m.any(x.list, id) && m.s.work > 0
	case simpleIs:
		return m.any(x.list, id)
	case simpleHas, simpleHasNot:
		return (m.t.Find(id, x.key) != nil) == (x.kind == simpleHas)
	}
	return false
}

// any reports whether the element matches one of a list of selectors.
func (m *matcher) any(list int32, id dom.ID) bool {
	for ; list != 0; list = m.s.selectors[list].next {
		if sel := &m.s.selectors[list]; !sel.never && m.matches(sel.last, id) {
			return true
		}
		if m.s.work == 0 {
			return false
		}
	}
	return false
}

// same compares two names.
func (m *matcher) same(a, b []byte, fold bool) bool {
	return len(a) == len(b) && (bytes.Equal(a, b) || fold && bytes.EqualFold(a, b))
}

// withoutScripts reports whether a class says that scripts do not run. Scripts
// take it off the root of the page, where they do.
func withoutScripts(class []byte) bool {
	switch string(class) {
	case "no-js", "nojs", "no_js", "js-disabled", "no-javascript":
		return true
	}
	return false
}

func (m *matcher) hasClass(id dom.ID, name []byte) bool {
	a := m.t.Find(id, dom.KeyClass)
	if a == nil {
		return false
	}
	if withoutScripts(name) {
		if tag := m.t.Nodes[id].Tag; tag == dom.TagHTML || tag == dom.TagBody {
			return false
		}
	}
	v := m.value(a)
	if len(v) > 64 && !m.s.step(len(v)/16, int(a.ValStart)) {
		m.s.work = 0
		return false
	}
	for i := 0; i < len(v); {
		for i < len(v) && isSpace(v[i]) {
			i++
		}
		start := i
		for i < len(v) && !isSpace(v[i]) {
			i++
		}
		if m.same(v[start:i], name, m.t.Quirks) && i > start {
			return true
		}
	}
	return false
}

func (m *matcher) attribute(x *simple, id dom.ID) bool {
	var a *dom.Attr
	if x.key != 0 {
		a = m.t.Find(id, x.key)
	} else {
		attrs := m.t.Attrs(id)
		if !m.s.step(len(attrs), int(m.t.Nodes[id].Start)) {
			m.s.work = 0
			return false
		}
		for i := range attrs {
			if attrs[i].Key == 0 && m.t.AttrIs(id, &attrs[i], x.name) {
				a = &attrs[i]
				break
			}
		}
	}
	if a == nil || x.op == 0 {
		return a != nil
	}
	v, want := m.value(a), x.value
	if !m.s.step(len(v)/16, int(a.ValStart)) {
		m.s.work = 0
		return false
	}
	if x.fold || x.name != nil && string(x.name) == "type" {
		v, want = lower(v), lower(want)
	}
	switch x.op {
	case '=':
		return bytes.Equal(v, want)
	case '~':
		for f := range bytes.FieldsSeq(v) {
			if bytes.Equal(f, want) {
				return true
			}
		}
		return false
	case '|':
		return bytes.HasPrefix(v, want) && (len(v) == len(want) || v[len(want)] == '-')
	case '^':
		return len(want) > 0 && bytes.HasPrefix(v, want)
	case '$':
		return len(want) > 0 && bytes.HasSuffix(v, want)
	case '*':
		return len(want) > 0 && bytes.Contains(v, want)
	}
	return false
}

// nth reports whether the element stands where x says among its siblings.
func (m *matcher) nth(x *simple, id dom.ID) bool {
	if x.op == 'o' {
		return m.place(id, false, x.ofType) == 1 && m.place(id, true, x.ofType) == 1
	}
	place := m.place(id, x.fromEnd, x.ofType)
	if place == 0 {
		return false
	}
	d := place - x.b
	if x.a == 0 {
		return d == 0
	}
	return d%x.a == 0 && d/x.a >= 0
}

// place returns the element's place among its siblings, from 1; 0 if that was
// too much work to find out.
func (m *matcher) place(id dom.ID, fromEnd, ofType bool) int32 {
	n := &m.t.Nodes[id]
	place := int32(1)
	next := func(p dom.ID) dom.ID {
		if fromEnd {
			return m.t.Nodes[p].Next
		}
		return m.t.Nodes[p].Prev
	}
	for p := next(id); p != 0; p = next(p) {
		if !m.s.step(1, int(n.Start)) {
			m.s.work = 0
			return 0
		}
		if o := &m.t.Nodes[p]; o.Kind == dom.ElementNode && (!ofType || o.Tag == n.Tag && o.NS == n.NS) {
			place++
		}
	}
	return place
}
