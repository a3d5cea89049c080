package thread

import (
	"bytes"
	"strconv"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/meta"
)

// facts are what a post says of itself beside its text.
type facts struct {
	author, date []byte // in Finder.bytes
	authorRank   uint8  // how sure, 0 for nothing
	dateRank     uint8
	score        int
	scored       bool
	accepted     bool
}

// Ranks of the sources of a fact.
const (
	fromRole uint8 = 1 + iota
	fromClass
	fromMarkup
)

// readFacts reads the facts of all units in one walk through the tree.
func (f *Finder) readFacts() {
	t := f.page.Tree
	open, next := -1, 0
	for id := dom.ID(1); int(id) < len(t.Nodes) && len(f.units) > 0; id++ {
		for next < len(f.units) && f.units[next].node <= id {
			open = next
			next++
		}
		for open >= 0 && id >= t.Nodes[f.units[open].node].After {
			open = f.units[open].parent
		}
		if open < 0 {
			if next == len(f.units) {
				break
			}
			id = f.units[next].node - 1
			continue
		}
		if n := &t.Nodes[id]; n.Kind == dom.ElementNode && n.NS == dom.HTML {
			f.fact(&f.units[open], id, n)
		}
	}
	f.factsOfRoles()
	f.factsOfData()
}

// fact reads one element of a unit.
func (f *Finder) fact(u *unit, id dom.ID, n *dom.Node) {
	t := f.page.Tree
	var prop, class []byte
	attrs := t.Attrs(id)
	for i := range attrs {
		switch attrs[i].Key {
		case dom.KeyItemprop:
			prop = t.Value(&attrs[i])
		case dom.KeyClass:
			class = t.Value(&attrs[i])
		}
	}
	switch string(prop) {
	case "author", "creator":
		u.author(f, f.text(id), fromMarkup-1)
	case "name":
		if p := t.Nodes[id].Parent; id != u.node && hasWord(t, p, "author") || hasWord(t, t.Nodes[p].Parent, "author") {
			u.author(f, f.text(id), fromMarkup)
		}
	case "datePublished", "dateCreated", "commentTime":
		u.dated(f, f.value(id), fromMarkup)
	case "upvoteCount":
		u.vote(f.value(id))
	}
	if id == u.node {
		u.facts.accepted = u.facts.accepted || bytes.Contains(prop, []byte("acceptedAnswer")) || hasToken(class, "accepted-answer") || hasToken(class, "accepted")
		return
	}
	switch {
	case n.Tag == dom.TagTime:
		u.dated(f, f.value(id), fromMarkup)
		return
	case len(class) == 0 || n.First == 0 || n.After-id > maxFact:
		return
	}
	switch factOf(class) {
	case document.Byline:
		u.author(f, f.text(id), fromClass)
	case document.Date:
		u.dated(f, f.value(id), fromClass)
	case document.Widget:
		u.vote(f.text(id))
	}
}

// maxFact is how many nodes an element has at most that holds one fact.
const maxFact = 24

// factOf returns what a class says an element holds: Byline, Date, or Widget for a
// score; NoRole for nothing. Words that stand for the place of a fact, and not for
// itself, as in "author-avatar", are left alone.
func factOf(class []byte) document.Role {
	for len(class) > 0 {
		var word []byte
		word, class = cutWord(class)
		var buf [2 * longestName]byte
		if len(word) > len(buf) {
			continue
		}
		switch string(lowerASCII(buf[:], word)) {
		case "author", "username", "user-name", "comment-author", "commentauthor", "author-name", "poster", "post-author", "fn", "comment-author-name",
			"user", "nickname", "nick", "comment-user", "byline":
			return document.Byline
		case "date", "time", "timestamp", "comment-date", "comment-time", "post-date", "posted", "post-time", "datetime", "published", "comment-meta-date":
			return document.Date
		case "score", "votes", "vote-count", "points", "likes", "like-count", "vote-score", "upvotes", "karma":
			return document.Widget
		}
	}
	return document.NoRole
}

// hasWord reports whether an element's itemprop is the given word.
func hasWord(t *dom.Tree, id dom.ID, word string) bool {
	prop, _ := t.AttrBytes(id, dom.KeyItemprop)
	return string(prop) == word
}

