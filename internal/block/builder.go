package block

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// Builder cuts pages into blocks. The zero value is ready; a Builder may be
// reused, and then allocates only when a page is larger than all before.
type Builder struct {
	set Set
	cur Block
	// space is the input range of white space that becomes one space if more
	// text follows in the block; none if it is empty.
	space [2]int32
	// plainSpace reports that space is one literal space.
	plainSpace bool
	inWord     bool // the last character was a letter or digit
	open       []openRange
	frames     []frame
	ctx        context
	brk        bool // a line break was the last boundary
	maxBlocks  int
	fromPage   bool // objects are recorded
	alone      int  // the objects before this one have their place
	joinedTo   int  // length of the text at the last boundary passed over
}

// openRange is a link or mark whose element has not ended yet.
type openRange struct {
	node   dom.ID
	isLink bool
	maths  bool
	kind   document.MarkKind
	start  int32
}

// context is what a block inherits from the elements around it.
type context struct {
	kind      document.Kind
	level     uint8
	lists     uint8 // depth of list nesting
	pre       bool
	control   bool
	first     dom.ID
	node      dom.ID
	container int32
	hidden    document.Hiding
	style     document.Hiding
	position  document.Position
}

func (b *Builder) start(size int) {
	b.set.reset()
	b.maxBlocks = FreeBlocks + size/BlockBytes
	b.set.Joined, b.joinedTo = 0, 0
	b.fromPage, b.alone = false, 0
	b.open = b.open[:0]
	b.frames = b.frames[:0]
	b.ctx = context{container: -1}
	b.brk = false
	b.begin()
}

// begin starts a block at the end of the text written so far.
func (b *Builder) begin() {
	at := int32(len(b.set.Text))
	b.cur = Block{
		Start:   at,
		Runs:    [2]int32{int32(len(b.set.Runs))},
		Links:   [2]int32{int32(len(b.set.Links))},
		Marks:   [2]int32{int32(len(b.set.Marks))},
		Patches: [2]int32{int32(len(b.set.Patches))},
	}
	b.space = [2]int32{}
	b.inWord = false
	for i := range b.open {
		b.open[i].start = at
	}
}

// boundary ends the current block; soft says that a line break ends it.
func (b *Builder) boundary(soft bool) {
	if b.alone < len(b.set.Objects) {
		b.placeObjects()
	}
	if len(b.set.Text) == int(b.cur.Start) { // nothing was written
		b.space = [2]int32{}
		b.inWord = false
	} else if b.cur.Chars == 0 {
		b.drop()
	} else if len(b.set.Blocks)+1 >= b.maxBlocks {
		b.join()
		return
	} else {
		b.flush()
		b.brk = soft
		return
	}
	// Two line breaks in a row, or a line break beside a block's edge, are a
	// paragraph's end.
	b.brk = false
}

// end ends the last block.
func (b *Builder) end() {
	b.maxBlocks++
	b.boundary(false)
}

// join passes over a boundary: there are too many blocks.
func (b *Builder) join() {
	if b.set.Joined == 0 {
		b.set.JoinedAt = int(b.set.Runs[b.cur.Runs[0]].SrcStart)
	}
	if b.joinedTo != len(b.set.Text) {
		b.set.Joined++
	}
	b.joinedTo = len(b.set.Text)
	b.inWord = false
}

// drop forgets a block in which a reader would see nothing.
func (b *Builder) drop() {
	b.set.Text = b.set.Text[:b.cur.Start]
	b.set.Runs = b.set.Runs[:b.cur.Runs[0]]
	b.set.Links = b.set.Links[:b.cur.Links[0]]
	b.set.Marks = b.set.Marks[:b.cur.Marks[0]]
	b.set.Patches = b.set.Patches[:b.cur.Patches[0]]
	b.begin()
}

func (b *Builder) flush() {
	for i := range b.open {
		b.closeRange(&b.open[i])
	}
	if b.cur.Kind == document.Preformatted {
		b.trimEnd()
	}
	b.cur.End = int32(len(b.set.Text))
	b.cur.Runs[1] = int32(len(b.set.Runs))
	b.cur.Links[1] = int32(len(b.set.Links))
	b.cur.Marks[1] = int32(len(b.set.Marks))
	b.cur.Patches[1] = int32(len(b.set.Patches))
	b.set.Blocks = append(b.set.Blocks, b.cur)
	b.begin()
}

