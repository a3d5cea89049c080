package eval

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"time"
)

// Result is the outcome for a set of pages.
type Result struct {
	Set       string        `json:"set"`
	Scores    []Score       `json:"scores"`
	Failed    []string      `json:"failed,omitempty"` // pages that could not be read
	Bytes     int           `json:"bytes"`            // of HTML
	Elapsed   time.Duration `json:"elapsed_ns"`       // spent extracting, summed over the workers
	Confusion Confusion     `json:"-"`
}

// Group is the scores of some pages of a set, summed up.
type Group struct {
	Name      string  `json:"name"`
	Pages     int     `json:"pages"`
	F1        float64 `json:"f1"`
	Low       float64 `json:"low"` // 95 % interval of F1 by bootstrap over pages
	High      float64 `json:"high"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	With      float64 `json:"with"`    // share of the snippets of main text found
	Without   float64 `json:"without"` // share of the snippets of other text found
	ChunkF1   float64 `json:"chunk_f1"`
	Verdict   float64 `json:"verdict"` // share of words with the right verdict
	Role      float64 `json:"role"`
	Planted   int     `json:"planted"` // pages with something planted reported
}

// Groups sums up the scores of a result: all pages, each page type, and pages
// with scripts apart from pages that were stripped of them.
func (r *Result) Groups() []Group {
	groups := []Group{sum("all", r.Scores)}
	byType := map[string][]Score{}
	var types []string
	var raw, stripped []Score
	for _, s := range r.Scores {
		if s.Type != "" {
			if byType[s.Type] == nil {
				types = append(types, s.Type)
			}
			byType[s.Type] = append(byType[s.Type], s)
		}
		if s.Raw {
			raw = append(raw, s)
		} else {
			stripped = append(stripped, s)
		}
	}
	slices.Sort(types)
	for _, t := range types {
		groups = append(groups, sum(t, byType[t]))
	}
	if len(raw) > 0 && len(stripped) > 0 {
		groups = append(groups, sum("raw", raw), sum("stripped", stripped))
	}
	return groups
}

// sum averages scores: word scores over pages, snippets and labelled words over
// themselves.
func sum(name string, scores []Score) Group {
	g := Group{Name: name, Pages: len(scores)}
	if len(scores) == 0 {
		return g
	}
	var with, withAll, without, withoutAll, words, verdict, role int
	for _, s := range scores {
		g.F1 += s.F1.F1
		g.Precision += s.Precision
		g.Recall += s.Recall
		with, withAll = with+s.With, withAll+s.WithAll
		without, withoutAll = without+s.Without, withoutAll+s.WithoutAll
		words, verdict, role = words+s.Words, verdict+s.VerdictWords, role+s.RoleWords
		if s.Planted {
			g.Planted++
		}
	}
	n := float64(len(scores))
	g.F1, g.Precision, g.Recall = g.F1/n, g.Precision/n, g.Recall/n
	g.With, g.Without = share(with, withAll), share(without, withoutAll)
	g.ChunkF1 = share(2*with, with+without+withAll) // of true positives, false positives, all positives
	g.Verdict, g.Role = share(verdict, words), share(role, words)
	g.Low, g.High = bootstrap(scores)
	return g
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// bootstrapRounds is how many times the pages are drawn anew for an interval.
const bootstrapRounds = 1000

// bootstrap returns the 95 % interval of the mean F1 under redrawing of pages,
// with a fixed seed.
func bootstrap(scores []Score) (low, high float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	means := make([]float64, bootstrapRounds)
	for i := range means {
		total := 0.0
		for range scores {
			total += scores[rng.IntN(len(scores))].F1.F1
		}
		means[i] = total / float64(len(scores))
	}
	slices.Sort(means)
	return means[bootstrapRounds*25/1000], means[bootstrapRounds*975/1000]
}

// MBPerSecond is the speed of extraction on one core, in 10^6 bytes of HTML.
func (r *Result) MBPerSecond() float64 {
	return float64(r.Bytes) / 1e6 / r.Elapsed.Seconds()
}

// Write prints the result as a table.
func (r *Result) Write(w io.Writer) {
	fmt.Fprintf(w, "\n%s: %d pages, %.1f MB, %.0f MB/s on one core", r.Set, len(r.Scores), float64(r.Bytes)/1e6, r.MBPerSecond())
	if len(r.Failed) > 0 {
		fmt.Fprintf(w, ", %d failed", len(r.Failed))
	}
	words := r.has(func(s *Score) int { return int(1e6 * s.F1.F1) })
	fmt.Fprintf(w, "\n%-14s %5s", "", "pages")
	if words {
		fmt.Fprintf(w, "  %-23s %6s %6s", "word F1 (95 %)", "P", "R")
	}
	snippets, roles := r.has(func(s *Score) int { return s.WithAll }), r.has(func(s *Score) int { return s.Words })
	if snippets {
		fmt.Fprintf(w, " %6s %7s %6s", "with", "without", "F1")
	}
	if roles {
		fmt.Fprintf(w, " %7s %6s", "verdict", "role")
	}
	fmt.Fprintf(w, " %7s\n", "planted")
	for _, g := range r.Groups() {
		fmt.Fprintf(w, "%-14s %5d", g.Name, g.Pages)
		if words {
			fmt.Fprintf(w, "  %.4f (%.3f to %.3f) %6.3f %6.3f", g.F1, g.Low, g.High, g.Precision, g.Recall)
		}
		if snippets {
			fmt.Fprintf(w, " %6.3f %7.3f %6.3f", g.With, g.Without, g.ChunkF1)
		}
		if roles {
			fmt.Fprintf(w, " %7.4f %6.4f", g.Verdict, g.Role)
		}
		fmt.Fprintf(w, " %7d\n", g.Planted)
	}
}

// WriteCalibration prints how often the page's type was right, and how well the
// estimates of quality foretell the F1.
func (r *Result) WriteCalibration(w io.Writer) {
	typed, right := 0, 0
	for i := range r.Scores {
		if s := &r.Scores[i]; s.Type != "" && s.GotType != "" {
			typed++
			if s.Type == s.GotType {
				right++
			}
		}
	}
	if typed > 0 {
		fmt.Fprintf(w, "\npage type right on %d of %d pages\n", right, typed)
	}
	if r.has(func(s *Score) int { return int(1e6 * s.F1.F1) }) {
		c := Calibrate(r.Scores)
		fmt.Fprintf(w, "\nquality: Spearman %.3f with F1, calibration error %.3f, AUC of F1 < %.1f %.3f\n", c.Spearman, c.Error, poorF1, c.AUC)
		for _, b := range c.Bins {
			fmt.Fprintf(w, "%6d pages  estimate %.3f  F1 %.3f\n", b.Pages, b.Quality, b.F1)
		}
	}
}

// WriteChanges prints the pages whose F1 differs from that of an earlier run,
// those that lost most first.
func (r *Result) WriteChanges(w io.Writer, before []Score, most int) {
	old := map[string]float64{}
	for _, s := range before {
		old[s.ID] = s.F1.F1
	}
	type change struct {
		s     *Score
		delta float64
	}
	var changes []change
	total, worse, better := 0.0, 0, 0
	for i := range r.Scores {
		s := &r.Scores[i]
		was, ok := old[s.ID]
		if !ok || was == s.F1.F1 {
			continue
		}
		d := s.F1.F1 - was
		total += d
		if d < 0 {
			worse++
		} else {
			better++
		}
		changes = append(changes, change{s, d})
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.delta, b.delta) })
	fmt.Fprintf(w, "\n%s: %d pages worse, %d better, F1 %+.4f in all\n", r.Set, worse, better, total/float64(max(len(r.Scores), 1)))
	for _, c := range changes[:min(most, len(changes))] {
		fmt.Fprintf(w, "%+.3f to %.3f  %-12s %s\n", c.delta, c.s.F1.F1, c.s.Type, c.s.ID)
	}
}

func (r *Result) has(count func(*Score) int) bool {
	return slices.ContainsFunc(r.Scores, func(s Score) bool { return count(&s) > 0 })
}

// WriteConfusion prints the pairs of roles most often taken for one another, by
// words.
func (r *Result) WriteConfusion(w io.Writer, most int) {
	type row struct {
		want, got string
		words     int
	}
	var rows []row
	total := 0
	for pair, n := range r.Confusion {
		total += n
		if pair[0] != pair[1] {
			rows = append(rows, row{pair[0].String(), pair[1].String(), n})
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.words, a.words), cmp.Compare(a.want, b.want), cmp.Compare(a.got, b.got))
	})
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(w, "\nroles most often taken for one another, in per mille of the words\n")
	for _, x := range rows[:min(most, len(rows))] {
		fmt.Fprintf(w, "%6.1f  %-12s as %s\n", 1000*float64(x.words)/float64(total), x.want, cmp.Or(x.got, "nothing"))
	}
}

// Worst returns the indices of the pages with the lowest F1, worst first.
func (r *Result) Worst(n int) []int {
	order := make([]int, len(r.Scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.Scores[a].F1.F1, r.Scores[b].F1.F1) })
	return order[:min(n, len(order))]
}
