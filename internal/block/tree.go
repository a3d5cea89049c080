package block

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// frame is an element whose end has not been reached.
type frame struct {
	after dom.ID  // the first node behind it
	outer context // the context around it
	block bool    // its end is a boundary
	open  int     // how many ranges were open before it
}

// FromTree cuts a page into blocks. The result is valid until the Builder's
// next use.
func (b *Builder) FromTree(t *dom.Tree, l *layout.Layout) *Set {
	b.start(len(t.Src))
	b.fromPage = true
	b.nodes(t, l, 1, dom.ID(len(t.Nodes)))
	b.fromPage = false
	b.set.sumUp(len(t.Nodes))
	return &b.set
}

// nodes cuts the nodes from first up to, not including, after into blocks.
func (b *Builder) nodes(t *dom.Tree, l *layout.Layout, first, after dom.ID) {
	for id := first; id < after; {
		b.leave(id)
		n := &t.Nodes[id]
		switch n.Kind {
		case dom.TextNode:
			b.ctx.hidden, b.ctx.style, b.ctx.position = l.Hidden[id], l.Style[id], l.Position[id]
			b.text(t, id)
		case dom.ElementNode:
			box := layout.BoxOf(n)
			if box == layout.None {
				if b.fromPage {
					b.unseen(t, id, n)
				}
				id = n.After
				continue
			}
			b.enter(t, id, n, box)
		}
		id++
	}
	b.leave(after)
	b.end()
}

// leave ends the elements that end before node id.
func (b *Builder) leave(id dom.ID) {
	for k := len(b.frames) - 1; k >= 0 && b.frames[k].after <= id; k-- {
		f := &b.frames[k]
		if f.block {
			b.boundary(false)
		}
		for j := len(b.open) - 1; j >= f.open; j-- {
			b.closeRange(&b.open[j])
		}
		b.open = b.open[:f.open]
		b.ctx = f.outer
		b.frames = b.frames[:k]
	}
}

// enter begins an element.
func (b *Builder) enter(t *dom.Tree, id dom.ID, n *dom.Node, box layout.Box) {
	if box == layout.Break {
		b.boundary(true)
		return
	}
	if box == layout.Block {
		b.boundary(false)
	}
	if b.fromPage && objects[n.Tag] {
		b.media(t, id, n)
	}
	if n.First == 0 {
		return
	}
	f := frame{after: n.After, outer: b.ctx, block: box == layout.Block, open: len(b.open)}
	if box == layout.Block {
		b.enterBlock(t, id, n)
	} else {
		b.enterInline(t, id, n)
		if len(b.open) == f.open {
			return // its end changes nothing
		}
	}
	b.frames = append(b.frames, f)
}

// enterBlock sets the context for the content of a block-level element.
func (b *Builder) enterBlock(t *dom.Tree, id dom.ID, n *dom.Node) {
	c := &b.ctx
	if n.Tag != dom.TagLi { // a note is in the item of a list, not around it
		b.setApart(t, id, n)
	}
	switch n.Tag {
	case dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6:
		c.kind, c.level = document.Heading, uint8(n.Tag-dom.TagH1)+1
	case dom.TagP:
		if c.kind == document.Preformatted {
			c.kind, c.level = document.Paragraph, 0
		}
	case dom.TagPre, dom.TagListing, dom.TagXmp, dom.TagPlaintext:
		b.contain(document.CodeBlock)
		c.kind, c.level, c.pre = document.Preformatted, 0, true
	case dom.TagUl, dom.TagMenu, dom.TagDir:
		b.contain(document.List)
		c.lists++
	case dom.TagOl:
		b.contain(document.OrderedList)
		b.number(t, id, dom.KeyStart)
		c.lists++
	case dom.TagLi:
		b.contain(document.Item)
		b.number(t, id, dom.KeyValue)
		b.setApart(t, id, n)
		c.kind, c.level = document.ListItem, max(c.lists, 1)
	case dom.TagDL:
		b.contain(document.Definitions)
	case dom.TagDT:
		c.kind, c.level = document.Term, 0
	case dom.TagDD:
		c.kind, c.level = document.Definition, 0
	case dom.TagBlockquote:
		if c.container < 0 || b.set.Containers[c.container].Kind != document.PullQuote {
			b.contain(document.Quote)
		}
		c.kind, c.level = document.Paragraph, 0
	case dom.TagFigure:
		b.contain(document.Figure)
	case dom.TagFigcaption, dom.TagCaption:
		c.kind, c.level = document.FigureCaption, 0
	case dom.TagTable:
		b.contain(document.Table)
		c.kind, c.level = document.Paragraph, 0
	case dom.TagTr:
		b.contain(document.Row)
	case dom.TagTd:
		b.contain(document.DataCell)
		b.cover(t, id)
		c.kind, c.level = document.Cell, 0
	case dom.TagTh:
		b.contain(document.HeaderCell)
		b.cover(t, id)
		c.kind, c.level = document.Cell, 0
	case dom.TagButton, dom.TagOption, dom.TagOptgroup, dom.TagSelect:
		c.kind, c.level, c.control = document.Control, 0, true
	case dom.TagTextarea:
		c.kind, c.level, c.control, c.pre = document.Control, 0, true, true
	}
}