// trimEnd cuts white space off the end of a preformatted block.
func (b *Builder) trimEnd() {
	text := b.set.Text
	n := len(text)
	for n > int(b.cur.Start) && isSpace(text[n-1]) {
		n--
	}
	b.set.Text = text[:n]
	runs := b.set.Runs
	for k := len(runs) - 1; k >= int(b.cur.Runs[0]) && int(runs[k].End) > n; k-- {
		if int(runs[k].Start) >= n {
			runs = runs[:k]
			continue
		}
		runs[k].SrcEnd -= runs[k].End - int32(n) // only verbatim runs are longer than one character
		runs[k].End = int32(n)
	}
	b.set.Runs = runs
	for k := range b.set.Links[b.cur.Links[0]:] {
		l := &b.set.Links[int(b.cur.Links[0])+k]
		l.End = min(l.End, int32(n))
	}
	for k := range b.set.Marks[b.cur.Marks[0]:] {
		m := &b.set.Marks[int(b.cur.Marks[0])+k]
		m.End = min(m.End, int32(n))
	}
	for k := range b.set.Patches[b.cur.Patches[0]:] {
		p := &b.set.Patches[int(b.cur.Patches[0])+k]
		p.End = min(p.End, int32(n))
	}
}

// closeRange records an open link or mark on the text it covers in this block.
func (b *Builder) closeRange(r *openRange) {
	end := int32(len(b.set.Text))
	if r.start > b.cur.Start && r.start < end && b.set.Text[r.start] == ' ' {
		r.start++ // the space before the element, written when its text arrived
	}
	if r.start >= end {
		return
	}
	if r.maths {
		b.object(document.Maths, r.node, r.start-b.cur.Start, end-b.cur.Start)
		return
	}
	if r.isLink {
		b.set.Links = append(b.set.Links, Link{Start: r.start, End: end, Node: r.node})
		b.cur.LinkCount++
		return
	}
	b.set.Marks = append(b.set.Marks, Mark{Kind: r.kind, Start: r.start, End: end})
}

// settle fixes the form of the current block when its first character arrives.
func (b *Builder) settle() {
	c := &b.ctx
	b.cur.Kind, b.cur.Level, b.cur.First, b.cur.Node = c.kind, c.level, c.first, c.node
	b.cur.Container, b.cur.Hidden = c.container, c.hidden
	b.cur.Style, b.cur.Position = c.style, c.position
	b.cur.Break = b.brk
}

// verbatim adds characters that equal their input bytes, which begin at src.
func (b *Builder) verbatim(text []byte, src int32) {
	if b.ctx.pre {
		b.emit(text, src, src+int32(len(text)), document.Verbatim)
		return
	}
	for i := 0; i < len(text); {
		if n := blankLength(text[i:]); n > 0 {
			b.addSpace(src+int32(i), src+int32(i+n), n == 1 && text[i] == ' ')
			i += n
			continue
		}
		b.lead()
		from := i
		i += b.count(text[i:], true)
		b.write(text[from:i], src+int32(from), src+int32(i), document.Verbatim)
	}
}

// decoded adds the characters of one decoded piece of input.
func (b *Builder) decoded(text []byte, src, srcEnd int32, d document.Decoding) {
	if !b.ctx.pre && len(text) == 1 && isSpace(text[0]) {
		b.addSpace(src, srcEnd, false)
		return
	}
	b.emit(text, src, srcEnd, d)
}

// addSpace remembers white space, which becomes a space once text follows.
func (b *Builder) addSpace(src, srcEnd int32, plain bool) {
	if b.space == [2]int32{} {
		b.space = [2]int32{src, srcEnd}
		b.plainSpace = plain
		return
	}
	if b.space[1] == src {
		b.space[1] = srcEnd
	}
	b.plainSpace = false
}

// emit counts characters and writes them to the current block.
func (b *Builder) emit(text []byte, src, srcEnd int32, d document.Decoding) {
	if len(text) == 0 {
		return
	}
	b.lead()
	b.count(text, false)
	b.write(text, src, srcEnd, d)
}

// lead makes the current block ready for characters: it writes the space before
// them.
func (b *Builder) lead() {
	at := int32(len(b.set.Text))
	if at == b.cur.Start {
		b.settle()
	} else if b.space[1] > 0 {
		b.set.Text = append(b.set.Text, ' ')
		how := document.FoldedSpace
		if b.plainSpace {
			how = document.Verbatim
		}
		b.addRun(Run{Start: at, End: at + 1, SrcStart: b.space[0], SrcEnd: b.space[1], Decoding: how})
		b.inWord = false
	}
	b.space = [2]int32{}
}

// write appends characters to the current block.
func (b *Builder) write(text []byte, src, srcEnd int32, d document.Decoding) {
	at := int32(len(b.set.Text))
	b.set.Text = append(b.set.Text, text...)
	b.addRun(Run{Start: at, End: at + int32(len(text)), SrcStart: src, SrcEnd: srcEnd, Decoding: d})
}

// addRun appends a run, joining it to the one before where both are verbatim
// and the input goes on without a gap.
func (b *Builder) addRun(r Run) {
	if k := len(b.set.Runs) - 1; k >= int(b.cur.Runs[0]) {
		last := &b.set.Runs[k]
		if r.Decoding == document.Verbatim && last.Decoding == document.Verbatim && last.SrcEnd == r.SrcStart {
			last.End, last.SrcEnd = r.End, r.SrcEnd
			return
		}
	}
	b.set.Runs = append(b.set.Runs, r)
}
