package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/corpus"
	"github.com/winnowtext/winnow/internal/pipeline"
	"github.com/winnowtext/winnow/render"
)

const extractHelp = `Label every visible piece of web pages as published by the author, put there by
the site, or planted by a third party; print what was published.

INPUT is a file, a directory (the pages below it), an http(s) address, or - for
standard input. HTML and flattened text are told apart by their content; data
packed with gzip is unpacked.

What was planted is never printed as published: a note on standard error names
it, and -t explain shows every block with the reasons.

Exit codes: 0 done; 1 some inputs failed; 2 the command line is wrong; 3 nothing
was published in any input (with --fail-empty); 126 every input failed; 130
interrupted.`

const extractExamples = `  winnow page.html                      # the article as Markdown
  winnow -t explain page.html           # every block, with the reasons
  winnow -t json page.html | jq .meta   # everything, with byte offsets
  winnow -t jsonl -o out.jsonl pages/   # a directory, on all cores
  curl -s https://example.org/ | winnow --url https://example.org/ -`

// extractFlags are the flags of the extract command.
type extractFlags struct {
	to, output, show, url, format, charset string
	jobs, maxBytes                         int
	failEmpty, quiet, precision, recall    bool
	captured                               string
	schema                                 bool
	minQuality                             float64
}

func newExtractCommand() *cobra.Command {
	var f extractFlags
	c := &cobra.Command{
		Short:   "Label the pieces of web pages and print what was published",
		Long:    extractHelp,
		Example: extractExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			e, err := newExtraction(c, &f, args)
			if err != nil {
				return err
			}
			return e.run(c.Context())
		},
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.to, "to", "t", "", "output format: "+strings.Join(formatNames(), ", ")+" (default: md for one input, jsonl for several)")
	flags.StringVarP(&f.output, "output", "o", "", "write to this file instead of standard output")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "how many inputs to work on at once (default: one per core)")
	flags.StringVar(&f.show, "show", "", "roles that make the text: names of roles or verdicts, separated by commas;\n+NAME and -NAME change the default (standfirst,body,caption,code,footnote,post); all shows everything")
	flags.BoolVar(&f.precision, "precision", false, "keep only what surely belongs to the text")
	flags.BoolVar(&f.recall, "recall", false, "keep all that may belong to the text")
	flags.Float64Var(&f.minQuality, "min-quality", 0, "leave out pages whose text is less good than this by the page's own estimate, 0 to 1")
	flags.StringVar(&f.url, "url", "", "where the page came from: the base of its relative links")
	flags.StringVar(&f.captured, "captured", "", "when the pages were fetched, such as 2025-03-01 or 2025-03-01T12:00:00Z:\nwhat \"yesterday\" is told from (default: such dates are left out)")
	flags.BoolVar(&f.schema, "schema", false, "put the pages' linked data whole into the JSON formats")
	flags.StringVar(&f.format, "format", "auto", "what the inputs are: auto, html, text")
	flags.StringVar(&f.charset, "charset", "", "read the inputs in this character encoding, whatever they say")
	flags.IntVar(&f.maxBytes, "max-bytes", 0, fmt.Sprintf("read no more than this of an input (default: %d)", winnow.DefaultMaxBytes))
	flags.BoolVar(&f.failEmpty, "fail-empty", false, "exit with code 3 if nothing was published in any input")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no notes and no progress, only errors")
	return c
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats {
		names = append(names, f.Name)
	}
	return names
}

// extraction is one run of the extract command.
type extraction struct {
	flags   *extractFlags
	inputs  []corpus.Input
	done    int // inputs that were read
	failed  int // inputs that were not
	empty   int // of done, those in which nothing was published
	format  *render.Format
	render  render.Options
	options winnow.Options
	stdout  io.Writer
	log     *logger
}

// newExtraction checks the command line.
func newExtraction(c *cobra.Command, f *extractFlags, args []string) (*extraction, error) {
	if len(args) == 0 {
		if isTerminal(os.Stdin) {
			return nil, usagef("no input: name a file, a directory, an address, or - for standard input")
		}
		args = []string{"-"}
	}
	e := &extraction{flags: f, stdout: c.OutOrStdout(), log: newLogger(c.ErrOrStderr(), f.quiet)}
	if err := e.setOptions(f); err != nil {
		return nil, err
	}
	inputs, errs := corpus.Expand(args)
	for _, err := range errs {
		e.log.fail(err)
	}
	e.inputs, e.failed = inputs, len(errs)
	name := f.to
	if name == "" {
		name = "md"
		if len(args) > 1 || len(inputs) > 1 {
			name = "jsonl"
		}
	}
	if e.format = render.ByName(name); e.format == nil {
		return nil, usagef("unknown output format %q: use one of %s", f.to, strings.Join(formatNames(), ", "))
	}
	return e, nil
}

// setOptions turns flags into options.
func (e *extraction) setOptions(f *extractFlags) error {
	e.options = winnow.Options{URL: f.url, Charset: f.charset, MaxBytes: f.maxBytes, Captured: f.captured, Schema: f.schema}
	switch f.format {
	case "auto":
	case "html":
		e.options.Format = winnow.HTML
	case "text":
		e.options.Format = winnow.PlainText
	default:
		return usagef("unknown input format %q: use auto, html or text", f.format)
	}
	if f.maxBytes < 0 || f.jobs < 0 {
		return usagef("--max-bytes and --jobs must not be negative")
	}
	switch {
	case f.precision && f.recall:
		return usagef("--precision and --recall exclude each other")
	case f.precision:
		e.options.Bias = winnow.PreferClean
	case f.recall:
		e.options.Bias = winnow.PreferWhole
	}
	if f.minQuality < 0 || f.minQuality > 1 {
		return usagef("--min-quality must be from 0 to 1")
	}
	if f.captured != "" && !winnow.IsDate(f.captured) {
		return usagef("--captured %q is no date such as 2025-03-01", f.captured)
	}
	if err := winnow.CheckCharset(f.charset); err != nil {
		return &exitError{exitUsage, err}
	}
	var err error
	e.render.Show, err = parseRoles(f.show)
	if err != nil {
		return &exitError{exitUsage, err}
	}
	e.options.Text = e.render.Show
	return nil
}

