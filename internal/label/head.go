package label

import "github.com/winnowtext/winnow/document"

// headReach is how many lines before the text its headline may stand.
const headReach = 8

// labelHead labels the headline, byline, date and standfirst of a text whose
// page does not mark them up, as in flattened text: the lines before the first
// block of running text. It does nothing if a headline was found already.
func (l *Labeller) labelHead(p *Page) {
	for i := range l.decisions {
		if l.decisions[i].Role == document.Title {
			return
		}
	}
	first := l.firstRunning(p)
	if first < 0 {
		return
	}
	from := first
	for from > 0 && from > first-headReach && 2*p.Blocks.Blocks[from-1].LinkChars <= p.Blocks.Blocks[from-1].Chars {
		from--
	}
	title := l.titleBefore(p, from, first)
	if title < 0 {
		return
	}
	l.decisions[title] = Decision{document.Title, 0.8, "the headline before the text"}
	for i := title + 1; i < first; i++ {
		if p.Tree == nil || l.decisions[i].Role.Verdict() == document.Published {
			l.decisions[i] = Decision{headRole(p, i, first), 0.7, "between headline and text"}
		}
	}
}

// firstRunning returns the first block of the main text that is running text in
// the page's own language, -1 if there is none. Text in another language is no
// start of an article: it may be anything.
func (l *Labeller) firstRunning(p *Page) int {
	for i := range p.Blocks.Blocks {
		b := &p.Blocks.Blocks[i]
		if l.decoder.keep[i] && isRunning(b) && b.Sentences > 0 && b.Words >= 2*longText && !p.foreign(i) {
			return i
		}
	}
	return -1
}

// foreign reports whether block i is known to be in another language than the
// page.
func (p *Page) foreign(i int) bool {
	return p.Langs != nil && p.Langs[i] != "" && p.Langs[i] != p.Lang
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
	if p.foreign(i) || b.Words < 2 || b.Words > 30 || isDateLine(text) || isByline(text) || l.facts.texts[i].phrase != document.NoRole {
		return 0
	}
	return 1 + sharedWords(p.Blocks, i, first)
}

// headRole returns the role of a line between the headline and the text.
func headRole(p *Page, i, first int) document.Role {
	text := p.Blocks.TextOf(i)
	words := p.Blocks.Blocks[i].Words
	switch {
	case isDateLine(text):
		return document.Date
	case isByline(text):
		return document.Byline
	case i == first-1 && words >= 6, words >= longText:
		return document.Standfirst
	default:
		return document.Caption
	}
}
