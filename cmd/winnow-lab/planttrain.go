package main

import (
	_ "embed"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/planted"
)

// example is a window of text for the n-gram models.
type example struct {
	features []uint32
	positive bool
	weight   float32
}

// training collects examples.
type training struct {
	examples []example
	buf      []uint32
}

func (t *training) add(text []byte, positive bool, weight float32) {
	t.buf = planted.Windows(t.buf, text, func(features []uint32, n int) {
		if n < 3 {
			return
		}
		t.examples = append(t.examples, example{append([]uint32(nil), features...), positive, weight})
	})
}

const (
	trainEpochs  = 12
	trainRate    = 0.3
	trainDecay   = 1e-6
	trainWeights = planted.ModelSize
	// injectionWeight is how much an injection counts beside an honest text.
	injectionWeight = 20
)

// fit fits a logistic regression by gradient steps with one rate per weight,
// and returns it in the form of a planted.Model.
func (t *training) fit() []byte {
	rng := rand.New(rand.NewPCG(7, 11))
	w := make([]float32, trainWeights)
	g := make([]float32, trainWeights)
	bias := float32(-2)
	for range trainEpochs {
		rng.Shuffle(len(t.examples), func(i, j int) { t.examples[i], t.examples[j] = t.examples[j], t.examples[i] })
		for i := range t.examples {
			e := &t.examples[i]
			x := 1 / float32(math.Sqrt(float64(len(e.features))))
			s := bias
			for _, f := range e.features {
				s += w[f] * x
			}
			p := float32(1 / (1 + math.Exp(-float64(s))))
			y := float32(0)
			if e.positive {
				y = 1
			}
			d := (p - y) * e.weight
			bias -= 0.005 * d
			d *= x
			for _, f := range e.features {
				step := d + trainDecay*w[f]
				g[f] += step * step
				w[f] -= trainRate * step / (float32(math.Sqrt(float64(g[f]))) + 1e-3)
			}
		}
	}
	return pack(bias, w)
}

// pack quantises a model.
func pack(bias float32, w []float32) []byte {
	most := float32(0)
	for _, v := range w {
		most = max(most, float32(math.Abs(float64(v))))
	}
	scale := min(max(float32(math.Ceil(float64(most/127*100)))/100, 0.01), 2.55)
	out := []byte{byte(int8(max(-127, min(127, bias*8)))), byte(math.Round(float64(scale * 100)))}
	for _, v := range w {
		out = append(out, byte(int8(max(-127, min(127, math.Round(float64(v/scale)))))))
	}
	return out
}

// manner counts single words, in injections and honest texts.
type manner struct {
	bad, good       []float64
	allBad, allGood float64
}

const (
	// mannerPrior is how many words the honest share of a word is worth beside the
	// count of it in injections.
	mannerPrior = 12000
	// mannerFloor is added to the count of honest words, in words a weight.
	mannerFloor = 0.5
	// mannerWords is how many words of an injection are counted, so that long ones
	// do not speak for all.
	mannerWords = 400
	// seedWeight is how much an invented injection counts beside a collected one.
	seedWeight = 2
)

func newManner() *manner {
	return &manner{bad: make([]float64, planted.MannerSize), good: make([]float64, planted.MannerSize)}
}

func (m *manner) clone() *manner {
	return &manner{slices.Clone(m.bad), slices.Clone(m.good), m.allBad, m.allGood}
}

func (m *manner) addHonest(text []byte) {
	planted.Manner(text, func(w int) {
		m.good[w]++
		m.allGood++
	})
}

// addInjection counts each word of an injection once.
func (m *manner) addInjection(text []byte, weight float64) {
	seen, n := map[int]bool{}, 0
	planted.Manner(text, func(w int) {
		if n++; n > mannerWords || seen[w] {
			return
		}
		seen[w] = true
		m.bad[w] += weight
		m.allBad += weight
	})
}

// fit returns the weights: log-odds, with a prior of the honest share.
func (m *manner) fit() []byte {
	out := make([]byte, planted.MannerSize)
	all := m.allGood + mannerFloor*planted.MannerSize
	for i := range out {
		good := (m.good[i] + mannerFloor) / all
		w := math.Log((m.bad[i]+mannerPrior*good)/(m.allBad+mannerPrior)) - math.Log(good)
		out[i] = byte(int8(math.Round(max(-2, min(5, w)) * planted.MannerScale)))
	}
	return out
}

// seeds are invented injections in many languages, one a line: what was
// collected is all in English.
//
//go:embed seeds/injections.txt
var seeds string

// plantTrain trains the models of injections. With half set, only the halves for
// training are used: the models are for measuring, not for use.
func plantTrain(out io.Writer, corpora, dir string, half bool) error {
	t, m := training{}, newManner()
	mine := func(name string) bool { return !half || eval.Half(name) == 0 }
	rows, err := eval.LoadRows(corpora, "prompt-injection")
	if err != nil {
		return err
	}
	for i := range rows {
		if r := &rows[i]; r.Label == 1 && mine(r.Text) {
			t.add([]byte(r.Text), true, injectionWeight)
			m.addInjection([]byte(r.Text), 1)
		}
	}
	addSeeds(&t, m)
	err = eachHonest(corpora, func(id string, p *planted.Page) {
		if mine(id) {
			p.Carriers(func(c *planted.Carrier) {
				t.add(c.Text, false, 1)
				m.addHonest(c.Text)
			})
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "injection: %d examples\n", len(t.examples))
	if err := os.WriteFile(filepath.Join(dir, "words.bin"), m.fit(), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "injection.bin"), t.fit(), 0o666)
}

func addSeeds(t *training, m *manner) {
	for line := range strings.Lines(seeds) {
		t.add([]byte(line), true, injectionWeight)
		m.addInjection([]byte(line), seedWeight)
	}
}
