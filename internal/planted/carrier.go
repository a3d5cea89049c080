package planted

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// Place is where on a page a text stands.
type Place uint8

// The places. A reader sees only the first.
const (
	Shown     Place = iota
	Hidden          // a block that is hidden, or carried as data
	Commented       // a comment of the markup
	Attribute       // alt, title, aria-label and the like
	Metadata        // title, meta
	Structure       // JSON-LD
)

var placeNames = [...]string{"visible text", "hidden text", "markup comment", "attribute", "metadata", "JSON-LD"}

// String returns the place's name.
func (p Place) String() string { return placeNames[p] }

// Carrier is a text that stands anywhere on a page.
type Carrier struct {
	Place Place
	Block int    // -1 if it is no block
	Name  string // of the attribute or meta element, "" for others
	Text  []byte // valid until the next carrier
	Span  document.Span
}

// minCarrier is the number of bytes from which a text outside blocks is read.
const minCarrier = 12

// maxComment is how much of a comment or of structured data is read.
const maxComment = 1 << 14

// Blocks calls do for each block of a page.
func (p *Page) blockCarriers(do func(*Carrier)) {
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		c := Carrier{Block: i, Text: p.Blocks.TextOf(i)}
		if b.Hidden|b.Style != 0 || b.Data != 0 {
			c.Place = Hidden
		}
		p.give(c, do)
	}
}

// Carriers calls do for every text of a page: its blocks, then what stands
// outside of them, in the order of the source.
func (p *Page) Carriers(do func(*Carrier)) {
	p.blockCarriers(do)
	p.markupCarriers(do)
}

// spoken are the attributes that hold text for people who do not see the page,
// or who point at something.
var spoken = func() (t [dom.KeyCount]bool) {
	for _, k := range []dom.Key{dom.KeyAlt, dom.KeyTitle, dom.KeyAriaLabel, dom.KeyPlaceholder, dom.KeySummary} {
		t[k] = true
	}
	return t
}()

// markupCarriers is Carriers without the blocks.
func (p *Page) markupCarriers(do func(*Carrier)) {
	if p.Tree == nil {
		return
	}
	t := p.Tree
	for id := range t.Nodes {
		n := &t.Nodes[id]
		switch n.Kind {
		case dom.CommentNode:
			if n.End-n.Start >= minCarrier && !conditional(t.Src[n.Start:n.End]) {
				text := t.Src[n.Start:min(n.End, n.Start+maxComment)]
				p.give(Carrier{Place: Commented, Block: -1, Text: text, Span: document.Span{Start: int(n.Start), End: int(n.End)}}, do)
			}
		case dom.TextNode:
			p.headText(dom.ID(id), do)
		case dom.ElementNode:
			p.attrCarriers(dom.ID(id), do)
		}
	}
}

// conditional reports whether a comment is a browser switch.
func conditional(text []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(text), []byte("[if ")) }

// headText gives the text of a title, and of structured data.
func (p *Page) headText(id dom.ID, do func(*Carrier)) {
	t := p.Tree
	n, parent := &t.Nodes[id], &t.Nodes[t.Nodes[id].Parent]
	if parent.Tag != dom.TagTitle && parent.Tag != dom.TagScript {
		return
	}
	c := Carrier{Block: -1, Span: document.Span{Start: int(n.Start), End: int(n.End)}}
	switch parent.Tag {
	case dom.TagTitle:
		c.Place, c.Name = Metadata, "title"
		p.buf = t.AppendText(p.buf[:0], id)
		c.Text = p.buf
	case dom.TagScript:
		kind, _ := t.AttrBytes(n.Parent, dom.KeyType)
		if !bytes.EqualFold(kind, []byte("application/ld+json")) {
			return
		}
		c.Place, c.Text = Structure, t.Src[n.Start:min(n.End, n.Start+maxComment)]
	}
	p.give(c, do)
}

// attrCarriers gives the texts of an element's attributes.
func (p *Page) attrCarriers(id dom.ID, do func(*Carrier)) {
	t := p.Tree
	meta := t.Nodes[id].Tag == dom.TagMeta
	attrs := t.Attrs(id)
	for i := range attrs {
		a := &attrs[i]
		if a.ValEnd-a.ValStart < minCarrier || a.Key == 0 {
			continue
		}
		if !spoken[a.Key] && !(meta && a.Key == dom.KeyContent) {
			continue
		}
		text := t.Value(a)
		if bytes.IndexByte(text, ' ') < 0 && isASCII(text) {
			continue // an address, a name
		}
		c := Carrier{Place: Attribute, Block: -1, Name: a.Key.String(), Text: text, Span: document.Span{Start: int(a.ValStart), End: int(a.ValEnd)}}
		if meta {
			c.Place, c.Name = Metadata, "meta"
			for _, key := range []dom.Key{dom.KeyName, dom.KeyProperty} {
				if v, ok := t.Attr(id, key); ok {
					c.Name = v
				}
			}
			if c.Name == "viewport" || c.Name == "generator" {
				continue
			}
		}
		p.give(c, do)
	}
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// give hands over a carrier, which is valid until the next.
func (p *Page) give(c Carrier, do func(*Carrier)) {
	p.carrier = c
	do(&p.carrier)
}
