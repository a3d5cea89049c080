package block

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// Set is a page cut into blocks. All offsets named Start and End are into Text.
type Set struct {
	Text       []byte // the texts of all blocks, one behind the other
	Blocks     []Block
	Runs       []Run
	Links      []Link
	Marks      []Mark
	Patches    []Patch
	Containers []document.Container
	Objects    []Object // of the page itself, not of data
	Notes      []document.Note
	Dropped    int // objects beyond MaxObjects
	// Joined is how many blocks are joined into the last one because there are as
	// many as FreeBlocks, and one more for every BlockBytes bytes of input.
	// JoinedAt is where in the input the last block begins, if any are.
	Joined   int
	JoinedAt int

	// before is for each node, and one past the last, how many blocks begin
	// before it; sums[i] are the counts of the blocks before block i. Together
	// they answer for any element what it holds without a walk through it.
	before []int32
	sums   []Stats
}

// The limit on the number of blocks. No ordinary page is near: they have a block
// for a thousand bytes.
const (
	FreeBlocks = 1 << 16
	BlockBytes = 64
)

// MaxObjects is how many images, videos and formulas of a page are recorded.
const MaxObjects = 1 << 14

// Block is one block of a set. First and Last index ranges are half-open.
type Block struct {
	Kind       document.Kind
	Level      uint8             // of a heading, or the depth of a list item's list
	Break      bool              // only a line break stands between it and the block before
	Hidden     document.Hiding   // by elements, attributes and inline display and visibility: what hides its first text
	Style      document.Hiding   // by style rules and all other properties: what hides all of its text
	Position   document.Position // of its first text
	Data       document.Wrapping // of text that the page carries as data: what it is wrapped in
	First      dom.ID            // the text node it begins in; 0 for flat text and data
	Node       dom.ID            // the innermost element that holds all of its text; 0 for flat text and data
	Start, End int32             // its text
	Runs       [2]int32
	Links      [2]int32
	Marks      [2]int32
	Patches    [2]int32
	Container  int32 // -1 for none
	Stats
}

// Stats are counts about a block's text.
type Stats struct {
	Chars        int32 // characters that are not white space
	Words        int32 // runs of letters and digits; of a script without spaces, each character
	LinkChars    int32 // of Chars, those inside links
	Digits       int32
	Upper        int32 // upper-case letters
	Commas       int32 // commas and their like in every script
	Sentences    int32 // full stops, question and exclamation marks in every script
	LinkCount    int32 // links that begin in the block
	ControlChars int32 // of Chars, those inside buttons and form fields
}

// Run is a piece of a block's text and the input it came from.
type Run struct {
	Start, End       int32 // of Set.Text
	SrcStart, SrcEnd int32 // of the input
	Decoding         document.Decoding
}

// Link is a link on a range of a block's text.
type Link struct {
	Start, End int32
	First      dom.ID // the text node it begins in; 0 for flat text
	Node       dom.ID // the a or area element
}

// Patch is a range of a block's text that is hidden, for whatever reason.
type Patch struct {
	Start, End int32
	Hidden     document.Hiding
}

// Object is an image, video or formula, see document.Object. Its range is of the
// text of the block, not of the set.
type Object struct {
	Kind       document.ObjectKind
	Alone      bool
	Block      int32
	Start, End int32
	Container  int32
	Node       dom.ID
}

// Mark is inline markup on a range of a block's text.
type Mark struct {
	Kind       document.MarkKind
	Start, End int32
}

// Of returns the range of blocks that begin in a node, half-open.
func (s *Set) Of(t *dom.Tree, id dom.ID) (first, end int) {
	return int(s.before[id]), int(s.before[t.Nodes[id].After])
}

// Sum returns the counts of the blocks first up to, not including, end.
func (s *Set) Sum(first, end int) Stats { return s.sums[end].minus(s.sums[first]) }

// TextOf returns the text of block i. It aliases the set.
func (s *Set) TextOf(i int) []byte { return s.Text[s.Blocks[i].Start:s.Blocks[i].End] }

func (a Stats) plus(b Stats) Stats {
	return Stats{
		a.Chars + b.Chars, a.Words + b.Words, a.LinkChars + b.LinkChars, a.Digits + b.Digits, a.Upper + b.Upper,
		a.Commas + b.Commas, a.Sentences + b.Sentences, a.LinkCount + b.LinkCount, a.ControlChars + b.ControlChars,
	}
}

func (a Stats) minus(b Stats) Stats {
	return Stats{
		a.Chars - b.Chars, a.Words - b.Words, a.LinkChars - b.LinkChars, a.Digits - b.Digits, a.Upper - b.Upper,
		a.Commas - b.Commas, a.Sentences - b.Sentences, a.LinkCount - b.LinkCount, a.ControlChars - b.ControlChars,
	}
}

// sumUp fills in the sums for a tree of n nodes, 0 for flat text.
func (s *Set) sumUp(n int) {
	s.sums = append(s.sums[:0], Stats{})
	for i := range s.Blocks {
		s.sums = append(s.sums, s.sums[i].plus(s.Blocks[i].Stats))
	}
	if cap(s.before) <= n {
		s.before = make([]int32, n+n/4+1)
	}
	s.before = s.before[:n+1]
	b := 0
	for id := range s.before {
		for b < len(s.Blocks) && int(s.Blocks[b].First) < id {
			b++
		}
		s.before[id] = int32(b)
	}
}

func (s *Set) reset() {
	s.Text = s.Text[:0]
	s.Blocks = s.Blocks[:0]
	s.Runs = s.Runs[:0]
	s.Links = s.Links[:0]
	s.Marks = s.Marks[:0]
	s.Patches = s.Patches[:0]
	s.Containers = s.Containers[:0]
	s.Objects = s.Objects[:0]
	s.Notes = nil
	s.Dropped = 0
}
