package label

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
)

// facts are what a survey of a page and the linear models give for all blocks,
// before the features of each are put together.
type facts struct {
	survey
	linear     *Linear // nil while the linear models are being trained
	types      typeScores
	title      wordSet
	texts      []text
	names      []scores // of each block's path
	words      []scores
	heading    []int32  // the last heading up to each block; -1 for none
	sectionEnd []int32  // where the next heading behind each block stands
	groupSum   []scores // before each block, of what names and words say together; of GroupText, how much the blocks look like main text
	pricesTo   []int32  // blocks with a price before each block
	headsTo    []int32  // headings before each block
	upper      []int32  // the last heading above the level of each block's last heading; -1 for none
	looks      lookTable
	things     []things // before each node, and in all
	summary    summary
	repeats    repeats
	past       []uint8  // up to each block, what the heading behind the title that is most like one of related links says
	ofPage     Features // those that all blocks of the page share
	titleAt    int32    // the block that is most like the page's title; -1 for none
	rowMost    int32    // words of the largest row
	tokens     []uint32
	nameAt     []uint32 // tokens of the names of all parts
	cache      nameCache
}

// gather surveys a page.
func (f *facts) gather(p *Page) {
	f.survey.survey(p)
	f.title.fill(p.Title)
	f.readNames()
	f.readWords()
	f.sum()
	f.scoreTypes()
	f.findTitle()
	f.rowMost = 0
	for k := range f.rows {
		if r := &f.rows[k]; r.items >= minRow {
			f.rowMost = max(f.rowMost, r.words)
		}
	}
	f.looks.group(f)
	f.countThings()
	f.summary.find(f)
	f.repeats.find(f)
	f.findPast()
	f.ofPage = f.pageFeatures()
}

// readNames finds what the names around each block say of it.
func (f *facts) readNames() {
	f.nameAt = f.nameAt[:0]
	f.names = f.names[:0]
	blocks := f.page.Blocks.Blocks
	if f.page.Tree == nil {
		for range blocks {
			f.names = append(f.names, scores{})
		}
		return
	}
	f.cache.start()
	for k := range f.parts {
		q := &f.parts[k]
		q.names[0] = int32(len(f.nameAt))
		if k > 0 {
			f.nameAt = appendNames(f.nameAt, f.page.Tree, q.node)
		}
		q.names[1] = int32(len(f.nameAt))
		if f.linear == nil {
			continue
		}
		q.far, q.near, q.next = f.cache.of(f.linear, f.nameAt[q.names[0]:q.names[1]])
		if f.whole(q) {
			q.far, q.next = scores{}, scores{}
		} else if k > 0 {
			q.far.add(&f.parts[q.parent].far)
		}
	}
	for i := range blocks {
		f.names = append(f.names, f.ofNames(f.partOf[blocks[i].Node]))
	}
}

// ofNames returns what the names around a block right inside part k say.
func (f *facts) ofNames(k int32) scores {
	q := &f.parts[k]
	s := q.far
	s.add(&q.near)
	for range 2 {
		if q.parent < 0 {
			break
		}
		q = &f.parts[q.parent]
		s.add(&q.next)
	}
	return s
}

// nameCache remembers what names say: most elements of a page share theirs with
// others.
type nameCache struct {
	keys []uint64
	sums [][3]scores
}

const cacheSize = 512

func (c *nameCache) start() {
	if c.keys == nil {
		c.keys = make([]uint64, cacheSize)
		c.sums = make([][3]scores, cacheSize)
	}
	clear(c.keys)
}

// of returns what the names of an element say of the blocks anywhere in it,
// right in it, and one or two levels down.
func (c *nameCache) of(l *Linear, tokens []uint32) (far, near, next scores) {
	key := uint64(1)
	for _, t := range tokens {
		key = (key ^ uint64(t)) * 0x9e3779b97f4a7c15
		key ^= key >> 29
	}
	slot := key >> 55
	if c.keys[slot] != key {
		c.keys[slot] = key
		e := &c.sums[slot]
		*e = [3]scores{}
		for _, t := range tokens {
			e[0].weigh(&l.names[NameRow(t, saltFar)])
			e[1].weigh(&l.names[NameRow(t, saltNear)])
			e[2].weigh(&l.names[NameRow(t, saltNext)])
		}
	}
	e := &c.sums[slot]
	return e[0], e[1], e[2]
}

// readWords reads the words of each block, and what they say.
func (f *facts) readWords() {
	set := f.page.Blocks
	f.texts, f.words = f.texts[:0], f.words[:0]
	for i := range set.Blocks {
		f.texts = append(f.texts, text{})
		x := &f.texts[i]
		x.read(set.TextOf(i), &f.title)
		x.phrase = phraseRole(set.TextOf(i))
		var s scores
		if f.linear != nil {
			f.tokens = x.tokens(f.tokens[:0])
			s = f.linear.ofWords(f.tokens)
		}
		f.words = append(f.words, s)
	}
}

