package meta

import (
	"slices"

	"github.com/winnowtext/winnow/document"
)

// How far from the headline, in bytes of text, a byline can stand, and how far
// from each other two names of one byline can: as far as " and " is long. Behind
// a longer text the name is an editor's, or another article's author's.
const (
	bylineBefore = 1500
	bylineBehind = 3000
	nameGap      = 8
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
	{fromCitation, 0, false, .9},
	{fromDublinCore, 0, false, .9},
	{fromMicrodata, 0, true, .9},
	{fromRel, 0, true, .85},
	{fromMeta, 1, false, .8},
	{fromByline, 0, true, .8},
	{fromOpenGraph, 0, false, .8},
	{fromLine, 0, true, .8},
	{fromJSONLD, companyRank, false, .7},
	{fromByline, 1, true, .7},
	{fromLine, 1, true, .6},
	{fromJSONLD, 2, false, .6},
}

// authors chooses the authors.
func (c *Collector) authors() []document.Field {
	if c.isProduct() {
		return nil
	}
	for _, s := range authorSources {
		var a authorList
		if s.visible {
			c.authorsNear(&a, s.origin, s.rank)
		} else {
			c.authorsOf(&a, s.origin, s.rank)
		}
		if a.n == 0 {
			continue
		}
		fields := make([]document.Field, 0, a.n)
		for i, name := range a.names[:a.n] {
			c.scratch = append(c.scratch[:0], name...)
			fields = append(fields, c.field(a.notes[i], c.scratch, s.p))
		}
		return fields
	}
	return nil
}

// authorList is the names that one source gives, and the notes they stand in.
type authorList struct {
	names [maxNames]string
	notes [maxNames]*note
	n     int
}

// add adds the names of a note that are not known yet and are not the site's.
func (a *authorList) add(c *Collector, n *note) {
	for _, name := range c.namesIn(n) {
		known := func(s string) bool { return sameKey(s, name) }
		if a.n < maxNames && !slices.ContainsFunc(a.names[:a.n], known) && (n.person || n.origin >= fromMicrodata || !c.isSiteName(name)) {
			a.names[a.n], a.notes[a.n] = name, n
			a.n++
		}
	}
}

// namesIn returns the names in a note. A record's creator is one person, family
// name first.
func (c *Collector) namesIn(n *note) []string {
	value := string(n.value)
	if n.origin == fromDublinCore || n.origin == fromCitation {
		value = turnName(value)
	}
	c.names = appendNames(c.names[:0], value)
	return c.names
}

// authorsOf adds the authors that a source of metadata names: of linked data,
// the first object that has any.
func (c *Collector) authorsOf(a *authorList, o origin, rank uint8) {
	thing := 0
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != author || n.origin != o || n.rank != rank || thing != 0 && n.thing != thing {
			continue
		}
		a.add(c, n)
		if a.n > 0 {
			thing = n.thing
		}
	}
}

// authorsNear adds the authors of the byline that stands nearest to the
// headline, or of the one behind the article if it is the only one.
func (c *Collector) authorsNear(a *authorList, o origin, rank uint8) {
	first := c.nearestByline(o, rank)
	if first < 0 {
		c.onlyAuthor(a, o, rank)
		return
	}
	last := &c.notes[first]
	a.add(c, last)
	for i := first + 1; i < len(c.notes); i++ {
		n := &c.notes[i]
		gap := n.offset - last.offset - len(last.value)
		if n.subject == author && n.origin == o && n.rank == rank && n.span.Start >= last.span.End && gap <= nameGap {
			a.add(c, n)
			last = n
		}
	}
}

// onlyAuthor adds the author whom all bylines of a source name, however far
// behind the headline: the box about the author below an article.
func (c *Collector) onlyAuthor(a *authorList, o origin, rank uint8) {
	if c.hints.articles == 0 && string(c.hints.ogType) != "article" {
		return
	}
	var all authorList
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject == author && n.origin == o && n.rank == rank && n.offset > 0 {
			all.add(c, n)
		}
	}
	if all.n == 1 {
		*a = all
	}
}

// nearestByline returns the index of the note of a source that stands nearest
// to the headline and has a name, the innermost of those at one place; -1 if
// there is none.
func (c *Collector) nearestByline(o origin, rank uint8) int {
	first := -1
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != author || n.origin != o || n.rank != rank || n.offset < -bylineBefore || n.offset > bylineBehind {
			continue
		}
		nearer := first < 0 || abs(n.offset) < abs(c.notes[first].offset)
		if (nearer || inside(n, &c.notes[first])) && len(c.namesIn(n)) > 0 {
			first = i
		}
	}
	return first
}

// inside reports whether the place of a is a part of that of b.
func inside(a, b *note) bool {
	return a.span.Start >= b.span.Start && a.span.End <= b.span.End && a.span != b.span
}

func abs(n int) int { return max(n, -n) }
