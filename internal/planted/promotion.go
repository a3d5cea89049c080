package planted

import (
	"fmt"
	"slices"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/lang"
)

// promotion finds injected advertising in prose: a block that promotes a trade
// and does not belong on its page.
//
// Two kinds of evidence must meet. The first is a density of promotional words
// that only promotion has. The second is that the block is foreign: in another
// language than the page, or on a page that is not about the trade at all. A
// page that is about the trade, a casino's own or a report on gambling, is
// never a victim, whatever its words.
var promotion = Detector{
	Name: "promotion",
	Doc:  "paragraphs that promote a trade the page has nothing to do with",
	Find: findPromotion,
}

// bar is how promotional a block must be, in percent of its letters and in
// numbers of words.
type bar struct {
	topical  int // share of words of the trade
	covered  int // share of words of the trade and of advertising
	distinct int // different words
	weight   int // strong phrases, and half the plain words
	strong   int // strong phrases
}

var (
	// strayBar is for blocks that are left out when we ask what the rest of the
	// page is about.
	strayBar = bar{topical: 4, covered: 15, distinct: 1, weight: 1}
	// besideBar is for blocks that are found only because a block beside them is,
	// such as the headings of planted paragraphs.
	besideBar = bar{topical: 8, covered: 25, distinct: 1, weight: 1}
	// foreignBars are for blocks in another language than their page.
	foreignBars = []bar{
		{topical: 10, covered: 25, distinct: 4, weight: 2},
		{topical: 4, covered: 15, distinct: 6, weight: 2, strong: 1},
	}
	// nativeBars are for blocks in the page's language, where the site's own
	// advertisements are to be told from planted ones.
	nativeBars = []bar{
		{topical: 12, covered: 30, distinct: 5, weight: 3, strong: 1},
		{topical: 6, covered: 20, distinct: 7, weight: 2, strong: 2},
	}
	// hiddenBars are for blocks that a reader does not see, on a page that has
	// nothing to do with the trade.
	hiddenBars = []bar{
		{topical: 10, covered: 25, distinct: 3, weight: 2, strong: 1},
	}
	// provingBars are those of visible blocks, allBars those of hidden ones too.
	provingBars = slices.Concat(foreignBars, nativeBars)
	allBars     = slices.Concat(provingBars, hiddenBars)
)

const (
	// aboutPermille is the share of topical letters from which a page is about
	// a trade.
	aboutPermille = 6
	// strangePermille is the share up to which it has nothing to do with it.
	strangePermille = 2
	// minRest is the number of letters a page needs, besides the promotion, for
	// us to know what it is about.
	minRest = 300
	// minForeignRest is the number of letters from which a text is a page of its
	// own, beside more promotion in another language.
	minForeignRest = 600
)

func (b *bar) clears(t *tally, topic Topic) bool {
	n := &t.topics[topic]
	return t.percent(n.topical) >= b.topical && t.percent(n.covered) >= b.covered &&
		n.distinct() >= b.distinct && int(2*n.strong+n.plain) >= 2*b.weight && int(n.strong) >= b.strong
}

// clearsAny reports whether a block clears one of several bars.
func clearsAny(bars []bar, t *tally, topic Topic) bool {
	for i := range bars {
		if bars[i].clears(t, topic) {
			return true
		}
	}
	return false
}

func findPromotion(p *Page, found []document.Finding) []document.Finding {
	if !promotes(p) {
		return found
	}
	s := p.survey()
	for topic := range topicCount {
		found = s.find(topic, found)
	}
	return found
}