// features puts the features of block i together.
func (f *facts) features(i int) Features {
	v := f.ofPage
	b := &f.page.Blocks.Blocks[i]
	f.ownFeatures(&v, i)
	f.besideFeatures(&v, int32(i))
	if f.page.Tree != nil {
		k := f.partOf[b.Node]
		f.elementFeatures(&v, k)
		f.boxFeatures(&v, int32(i), k)
		f.coreFeatures(&v, int32(i))
		f.rowFeatures(&v, int32(i), k)
		f.titleFeatures(&v, int32(i), k)
		f.thingFeatures(&v, k)
		f.leadFeatures(&v, k)
		f.summaryFeatures(&v, int32(i), k)
	}
	f.linearFeatures(&v, i)
	f.lookFeatures(&v, i)
	f.repeatFeatures(&v, i)
	v.PastRelated = f.past[i]
	return v
}

func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// pageFeatures returns the features that all blocks of the page share.
func (f *facts) pageFeatures() (v Features) {
	n := int32(len(f.texts))
	v.PageBlocks, v.PageWords = logScale(n), logScale(f.total.Words)
	v.PageLinks = share(f.total.LinkChars, f.total.Chars)
	v.PageRunning = share(f.running[n], f.total.Words)
	v.PagePrices, v.PageH1s = logScale(f.pricesTo[n]), uint8(min(f.h1s, 3))
	v.PageForms = share(f.total.ControlChars, f.total.Chars)
	v.PageScore = f.meanOf(0, n, GroupText)
	if f.page.Tree != nil {
		all := &f.things[len(f.things)-1]
		v.PageImages, v.PageControls, v.PageTimes = logScale(all.images), logScale(all.controls), logScale(all.times)
		f.topRow(&v)
	}
	t := &f.types
	v.TypeArticle, v.TypeForum, v.TypeProduct, v.TypeCollection = t.toByte(0), t.toByte(1), t.toByte(2), t.toByte(3)
	v.TypeListing, v.TypeDocs, v.TypeService = t.toByte(4), t.toByte(5), t.toByte(6)
	return v
}

// ownFeatures fills in what the block itself shows.
func (f *facts) ownFeatures(v *Features, i int) {
	set := f.page.Blocks
	b, x := &set.Blocks[i], &f.texts[i]
	n := int32(len(set.Blocks))
	v.Chars, v.Words = logScale(b.Chars), logScale(b.Words)
	v.Sentences, v.Commas, v.Links = logScale(b.Sentences), logScale(b.Commas), logScale(b.LinkCount)
	v.LinkShare, v.FormShare = share(b.LinkChars, b.Chars), share(b.ControlChars, b.Chars)
	v.DigitShare, v.UpperShare = share(b.Digits, b.Chars), share(b.Upper, b.Chars)
	v.WordLength = clampByte(8 * b.Chars / max(b.Words, 1))
	v.Kind, v.Level = uint8(b.Kind), b.Level
	switch {
	case b.Hidden == document.Noscript:
		v.Hidden = 1
	case b.Hidden != 0:
		v.Hidden = 2
	}
	if x.phrase != document.NoRole {
		v.Phrase = 1 + uint8(groupOfRole[x.phrase])
	}
	v.FirstChar, v.LastChar, v.Symbols = x.first, x.last, share(x.symbols, x.size)
	v.Price, v.Year, v.At, v.Copyright = flag(x.price), flag(x.year), flag(x.at), flag(x.copyright)
	v.Copies, v.EarlierCopies = logScale(f.copies.of(i)-1), logScale(f.copies.earlier[i])
	v.TitleShare, v.TitleCover = share(x.titled, int32(f.title.count)), share(x.titled, int32(x.count))
	v.Place = share(int32(i), n)
	v.WordPlace = share(set.Sum(0, i).Words, f.total.Words)
}

// elementFeatures fills in which elements the block stands in.
func (f *facts) elementFeatures(v *Features, k int32) {
	q := &f.parts[k]
	v.Depth = q.depth
	v.Tag = uint8(min(f.page.Tree.Nodes[q.node].Tag, 255))
	has := func(w within) uint8 { return flag(q.within&w != 0) }
	v.InNav, v.InHeader, v.InFooter, v.InAside = has(inNav), has(inHeader), has(inFooter), has(inAside)
	v.InArticle, v.InMain, v.InForm, v.InTable = has(inArticle), has(inMain), has(inForm), has(inTable)
	v.InList, v.InLink, v.InHeading, v.InControl = has(inList), has(inLink), has(inHeading), has(inControl)
	v.InFigure, v.InQuote, v.InDetails, v.InCode = has(inFigure), has(inQuote), has(inDetails), has(inCode)
}

