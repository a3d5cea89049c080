package label

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// summary is what the page's head says that the page says, and the block that
// says it: most descriptions are the first lines of the text.
type summary struct {
	pairs pairSet
	at    int32 // the first of the blocks that have most in common with it; -1 for none
}

const (
	maxSummary   = 1 << 12 // bytes read of a description
	summaryPairs = 4       // the fewest pairs of words that block and summary share
	summaryShare = 100     // and their share of the block's, in 255ths
	maxUp        = 24      // elements counted up from a block to the one that holds the summary's
)

// find reads the page's descriptions and finds the block they are of.
func (s *summary) find(f *facts) {
	s.at = -1
	t := f.page.Tree
	if t == nil || !s.read(t) {
		return
	}
	most := int32(summaryPairs - 1)
	for i := range f.texts {
		x := &f.texts[i]
		if n := x.shared(&s.pairs); n > most && share(n, int32(x.count-1)) >= summaryShare {
			most, s.at = n, int32(i)
		}
	}
}

// read reads the content of meta elements whose name ends in "description", and
// reports whether there are any.
func (s *summary) read(t *dom.Tree) bool {
	found := false
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if n.Tag == dom.TagBody {
			break
		}
		if n.Kind != dom.ElementNode || n.Tag != dom.TagMeta {
			continue
		}
		name, ok := t.AttrBytes(id, dom.KeyName)
		if !ok {
			name, _ = t.AttrBytes(id, dom.KeyProperty)
		}
		const suffix = "description"
		if len(name) < len(suffix) || !bytes.EqualFold(name[len(name)-len(suffix):], []byte(suffix)) {
			continue
		}
		if !found {
			s.pairs.clear()
			found = true
		}
		content, _ := t.AttrBytes(id, dom.KeyContent)
		s.add(content[:min(len(content), maxSummary)])
	}
	return found
}

// add adds the pairs of words of a text.
func (s *summary) add(b []byte) {
	var x text
	for len(b) > 0 {
		n := x.read(b, &wordSet{})
		for k := 1; k < x.count; k++ {
			s.pairs.add(x.pair(k))
		}
		b = b[n:]
	}
}

// summaryFeatures fills in how the block stands to the one with the summary.
func (f *facts) summaryFeatures(v *Features, i, k int32) {
	at := f.summary.at
	if at < 0 {
		return
	}
	v.SummaryAt = 128 + min(logScale(i-at), 127)
	if i < at {
		v.SummaryAt = 128 - min(logScale(at-i), 127)
	}
	up := uint8(0)
	for ; up < maxUp && (f.parts[k].end <= at || f.parts[k].first > at); up++ {
		k = f.parts[k].parent
	}
	q := &f.parts[k]
	v.SummaryUp = 1 + up
	v.SummaryRun = share(f.running[q.end]-f.running[q.first], f.running[len(f.texts)])
}
