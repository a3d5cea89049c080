package label

import (
	"cmp"
	"slices"
)

// Bias shifts what is kept as main text.
type Bias int8

// The biases.
const (
	Balanced    Bias = iota // the best expected F1
	PreferClean             // keep only what is sure: precision
	PreferWhole             // keep what may belong: recall
)

// The probability below which a block is never kept, and the weight of what is
// missed against what is kept too much (beta squared of the F measure, in
// eighths), for each bias.
var biases = [...]struct{ floor, beta int64 }{
	Balanced:    {probUnit / 5, 8},
	PreferClean: {probUnit * 55 / 100, 2},
	PreferWhole: {probUnit / 12, 32},
}

// emptyF1 is the expected F1 below which nothing is kept: such pages are likelier
// to have published nothing (0.35; from 0.45 on pages with text are lost too).
const emptyF1 = probUnit * 35 / 100

// decoder chooses the blocks of the main text from their probabilities.
type decoder struct {
	order []int32
	keep  []bool
	f1    int32 // expected F1 of the choice, in probUnits
}

// choose finds the set of blocks with the greatest expected F measure. For word
// counts w and probabilities p that is 2*sum(p*w) over the set, divided by
// sum(w) over the set plus the expected words of the truth; the best set is a
// prefix of the blocks sorted by p.
func (d *decoder) choose(p []int32, words func(i int) int32, bias Bias) {
	d.order, d.keep, d.f1 = d.order[:0], d.keep[:0], 0
	expected := int64(0)
	for i := range p {
		d.keep = append(d.keep, false)
		d.order = append(d.order, int32(i))
		expected += int64(p[i]) * int64(words(i))
	}
	slices.SortFunc(d.order, func(a, b int32) int { return cmp.Or(cmp.Compare(p[b], p[a]), cmp.Compare(a, b)) })
	set := biases[bias]
	var hit, kept int64
	best, bestAt := int64(0), -1
	for k, i := range d.order {
		if int64(p[i]) < set.floor {
			break
		}
		w := int64(words(int(i)))
		hit += int64(p[i]) * w
		kept += w
		// (1 + beta2) * hit / (kept + beta2 * expected)
		f := (8 + set.beta) * hit / max(8*kept+set.beta*expected/probUnit, 1)
		if f >= best {
			best, bestAt = f, k
		}
	}
	if best < emptyF1 {
		bestAt = -1
	}
	for _, i := range d.order[:bestAt+1] {
		d.keep[i] = true
	}
	d.f1 = int32(min(best, probUnit))
}
