package meta

import (
	"math"

	"github.com/winnowtext/winnow/document"
)

// choose makes the metadata from the notes.
func (c *collector) choose() document.Meta {
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
	m.Published, m.Modified = c.dates()
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
func (c *collector) first(s subject, p float32) document.Field {
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

// titleP returns the confidence in the title: how far it is ahead of the others.
func (c *collector) titleP() float32 {
	var sum float64
	for i := range c.titles {
		sum += math.Exp(float64(c.titles[i].score - c.title.score))
	}
	return float32(1 / sum)
}

// subtitle returns the line under the headline that calls itself that.
func (c *collector) subtitle() document.Field {
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
