package planted

import (
	"bytes"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// links finds links that are there for search engines: lists of links whose
// words promote a trade the page has nothing to do with, whether hidden or not,
// hidden links to many foreign sites, and single links to such a trade in the
// credits of a theme or inside an honest sentence.
var links = Detector{
	Name: "links",
	Doc:  "links to a trade the page has nothing to do with, and links hidden for search engines",
	Find: findLinks,
}

// hiding returns what hides all of block i.
func (p *Page) hiding(i int) document.Hiding {
	b := &p.Blocks.Blocks[i]
	return b.Hidden | b.Style
}

// concealed reports whether text is hidden in a way that is not for later.
func concealed(h document.Hiding) bool { return h&document.Concealment&^document.ScreenReader != 0 }

// reasonsOf names what hides a text, concealment first.
func reasonsOf(h document.Hiding) []string {
	return append((h & document.Concealment).Reasons(), (h &^ document.Concealment).Reasons()...)
}

// group is some blocks with links, one behind the other.
type group struct {
	page    *Page
	blocks  []int
	hidden  document.Hiding // what hides all of them
	links   int
	topical [topicCount]int // links with words of a topic
	strong  [topicCount]int // with strong ones
	seen    [topicCount]uint64
	letters int // in links
	words   int // in links
	credit  bool
	declare bool // its blocks declare an advertisement
	foreign int  // followed links to other sites
	domains []string
	lang    string // of a block in another language than the page, "" if none
	around  int    // letters outside the links
}

const (
	// farmDomains is to how many sites a hidden list leads that is a link farm
	// whatever its words; farmWords how many words its links have on average.
	farmDomains = 5
	farmWords   = 2
	// minAround is the number of letters around a link from which it stands in a
	// sentence.
	minAround = 60
)

func findLinks(p *Page, found []document.Finding) []document.Finding {
	if p.Tree == nil || len(p.Blocks.Links) == 0 {
		return found
	}
	var g *group
	last := -2
	flush := func() {
		if g != nil {
			if f, ok := g.finding(); ok {
				found = append(found, f)
			}
		}
		g = nil
	}
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if b.Links[0] == b.Links[1] || !p.mayBeLinks(i) {
			continue
		}
		if g != nil && (i-last > 2 || p.hiding(i) != g.hidden || len(g.blocks) > 1<<12) {
			flush()
		}
		if g == nil {
			g = &group{page: p, hidden: p.hiding(i)}
		}
		g.add(i)
		last = i
	}
	flush()
	return found
}

// mayBeLinks reports whether block i is worth a look: it has words of a topic,
// or is hidden in a way that honest menus are not.
func (p *Page) mayBeLinks(i int) bool {
	return p.sketches[i].topical > 0 || concealed(p.hiding(i))
}

func (g *group) add(i int) {
	p := g.page
	b := &p.Blocks.Blocks[i]
	g.blocks = append(g.blocks, i)
	g.around += int(b.Chars - b.LinkChars)
	text := p.Blocks.TextOf(i)
	if whole := tallyOf(i, text); p.sketches[i].topical > 0 {
		if own := p.survey().foreign(&whole, p.Lang); own != "" {
			g.lang = own
		}
	}
	g.declare = g.declare || p.sketches[i].topical > 0 && tallyOf(i, text).notice
	g.credit = g.credit || credits(text[:min(len(text), 200)])
	for k := b.Links[0]; k < b.Links[1]; k++ {
		l := &p.Blocks.Links[k]
		t := tallyOf(i, p.Blocks.Text[l.Start:l.End])
		if t.letters == 0 {
			continue
		}
		g.links++
		g.letters += int(t.letters)
		g.words += 1 + bytes.Count(p.Blocks.Text[l.Start:l.End], []byte(" "))
		for topic := range topicCount {
			n := &t.topics[topic]
			if n.strong > 0 || t.percent(n.topical) >= 20 {
				g.topical[topic]++
			}
			if n.strong > 0 {
				g.strong[topic]++
			}
			if n.topical > 0 {
				g.seen[topic] |= n.seen
			}
		}
		if d := p.foreignDomain(int(k)); d != "" && followed(p.Tree, l.Node) {
			g.foreign++
			if len(g.domains) < maxDomains && !slices.Contains(g.domains, d) {
				g.domains = append(g.domains, d)
			}
		}
	}
}

// followed reports whether search engines follow a link.
func followed(t *dom.Tree, id dom.ID) bool {
	rel, _ := t.AttrBytes(id, dom.KeyRel)
	for word := range bytes.FieldsSeq(rel) {
		for _, no := range []string{"nofollow", "ugc", "sponsored"} {
			if bytes.EqualFold(word, []byte(no)) {
				return false
			}
		}
	}
	return true
}

// creditWords stand in the line of a theme that names who made it.
var creditWords = []string{
	"designed by", "design by", "theme by", "template by", "powered by", "developed by", "created by", "made by", "provided by", "sponsored by", "supported by",
}

func credits(text []byte) bool {
	low := strings.ToLower(string(text))
	return slices.ContainsFunc(creditWords, func(w string) bool { return strings.Contains(low, w) })
}

// best returns the topic with most links.
func (g *group) best() Topic {
	best := Topic(0)
	for topic := range topicCount {
		if g.topical[topic] > g.topical[best] {
			best = topic
		}
	}
	return best
}

// finding judges the group.
func (g *group) finding() (document.Finding, bool) {
	if g.links == 0 {
		return document.Finding{}, false
	}
	topic := g.best()
	if g.topical[topic] > 0 {
		if f, ok := g.topicalFinding(topic); ok {
			return f, true
		}
	}
	return g.farm()
}

