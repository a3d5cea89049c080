package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// A title is chosen among the texts that may be it: the headings, what the
// metadata calls the title, and that without the names of the site and the
// section which many pages add to it. Each source that gives a text is one of
// its signs; titleWeights says what the signs are worth.

// titleSign is a sign that a text is the title: which source gives it, and what
// was cut off there.
type titleSign uint8

// The signs. Those of the title element are at the same distance from each
// other as those of the other two.
const (
	socialWhole titleSign = iota // OpenGraph and other meta elements: with the site's name
	socialKept                   // without it, or that had none
	socialFirst                  // up to the first separator
	socialHead                   // up to a later one
	socialTail                   // from a later one on
	elementWhole
	elementKept
	elementFirst
	elementHead
	elementTail
	dataWhole // linked data and microdata
	dataKept
	dataFirst
	dataHead
	dataTail
	siteFirst // of any source: begins with the site's name
	firstHeading
	laterHeading
	numTitleSigns
)

// titleCandidate is a text that may be the title.
type titleCandidate struct {
	note  int // index of the note that has it
	text  []byte
	key   []byte
	signs uint32 // one bit for each titleSign
	score float32
}

// maxTitles bounds the candidates.
const maxTitles = 64

// titleSeparators divide the title of a page from the names of its site and
// section.
var titleSeparators = [...]string{
	" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " > ", " / ", " ~ ", " ― ", "|", " : ", ": ",
}

// maxSegments is how many pieces a title is cut into. The last one may have
// separators.
const maxSegments = 6

// segments cuts a title at its separators into pieces and appends their offsets
// to cuts, which is empty.
func segments(cuts [][2]int, text []byte) [][2]int {
	start := 0
	for len(cuts) < maxSegments-1 {
		at, width := start, 0
		for ; at < len(text) && width == 0; at++ {
			width = separatorLength(text[at:])
		}
		at--
		if width == 0 {
			break
		}
		cuts = append(cuts, [2]int{start, at})
		start = at + width
	}
	return append(cuts, [2]int{start, len(text)})
}

// separatorLength returns the length of the separator that text begins with, 0
// for none.
func separatorLength(text []byte) int {
	if c := text[0]; c != ' ' && c != '|' && c != ':' {
		return 0 // all separators begin with these
	}
	for _, sep := range titleSeparators {
		if len(sep) <= len(text) && string(text[:len(sep)]) == sep {
			return len(sep)
		}
	}
	return 0
}

// headline chooses the title, and returns the h1 that shows it, or else another
// node that does, or else the first h1, or 0.
func (c *Collector) headline() dom.ID {
	c.gatherTitles()
	c.scoreTitles()
	for i := range c.titles {
		if c.title == nil || c.titles[i].score > c.title.score {
			c.title = &c.titles[i]
		}
	}
	var first dom.ID
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != title || n.origin != fromHeading {
			continue
		}
		if sameKey(n.value, c.title.text) {
			return n.node
		}
		if first == 0 {
			first = n.node
		}
	}
	if c.title != nil {
		if shown := c.titleNode(); shown != 0 {
			return shown
		}
	}
	return first
}

// gatherTitles gathers the texts that may be the title, with their signs.
func (c *Collector) gatherTitles() {
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != title {
			continue
		}
		switch n.origin {
		case fromHeading:
			if c.headings == 0 {
				c.sign(i, n.value, firstHeading)
			} else {
				c.sign(i, n.value, laterHeading)
			}
			c.headings++
		case fromTitle:
			c.gatherCuts(i, n.value, elementWhole)
		case fromJSONLD, fromMicrodata:
			c.gatherCuts(i, n.value, dataWhole)
		default:
			c.gatherCuts(i, n.value, socialWhole)
		}
	}
}

// gatherCuts gathers a text whole and cut at its separators. whole is the first
// of its source's five signs.
func (c *Collector) gatherCuts(note int, text []byte, whole titleSign) {
	var buf [maxSegments][2]int
	cuts := segments(buf[:0], text)
	first, last := 0, len(cuts)-1
	for last > first && c.isSite(text[cuts[last][0]:cuts[last][1]]) {
		last--
	}
	for last > first && c.isSite(text[cuts[first][0]:cuts[first][1]]) {
		first++
	}
	start, end := cuts[first][0], cuts[last][1]
	if end < len(text) {
		c.sign(note, text, whole)
	}
	if start > 0 {
		c.sign(note, text[:end], siteFirst)
	}
	c.sign(note, text[start:end], whole+1)
	for k := first; k < last; k++ {
		head := whole + 3
		if k == first {
			head = whole + 2
		}
		c.sign(note, text[start:cuts[k][1]], head)
		c.sign(note, text[cuts[k+1][0]:end], whole+4)
	}
}

// sign adds a sign to the candidate with the given text. Of texts that differ in
// case and marks only, the one that readers see is kept.
func (c *Collector) sign(note int, text []byte, s titleSign) {
	k := c.key(text)
	if len(k) == 0 {
		return
	}
	for i := range c.titles {
		t := &c.titles[i]
		if !bytes.Equal(t.key, k) {
			continue
		}
		if s == firstHeading || s == laterHeading && t.signs&(1<<firstHeading) == 0 {
			t.note, t.text = note, text
		}
		t.signs |= 1 << s
		return
	}
	if len(c.titles) < maxTitles {
		c.titles = append(c.titles, titleCandidate{note: note, text: text, key: k, signs: 1 << s})
	}
}
