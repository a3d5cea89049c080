package block

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// objects are the elements that media looks at. It is read-only.
var objects = [dom.TagCount]bool{
	dom.TagImg: true, dom.TagVideo: true, dom.TagAudio: true, dom.TagObject: true,
}

// object records an object at a range of the present block's text.
func (b *Builder) object(kind document.ObjectKind, id dom.ID, start, end int32) {
	if len(b.set.Objects) >= MaxObjects {
		b.set.Dropped++
		return
	}
	b.set.Objects = append(b.set.Objects, Object{
		Kind: kind, Block: int32(len(b.set.Blocks)), Start: start, End: end, Container: b.ctx.container, Node: id,
	})
}

// here records an object where the text has come to.
func (b *Builder) here(kind document.ObjectKind, id dom.ID) {
	at := int32(len(b.set.Text)) - b.cur.Start
	if at > 0 && b.space[1] > 0 {
		at++ // behind the space, which is written when more text arrives
	}
	b.object(kind, id, at, at)
}

// placeObjects says of the objects since the last boundary whether they stand
// in a block or alone.
func (b *Builder) placeObjects() {
	alone := b.cur.Chars == 0
	for i := b.alone; i < len(b.set.Objects); i++ {
		o := &b.set.Objects[i]
		if o.Alone = alone; alone {
			o.Start, o.End = 0, 0
		}
	}
	b.alone = len(b.set.Objects)
}

// media records an element that shows something other than text.
func (b *Builder) media(t *dom.Tree, id dom.ID, n *dom.Node) {
	switch n.Tag {
	case dom.TagImg:
		if width, ok := t.AttrBytes(id, dom.KeyWidth); ok && (string(width) == "1" || string(width) == "0") {
			return // counts visitors
		}
		if class, _ := t.AttrBytes(id, dom.KeyClass); len(class) > 0 && isFormulaImage(class) {
			b.here(document.Maths, id)
			return
		}
		b.here(document.Image, id)
	case dom.TagVideo:
		b.here(document.Video, id)
	case dom.TagAudio:
		b.here(document.Audio, id)
	}
}

// isFormulaImage reports whether an image of this class shows the TeX of its
// alternative text.
func isFormulaImage(class []byte) bool {
	return hasWord(class, "latex", "tex", "math", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display")
}

// unseen records an element that has no text of its own: a frame, or the script
// of a formula.
func (b *Builder) unseen(t *dom.Tree, id dom.ID, n *dom.Node) {
	switch n.Tag {
	case dom.TagIframe:
		b.here(document.Embed, id)
	case dom.TagScript:
		if kind, ok := t.AttrBytes(id, dom.KeyType); ok && bytes.HasPrefix(kind, []byte("math/tex")) {
			b.here(document.Maths, id)
		}
	}
}

// isFormula reports whether an inline element holds a formula.
func isFormula(t *dom.Tree, id dom.ID, n *dom.Node) bool {
	if n.NS == dom.MathML {
		return n.Tag == dom.TagMath
	}
	if n.Tag != dom.TagSpan {
		return false
	}
	class, ok := t.AttrBytes(id, dom.KeyClass)
	return ok && hasWord(class, "katex", "mwe-math-element", "MathJax", "MathJax_Preview", "MathJax_SVG", "MJX-TEX")
}

// inFormula reports whether a formula is open.
func (b *Builder) inFormula() bool {
	for i := range b.open {
		if b.open[i].maths {
			return true
		}
	}
	return false
}
