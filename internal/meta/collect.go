package meta

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Collect reads the metadata of a page. t is nil for flattened text, which says
// nothing of itself.
func Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	if t == nil {
		return document.Meta{}
	}
	c := collector{tree: t, blocks: blocks}
	c.readElements()
	anchor := c.headline()
	c.readVisible(anchor)
	c.readLines(anchor)
	return c.choose()
}

// maxNotes bounds what is remembered of one page.
const maxNotes = 1 << 10

// collector gathers notes, from which choose then makes the metadata.
type collector struct {
	tree   *dom.Tree
	blocks *block.Set
	notes  []note
	hints  hints
	things int // objects of linked data read

	titles   []titleCandidate
	title    *titleCandidate // the one chosen, nil for none
	headings int             // h1 elements with text
	sites    []string        // keys of the site's names, once they were asked for

	json      jsonText
	scratch   []byte // characters on their way into a note
	unwrapped []byte
	tidied    []byte
}

// add takes a note with the given characters, unless there are none.
func (c *collector) add(n note, text []byte) {
	if len(text) > maxValue || len(c.notes) == maxNotes {
		return
	}
	c.tidied = appendTidy(c.tidied[:0], text)
	if len(c.tidied) == 0 {
		return
	}
	n.value = string(c.tidied)
	c.notes = append(c.notes, n)
}

// addWrapped is add for the values of attributes and JSON strings.
func (c *collector) addWrapped(n note, text []byte) {
	c.unwrapped = appendUnwrapped(c.unwrapped[:0], text[:min(len(text), maxValue+1)])
	c.add(n, c.unwrapped)
}

// field makes a note the field of the metadata, with the value that was made of
// its characters.
func (c *collector) field(n *note, value string, p float32) document.Field {
	return document.Field{
		Value: value, Raw: string(c.tree.Src[n.span.Start:n.span.End]), Span: n.span,
		Origin: n.origin.String(), P: p,
	}
}
