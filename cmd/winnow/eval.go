package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/pipeline"
)

const evalHelp = `Measure how well pages are labelled, on a folder of labelled pages.

CORPUS holds one or more sets in subfolders: wcxb (the web content extraction
benchmark), roles (pages whose every block has a role), trafilatura and
readability (those projects' test pages).

Word F1 compares the main text with the true one as bags of words, averaged over
the pages; "with" and "without" are the shares of text snippets found that belong
to the main text and that do not.`

// evaluation is one run of the eval command.
type evaluation struct {
	asJSON bool
	sets   []string
	jobs   int
	worst  int
	flat   bool
	models string
	model  string
	before string
	fold   []*winnow.Model // of each fold, with models
	whole  *winnow.Model   // with model
	out    io.Writer
	log    *logger
}

func newEvalCommand() *cobra.Command {
	e := &evaluation{}
	c := &cobra.Command{
		Use:     "eval [flags] CORPUS",
		Short:   "Measure accuracy and speed on labelled pages",
		Long:    evalHelp,
		Example: "  winnow eval corpora\n  winnow eval corpora --set wcxb --worst 30",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("eval takes one CORPUS: the folder that holds the sets")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			e.out, e.log = c.OutOrStdout(), newLogger(c.ErrOrStderr(), false)
			return e.run(c, args[0])
		},
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&e.sets, "set", nil, "only these sets (default: all there are)")
	flags.IntVarP(&e.jobs, "jobs", "j", 0, "how many pages to work on at once (default: one per core)")
	flags.IntVar(&e.worst, "worst", 0, "also list this many of the pages with the lowest F1")
	flags.BoolVar(&e.flat, "flat", false, "flatten the pages to text first")
	flags.StringVar(&e.model, "model", "", "label with this model instead of the built-in one")
	flags.StringVar(&e.models, "models", "", "folder with model-0.bin, model-1.bin ...: label each page with the one\nthat has not seen its fold (cross-validation)")
	flags.StringVar(&e.before, "against", "", "also list the pages that changed since this run, a file made with --json")
	flags.BoolVar(&e.asJSON, "json", false, "print the scores of every page and the summary as JSON")
	return c
}

func (e *evaluation) run(c *cobra.Command, folder string) error {
	sets, err := eval.Load(folder)
	if err != nil {
		return &exitError{exitUsage, err}
	}
	if len(e.sets) > 0 {
		sets = slices.DeleteFunc(sets, func(s eval.Set) bool { return !slices.Contains(e.sets, s.Name) })
	}
	if err := e.readModels(); err != nil {
		return &exitError{exitUsage, err}
	}
	earlier, err := e.readEarlier()
	if err != nil {
		return &exitError{exitUsage, err}
	}
	var all []summary
	for i := range sets {
		r, err := e.set(c, &sets[i])
		if err != nil {
			return err
		}
		if e.asJSON {
			all = append(all, summary{*r, r.Groups(), eval.Calibrate(r.Scores), r.MBPerSecond(), version()})
			continue
		}
		r.Write(e.out)
		r.WriteConfusion(e.out, 20)
		r.WriteCalibration(e.out)
		if before, ok := earlier[r.Set]; ok {
			r.WriteChanges(e.out, before, max(e.worst, 20))
		}
		for _, k := range r.Worst(e.worst) {
			s := &r.Scores[k]
			fmt.Fprintf(e.out, "%.3f  P %.3f  R %.3f  %-12s %s\n", s.F1.F1, s.Precision, s.Recall, s.Type, s.ID)
		}
	}
	if e.asJSON {
		j := json.NewEncoder(e.out)
		j.SetIndent("", " ")
		return j.Encode(all)
	}
	return nil
}

// summary is the JSON form of the result of a set.
type summary struct {
	eval.Result
	Groups      []eval.Group     `json:"groups"`
	Calibration eval.Calibration `json:"calibration"`
	MBPerS      float64          `json:"mb_s"`
	Version     string           `json:"version"`
}