// result is what became of one input.
type result struct {
	rendered []byte
	notes    []string
	err      error
	bytes    int
	empty    bool
	poor     bool // its quality is below what was asked for
}

// run works on the inputs and writes the results in their order.
func (e *extraction) run(ctx context.Context) (err error) {
	out := e.stdout
	if e.flags.output != "" {
		f, err := os.Create(e.flags.output)
		if err != nil {
			return &exitError{exitUsage, fmt.Errorf("cannot write the output: %w", err)}
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		out = f
	}
	e.render.Color = e.flags.output == "" && wantsColor(e.stdout)
	jobs := e.flags.jobs
	if jobs == 0 {
		jobs = runtime.NumCPU()
	}
	jobs = max(1, min(jobs, len(e.inputs)))
	workers := make([]winnow.Extractor, jobs)
	e.log.startProgress(len(e.inputs))
	err = pipeline.Ordered(ctx, len(e.inputs), jobs,
		func(worker, i int) result { return e.extract(ctx, &workers[worker], e.inputs[i]) },
		func(i int, r result) error { return e.emit(out, i, r) })
	e.log.endProgress()
	if err != nil {
		return err
	}
	return e.exit()
}

// extract does the work for one input.
func (e *extraction) extract(ctx context.Context, x *winnow.Extractor, in corpus.Input) (r result) {
	limit := e.options.MaxBytes
	if limit == 0 {
		limit = winnow.DefaultMaxBytes
	}
	content, err := in.Read(ctx, limit+1) // one more, so that Extract sees it is too long
	if err != nil {
		return result{err: err}
	}
	o := e.options
	o.ContentCharset = content.Charset
	if o.URL == "" {
		o.URL = content.URL
	}
	doc, err := x.Extract(content.Bytes, &o)
	var limitErr *winnow.LimitError
	switch {
	case errors.As(err, &limitErr):
		r.notes = append(r.notes, err.Error())
	case err != nil:
		return result{err: fmt.Errorf("%s: %w", in.Name, err)}
	}
	if d := doc.Source.Declared; d != "" {
		r.notes = append(r.notes, fmt.Sprintf("declares the character encoding %q, but was read as %s (%s)", d, doc.Source.Charset, doc.Source.CharsetFrom))
	}
	if strings.HasPrefix(e.format.Name, "json") && limitErr == nil {
		sum := sha256.Sum256(content.Bytes)
		doc.Source.SHA256 = hex.EncodeToString(sum[:])
	}
	for i := range doc.Findings {
		r.notes = append(r.notes, plantedNote(doc, &doc.Findings[i]))
	}
	if e.flags.minQuality > 0 && float64(doc.Quality) < e.flags.minQuality {
		r.notes = append(r.notes, fmt.Sprintf("left out: its quality is %.2f, below %.2f", doc.Quality, e.flags.minQuality))
		r.bytes, r.poor = len(content.Bytes), true
		return r
	}
	ro := e.render
	ro.ID = in.Name
	r.rendered = e.format.Append(nil, doc, ro)
	r.bytes = len(content.Bytes)
	r.empty = !hasText(doc)
	return r
}

// plantedNote says in one line what was planted.
func plantedNote(d *document.Document, f *document.Finding) string {
	note := "planted: " + render.FindingLine(f)
	if len(f.Blocks) > 0 {
		const most = 50
		text := []rune(d.Blocks[f.Blocks[0]].Text)
		if len(text) > most {
			text = append(text[:most], '…')
		}
		note += fmt.Sprintf(": %q", string(text))
	}
	return note + " (-t explain shows why)"
}

// hasText reports whether anything makes the document's text.
func hasText(d *document.Document) bool {
	for i := range d.Blocks {
		if d.TextRoles.Has(d.Blocks[i].Role) {
			return true
		}
	}
	return false
}

// emit writes one result.
func (e *extraction) emit(out io.Writer, i int, r result) error {
	e.log.progress(r.bytes)
	name := e.inputs[i].Name
	if r.err != nil {
		e.failed++
		e.log.fail(r.err)
		return nil
	}
	e.done++
	for _, note := range r.notes {
		e.log.note("%s: %s", name, note)
	}
	if r.poor {
		e.empty++
		return nil
	}
	if r.empty {
		e.empty++
		e.log.note("%s: nothing published was found (-t explain shows why)", name)
	}
	if len(e.inputs) > 1 && (e.format.Name == "md" || e.format.Name == "txt" || e.format.Name == "blocks") {
		if _, err := fmt.Fprintf(out, "==> %s <==\n", name); err != nil {
			return writeError(err)
		}
	}
	if _, err := out.Write(r.rendered); err != nil {
		return writeError(err)
	}
	return nil
}

func writeError(err error) error {
	return &exitError{exitAllFailed, fmt.Errorf("cannot write the output: %w", err)}
}

// exit returns the error that stands for how the inputs went.
func (e *extraction) exit() error {
	switch {
	case e.failed > 0 && e.done == 0:
		return &exitError{code: exitAllFailed}
	case e.failed > 0:
		return &exitError{code: exitProblems}
	case e.flags.failEmpty && e.empty == e.done:
		return &exitError{code: exitEmpty}
	}
	return nil
}
