package planted

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/lang"
)

// concealment finds hidden regions that do not belong to what the page shows.
//
// It judges a whole region, not each of its paragraphs, and asks only the visible
// text what the page is about and which language it speaks: what is hidden may be
// more than what is shown. To be concealed is one kind of evidence; words of a
// trade, another language or followed links to other sites are the second. To be
// hidden as interfaces do is none, so that two of the others have to meet.
var concealment = Detector{
	Name: "concealed",
	Doc:  "hidden regions that have nothing to do with what the page shows",
	Find: findConcealed,
}

// The bars for a region as a whole.
var (
	// slightBar is for what is in another language too.
	slightBar = bar{topical: 3, covered: 8, distinct: 2, weight: 1}
	// plainBar is for what is concealed, in the page's own language.
	plainBar = bar{topical: 6, covered: 15, distinct: 4, weight: 3, strong: 2}
	// denseBar is for concealed lists that say the same again and again.
	denseBar = bar{topical: 20, covered: 30, distinct: 2, weight: 3, strong: 3}
	// clearBar is for what is hidden as an interface may hide it.
	clearBar = bar{topical: 8, covered: 20, distinct: 4, weight: 2, strong: 1}
)

const (
	// minShown is the number of letters shown, and in the title, from which we know
	// what a page is about; minTitle that for what is more than suspicious itself.
	minShown = 200
	minTitle = 20
	// farFlung is the number of sites that followed links in a concealed text have
	// to lead to. It is a suspicion only: pictures that stand for networks have
	// concealed words on honest pages.
	farFlung = 3
)

// shown is what the visible text of a page tells.
type shown struct {
	letters int
	lang    string // "" if unknown
	topical [topicCount]int
}

// about reports whether the visible text is about a topic.
func (s *shown) about(topic Topic) bool {
	return s.topical[topic]*1000 >= aboutPermille*max(s.letters, 1)
}

func findConcealed(p *Page, found []document.Finding) []document.Finding {
	if p.Tree == nil {
		return found
	}
	var s *shown
	for i := 0; i < len(p.Blocks.Blocks); {
		h := p.hiding(i)
		end := i + 1
		for end < len(p.Blocks.Blocks) && p.hiding(end) == h {
			end++
		}
		if h != 0 {
			found = p.findInRegion(i, end, &s, found)
		}
		i = end
	}
	return found
}

// findInRegion looks at a region of blocks that are hidden alike: at each run of
// them that speaks of a trade, or another language.
func (p *Page) findInRegion(first, end int, s **shown, found []document.Finding) []document.Finding {
	secret := concealed(p.hiding(first))
	topical := false
	for i := first; i < end; i++ {
		topical = topical || p.sketches[i].topical > 0
	}
	if !topical && !secret {
		return found
	}
	if *s == nil {
		*s = p.readShown()
	}
	odd := func(i int) bool { return p.sketches[i].topical > 0 || p.foreignBlock(i, *s) || secret && p.linksOut(i) }
	for i := first; i < end; {
		if !odd(i) {
			i++
			continue
		}
		last, k := i, i+1
		for ; k < end && k-last <= maxGap; k++ {
			if odd(k) {
				last = k
			}
		}
		r := region{page: p, shown: *s, first: i, end: last + 1, secret: secret}
		if f, ok := r.judge(); ok {
			found = append(found, f)
		}
		i = last + 1
	}
	return found
}

// readShown reads the visible text.
func (p *Page) readShown() *shown {
	s := &shown{}
	p.readTitle(s)
	share := map[string]int{}
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if p.hiding(i) != 0 || b.Data != 0 {
			continue
		}
		s.letters += p.sketches[i].letters
		if tag := p.Langs[i]; tag != "" {
			share[tag] += int(b.Chars - b.LinkChars)
			if n := share[tag]; s.lang == "" || n > share[s.lang] {
				s.lang = tag
			}
		}
		if p.sketches[i].topical > 0 {
			t := tallyOf(i, p.Blocks.TextOf(i))
			for topic := range topicCount {
				s.topical[topic] += int(t.topics[topic].topical)
			}
		}
	}
	return s
}

