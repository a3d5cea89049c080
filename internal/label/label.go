package label

import (
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
	decoder   decoder
	rows      [][maxFeatures]uint8
	text      []int32 // log-odds of main text, then its probability
	apart     []int32 // how far apart the two forests' probabilities are
	groups    []Group
	published []int32 // probability of blocks outside the main text to be published
	roles     [][maxRoles]int32
	list      []int32
	scores    [max(maxRoles, int(GroupCount))][]int32
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
	f := &m.tree
	if p.Tree == nil {
		f = &m.flat
	}
	l.scoreText(f)
	blocks := p.Blocks.Blocks
	l.decoder.choose(l.text, func(i int) int32 { return blocks[i].Words }, bias)
	l.chooseGroups()
	l.scoreRoles(f)
	r := Result{}
	if p.Tree != nil {
		r.Type, r.TypeP = l.facts.pageType()
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

// scoreText finds the probability of each block to be main text: the mean of what
// the forest of the text and the forest of the groups say, in log-odds. They err
// in different ways.
func (l *Labeller) scoreText(f *forests) {
	n := len(l.rows)
	l.list = l.list[:0]
	for i := range n {
		l.list = append(l.list, int32(i))
	}
	l.text, l.apart = resize(l.text, n), resize(l.apart, n)
	f.text.score(0, l.rows, l.list, l.text)
	for c := range l.scores {
		l.scores[c] = resize(l.scores[c], n)
	}
	for c := range f.groups.base {
		f.groups.score(c, l.rows, l.list, l.scores[c])
	}
	for i, s := range l.text {
		g := l.scores[GroupText][i] - l.logSum(i)
		l.apart[i] = abs(probability(s) - probability(g))
		l.text[i] = probability((s + g) / 2)
		if l.facts.texts[i].phrase != document.NoRole {
			l.text[i] = min(l.text[i], probUnit/8)
		}
	}
}

// logSum returns the logarithm of what the groups but GroupText weigh together for
// block i.
func (l *Labeller) logSum(i int) int32 {
	best := l.bestGroup(i)
	var all int64
	for c := int(GroupText) + 1; c < int(GroupCount); c++ {
		all += expOf(l.scores[c][i] - l.scores[best][i])
	}
	return l.scores[best][i] + logOf(all)
}

// bestGroup returns the likeliest group of block i but GroupText.
func (l *Labeller) bestGroup(i int) int {
	best := int(GroupText) + 1
	for c := best + 1; c < int(GroupCount); c++ {
		if l.scores[c][i] > l.scores[best][i] {
			best = c
		}
	}
	return best
}

// chooseGroups finds the group of each block that is not main text, and how sure
// it is that the block was published all the same.
func (l *Labeller) chooseGroups() {
	l.groups, l.published = l.groups[:0], l.published[:0]
	for i, keep := range l.decoder.keep {
		if keep {
			l.groups, l.published = append(l.groups, GroupText), append(l.published, 0)
			continue
		}
		best := l.bestGroup(i)
		var all, published int64
		for c := int(GroupText) + 1; c < int(GroupCount); c++ {
			e := expOf(l.scores[c][i] - l.scores[best][i])
			all += e
			if g := Group(c); g == GroupHead || g == GroupComment {
				published += e
			}
		}
		l.groups = append(l.groups, Group(best))
		l.published = append(l.published, int32(published*probUnit/all))
	}
}

func abs(x int32) int32 { return max(x, -x) }

// maxRoles is the most roles a group has.
const maxRoles = 8

// scoreRoles scores the roles of each block's group.
func (l *Labeller) scoreRoles(f *forests) {
	if cap(l.roles) < len(l.rows) {
		l.roles = make([][maxRoles]int32, len(l.rows)+len(l.rows)/4)
	}
	l.roles = l.roles[:len(l.rows)]
	for g := range f.roles {
		l.list = l.list[:0]
		for i := range l.rows {
			if l.groups[i] == Group(g) {
				l.list = append(l.list, int32(i))
			}
		}
		for c := range f.roles[g].base {
			s := resize(l.scores[0], len(l.list))
			l.scores[0] = s
			f.roles[g].score(c, l.rows, l.list, s)
			for k, i := range l.list {
				l.roles[i][c] = s[k]
			}
		}
	}
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/4)
	}
	return s[:n]
}

// decide gives each block the likeliest role of its group.
func (l *Labeller) decide(p *Page, forum bool) {
	l.decisions = l.decisions[:0]
	posts, title := l.hasPosts(p.Tree == nil), l.bestTitle()
	if p.Tree == nil {
		title = -1 // labelHead finds it by the text it stands over
	}
	for i := range l.rows {
		d := Decision{P: float32(l.text[i]) / probUnit}
		g := l.groups[i]
		switch {
		case p.Blocks.Blocks[i].Data != 0:
			d.Role, d.Reason = document.Body, "text the page carries as data and does not show"
			if forum {
				d.Role = document.Post
			}
			l.decisions = append(l.decisions, d)
			continue
		case g == GroupHead || g == GroupComment:
			d.P = float32(l.published[i]) / probUnit
		case g != GroupText:
			d.P = (1 - d.P) * (1 - float32(l.published[i])/probUnit)
		}
		best := int32(-1 << 31)
		for c, role := range groupRoles[g] {
			if role == document.Post && !posts || role == document.Title && i != title {
				continue
			}
			if s := l.roles[i][c]; s > best {
				best, d.Role = s, role
			}
		}
		if g == GroupHead && p.Tree != nil && d.Role != document.Title && l.likesTitle(i) {
			d.Role = document.Duplicate // there is one headline
		}
		d.Reason = l.reason(i, d.Role)
		if phrase := l.facts.texts[i].phrase; phrase != document.NoRole && (p.Tree == nil || d.Role.Verdict() == document.Published) {
			d = Decision{phrase, 0.9, "words that sites put there"}
		}
		l.decisions = append(l.decisions, d)
	}
}

// The classes of roles that decide asks for by number.
const (
	classBody  = 1 // of GroupText
	classPost  = 5
	classTitle = 0 // of GroupHead
)

// hasPosts reports whether the main text is what participants of a discussion
// wrote: that holds for all of it or for none. In flattened text, which has no
// names to go by, that must be plainer than elsewhere.
func (l *Labeller) hasPosts(flat bool) bool {
	lead := int64(0)
	for i, keep := range l.decoder.keep {
		if keep {
			d := l.roles[i][classPost] - l.roles[i][classBody]
			if flat {
				d -= scoreUnit
			}
			lead += int64(l.facts.page.Blocks.Blocks[i].Words) * int64(max(-2*scoreUnit, min(d, 2*scoreUnit)))
		}
	}
	return lead > 0
}

// likesTitle reports whether a block of GroupHead is likelier a headline than a
// byline or a date.
func (l *Labeller) likesTitle(i int) bool {
	s := &l.roles[i]
	return s[classTitle] > s[1] && s[classTitle] > s[2]
}

// bestTitle returns the block that is likeliest the page's headline, -1 if there
// is none.
func (l *Labeller) bestTitle() int {
	best := -1
	for i, g := range l.groups {
		if g == GroupHead && l.likesTitle(i) && (best < 0 || l.titleLead(i) > l.titleLead(best)) {
			best = i
		}
	}
	return best
}

func (l *Labeller) titleLead(i int) int32 {
	s := &l.roles[i]
	return s[classTitle] - max(s[1], s[2])
}
