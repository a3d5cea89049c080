package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// piece is text and where it stands in the tree's input.
type piece struct {
	text []byte
	span document.Span
}

// attr returns the value of an attribute, and whether it has one.
func (c *Collector) attr(id dom.ID, k dom.Key) (piece, bool) {
	a := c.tree.Find(id, k)
	if a == nil || a.ValStart == a.ValEnd {
		return piece{}, false
	}
	return piece{c.tree.Value(a), document.Span{Start: int(a.ValStart), End: int(a.ValEnd)}}, true
}

// maxElement bounds the nodes of an element that are looked at for its text or
// its name. Elements can be nested in each other, each of them worth a look.
const maxElement = 200

// text returns the characters of an element, from its first text to its last,
// with a line end at the bounds of blocks. It is valid until the next call. An
// element with more than maxValue of them has no text worth reading.
func (c *Collector) text(id dom.ID) (piece, bool) {
	p := piece{text: c.scratch[:0]}
	end := min(c.tree.Nodes[id].After, id+maxElement)
	for k := id + 1; k < end; k++ {
		n := &c.tree.Nodes[k]
		switch {
		case n.Kind == dom.ElementNode && unseen(n):
			k = n.After - 1
		case n.Kind == dom.ElementNode && !inline(n.Tag):
			p.text = append(p.text, '\n')
		case n.Kind == dom.TextNode:
			if int(n.End-n.Start)+len(p.text) > maxRaw {
				return piece{}, false
			}
			if len(bytes.TrimSpace(c.tree.Src[n.Start:n.End])) > 0 {
				if p.span.End == 0 {
					p.span.Start = int(n.Start)
				}
				p.span.End = int(n.End)
			}
			p.text = c.tree.AppendText(p.text, k)
		}
	}
	c.scratch = p.text
	return p, p.span.End > 0
}

// unseen reports whether nothing in an element is ever shown.
func unseen(n *dom.Node) bool {
	switch n.Tag {
	case dom.TagScript, dom.TagStyle, dom.TagTemplate, dom.TagIframe, dom.TagSVG, dom.TagObject, dom.TagSelect, dom.TagTextarea,
		dom.TagButton:
		return true
	}
	return n.NS != dom.HTML
}

// inline reports whether the text around an element's tags can be one word.
func inline(tag dom.Tag) bool {
	switch tag {
	case dom.TagA, dom.TagAbbr, dom.TagB, dom.TagEm, dom.TagI, dom.TagMark, dom.TagSmall, dom.TagSpan, dom.TagStrong,
		dom.TagSub, dom.TagSup, dom.TagTime, dom.TagU, dom.TagFont, dom.TagWbr, dom.TagCode, dom.TagCite, dom.TagQ:
		return true
	}
	return false
}

// hasToken reports whether list, which spaces divide, has the word, which is
// ASCII in lower case.
func hasToken(list []byte, word string) bool {
	for token := range bytes.FieldsSeq(list) {
		if len(token) == len(word) && hasPrefixFold(token, word) {
			return true
		}
	}
	return false
}
