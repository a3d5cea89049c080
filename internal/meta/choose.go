package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// choose makes the metadata from the notes.
func (c *Collector) choose() document.Meta {
	var m document.Meta
	if c.title != nil {
		m.Title = c.field(&c.notes[c.title.note], c.title.text, c.titleP())
	}
	m.SiteName = c.first(siteName, .8)
	m.Language = c.language()
	m.Canonical = c.link(canonical, .9)
	m.Image = c.link(image, .8)
	m.Subtitle = c.subtitle()
	m.Authors = c.authors()
	var of subject
	m.Published, m.Modified, of = c.dates()
	m.Description = c.first(description, .8)
	m.Section = c.first(section, .8)
	m.Licence = c.link(licence, .8)
	m.Next, m.Previous = c.link(next, .9), c.link(previous, .9)
	m.Tags = c.tags()
	m.Page, m.Pages = c.pages()
	if c.title != nil {
		m.Rejected = c.rejected(&m, c.title.text)
	}
	c.finish(&m)
	switch of {
	case published:
		m.Date = m.Published
	case modified:
		m.Date = m.Modified
	}
	return m
}

// better reports whether note a says more reliably than b what both are about:
// by its rank, then its origin.
func better(a, b *note) bool {
	if a.rank != b.rank {
		return a.rank < b.rank
	}
	return a.origin < b.origin
}

// first returns the best note on a subject as it stands.
func (c *Collector) first(s subject, p float32) document.Field {
	var best *note
	for i := range c.notes {
		if n := &c.notes[i]; n.subject == s && (best == nil || better(n, best)) {
			best = n
		}
	}
	if best == nil {
		return document.Field{}
	}
	return c.field(best, best.value, p)
}

// pages returns the number of this page and of all pages of its sequence, from
// the first line that says both; 0 if none does.
func (c *Collector) pages() (page, pages int) {
	for i := range c.blocks.Blocks {
		if c.blocks.Blocks[i].Digits < 2 {
			continue
		}
		if page, pages = readPages(c.blocks.TextOf(i)); pages > 0 {
			return page, pages
		}
	}
	return 0, 0
}

// titleP returns the confidence in the title, which grows with its lead over the
// next candidate: of the WCXB titles without one, half are right, of those with
// a lead of 3, nearly all.
func (c *Collector) titleP() float32 {
	const base, slope, most = .42, .2, .98
	lead := float32(most) / slope // of an only candidate
	for i := range c.titles {
		if t := &c.titles[i]; !bytes.Equal(t.key, c.title.key) {
			lead = min(lead, c.title.score-t.score)
		}
	}
	return min(most, base+float32(slope*lead))
}

// subtitle returns the line under the headline that calls itself that.
func (c *Collector) subtitle() document.Field {
	var best *note
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != subtitle || n.origin == fromByline && (n.offset < 0 || n.offset > bylineBehind) {
			continue
		}
		if c.title != nil && sameKey(n.value, c.title.text) {
			continue
		}
		if best == nil || better(n, best) {
			best = n
		}
	}
	if best == nil {
		best = c.shownDescription()
	}
	if best == nil {
		return document.Field{}
	}
	return c.field(best, best.value, .7)
}

// How far behind the headline, in blocks, a description is looked for, and how
// long one is at least, in bytes.
const (
	descriptionBehind = 6
	descriptionLeast  = 20
)

// shownDescription returns the description that the page shows as a line of its own
// under the headline. Of the role-labelled pages where it does, that line is the
// standfirst on 34 of 47; a description that is not shown is seldom one.
func (c *Collector) shownDescription() *note {
	at := c.headlineBlock(c.anchor)
	if at < 0 {
		return nil
	}
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != description || len(n.value) < descriptionLeast {
			continue
		}
		for k := at + 1; k <= min(at+descriptionBehind, len(c.blocks.Blocks)-1); k++ {
			if text := c.blocks.TextOf(k); len(text) < 2*len(n.value) && sameKey(n.value, text) {
				return n
			}
		}
	}
	return nil
}
