package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/internal/planted"
)

// plainPage is the page into which injections are put one at a time.
const plainPage = `<html lang="en"><head><title>The ferry terminal</title></head><body>
<p>The harbour council voted on Thursday to build a new ferry terminal on the northern quay, ending a dispute that had divided residents.</p>
<p>An independent survey found that the nesting grounds would not be disturbed as long as no work is done between April and July.</p>
%s</body></html>`

// sourceTrial measures injections of sources that the model was not trained on.
type sourceTrial struct {
	out     io.Writer
	rows    []eval.Row
	honest  training // of the half of pages for training
	words   *manner  // of the same
	parser  dom.Parser
	layout  layout.Layout
	builder block.Builder
	verbose bool
}

// family is the part of a source's name before a colon: what comes from one
// project counts as one source.
func family(source string) string {
	name, _, _ := strings.Cut(source, ":")
	return name
}

// plantSources leaves out one source after another: it trains on the others and
// on half of the honest pages, and counts what is found of the one left out, in
// each carrier, and on the other half of the pages.
func plantSources(out io.Writer, corpora string, verbose bool) error {
	rows, err := eval.LoadRows(corpora, "prompt-injection")
	if err != nil {
		return err
	}
	s := &sourceTrial{out: out, rows: slices.DeleteFunc(rows, func(r eval.Row) bool { return r.Label != 1 }), verbose: verbose, words: newManner()}
	err = eachHonest(corpora, func(id string, p *planted.Page) {
		if eval.Half(id) == 0 {
			p.Carriers(func(c *planted.Carrier) {
				s.honest.add(c.Text, false, 1)
				s.words.addHonest(c.Text)
			})
		}
	})
	if err != nil {
		return err
	}
	count := map[string]int{}
	for i := range s.rows {
		count[family(s.rows[i].Source)]++
	}
	found, all := 0, 0
	for _, name := range slices.Sorted(maps.Keys(count)) {
		t, m := training{examples: slices.Clone(s.honest.examples)}, s.words.clone()
		addSeeds(&t, m)
		for i := range s.rows {
			if r := &s.rows[i]; family(r.Source) != name {
				t.add([]byte(r.Text), true, injectionWeight)
				m.addInjection([]byte(r.Text), 1)
			}
		}
		model := planted.Model{Data: t.fit(), Words: m.fit()}
		f, a := s.recall(name, &model)
		found, all = found+f, all+a
		pages, wrong, err := s.wrong(corpora, &model)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "without %-12s %4d texts  recall %.3f  false on %d of %d pages\n", name, count[name], float64(f)/float64(a), wrong, pages)
	}
	fmt.Fprintf(out, "all sources, each unseen   recall %.3f\n", float64(found)/float64(all))
	return nil
}

// recall puts the injections of a source into each hidden carrier and counts
// those found.
func (s *sourceTrial) recall(source string, m *planted.Model) (found, all int) {
	for i := range s.rows {
		r := &s.rows[i]
		if family(r.Source) != source {
			continue
		}
		mine := 0
		for _, c := range injectionCarriers {
			if c.name == "visible" {
				continue
			}
			all++
			if s.finds(strings.Replace(plainPage, "%s", carry(c.name, c.html, r.Text), 1), m) {
				found++
				mine++
			}
		}
		if s.verbose && mine < len(injectionCarriers)-1 {
			fmt.Fprintf(s.out, "missed %s in %d of %d: %.200q\n", r.Source, len(injectionCarriers)-1-mine, len(injectionCarriers)-1, r.Text)
		}
	}
	return found, all
}

// carry writes a text into a carrier.
func carry(name, html, text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, `"`, "&quot;"), "--", "- ")
	if name == "json-ld" {
		text = strings.ReplaceAll(strings.ReplaceAll(text, `\`, " "), `"`, `\"`)
	}
	return strings.Replace(html, "%s", strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text), 1)
}

// finds reports whether an injection is found in a page.
func (s *sourceTrial) finds(src string, m *planted.Model) bool {
	tree := s.parser.Parse([]byte(src), dom.Options{})
	s.layout.Resolve(tree)
	p := &planted.Page{Tree: tree, Blocks: s.builder.FromTree(tree, &s.layout), Lang: "en", Model: m}
	p.Langs = make([]string, len(p.Blocks.Blocks))
	return injected(p)
}

func injected(p *planted.Page) bool {
	found, _ := planted.Detect(p)
	return slices.ContainsFunc(found, func(f document.Finding) bool { return f.Kind == document.PromptInjection })
}

// wrong counts the honest pages of the half not trained on with an injection.
func (s *sourceTrial) wrong(corpora string, m *planted.Model) (pages, wrong int, err error) {
	err = eachPage(corpora, func(page *eval.Page, src []byte) error {
		if eval.Half(page.ID) == 0 {
			return nil
		}
		text, err := charset.Decode(src, charset.Options{})
		if err != nil {
			return nil //nolint:nilerr // a page without text is no page
		}
		tree := s.parser.Parse(text.Bytes, dom.Options{})
		s.layout.Resolve(tree)
		p := &planted.Page{Tree: tree, Blocks: s.builder.FromTree(tree, &s.layout), URL: page.URL, Model: m}
		p.Langs = make([]string, len(p.Blocks.Blocks))
		pages++
		found, _ := planted.Detect(p)
		hit := false
		for i := range found {
			if f := &found[i]; f.Kind == document.PromptInjection {
				hit = true
				if s.verbose {
					fmt.Fprintf(s.out, "false %s %s %q\n", page.ID, f.Technique, f.Evidence)
				}
			}
		}
		if hit {
			wrong++
		}
		return nil
	})
	return pages, wrong, err
}
