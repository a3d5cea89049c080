package preload

import "github.com/winnowtext/winnow/document"

// elementName returns the name of the element of React that array i is, as its
// server streams them: ["$", name, key, {properties}]. It is empty if i is none.
func (w *walker) elementName(i int) []byte {
	v := w.r.values
	if i+4 >= len(v) || int(v[i].after) <= i+4 || v[i+1].kind != str || string(w.r.raw(i+1)) != "$" || v[i+2].kind != str {
		return nil
	}
	return w.r.raw(i + 2)
}

// element reports whether array i is an element of React that holds a block of
// text.
func (w *walker) element(i int) (as form, content int, ok bool) {
	v := w.r.values
	as, ok = forms[string(w.elementName(i))]
	if !ok {
		return form{}, 0, false
	}
	props := int(v[i+3].after)
	if !ok || props >= int(v[i].after) || v[props].kind != object {
		return form{}, 0, false
	}
	content = w.r.member(props, "children")
	return as, content, content != 0
}

// node reports whether object i is a node of rich text that holds a block.
func (w *walker) node(i int) (as form, content int, ok bool) {
	kind := w.r.member(i, nodeTypes...)
	if kind == 0 || w.r.values[kind].kind != str {
		return form{}, 0, false
	}
	if as, ok = forms[string(w.r.raw(kind))]; !ok {
		return form{}, 0, false
	}
	content = w.r.member(i, nodeChildren...)
	if content == 0 || w.r.values[content].kind != array {
		return form{}, 0, false
	}
	if style := w.r.member(i, "style", "tag"); style != 0 && w.r.values[style].kind == str {
		if styled, ok := forms[string(w.r.raw(style))]; ok && styled != (form{}) {
			as = styled
		}
	}
	if item := w.r.member(i, "listItem"); item != 0 && w.r.values[item].kind == str {
		as = form{document.ListItem, 1}
	}
	level := w.r.member(i, "level", "depth")
	if attrs := w.r.member(i, "attrs"); level == 0 && attrs != 0 {
		level = w.r.member(attrs, "level")
	}
	if raw := w.r.raw(level); level != 0 && as.kind == document.Heading && len(raw) == 1 && '1' <= raw[0] && raw[0] <= '6' {
		as.level = raw[0] - '0'
	}
	return as, content, true
}

// richText makes the strings in value i one candidate, unless blocks stand in
// it: then these are taken, in its form if they have none of their own.
func (w *walker) richText(i int, as form, depth int) {
	if w.holdsBlocks(i) {
		first := len(w.f.candidates)
		w.visit(i, depth)
		for k := range w.f.candidates[first:] {
			if c := &w.f.candidates[first+k]; c.form == (form{}) {
				c.form = as
			}
		}
		return
	}
	c := candidate{form: as, rich: true, weak: true, depth: depth}
	c.wrap = w.wrap
	if w.f.full(w.from, int(w.r.values[i].start)) || !w.join(&c.text, i) {
		return
	}
	w.f.keep(c)
}

// holdsBlocks reports whether a node that holds a block of text stands in value i.
func (w *walker) holdsBlocks(i int) bool {
	for k := i; k < int(w.r.values[i].after); k++ {
		switch w.r.values[k].kind {
		case array:
			if _, _, ok := w.element(k); ok {
				return true
			}
		case object:
			if _, _, ok := w.node(k); ok {
				return true
			}
		}
	}
	return false
}

// join appends the text of the leaves in value i: bare strings in an array, and
// the members of objects that hold text.
func (w *walker) join(to *text, i int) bool {
	v := &w.r.values[i]
	switch v.kind {
	case str:
		raw := w.r.raw(i)
		if len(raw) > 0 && raw[0] == '$' {
			return true // a reference to another part of a stream
		}
		return w.f.spend(len(raw), w.from, int(v.start)) && to.unwrap(w.from, int(v.start), int(v.end), document.JSONString)
	case array:
		if int(v.after) > i+1 && w.r.values[i+1].kind == str && string(w.r.raw(i+1)) == "$" {
			for k := i + 1; k < int(v.after); k = int(w.r.values[k].after) {
				if children := w.r.member(k, "children"); children != 0 {
					return w.join(to, children)
				}
			}
			return true
		}
		for k := i + 1; k < int(v.after); k = int(w.r.values[k].after) {
			if !w.join(to, k) {
				return false
			}
		}
	case object:
		if k := w.r.member(i, leafTexts...); k != 0 && w.r.values[k].kind == str {
			return w.join(to, k)
		}
		if k := w.r.member(i, nodeChildren...); k != 0 {
			return w.join(to, k)
		}
	}
	return true
}
