package preload

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// minData is how many bytes data must have to be looked at.
const minData = 200

// search looks for data in the scripts, attributes, comments and templates of
// the page, in document order.
func (f *Finder) search() {
	t := f.tree
	f.page = text{bytes: t.Src}
	for id := dom.ID(1); int(id) < len(t.Nodes); {
		n := &t.Nodes[id]
		switch n.Kind {
		case dom.CommentNode:
			if n.End-n.Start >= minData {
				f.whole(int(n.Start), int(n.End))
			}
		case dom.ElementNode:
			f.attributes(id)
			switch {
			case n.Tag == dom.TagScript && n.First != 0:
				f.script(id, n)
			case n.Tag == dom.TagTemplate && n.NS == dom.HTML:
				f.template(id, n)
				id = n.After
				continue
			case n.Tag == dom.TagStyle:
				id = n.After
				continue
			}
		}
		id++
	}
	f.readFlight()
}

// script looks for data in a script element.
func (f *Finder) script(id dom.ID, n *dom.Node) {
	node := f.tree.Node(n.First)
	start, end := int(node.Start), int(node.End)
	if node.Kind != dom.TextNode || end-start < minData && !bytes.Contains(f.tree.Src[start:end], []byte(pushing)) {
		return
	}
	kind, _ := f.tree.AttrBytes(id, dom.KeyType)
	kind = bytes.TrimSpace(kind)
	switch {
	case bytes.Contains(bytes.ToLower(kind), []byte("json")):
		f.whole(start, end)
	case len(kind) == 0, bytes.EqualFold(kind, []byte("module")), bytes.Contains(bytes.ToLower(kind), []byte("javascript")):
		f.program(start, end)
	}
}

// whole reads a range of the page that is JSON from its start, but for white
// space and the marks that hide a script from old browsers.
func (f *Finder) whole(start, end int) {
	src := f.tree.Src[:end]
	const marks = 32
	for at := start; at < min(end, start+marks); at++ {
		if src[at] == '{' || src[at] == '[' {
			if at+1 < end && src[at+1] == 'C' { // <![CDATA[
				at += len("CDATA[")
				continue
			}
			f.walk(&f.page, at, end, 0)
			return
		}
	}
}

// program looks for JSON that a program assigns to a name or passes to a
// function.
func (f *Finder) program(start, end int) {
	src := f.tree.Src[:end]
	for at := start; at < end; {
		if f.values == 0 {
			return
		}
		k := bytes.IndexByte(src[at:], '"')
		if k < 0 {
			return
		}
		k += at
		switch open, before := opening(src, start, k); {
		case open < k && (before == '=' || before == '('):
			at, _ = f.walk(&f.page, open, end, 0)
			at = max(at, k+1)
		case before == ',' && bytes.HasSuffix(src[start:k], []byte(pushing)):
			at = f.push(k, end)
		case open == k && before == '(' && bytes.HasSuffix(src[start:k], []byte("JSON.parse(")):
			at = f.parsed(k, end)
		default:
			at = k + 1
		}
	}
}

// opening steps back from a quote over the brackets and white space before it.
// It returns where the first of the brackets is, the quote itself if there is
// none, and what stands before.
func opening(src []byte, start, quote int) (open int, before byte) {
	const reach = 64
	open = quote
	for k := quote - 1; k >= max(start, quote-reach); k-- {
		switch c := src[k]; c {
		case '{', '[':
			open = k
		case ' ', '\t', '\n', '\r':
		default:
			return open, c
		}
	}
	return quote, 0
}

// parsed reads JSON that stands in a string, whose quote is at k.
func (f *Finder) parsed(k, end int) int {
	stop := stringEnd(f.tree.Src[:end], k+1, '"')
	if stop < 0 {
		return end
	}
	inner := text{}
	inner.wrap, _ = inner.wrap.With(document.JSONString)
	if f.spend(stop-k, &f.page, k) && inner.unwrap(&f.page, k+1, stop, document.JSONString) {
		f.walk(&inner, 0, len(inner.bytes), 0)
	}
	return stop + 1
}