// readEarlier reads the scores of an earlier run, by set.
func (e *evaluation) readEarlier() (map[string][]eval.Score, error) {
	if e.before == "" {
		return nil, nil
	}
	data, err := os.ReadFile(e.before)
	if err != nil {
		return nil, err
	}
	var all []summary
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("%s: %w", e.before, err)
	}
	scores := map[string][]eval.Score{}
	for i := range all {
		scores[all[i].Set] = all[i].Scores
	}
	return scores, nil
}

// readModels reads the models to label with.
func (e *evaluation) readModels() (err error) {
	if e.model != "" {
		if e.whole, err = readModel(e.model); err != nil {
			return err
		}
	}
	for k := 0; e.models != "" && k < eval.Folds; k++ {
		m, err := readModel(filepath.Join(e.models, fmt.Sprintf("model-%d.bin", k)))
		if err != nil {
			return err
		}
		e.fold = append(e.fold, m)
	}
	return nil
}

func readModel(path string) (*winnow.Model, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := winnow.ReadModel(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// modelFor returns the model to label a page with.
func (e *evaluation) modelFor(p *eval.Page) *winnow.Model {
	if e.fold != nil {
		return e.fold[p.Fold()]
	}
	return e.whole
}

// scored is what became of one page.
type scored struct {
	score     eval.Score
	confusion eval.Confusion
	bytes     int
	elapsed   time.Duration
	err       error
}

// set extracts and scores the pages of one set.
func (e *evaluation) set(c *cobra.Command, set *eval.Set) (*eval.Result, error) {
	jobs := e.jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	workers := make([]winnow.Extractor, jobs)
	r := &eval.Result{Set: set.Name, Confusion: eval.Confusion{}}
	e.log.startProgress(len(set.Pages))
	err := pipeline.Ordered(c.Context(), len(set.Pages), jobs,
		func(worker, i int) scored { return e.score(&workers[worker], &set.Pages[i]) },
		func(i int, s scored) error {
			e.log.progress(s.bytes)
			if s.err != nil {
				e.log.fail(s.err)
				r.Failed = append(r.Failed, set.Pages[i].ID)
			}
			r.Scores = append(r.Scores, s.score)
			r.Bytes += s.bytes
			r.Elapsed += s.elapsed
			for pair, n := range s.confusion {
				r.Confusion[pair] += n
			}
			return nil
		})
	e.log.endProgress()
	return r, err
}

// score extracts and scores one page. A page that cannot be read has the
// score of an empty result.
func (e *evaluation) score(x *winnow.Extractor, p *eval.Page) scored {
	src, err := eval.ReadFile(p.Path)
	if err != nil {
		return scored{err: err, score: eval.Score{ID: p.ID, Type: p.Type}}
	}
	p.Raw = bytes.Contains(src, []byte("<script"))
	o := winnow.Options{URL: p.URL, Format: winnow.HTML, Model: e.modelFor(p)}
	if e.flat {
		if src, err = flatten(x, src, &o); err != nil {
			return scored{err: err, score: eval.Score{ID: p.ID, Type: p.Type}}
		}
		o.Format = winnow.PlainText
	}
	began := time.Now()
	doc, err := x.Extract(src, &o)
	s := scored{bytes: len(src), elapsed: time.Since(began), confusion: eval.Confusion{}}
	if err != nil {
		s.err = fmt.Errorf("%s: %w", p.Path, err)
	}
	s.score = eval.ScorePage(p, doc, &s.confusion)
	return s
}

// flatten returns the text of all blocks of a page, a line each.
func flatten(x *winnow.Extractor, src []byte, o *winnow.Options) ([]byte, error) {
	doc, err := x.Extract(src, o)
	if err != nil {
		return nil, err
	}
	var text []byte
	for i := range doc.Blocks {
		if doc.Blocks[i].Data == 0 {
			text = eval.AppendLine(text, doc.Blocks[i].Text)
		}
	}
	return text, nil
}
