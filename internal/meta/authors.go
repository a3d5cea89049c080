package meta

import (
	"slices"

	"github.com/winnowtext/winnow/document"
)

// How far from the headline, in bytes of text, a byline can stand, and how far
// from each other the names of one byline can.
const (
	bylineBefore = 1500
	bylineBehind = 3000
	bylineWidth  = 300
)

// authorSources are where authors are looked for, the most reliable first: the
// first that gives a name gives them all.
var authorSources = [...]struct {
	origin  origin
	rank    uint8
	visible bool // stands in the page, and so must stand at the headline
	p       float32
}{
	{fromJSONLD, 0, false, .95},
	{fromMeta, 0, false, .9},
	{fromDublinCore, 0, false, .9},
	{fromMicrodata, 0, true, .9},
	{fromRel, 0, true, .85},
	{fromByline, 0, true, .8},
	{fromOpenGraph, 0, false, .8},
	{fromLine, 0, true, .8},
	{fromByline, 1, true, .7},
	{fromMeta, 1, false, .7},
	{fromJSONLD, 2, false, .6},
}

// authors chooses the authors.
func (c *collector) authors() []document.Field {
	for _, s := range authorSources {
		if fields := c.authorsFrom(s.origin, s.rank, s.visible, s.p); len(fields) > 0 {
			return fields
		}
	}
	return nil
}

// authorsFrom returns the authors that one source names.
func (c *collector) authorsFrom(o origin, rank uint8, visible bool, p float32) []document.Field {
	near, found := 0, false
	if visible {
		if near, found = c.nearest(o, rank); !found {
			return nil
		}
	}
	var fields []document.Field
	var names []string
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != author || n.origin != o || n.rank != rank || visible && abs(n.offset-near) > bylineWidth {
			continue
		}
		names = appendNames(names[:0], n.value)
		for _, name := range names {
			known := func(f document.Field) bool { return sameKey(f.Value, name) }
			if len(fields) < maxNames && !c.isSiteName(name) && !slices.ContainsFunc(fields, known) {
				fields = append(fields, c.field(n, name, p))
			}
		}
	}
	return fields
}

// nearest returns the offset of the byline of one source that stands nearest to
// the headline and gives a name.
func (c *collector) nearest(o origin, rank uint8) (offset int, found bool) {
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != author || n.origin != o || n.rank != rank || n.offset < -bylineBefore || n.offset > bylineBehind {
			continue
		}
		if found && abs(n.offset) >= abs(offset) || len(appendNames(nil, n.value)) == 0 {
			continue
		}
		offset, found = n.offset, true
	}
	return offset, found
}

func abs(n int) int { return max(n, -n) }
