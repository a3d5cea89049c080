package thread

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/meta"
)

// Page is what discussions are found in.
type Page struct {
	Tree   *dom.Tree // nil for flattened text, which has none
	Blocks *block.Set
	Roles  []document.Role // of each block
	Type   string          // of the page
	Dates  meta.DateReader
	Posts  []meta.Post // what linked data says of posts
}

// Finder finds the discussions of one page after another and keeps its memory.
// The zero value is ready.
type Finder struct {
	page     *Page
	units    []unit
	children []int32
	seen     []bool
	classes  classKinds
	owners   []owner
	blocks   []int  // of all units, one unit behind the other
	bytes    []byte // the names and dates of the units, and then those of the posts
	scratch  []byte // of one element
}

// Find returns the discussions of a page.
func (f *Finder) Find(p *Page) []document.Thread {
	if p.Tree == nil {
		return nil
	}
	f.page, f.units, f.bytes = p, f.units[:0], f.bytes[:0]
	clear(f.classes[:])
	f.findUnits()
	f.giveBlocks()
	if !f.worthwhile() {
		f.units = f.units[:0]
		f.repeated()
		f.giveBlocks()
	}
	f.readFacts()
	f.dropNames()
	f.answer()
	threads := f.threads()
	f.page = nil
	return threads
}

// worthwhile reports whether the units hold half of what is discussed.
func (f *Finder) worthwhile() bool {
	all, held := 0, 0
	for _, r := range f.page.Roles {
		if discussed(r) {
			all++
		}
	}
	for i := range f.units {
		for _, b := range f.units[i].blocks {
			if discussed(f.page.Roles[b]) {
				held++
			}
		}
	}
	return held*2 >= all
}

// isPost reports whether a unit is a post: it says something, and its role is that
// of a discussion, or the element calls itself so and is signed. Articles call
// themselves posts, and lists of questions have nobody who asks.
func (f *Finder) isPost(u *unit) bool {
	if len(u.blocks) == 0 {
		return false
	}
	for _, b := range u.blocks {
		if discussed(f.page.Roles[b]) {
			return true
		}
	}
	signed := u.facts.authorRank > 0 || u.facts.dateRank > 0
	return signed && (u.kind != postUnit || f.page.Type == "forum")
}

// answer decides for each unit which post it is an answer to: the one it stands in
// or, by the depths that the classes give, the last one of a lesser depth.
func (f *Finder) answer() {
	for i := range f.units {
		u := &f.units[i]
		for u.parent >= 0 && !f.isPost(&f.units[u.parent]) {
			u.inherit(&f.units[u.parent])
			u.parent = f.units[u.parent].parent
		}
		if u.depth < 2 || u.parent >= 0 {
			continue
		}
		for k := i - 1; k >= max(0, i-maxBack); k-- {
			if d := f.units[k].depth; d > 0 && d < u.depth && f.isPost(&f.units[k]) {
				u.parent = k
				break
			}
		}
	}
}

// dropNames takes the blocks that are no more than the name of who wrote it from
// what a post says.
func (f *Finder) dropNames() {
	for i := range f.units {
		u := &f.units[i]
		kept := u.blocks[:0]
		for _, b := range u.blocks {
			if len(u.facts.author) == 0 || !bytes.Equal(f.page.Blocks.TextOf(b), u.facts.author) {
				kept = append(kept, b)
			}
		}
		u.blocks = kept
	}
}

// inherit takes the facts that an element around the post has, which is no post
// itself: its head stands beside it there.
func (u *unit) inherit(o *unit) {
	if u.facts.authorRank == 0 {
		u.facts.author, u.facts.authorRank = o.facts.author, o.facts.authorRank
	}
	if u.facts.dateRank == 0 {
		u.facts.date, u.facts.dateRank = o.facts.date, o.facts.dateRank
	}
	if !u.facts.scored {
		u.facts.score, u.facts.scored = o.facts.score, o.facts.scored
	}
	u.facts.accepted = u.facts.accepted || o.facts.accepted
	o.facts = facts{}
}

// maxBack bounds how many posts are looked back through for a parent.
const maxBack = 200

// threads makes the threads: one of the comments, one of the posts, or of the
// question and its answers with the comments on them. All names and dates are
// parts of one string, all blocks of one slice.
func (f *Finder) threads() []document.Thread {
	kind := document.Comments
	posts, blocks, first := 0, 0, len(f.bytes)
	for i := range f.units {
		u := &f.units[i]
		if !f.isPost(u) {
			continue
		}
		u.post = posts
		posts++
		blocks += len(u.blocks)
		f.bytes = append(append(f.bytes, u.facts.author...), u.facts.date...)
		switch {
		case u.kind == answerUnit, u.kind == questionUnit:
			kind = document.QuestionAnswers
		case kind == document.Comments && f.page.Roles[u.blocks[0]] == document.Post:
			kind = document.Forum
		}
	}
	if posts == 0 {
		return nil
	}
	th := document.Thread{Kind: kind, Posts: make([]document.ThreadPost, 0, posts)}
	f.fillPosts(&th, string(f.bytes[first:]), make([]int, 0, blocks))
	return []document.Thread{th}
}

// fillPosts fills in the posts of a thread. text has their names and dates, and
// blocks room for their blocks.
func (f *Finder) fillPosts(th *document.Thread, text string, blocks []int) {
	question := -1
	for i := range f.units {
		u := &f.units[i]
		if u.post < 0 {
			continue
		}
		author, date := len(u.facts.author), len(u.facts.author)+len(u.facts.date)
		from := len(blocks)
		blocks = append(blocks, u.blocks...)
		p := document.ThreadPost{
			Author: text[:author], Date: text[author:date], Score: u.facts.score, Scored: u.facts.scored, Accepted: u.facts.accepted,
			Blocks: blocks[from:len(blocks):len(blocks)], Parent: -1,
		}
		text = text[date:]
		if u.parent >= 0 {
			p.Parent = f.units[u.parent].post
		}
		if u.kind == answerUnit && p.Parent < 0 && question >= 0 {
			p.Parent = question
		}
		if u.kind == questionUnit && question < 0 {
			question = u.post
		}
		th.Posts = append(th.Posts, p)
	}
}
