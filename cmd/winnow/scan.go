package main

import (
	"bufio"
	"context"
	"encoding/json"
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

const scanHelp = `Report what third parties planted in web pages: promotion, hidden links, advertising
in comments, and text that gives orders to machines.

A finding is planted if two independent kinds of evidence speak for it; with
--suspicious, what only one speaks for is listed too, and counts.

Addresses in the output are defanged. --baseline leaves out what an earlier scan,
written with -t jsonl, has found already. --against compares the page with another
capture of it, such as one made as a search engine: what is planted in one and
missing in the other is cloaked.

Exit codes: 0 nothing was found; 1 something was found, or some inputs failed; 2
the command line is wrong; 126 every input failed; 130 interrupted.`

// scanFlags are the flags of the scan command.
type scanFlags struct {
	to, output, url, baseline, against string
	jobs                               int
	suspicious, quiet                  bool
}

func newScanCommand() *cobra.Command {
	var f scanFlags
	c := &cobra.Command{
		Use:   "scan [flags] INPUT...",
		Short: "Report planted content: spam, hidden links, orders to machines",
		Long:  scanHelp,
		Example: `  winnow scan page.html
  winnow scan -t jsonl pages/ > known.jsonl
  winnow scan --baseline known.jsonl pages/     # only what is new
  winnow scan --against as-robot.html page.html # cloaking
  winnow scan -t sarif -o scan.sarif pages/`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			s, err := newScan(c, &f, args)
			if err != nil {
				return err
			}
			return s.run(c.Context())
		},
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.to, "to", "t", "table", "output format: table, jsonl, sarif, html")
	flags.StringVarP(&f.output, "output", "o", "", "write to this file instead of standard output")
	flags.BoolVar(&f.suspicious, "suspicious", false, "list and count what only one kind of evidence speaks for")
	flags.StringVar(&f.baseline, "baseline", "", "leave out what this file, written with -t jsonl, lists")
	flags.StringVar(&f.against, "against", "", "compare the one input with this other capture of it")
	flags.StringVar(&f.url, "url", "", "where the page came from: what foreign links are told from")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "how many inputs to work on at once (default: one per core)")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no notes and no progress, only errors")
	return c
}

// scan is one run of the scan command.
type scan struct {
	flags        *scanFlags
	inputs       []corpus.Input
	known        map[string]bool // fingerprints of the baseline, with their inputs
	found        []render.Found
	done, failed int
	stdout       io.Writer
	log          *logger
}

func newScan(c *cobra.Command, f *scanFlags, args []string) (*scan, error) {
	if len(args) == 0 {
		return nil, usagef("no input: name a file, a directory, an address, or - for standard input")
	}
	switch f.to {
	case "table", "jsonl", "sarif", "html":
	default:
		return nil, usagef("unknown output format %q: use table, jsonl, sarif or html", f.to)
	}
	if f.jobs < 0 {
		return nil, usagef("--jobs must not be negative")
	}
	s := &scan{flags: f, known: map[string]bool{}, stdout: c.OutOrStdout(), log: newLogger(c.ErrOrStderr(), f.quiet)}
	var errs []error
	s.inputs, errs = corpus.Expand(args)
	for _, err := range errs {
		s.log.fail(err)
	}
	s.failed = len(errs)
	if f.against != "" && len(s.inputs) != 1 {
		return nil, usagef("--against compares one input, not %d", len(s.inputs))
	}
	if f.baseline != "" {
		if err := s.readBaseline(f.baseline); err != nil {
			return nil, &exitError{exitUsage, err}
		}
	}
	return s, nil
}

func (s *scan) readBaseline(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var known render.Found
		if err := json.Unmarshal(lines.Bytes(), &known); err != nil || known.V != render.ScanVersion {
			return fmt.Errorf("%s, line %d: not a finding written with scan -t jsonl", path, n)
		}
		s.known[known.Input+"\x00"+known.Fingerprint] = true
	}
	return lines.Err()
}

// scanned is what became of one input.
type scanned struct {
	found []render.Found
	bytes int
	err   error
}

