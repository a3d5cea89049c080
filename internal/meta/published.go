package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// How far from the headline, in bytes of text, the date of a page can stand.
const (
	dateBefore = 1000
	dateBehind = 1500
)

// dateReliability orders the notes of a date: the best first, 0 for none.
func dateReliability(n *note) int {
	switch n.origin {
	case fromJSONLD, fromOpenGraph, fromDublinCore, fromMeta, fromMicrodata:
		return 10 - int(n.rank)*3
	case fromTime:
		return 6
	case fromDate:
		return 5
	case fromLine:
		return 5
	}
	return 0
}

// datedNote is a note with the date read from it.
type datedNote struct {
	note *note
	at   stamp
}

// dates chooses the dates.
func (c *collector) dates() (first, last document.Field) {
	pub, ok := c.bestDate(published)
	if ok {
		first = c.field(pub.note, pub.at.String(), .8)
	}
	if mod, found := c.bestDate(modified); found {
		last = c.field(mod.note, mod.at.String(), .8)
	}
	return first, last
}

// bestDate returns the most reliable date of one subject.
func (c *collector) bestDate(s subject) (best datedNote, found bool) {
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != s {
			continue
		}
		visible := n.origin >= fromTime
		if visible && (n.offset < -dateBefore || n.offset > dateBehind) {
			continue
		}
		if found && !moreReliable(n, best.note) {
			continue
		}
		if d, ok := parseDate([]byte(n.value), c.monthFirst()); ok {
			best, found = datedNote{n, d.stamp}, true
		}
	}
	return best, found
}

// moreReliable reports whether the date of a is to be preferred to that of b,
// which stands before it in the page.
func moreReliable(a, b *note) bool {
	x, y := dateReliability(a), dateReliability(b)
	if x == y && a.origin >= fromTime {
		return abs(a.offset) < abs(b.offset)
	}
	return x > y
}

// monthFirst reports whether dates of the page put the month before the day:
// in American English, which is what English without a country mostly is.
func (c *collector) monthFirst() bool {
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != language {
			continue
		}
		tag := bytes.ToLower([]byte(n.value))
		if !bytes.HasPrefix(tag, []byte("en")) {
			return false
		}
		if len(tag) >= 5 {
			region := string(tag[3:5])
			return region == "us" || region == "ph" || region == "ca"
		}
	}
	return true
}
