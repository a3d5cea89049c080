package render

import (
	"cmp"
	"net/url"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// page is a document with what several formats ask of it.
type page struct {
	doc    *document.Document
	roles  document.RoleSet
	base   *url.URL       // nil if unknown
	notes  map[string]int // the footnotes' numbers by their ids, from 1
	noteOf map[int]int    // the same by their containers
}

func newPage(d *document.Document, o Options) *page {
	p := &page{doc: d, roles: shown(d, o)}
	if d.Base != "" {
		p.base, _ = url.Parse(d.Base)
	}
	p.number()
	return p
}

// number gives numbers to the footnotes that are printed and referred to, in
// their order.
func (p *page) number() {
	if len(p.doc.Notes) == 0 {
		return
	}
	printed, wanted := map[int]bool{}, map[string]bool{}
	for i := range p.doc.Blocks {
		if b := &p.doc.Blocks[i]; p.roles.Has(b.Role) && b.Verdict() != document.Planted {
			for _, l := range b.Links {
				if id, ok := strings.CutPrefix(l.URL, "#"); ok && l.End-l.Start <= maxReference {
					wanted[id] = true
				}
			}
			for c := b.Container; c >= 0; c = p.doc.Containers[c].Parent {
				if p.doc.Containers[c].Kind == document.NoteText {
					printed[c] = true
					break
				}
			}
		}
	}
	p.notes, p.noteOf = map[string]int{}, map[int]int{}
	for _, n := range p.doc.Notes {
		if _, twice := p.notes[n.ID]; printed[n.Container] && wanted[n.ID] && !twice {
			p.notes[n.ID] = len(p.notes) + 1
			p.noteOf[n.Container] = len(p.notes)
		}
	}
}

// ancestor returns the innermost container of a kind that c is or stands in, -1
// for none.
func (p *page) ancestor(c int, kind document.ContainerKind) int {
	for c >= 0 && p.doc.Containers[c].Kind != kind {
		c = p.doc.Containers[c].Parent
	}
	return c
}

// objects returns the range of the objects in or right before block i.
func (p *page) objects(i int) []document.Object {
	all := p.doc.Objects
	first := sort.Search(len(all), func(k int) bool { return all[k].Block >= i })
	end := first
	for end < len(all) && all[end].Block == i {
		end++
	}
	return all[first:end]
}

// alone returns the objects to be printed before block i, which may be one more
// than there are.
func (p *page) alone(i int) []*document.Object {
	var some []*document.Object
	objects := p.objects(i)
	for k := range objects {
		o := &objects[k]
		if !o.Alone || !p.belongs(o) || p.address(o.URL) == "" && o.Kind != document.Maths || o.Kind == document.Maths && o.Text == "" {
			continue
		}
		if n := len(some); n > 0 && o.Kind == document.Image && (some[n-1].URL == o.URL || o.Hidden&document.Noscript != 0) {
			continue // the copy for readers without scripts
		}
		some = append(some, o)
	}
	return some
}

// belongs reports whether an object that stands alone is part of what is
// printed: it is between what the author published, or in one figure, item or
// cell with it.
func (p *page) belongs(o *document.Object) bool {
	if o.Hidden&^document.Noscript&^document.Fallback != 0 {
		return false
	}
	published, printed := 0, 0
	for _, i := range [2]int{o.Block - 1, o.Block} {
		if i < 0 || i >= len(p.doc.Blocks) {
			continue
		}
		b := &p.doc.Blocks[i]
		if b.Data == 0 && b.Verdict() == document.Published && b.Role != document.Comment {
			published++
		}
		if p.roles.Has(b.Role) && b.Verdict() == document.Published {
			printed++
			if o.Container >= 0 && o.Container == b.Container && p.doc.Containers[o.Container].Kind >= document.Item {
				return true
			}
		}
	}
	return published == 2 && printed > 0
}

// address resolves a link against the page's address, "" if it leads nowhere a
// reader can go. Its characters are safe in Markdown's <>, HTML and XML.
func (p *page) address(link string) string {
	if link == "" || link[0] == '#' {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	switch strings.ToLower(u.Scheme) {
	case "", "http", "https", "mailto", "ftp", "tel":
	default:
		return ""
	}
	return unsafeInAddress.Replace(u.String())
}

// unsafeInAddress writes the characters that could end an address otherwise.
var unsafeInAddress = strings.NewReplacer(
	"<", "%3C", ">", "%3E", `\`, "%5C", "\n", "", "\r", "", "\t", "", " ", "%20", `"`, "%22", "'", "%27", "`", "%60", "|", "%7C",
)

// pieceKind is what a piece is.
type pieceKind uint8

const (
	pieceLink pieceKind = iota
	pieceRef            // a reference to a footnote
	pieceMark
	pieceObject
)

// piece is a range of a block's text that is more than text.
type piece struct {
	kind       pieceKind
	start, end int
	url        string // of a link
	note       int    // the number of a footnote
	mark       document.MarkKind
	object     *document.Object
}

// replaces reports whether something else is printed in the place of the text.
func (p *piece) replaces() bool { return p.kind == pieceObject || p.kind == pieceRef }

// isLink reports whether p is printed as a link, which cannot be in another.
func (p *piece) isLink() bool {
	return p.kind == pieceLink || p.kind == pieceRef ||
		p.kind == pieceObject && p.object.Kind != document.Image && p.object.Kind != document.Maths
}

// pieces returns the pieces of block i in the order they open, outer before
// inner. None cross, and none is inside one that replaces its text.
func (p *page) pieces(i int) []piece {
	b := &p.doc.Blocks[i]
	var all []piece
	for _, l := range b.Links {
		if l.Start < 0 || l.End > len(b.Text) || l.Start >= l.End {
			continue
		}
		if id, ok := strings.CutPrefix(l.URL, "#"); ok {
			if n := p.notes[id]; n > 0 && l.End-l.Start <= maxReference {
				all = append(all, piece{kind: pieceRef, start: l.Start, end: l.End, note: n})
			}
		} else if u := p.address(l.URL); u != "" {
			all = append(all, piece{kind: pieceLink, start: l.Start, end: l.End, url: u})
		}
	}
	for _, m := range b.Marks {
		if m.Start >= 0 && m.Start < m.End && m.End <= len(b.Text) {
			all = append(all, piece{kind: pieceMark, start: m.Start, end: m.End, mark: m.Kind})
		}
	}
	objects := p.objects(i)
	for k := range objects {
		o := &objects[k]
		if o.Alone || o.Kind == document.Maths && o.Text == "" || o.Kind != document.Maths && p.address(o.URL) == "" || o.End > len(b.Text) {
			continue
		}
		if o.Hidden&^b.Hidden != 0 && o.Kind != document.Maths {
			continue
		}
		all = append(all, piece{kind: pieceObject, start: o.Start, end: o.End, object: o})
	}
	slices.SortStableFunc(all, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return nested(all)
}

// maxReference is how many bytes the text of a reference to a footnote has at
// most. A longer one is a link inside the page.
const maxReference = 16

// nested drops pieces that cross others, and those inside text that is replaced.
func nested(all []piece) []piece {
	kept := all[:0]
	var open []piece
	for _, p := range all {
		for len(open) > 0 && open[len(open)-1].end <= p.start {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 && (p.end > open[n-1].end || open[n-1].replaces()) {
			continue
		}
		if inLink := slices.ContainsFunc(open, func(o piece) bool { return o.kind == pieceLink }); inLink && p.isLink() {
			continue
		}
		if p.end > p.start {
			open = append(open, p)
		}
		kept = append(kept, p)
	}
	return kept
}

// inline is what prints the text of a block.
type inline interface {
	text(s string)
	open(p *piece)
	close(p *piece)
	replace(p *piece, text string) // text is what it stands for
}

// walk gives the text of block i and pieces of it to w in order.
func (p *page) walk(i int, pieces []piece, w inline) {
	text := p.doc.Blocks[i].Text
	at, apart := 0, false
	write := func(end int) {
		if at == end {
			return
		}
		// What stands where there is no text had white space on its other side too.
		if r, _ := utf8.DecodeRuneInString(text[at:]); apart && isWord(r) && !unspaced(r) {
			w.text(" ")
		}
		apart = false
		w.text(text[at:end])
		at = end
	}
	var open []piece
	finish := func(upTo int) {
		for len(open) > 0 && open[len(open)-1].end <= upTo {
			last := &open[len(open)-1]
			write(max(at, last.end))
			w.close(last)
			open = open[:len(open)-1]
		}
	}
	for _, k := range pieces {
		finish(k.start)
		if k.start < at {
			continue
		}
		write(k.start)
		if k.replaces() {
			w.replace(&k, text[k.start:k.end])
			at, apart = k.end, k.start == k.end
			continue
		}
		w.open(&k)
		open = append(open, k)
	}
	finish(len(text))
	write(len(text))
}

// unspaced reports whether r is of a script written without spaces.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
