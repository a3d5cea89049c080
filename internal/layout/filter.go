package layout

import "github.com/winnowtext/winnow/internal/dom"

// filter is a Bloom filter of the hashes of names: of an element's ancestors. It
// tells most rules about ancestors apart without a walk up the tree.
type filter [8]uint64

func (f *filter) add(h uint32) { f[h>>29] |= 1 << (h >> 23 & 63) }

// needs are the bits that a selector needs in the filter of an element's
// ancestors, as many as there is room for.
type needs struct {
	bits  [5]uint16
	count uint8
}

func (f *filter) has(n *needs) bool {
	for _, bit := range n.bits[:n.count] {
		if f[bit>>6]>>(bit&63)&1 == 0 {
			return false
		}
	}
	return true
}

// openFilter is the filter for what is in an element.
type openFilter struct {
	after dom.ID
	filter
}

// needsOf returns what a selector needs of an element's ancestors.
func (s *styles) needsOf(c int32) (n needs) {
	for s.compounds[c].left != 0 {
		how := s.compounds[c].how
		c = s.compounds[c].left
		if how != ' ' && how != '>' {
			continue // a sibling; its ancestors are the element's too
		}
		s.namesOf(&n, c)
	}
	return n
}

// namesOf adds what a compound selector needs of its element.
func (s *styles) namesOf(n *needs, c int32) {
	for i := s.compounds[c].first; i != 0; i = s.simples[i].next {
		var h uint32
		switch x := &s.simples[i]; x.kind {
		case simpleID:
			h = hashFold(seedID, x.name)
		case simpleClass:
			h = x.hash
		case simpleTag:
			h = hashFold(seedTag, x.name)
		default:
			continue
		}
		if int(n.count) < len(n.bits) {
			n.bits[n.count] = uint16(h >> 23)
			n.count++
		}
	}
}

// with returns the filter of what is in either.
func (f filter) with(g *filter) filter {
	for i := range f {
		f[i] |= g[i]
	}
	return f
}
