package meta

import "github.com/winnowtext/winnow/document"

// How far from the headline, in bytes of text, the date of a page can stand.
const (
	dateBefore = 1000
	dateBehind = 1500
	dateShown  = 400 // to be believed against what the page declares
)

// pageRank is the rank from which on linked data describes the page and not an
// article on it. Content management systems give every page a date, so that one
// counts only if the page shows it too.
const pageRank = 2

// datedNote is a note with the date read from it.
type datedNote struct {
	note *note
	at   stamp
}

// dates chooses the dates. of is the subject of the one the page goes by.
func (c *Collector) dates() (first, last document.Field, of subject) {
	if c.isProduct() {
		return first, last, 0 // the dates are those of its reviews
	}
	dated := c.readDates()
	p, m := bestDate(dated, published), bestDate(dated, modified)
	if p == nil && m == nil {
		if d := c.labelledDate(); d != nil && d.note.subject == modified {
			m = d
		} else {
			p = d
		}
	}
	if s := shownDate(dated); p != nil && s != nil && contradicts(s, p, m) {
		p = s
	}
	c.firstDate, c.lastDate = p, m
	if p != nil {
		c.scratch = p.at.append(c.scratch[:0])
		first = c.field(p.note, c.scratch, p.p())
		of = published
	}
	if m != nil {
		c.scratch = m.at.append(c.scratch[:0])
		last = c.field(m.note, c.scratch, m.p())
		if p == nil && (m.note.shown() || m.note.origin != fromOpenGraph && m.note.rank == 0) {
			of = modified
		}
	}
	return first, last, of
}

// labelledDate returns the date farther away in the page that says what it is, if
// all of them name one day. Dates of change count on articles only: the pages of
// manuals have them too.
func (c *Collector) labelledDate() *datedNote {
	monthFirst := c.dateReader.monthFirst
	var only *datedNote
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != published && (n.subject != modified || !c.isArticle()) || !n.shown() || !saysPublished(n.value) && !startsModified(n.value) {
			continue
		}
		d, ok := parseDate(n.value, monthFirst)
		switch {
		case !ok:
		case only == nil:
			only = &datedNote{n, d.stamp}
		case !only.at.sameDay(&d.stamp):
			return nil
		}
	}
	return only
}

// isArticle reports whether the page calls itself an article.
func (c *Collector) isArticle() bool {
	return c.hints.articles > 0 || string(c.hints.ogType) == "article"
}

// shownDate returns the date of publication that stands nearest to the headline.
func shownDate(dated []datedNote) *datedNote {
	var best *datedNote
	for i := range dated {
		d := &dated[i]
		if d.note.subject == published && d.note.shown() && abs(d.note.offset) <= dateShown && (best == nil || abs(d.note.offset) < abs(best.note.offset)) {
			best = d
		}
	}
	return best
}

// contradicts reports whether what the page shows, s, is to be believed and not
// what it declares, p: it names another day, which is not that of the last
// change, m. What is declared is often the day of an import, or in another time
// zone.
func contradicts(s, p, m *datedNote) bool {
	return !p.note.shown() && !s.at.sameDay(&p.at) && (m == nil || p.at.sameDay(&m.at) || !s.at.sameDay(&m.at))
}

// readDates reads the dates from the notes; those that are none are left out.
func (c *Collector) readDates() []datedNote {
	monthFirst := c.dateReader.monthFirst
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != published && n.subject != modified {
			continue
		}
		if n.shown() && (n.offset < -dateBefore || n.offset > dateBehind) {
			continue
		}
		if d, ok := parseDate(n.value, monthFirst); ok {
			c.dated = append(c.dated, datedNote{n, d.stamp})
		} else if at, ok := relativeDate(n.value, &c.dateReader.captured); ok && n.shown() {
			c.dated = append(c.dated, datedNote{n, at})
		}
	}
	return c.dated
}

// shown reports whether a note stands in the visible page.
func (n *note) shown() bool { return n.origin >= fromTime }

// bestDate returns the most reliable date of one subject, nil if there is none.
func bestDate(dated []datedNote, s subject) *datedNote {
	var best *datedNote
	for i := range dated {
		d := &dated[i]
		if d.note.subject != s || best != nil && !d.note.datesBetter(best.note) {
			continue
		}
		if d.note.origin == fromJSONLD && d.note.rank >= pageRank && !isShown(dated, &d.at) {
			continue
		}
		best = d
	}
	return best
}

// isShown reports whether a visible note has the date.
func isShown(dated []datedNote, at *stamp) bool {
	for i := range dated {
		if dated[i].note.shown() && dated[i].at.sameDay(at) {
			return true
		}
	}
	return false
}

// reliability orders the sources of dates: those that are made for machines,
// then the visible ones, those that name themselves a time first.
func (n *note) reliability() int {
	switch n.origin {
	case fromTime:
		return 5
	case fromDate, fromLine:
		return 4
	}
	return 9 - int(n.rank)
}

// datesBetter reports whether the date of n is to be preferred to that of o,
// which stands before it in the page.
func (n *note) datesBetter(o *note) bool {
	x, y := n.reliability(), o.reliability()
	if x == y && n.shown() {
		return abs(n.offset) < abs(o.offset)
	}
	return x > y
}

// p returns the confidence in a date.
func (d *datedNote) p() float32 { return .5 + float32(d.note.reliability())/20 }

// monthFirst reports whether dates of the page put the month before the day:
// in American English, which is what English without a country mostly is.
func (c *Collector) monthFirst() bool {
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != language {
			continue
		}
		tag := n.value
		if !hasPrefixFold(tag, "en") {
			return false
		}
		if len(tag) >= 5 {
			region := tag[3:]
			return hasPrefixFold(region, "us") || hasPrefixFold(region, "ph") || hasPrefixFold(region, "ca")
		}
	}
	return true
}
