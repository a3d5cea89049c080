package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// A variant is a page changed in a way that changes nothing of what its blocks
// are: it teaches the models not to lean on what one page happens to have.
//
// Some elements are cut out with all that is in them, so that what is left has
// other neighbours, other numbers, another place. The names of elements are
// dropped, as on old pages, or replaced by others, as in generated style sheets.
// What the page says of itself is dropped. More elements stand around all of it.
// Bare variants have only a few blocks left: they are like the small, plain pages
// that collections of web pages hold few of.

// The shares of variants, in percent.
const (
	dropNames   = 15
	renameNames = 25
	dropHead    = 40
	cutParts    = 80
)

// maxWraps is how many elements more stand around the page at most.
const maxWraps = 3

// edit replaces a range of the page's text.
type edit struct {
	start, end int32
	with       string
}

// How many variants are made of a page, and how many of them are bare.
const (
	variantsPerPage = 4
	barePerPage     = 2
)

// Bare variants keep up to mostBare blocks, and in keepSite percent of them also
// what the site put among them; anywhere percent of them begin anywhere, not at main
// text: it may have published nothing.
const (
	mostBare = 16
	keepSite = 40
	anywhere = 25
)

// variants returns variants of a page whose roles are known by reading.
func (x *sample) variants(c *cutPage) []*sample {
	if !x.Clean {
		return nil
	}
	var all []*sample
	for k := range variantsPerPage {
		if v := x.vary(c, k); v != nil {
			all = append(all, v)
		}
	}
	return all
}

// vary returns a variant of a sample, nil if it would not be cut into the same
// blocks.
func (x *sample) vary(c *cutPage, number int) *sample {
	seed := fnv.New64a()
	fmt.Fprint(seed, x.ID, number)
	rng := rand.New(rand.NewPCG(seed.Sum64(), 1))
	n := len(c.blocks.Blocks)
	gone := make([]bool, n)
	var edits []edit
	bare := number >= variantsPerPage-barePerPage
	switch {
	case bare:
		edits = cutToBare(c, rng, x, gone)
	case rng.IntN(100) < cutParts:
		edits = cutOut(c, rng, gone)
	}
	names := rng.IntN(100)
	head := rng.IntN(100) < dropHead
	for id := dom.ID(1); int(id) < len(c.tree.Nodes); id++ {
		node := &c.tree.Nodes[id]
		if node.Kind != dom.ElementNode || node.Flags&dom.Implied != 0 {
			continue
		}
		if node.Tag == dom.TagBody && node.NS == dom.HTML {
			for k := range rng.IntN(maxWraps + 1) {
				edits = append(edits, edit{node.End, node.End, fmt.Sprintf("<div class=%q>", renamed([]byte("wrap"), seed.Sum64()+uint64(k)))})
			}
		}
		if head && (node.Tag == dom.TagMeta || node.Tag == dom.TagScript && node.First != 0) && node.Flags&dom.InNoscript == 0 {
			edits = append(edits, edit{start: node.Start, end: node.Close})
			continue
		}
		if names >= dropNames+renameNames {
			continue
		}
		attrs := c.tree.Attrs(id)
		for k := range attrs {
			a := &attrs[k]
			if (a.Key != dom.KeyClass && a.Key != dom.KeyID) || a.ValEnd <= a.ValStart {
				continue
			}
			with := ""
			if names >= dropNames {
				with = renamed(c.tree.Src[a.ValStart:a.ValEnd], seed.Sum64())
			}
			edits = append(edits, edit{a.ValStart, a.ValEnd, with})
		}
	}
	v := &sample{Set: x.Set, ID: x.ID, Type: x.Type, Fold: x.Fold, Clean: x.Clean, Varied: true, Bare: bare, page: x.page}
	v.src = apply(c.tree.Src, edits)
	d, err := cut(v.src)
	if err != nil {
		return nil
	}
	return v.take(x, c, d, gone)
}