// box is what is known of a range of blocks.
type box struct{ blocks, words, links, run, score uint8 }

func (f *facts) box(first, end int32) box {
	st := f.page.Blocks.Sum(int(first), int(end))
	n := max(end-first, 1)
	return box{
		blocks: logScale(n), words: logScale(4 * st.Words / n), links: share(st.LinkChars, st.Chars),
		run: share(f.running[end]-f.running[first], st.Words), score: f.meanOf(first, end, GroupText),
	}
}

// boxFeatures fills in what the containers around the block hold: the innermost
// with several blocks, one about three times as large, and one three times that.
func (f *facts) boxFeatures(v *Features, i, k int32) {
	k = f.several(k)
	a, b := f.parts[k].first, f.parts[k].end
	x := f.box(a, b)
	v.Box1Blocks, v.Box1Words, v.Box1Links, v.Box1Run, v.Box1Score = x.blocks, x.words, x.links, x.run, x.score
	v.Box1Place = share(i-a, b-a)
	v.Box1Comment, v.Box1Related, v.Box1Legal = f.meanOf(a, b, GroupComment), f.meanOf(a, b, GroupRelated), f.meanOf(a, b, GroupLegal)
	v.Box1Form, v.Box1Navigation = f.meanOf(a, b, GroupForm), f.meanOf(a, b, GroupNavigation)
	k = f.wider(k)
	a, b = f.parts[k].first, f.parts[k].end
	x = f.box(a, b)
	v.Box2Blocks, v.Box2Words, v.Box2Links, v.Box2Run, v.Box2Score = x.blocks, x.words, x.links, x.run, x.score
	v.Box2Comment, v.Box2Related, v.Box2Legal = f.meanOf(a, b, GroupComment), f.meanOf(a, b, GroupRelated), f.meanOf(a, b, GroupLegal)
	v.Box2Form, v.Box2Navigation = f.meanOf(a, b, GroupForm), f.meanOf(a, b, GroupNavigation)
	k = f.wider(k)
	a, b = f.parts[k].first, f.parts[k].end
	x = f.box(a, b)
	v.Box3Blocks, v.Box3Words, v.Box3Links, v.Box3Run, v.Box3Score = x.blocks, x.words, x.links, x.run, x.score
	v.Box3Comment, v.Box3Related, v.Box3Legal = f.meanOf(a, b, GroupComment), f.meanOf(a, b, GroupRelated), f.meanOf(a, b, GroupLegal)
	v.Box3Form = f.meanOf(a, b, GroupForm)
}

// coreFeatures fills in how the block stands to the holders of the running text.
func (f *facts) coreFeatures(v *Features, i int32) {
	for c := range f.core {
		if i >= f.core[c].first && i < f.core[c].end {
			v.Core = uint8(3 - c)
			break
		}
	}
	core := &f.core[1]
	if i < core.first {
		v.BeforeCore = logScale(core.first - i)
	}
	if i >= core.end {
		v.AfterCore = logScale(i - core.end + 1)
	}
}

// rowFeatures fills in the rows of like elements that the block stands in.
func (f *facts) rowFeatures(v *Features, i, k int32) {
	item := f.parts[k].item
	if item < 0 {
		return
	}
	q := &f.parts[item]
	r := &f.rows[q.row]
	v.RowItems, v.RowIndex = logScale(r.items), logScale(q.index)
	v.RowWords = logScale(r.words / r.items)
	v.RowLinks, v.RowShare = share(r.linkChars, r.chars), share(r.words, f.total.Words)
	v.RowPlace, v.RowBlocks = logScale(i-q.first), logScale(4*r.blocks/r.items)
	v.RowScore, v.RowTop = f.meanOf(r.first, r.end, GroupText), share(r.words, f.rowMost)
	v.RowRelated, v.RowNavigation = f.meanOf(r.first, r.end, GroupRelated), f.meanOf(r.first, r.end, GroupNavigation)
	v.RowPrices, v.RowHeads = share(f.pricesTo[r.end]-f.pricesTo[r.first], r.items), share(f.headsTo[r.end]-f.headsTo[r.first], r.items)
	st := f.page.Blocks.Sum(int(q.first), int(q.end))
	v.ItemWords, v.ItemLinks = logScale(st.Words), share(st.LinkChars, st.Chars)
	v.ItemHeads, v.ItemPrices = logScale(f.headsTo[q.end]-f.headsTo[q.first]), logScale(f.pricesTo[q.end]-f.pricesTo[q.first])
	v.ItemScore = f.meanOf(q.first, q.end, GroupText)
	q = &f.parts[f.parts[k].outerItem]
	r = &f.rows[q.row]
	v.OuterItems, v.OuterIndex = logScale(r.items), logScale(q.index)
	v.OuterWords, v.OuterShare = logScale(r.words/r.items), share(r.words, f.total.Words)
	v.OuterTop, v.OuterScore = share(r.words, f.rowMost), f.meanOf(r.first, r.end, GroupText)
	v.OuterPrices = share(f.pricesTo[r.end]-f.pricesTo[r.first], r.items)
}

