package meta

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/winnowtext/winnow/document"
)

// maxTags bounds the tags of a page, and longestTag the bytes of one.
const (
	maxTags    = 32
	longestTag = 60
)

// tagSources are where tags are looked for, the most reliable first.
var tagSources = [...]origin{fromOpenGraph, fromJSONLD, fromRel, fromMeta}

// tags returns the tags that the most reliable source gives.
func (c *Collector) tags() []document.Field {
	for _, o := range tagSources {
		fields := c.fields[:0]
		var keys [maxTags][]byte
		for i := range c.notes {
			n := &c.notes[i]
			if n.subject != tag || n.origin != o {
				continue
			}
			for piece := range bytes.SplitSeq(n.value, []byte(",")) {
				piece = bytes.TrimSpace(piece)
				k := c.key(piece)
				if len(k) == 0 || len(piece) > longestTag || len(fields) == maxTags || contains(keys[:len(fields)], k) {
					continue
				}
				keys[len(fields)] = k
				fields = append(fields, c.field(n, piece, .8))
			}
		}
		c.fields = fields
		if len(fields) > 0 {
			return slices.Clone(fields)
		}
	}
	return nil
}

func contains(keys [][]byte, k []byte) bool {
	for _, o := range keys {
		if bytes.Equal(o, k) {
			return true
		}
	}
	return false
}

// How many values that were not chosen are kept of each field.
const maxRejected = 3

// rejected returns what other sources say where they contradict the metadata. A
// text with more or less of the same words is no contradiction.
func (c *Collector) rejected(m *document.Meta, title []byte) []document.Rejected {
	list := c.rejections[:0]
	add := func(name string, n *note, value []byte) {
		list = append(list, document.Rejected{Name: name, Field: c.field(n, value, 0)})
	}
	for _, f := range [...]struct {
		s    subject
		name string
		kept bool
	}{{titleSubject, "title", m.Title.Origin != ""}, {siteName, "site_name", m.SiteName.Origin != ""}, {canonical, "canonical", m.Canonical.Origin != ""}} {
		if !f.kept {
			continue
		}
		keys := make([][]byte, 0, maxRejected+1)
		switch best := c.bestOf(f.s); {
		case f.s == titleSubject:
			keys = append(keys, c.key(title))
		case best != nil:
			keys = append(keys, c.key(best.value))
		}
		for i := range c.notes {
			n := &c.notes[i]
			if n.subject != f.s || f.s == titleSubject && n.origin == fromHeading && n.node != 0 && c.headings > 1 || len(keys) > maxRejected {
				continue
			}
			if k := c.key(n.value); len(k) > 0 && !contains(keys, k) && !bytes.Contains(k, keys[0]) && !bytes.Contains(keys[0], k) {
				keys = append(keys, k)
				add(f.name, n, n.value)
			}
		}
	}
	c.rejections = c.rejectedDates(m, list)
	return append([]document.Rejected(nil), c.rejections...)
}

// rejectedDates adds the dates that declared sources give beside those chosen.
func (c *Collector) rejectedDates(m *document.Meta, list []document.Rejected) []document.Rejected {
	for _, s := range [...]subject{published, modified} {
		name, chosen := "published", c.firstDate
		if s == modified {
			name, chosen = "modified", c.lastDate
		}
		if chosen == nil {
			continue
		}
		known := [maxRejected + 1]stamp{chosen.at}
		n := 1
		for i := range c.dated {
			d := &c.dated[i]
			if d.note.subject != s || d.note.shown() && abs(d.note.offset) > dateShown || n > maxRejected {
				continue
			}
			same := false
			for k := range known[:n] {
				same = same || known[k].sameDay(&d.at)
			}
			if !same {
				known[n] = d.at
				n++
				c.scratch = d.at.append(c.scratch[:0])
				list = append(list, document.Rejected{Name: name, Field: c.field(d.note, c.scratch, 0)})
			}
		}
	}
	return list
}

// bestOf returns the best note on a subject, nil for none.
func (c *Collector) bestOf(s subject) *note {
	var best *note
	for i := range c.notes {
		if n := &c.notes[i]; n.subject == s && (best == nil || better(n, best)) {
			best = n
		}
	}
	return best
}

// keepSchema keeps a script of linked data whole, if it is valid JSON.
func (c *Collector) keepSchema(text []byte, span document.Span) {
	var compact bytes.Buffer
	if json.Compact(&compact, text) == nil {
		c.schema = append(c.schema, document.Field{Value: compact.String(), Raw: string(text), Span: span, Origin: fromJSONLD.String(), P: 1})
	}
}
