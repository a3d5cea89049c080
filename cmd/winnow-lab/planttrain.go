package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"

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

// plantTrain trains the model of injections. With half set, only the halves for
// training are used: the model is for measuring, not for use.
func plantTrain(out io.Writer, corpora, dir string, half bool) error {
	var injection training
	mine := func(name string) bool { return !half || eval.Half(name) == 0 }
	rows, err := eval.LoadRows(corpora, "prompt-injection")
	if err != nil {
		return err
	}
	for i := range rows {
		if r := &rows[i]; r.Label == 1 && mine(r.Text) {
			injection.add([]byte(r.Text), true, injectionWeight)
		}
	}
	err = eachHonest(corpora, func(id string, p *planted.Page) {
		if mine(id) {
			p.Carriers(func(c *planted.Carrier) { injection.add(c.Text, false, 1) })
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "injection: %d examples\n", len(injection.examples))
	return os.WriteFile(filepath.Join(dir, "injection.bin"), injection.fit(), 0o666)
}
