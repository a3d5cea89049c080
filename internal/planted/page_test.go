package planted

import (
	"strings"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/lang"
	"github.com/winnowtext/winnow/internal/layout"
)

// pageOf makes a page of paragraphs, with their languages, as the root does.
func pageOf(paragraphs []string) *Page {
	p := &Page{Blocks: &block.Set{}}
	share := map[string]int{}
	for _, text := range paragraphs {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		start := int32(len(p.Blocks.Text))
		p.Blocks.Text = append(p.Blocks.Text, text...)
		p.Blocks.Blocks = append(p.Blocks.Blocks, block.Block{Start: start, End: int32(len(p.Blocks.Text)), Container: -1})
		tag, _ := lang.Detect([]byte(text))
		p.Langs = append(p.Langs, tag)
		if share[tag] += utf8.RuneCountInString(text); tag != "" && (p.Lang == "" || share[tag] > share[p.Lang]) {
			p.Lang = tag
		}
	}
	return p
}

// blocksOf returns the ids of all blocks in findings, and their topics.
func blocksOf(findings []document.Finding) map[int]string {
	ids := map[int]string{}
	for i := range findings {
		for _, id := range findings[i].Blocks {
			ids[id] = findings[i].Topic
		}
	}
	return ids
}

// detect returns what is planted on a page.
func detect(p *Page) []document.Finding {
	planted, _ := Detect(p)
	return planted
}

// htmlPage makes a page of markup, with its languages, as the root does.
func htmlPage(src []byte) *Page {
	var parser dom.Parser
	var l layout.Layout
	var b block.Builder
	tree := parser.Parse(src, dom.Options{})
	l.Resolve(tree)
	p := &Page{Tree: tree, Blocks: b.FromTree(tree, &l), URL: "https://harbour.example/news"}
	share := map[string]int32{}
	for i := range p.Blocks.Blocks {
		tag, _ := lang.Detect(p.Blocks.TextOf(i))
		p.Langs = append(p.Langs, tag)
		b := &p.Blocks.Blocks[i]
		if share[tag] += b.Chars - b.LinkChars; tag != "" && (p.Lang == "" || share[tag] > share[p.Lang]) {
			p.Lang = tag
		}
	}
	return p
}
