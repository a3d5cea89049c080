package label

import "github.com/winnowtext/winnow/document"

// sum adds up what the blocks hold, for the means over ranges of them.
func (f *facts) sum() {
	blocks := f.page.Blocks.Blocks
	f.groupSum = append(f.groupSum[:0], scores{})
	f.pricesTo, f.headsTo, f.upper = append(f.pricesTo[:0], 0), append(f.headsTo[:0], 0), f.upper[:0]
	f.heading, f.sectionEnd = f.heading[:0], f.sectionEnd[:0]
	last := [8]int32{-1, -1, -1, -1, -1, -1, -1, -1} // the last heading above each level
	above, heading := int32(-1), int32(-1)
	for i := range blocks {
		b := &blocks[i]
		s := f.groupSum[i]
		n, w := &f.names[i], &f.words[i]
		nm, wm := n.mean(), w.mean()
		for g := range s {
			s[g] += (n[g] - nm + w[g] - wm) / 2
		}
		f.groupSum = append(f.groupSum, s)
		price, head := int32(flag(f.texts[i].price)), int32(0)
		if b.Kind == document.Heading {
			head, heading = 1, int32(i)
			for len(f.sectionEnd) < i {
				f.sectionEnd = append(f.sectionEnd, heading)
			}
			l := min(b.Level, 7)
			above = last[l]
			for k := l + 1; k < 8; k++ {
				last[k] = int32(i)
			}
		}
		f.pricesTo = append(f.pricesTo, f.pricesTo[i]+price)
		f.headsTo = append(f.headsTo, f.headsTo[i]+head)
		f.upper = append(f.upper, above)
		f.heading = append(f.heading, heading)
	}
	for len(f.sectionEnd) < len(blocks) {
		f.sectionEnd = append(f.sectionEnd, int32(len(blocks)))
	}
}

// meanOf returns as a feature what names and words say of a group, on average.
func (f *facts) meanOf(first, end int32, g Group) uint8 {
	if end <= first {
		return 128
	}
	return clampByte(128 + (f.groupSum[end][g]-f.groupSum[first][g])/(end-first)>>2)
}

// findTitle finds the block that is most like the page's title, and for each
// part the innermost part around it that holds that block.
func (f *facts) findTitle() {
	f.titleAt = -1
	most := int32(160)
	blocks := f.page.Blocks.Blocks
	for i := range blocks {
		x := &f.texts[i]
		h1 := blocks[i].Kind == document.Heading && blocks[i].Level == 1
		s := int32(share(x.titled, int32(f.title.count))) + int32(share(x.titled, int32(x.count)))
		if h1 {
			s += 170
		} else if blocks[i].Kind == document.Heading {
			s += 60
		}
		if s > most {
			most, f.titleAt = s, int32(i)
		}
	}
	for k := range f.parts {
		q := &f.parts[k]
		q.lca = -1
		if f.titleAt >= q.first && f.titleAt < q.end {
			q.lca = int32(k)
		} else if k > 0 {
			q.lca = f.parts[q.parent].lca
		}
	}
}

// titleFeatures fills in how the block stands to the one with the title.
func (f *facts) titleFeatures(v *Features, i, k int32) {
	if f.titleAt < 0 {
		return
	}
	if i < f.titleAt {
		v.BeforeTitle = logScale(f.titleAt - i)
	} else {
		v.AfterTitle = 1 + logScale(i-f.titleAt)
		v.TitleRun = logScale(f.running[i] - f.running[f.titleAt])
	}
	if c := f.parts[k].lca; c >= 0 {
		q := &f.parts[c]
		v.TitleBoxBlocks = share(q.end-q.first, int32(len(f.texts)))
		v.TitleBoxRun = share(f.running[q.end]-f.running[q.first], f.running[len(f.texts)])
		v.TitleBoxDepth = f.parts[k].depth - q.depth
	}
}

// look is a group of blocks whose elements look alike, wherever they stand.
type look struct {
	count, distinct, words, chars, linkChars, prices int32
	said                                             scores // what the words of the blocks say, in all
}

// lookTable groups the blocks of a page by looks.
type lookTable struct {
	ids   idTable
	looks []look
	of    []int32 // of each block
}

func (c *lookTable) group(f *facts) {
	blocks := f.page.Blocks.Blocks
	c.ids.reset(len(blocks))
	c.looks, c.of = c.looks[:0], c.of[:0]
	for i := range blocks {
		b := &blocks[i]
		h := mix(uint32(b.Kind)*0x9e37 + uint32(b.Level) + 1)
		if f.page.Tree != nil {
			h = mix(h + f.parts[f.partOf[b.Node]].look)
		}
		id := c.ids.id(h)
		if int(id) == len(c.looks) {
			c.looks = append(c.looks, look{})
		}
		c.of = append(c.of, id)
		l := &c.looks[id]
		l.count++
		if f.copies.earlier[i] == 0 {
			l.distinct++
		}
		l.words, l.chars, l.linkChars = l.words+b.Words, l.chars+b.Chars, l.linkChars+b.LinkChars
		l.said.add(&f.words[i])
		l.prices += int32(flag(f.texts[i].price))
	}
}

// lookFeatures fills in what the blocks that look like this one hold, and the
// heading above the block's own.
func (f *facts) lookFeatures(v *Features, i int) {
	l := &f.looks.looks[f.looks.of[i]]
	v.LookCount, v.LookDistinct = logScale(l.count), share(l.distinct, l.count)
	v.LookWords, v.LookShare = logScale(4*l.words/l.count), share(l.words, f.total.Words)
	v.LookLinks, v.LookPrices = share(l.linkChars, l.chars), share(l.prices, l.count)
	said := l.said
	for g := range said {
		said[g] /= l.count
	}
	v.LookScore, v.LookRelated, v.LookComment = said.toByte(GroupText), said.toByte(GroupRelated), said.toByte(GroupComment)
	v.LookForm, v.LookLegal, v.LookWidget = said.toByte(GroupForm), said.toByte(GroupLegal), said.toByte(GroupWidget)
	if h := f.heading[i]; h >= 0 {
		b := &f.page.Blocks.Blocks[h]
		v.HeadingLinks = share(b.LinkChars, b.Chars)
		v.HeadingLegal, v.HeadingWidget = f.words[h].toByte(GroupLegal), f.words[h].toByte(GroupWidget)
	}
	if h := f.upper[i]; h >= 0 {
		w := &f.words[h]
		v.UpperText, v.UpperComment, v.UpperRelated, v.UpperLegal = w.toByte(GroupText), w.toByte(GroupComment), w.toByte(GroupRelated), w.toByte(GroupLegal)
	}
}