// topicalFinding is for links with words of a topic.
func (g *group) topicalFinding(topic Topic) (document.Finding, bool) {
	r := g.page.survey().restWithout(topic, g.blocks)
	n, strong, distinct := g.topical[topic], g.strong[topic], bits.OnesCount64(g.seen[topic])
	f := document.Finding{
		Kind: document.SEOSpam, Technique: "link list", Topic: topic.String(), Blocks: g.blocks, Domains: g.domains,
		Evidence: []string{fmt.Sprintf("%d of %d links have words of %s", n, g.links, topic)},
	}
	mostly := n*2 >= g.links && g.around <= g.letters
	strange := !r.about() && r.strange()
	if strange {
		f.Evidence = append(f.Evidence, fmt.Sprintf("the rest of the page (%d letters) is not about %s", r.letters, topic))
	}
	if g.lang != "" {
		f.Evidence = append(f.Evidence, "it is in another language than the page")
	}
	if g.foreign > 0 {
		f.Evidence = append(f.Evidence, fmt.Sprintf("%d followed links to %d other sites", g.foreign, len(g.domains)))
	}
	if g.hidden != 0 {
		f.Kind, f.Technique = document.HiddenLink, reasonsOf(g.hidden)[0]
		f.Evidence = append(f.Evidence, "a reader does not see it: "+strings.Join(reasonsOf(g.hidden), ", "))
	}
	odd := strange || g.lang != "" && !r.about()
	switch {
	case r.about() || g.declare:
		return f, false
	case g.hidden != 0 && odd && mostly && (g.foreign*2 >= n || g.lang != "" && n >= 3 || concealed(g.hidden)) && (strong >= 1 || distinct >= 3 && n >= 2):
		f.Confidence = .9
	case odd && mostly && g.foreign*2 >= n && (n >= 2 && strong >= 1 || n >= 3 && distinct >= 3):
		f.Confidence = .85
	case mostly && g.foreign*2 >= n && n >= 3 && strong >= 3:
		f.Confidence = .7
	case odd && mostly && n >= 4 && strong >= 2:
		f.Confidence = .75
	case odd && g.credit && g.around < minAround && g.foreign > 0 && strong >= 1:
		f.Technique, f.Confidence = "credit link", .7
	case odd && g.foreign > 0 && strong >= 1 && g.around >= minAround && g.links <= 3:
		f.Technique, f.Confidence = "link insertion", .35
	case odd && g.foreign > 0 && strong >= 1:
		f.Confidence = .4
	default:
		return f, false
	}
	if f.Confidence >= sure {
		f.Blocks = g.page.fillHidden(g.fill())
	}
	return f, true
}

// fill adds to the blocks of a list those between them, and beside them, that
// are nothing but links to other sites.
func (g *group) fill() []int {
	p := g.page
	first, last := g.blocks[0], g.blocks[len(g.blocks)-1]
	for first > 0 && g.belongs(first-1) && p.sameBox(first-1, g.blocks[0]) {
		first--
	}
	for last+1 < len(p.Blocks.Blocks) && g.belongs(last+1) && p.sameBox(last+1, g.blocks[0]) {
		last++
	}
	blocks := make([]int, 0, last-first+1)
	for i := first; i <= last; i++ {
		if g.belongs(i) || slices.Contains(g.blocks, i) {
			blocks = append(blocks, i)
		}
	}
	return blocks
}

// sameBox reports whether two blocks are entries of one list, or pieces of one
// element.
func (p *Page) sameBox(i, j int) bool { return p.box(i) == p.box(j) }

// box returns the innermost element around block i that may hold several blocks.
func (p *Page) box(i int) dom.ID {
	id := p.Blocks.Blocks[i].Node
	for id != 0 {
		switch p.Tree.Nodes[id].Tag {
		case dom.TagA, dom.TagLi, dom.TagP, dom.TagSpan, dom.TagTd, dom.TagB, dom.TagStrong, dom.TagEm, dom.TagI:
			id = p.Tree.Nodes[id].Parent
		default:
			return id
		}
	}
	return id
}

// belongs reports whether a block is nothing but followed links to other sites,
// hidden as the group is.
func (g *group) belongs(i int) bool {
	p := g.page
	b := &p.Blocks.Blocks[i]
	if b.Links[0] == b.Links[1] || b.LinkChars*10 < b.Chars*9 || p.hiding(i) != g.hidden || g.foreign == 0 {
		return false
	}
	for k := b.Links[0]; k < b.Links[1]; k++ {
		if p.foreignDomain(int(k)) == "" || !followed(p.Tree, p.Blocks.Links[k].Node) {
			return false
		}
	}
	return true
}

// farm is for hidden links to many sites, whatever their words.
func (g *group) farm() (document.Finding, bool) {
	if !concealed(g.hidden) || len(g.domains) < farmDomains || g.foreign*2 < g.links {
		return document.Finding{}, false
	}
	f := document.Finding{
		Kind: document.HiddenLink, Technique: reasonsOf(g.hidden)[0], Blocks: g.blocks, Domains: g.domains, Confidence: .4,
		Evidence: []string{
			"a reader does not see it: " + strings.Join(reasonsOf(g.hidden), ", "),
			fmt.Sprintf("%d followed links to %d other sites", g.foreign, len(g.domains)),
		},
	}
	if g.words >= farmWords*g.links {
		f.Confidence = .8
		f.Evidence = append(f.Evidence, fmt.Sprintf("the links are phrases of %.1f words", float64(g.words)/float64(g.links)))
	}
	return f, true
}