// promotes reports whether a page has a block that may be proved to be planted:
// one that clears a bar of those that prove it. Hardly any page has, and no more
// needs to be found out about the others.
func promotes(p *Page) bool {
	for i := range p.Blocks.Blocks {
		k := &p.sketches[i]
		bars := nativeBars
		switch {
		case p.hiding(i) != 0:
			bars = allBars
		case p.mayBeForeign(i):
			bars = provingBars
		}
		mayClear := func(b bar) bool { return k.mayClear(&b) }
		if !slices.ContainsFunc(bars, mayClear) {
			continue
		}
		t := tallyOf(i, p.Blocks.TextOf(i))
		for topic := range topicCount {
			if clearsAny(bars, &t, topic) {
				return true
			}
		}
	}
	return false
}

// mayBeForeign reports whether block i may be in another language than its page.
func (p *Page) mayBeForeign(i int) bool {
	own := p.Langs[i]
	return p.Lang != "" && (own == "" || !lang.Related(own, p.Lang))
}

// survey reads the page once, when a detector first asks for it.
func (p *Page) survey() *survey {
	if p.read == nil {
		p.read = surveyOf(p)
	}
	return p.read
}

// survey is what one reading of a page tells.
type survey struct {
	page    *Page
	tallies []tally // of the blocks with topical words
	letters int     // of the page
	topical [topicCount]int
}

func surveyOf(p *Page) *survey {
	s := &survey{page: p}
	for i := range p.Blocks.Blocks {
		t := tallyOf(i, p.Blocks.TextOf(i))
		s.letters += int(t.letters)
		if _, ok := t.best(); !ok {
			continue
		}
		s.tallies = append(s.tallies, t)
		for topic := range topicCount {
			s.topical[topic] += int(t.topics[topic].topical)
		}
	}
	return s
}

// find appends the findings of one topic. A run of stray blocks, one behind the
// other, is one finding if at least one of them is proved to be planted.
func (s *survey) find(topic Topic, found []document.Finding) []document.Finding {
	rest := s.restOf(topic)
	if rest.about() {
		return found
	}
	for i := 0; i < len(s.tallies); {
		end := i
		for end < len(s.tallies) && s.stray(&s.tallies[end], topic) &&
			s.tallies[end].block == s.tallies[i].block+end-i {
			end++
		}
		if end == i {
			i++
			continue
		}
		if v := s.judge(s.tallies[i:end], topic, rest); v.worst != nil {
			found = append(found, v.finding(s.page))
		}
		i = end
	}
	return found
}

// stray reports whether a block is promotional enough to be left out of the
// question what its page is about.
func (s *survey) stray(t *tally, topic Topic) bool {
	best, _ := t.best()
	return best == topic && strayBar.clears(t, topic)
}

// rest is the page without its promotional blocks.
type rest struct {
	letters, left int    // letters in it, and in what is left out
	promoted      int    // letters in what is left out and visible
	lang          string // of it, "" if unknown
	drowned       bool   // there is more promotion than rest, in another language
	topical       int    // letters in it that are in words of the topic
	permille      int    // their share
}

func (s *survey) restOf(topic Topic) rest {
	r := rest{letters: s.letters}
	topical := s.topical[topic]
	for i := range s.tallies {
		if t := &s.tallies[i]; s.stray(t, topic) {
			r.left += int(t.letters)
			if s.page.hiding(t.block) == 0 {
				r.promoted += int(t.letters)
			}
			topical -= int(t.topics[topic].topical)
		}
	}
	r.letters -= r.left
	r.topical = topical
	r.lang = s.page.Lang
	if r.letters <= r.promoted && r.letters >= minForeignRest {
		if own := s.restLang(topic); own != "" && !lang.Related(own, s.page.Lang) {
			r.lang, r.drowned = own, true
		}
	}
	if r.letters > 0 {
		r.permille = topical * 1000 / r.letters
	}
	return r
}

// restLang returns the language that most of a page without promotion of a topic
// is in.
func (s *survey) restLang(topic Topic) string {
	left := map[int]bool{}
	for i := range s.tallies {
		if s.stray(&s.tallies[i], topic) {
			left[s.tallies[i].block] = true
		}
	}
	share, best := map[string]int32{}, ""
	for i, tag := range s.page.Langs {
		if tag == "" || left[i] {
			continue
		}
		share[tag] += s.page.Blocks.Blocks[i].End - s.page.Blocks.Blocks[i].Start
		if best == "" || share[tag] > share[best] {
			best = tag
		}
	}
	return best
}

