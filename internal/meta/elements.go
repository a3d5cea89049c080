package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// readElements takes notes of everything but visible bylines and dates, in one
// pass over the tree.
func (c *Collector) readElements() {
	t := c.tree
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if n.Kind != dom.ElementNode || n.Flags&dom.InTemplate != 0 {
			continue
		}
		if n.NS != dom.HTML {
			id = n.After - 1
			continue
		}
		switch n.Tag {
		case dom.TagHTML:
			if lang, ok := c.attr(id, dom.KeyLang); ok {
				c.addWrapped(note{subject: language, origin: fromHTML, span: lang.span, node: id}, lang.text)
			}
		case dom.TagTitle:
			c.readText(id, title, fromTitle)
		case dom.TagMeta:
			c.readMeta(id)
		case dom.TagLink:
			c.readLink(id)
		case dom.TagScript:
			c.readJSONLD(id)
		case dom.TagA:
			c.readAnchor(id)
		case dom.TagH1:
			c.readHeading(id)
		default:
			if a := t.Find(id, dom.KeyItemprop); a != nil && hasToken(t.Value(a), "headline") {
				c.readText(id, title, fromMicrodata)
			}
		}
	}
}

// readHeading reads an h1. One that links to the site's home names the site.
func (c *Collector) readHeading(id dom.ID) {
	c.readText(id, title, fromHeading)
	for k := id + 1; k < min(c.tree.Nodes[id].After, id+maxElement); k++ {
		if c.tree.Nodes[k].Tag != dom.TagA {
			continue
		}
		if href, _ := c.tree.AttrBytes(k, dom.KeyHref); isHome(href) {
			c.readText(id, siteName, fromHeading)
		}
		return
	}
}

// isHome reports whether a link leads to the top of its site, or of one.
func isHome(href []byte) bool {
	return string(href) == "/" || bytes.Contains(href, []byte("//")) && len(addressPath(href)) == 0
}

// readText takes a note of an element's text.
func (c *Collector) readText(id dom.ID, s subject, o origin) {
	if p, ok := c.text(id); ok {
		c.add(note{subject: s, origin: o, span: p.span, node: id}, p.text)
	}
}
