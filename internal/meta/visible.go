package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// longestLine is how many bytes a byline or a dateline has at most.
const longestLine = 200

// visible reads what names itself a byline or a date, by class, itemprop or rel.
type visible struct {
	c      *Collector
	anchor dom.ID // the headline
	start  int    // bytes of text before it
	text   int    // bytes of text up to here
	zone   dom.ID // nodes before this one belong to another text of the page
}

// readVisible takes notes of the visible page. Offsets are counted from the
// headline, from the beginning of the page if there is none.
func (c *Collector) readVisible(anchor dom.ID) {
	v := visible{c: c, anchor: anchor}
	first := len(c.notes)
	t := c.tree
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if id == anchor {
			v.start = v.text
		}
		switch {
		case n.Kind == dom.TextNode:
			v.text += len(bytes.TrimSpace(t.Src[n.Start:n.End]))
		case n.Kind != dom.ElementNode:
		case n.NS != dom.HTML || unseen(n) || n.Tag == dom.TagHead:
			id = n.After - 1
		default:
			v.element(id, n)
		}
	}
	for i := first; i < len(c.notes); i++ {
		c.notes[i].offset -= v.start
	}
}

// element reads one element.
func (v *visible) element(id dom.ID, n *dom.Node) {
	t := v.c.tree
	var about, itemprop meaning
	attrs := t.Attrs(id)
	for i := range attrs {
		switch a := &attrs[i]; a.Key {
		case dom.KeyClass:
			about = v.c.classMeaning(a)
		case dom.KeyItemprop:
			itemprop = itemMeaning(t.Value(a))
		}
	}
	if id >= v.zone && v.foreign(id, n, about.foreign || itemprop.foreign) {
		v.zone = n.After
	}
	if id < v.zone {
		return
	}
	if itemprop.known {
		v.item(id, n, itemprop.subject)
	}
	switch n.Tag {
	case dom.TagTime:
		v.time(id, about, itemprop)
		return
	case dom.TagA:
		if rel, _ := t.AttrBytes(id, dom.KeyRel); hasToken(rel, "author") {
			v.note(id, author, fromRel, 0)
			return
		}
		if href, _ := t.AttrBytes(id, dom.KeyHref); leadsToAuthor(href) {
			v.note(id, author, fromByline, 0)
			return
		}
	}
	if !about.known || n.First == 0 {
		return
	}
	switch about.subject {
	case author:
		v.note(id, author, fromByline, about.rank)
	case published, modified:
		v.date(id, about.subject)
	case subtitle:
		v.note(id, subtitle, fromByline, 0)
	}
}

// leadsToAuthor reports whether an address has a directory of authors in it.
func leadsToAuthor(href []byte) bool {
	for {
		k := bytes.IndexByte(href, '/')
		if k < 0 {
			return false
		}
		href = href[k+1:]
		if hasPrefixFold(href, "author/") || hasPrefixFold(href, "authors/") {
			return true
		}
	}
}

// foreign reports whether an element holds another text than the headline's:
// comments, a list of related pages, the frame of the site.
func (v *visible) foreign(id dom.ID, n *dom.Node, named bool) bool {
	if id <= v.anchor && v.anchor < n.After || int(n.After-id) > len(v.c.tree.Nodes)/2 {
		return false
	}
	switch n.Tag {
	case dom.TagNav, dom.TagAside, dom.TagFooter:
		return true
	}
	if !named {
		if k, ok := v.c.tree.AttrBytes(id, dom.KeyID); ok {
			named = nameMeaning(k).foreign
		}
	}
	return named
}

// item reads an element with an itemprop.
func (v *visible) item(id dom.ID, n *dom.Node, s subject) {
	for _, k := range [...]dom.Key{dom.KeyContent, dom.KeyDatetime} {
		if p, ok := v.c.attr(id, k); ok {
			v.c.addWrapped(note{subject: s, origin: fromMicrodata, span: p.span, node: id, offset: v.text}, p.text)
			return
		}
	}
	if n.First == 0 {
		return
	}
	if s == author {
		id = v.named(id)
	}
	v.note(id, s, fromMicrodata, 0)
}

// named returns the element in an element that has the name of what it is
// about, or else the element.
func (v *visible) named(id dom.ID) dom.ID {
	t := v.c.tree
	for k := id + 1; k < min(t.Nodes[id].After, id+maxElement); k++ {
		if t.Nodes[k].Kind != dom.ElementNode || t.Nodes[k].First == 0 {
			continue
		}
		if prop, _ := t.AttrBytes(k, dom.KeyItemprop); hasToken(prop, "name") {
			return k
		}
	}
	return id
}

// time reads a time element.
func (v *visible) time(id dom.ID, about, itemprop meaning) {
	s := published
	if about.known && about.subject == modified || itemprop.known && itemprop.subject == modified {
		s = modified
	}
	if p, ok := v.c.attr(id, dom.KeyDatetime); ok {
		v.c.addWrapped(note{subject: s, origin: fromTime, span: p.span, node: id, offset: v.text}, p.text)
		return
	}
	v.note(id, s, fromTime, 1)
}

// note takes a note of an element's text if it is no longer than a line.
func (v *visible) note(id dom.ID, s subject, o origin, rank uint8) {
	if p, ok := v.c.text(id); ok && len(p.text) <= longestLine {
		v.c.add(note{subject: s, origin: o, rank: rank, span: p.span, node: id, offset: v.text}, p.text)
	}
}

// date reads an element whose class says that it is a date.
func (v *visible) date(id dom.ID, s subject) {
	p, ok := v.c.text(id)
	if !ok || len(p.text) > longestLine {
		return
	}
	if d, found := nextDate(p.text, 0, dateStyle{}); found {
		if saysModified(p.text[:d.start]) {
			s = modified
		}
		v.c.add(note{subject: s, origin: fromDate, span: p.span, node: id, offset: v.text}, p.text)
	} else if _, relative := relativeDate(p.text, &v.c.dateReader.captured); relative {
		v.c.add(note{subject: s, origin: fromDate, rank: 1, span: p.span, node: id, offset: v.text}, p.text)
	}
}

// itemMeaning returns the meaning of an itemprop.
func itemMeaning(prop []byte) meaning {
	var buf [longestWord * 2]byte
	if len(prop) > longestWord*2 {
		return meaning{}
	}
	switch string(appendLower(buf[:0], prop)) {
	case "alternativeheadline":
		return meaning{subject: subtitle, known: true}
	case "review", "reviews", "comment", "acceptedanswer", "suggestedanswer":
		return meaning{foreign: true}
	case "author", "creator":
		return meaning{subject: author, known: true}
	case "datepublished", "datecreated":
		return meaning{subject: published, known: true}
	case "datemodified":
		return meaning{subject: modified, known: true}
	}
	return meaning{}
}
