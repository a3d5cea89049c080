package block

import (
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// AddNodes cuts the nodes of t from first up to, not including, after into
// blocks and appends them to the set made last. t may be another tree than the
// one the set was made from: then the blocks' runs and links are about that one,
// and it is for the caller to put this right.
//
// [Set.Of] finds no block added by AddNodes or AddText in any element.
func (b *Builder) AddNodes(t *dom.Tree, l *layout.Layout, first, after dom.ID) {
	b.restart()
	b.nodes(t, l, first, after)
}

// AddText cuts flattened text into blocks, as [Builder.FromText] does, and
// appends them to the set made last.
func (b *Builder) AddText(src []byte) {
	b.restart()
	b.lines(src)
}

// restart makes the builder ready to go on behind the blocks it has.
func (b *Builder) restart() {
	b.open = b.open[:0]
	b.frames = b.frames[:0]
	b.ctx = context{container: -1}
	b.brk = false
	b.begin()
}

// Truncate takes away the blocks from n on, which must have been added.
func (b *Builder) Truncate(n int) {
	s := &b.set
	if n >= len(s.Blocks) {
		return
	}
	first := &s.Blocks[n]
	s.Text = s.Text[:first.Start]
	s.Runs = s.Runs[:first.Runs[0]]
	s.Links = s.Links[:first.Links[0]]
	s.Marks = s.Marks[:first.Marks[0]]
	s.Patches = s.Patches[:first.Patches[0]]
	s.Blocks = s.Blocks[:n]
}

// AddSums counts the blocks that were added. It must be called after the last.
func (b *Builder) AddSums() {
	s := &b.set
	for i := len(s.sums) - 1; i < len(s.Blocks); i++ {
		s.sums = append(s.sums, s.sums[i].plus(s.Blocks[i].Stats))
	}
}
