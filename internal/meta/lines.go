package meta

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// How many blocks before and behind the headline are read as lines.
const (
	linesBefore = 8
	linesBehind = 16
	// linesAlone is how many blocks of a page without a headline are.
	linesAlone = 80
	// labelledLine is how long a line may be that calls its date something.
	labelledLine = 80
	// relativeLine is how long one may be that is a date such as "2 days ago".
	relativeLine = 40
)

// readLines takes notes of the lines around the headline that begin as bylines
// do, or hold a date. Farther away a date must have a label, or the page no
// headline.
func (c *Collector) readLines(anchor dom.ID) {
	at := c.headlineBlock(anchor)
	for i := range c.blocks.Blocks {
		text := c.blocks.TextOf(i)
		b := &c.blocks.Blocks[i]
		if i == at || len(text) > longestLine || b.Data != 0 || b.Runs[0] == b.Runs[1] {
			continue
		}
		switch {
		case at >= 0 && i >= at-linesBefore && i < at+linesBehind:
			c.readLine(i, at, text)
		case at < 0 && i < linesAlone || len(text) < labelledLine && b.Digits > 2 && (saysPublished(text) || startsModified(text)):
			if d, ok := nextDate(text, 0, dateStyle{}); ok && (at >= 0 || d.start == 0) {
				c.dateLine(i, max(at, 0), text, &d)
			}
		}
	}
}

// readLine takes notes of one line near the headline.
func (c *Collector) readLine(i, at int, text []byte) {
	n := c.lineNote(i, at)
	byline := text
	if isByline(text) || hasByline(text, &byline) {
		n.subject = author
		c.add(n, byline)
	} else if i > at && i-at <= nameBehind && isNameLine(text) && c.datedNear(i) {
		n.subject, n.rank = author, 1
		c.add(n, text)
	}
	if d, ok := nextDate(text, 0, dateStyle{}); ok {
		c.dateLine(i, at, text, &d)
	} else if _, ok := relativeDate(text, &c.dateReader.captured); ok && len(text) <= relativeLine {
		c.dateLine(i, at, text, &foundDate{})
	}
}

// dateLine takes a note of a line with a date.
func (c *Collector) dateLine(i, at int, text []byte, d *foundDate) {
	n := c.lineNote(i, at)
	n.subject = published
	if saysModified(text[:d.start]) {
		n.subject = modified
	}
	c.add(n, text)
}

// lineNote returns an empty note of block i, with its distance from block at.
func (c *Collector) lineNote(i, at int) note {
	b := &c.blocks.Blocks[i]
	return note{origin: fromLine, span: c.lineSpan(i), node: b.Node, offset: int(b.Start - c.blocks.Blocks[at].Start)}
}

// How many blocks behind the headline a line is taken for a name by
// its looks, and how many blocks from it a date must stand.
const (
	nameBehind = 6
	dateAway   = 2
)

// isByline reports whether a line begins as a byline does. One whose name is in
// lower case is a user's and short: "By using this site, you agree".
func isByline(line []byte) bool {
	const longestUser = 30
	for _, label := range [...]string{"by", "written by", "posted by", "author", "authors", "text by", "words by"} {
		if !hasPrefixFold(line, label) || len(line) < len(label)+2 || line[len(label)] != ' ' && line[len(label)] != ':' {
			continue
		}
		rest := bytes.TrimLeft(line[len(label):], ": ")
		if label[0] == 'a' && line[len(label)] != ':' {
			continue
		}
		c, _ := utf8.DecodeRune(rest)
		return !unicode.IsLower(c) || len(line) <= longestUser
	}
	return false
}

// hasByline reports whether a line with a date has a byline behind it, and sets
// byline to that: "3 May 2021 · 4 min read · By Ada Muster".
func hasByline(line []byte, byline *[]byte) bool {
	k := indexFold(line, " by ")
	if k < 0 || len(line) < k+6 {
		return false
	}
	c, _ := utf8.DecodeRune(line[k+4:])
	if d, ok := nextDate(line, 0, dateStyle{}); !ok || d.start > k || !unicode.IsUpper(c) {
		return false
	}
	*byline = line[k+1:]
	return true
}

