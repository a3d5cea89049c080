package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/label"
	"github.com/winnowtext/winnow/internal/meta"
)

// sample is a page to learn from: its blocks and what is known of them.
type sample struct {
	Set    string `json:"set"`
	ID     string `json:"id"`
	Type   string `json:"type"`
	Fold   int    `json:"fold"`
	Flat   bool   `json:"flat"`
	Clean  bool   `json:"clean"`  // labelled by reading, not by a noisy truth
	Varied bool   `json:"varied"` // a variant of another, see vary
	Bare   bool   `json:"bare"`   // a variant of a few blocks
	First  int    `json:"first"`  // its first row
	Blocks int    `json:"blocks"`
	Truth  int    `json:"truth"` // words of the true main text, those in no block included

	page  *eval.Page
	src   []byte
	roles []document.Role // NoRole where not known
	sum   string          // of the blocks that a label file's roles are of
	share []float32       // of each block's words, those of the true main text; -1 where not known
	words []int32

	nameRows, wordRows [][]uint32
	typeRows           []uint32
}

// readLabels reads the roles of further pages from a file of block ranges.
func readLabels(path string) (map[string]labelled, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	all := map[string]labelled{}
	for line := range bytes.Lines(data) {
		f := strings.Split(strings.TrimSpace(string(line)), "\t")
		if len(f) != 6 {
			continue
		}
		l := labelled{typ: f[2], checksum: f[4]}
		for _, r := range strings.Fields(f[5]) {
			where, name, _ := strings.Cut(r, ":")
			from, to, isRange := strings.Cut(where, "-")
			if !isRange {
				to = from
			}
			a, err1 := strconv.Atoi(from)
			b, err2 := strconv.Atoi(to)
			role, err3 := document.ParseRole(strings.Replace(name, "planted", "other", 1))
			if err1 != nil || err2 != nil || err3 != nil || a != len(l.roles) {
				return nil, fmt.Errorf("%s: page %s: bad range %q", path, f[1], r)
			}
			for ; a <= b; a++ {
				l.roles = append(l.roles, role)
			}
		}
		all[f[0]+"/"+f[1]] = l
	}
	return all, nil
}

// labelled are the roles of a page from a file of block ranges.
type labelled struct {
	typ, checksum string
	roles         []document.Role
}

// loadSamples reads all pages of a folder of labelled pages that can be learned
// from. exclude names a set that is left out.
func loadSamples(folder, labelFile, exclude string) ([]*sample, error) {
	sets, err := eval.Load(folder)
	if err != nil {
		return nil, err
	}
	further, err := readLabels(labelFile)
	if err != nil {
		return nil, err
	}
	clean := map[string]bool{}
	var samples []*sample
	for _, pass := range []bool{true, false} { // roles first: they beat noisy truths of the same page
		for i := range sets {
			s := &sets[i]
			if (s.Name == "roles") != pass || s.Name == exclude {
				continue
			}
			for k := range s.Pages {
				p := &s.Pages[k]
				if pass {
					if exclude != "" && strings.HasPrefix(p.ID, exclude+"/") {
						continue
					}
					clean[p.Path] = true
				} else if clean[p.Path] {
					continue
				}
				x := &sample{Set: s.Name, ID: p.ID, Type: p.Type, Fold: p.Fold(), Clean: pass, page: p}
				if l, ok := further[s.Name+"/"+p.ID]; ok {
					x.Clean, x.roles, x.Type = true, l.roles, l.typ
					x.Set, x.sum = "labels", l.checksum
				}
				samples = append(samples, x)
			}
		}
	}
	for _, x := range samples {
		if x.src, err = eval.ReadFile(x.page.Path); err != nil {
			return nil, err
		}
	}
	return samples, nil
}

// labelPage makes a labeller's page of cut blocks.
func labelPage(c *cutPage) *label.Page {
	m := meta.Collect(c.tree, c.blocks)
	return &label.Page{Blocks: c.blocks, Tree: c.tree, Title: m.Title.Value}
}

