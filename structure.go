package winnow

import (
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// fillStructure adds what stands beside the blocks: images, formulas, footnotes,
// the language of code, the direction of the text.
func (p *page) fillStructure(d *document.Document) {
	if p.tree == nil {
		return
	}
	d.Notes = p.blocks.Notes
	d.Dir = p.direction()
	for i := range d.Blocks {
		if d.Blocks[i].Kind == document.Preformatted {
			d.Blocks[i].Syntax = p.blocks.Syntax(p.tree, i)
		}
	}
	d.Objects = make([]document.Object, 0, len(p.blocks.Objects))
	for i := range p.blocks.Objects {
		p.appendObject(d, &p.blocks.Objects[i])
	}
}

// appendObject adds an object, unless it shows nothing.
func (p *page) appendObject(d *document.Document, from *block.Object) {
	n := p.tree.Node(from.Node)
	to := document.Object{
		Kind: from.Kind, Block: int(from.Block), Alone: from.Alone, Start: int(from.Start), End: int(from.End),
		Container: int(from.Container), Hidden: p.hidden[from.Node], Span: p.raw(int(n.Start), int(n.End)),
	}
	if !to.Alone && to.Block < len(d.Blocks) {
		most := len(d.Blocks[to.Block].Text)
		to.Start, to.End = min(to.Start, most), min(to.End, most)
	}
	if to.Kind == document.Maths {
		tex, display := block.Formula(p.tree, from.Node)
		to.Text, to.Display = string(tex), display
		if k := len(d.Objects) - 1; k >= 0 && typeset(&d.Objects[k], &to) {
			d.Objects[k].Text, d.Objects[k].Display = to.Text, to.Display
			return
		}
		d.Objects = append(d.Objects, to)
		return
	}
	to.URL = string(block.Source(p.tree, to.Kind, from.Node))
	if to.URL == "" {
		return
	}
	key := dom.KeyAlt
	if to.Kind != document.Image {
		key = dom.KeyTitle
	}
	alt, _ := p.tree.AttrBytes(from.Node, key)
	to.Text = strings.Join(strings.Fields(string(alt)), " ")
	d.Objects = append(d.Objects, to)
}

// typeset reports whether a is what a script made of the formula b, which stands
// right behind it.
func typeset(a, b *document.Object) bool {
	return a.Kind == document.Maths && a.Text == "" && a.Block == b.Block && a.Alone == b.Alone &&
		b.Start >= a.End && b.Start-a.End <= 1
}

// direction returns the direction of text that the page, or its body, declares.
func (p *page) direction() string {
	for id, n := dom.ID(1), 0; int(id) < len(p.tree.Nodes) && n < 2; id++ {
		if tag := p.tree.Nodes[id].Tag; p.tree.Nodes[id].Kind != dom.ElementNode || tag != dom.TagHTML && tag != dom.TagBody {
			continue
		}
		n++
		if v, ok := p.tree.AttrBytes(id, dom.KeyDir); ok {
			if dir := strings.ToLower(strings.TrimSpace(string(v))); dir == "rtl" || dir == "ltr" {
				return dir
			}
		}
	}
	return ""
}