// restWithout is restOf without some more blocks, which are on trial.
func (s *survey) restWithout(topic Topic, blocks []int) rest {
	r := s.restOf(topic)
	topical := r.topical
	for _, i := range blocks {
		t := tallyOf(i, s.page.Blocks.TextOf(i))
		if _, ok := t.best(); ok && s.stray(&t, topic) {
			continue // it is left out already
		}
		topical -= int(t.topics[topic].topical)
		r.letters -= int(t.letters)
		r.promoted += int(t.letters)
	}
	r.permille = 0
	if r.letters > 0 {
		r.permille = topical * 1000 / r.letters
	}
	return r
}

// about reports whether the page is about the trade: most of it promotes it, or
// what does not still speaks of it.
func (r rest) about() bool {
	return r.letters <= r.promoted && !r.drowned || r.permille >= aboutPermille
}

// strange reports whether the page has nothing to do with the trade.
func (r rest) strange() bool {
	return r.letters >= minRest && r.permille <= strangePermille
}

// verdict is what speaks for and against a run of blocks.
type verdict struct {
	topic   Topic
	rest    rest
	blocks  []int  // the run, without what may be honest
	worst   *tally // the most promotional block of those proved, nil if none is
	foreign string // its language, "" if it is the page's
}

func (s *survey) judge(run []tally, topic Topic, r rest) verdict {
	v := verdict{topic: topic, rest: r}
	for i := range run {
		t := &run[i]
		foreign := s.foreign(t, r.lang)
		proved := foreign != "" && clearsAny(foreignBars, t, topic) ||
			r.strange() && clearsAny(nativeBars, t, topic) && !s.declared(t) ||
			r.strange() && s.page.hiding(t.block) != 0 && clearsAny(hiddenBars, t, topic)
		if proved || foreign != "" || besideBar.clears(t, topic) {
			v.blocks = append(v.blocks, t.block)
		}
		if proved && (v.worst == nil || t.topics[topic].covered > v.worst.topics[topic].covered) {
			v.worst, v.foreign = t, foreign
		}
	}
	if v.worst == nil {
		return v
	}
	if v.foreign != "" && !r.drowned {
		s.extend(&v)
	}
	v.blocks = s.page.fillHidden(v.blocks)
	return v
}

// regionShare is the share of a hidden region, in percent of its letters, from
// which what is planted in it is all of it.
const regionShare = 30

// fillHidden adds to planted blocks that are hidden what is hidden with them, one
// behind the other, if they are a good part of it.
func (p *Page) fillHidden(blocks []int) []int {
	if len(blocks) == 0 || p.hiding(blocks[0]) == 0 {
		return blocks
	}
	h := p.hiding(blocks[0])
	first, last := blocks[0], blocks[len(blocks)-1]
	for first > 0 && p.hiding(first-1) == h {
		first--
	}
	for last+1 < len(p.Blocks.Blocks) && p.hiding(last+1) == h {
		last++
	}
	mine, all := int32(0), int32(0)
	for _, i := range blocks {
		mine += p.Blocks.Blocks[i].Chars
	}
	for i := first; i <= last; i++ {
		if p.hiding(i) != h {
			return blocks
		}
		all += p.Blocks.Blocks[i].Chars
	}
	if mine*100 < all*regionShare {
		return blocks
	}
	blocks = blocks[:0]
	for i := first; i <= last; i++ {
		blocks = append(blocks, i)
	}
	return blocks
}

// maxGap is how many short blocks without a language may stand between two of a
// planted text.
const maxGap = 3