// know fills in what is known of the sample's blocks.
func (x *sample) know(set *block.Set) error {
	n := len(set.Blocks)
	x.Blocks = n
	x.share = make([]float32, n)
	x.words = make([]int32, n)
	var words []string
	var ends []int
	for i := range set.Blocks {
		w := eval.Words(string(set.TextOf(i)))
		x.words[i] = int32(len(w))
		words = append(words, w...)
		ends = append(ends, len(words))
	}
	switch {
	case x.roles != nil && x.Set == "labels" && !x.Flat:
		if sum := fmt.Sprintf("%08x", checksum(set)); sum != x.sum || len(x.roles) != n {
			return fmt.Errorf("%s: labels for %d blocks with checksum %s, there are %d with %s", x.ID, len(x.roles), x.sum, n, sum)
		}
		x.knowShares()
	case len(x.page.Blocks) > 0:
		x.knowRoles(words, ends)
	case x.page.HasText:
		x.Truth = len(eval.Words(x.page.Text))
		x.knowText(words, ends, eval.Words(x.page.Text))
	case x.page.Expected != "":
		truth := eval.Words(eval.PlainText(x.page.Expected))
		x.Truth = len(truth)
		x.knowText(words, ends, truth)
	default:
		x.knowSnippets(set)
	}
	return nil
}

// knowShares takes the shares of main text from the roles.
func (x *sample) knowShares() {
	for i, r := range x.roles {
		if r != document.NoRole && document.MainText.Has(r) {
			x.share[i] = 1
			x.Truth += int(x.words[i])
		}
		if r == document.NoRole {
			x.share[i] = -1
		}
	}
}

// knowRoles aligns the reader's blocks with ours.
func (x *sample) knowRoles(words []string, ends []int) {
	var want []string
	var wantRoles []document.Role
	for _, b := range x.page.Blocks {
		for _, w := range eval.Words(b.Text) {
			want, wantRoles = append(want, w), append(wantRoles, b.Role)
			if document.MainText.Has(b.Role) {
				x.Truth++
			}
		}
	}
	pairs := eval.Align(words, want)
	x.roles = make([]document.Role, len(ends))
	at := 0
	for i, end := range ends {
		var count [32]int
		best, main, known := document.NoRole, 0, 0
		for ; at < end; at++ {
			if pairs[at] < 0 {
				continue
			}
			r := wantRoles[pairs[at]]
			count[r]++
			known++
			if document.MainText.Has(r) {
				main++
			}
			if count[r] > count[best] {
				best = r
			}
		}
		x.roles[i] = best
		x.share[i] = -1
		if known > 0 && 2*known >= int(x.words[i]) {
			x.share[i] = float32(main) / float32(known)
		} else {
			x.roles[i] = document.NoRole
		}
	}
}

// knowText finds which blocks are in a true text: longer ones by their triples
// of words, shorter ones by their words standing near where their neighbours do.
func (x *sample) knowText(words []string, ends []int, truth []string) {
	at := map[string][]int{}
	for k := 0; k+3 <= len(truth); k++ {
		key := strings.Join(truth[k:k+3], " ")
		at[key] = append(at[key], k)
	}
	place := make([]int, len(ends)) // where in the truth a block's last word stands, -1
	start := 0
	for i, end := range ends {
		w := words[start:end]
		start = end
		place[i] = -1
		if len(w) < 4 {
			continue
		}
		hits := 0
		for k := 0; k+3 <= len(w); k++ {
			if list := at[strings.Join(w[k:k+3], " ")]; len(list) > 0 {
				hits++
				if place[i] < 0 {
					place[i] = list[0]
				}
			}
		}
		x.share[i] = float32(hits) / float32(len(w)-2)
		if x.share[i] < 0.5 {
			place[i] = -1
		}
	}
	const near = 30
	start = 0
	last := 0
	for i, end := range ends {
		w := words[start:end]
		start = end
		if place[i] >= 0 {
			last = place[i] + len(w)
		}
		if len(w) >= 4 || len(w) == 0 {
			continue
		}
		for k := max(last-near, 0); k+len(w) <= len(truth) && k < last+near; k++ {
			same := true
			for j := range w {
				same = same && truth[k+j] == w[j]
			}
			if same {
				x.share[i] = 1
				if k >= last {
					last = k + len(w)
				}
				break
			}
		}
	}
}

// knowSnippets takes blocks that hold a snippet of the main text, or of other
// text, for known.
func (x *sample) knowSnippets(set *block.Set) {
	for i := range x.share {
		x.share[i] = -1
		text := eval.Fold(string(set.TextOf(i)))
		for _, s := range x.page.With {
			if f := eval.Fold(s); strings.Contains(text, f) {
				x.share[i] = 1
			}
		}
		for _, s := range x.page.Without {
			if f := eval.Fold(s); strings.Contains(text, f) {
				x.share[i] = 0
			}
		}
	}
}
