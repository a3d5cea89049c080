package label

import (
	"slices"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Page is what the labeller knows of a page.
type Page struct {
	Blocks *block.Set
	Tree   *dom.Tree // nil for flattened text
	Langs  []string  // the language of each block, "" if unknown; nil if not known of any
	Lang   string    // the language of the page
	Title  string    // the title by the page's metadata, "" if it has none
}

// Decision is the role of a block.
type Decision struct {
	Role   document.Role
	P      float32 // confidence in the role's verdict, 0 to 1
	Reason string
}

// Result is what the labeller says of a page.
type Result struct {
	Decisions []Decision // one for each block
	Type      string     // one of PageTypes; "" for flattened text
	TypeP     float32    // confidence in the type, 0 to 1
	Quality   float32    // how sure the choice of the main text is, 0 to 1
}

// Labeller labels one page after another and keeps its working memory in
// between. The zero value is ready and uses the built-in model.
type Labeller struct {
	Model *Model // nil for the built-in one

	facts     facts
	net       netRun
	decoder   decoder
	rows      [][maxFeatures]uint8
	text      []int32 // log-odds of main text, then its probability
	apart     []int32 // how far that is from the probability by the roles' scores
	published []int32 // probability of blocks outside the main text to be published
	roles     [][maxRoles]int32
	kinds     [len(PageTypes)]int32 // scores of the page's type
	decisions []Decision
}

// Label gives every block of the page its role. The result is valid until the
// next call.
func (l *Labeller) Label(p *Page, bias Bias) Result {
	m := l.Model
	if m == nil {
		if m = builtIn; m == nil {
			panic("label: the embedded model: " + errBuiltIn.Error())
		}
	}
	l.facts.linear = &m.linear
	l.facts.gather(p)
	l.fillRows()
	n := &m.tree
	if p.Tree == nil {
		n = &m.flat
	}
	l.scoreBlocks(n)
	blocks := p.Blocks.Blocks
	l.decoder.choose(l.text, func(i int) int32 { return blocks[i].Words }, bias)
	r := Result{}
	if p.Tree != nil {
		r.Type, r.TypeP = l.pageType()
	}
	l.decide(p, r.Type == "forum")
	l.labelHead(p)
	r.Decisions = l.decisions
	r.Quality = l.quality(m)
	return r
}

// fillRows computes the features of all blocks.
func (l *Labeller) fillRows() {
	n := len(l.facts.page.Blocks.Blocks)
	if cap(l.rows) < n {
		l.rows = make([][maxFeatures]uint8, n+n/4)
	}
	l.rows = l.rows[:n]
	for i := range n {
		f := l.facts.features(i)
		f.Append(l.rows[i][:0])
	}
}

// scoreBlocks finds the probability of each block to be main text and the scores
// of its roles.
func (l *Labeller) scoreBlocks(n *network) {
	count := len(l.rows)
	l.text, l.apart = resize(l.text, count), resize(l.apart, count)
	l.published, l.roles = resize(l.published, count), resize(l.roles, count)
	l.kinds = l.net.score(n, l.rows, l.text, l.roles)
	for i, s := range l.text {
		l.text[i] = probability(s)
		text, published := l.roleShares(i)
		l.apart[i] = abs(l.text[i] - text)
		l.published[i] = published
		if l.facts.texts[i].phrase != document.NoRole {
			l.text[i] = min(l.text[i], probUnit/8)
		}
	}
}

// roleShares returns the probability of block i to be main text by the scores of
// the roles, and that of it to be published if it is not main text.
func (l *Labeller) roleShares(i int) (text, published int32) {
	s := l.roles[i][:len(netRoles)]
	best := slices.Max(s)
	var main, besides, all int64
	for k, x := range s {
		e := expOf(x - best)
		all += e
		switch {
		case document.MainText.Has(netRoles[k]):
			main += e
		case publishedRoles.Has(netRoles[k]):
			besides += e
		}
	}
	return int32(main * probUnit / all), int32(besides * probUnit / max(all-main, 1))
}

// publishedRoles are the roles of what its author published.
var publishedRoles = document.OfVerdict(document.Published)

func abs(x int32) int32 { return max(x, -x) }

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// likeliest returns the place in netRoles of the likeliest of the allowed roles of
// block i, -1 if none is allowed.
func (l *Labeller) likeliest(i int, allowed document.RoleSet) int {
	best := -1
	for c, role := range netRoles {
		if allowed.Has(role) && (best < 0 || l.roles[i][c] > l.roles[i][best]) {
			best = c
		}
	}
	return best
}

// decide gives each block its likeliest role, of those of the main text if it is
// kept, else of the others.
func (l *Labeller) decide(p *Page, forum bool) {
	l.decisions = l.decisions[:0]
	posts, title := l.hasPosts(p.Tree == nil), l.bestTitle()
	if p.Tree == nil {
		title = -1 // labelHead finds it by the text it stands over
	}
	for i := range l.rows {
		d := Decision{P: float32(l.text[i]) / probUnit}
		if p.Blocks.Blocks[i].Data != 0 {
			d.Role, d.Reason = document.Body, "text the page carries as data and does not show"
			if forum {
				d.Role = document.Post
			}
			l.decisions = append(l.decisions, d)
			continue
		}
		kept, allowed := l.decoder.keep[i], document.MainText
		if !kept {
			allowed = ^allowed
		}
		if !posts {
			allowed &^= document.Roles(document.Post)
		}
		if i != title {
			allowed &^= document.Roles(document.Title)
		}
		d.Role = netRoles[l.likeliest(i, allowed)]
		switch share := float32(l.published[i]) / probUnit; {
		case kept:
		case d.Role.Verdict() == document.Published:
			d.P = share
		default:
			d.P = (1 - d.P) * (1 - share)
		}
		if groupOfRole[d.Role] == GroupHead && p.Tree != nil && d.Role != document.Title && l.likesTitle(i) {
			d.Role = document.Duplicate // there is one headline
		}
		d.Reason = l.reason(i, d.Role)
		if phrase := l.facts.texts[i].phrase; phrase != document.NoRole && (p.Tree == nil || d.Role.Verdict() == document.Published) {
			d = Decision{phrase, 0.9, "words that sites put there"}
		}
		l.decisions = append(l.decisions, d)
	}
}

// The places in netRoles of the roles that are asked for by number.
const (
	roleBody, rolePost              = 1, 5
	roleTitle, roleByline, roleDate = 6, 7, 8
)

// hasPosts reports whether the main text is what participants of a discussion
// wrote: that holds for all of it or for none. In flattened text, which has no
// names to go by, that must be plainer than elsewhere.
func (l *Labeller) hasPosts(flat bool) bool {
	lead := int64(0)
	for i, keep := range l.decoder.keep {
		if keep {
			d := l.roles[i][rolePost] - l.roles[i][roleBody]
			if flat {
				d -= scoreUnit
			}
			lead += int64(l.facts.page.Blocks.Blocks[i].Words) * int64(max(-2*scoreUnit, min(d, 2*scoreUnit)))
		}
	}
	return lead > 0
}

// likesTitle reports whether a block is likelier a headline than a byline or a
// date.
func (l *Labeller) likesTitle(i int) bool { return l.titleLead(i) > 0 }

// bestTitle returns the block that is likeliest the page's headline, -1 if there
// is none: the best of those that are likelier that than anything else outside the
// main text.
func (l *Labeller) bestTitle() int {
	best := -1
	for i, keep := range l.decoder.keep {
		if !keep && l.likeliest(i, ^document.MainText) == roleTitle && (best < 0 || l.titleLead(i) > l.titleLead(best)) {
			best = i
		}
	}
	return best
}

// titleLead returns by how much block i is likelier a headline than a byline or a
// date.
func (l *Labeller) titleLead(i int) int32 {
	s := &l.roles[i]
	return s[roleTitle] - max(s[roleByline], s[roleDate])
}

// pageType returns the likeliest type of the page and its probability.
func (l *Labeller) pageType() (string, float32) {
	best := 0
	for k, s := range l.kinds {
		if s > l.kinds[best] {
			best = k
		}
	}
	var all int64
	for _, s := range l.kinds {
		all += expOf(s - l.kinds[best])
	}
	return PageTypes[best], float32((int64(1)<<30)*probUnit/all) / probUnit
}
