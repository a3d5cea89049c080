package preload

import (
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// What a page must be like for data to be added to it. docs/decisions
// has what was measured.
const (
	// mostWords is how many words make a page that shows its content, and
	// mostPlain how many outside links and forms: its data is not looked at.
	mostWords = 700
	mostPlain = 250
	// minAdded is how many words of content the data must have that the page
	// does not show.
	minAdded = 40
	// timesPlain is how many times the words outside links these must be.
	timesPlain = 2
)

// The budgets of one page.
const (
	maxValues     = 1 << 18 // JSON values read
	maxCandidates = 1 << 12
	maxNested     = 3 // JSON in strings of JSON in strings of JSON
	freeBytes     = 1 << 16
	perByte       = 4 // bytes decoded for each byte of the page, besides those
)

// Limit is a budget that was spent.
type Limit struct {
	What   string // which: one of the Limit... constants
	Count  int
	Offset int // where in the page it was spent first
}

// The values of Limit.What.
const (
	limitValues = "values of data"
	limitDepth  = "nesting depth of data"
	limitBytes  = "bytes of data decoded"
	limitTexts  = "texts in data"
)

// Finder finds text in data, for one page after another. The zero value is
// ready. It must not be used by two goroutines at once.
type Finder struct {
	parser dom.Parser
	layout layout.Layout
	known  shingles // what the page shows, and then what was added

	tree       *dom.Tree
	page       text // the page itself
	flight     text // the stream of React's server, put together
	readers    [maxNested]reader
	candidates []candidate
	values     int // how many JSON values may still be read
	bytes      int // how many bytes may still be decoded
	limits     []Limit
}

// Add adds to the set that b made from t last the blocks of content that the
// page carries only as data. It returns the budgets that were spent, valid until
// the next call.
func (f *Finder) Add(t *dom.Tree, l *layout.Layout, b *block.Builder, set *block.Set) []Limit {
	f.limits = f.limits[:0]
	words, plain := shownWords(set)
	if words >= mostWords || plain >= mostPlain {
		return nil
	}
	f.tree, f.candidates = t, f.candidates[:0]
	f.flight = text{bytes: f.flight.bytes[:0], segs: f.flight.segs[:0]}
	f.values, f.bytes = maxValues, freeBytes+perByte*len(t.Src)
	f.search()
	if f.choose(set, plain) {
		e := emitter{f: f, tree: t, layout: l, builder: b, set: set}
		e.emit()
		b.AddSums()
	}
	clear(f.candidates)
	f.tree, f.page = nil, text{}
	return f.limits
}

// shownWords returns how many words the page's blocks have, and how many of
// these are in blocks that are not mostly links and no part of a form.
func shownWords(set *block.Set) (all, plain int) {
	for i := range set.Blocks {
		b := &set.Blocks[i]
		all += int(b.Words)
		if b.LinkChars*2 < b.Chars && b.ControlChars == 0 {
			plain += int(b.Words)
		}
	}
	return all, plain
}

// choose keeps the candidates that say something the page does not show, and
// reports whether there is enough of it.
func (f *Finder) choose(set *block.Set, shownPlain int) bool {
	all := 0
	for i := range f.candidates {
		all += f.candidates[i].words
	}
	if all < minAdded {
		return false
	}
	if f.known.seen == nil {
		f.known.seen = make(map[uint64]struct{})
	}
	clear(f.known.seen)
	f.known.addBlocks(set)
	added, shown := 0, 0
	kept := f.candidates[:0]
	for i := range f.candidates {
		c := &f.candidates[i]
		if f.known.holds(plain(c)) {
			if !c.weak {
				shown += c.words
			}
			continue
		}
		kept = append(kept, *c)
		if !c.weak {
			added += c.words
		}
	}
	f.candidates = kept
	return added >= minAdded && added > shown && added >= timesPlain*shownPlain
}

// plain returns the text of a candidate without its tags, for comparison.
func plain(c *candidate) []byte {
	if !c.html || c.template != 0 {
		return c.bytes
	}
	out := make([]byte, 0, len(c.bytes))
	for i, tag := 0, false; i < len(c.bytes); i++ {
		switch b := c.bytes[i]; {
		case b == '<':
			tag = true
			out = append(out, ' ')
		case b == '>':
			tag = false
		case !tag:
			out = append(out, b)
		}
	}
	return dom.DecodeText(nil, out)
}

// spend takes n bytes of what may be decoded, and reports whether it may.
func (f *Finder) spend(n int, at *text, offset int) bool {
	if n > f.bytes {
		f.limit(limitBytes, at, offset)
		return false
	}
	f.bytes -= n
	return true
}

// full reports whether no more candidates may be taken.
func (f *Finder) full(at *text, offset int) bool {
	if len(f.candidates) < maxCandidates {
		return false
	}
	f.limit(limitTexts, at, offset)
	return true
}

// limit notes that a budget was spent at an offset of a text.
func (f *Finder) limit(what string, at *text, offset int) {
	for i := range f.limits {
		if f.limits[i].What == what {
			f.limits[i].Count++
			return
		}
	}
	l := Limit{What: what, Count: 1}
	if s, ok := at.source(offset, offset+1); ok {
		l.Offset = int(s.src)
	}
	f.limits = append(f.limits, l)
}
