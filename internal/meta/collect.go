package meta

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Collect reads the metadata of a page. t is nil for flattened text, which says
// nothing of itself.
func Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	var c Collector
	return c.Collect(t, blocks)
}

// Collect does what the function of the same name does.
func (c *Collector) Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	if t == nil {
		return document.Meta{}
	}
	c.start(t, blocks)
	c.readElements()
	anchor := c.headline()
	c.readVisible(anchor)
	c.readLines(anchor)
	m := c.choose()
	c.tree, c.blocks = nil, nil
	return m
}

// maxNotes bounds what is remembered of one page.
const maxNotes = 1 << 10

// Collector reads the metadata of one page after another and keeps its memory.
// The zero value is ready. It gathers notes, from which choose then makes the
// metadata.
type Collector struct {
	tree   *dom.Tree
	blocks *block.Set
	notes  []note
	hints  hints
	things int // objects of linked data read

	titles   []titleCandidate
	title    *titleCandidate // the one chosen, nil for none
	headings int             // h1 elements with text
	sites    []string        // keys of the site's names, once they were asked for

	classes   classMeanings
	json      jsonText
	scratch   []byte // characters on their way into a note
	unwrapped []byte
	tidied    []byte
}

// start forgets the page before.
func (c *Collector) start(t *dom.Tree, blocks *block.Set) {
	clear(c.classes[:])
	*c = Collector{
		tree: t, blocks: blocks, notes: c.notes[:0], titles: c.titles[:0], classes: c.classes,
		json: c.json, scratch: c.scratch, unwrapped: c.unwrapped, tidied: c.tidied,
	}
}

// add takes a note with the given characters, unless there are none.
func (c *Collector) add(n note, text []byte) {
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
func (c *Collector) addWrapped(n note, text []byte) {
	c.unwrapped = appendUnwrapped(c.unwrapped[:0], text[:min(len(text), maxValue+1)])
	c.add(n, c.unwrapped)
}

// field makes a note the field of the metadata, with the value that was made of
// its characters.
func (c *Collector) field(n *note, value string, p float32) document.Field {
	return document.Field{
		Value: value, Raw: string(c.tree.Src[n.span.Start:n.span.End]), Span: n.span,
		Origin: n.origin.String(), P: p,
	}
}
