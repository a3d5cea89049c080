package meta

import (
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// How many blocks before and behind the headline are read as lines.
const (
	linesBefore = 8
	linesBehind = 16
)

// readLines takes notes of the lines around the headline that begin as bylines
// do, or hold a date.
func (c *Collector) readLines(anchor dom.ID) {
	at := c.headlineBlock(anchor)
	if at < 0 {
		return
	}
	for i := max(0, at-linesBefore); i < min(len(c.blocks.Blocks), at+linesBehind); i++ {
		text := c.blocks.TextOf(i)
		if i == at || len(text) > longestLine {
			continue
		}
		b := &c.blocks.Blocks[i]
		n := note{origin: fromLine, span: c.lineSpan(i), node: b.Node, offset: int(b.Start - c.blocks.Blocks[at].Start)}
		if n.span.End == 0 {
			continue
		}
		if isByline(text) {
			n.subject = author
			c.add(n, text)
		}
		if d, ok := nextDate(text, 0, dateStyle{}); ok {
			n.subject = published
			if saysModified(text[:d.start]) {
				n.subject = modified
			}
			c.add(n, text)
		}
	}
}

// isByline reports whether a line begins as a byline does. One whose name is in
// lower case is a user's and short: "By using this site, you agree".
func isByline(line []byte) bool {
	const longestUser = 30
	for _, label := range [...]string{"by ", "by: ", "written by ", "posted by ", "author: ", "authors: ", "text by ", "words by "} {
		if hasPrefixFold(line, label) && len(line) > len(label) {
			c, _ := utf8.DecodeRune(line[len(label):])
			return !unicode.IsLower(c) || len(line) <= longestUser
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
		if b := &c.blocks.Blocks[i]; b.Data == 0 && sameKey(c.blocks.TextOf(i), c.title.text) {
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
	for _, word := range modifiedWords {
		if hasFold(before, word) {
			return true
		}
	}
	return false
}
