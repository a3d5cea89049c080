package label

import (
	"math/bits"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// part is an element that holds blocks. Parts stand in document order, so that
// what a part inherits is known before it is asked for.
type part struct {
	node       dom.ID
	parent     int32 // the part around it; -1 for the document
	outer      int32 // the innermost part around it that holds more blocks; -1 for none
	first, end int32 // its blocks
	within     within
	depth      uint8  // counted from the innermost part that holds the whole page
	row        int32  // its group of siblings of the same form
	index      int32  // its number in that group
	item       int32  // the innermost part around it, or itself, that stands in a row; -1 for none
	outerItem  int32  // the outermost
	form       uint32 // what it looks like
	look       uint32 // what it and the two parts around it look like
	lca        int32  // the innermost part around it, or itself, that holds the title block; -1 for none
	names      [2]int32
	far        scores // what the names of it and of all parts around it say of any block inside
	near, next scores // what its own name says of a block right in it, and one or two levels down
}

// size returns how many blocks the part holds.
func (q *part) size() int32 { return q.end - q.first }

// within is the set of elements that a part stands in.
type within uint32

const (
	inNav within = 1 << iota
	inHeader
	inFooter
	inAside
	inArticle
	inMain
	inForm
	inTable
	inList
	inLink
	inHeading
	inControl
	inFigure
	inQuote
	inDetails
	inCode
)

var tagWithin = func() (t [dom.TagCount]within) {
	for bit, tags := range map[within][]dom.Tag{
		inNav: {dom.TagNav}, inHeader: {dom.TagHeader}, inFooter: {dom.TagFooter}, inAside: {dom.TagAside},
		inArticle: {dom.TagArticle}, inMain: {dom.TagMain}, inForm: {dom.TagForm}, inTable: {dom.TagTable},
		inList: {dom.TagUl, dom.TagOl, dom.TagMenu}, inLink: {dom.TagA},
		inHeading: {dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6},
		inControl: {dom.TagButton, dom.TagSelect, dom.TagLabel, dom.TagTextarea},
		inFigure:  {dom.TagFigure}, inQuote: {dom.TagBlockquote}, inDetails: {dom.TagDetails},
		inCode: {dom.TagPre, dom.TagCode},
	} {
		for _, tag := range tags {
			t[tag] |= bit
		}
	}
	return t
}()

// row is a group of sibling parts of the same form: the same tag and class.
type row struct {
	parent     int32
	form       uint32
	items      int32
	blocks     int32
	first, end int32 // from the first item's first block to the last item's last
	words      int32
	chars      int32
	linkChars  int32
}

// minRow is how many like siblings make a row.
const minRow = 3

// maxWiden bounds the steps from a part to one that holds three times as much.
const maxWiden = 16

// survey is what one pass over a page finds out for the features of all blocks.
type survey struct {
	page    *Page
	parts   []part
	partOf  []int32 // of each element that holds blocks; indexed by node
	rows    []row
	rowAt   []int32 // open-addressing table of rows; -1 is free
	running []int32 // words of running text before each block
	total   block.Stats
	core    [3]part // holders of 50, 75 and 90 % of the running text
	copies  copyTable
	h1s     int32
}

// coreShares are what the cores hold of the running text, in percent.
var coreShares = [3]int64{50, 75, 90}

func (s *survey) survey(p *Page) {
	s.page = p
	blocks := p.Blocks.Blocks
	s.total = p.Blocks.Sum(0, len(blocks))
	s.running = append(s.running[:0], 0)
	s.h1s = 0
	for i := range blocks {
		b := &blocks[i]
		words := int32(0)
		if isRunning(b) {
			words = b.Words
		}
		if b.Kind == document.Heading && b.Level == 1 {
			s.h1s++
		}
		s.running = append(s.running, s.running[i]+words)
	}
	s.copies.count(p.Blocks)
	s.parts, s.rows = s.parts[:0], s.rows[:0]
	s.core = [3]part{}
	if p.Tree == nil {
		return
	}
	s.findParts(p)
	s.findRows()
	s.findCores()
}

// findParts lists the elements that hold blocks.
func (s *survey) findParts(p *Page) {
	t := p.Tree
	n := len(t.Nodes)
	s.partOf = resize(s.partOf, n)
	s.partOf[0] = 0
	s.parts = append(s.parts, part{
		parent: -1, outer: -1, item: -1, outerItem: -1, end: int32(len(p.Blocks.Blocks)),
	})
	for id := dom.ID(1); int(id) < n; {
		node := &t.Nodes[id]
		if node.Kind != dom.ElementNode {
			id++
			continue
		}
		first, end := p.Blocks.Of(t, id)
		if first == end {
			id = node.After
			continue
		}
		s.addPart(id, node, first, end)
		id++
	}
}

func (s *survey) addPart(id dom.ID, node *dom.Node, first, end int) {
	up := s.partOf[node.Parent]
	around := &s.parts[up]
	q := part{
		node: id, parent: up, outer: up, first: int32(first), end: int32(end),
		within: around.within, depth: around.depth + 1, item: -1, outerItem: -1, row: -1,
	}
	switch {
	case around.depth == 255:
		q.depth = 255
	case s.whole(&q):
		q.depth = 0
	}
	if node.NS == dom.HTML {
		q.within |= tagWithin[node.Tag]
	}
	if around.end-around.first == q.end-q.first {
		q.outer = around.outer
	}
	s.partOf[id] = int32(len(s.parts))
	s.parts = append(s.parts, q)
}

// findRows groups siblings of the same form, and finds for each part the rows
// it stands in.
func (s *survey) findRows() {
	s.rowAt = freeSlots(s.rowAt, len(s.parts))
	for k := 1; k < len(s.parts); k++ {
		q := &s.parts[k]
		q.form = s.form(q.node)
		up := &s.parts[q.parent]
		q.look = mix(q.form + 0x9e3779b1*up.form)
		if up.parent >= 0 {
			q.look = mix(q.look + 0x85ebca6b*s.parts[up.parent].form)
		}
		q.row = s.rowOf(q.parent, q.form)
		r := &s.rows[q.row]
		q.index = r.items
		st := s.page.Blocks.Sum(int(q.first), int(q.end))
		r.items++
		r.blocks += q.end - q.first
		r.end = q.end
		if q.index == 0 {
			r.first = q.first
		}
		r.words, r.chars, r.linkChars = r.words+st.Words, r.chars+st.Chars, r.linkChars+st.LinkChars
	}
	for k := 1; k < len(s.parts); k++ {
		q := &s.parts[k]
		around := &s.parts[q.parent]
		q.item, q.outerItem = around.item, around.outerItem
		if s.rows[q.row].items >= minRow {
			q.item = int32(k)
			if q.outerItem < 0 {
				q.outerItem = int32(k)
			}
		}
	}
}

// rowOf returns the row of the given form under a parent.
func (s *survey) rowOf(parent int32, form uint32) int32 {
	mask := uint32(len(s.rowAt) - 1)
	for at := mix(form^uint32(parent)*0x9e3779b9) & mask; ; at = (at + 1) & mask {
		k := s.rowAt[at]
		if k < 0 {
			s.rowAt[at] = int32(len(s.rows))
			s.rows = append(s.rows, row{parent: parent, form: form})
			return int32(len(s.rows) - 1)
		}
		if s.rows[k].parent == parent && s.rows[k].form == form {
			return k
		}
	}
}

// form identifies elements that look alike: their tag and class without digits.
func (s *survey) form(id dom.ID) uint32 {
	h := uint32(s.page.Tree.Nodes[id].Tag)
	if class, ok := s.page.Tree.AttrBytes(id, dom.KeyClass); ok {
		for _, c := range class[:min(len(class), maxName)] {
			if c < '0' || c > '9' {
				h = (h ^ uint32(c)) * 0x01000193
			}
		}
	}
	return h
}

// findCores finds the smallest elements that hold most of the running text.
func (s *survey) findCores() {
	total := int64(s.running[len(s.running)-1])
	for c, share := range coreShares {
		s.core[c] = s.parts[0]
		if total == 0 {
			continue
		}
		last := int32(0)
		for k := 1; k < len(s.parts); k++ {
			q := &s.parts[k]
			if q.parent == last && int64(s.running[q.end]-s.running[q.first])*100 >= total*share {
				last = int32(k)
				s.core[c] = *q
			}
		}
	}
}

// whole reports whether a part holds all blocks. How many elements stand around the
// whole page, and what they are called, says nothing of its parts.
func (s *survey) whole(q *part) bool { return int(q.size()) == len(s.page.Blocks.Blocks) }

// several returns part k, or if it holds one block alone the innermost around it
// that holds more.
func (s *survey) several(k int32) int32 {
	if p := &s.parts[k]; p.size() < 2 && p.outer >= 0 {
		return p.outer
	}
	return k
}

// wider returns the nearest part around part k that holds at least three times
// as many blocks, or the widest within reach.
func (s *survey) wider(k int32) int32 {
	q := s.parts[k].outer
	if q < 0 {
		return k
	}
	want := 3 * (s.parts[k].end - s.parts[k].first)
	for range maxWiden {
		up := s.parts[q].outer
		if up < 0 || s.parts[q].end-s.parts[q].first >= want {
			break
		}
		q = up
	}
	return q
}

// copyTable counts blocks with the same text.
type copyTable struct {
	ids     idTable
	counts  []int32 // of the blocks with each text
	textOf  []int32 // the text of each block, a number
	earlier []int32 // of the blocks with the text of each block, those before it
}

func (c *copyTable) count(set *block.Set) {
	c.ids.reset(len(set.Blocks))
	c.counts, c.textOf, c.earlier = c.counts[:0], c.textOf[:0], c.earlier[:0]
	for i := range set.Blocks {
		id := c.ids.id(hashBytes(set.TextOf(i)))
		if int(id) == len(c.counts) {
			c.counts = append(c.counts, 0)
		}
		c.textOf = append(c.textOf, id)
		c.earlier = append(c.earlier, c.counts[id])
		c.counts[id]++
	}
}

// of returns how many blocks have the text of block i, itself included.
func (c *copyTable) of(i int) int32 { return c.counts[c.textOf[i]] }

// idTable numbers hashes in the order in which they are first asked for.
type idTable struct {
	slots  []int32 // open addressing; -1 is free
	hashes []uint32
}

// reset empties the table and makes room for n hashes.
func (t *idTable) reset(n int) {
	t.slots = freeSlots(t.slots, n)
	t.hashes = t.hashes[:0]
}

func (t *idTable) id(h uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	at := h & mask
	for t.slots[at] >= 0 && t.hashes[t.slots[at]] != h {
		at = (at + 1) & mask
	}
	if t.slots[at] < 0 {
		t.slots[at] = int32(len(t.hashes))
		t.hashes = append(t.hashes, h)
	}
	return t.slots[at]
}

// freeSlots returns an empty table of slots, a power of two, for n entries.
func freeSlots(slots []int32, n int) []int32 {
	slots = resize(slots, 1<<bits.Len(uint(2*n)))
	for i := range slots {
		slots[i] = -1
	}
	return slots
}

// logScale returns a count on a scale of eighths of a power of two: 0 for 0, 8
// for 1, 16 for 3, 32 for 15.
func logScale(n int32) uint8 {
	x := uint32(max(n, 0)) + 1
	l := bits.Len32(x) - 1
	frac := x << 3 >> l & 7
	if l > 28 {
		return 255
	}
	return uint8(8*l + int(frac))
}

// share returns part of whole in 255ths, 0 if there is no whole.
func share(part, whole int32) uint8 {
	if whole <= 0 {
		return 0
	}
	return uint8(min(max(int64(part)*255/int64(whole), 0), 255))
}

func clampByte(x int32) uint8 { return uint8(min(max(x, 0), 255)) }

// mix spreads the bits of a hash.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}
