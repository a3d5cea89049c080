package label

// Shops and news sites say the same thing twice: for wide and narrow screens, in a
// teaser and in full, in a tab and below it. What was said before is found by
// pairs of words, and by runs of blocks that repeat a run elsewhere in the same
// order; a single price or button that returns is no such run.

// pairSet is a set of hashed pairs of neighbouring words. It is a bitmap: now and
// then it has a pair that nobody added, on a page of 10,000 words one in ten.
type pairSet struct{ bits [pairBits / 64]uint64 }

const pairBits = 1 << 17

func (s *pairSet) clear()            { clear(s.bits[:]) }
func (s *pairSet) add(h uint32)      { s.bits[h%pairBits>>6] |= 1 << (h & 63) }
func (s *pairSet) has(h uint32) bool { return s.bits[h%pairBits>>6]>>(h&63)&1 != 0 }

// pair returns the hash of the k-th word read and the one before it.
func (x *text) pair(k int) uint32 { return mix(x.words[k-1]*31 + x.words[k]) }

// shared returns how many of the pairs of words read are in a set.
func (x *text) shared(s *pairSet) (n int32) {
	for k := 1; k < x.count; k++ {
		if s.has(x.pair(k)) {
			n++
		}
	}
	return n
}

// repeats are what a page says twice.
type repeats struct {
	pairs    pairSet
	saidOf   []uint8 // of each block, the share of its pairs of words that blocks before it have
	runs     []run   // of each block; zero if it repeats none
	first    []int32 // where each text stands first
	original []int32 // the block that each block repeats; -1 for none
}

// run is a run of blocks that a block is part of and that stands elsewhere too.
type run struct{ words, blocks int32 }

// find finds what the page repeats.
func (r *repeats) find(f *facts) {
	r.pairs.clear()
	r.saidOf = r.saidOf[:0]
	for i := range f.texts {
		x := &f.texts[i]
		r.saidOf = append(r.saidOf, share(x.shared(&r.pairs), int32(x.count-1)))
		for k := 1; k < x.count; k++ {
			r.pairs.add(x.pair(k))
		}
	}
	r.findOriginals(&f.copies)
	r.findRuns(f)
}

// findOriginals finds for each block the earlier one that it repeats: the one
// behind what the block before repeats, or else the first with its text.
func (r *repeats) findOriginals(c *copyTable) {
	r.first = resize(r.first, len(c.counts))
	for k := range r.first {
		r.first[k] = -1
	}
	r.original = r.original[:0]
	last := int32(-1)
	for i, t := range c.textOf {
		if next := last + 1; last >= 0 && int(next) < i && c.textOf[next] == t {
			last = next
		} else {
			last = r.first[t]
		}
		r.original = append(r.original, last)
		if r.first[t] < 0 {
			r.first[t] = int32(i)
		}
	}
}

// findRuns adds up the runs of blocks that repeat others, for all their blocks.
func (r *repeats) findRuns(f *facts) {
	blocks := f.page.Blocks.Blocks
	r.runs = r.runs[:0]
	for i := 0; i < len(blocks); {
		var u run
		end := i + 1
		if r.original[i] >= 0 {
			u = run{blocks[i].Words, 1}
			for ; end < len(blocks) && r.original[end] == r.original[end-1]+1; end++ {
				u.words, u.blocks = u.words+blocks[end].Words, u.blocks+1
			}
		}
		for ; i < end; i++ {
			r.runs = append(r.runs, u)
		}
	}
}

// repeatFeatures fills in what the page has said before.
func (f *facts) repeatFeatures(v *Features, i int) {
	u := &f.repeats.runs[i]
	v.SaidBefore, v.RepeatWords, v.RepeatBlocks = f.repeats.saidOf[i], logScale(u.words), logScale(u.blocks)
}
