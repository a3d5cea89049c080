package planted

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// comments finds advertising in what visitors wrote: comments, profiles,
// guest books. Its words are few, so the place, disguised letters and foreign
// links have to speak with them.
var comments = Detector{
	Name: "comments",
	Doc:  "advertising in comments and profiles, and names disguised with odd letters",
	Find: findComments,
}

// commentBar is for blocks where visitors write.
var commentBar = bar{topical: 8, covered: 18, distinct: 3, weight: 1}

// writable are the words in the class or id of an element that visitors fill.
var writable = []string{"comment", "guestbook", "kommentar", "komentar", "comentario", "user-bio", "userbio", "author-bio-user", "profile-bio", "signature", "shoutbox"}

func findComments(p *Page, found []document.Finding) []document.Finding {
	places := p.writablePlaces()
	flat := p.Tree == nil
	styled := bytes.Contains(p.Blocks.Text, []byte("\xf0\x9d")) // mathematical letters
	if !flat && !styled && len(places) == 0 {
		return found
	}
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		inside := !flat && within(places, b.First)
		text := p.Blocks.TextOf(i)
		var d disguise
		if inside || flat || styled && bytes.Contains(text, []byte("\xf0\x9d")) {
			d = disguiseOf(text)
		}
		if !d.found && (!inside || p.sketches[i].topical == 0) {
			continue
		}
		if f, ok := p.judgeComment(i, inside, &d); ok {
			found = append(found, f)
		}
	}
	return found
}

// judgeComment weighs what speaks against block i.
func (p *Page) judgeComment(i int, inside bool, d *disguise) (document.Finding, bool) {
	b := &p.Blocks.Blocks[i]
	t := tallyOf(i, p.Blocks.TextOf(i))
	topic, topical := t.best()
	f := document.Finding{Kind: document.SEOSpam, Technique: "comment", Blocks: []int{i}}
	kinds := 0
	about := topical && p.survey().restOf(topic).about()
	if d.found {
		kinds++
		f.Technique = "disguised letters"
		f.Evidence = append(f.Evidence, fmt.Sprintf("a name with a number is disguised with %s", d.how))
	}
	if topical && !about {
		f.Topic = topic.String()
		if d.found || commentBar.clears(&t, topic) {
			kinds++
			f.Evidence = append(f.Evidence, fmt.Sprintf("words of %s", topic))
		}
	}
	if inside {
		kinds++
		f.Evidence = append(f.Evidence, "it stands where visitors write")
	}
	if p.mayBeForeign(i) && p.Langs[i] != "" {
		kinds++
		f.Evidence = append(f.Evidence, "it is in another language than the page")
	}
	foreign := 0
	for k := b.Links[0]; k < b.Links[1]; k++ {
		if p.foreignDomain(int(k)) != "" {
			foreign++
		}
	}
	if foreign > 0 {
		kinds++
		f.Evidence = append(f.Evidence, fmt.Sprintf("%d links to other sites", foreign))
	}
	spam := d.found || f.Topic != "" && commentBar.clears(&t, topic) && !about
	switch {
	case !spam:
		return f, false
	case kinds >= 3:
		f.Confidence = .9
	case kinds == 2:
		f.Confidence = .7
	default:
		f.Confidence = .4
	}
	return f, true
}

// writablePlaces returns the ranges of nodes in which visitors write, ascending
// and apart.
func (p *Page) writablePlaces() [][2]dom.ID {
	if p.Tree == nil {
		return nil
	}
	t := p.Tree
	var places [][2]dom.ID
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if n.Kind != dom.ElementNode || n.Tag == dom.TagBody || n.Tag == dom.TagHTML {
			continue
		}
		attrs := t.Attrs(id)
		for i := range attrs {
			if k := attrs[i].Key; k != dom.KeyClass && k != dom.KeyID {
				continue
			}
			if isWritable(t.Src[attrs[i].ValStart:attrs[i].ValEnd]) {
				places = append(places, [2]dom.ID{id, n.After})
				id = n.After - 1
				break
			}
		}
	}
	return places
}

