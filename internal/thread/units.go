package thread

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

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

// unitKind is what an element calls itself.
type unitKind uint8

const (
	noUnit unitKind = iota
	commentUnit
	postUnit
	questionUnit
	answerUnit
)

// unitNames are the classes of elements that are one post, in lower case and
// without the numbers behind them.
var unitNames = map[string]unitKind{
	"comment": commentUnit, "comment-item": commentUnit, "commentitem": commentUnit, "single-comment": commentUnit, "comment-container": commentUnit,
	"comment-entry": commentUnit, "comment-box": commentUnit, "comment-wrap": commentUnit, "reply": commentUnit, "comment-block": commentUnit,
	"post": postUnit, "forum-post": postUnit, "forumpost": postUnit, "post-container": postUnit, "postcontainer": postUnit, "message": postUnit,
	"topic-post": postUnit, "post-item": postUnit, "postbit": postUnit, "thread-post": postUnit, "post-row": postUnit, "discussion-post": postUnit,
	"question": questionUnit, "answer": answerUnit, "answer-item": answerUnit, "question-item": questionUnit,
}

// unitTypes are the types of schema.org that are one post.
var unitTypes = map[string]unitKind{
	"Comment": commentUnit, "UserComments": commentUnit, "DiscussionForumPosting": postUnit, "Question": questionUnit, "Answer": answerUnit,
}

// longestName is the length of the longest name in unitNames.
const longestName = 20

// kindOf returns what an element calls itself, and the depth it gives.
func (f *Finder) kindOf(id dom.ID) (kind unitKind, depth int) {
	t := f.page.Tree
	var class []byte
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
			class = t.Value(&attrs[i])
		}
	}
	for len(class) > 0 {
		var word []byte
		word, class = cutWord(class)
		if len(word) == 0 || unitLengths[word[0]|0x20] == 0 {
			continue
		}
		name, number := cutNumber(word)
		var buf [longestName]byte
		if len(name) > longestName || unitLengths[word[0]|0x20]>>len(name)&1 == 0 {
			continue
		}
		lower := buf[:copy(buf[:], name)]
		for i, c := range lower {
			if 'A' <= c && c <= 'Z' {
				lower[i] = c | 0x20
			}
		}
		switch u := unitNames[string(lower)]; {
		case u != noUnit && (kind == noUnit || u == questionUnit || u == answerUnit):
			kind = u
		case (string(lower) == "depth" || string(lower) == "level") && number > 0 && number < 100:
			depth = number
		}
	}
	return kind, depth
}

// unitLengths holds for each first letter how long the names in unitNames, and
// those of depths, can be: bit n is for those of n bytes.
var unitLengths = func() (t [256]uint32) {
	t['d'], t['l'] = 1<<len("depth"), 1<<len("level")
	for name := range unitNames {
		t[name[0]] |= 1 << len(name)
	}
	return t
}()

// cutWord cuts the first word from a class. White space is what bytes.Fields
// divides at.
func cutWord(class []byte) (word, rest []byte) {
	for k, c := range class {
		if c >= utf8.RuneSelf {
			break
		}
		if c == ' ' || '\t' <= c && c <= '\r' {
			return class[:k], class[k+1:]
		}
	}
	k := bytes.IndexFunc(class, unicode.IsSpace)
	if k < 0 {
		return class, nil
	}
	_, size := utf8.DecodeRune(class[k:])
	return class[:k], class[k+size:]
}

// cutNumber cuts the number from the end of a class: "comment-12" is comment, 12.
func cutNumber(word []byte) (name []byte, number int) {
	k := len(word)
	for k > 0 && '0' <= word[k-1] && word[k-1] <= '9' {
		k--
	}
	if k == len(word) {
		return word, 0
	}
	for _, c := range word[k:min(len(word), k+8)] {
		number = number*10 + int(c-'0')
	}
	return bytes.TrimRight(word[:k], "-_"), number
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