// attributes looks for attributes that hold JSON.
func (f *Finder) attributes(id dom.ID) {
	attrs := f.tree.Attrs(id)
	for i := range attrs {
		start, end := int(attrs[i].ValStart), int(attrs[i].ValEnd)
		if end-start < minData {
			continue
		}
		raw := f.tree.Src[start:end]
		if c := raw[0]; c != '{' && c != '[' && c != '&' || !f.spend(end-start, &f.page, start) {
			continue
		}
		var inner text
		inner.wrap, _ = inner.wrap.With(document.References)
		if inner.unwrap(&f.page, start, end, document.References) && len(inner.bytes) > 0 {
			if c := inner.bytes[0]; c == '{' || c == '[' {
				f.walk(&inner, 0, len(inner.bytes), 0)
			}
		}
	}
}

// pushing stands before each piece of the stream that React's server sends in
// scripts.
const pushing = "__next_f.push([1,"

// push remembers such a piece, a string whose quote is given, and returns where
// it ends.
func (f *Finder) push(quote, end int) int {
	stop := stringEnd(f.tree.Src[:end], quote+1, '"')
	if stop < 0 {
		return end
	}
	if f.spend(stop-quote, &f.page, quote) {
		f.flight.wrap, _ = document.Wrapping(0).With(document.JSONString)
		f.flight.unwrap(&f.page, quote+1, stop, document.JSONString)
	}
	return stop + 1
}

// readFlight reads the rows of that stream: a number in hexadecimal, a colon,
// and JSON up to the end of the line, or "T", a length and that many bytes of
// text.
func (f *Finder) readFlight() {
	b := f.flight.bytes
	for at := 0; at < len(b); {
		k := at
		for k < len(b) && isHex(b[k]) {
			k++
		}
		line := bytes.IndexByte(b[at:], '\n')
		if line < 0 {
			line = len(b) - at
		}
		next := at + line + 1
		if k == at || k+1 >= len(b) || b[k] != ':' {
			at = next
			continue
		}
		k++
		if b[k] == 'T' {
			n, start := 0, k+1
			for start < len(b) && isHex(b[start]) && n < len(b) {
				d, _ := hexDigits(b, start, 1)
				n, start = n*16+int(d), start+1
			}
			if start < len(b) && b[start] == ',' && start+1+n <= len(b) {
				f.take(&f.flight, start+1, start+1+n, document.NoWrap, f.flight.wrap, form{}, false, 0)
				at = start + 1 + n
				continue
			}
		} else if b[k] == '[' || b[k] == '{' || b[k] == '"' {
			f.walk(&f.flight, k, min(next, len(b)), 0)
		}
		at = next
	}
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' }

// template remembers a template whose content may be shown: one that makes a
// shadow tree, or that is plain markup without marks to be filled in.
func (f *Finder) template(id dom.ID, n *dom.Node) {
	if n.Close-n.Start < minData || f.full(&f.page, int(n.Start)) || !f.spend(int(n.After-id), &f.page, int(n.Start)) {
		return
	}
	c := candidate{html: true}
	for k := id + 1; k < n.After; k++ {
		m := f.tree.Node(k)
		if p := f.tree.Node(m.Parent); m.Kind == dom.TextNode && p.Tag != dom.TagScript && p.Tag != dom.TagStyle {
			c.bytes = append(f.tree.AppendText(c.bytes, k), ' ')
		}
	}
	c.wrap, _ = c.wrap.With(document.Template)
	c.template = id
	s := shapeOf(c.bytes, false)
	if c.words = s.words; s.words >= minProse && s.sentences > 0 && s.braces == 0 {
		f.candidates = append(f.candidates, c)
	}
}
