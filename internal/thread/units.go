package thread

import (
	"bytes"
	"slices"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// unit is an element that is one post.
type unit struct {
	node   dom.ID
	parent int // index of the unit it stands in, -1 for none
	kind   unitKind
	depth  int   // from a class such as "depth-2", 0 if it says none
	blocks []int // in Finder.blocks
	owned  int   // how many blocks it was given
	post   int   // index of its post, -1 if it has none
	named  bool  // the element calls itself a comment, an answer or a question
	facts  facts
}

// kindOf returns what an element calls itself, and the depth it gives.
func (f *Finder) kindOf(id dom.ID) (kind unitKind, depth int) {
	t := f.page.Tree
	var class *dom.Attr
	attrs := t.Attrs(id)
	for i := range attrs {
		switch attrs[i].Key {
		case dom.KeyItemtype:
			name := t.Value(&attrs[i])
			if k := bytes.LastIndexByte(name, '/'); k >= 0 {
				if u := unitTypes[string(bytes.TrimSpace(name[k+1:]))]; u != noUnit {
					return u, 0
				}
			}
		case dom.KeyClass:
			class = &attrs[i]
		}
	}
	if class == nil {
		return noUnit, 0
	}
	value := t.Src[class.ValStart:class.ValEnd]
	m := &f.classes[hashClass(value)>>(64-classBits)]
	if !bytes.Equal(t.Src[m.start:m.end], value) {
		m.start, m.end = class.ValStart, class.ValEnd
		m.kind, m.depth = kindOfClass(t.Value(class))
	}
	return m.kind, m.depth
}

// says reports whether a block of a role can be what a post says.
func says(r document.Role) bool {
	switch r {
	case document.Post, document.Comment, document.Body, document.Code, document.Caption, document.Footnote, document.Standfirst:
		return true
	}
	return false
}

// wordy reports whether a block in an element that calls itself a comment is what
// it says, though its role is another: no name, date or button, not planted, and
// some words that are not links.
func (f *Finder) wordy(i int) bool {
	const fewest = 4
	b := &f.page.Blocks.Blocks[i]
	switch r := f.page.Roles[i]; {
	case r == document.Byline, r == document.Date, r == document.Title, r == document.Form, r == document.Navigation, r.Verdict() == document.Planted:
		return false
	}
	return b.Kind != document.Control && b.Words >= fewest && b.LinkChars*2 < b.Chars && b.ControlChars == 0
}

// discussed reports whether a role is that of a discussion.
func discussed(r document.Role) bool { return r == document.Post || r == document.Comment }

// findUnits finds the elements that call themselves one post, and gives each the
// blocks that stand in it and in no inner one. Elements of a post that repeat its
// name ("comment" in "comment") and hold all of its blocks are one with it.
func (f *Finder) findUnits() {
	t := f.page.Tree
	open := -1
	next := 0
	blocks := f.page.Blocks.Blocks
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		for next < len(blocks) && blocks[next].First < id {
			next++
		}
		if next == len(blocks) {
			return
		}
		n := &t.Nodes[id]
		if blocks[next].First >= n.After {
			id = n.After - 1 // nothing in it is shown
			continue
		}
		if n.Kind != dom.ElementNode || n.NS != dom.HTML || n.First == 0 || int(n.After-id) > len(t.Nodes)*9/10 {
			continue
		}
		kind, depth := f.kindOf(id)
		if kind == noUnit {
			continue
		}
		for open >= 0 && id >= t.Nodes[f.units[open].node].After {
			open = f.units[open].parent
		}
		f.units = append(f.units, unit{node: id, parent: open, kind: kind, depth: depth, post: -1, named: kind != postUnit})
		open = len(f.units) - 1
	}
}

// giveBlocks gives the blocks to the innermost units they stand in.
func (f *Finder) giveBlocks() {
	f.findOwners()
	f.blocks = slices.Grow(f.blocks[:0], len(f.owners))
	at := 0
	for i := range f.units {
		u := &f.units[i]
		u.blocks = f.blocks[at : at : at+u.owned]
		at += u.owned
	}
	for _, o := range f.owners {
		u := &f.units[o.unit]
		u.blocks = append(u.blocks, int(o.block))
	}
}