// reach is how many blocks to each side count as around a block.
const reach = 5

// besideFeatures fills in the blocks around and the section the block stands in.
func (f *facts) besideFeatures(v *Features, i int32) {
	blocks := f.page.Blocks.Blocks
	n := int32(len(blocks))
	if i > 0 {
		b := &blocks[i-1]
		v.PrevWords, v.PrevLinks, v.PrevKind = logScale(b.Words), share(b.LinkChars, b.Chars), 1+uint8(b.Kind)
	}
	if i > 1 {
		v.Prev2Words = logScale(blocks[i-2].Words)
	}
	if i+1 < n {
		b := &blocks[i+1]
		v.NextWords, v.NextLinks, v.NextKind = logScale(b.Words), share(b.LinkChars, b.Chars), 1+uint8(b.Kind)
	}
	if i+2 < n {
		v.Next2Words = logScale(blocks[i+2].Words)
	}
	v.RunBefore = logScale(f.running[i] - f.running[max(i-reach, 0)])
	v.RunAfter = logScale(f.running[min(i+1+reach, n)] - f.running[i+1])
	h := f.heading[i]
	first, end := max(h, 0), f.sectionEnd[i]
	if h >= 0 {
		v.HeadingDistance, v.HeadingLevel = logScale(i-h), blocks[h].Level
		w := &f.words[h]
		v.HeadingText, v.HeadingComment, v.HeadingRelated = w.toByte(GroupText), w.toByte(GroupComment), w.toByte(GroupRelated)
		v.HeadingNavigation, v.HeadingForm = w.toByte(GroupNavigation), w.toByte(GroupForm)
	}
	x := f.box(first, end)
	v.SectionWords, v.SectionBlocks, v.SectionLinks, v.SectionScore = x.words, x.blocks, x.links, x.score
	v.SectionComment, v.SectionRelated, v.SectionLegal = f.meanOf(first, end, GroupComment), f.meanOf(first, end, GroupRelated), f.meanOf(first, end, GroupLegal)
}

// linearFeatures fills in what the linear models say.
func (f *facts) linearFeatures(v *Features, i int) {
	s := &f.names[i]
	v.NameText, v.NameHead, v.NameComment, v.NameNavigation = s.toByte(GroupText), s.toByte(GroupHead), s.toByte(GroupComment), s.toByte(GroupNavigation)
	v.NameRelated, v.NameForm, v.NameWidget, v.NameLegal = s.toByte(GroupRelated), s.toByte(GroupForm), s.toByte(GroupWidget), s.toByte(GroupLegal)
	s = &f.words[i]
	v.WordText, v.WordHead, v.WordComment, v.WordNavigation = s.toByte(GroupText), s.toByte(GroupHead), s.toByte(GroupComment), s.toByte(GroupNavigation)
	v.WordRelated, v.WordForm, v.WordWidget, v.WordLegal = s.toByte(GroupRelated), s.toByte(GroupForm), s.toByte(GroupWidget), s.toByte(GroupLegal)
	n := len(f.names)
	at := func(list []scores, i int, g Group) uint8 {
		if i < 0 || i >= n {
			return 0
		}
		return list[i].toByte(g)
	}
	value := func(i int) uint8 {
		if i < 0 || i >= n {
			return 0
		}
		return f.meanOf(int32(i), int32(i+1), GroupText)
	}
	v.PrevName, v.NextName = at(f.names, i-1, GroupText), at(f.names, i+1, GroupText)
	v.PrevWord, v.NextWord = at(f.words, i-1, GroupText), at(f.words, i+1, GroupText)
	v.PrevHead, v.NextHead = at(f.words, i-1, GroupHead), at(f.words, i+1, GroupHead)
	v.PrevComment, v.NextComment = at(f.words, i-1, GroupComment), at(f.words, i+1, GroupComment)
	v.Prev2, v.Next2, v.Prev3, v.Next3 = value(i-2), value(i+2), value(i-3), value(i+3)
	v.Around5 = f.meanOf(int32(max(i-reach, 0)), int32(min(i+reach+1, n)), GroupText)
}

// isRunning reports whether a block is running text: sentences, mostly not links.
func isRunning(b *block.Block) bool {
	return b.Words >= longText && 3*b.LinkChars < b.Chars && b.ControlChars == 0
}
