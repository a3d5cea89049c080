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
	m.Canonical = c.first(canonical, .9)
	m.Image = c.first(image, .8)
	m.Subtitle = c.subtitle()
	m.Authors = c.authors()
	var of subject
	m.Published, m.Modified, of = c.dates()
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
		return document.Field{}
	}
	return c.field(best, best.value, .7)
}