func (s *scan) run(ctx context.Context) error {
	jobs := s.flags.jobs
	if jobs == 0 {
		jobs = runtime.NumCPU()
	}
	jobs = max(1, min(jobs, len(s.inputs)))
	workers := make([]winnow.Extractor, jobs)
	s.log.startProgress(len(s.inputs))
	err := pipeline.Ordered(ctx, len(s.inputs), jobs,
		func(worker, i int) scanned { return s.scan(ctx, &workers[worker], s.inputs[i]) },
		func(i int, r scanned) error {
			s.log.progress(r.bytes)
			if r.err != nil {
				s.failed++
				s.log.fail(r.err)
				return nil
			}
			s.done++
			for k := range r.found {
				if f := &r.found[k]; !s.known[f.Input+"\x00"+f.Fingerprint] {
					s.found = append(s.found, *f)
				}
			}
			return nil
		})
	s.log.endProgress()
	if err != nil {
		return err
	}
	if err := s.write(); err != nil {
		return err
	}
	switch {
	case s.failed > 0 && s.done == 0:
		return &exitError{code: exitAllFailed}
	case s.failed > 0 || len(s.found) > 0:
		return &exitError{code: exitProblems}
	}
	return nil
}

// write prints the findings of all inputs.
func (s *scan) write() error {
	var out []byte
	switch s.flags.to {
	case "table":
		out = render.AppendScanTable(nil, s.found)
	case "jsonl":
		out = render.AppendScanJSONL(nil, s.found)
	case "sarif":
		out = render.AppendSARIF(nil, s.found, version())
	case "html":
		out = render.AppendReport(nil, s.found, s.done)
	}
	if s.flags.output != "" {
		if err := os.WriteFile(s.flags.output, out, 0o666); err != nil {
			return &exitError{exitUsage, fmt.Errorf("cannot write the output: %w", err)}
		}
		return nil
	}
	if _, err := s.stdout.Write(out); err != nil {
		return writeError(err)
	}
	return nil
}

// read extracts one input.
func (s *scan) read(ctx context.Context, x *winnow.Extractor, in corpus.Input) (*document.Document, []byte, error) {
	content, err := in.Read(ctx, winnow.DefaultMaxBytes+1)
	if err != nil {
		return nil, nil, err
	}
	o := winnow.Options{URL: s.flags.url, ContentCharset: content.Charset}
	if o.URL == "" {
		o.URL = content.URL
	}
	d, err := x.Extract(content.Bytes, &o)
	if limit := (*winnow.LimitError)(nil); err != nil && !errors.As(err, &limit) {
		return nil, nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	return d, content.Bytes, nil
}

// scan does the work for one input.
func (s *scan) scan(ctx context.Context, x *winnow.Extractor, in corpus.Input) scanned {
	d, src, err := s.read(ctx, x, in)
	if err != nil {
		return scanned{err: err}
	}
	r := scanned{bytes: len(src), found: render.Scan(d, in.Name, src, s.flags.suspicious)}
	if s.flags.against == "" {
		return r
	}
	inputs, errs := corpus.Expand([]string{s.flags.against})
	if len(errs) > 0 || len(inputs) != 1 {
		return scanned{err: errors.Join(append(errs, fmt.Errorf("%s: not one input", s.flags.against))...)}
	}
	other, otherSrc, err := s.read(ctx, x, inputs[0])
	if err != nil {
		return scanned{err: err}
	}
	more := render.Scan(other, inputs[0].Name, otherSrc, s.flags.suspicious)
	r.found = append(cloaked(r.found, d, other, inputs[0].Name), cloaked(more, other, d, in.Name)...)
	return r
}

// cloaked marks the findings of one capture whose text the other has not.
func cloaked(found []render.Found, own, other *document.Document, otherName string) []render.Found {
	shown := map[string]bool{}
	for i := range other.Blocks {
		shown[other.Blocks[i].Text] = true
	}
	list := own.Findings
	list = append(list[:len(list):len(list)], own.Suspicions...)
	for i := range found {
		f := &list[i]
		missing := len(f.Blocks) > 0
		for _, id := range f.Blocks {
			missing = missing && !shown[own.Blocks[id].Text]
		}
		if missing {
			found[i].Technique = strings.TrimPrefix(found[i].Technique+", cloaked", "visible text, ")
			found[i].Evidence = append(found[i].Evidence, "another capture of the page does not have it: "+otherName)
		}
	}
	return found
}
