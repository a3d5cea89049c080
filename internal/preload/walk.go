package preload

import (
	"bytes"
	"slices"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// candidate is text that may be content.
type candidate struct {
	text
	form
	html  bool
	rich  bool // joined from the leaves of rich text
	weak  bool // counts only beside prose: a heading, a short paragraph
	depth int  // of the value that holds it
	words int
	// template is the element whose content this is, 0 if it is of JSON.
	template dom.ID
}

// walker takes candidates from one JSON text.
type walker struct {
	f    *Finder
	r    *reader
	from *text // what r reads
	wrap document.Wrapping
	// nested is how many strings that hold JSON this one stands in.
	nested int
}

// walk reads the JSON at pos of a text and takes candidates from it. It returns
// where reading ended, and whether there was JSON.
func (f *Finder) walk(from *text, pos, end, nested int) (int, bool) {
	r := &f.readers[nested]
	r.budget = f.values
	ok := r.read(from.bytes[:end], pos)
	f.values = r.budget
	if !ok {
		if r.deep {
			f.limit(limitDepth, from, pos)
		} else if r.budget == 0 {
			f.limit(limitValues, from, pos)
		}
		return r.pos, false
	}
	wrap, room := from.wrap.With(document.JSONString)
	if !room {
		return r.pos, true
	}
	w := walker{f: f, r: r, from: from, wrap: wrap, nested: nested}
	w.visit(0, 0)
	return r.pos, true
}

// visit takes candidates from value i.
func (w *walker) visit(i, depth int) {
	v := &w.r.values[i]
	if v.kind == literal || v.kind == str && v.end-v.start < minProseBytes || notContent(w.r.key(i)) {
		return
	}
	switch v.kind {
	case str:
		w.string(i, depth)
	case array:
		name := w.elementName(i)
		if unseen[string(name)] {
			return
		}
		if form, content, ok := w.element(i); ok {
			w.richText(content, form, depth)
			return
		}
		w.children(i, depth)
	case object:
		if form, content, ok := w.node(i); ok {
			w.richText(content, form, depth)
			return
		}
		w.object(i, depth)
	}
}

func (w *walker) children(i, depth int) {
	for k := i + 1; k < int(w.r.values[i].after); k = int(w.r.values[k].after) {
		w.visit(k, depth+1)
	}
}

// maxTable is how many strings an object can have as members; one with more is
// a table of phrases.
const maxTable = 60

// Limits of what stands over a text as its heading.
const (
	maxTitle = 200 // bytes
	richness = 5   // levels between an object and the paragraphs of rich text in it
)

// object takes candidates from the members of an object, with its title before
// them where they are content.
func (w *walker) object(i, depth int) {
	strings := 0
	for k := i + 1; k < int(w.r.values[i].after); k = int(w.r.values[k].after) {
		if w.r.values[k].kind == str {
			strings++
		}
	}
	if strings > maxTable {
		return
	}
	first := len(w.f.candidates)
	w.children(i, depth)
	title := w.r.member(i, titles...)
	if title == 0 || !w.bearsTitle(first, depth) {
		return
	}
	if v := &w.r.values[title]; v.kind != str || v.end == v.start || v.end-v.start > maxTitle {
		return
	}
	last := len(w.f.candidates)
	w.take(title, form{document.Heading, headingLevel}, true, depth)
	if last < len(w.f.candidates) {
		heading := w.f.candidates[last]
		w.f.candidates = slices.Insert(w.f.candidates[:last], first, heading)
	}
}

// bearsTitle reports whether one of the candidates from first on belongs right
// under the title of an object at that depth: a string of its own, or a paragraph
// of rich text in it.
func (w *walker) bearsTitle(first, depth int) bool {
	for k := first; k < len(w.f.candidates); k++ {
		c := &w.f.candidates[k]
		if c.depth == depth+1 || c.rich && c.kind != document.Heading && c.depth <= depth+richness {
			return true
		}
	}
	return false
}

// string takes a string as a candidate if it is prose, or reads it if it is
// JSON itself.
func (w *walker) string(i, depth int) {
	v := &w.r.values[i]
	raw := w.r.raw(i)
	if w.nested+1 < maxNested && (bytes.HasPrefix(raw, []byte(`{\"`)) || bytes.HasPrefix(raw, []byte(`[{\"`)) || bytes.HasPrefix(raw, []byte(`[\"`))) {
		inner := text{wrap: w.wrap}
		if w.f.spend(len(raw), w.from, int(v.start)) && inner.unwrap(w.from, int(v.start), int(v.end), document.JSONString) {
			if _, ok := w.f.walk(&inner, 0, len(inner.bytes), w.nested+1); ok {
				return
			}
		}
		return
	}
	if !promising(raw) {
		return
	}
	w.take(i, form{}, false, depth)
}

// promising reports whether a raw string may be prose, by a cheap look: it has
// white space, or characters outside ASCII, early on, and is no address.
func promising(raw []byte) bool {
	const early = 200
	head := raw[:min(len(raw), early)]
	if bytes.HasPrefix(head, []byte("http")) || bytes.HasPrefix(head, []byte("data:")) || bytes.HasPrefix(head, []byte("function")) {
		return false
	}
	spaces := bytes.Count(head, []byte(" "))
	if spaces*15 >= len(head) || bytes.IndexByte(head, '<') >= 0 || bytes.Contains(head, []byte("u003")) || bytes.Contains(head, []byte("&lt;")) {
		return true
	}
	high := bytes.Count(head, []byte(`\u`)) * 4
	for _, c := range head {
		if c >= 0x80 {
			high++
		}
	}
	return high*2 >= len(head)
}

// take makes string i a candidate. A weak one need not be prose.
func (w *walker) take(i int, as form, weak bool, depth int) {
	v := &w.r.values[i]
	w.f.take(w.from, int(v.start), int(v.end), document.JSONString, w.wrap, as, weak, depth)
}

// take makes a range of a text a candidate, if it is prose inside the layer.
func (f *Finder) take(from *text, start, end int, layer document.Wrap, wrap document.Wrapping, as form, weak bool, depth int) {
	if f.full(from, start) || !f.spend(end-start, from, start) {
		return
	}
	c := candidate{form: as, weak: weak, depth: depth}
	c.wrap = wrap
	if !c.unwrap(from, start, end, layer) {
		return
	}
	if isWrittenMarkup(c.bytes) {
		if inner, room := wrap.With(document.References); room {
			written := text{wrap: inner}
			if written.unwrap(&c.text, 0, len(c.bytes), document.References) {
				c.text = written
			}
		}
	}
	f.keep(c)
}

// keep keeps a candidate that is prose or need not be.
func (f *Finder) keep(c candidate) {
	c.html = isMarkup(c.bytes)
	s := shapeOf(c.bytes, c.html)
	c.words = s.words
	prose := s.prose()
	if s.words == 0 || !c.weak && !prose || c.weak && s.letters*2 < s.chars {
		return
	}
	c.weak = c.weak && (!prose || c.kind == document.Heading)
	f.candidates = append(f.candidates, c)
}
