package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"sync"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/label"
)

func newFeaturesCommand() *cobra.Command {
	var labels, out, exclude string
	c := &cobra.Command{
		Use:   "features --out DIR CORPORA",
		Short: "Write the training rows of all labelled pages, and train the linear models",
		Long: `Write one row of features for every block of the labelled pages in CORPORA, with
what is known of it, for the trainer in train/. The linear models are trained on
the way: those whose scores go into the features of a page have never seen its
fold, and the last has seen all.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return writeFeatures(args[0], labels, exclude, out, c.ErrOrStderr())
		},
	}
	c.Flags().StringVar(&labels, "labels", "train/labels.tsv", "roles of further pages")
	c.Flags().StringVar(&exclude, "exclude", "", "a set to leave out")
	c.Flags().StringVar(&out, "out", "", "folder for the rows")
	return c
}

func writeFeatures(folder, labels, exclude, out string, log io.Writer) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	samples, err := loadSamples(folder, labels, exclude)
	if err != nil {
		return err
	}
	flats := make([]*sample, len(samples))
	variants := make([][]*sample, len(samples))
	err = forEach(len(samples), func(i int) error {
		c, err := samples[i].prepare()
		if err != nil {
			return err
		}
		flats[i] = samples[i].flatten(c.blocks)
		variants[i] = samples[i].variants(c)
		return flats[i].prepareFlat()
	})
	if err != nil {
		return err
	}
	samples = append(samples, flats...)
	whole := samples
	for _, v := range variants {
		samples = append(samples, v...)
	}
	fmt.Fprintf(log, "%d samples\n", len(samples))
	linears := make([]*label.Linear, eval.Folds+1)
	err = forEach(len(linears), func(k int) error {
		linears[k] = trainLinear(whole, func(x *sample) bool { return x.Fold != k })
		return os.WriteFile(filepath.Join(out, fmt.Sprintf("linear-%d.bin", k)), linears[k].Bytes(), 0o644)
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(log, "linear models trained")
	rows := make([][]uint8, len(samples))
	err = forEach(len(samples), func(i int) error {
		rows[i], err = samples[i].rows(linears[samples[i].Fold])
		return err
	})
	if err != nil {
		return err
	}
	return writeRows(out, samples, rows)
}

// forEach does something for 0 to n-1 on all cores.
func forEach(n int, do func(i int) error) error {
	var wg sync.WaitGroup
	next := make(chan int)
	errs := make(chan error, n)
	for range 2 {
		wg.Go(func() {
			for i := range next {
				if err := do(i); err != nil {
					errs <- err
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	close(errs)
	return <-errs
}

// prepare cuts the page, aligns what is known with its blocks, and keeps its tokens.
func (x *sample) prepare() (*cutPage, error) {
	c, err := cut(x.src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", x.ID, err)
	}
	if err := x.know(c.blocks); err != nil {
		return nil, err
	}
	x.keepTokens(labelPage(c))
	return c, nil
}

func (x *sample) keepTokens(p *label.Page) {
	var t label.Trainer
	t.Gather(p, nil)
	for i := range p.Blocks.Blocks {
		x.nameRows = append(x.nameRows, t.NameRows(i, nil))
		x.wordRows = append(x.wordRows, t.WordRows(i, nil))
	}
	x.typeRows = t.TypeRows(nil)
}

// flatten makes a sample of the page's text alone.
func (x *sample) flatten(set *block.Set) *sample {
	f := &sample{Set: x.Set, ID: x.ID, Type: x.Type, Fold: x.Fold, Clean: x.Clean, Flat: true}
	page := *x.page
	for i := range set.Blocks {
		text := string(set.TextOf(i))
		f.src = eval.AppendLine(f.src, text)
		if x.Set == "labels" {
			page.Blocks = append(page.Blocks, eval.LabelledBlock{Role: x.roles[i], Text: text})
		}
	}
	f.page = &page
	return f
}

func (x *sample) prepareFlat() error {
	var b block.Builder
	set := b.FromText(x.src)
	if err := x.know(set); err != nil {
		return err
	}
	x.keepTokens(&label.Page{Blocks: set})
	return nil
}

// rows returns the features of all blocks.
func (x *sample) rows(l *label.Linear) ([]uint8, error) {
	var p *label.Page
	if x.Flat {
		var b block.Builder
		p = &label.Page{Blocks: b.FromText(x.src)}
	} else {
		c, err := cut(x.src)
		if err != nil {
			return nil, err
		}
		p = labelPage(c)
	}
	var t label.Trainer
	t.Gather(p, l)
	var rows []uint8
	for i := range x.Blocks {
		f := t.Features(i)
		rows = f.Append(rows)
	}
	return rows, nil
}

// writeRows writes the rows, what is known of each, and what the columns are.
func writeRows(out string, samples []*sample, rows [][]uint8) error {
	var roles []uint8
	var share []float32
	var words []int32
	features, err := os.Create(filepath.Join(out, "rows.u8"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(features)
	for k, x := range samples {
		x.First = len(words)
		for i := range x.Blocks {
			role := document.NoRole
			if x.roles != nil {
				role = x.roles[i]
			}
			roles = append(roles, uint8(role))
		}
		share, words = append(share, x.share...), append(words, x.words...)
		if _, err := w.Write(rows[k]); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := features.Close(); err != nil {
		return err
	}
	var names, roleNames []string
	for i := range reflect.TypeFor[label.Features]().NumField() {
		names = append(names, reflect.TypeFor[label.Features]().Field(i).Name)
	}
	for r := document.NoRole; r <= document.OtherPlanted; r++ {
		roleNames = append(roleNames, r.String())
	}
	var groups [][]int
	for g := range label.GroupCount {
		var members []int
		for _, r := range label.GroupRoles(g) {
			members = append(members, int(r))
		}
		groups = append(groups, members)
	}
	about, err := json.Marshal(map[string]any{"features": names, "roles": roleNames, "groups": groups, "types": label.PageTypes, "pages": samples})
	if err != nil {
		return err
	}
	for name, column := range map[string]any{"roles.u8": roles, "share.f32": share, "words.i32": words, "about.json": about} {
		f, err := os.Create(filepath.Join(out, name))
		if err != nil {
			return err
		}
		if err := binary.Write(f, binary.LittleEndian, column); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}
