package label

import (
	"github.com/winnowtext/winnow/document"
)

// labelText labels flattened text, where nothing is left of the page but its
// words and their order.
func (l *Labeller) labelText(p *Page) {
	blocks := p.Blocks.Blocks
	for i := range blocks {
		if role := phraseRole(p.Blocks.TextOf(i)); role != document.NoRole {
			l.set(i, role, 0.9, "words that sites put there")
		}
	}
	first, last := l.bodyRange(p)
	if first < 0 {
		l.labelShortText(p)
		return
	}
	l.labelHead(p, max(first-headReach, 0), first)
	for i := range blocks {
		switch {
		case i < first:
			l.set(i, document.Navigation, 0.6, "short line before the text")
		case i > last && blocks[i].Kind == document.ListItem && l.decisions[i-1].Role == document.Body:
			l.set(i, document.Body, 0.6, "an item of a list that goes on from the text")
		case i > last:
			l.set(i, document.Navigation, 0.6, "short line after the text")
		case isRunning(&blocks[i]):
			l.set(i, document.Body, 0.85, "running text")
		default:
			l.set(i, document.Body, 0.6, "short line between running text")
		}
	}
}

// bodyRange returns the first and last block of running text in the page's own
// language, -1 if there is none. Text in another language is no start of an
// article: it may be anything.
func (l *Labeller) bodyRange(p *Page) (first, last int) {
	first, last = -1, -1
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		foreign := p.Langs[i] != "" && p.Langs[i] != p.Lang
		if l.decisions[i].Role != document.NoRole || !isRunning(b) {
			continue
		}
		last = i
		if first < 0 && !foreign && b.Sentences > 0 && b.Words >= 2*longText {
			first = i
		}
	}
	return first, last
}

// labelShortText labels a text without running text: what there is may be all
// that was published.
func (l *Labeller) labelShortText(p *Page) {
	for i := range p.Blocks.Blocks {
		if isRunning(&p.Blocks.Blocks[i]) || p.Blocks.Blocks[i].Sentences > 0 {
			l.set(i, document.Body, 0.6, "a sentence")
		} else {
			l.set(i, document.Navigation, 0.5, "short line without text beside it")
		}
	}
}

// headReach is how many lines before the text its headline may stand.
const headReach = 8

// labelHead labels the headline of the text that begins at block first, and what
// stands between them. Only blocks from from on are considered.
func (l *Labeller) labelHead(p *Page, from, first int) {
	title := l.titleBefore(p, from, first)
	if title < 0 {
		return
	}
	l.set(title, document.Title, 0.8, "the headline before the text")
	for i := title + 1; i < first; i++ {
		l.set(i, l.headRole(p, i, first), 0.7, "between headline and text")
	}
}

// titleBefore returns the block that is the headline of the text that begins at
// block first: the earliest of the lines before it that has about as much in
// common with the text as any of them. It returns -1 if there is none.
func (l *Labeller) titleBefore(p *Page, from, first int) int {
	var scores [headReach]int
	best := 0
	for i := from; i < first; i++ {
		scores[i-from] = l.titleScore(p, i, first)
		best = max(best, scores[i-from])
	}
	for i := from; i < first; i++ {
		if s := scores[i-from]; s > 0 && 2*s >= best {
			return i
		}
	}
	return -1
}

// titleScore returns how well line i suits as headline of the text at block
// first, 0 if it cannot be one.
func (l *Labeller) titleScore(p *Page, i, first int) int {
	b := &p.Blocks.Blocks[i]
	text := p.Blocks.TextOf(i)
	if l.decisions[i].Role != document.NoRole || p.Langs[i] != "" && p.Langs[i] != p.Lang ||
		b.Words < 2 || b.Words > 30 || isDateLine(text) || isByline(text) {
		return 0
	}
	return 1 + sharedWords(p.Blocks, i, first)
}

// headRole returns the role of a line between the headline and the text.
func (l *Labeller) headRole(p *Page, i, first int) document.Role {
	text := p.Blocks.TextOf(i)
	switch {
	case isDateLine(text):
		return document.Date
	case isByline(text):
		return document.Byline
	case i == first-1 && p.Blocks.Blocks[i].Words >= 6:
		return document.Standfirst
	case p.Blocks.Blocks[i].Words >= longText:
		return document.Standfirst
	default:
		return document.Caption
	}
}