// contain begins a container inside the present one.
func (b *Builder) contain(kind document.ContainerKind) {
	b.set.Containers = append(b.set.Containers, document.Container{Kind: kind, Parent: int(b.ctx.container)})
	b.ctx.container = int32(len(b.set.Containers) - 1)
}

// enterInline opens the range of a link or of inline markup.
func (b *Builder) enterInline(t *dom.Tree, id dom.ID, n *dom.Node) {
	r := openRange{node: id, start: int32(len(b.set.Text))}
	if b.fromPage && isFormula(t, id, n) {
		if len(b.open) > 0 && b.inFormula() {
			return
		}
		r.maths = true
		b.open = append(b.open, r)
		return
	}
	switch n.Tag {
	case dom.TagA:
		if _, ok := t.AttrBytes(id, dom.KeyHref); !ok {
			return
		}
		r.isLink = true
	case dom.TagEm, dom.TagI, dom.TagCite, dom.TagDfn, dom.TagVar:
		r.kind = document.Emphasis
	case dom.TagStrong, dom.TagB:
		r.kind = document.Strong
	case dom.TagCode, dom.TagKbd, dom.TagSamp, dom.TagTt:
		r.kind = document.InlineCode
	default:
		return
	}
	b.open = append(b.open, r)
}

// text adds the characters of a text node.
func (b *Builder) text(t *dom.Tree, id dom.ID) {
	n := &t.Nodes[id]
	if !b.ctx.pre {
		if src := t.Src[n.Start:n.End]; blankLength(src) == len(src) {
			if len(src) > 0 {
				b.addSpace(n.Start, n.End, string(src) == " ")
			}
			return
		}
	}
	b.ctx.first, b.ctx.node = id, n.Parent
	before, at := b.cur.Chars, int32(len(b.set.Text))
	for it := t.Pieces(id); it.Next(); {
		if it.Decoded {
			b.decoded(it.Text, int32(it.Start), int32(it.End), document.FromHTML)
		} else {
			b.verbatim(it.Text, int32(it.Start))
		}
	}
	if b.cur.Chars > before {
		b.cur.Style &= b.ctx.style
		if h := b.ctx.hidden | b.ctx.style; h != 0 {
			b.patch(at, h)
		}
		for id >= t.Nodes[b.cur.Node].After {
			b.cur.Node = t.Nodes[b.cur.Node].Parent
		}
	}
}

// patch notes that the text from start on is hidden.
func (b *Builder) patch(start int32, h document.Hiding) {
	end := int32(len(b.set.Text))
	if k := len(b.set.Patches) - 1; k >= int(b.cur.Patches[0]) {
		if last := &b.set.Patches[k]; last.End == start && last.Hidden == h {
			last.End = end
			return
		}
	}
	b.set.Patches = append(b.set.Patches, Patch{start, end, h})
}
