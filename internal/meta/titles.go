package meta

import (
	"strings"

	"github.com/winnowtext/winnow/internal/dom"
)

// titleSeparators divide the title of a page from the names of its site and
// section.
var titleSeparators = [...]string{
	" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " > ", " / ", " ~ ", " ― ", "|", " : ", ": ",
}

// maxSegments is how many pieces a title is cut into. The last one may have
// separators.
const maxSegments = 6

// titleCandidate is a text that may be the title.
type titleCandidate struct {
	note  int // index of the note it was first found in
	text  string
	key   string
	score float32
	votes uint32 // one bit for each origin that has been counted
}

// segments cuts a title at its separators into pieces, given by their offsets.
func segments(text string) (cuts [][2]int) {
	start := 0
	for len(cuts) < maxSegments-1 {
		at, width := len(text), 0
		for _, sep := range titleSeparators {
			if k := strings.Index(text[start:], sep); k >= 0 && start+k < at {
				at, width = start+k, len(sep)
			}
		}
		if width == 0 {
			break
		}
		cuts = append(cuts, [2]int{start, at})
		start = at + width
	}
	return append(cuts, [2]int{start, len(text)})
}

// titleWeights say how much each origin is worth as the place of the title:
// whole, and cut at a separator.
var titleWeights = [...]struct{ whole, cut float32 }{
	fromJSONLD: {2, .8}, fromOpenGraph: {1.2, 1}, fromTwitter: {.4, .3}, fromDublinCore: {.5, .3}, fromMeta: {.6, .3},
	fromMicrodata: {2, .5}, fromTitle: {.8, 1.5}, fromHeading: {3, 0}, fromLine: {},
}

// headline chooses the title, and returns the h1 that shows it, or else the
// first h1, or 0.
func (c *collector) headline() dom.ID {
	c.rankTitles()
	var first dom.ID
	best := -1
	for i := range c.titles {
		if best < 0 || c.titles[i].score > c.titles[best].score {
			best = i
		}
	}
	if best >= 0 {
		c.title = &c.titles[best]
	}
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != title || n.origin != fromHeading {
			continue
		}
		if c.title != nil && sameKey(n.value, c.title.text) {
			return n.node
		}
		if first == 0 {
			first = n.node
		}
	}
	return first
}

// rankTitles gathers what may be the title, and how much speaks for each.
func (c *collector) rankTitles() {
	headings := 0
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != title {
			continue
		}
		weight := titleWeights[n.origin]
		if n.origin == fromHeading {
			headings++
			weight.whole /= float32(headings)
		}
		weight.whole /= float32(n.rank + 1)
		weight.cut /= float32(n.rank + 1)
		c.vote(i, n.value, weight.whole)
		if n.origin == fromHeading {
			continue
		}
		cuts := segments(n.value)
		last := len(cuts) - 1
		for k := 1; k <= last; k++ {
			c.vote(i, n.value[:cuts[last-k][1]], weight.cut/float32(k))
			c.vote(i, n.value[cuts[k][0]:], weight.cut/float32(k+2))
		}
	}
	for i := range c.titles {
		if c.isSite(c.titles[i].key) {
			c.titles[i].score -= 2
		}
	}
}

// vote counts a note for the candidate with its text. An origin counts once.
func (c *collector) vote(n int, text string, weight float32) {
	k := key(text)
	if k == "" || weight == 0 {
		return
	}
	bit := uint32(1) << c.notes[n].origin
	for i := range c.titles {
		if t := &c.titles[i]; t.key == k {
			if t.votes&bit == 0 {
				t.score += weight
			}
			t.votes |= bit
			return
		}
	}
	if len(c.titles) < maxTitles {
		c.titles = append(c.titles, titleCandidate{note: n, text: text, key: k, score: weight, votes: bit})
	}
}

// maxTitles bounds the candidates for the title.
const maxTitles = 64

// isSite reports whether a key is that of the site's name.
func (c *collector) isSite(k string) bool {
	for i := range c.notes {
		if n := &c.notes[i]; n.subject == siteName && sameKey(n.value, k) {
			return true
		}
	}
	return false
}
