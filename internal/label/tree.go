package label

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// labelTree labels the blocks of a page with markup.
func (l *Labeller) labelTree(p *Page) {
	l.findZones(p)
	title := findTitle(p)
	main := l.findMain(p)
	l.labelRepeats(p)
	if title < 0 {
		l.labelBareHead(p, main)
	}
	section := document.NoRole // role of the section that a site's heading began
	level := uint8(0)
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if b.Kind == document.Heading {
			if section != document.NoRole && b.Level <= level {
				section = document.NoRole
			}
			if role := phraseRole(p.Blocks.TextOf(i)); role == document.Related || role == document.Form {
				section, level = role, b.Level
			}
		}
		inMain := main.holds(b.Node)
		if !inMain {
			section = document.NoRole
		}
		if i == title {
			l.set(i, document.Title, 0.85, "the page's headline")
		}
		if section != document.NoRole {
			l.set(i, section, 0.7, "under a heading that sites put there")
		}
		l.decide(p, i, inMain)
	}
	l.standfirst(p, title)
}

// labelBareHead labels the headline of a page whose markup shows none: the lines
// before the text, as in flattened text.
func (l *Labeller) labelBareHead(p *Page, main mainPart) {
	first, _ := l.bodyRange(p)
	if first < 0 || !main.holds(p.Blocks.Blocks[first].Node) {
		return
	}
	from := first
	for from > 0 && from > first-headReach {
		b := &p.Blocks.Blocks[from-1]
		if !main.holds(b.Node) || l.zones[b.Node].role != document.NoRole || linkDensity(b) > 0.5 {
			break
		}
		from--
	}
	l.labelHead(p, from, first)
}

// decide labels block i by its zone, its words and its form.
func (l *Labeller) decide(p *Page, i int, inMain bool) {
	b := &p.Blocks.Blocks[i]
	density := linkDensity(b)
	z := l.zones[b.Node]
	switch {
	case z.role.Verdict() == document.Site && !(inMain && z.role == document.Header):
		l.set(i, z.role, 0.8, z.reason)
	case z.role == document.Comment:
		l.set(i, document.Comment, 0.7, z.reason)
	case z.role != document.NoRole && z.role != document.Header && (b.Words < 40 || z.role == document.Code || z.role == document.Footnote):
		l.set(i, z.role, 0.7, z.reason)
	}
	if role := phraseRole(p.Blocks.TextOf(i)); role != document.NoRole {
		l.set(i, role, 0.8, "words that sites put there")
	}
	switch {
	case b.Kind == document.Control:
		l.set(i, document.Form, 0.8, "part of a form")
	case isRunning(b) && (inMain || b.Words >= 2*longText):
		l.set(i, document.Body, 0.85, "running text")
	case !inMain:
		l.set(i, document.Navigation, 0.7, "short text outside the main part")
	case b.Kind == document.Heading:
		l.set(i, document.Body, 0.7, "a heading in the main part")
	case density > 0.6 && b.Words < longText:
		l.set(i, document.Navigation, 0.6, "nothing but links")
	case density > 0.6:
		l.set(i, document.Related, 0.6, "mostly links")
	default:
		l.set(i, document.Body, 0.6, "in the main part")
	}
}

// part is a part of the page: the nodes from first up to, not including, after.
type mainPart struct{ first, after dom.ID }

func (m mainPart) holds(id dom.ID) bool { return id >= m.first && id < m.after }

// mainShare is the share of the running text, in percent, that the main part
// of a page holds.
const mainShare = 75

// findMain returns the smallest element that holds most of the running text
// outside the zones of the site.
func (l *Labeller) findMain(p *Page) mainPart {
	t := p.Tree
	blocks := p.Blocks.Blocks
	l.running = append(l.running[:0], 0)
	for i := range blocks {
		b := &blocks[i]
		chars := int32(0)
		if isRunning(b) && l.zones[b.Node].role.Verdict() != document.Site && l.zones[b.Node].role != document.Comment {
			chars = b.Chars
		}
		l.running = append(l.running, l.running[i]+chars)
	}
	main := mainPart{0, dom.ID(len(t.Nodes))}
	total := l.running[len(blocks)]
	if total == 0 {
		return main
	}
	for id := dom.ID(1); id < main.after; {
		n := &t.Nodes[id]
		first, end := p.Blocks.Of(t, id)
		if n.Kind != dom.ElementNode || int64(l.running[end]-l.running[first])*100 < int64(total)*mainShare {
			id = n.After
			continue
		}
		if n.NS == dom.HTML && n.Tag != dom.TagP {
			main = mainPart{id, n.After}
		}
		id++
	}
	return main
}

// findTitle returns the block that is the page's headline: of its headings, the
// one most like the title in its metadata, a higher one before a lower one. It
// returns -1 if there is none.
func findTitle(p *Page) int {
	best, bestScore := -1, 0
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if b.Kind != document.Heading || b.Level > 2 || b.Words == 0 || b.Words > 40 {
			continue
		}
		score := overlap(p.Blocks.TextOf(i), p.Title)
		if b.Level == 1 {
			score += 40
		}
		if b.Hidden != 0 {
			score -= 30
		}
		if score > bestScore && score >= 40 {
			best, bestScore = i, score
		}
	}
	return best
}

// standfirst labels the line right under the headline, if it is a subheading or
// a single sentence set apart.
func (l *Labeller) standfirst(p *Page, title int) {
	if title < 0 || title+1 >= len(p.Blocks.Blocks) {
		return
	}
	b := &p.Blocks.Blocks[title+1]
	d := &l.decisions[title+1]
	if d.Role == document.Body && b.Kind == document.Heading && b.Level == 2 && b.Words >= 6 {
		*d = Decision{Role: document.Standfirst, P: 0.6, Reason: "a subheading right under the headline"}
	}
}

// repeatWords is how many words a block must have for its repetition to be
// no accident.
const repeatWords = 4

// labelRepeats labels blocks whose text stood on the page before.
func (l *Labeller) labelRepeats(p *Page) {
	if l.seen == nil {
		l.seen = make(map[uint64]int)
	}
	clear(l.seen)
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if b.Words < repeatWords {
			continue
		}
		h := hash(p.Blocks.TextOf(i))
		if first, ok := l.seen[h]; ok {
			if l.zones[b.Node].role.Verdict() != document.Site && isRunning(&p.Blocks.Blocks[first]) {
				l.set(i, document.Duplicate, 0.7, "the same text as an earlier block")
			}
			continue
		}
		l.seen[h] = i
	}
}