func isWritable(name []byte) bool {
	for i := 0; i+shortestWritable <= len(name); i++ {
		switch name[i] | 0x20 {
		case 'c', 'g', 'k', 'u', 'a', 'p', 's':
		default:
			continue
		}
		for _, w := range writable {
			if name[i]|0x20 == w[0] && name[i+1]|0x20 == w[1] && hasPrefixFold(name[i:], w) {
				return true
			}
		}
	}
	return false
}

// shortestWritable is the number of bytes of the shortest of them.
const shortestWritable = 7

// hasPrefixFold reports whether a text begins with a word in lower case, in any
// case of ASCII.
func hasPrefixFold(text []byte, word string) bool {
	return len(text) >= len(word) && bytes.EqualFold(text[:len(word)], []byte(word))
}

func within(places [][2]dom.ID, id dom.ID) bool {
	k, exact := slices.BinarySearchFunc(places, id, func(p [2]dom.ID, id dom.ID) int { return int(p[0] - id) })
	return exact || k > 0 && id < places[k-1][1]
}

// disguise says that a name in a text is written so that a filter for words does
// not find it.
type disguise struct {
	found bool
	how   string
}

const (
	// minDisguised is the number of letters of a disguised name, minNumber that of
	// the digits with it: the names of such sites end in lucky numbers.
	minDisguised = 3
	minNumber    = 2
)

// name counts the characters of what may be a name: pieces between spaces that
// are disguised, or single, or a number behind such.
type name struct {
	letters, digits int
	styled          int // of both, those in disguise
	single          int // pieces of one character
}

func (n *name) add(o name) {
	n.letters += o.letters
	n.digits += o.digits
	n.styled += o.styled
	if o.letters+o.digits == 1 {
		n.single++
	}
}

// verdict judges a whole name.
func (n *name) verdict(spelled bool) disguise {
	switch {
	case n.digits < minNumber || n.letters < minDisguised:
	case n.styled >= minDisguised:
		return disguise{true, "mathematical or enclosed letters"}
	case spelled && n.single > minDisguised+1 && n.single >= n.letters:
		return disguise{true, "spaces between the letters"}
	}
	return disguise{}
}

// disguiseOf looks for a name in mathematical or enclosed letters, or in single
// letters with spaces between, that ends in a number.
func disguiseOf(text []byte) disguise {
	var whole, piece name
	spelled := true // only spaces stand between the pieces
	end := func() disguise {
		defer func() { piece = name{} }()
		size := piece.letters + piece.digits
		if size == 0 {
			return disguise{}
		}
		if piece.styled > 0 || size == 1 || piece.letters == 0 && whole.letters > 0 {
			whole.add(piece)
			return disguise{}
		}
		d := whole.verdict(spelled)
		whole, spelled = name{}, true
		return d
	}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		kind, odd := letterOf(r)
		switch kind {
		case 0:
			if r != ' ' && r != '-' && r != 0xA0 && whole.styled+piece.styled == 0 {
				spelled = false
			}
			if d := end(); d.found {
				return d
			}
			continue
		case 'd':
			piece.digits++
		default:
			piece.letters++
		}
		if odd {
			piece.styled++
		}
	}
	if d := end(); d.found {
		return d
	}
	return whole.verdict(spelled)
}

// letterOf returns 'l' for a letter and 'd' for a digit, 0 for others, and
// whether it is one in disguise. Full-width letters are none: Japanese is full of
// them.
func letterOf(r rune) (kind byte, odd bool) {
	switch {
	case r < utf8.RuneSelf:
		c := byte(r)
		switch {
		case '0' <= c && c <= '9':
			return 'd', false
		case isAlnum(c):
			return 'l', false
		}
		return 0, false
	case 0x1D400 <= r && r <= 0x1D7CB, 0x24B6 <= r && r <= 0x24E9, 0x1F130 <= r && r <= 0x1F189:
		return 'l', true
	case 0x1D7CE <= r && r <= 0x1D7FF, 0x2460 <= r && r <= 0x2468:
		return 'd', true
	case unicode.IsLetter(r):
		return 'l', false
	}
	return 0, false
}