// extend adds the blocks around a planted run that are in its foreign language:
// nobody mixes two texts, and a planted one has paragraphs that promote nothing.
func (s *survey) extend(v *verdict) {
	p := s.page
	mine := func(i int) bool {
		return p.Langs[i] == v.foreign && p.hiding(i) == p.hiding(v.worst.block)
	}
	for _, step := range []int{-1, 1} {
		from := v.blocks[0]
		if step > 0 {
			from = v.blocks[len(v.blocks)-1]
		}
		last, gap := from, 0
		for i := from + step; i >= 0 && i < len(p.Blocks.Blocks) && gap <= maxGap; i += step {
			switch {
			case mine(i):
				last, gap = i, 0
			case p.Langs[i] == "":
				gap++
			default:
				gap = maxGap + 1
			}
		}
		for i := from + step; i != last+step && last != from; i += step {
			v.blocks = append(v.blocks, i)
		}
	}
	slices.Sort(v.blocks)
	v.blocks = slices.Compact(v.blocks)
}

// maxNotice is the number of letters in the longest line above an advertisement
// that declares it.
const maxNotice = 40

// declared reports whether a block says of itself that it is an advertisement,
// or the line above it does: then the site sold the place.
func (s *survey) declared(t *tally) bool {
	if t.notice || t.block == 0 {
		return t.notice
	}
	above := tallyOf(t.block-1, s.page.Blocks.TextOf(t.block-1))
	return above.notice && above.letters <= maxNotice
}

// foreign returns the language of a block that is in another language than its
// page, else "".
func (s *survey) foreign(t *tally, page string) string {
	own := s.page.Langs[t.block]
	if page == "" {
		return ""
	}
	if own == "" {
		own = t.foreignTo(page)
	}
	if own == "" || lang.Related(own, page) {
		return ""
	}
	return own
}

// finding puts the verdict into words.
func (v *verdict) finding(p *Page) document.Finding {
	f := document.Finding{
		Kind:      document.SEOSpam,
		Technique: "visible text",
		Topic:     v.topic.String(),
		Blocks:    v.blocks,
	}
	n := &v.worst.topics[v.topic]
	covered := v.worst.percent(n.covered)
	// In percent. The words alone are worth one half at most.
	confidence := 30 + min(covered, 60)/3
	f.Evidence = append(f.Evidence, fmt.Sprintf("%d %% of its letters are in promotional words (%s: %s)",
		covered, v.topic, v.quotes(p)))
	if v.foreign != "" {
		confidence += 30
		f.Evidence = append(f.Evidence, fmt.Sprintf("it is in %s, the page in %s",
			lang.Name(v.foreign), lang.Name(v.rest.lang)))
	}
	if v.rest.strange() {
		confidence += 20
		f.Evidence = append(f.Evidence, fmt.Sprintf("the rest of the page (%d letters) is not about %s",
			v.rest.letters, v.topic))
	}
	if reasons := reasonsOf(p.hiding(v.worst.block)); len(reasons) > 0 {
		f.Technique = reasons[0]
		f.Evidence = append(f.Evidence, "a reader does not see it: "+strings.Join(reasons, ", "))
	}
	f.Confidence = float32(min(confidence, 97)) / 100
	return f
}

// maxQuotes is the number of words quoted as evidence.
const maxQuotes = 6

// quotes lists the first topical words of the most promotional block.
func (v *verdict) quotes(p *Page) string {
	text := p.Blocks.TextOf(v.worst.block)
	var b strings.Builder
	var seen []*entry
	z := tokenizer{text: text}
	for len(seen) < maxQuotes {
		m, ok := words.next(&z)
		if !ok {
			break
		}
		if m.entry == nil || slices.Contains(seen, m.entry) {
			continue
		}
		if c, ok := m.entry.of(v.topic); !ok || c > plain {
			continue
		}
		if len(seen) > 0 {
			b.WriteString(", ")
		}
		seen = append(seen, m.entry)
		fmt.Fprintf(&b, "%q", text[m.start:m.end])
	}
	return b.String()
}