// readTitle reads the title and what the head says of the page.
func (p *Page) readTitle(s *shown) {
	t := p.Tree
	for id := range t.Nodes {
		n := &t.Nodes[id]
		if n.Tag == dom.TagBody {
			return
		}
		if n.Kind != dom.TextNode || t.Nodes[n.Parent].Tag != dom.TagTitle {
			continue
		}
		p.buf = t.AppendText(p.buf[:0], dom.ID(id))
		sum := tallyOf(-1, p.buf)
		s.letters += int(sum.letters)
		for topic := range topicCount {
			s.topical[topic] += int(sum.topics[topic].topical)
		}
	}
}

// foreignBlock reports whether block i is in another language than what is shown.
func (p *Page) foreignBlock(i int, s *shown) bool {
	return s.lang != "" && p.Langs[i] != "" && !lang.Related(p.Langs[i], s.lang)
}

// linksOut reports whether block i has a followed link to another site.
func (p *Page) linksOut(i int) bool {
	b := &p.Blocks.Blocks[i]
	for k := b.Links[0]; k < b.Links[1]; k++ {
		if p.foreignDomain(int(k)) != "" && followed(p.Tree, p.Blocks.Links[k].Node) {
			return true
		}
	}
	return false
}

// region is a run of blocks on trial.
type region struct {
	page       *Page
	shown      *shown
	first, end int
	secret     bool
	sum        tally
	chars      int32
	strange    int32 // of chars, those in blocks of another language
	tongue     string
	domains    map[string]bool // that followed links lead to
}

// read adds up what the blocks hold.
func (r *region) read() {
	p := r.page
	r.domains = map[string]bool{}
	for i := r.first; i < r.end; i++ {
		b := &p.Blocks.Blocks[i]
		r.chars += b.Chars
		t := tallyOf(i, p.Blocks.TextOf(i))
		r.sum.letters += t.letters
		r.sum.notice = r.sum.notice || t.notice
		for topic := range topicCount {
			r.sum.topics[topic].plus(&t.topics[topic])
		}
		if p.foreignBlock(i, r.shown) {
			r.strange += b.Chars
			r.tongue = p.Langs[i]
		}
		for k := b.Links[0]; k < b.Links[1] && len(r.domains) < maxDomains; k++ {
			if d := p.foreignDomain(int(k)); d != "" && followed(p.Tree, p.Blocks.Links[k].Node) {
				r.domains[d] = true
			}
		}
	}
}

func (n *topicTally) plus(o *topicTally) {
	n.topical += o.topical
	n.covered += o.covered
	n.strong += o.strong
	n.plain += o.plain
	n.seen |= o.seen
}

// judge weighs the region. Confidence is that of the two kinds of evidence that
// are there.
func (r *region) judge() (document.Finding, bool) {
	r.read()
	p := r.page
	topic, has := r.sum.best()
	n := &r.sum.topics[topic]
	off := has && !r.shown.about(topic) && (r.secret || r.shown.letters >= minTitle)
	known := r.shown.letters >= minShown
	foreign := r.strange*2 > r.chars
	slight := off && foreign && slightBar.clears(&r.sum, topic)
	plain := off && known && plainBar.clears(&r.sum, topic)
	clear := off && (clearBar.clears(&r.sum, topic) || r.secret && denseBar.clears(&r.sum, topic))
	reasons := reasonsOf(p.hiding(r.first))
	f := document.Finding{
		Kind: document.SEOSpam, Technique: reasons[0],
		Evidence: []string{"a reader does not see it: " + strings.Join(reasons, ", ")},
	}
	if off && n.topical > 0 {
		f.Topic = topic.String()
		f.Evidence = append(f.Evidence, fmt.Sprintf("%d words of %s, of which what the page shows does not speak", bits.OnesCount64(n.seen), topic))
	}
	if foreign {
		f.Evidence = append(f.Evidence, fmt.Sprintf("it is in %s, what the page shows in %s", lang.Name(r.tongue), lang.Name(r.shown.lang)))
	}
	if len(r.domains) > 0 {
		f.Evidence = append(f.Evidence, fmt.Sprintf("followed links to %d other sites", len(r.domains)))
	}
	switch {
	case r.sum.notice:
		return f, false
	case r.secret && (slight || plain || clear):
		f.Confidence = .85
	case slight && known || clear:
		f.Confidence = .75
	case r.secret && (foreign || len(r.domains) >= farFlung):
		f.Confidence = .4
	default:
		return f, false
	}
	for i := r.first; i < r.end; i++ {
		f.Blocks = append(f.Blocks, i)
	}
	if f.Confidence >= sure {
		f.Blocks = p.fillHidden(f.Blocks)
	}
	return f, true
}