// isNameLine reports whether a line has the looks of a person's name: two or
// three words of letters, each with one capital at its beginning or as an
// initial.
func isNameLine(line []byte) bool {
	const longest = 40
	words := 0
	if len(line) > longest {
		return false
	}
	for word := range bytes.FieldsSeq(line) {
		words++
		word = bytes.TrimSuffix(word, []byte("."))
		for i := 0; i < len(word); {
			c, size := utf8.DecodeRune(word[i:])
			if unicode.IsUpper(c) != (i == 0) && c != '-' && c != '\'' && c != '’' || !unicode.IsLetter(c) && unicode.IsUpper(c) {
				return false
			}
			if !unicode.IsLetter(c) && c != '-' && c != '\'' && c != '’' {
				return false
			}
			i += size
		}
	}
	return words == 2 || words == 3
}

// datedNear reports whether a line with a date stands near block i.
func (c *Collector) datedNear(i int) bool {
	for k := max(0, i-dateAway); k <= min(len(c.blocks.Blocks)-1, i+dateAway); k++ {
		text := c.blocks.TextOf(k)
		if len(text) > longestLine {
			continue
		}
		if _, ok := nextDate(text, 0, dateStyle{}); ok {
			return true
		}
	}
	return false
}

// headlineBlock returns the block that shows the headline, or -1.
func (c *Collector) headlineBlock(anchor dom.ID) int {
	if anchor == 0 {
		return -1
	}
	for i := range c.blocks.Blocks {
		if node := c.blocks.Blocks[i].Node; node >= anchor && node < c.tree.Nodes[anchor].After {
			return i
		}
	}
	return -1
}

// titleNode returns the node of the first block that has the words of the title,
// or 0.
func (c *Collector) titleNode() dom.ID {
	for i := range c.blocks.Blocks {
		b := &c.blocks.Blocks[i]
		if n := int(b.End - b.Start); b.Data != 0 || n > 2*len(c.title.text) || 2*n < len(c.title.text) {
			continue // the same letters and digits take about the same room
		}
		if sameKey(c.blocks.TextOf(i), c.title.text) {
			return b.Node
		}
	}
	return 0
}

// lineSpan returns where a block's text stands in the input.
func (c *Collector) lineSpan(i int) document.Span {
	b := &c.blocks.Blocks[i]
	if b.Runs[0] == b.Runs[1] {
		return document.Span{}
	}
	first, last := &c.blocks.Runs[b.Runs[0]], &c.blocks.Runs[b.Runs[1]-1]
	return document.Span{Start: int(first.SrcStart), End: int(last.SrcEnd)}
}

// modifiedWords are what stands before the date of a change, in lower case.
var modifiedWords = [...]string{
	"updated", "modified", "revised", "reviewed", "last edited", "last changed", "aktualisiert", "geändert", "mis à jour", "modifié",
	"actualizado", "aggiornato", "atualizado", "bijgewerkt", "diperbarui", "zaktualizowano", "güncelleme", "更新",
}

// startsModified reports whether a line begins with the words that call its date
// that of a change.
func startsModified(line []byte) bool {
	return saysModified(line[:min(len(line), 24)])
}

// publishedWords are what stands before the date of publication, in lower case.
var publishedWords = [...]string{"published", "posted", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd", "опубликовано", "发布"}

// saysPublished reports whether a line begins with the words that call its date
// that of publication.
func saysPublished(line []byte) bool {
	for _, word := range publishedWords {
		if hasPrefixFold(line, word) {
			return true
		}
	}
	return false
}

// saysModified reports whether the words before a date call it that of a change.
func saysModified(before []byte) bool {
	for k, c := range before {
		if !modifiedFirst[c] {
			continue
		}
		for _, word := range modifiedWords {
			if hasPrefixFold(before[k:], word) {
				return true
			}
		}
	}
	return false
}

// modifiedFirst are the bytes that modifiedWords begin with, in either case.
var modifiedFirst = func() (t [256]bool) {
	for _, word := range modifiedWords {
		t[word[0]] = true
		if isASCIILetter(word[0]) {
			t[word[0]&^0x20] = true
		}
	}
	return t
}()
