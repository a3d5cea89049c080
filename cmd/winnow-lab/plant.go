package main

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/internal/planted"
)

func newPlantCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "plant",
		Short: "Train and measure the detectors of planted content",
	}
	var half bool
	train := &cobra.Command{
		Use:   "train CORPORA DIR",
		Short: "Train the n-gram models and write them to DIR, which is internal/planted",
		Args:  cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return plantTrain(c.OutOrStdout(), args[0], args[1], half)
		},
	}
	train.Flags().BoolVar(&half, "half", false, "train on the halves that are not held out")
	var cases int
	var verboseBench bool
	bench := &cobra.Command{
		Use:   "bench CORPORA",
		Short: "Plant texts into honest pages and count what is found",
		Long: `Plant texts into honest pages and count what is found: held-out promotion by every
hiding technique, the same wrappers around honest text, honest paragraphs in other
languages, held-out prompt injections, and the pages as they are.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return plantBench(c.OutOrStdout(), args[0], cases, verboseBench)
		},
	}
	bench.Flags().IntVar(&cases, "cases", 1500, "how many plantings of each kind")
	bench.Flags().BoolVarP(&verboseBench, "verbose", "v", false, "list the injections that were missed")
	var verbose bool
	honest := &cobra.Command{
		Use:   "honest CORPORA",
		Short: "List the findings on the pages of the corpora as they are",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return plantHonest(c.OutOrStdout(), args[0], verbose)
		},
	}
	honest.Flags().BoolVar(&verbose, "suspicious", false, "list suspicions too")
	var verboseSources bool
	sources := &cobra.Command{
		Use:   "sources CORPORA",
		Short: "Count the prompt injections found of each source by a model that has not seen it",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return plantSources(c.OutOrStdout(), args[0], verboseSources)
		},
	}
	sources.Flags().BoolVarP(&verboseSources, "verbose", "v", false, "list what was missed, and what was wrongly found")
	c.AddCommand(train, bench, honest, sources)
	return c
}

// honestSets are the sets of pages that nobody has tampered with, as far as is
// known.
var honestSets = []string{"wcxb", "trafilatura", "readability"}

// eachPage calls do for every page of the corpora once.
func eachPage(corpora string, do func(*eval.Page, []byte) error) error {
	sets, err := eval.Load(corpora)
	if err != nil {
		return err
	}
	for _, s := range sets {
		if !slices.Contains(honestSets, s.Name) {
			continue
		}
		for i := range s.Pages {
			src, err := eval.ReadFile(s.Pages[i].Path)
			if err != nil {
				return err
			}
			if err := do(&s.Pages[i], src); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachHonest calls do for every page of the corpora, cut into blocks.
func eachHonest(corpora string, do func(id string, p *planted.Page)) error {
	var parser dom.Parser
	var lay layout.Layout
	var builder block.Builder
	return eachPage(corpora, func(page *eval.Page, src []byte) error {
		text, err := charset.Decode(src, charset.Options{})
		if err != nil {
			return err
		}
		tree := parser.Parse(text.Bytes, dom.Options{})
		lay.Resolve(tree)
		do(page.ID, &planted.Page{Tree: tree, Blocks: builder.FromTree(tree, &lay), URL: page.URL})
		return nil
	})
}

// plantHonest lists what is found on honest pages.
func plantHonest(out io.Writer, corpora string, verbose bool) error {
	var x winnow.Extractor
	pages, flagged, suspected := 0, 0, 0
	err := eachPage(corpora, func(page *eval.Page, src []byte) error {
		d, err := x.Extract(src, &winnow.Options{URL: page.URL})
		if err != nil {
			return nil //nolint:nilerr // a page without text is no page
		}
		pages++
		list := d.Findings
		if len(list) > 0 {
			flagged++
		}
		if len(d.Suspicions) > 0 {
			suspected++
		}
		if verbose {
			list = append(list, d.Suspicions...)
		}
		for i := range list {
			f := &list[i]
			text := ""
			if len(f.Blocks) > 0 {
				text = d.Blocks[f.Blocks[0]].Text
			} else if len(f.Spans) > 0 {
				text = string(src[f.Spans[0].Start:min(f.Spans[0].End, len(src))])
			}
			fmt.Fprintf(out, "%s %s %s %s %s %.2f %q\n    %.200q\n", page.ID, f.Kind, f.Grade, f.Technique, f.Topic, f.Confidence, f.Evidence, text)
		}
		return nil
	})
	fmt.Fprintf(out, "%d of %d pages have a finding, %d a suspicion\n", flagged, pages, suspected)
	return err
}

// plantBed is what the bench draws from.
type plantBed struct {
	rng      *rand.Rand
	pages    []*eval.Page
	sources  [][]byte
	prose    []string // promotional paragraphs of two sentences or more
	short    []string // promotional headings and keywords
	honest   map[string][]string
	injected []string
	x        winnow.Extractor
	missed   io.Writer // nil for no list
}

// minProse is the number of bytes from which promotion counts as prose.
const minProse = 120

func newPlantBed(corpora string) (*plantBed, error) {
	b := &plantBed{rng: rand.New(rand.NewPCG(3, 5)), honest: map[string][]string{}}
	rows, err := eval.LoadRows(corpora, "seo-prose")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		switch {
		case eval.Half(r.Source) == 0:
		case len(r.Text) >= minProse:
			b.prose = append(b.prose, r.Text)
		case strings.Count(r.Text, " ") >= 1:
			b.short = append(b.short, r.Text)
		}
	}
	if rows, err = eval.LoadRows(corpora, "prompt-injection"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if r.Label == 1 && eval.Half(r.Text) == 1 {
			b.injected = append(b.injected, r.Text)
		}
	}
	err = eachPage(corpora, func(p *eval.Page, src []byte) error {
		if eval.Half(p.ID) == 0 {
			return nil
		}
		b.pages = append(b.pages, p)
		b.sources = append(b.sources, src)
		if d, err := b.x.Extract(src, &winnow.Options{URL: p.URL}); err == nil {
			for i := range d.Blocks {
				if t := d.Blocks[i]; t.Role == document.Body && len(t.Text) >= minProse && t.Lang != "" {
					b.honest[t.Lang] = append(b.honest[t.Lang], t.Text)
				}
			}
		}
		return nil
	})
	return b, err
}

// plantBench prints the figures.
func plantBench(out io.Writer, corpora string, cases int, verbose bool) error {
	b, err := newPlantBed(corpora)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d carriers, %d paragraphs, %d short texts, %d injections, all held out\n", len(b.pages), len(b.prose), len(b.short), len(b.injected))
	scores := map[string]*eval.PlantScore{}
	if verbose {
		b.missed = out
	}
	add := func(name string, p *eval.Planting, d *document.Document) {
		if scores[name] == nil {
			scores[name] = &eval.PlantScore{}
		}
		scores[name].Add(p, d)
	}
	wrappers := eval.Wrappers()
	for i := range cases {
		w := &wrappers[i%len(wrappers)]
		b.promotion(w, i, add)
		b.control(w, i, add)
	}
	b.injections(cases, scores)
	for _, name := range slices.Sorted(maps.Keys(scores)) {
		fmt.Fprintf(out, "%-44s %s\n", name, scores[name])
	}
	return nil
}

type addScore func(string, *eval.Planting, *document.Document)

// try extracts a planting and counts it under each of the names.
func (b *plantBed) try(p *eval.Planting, add addScore, names ...string) {
	o := &winnow.Options{URL: p.URL, Format: winnow.HTML}
	src := p.HTML
	if src == nil {
		o.Format, src = winnow.PlainText, p.Flat
	}
	d, err := b.x.Extract(src, o)
	if err != nil {
		return
	}
	for _, n := range names {
		add(n, p, d)
	}
	if b.missed != nil {
		b.listMissed(names[0], p, d)
	}
}

// listMissed prints the blocks that were missed, and those wrongly found.
func (b *plantBed) listMissed(name string, p *eval.Planting, d *document.Document) {
	for i := range d.Blocks {
		t := &d.Blocks[i]
		mine := p.Planted && slices.Contains(p.Texts, t.Text)
		if mine != (t.Verdict() == document.Planted) {
			fmt.Fprintf(b.missed, "missed=%v %s %s %s %s %d %s %s %.200q\n", mine, p.URL, name, p.Name, p.Place, len(p.Texts), t.Role, t.Lang, t.Text)
		}
	}
}

// promotion plants held-out promotion.
func (b *plantBed) promotion(w *eval.Wrapper, i int, add addScore) {
	k := b.rng.IntN(len(b.pages))
	place := eval.Places[b.rng.IntN(len(eval.Places))]
	dose := eval.Doses[b.rng.IntN(len(eval.Doses))]
	shown := "visible"
	if w.Hidden {
		shown = "hidden"
	}
	texts := eval.Choose(b.rng, b.prose, dose)
	p := &eval.Planting{Name: w.Name, Place: place, URL: b.pages[k].URL, Texts: texts, Planted: true, Hidden: w.Hidden, HTML: eval.Plant(b.sources[k], w, place, texts, false)}
	b.try(p, add, "prose", "prose "+shown, fmt.Sprintf("prose dose %d", dose), "technique "+w.Name)
	texts = eval.Choose(b.rng, b.short, max(dose, 4))
	p = &eval.Planting{Name: w.Name, Place: place, URL: b.pages[k].URL, Texts: texts, Planted: true, Hidden: w.Hidden, Links: true, HTML: eval.Plant(b.sources[k], w, place, texts, true)}
	b.try(p, add, "link list", "link list "+shown)
	if i%3 == 0 {
		d, err := b.x.Extract(b.sources[k], &winnow.Options{URL: b.pages[k].URL})
		if err != nil || len(d.Text()) < 500 {
			return
		}
		lines := strings.Split(d.Text(), "\n\n")
		texts = eval.Choose(b.rng, b.prose, dose)
		lines = slices.Insert(lines, b.rng.IntN(len(lines)+1), texts...)
		b.try(&eval.Planting{Flat: []byte(strings.Join(lines, "\n\n")), Texts: texts, Planted: true}, add, "prose flat")
	}
}

// control puts honest text into the same wrappers: of the page's language, and
// foreign.
func (b *plantBed) control(w *eval.Wrapper, i int, add addScore) {
	k := b.rng.IntN(len(b.pages))
	place := eval.Places[b.rng.IntN(len(eval.Places))]
	langs := slices.Sorted(maps.Keys(b.honest))
	lang, name := "en", "control, same wrapper"
	if i%2 == 1 {
		lang, name = langs[b.rng.IntN(len(langs))], "control, honest foreign paragraphs"
	}
	texts := eval.Choose(b.rng, b.honest[lang], 3)
	p := &eval.Planting{Name: w.Name, Place: place, URL: b.pages[k].URL, Texts: texts, Hidden: w.Hidden, HTML: eval.Plant(b.sources[k], w, place, texts, i%4 > 1)}
	b.try(p, add, name)
}

// injectionCarriers are where an injection is put: %s is the text.
var injectionCarriers = []struct{ name, html string }{
	{"hidden block", `<div style="display:none">%s</div>`},
	{"comment", `<!-- %s -->`},
	{"alt", `<img src="x.png" alt="%s">`},
	{"aria-label", `<span aria-label="%s"></span>`},
	{"meta", `<meta name="description" content="%s">`},
	{"json-ld", `<script type="application/ld+json">{"@type":"Thing","description":"%s"}</script>`},
	{"off-screen", `<div style="position:absolute;left:-9999px">%s</div>`},
	{"visible", `<p>%s</p>`},
}

// injections plants held-out prompt injections into every carrier.
func (b *plantBed) injections(cases int, hits map[string]*eval.PlantScore) {
	for i := range min(cases, len(b.injected)*2) {
		text := b.injected[i%len(b.injected)]
		c := injectionCarriers[i%len(injectionCarriers)]
		k := b.rng.IntN(len(b.pages))
		html := carry(c.name, c.html, text)
		at := eval.Plant(b.sources[k], &eval.Wrapper{Before: html}, "middle", nil, false)
		d, err := b.x.Extract(at, &winnow.Options{URL: b.pages[k].URL, Format: winnow.HTML})
		if err != nil {
			continue
		}
		found := slices.ContainsFunc(d.Findings, func(f document.Finding) bool { return f.Kind == document.PromptInjection })
		names := []string{"injection " + c.name}
		if !found && b.missed != nil {
			fmt.Fprintf(b.missed, "missed %s %.150q\n", c.name, text)
		}
		if c.name != "visible" && c.name != "off-screen" {
			names = append(names, "injection, all hidden and metadata")
		}
		for _, name := range names {
			if hits[name] == nil {
				hits[name] = &eval.PlantScore{}
			}
			hits[name].Cases++
			hits[name].Blocks++
			if found {
				hits[name].Found++
			}
		}
	}
}
