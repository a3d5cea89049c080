package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Collect reads the metadata of a page. t is nil for flattened text, which says
// nothing of itself.
func Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	var m document.Meta
	if t == nil {
		return m
	}
	c := collector{tree: t, blocks: blocks, meta: &m}
	c.readElements()
	c.readVisible()
	c.choose()
	return m
}

// collector gathers candidates, best source first, before one is chosen.
type collector struct {
	tree   *dom.Tree
	blocks *block.Set
	meta   *document.Meta

	jsonLD   jsonFacts
	og       facts
	named    facts // <meta name>, itemprop
	headline document.Field // the h1
	title    document.Field // the title element
}

// facts are the fields one source may give.
type facts struct {
	title, subtitle, published, modified, site, image document.Field
	authors                                           []document.Field
}