// take takes what is known of the blocks that are left.
func (v *sample) take(x *sample, c, d *cutPage, gone []bool) *sample {
	k := 0
	for i := range c.blocks.Blocks {
		if gone[i] {
			continue
		}
		if k == len(d.blocks.Blocks) || !bytes.Equal(c.blocks.TextOf(i), d.blocks.TextOf(k)) {
			return nil
		}
		k++
		role := document.NoRole
		if x.roles != nil {
			role = x.roles[i]
		}
		v.roles, v.share, v.words = append(v.roles, role), append(v.share, x.share[i]), append(v.words, x.words[i])
		if x.share[i] > 0 {
			v.Truth += int(float32(x.words[i])*x.share[i] + .5)
		}
	}
	if k != len(d.blocks.Blocks) || k == 0 {
		return nil
	}
	v.Blocks = k
	return v
}

// cutOut chooses elements to cut out, about a third of the page or less, and
// marks their blocks.
func cutOut(c *cutPage, rng *rand.Rand, gone []bool) []edit {
	var edits []edit
	n := len(gone)
	want := 1 + rng.IntN(n/3+1)
	lost := 0
	for range 40 {
		if lost >= want {
			break
		}
		i := rng.IntN(n)
		id := c.blocks.Blocks[i].Node
		for range rng.IntN(6) {
			if p := c.tree.Nodes[id].Parent; p != 0 && c.tree.Nodes[p].Tag != dom.TagBody {
				id = p
			}
		}
		node := &c.tree.Nodes[id]
		first, end := c.blocks.Of(c.tree, id)
		if !removable(node) || end == first || end-first > n/3 || slices.Contains(gone[first:end], true) {
			continue
		}
		edits = append(edits, edit{start: node.Start, end: node.Close, with: "<hr>"})
		mark(gone[first:end])
		lost += end - first
	}
	return edits
}

// removable reports whether a node is an element whose source can be taken out.
func removable(node *dom.Node) bool {
	return node.Kind == dom.ElementNode && node.NS == dom.HTML && node.Tag != dom.TagBody && node.Tag != dom.TagHTML &&
		node.Flags&(dom.Implied|dom.Flattened|dom.InNoscript) == 0
}

func mark(blocks []bool) {
	for k := range blocks {
		blocks[k] = true
	}
}

// cutToBare cuts out what holds none of a few blocks in a row, and marks its blocks.
func cutToBare(c *cutPage, rng *rand.Rand, x *sample, gone []bool) []edit {
	var main []int
	for i, s := range x.share {
		if s > .5 {
			main = append(main, i)
		}
	}
	if len(main) == 0 {
		return nil
	}
	most := 1 << rng.IntN(bits.Len(mostBare))
	first := main[rng.IntN(len(main))] - rng.IntN(most)
	site := rng.IntN(100) < keepSite
	if rng.IntN(100) < anywhere {
		first, site = rng.IntN(len(gone)), true
	}
	kept := func(from, end int) bool {
		for i := max(from, first); i < min(end, first+most); i++ {
			if site || x.share[i] > .5 || x.roles[i].Verdict() == document.Published {
				return true
			}
		}
		return false
	}
	var edits []edit
	for id := dom.ID(1); int(id) < len(c.tree.Nodes); id++ {
		node := &c.tree.Nodes[id]
		if !removable(node) {
			continue
		}
		from, end := c.blocks.Of(c.tree, id)
		if end == from || kept(from, end) {
			continue
		}
		edits = append(edits, edit{start: node.Start, end: node.Close})
		mark(gone[from:end])
		id = node.After - 1
	}
	return edits
}

// renamed replaces each name in an attribute by one that says nothing: the same
// name by the same.
func renamed(value []byte, seed uint64) string {
	var out []byte
	for name := range bytes.FieldsSeq(value) {
		h := fnv.New64a()
		fmt.Fprint(h, seed, string(name))
		out = fmt.Appendf(out, "%c%x ", 'g'+byte(h.Sum64()%16), h.Sum64()>>40)
	}
	return string(bytes.TrimSpace(out))
}

// apply makes the edits; of two that overlap, only the one that begins first. The
// result begins with a mark that it is UTF-8.
func apply(src []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return int(a.start - b.start) })
	out := []byte("\xef\xbb\xbf")
	at := int32(0)
	for _, e := range edits {
		if e.start < at || e.end < e.start {
			continue
		}
		out = append(out, src[at:e.start]...)
		out = append(out, e.with...)
		at = e.end
	}
	return append(out, src[at:]...)
}
