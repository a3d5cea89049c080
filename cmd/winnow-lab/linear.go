package main

import (
	"math"
	"math/rand/v2"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/label"
)

// The training of the linear models: softmax regression by AdaGrad, in a fixed
// order, on one core, so that the same pages give the same weights.
const (
	linearEpochs = 3
	linearRate   = 0.015
	linearDecay  = 1e-4 // L2 penalty of a step
	typeEpochs   = 20
	typeRate     = 0.05
	nameScale    = 1
	weakWeight   = 0.1 // of blocks known only as main text or not
)

type vector = [label.GroupCount]float32

// softmaxTable is a table of weights being trained.
type softmaxTable struct {
	rate float32
	w, g [][label.GroupCount]float32 // weights, sums of squared gradients
}

func newSoftmaxTable(n int) *softmaxTable {
	return &softmaxTable{linearRate, make([]vector, n), make([]vector, n)}
}

// predict returns the probabilities of the groups.
func (t *softmaxTable) predict(rows []uint32, scale float32) (p vector) {
	for _, r := range rows {
		w := &t.w[r]
		for g := range p {
			p[g] += w[g]
		}
	}
	most := float32(math.Inf(-1))
	for g := range p {
		p[g] *= scale
		most = max(most, p[g])
	}
	sum := float32(0)
	for g := range p {
		p[g] = float32(math.Exp(float64(p[g] - most)))
		sum += p[g]
	}
	for g := range p {
		p[g] /= sum
	}
	return p
}

// learn takes one step towards a target distribution.
func (t *softmaxTable) learn(rows []uint32, scale float32, target func(p vector) vector, weight float32) {
	p := t.predict(rows, scale)
	want := target(p)
	var d vector
	for g := range d {
		d[g] = (p[g] - want[g]) * weight * scale
	}
	for _, r := range rows {
		w, s := &t.w[r], &t.g[r]
		for g := range d {
			step := d[g] + linearDecay*w[g]
			s[g] += step * step
			w[g] -= t.rate * step / (float32(math.Sqrt(float64(s[g]))) + 1e-3)
		}
	}
}

// quantised returns the weights in 32nds of log-odds.
func (t *softmaxTable) quantised() [][label.GroupCount]int8 {
	q := make([][label.GroupCount]int8, len(t.w))
	for r := range t.w {
		for g, x := range t.w[r] {
			q[r][g] = int8(max(-127, min(127, math.Round(float64(x)*32))))
		}
	}
	return q
}

// targetOf returns what a block's known role says of its group: one group, or
// for a block known only as main text or not, the model's own belief within
// what is possible. The weight is 0 if nothing is known.
func (x *sample) targetOf(i int) (func(vector) vector, float32) {
	if x.roles != nil && x.roles[i] != document.NoRole {
		g, ok := label.GroupOf(x.roles[i])
		if !ok {
			return nil, 0
		}
		return func(vector) (v vector) {
			v[g] = 1
			return v
		}, blockWeight(x.words[i])
	}
	share := x.share[i]
	if share < 0 || x.words[i] == 0 {
		return nil, 0
	}
	return func(p vector) (v vector) {
		rest := 1 - p[label.GroupText]
		for g := range v {
			if rest > 1e-6 {
				v[g] = (1 - share) * p[g] / rest
			}
		}
		v[label.GroupText] = share
		return v
	}, weakWeight * blockWeight(x.words[i])
}

// blockWeight is how much a block of n words counts.
func blockWeight(n int32) float32 { return 0.5 + float32(math.Log2(float64(n)+1))/4 }

// trainLinear trains the linear models on the samples that use says yes to.
func trainLinear(samples []*sample, use func(*sample) bool) *label.Linear {
	names, words := newSoftmaxTable(label.NameRowCount), newSoftmaxTable(label.WordRowCount)
	types := newSoftmaxTable(label.TypeRowCount)
	rng := rand.New(rand.NewPCG(7, 7))
	// Blocks of one page are alike: in a row they would drag the weights along,
	// so the blocks of all pages are shuffled together.
	var order [][2]int32
	for k, x := range samples {
		if !use(x) {
			continue
		}
		for i := range x.Blocks {
			if _, weight := x.targetOf(i); weight > 0 {
				order = append(order, [2]int32{int32(k), int32(i)})
			}
		}
	}
	for range linearEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			x, i := samples[at[0]], int(at[1])
			target, weight := x.targetOf(i)
			if !x.Flat {
				names.learn(x.nameRows[i], nameScale, target, weight)
			}
			words.learn(x.wordRows[i], label.WordScale(len(x.wordRows[i])), target, weight)
		}
	}
	trainTypes(types, samples, use, rng)
	return label.NewLinear(names.quantised(), words.quantised(), types.quantised())
}

// trainTypes trains the model of page types. There are few pages, of many tokens
// each: more epochs, and larger steps.
func trainTypes(types *softmaxTable, samples []*sample, use func(*sample) bool, rng *rand.Rand) {
	types.rate = typeRate
	for range typeEpochs {
		for _, k := range rng.Perm(len(samples)) {
			x := samples[k]
			if t := typeIndex(x.Type); use(x) && t >= 0 && !x.Flat {
				types.learn(x.typeRows, typeScale(len(x.typeRows)), func(vector) (v vector) {
					v[t] = 1
					return v
				}, 1)
			}
		}
	}
}

// typeScale is what the sum of the weights of n tokens of a page is multiplied by.
func typeScale(n int) float32 { return 8 / float32(math.Sqrt(float64(max(n, 1)))) }

func typeIndex(name string) int {
	for k, t := range label.PageTypes {
		if t == name {
			return k
		}
	}
	return -1
}