func hasToken(list []byte, word string) bool {
	for token := range bytes.FieldsSeq(list) {
		if string(token) == word {
			return true
		}
	}
	return false
}

// value returns what an element holds for machines, else its text.
func (f *Finder) value(id dom.ID) []byte {
	for _, k := range [...]dom.Key{dom.KeyDatetime, dom.KeyContent, dom.KeyTitle} {
		if v, ok := f.page.Tree.AttrBytes(id, k); ok && len(v) > 0 {
			return v
		}
	}
	return f.text(id)
}

// longestFact is how many bytes of text a fact has at most.
const longestFact = 200

// text returns the text of an element, nothing if it has too much. It is valid
// until the next call.
func (f *Finder) text(id dom.ID) []byte {
	t := f.page.Tree
	text := f.scratch[:0]
	for k := id + 1; k < min(t.Nodes[id].After, id+maxFact); k++ {
		if n := &t.Nodes[k]; n.Kind == dom.TextNode {
			if int(n.End-n.Start) > longestFact {
				return nil
			}
			text = append(t.AppendText(text, k), ' ')
		}
	}
	f.scratch = text
	return bytes.TrimSpace(text)
}

// author sets the author, unless a surer source has.
func (u *unit) author(f *Finder, text []byte, rank uint8) {
	if rank <= u.facts.authorRank || len(text) == 0 || len(text) > longestFact {
		return
	}
	from := len(f.bytes)
	if f.bytes = meta.AppendUser(f.bytes, text); len(f.bytes) > from {
		u.facts.author, u.facts.authorRank = f.bytes[from:], rank
	}
}

// dated sets the date, unless a surer source has.
func (u *unit) dated(f *Finder, text []byte, rank uint8) {
	if rank <= u.facts.dateRank || len(text) == 0 || len(text) > longestFact {
		return
	}
	from := len(f.bytes)
	if f.bytes = f.page.Dates.Append(f.bytes, text); len(f.bytes) > from {
		u.facts.date, u.facts.dateRank = f.bytes[from:], rank
	}
}

// vote sets the score, which is the number that the text begins with.
func (u *unit) vote(text []byte) {
	text = bytes.Replace(bytes.TrimSpace(text), []byte("−"), []byte("-"), 1)
	k := 0
	if k < len(text) && (text[k] == '-' || text[k] == '+') {
		k++
	}
	for k < len(text) && '0' <= text[k] && text[k] <= '9' {
		k++
	}
	if n, err := strconv.Atoi(string(text[:k])); err == nil && !u.facts.scored {
		u.facts.score, u.facts.scored = n, true
	}
}

// factsOfRoles fills in what is missing from the blocks with the roles byline and
// date.
func (f *Finder) factsOfRoles() {
	for i := range f.units {
		u := &f.units[i]
		after := f.page.Tree.Nodes[u.node].After
		for k := f.firstBlock(u.node); k < len(f.page.Blocks.Blocks) && (u.facts.authorRank == 0 || u.facts.dateRank == 0); k++ {
			b := &f.page.Blocks.Blocks[k]
			if b.First == 0 || b.First >= after || i+1 < len(f.units) && b.First >= f.units[i+1].node {
				break
			}
			switch f.page.Roles[k] {
			case document.Byline:
				u.author(f, f.page.Blocks.TextOf(k), fromRole)
				u.dated(f, f.page.Blocks.TextOf(k), fromRole)
			case document.Date:
				u.dated(f, f.page.Blocks.TextOf(k), fromRole)
			}
		}
	}
}

// factsOfData fills in what is missing from the linked data of posts that begin
// with the same words.
func (f *Finder) factsOfData() {
	for i := range f.units {
		u := &f.units[i]
		if len(u.blocks) == 0 || len(f.page.Posts) == 0 {
			continue
		}
		f.scratch = meta.AppendPostKey(f.scratch[:0], f.page.Blocks.TextOf(u.blocks[0]))
		for k := range f.page.Posts {
			p := &f.page.Posts[k]
			if !p.Begins(f.scratch) {
				continue
			}
			u.author(f, p.Author, fromRole)
			u.dated(f, p.Date, fromRole)
			if p.Scored && !u.facts.scored {
				u.facts.score, u.facts.scored = p.Score, true
			}
			u.facts.accepted = u.facts.accepted || p.Accepted
			break
		}
	}
}