// owner says which unit a block belongs to.
type owner struct{ block, unit int32 }

// findOwners finds the unit of every block that has one, and counts the blocks of
// the units.
func (f *Finder) findOwners() {
	t := f.page.Tree
	f.owners = f.owners[:0]
	if len(f.units) == 0 {
		return
	}
	open, next := -1, 0
	for i := range f.page.Blocks.Blocks {
		b := &f.page.Blocks.Blocks[i]
		if b.First == 0 {
			continue
		}
		for next < len(f.units) && f.units[next].node <= b.First {
			open = next
			next++
		}
		for open >= 0 && b.First >= t.Nodes[f.units[open].node].After {
			open = f.units[open].parent
		}
		if open >= 0 && (says(f.page.Roles[i]) || f.units[open].named && f.wordy(i)) {
			f.owners = append(f.owners, owner{int32(i), int32(open)})
			f.units[open].owned++
		}
	}
}

// repeated finds the posts of a discussion whose elements have no name: the
// children, two at least, of one element that hold its blocks. Of the elements
// with such children it takes the one with the most.
func (f *Finder) repeated() {
	t := f.page.Tree
	f.children = append(f.children[:0], make([]int32, len(t.Nodes))...)
	f.seen = append(f.seen[:0], make([]bool, len(t.Nodes))...)
	for i := range f.page.Blocks.Blocks {
		id := f.page.Blocks.Blocks[i].First
		if id == 0 || !discussed(f.page.Roles[i]) {
			continue
		}
		for id != 0 && !f.seen[id] {
			f.seen[id] = true
			id = t.Nodes[id].Parent
			f.children[id]++
		}
	}
	best := dom.ID(0)
	for id := range f.children {
		n := &t.Nodes[id]
		if f.children[id] >= 2 && f.children[id] > f.children[best] && n.Kind == dom.ElementNode && f.alike(dom.ID(id)) {
			best = dom.ID(id)
		}
	}
	if best == 0 {
		return
	}
	for k := t.Nodes[best].First; k != 0; k = t.Nodes[k].Next {
		if f.seen[k] && t.Nodes[k].Kind == dom.ElementNode {
			f.units = append(f.units, unit{node: k, parent: -1, kind: postUnit, post: -1})
		}
	}
}

// alike reports whether the children of an element that hold blocks of a
// discussion are of one kind, and each has a byline or a date.
func (f *Finder) alike(id dom.ID) bool {
	t := f.page.Tree
	tag, all, signed := dom.Tag(0), 0, 0
	for k := t.Nodes[id].First; k != 0; k = t.Nodes[k].Next {
		n := &t.Nodes[k]
		if !f.seen[k] || n.Kind != dom.ElementNode {
			continue
		}
		if tag != 0 && n.Tag != tag {
			return false
		}
		tag = n.Tag
		all++
		if f.hasRole(k, document.Byline) || f.hasRole(k, document.Date) {
			signed++
		}
	}
	return all >= 2 && signed*2 >= all
}

// maxSigned is how many blocks of a post are looked through for who signed it.
const maxSigned = 64

// hasRole reports whether a block of the role is among the first in an element.
func (f *Finder) hasRole(id dom.ID, r document.Role) bool {
	after := f.page.Tree.Nodes[id].After
	first := f.firstBlock(id)
	for i := first; i < min(len(f.page.Blocks.Blocks), first+maxSigned); i++ {
		b := &f.page.Blocks.Blocks[i]
		if b.First >= after || b.First == 0 {
			return false
		}
		if f.page.Roles[i] == r {
			return true
		}
	}
	return false
}

// firstBlock returns the first block that begins at or behind a node.
func (f *Finder) firstBlock(id dom.ID) int {
	low, high := 0, len(f.page.Blocks.Blocks)
	for low < high {
		mid := int(uint(low+high) / 2)
		if b := &f.page.Blocks.Blocks[mid]; b.First < id && b.First != 0 {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
