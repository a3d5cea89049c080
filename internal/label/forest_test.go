package label

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/winnowtext/winnow/document"
)

// walk is the plain way through a tree.
func (t *tree) walk(row *[maxFeatures]uint8) int32 {
	n := 0
	for n < treeNodes {
		right := 0
		if row[t.nodes[n].feature] > t.nodes[n].bound {
			right = 1
		}
		n = 2*n + 1 + right
	}
	return int32(t.leaves[n-treeNodes])
}

// TestForestScore compares the evaluator, which has no branches, with the plain way
// through each tree.
func TestForestScore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	f := make(forest, 9)
	for k := range f {
		for i := range f[k].nodes {
			f[k].nodes[i] = node{uint8(rng.IntN(256)), uint8(rng.IntN(256))}
		}
		for i := range f[k].leaves {
			f[k].leaves[i] = int16(rng.IntN(1 << 16))
		}
	}
	for range 50 {
		var row [maxFeatures]uint8
		for k := range row {
			row[k] = uint8(rng.IntN(256))
		}
		want := int32(0)
		for k := range f {
			want += f[k].walk(&row)
		}
		if got := f.score(&row); got != want {
			t.Fatalf("scores %d, want %d", got, want)
		}
	}
}

func TestProbability(t *testing.T) {
	for x := int32(-20 * scoreUnit); x <= 20*scoreUnit; x += 37 {
		want := probUnit / (1 + math.Exp(-float64(x)/scoreUnit))
		if got := probability(x); math.Abs(float64(got)-want) > probUnit/200 {
			t.Fatalf("log-odds %d: %d, want %.1f", x, got, want)
		}
		if probability(x)+probability(-x) != probUnit {
			t.Fatalf("log-odds %d and its opposite do not add up", x)
		}
	}
}

// TestChoose compares the decoder with the best of all sets, on pages small
// enough to try them all.
func TestChoose(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		n := 1 + rng.IntN(9)
		p, w := make([]int32, n), make([]int32, n)
		expected := 0.0
		for i := range p {
			p[i], w[i] = rng.Int32N(probUnit+1), 1+rng.Int32N(50)
			expected += float64(p[i]) / probUnit * float64(w[i])
		}
		best := 0.0
		value := func(set int) float64 {
			hit, kept := 0.0, 0.0
			for i := range p {
				if set>>i&1 != 0 {
					hit += float64(p[i]) / probUnit * float64(w[i])
					kept += float64(w[i])
				}
			}
			return 2 * hit / (kept + expected)
		}
		for set := 1; set < 1<<n; set++ {
			allowed := true
			for i := range p {
				if set>>i&1 != 0 && int64(p[i]) < biases[Balanced].floor {
					allowed = false
				}
			}
			if allowed {
				best = max(best, value(set))
			}
		}
		var d decoder
		d.choose(p, func(i int) int32 { return w[i] }, Balanced)
		got := 0
		for i, keep := range d.keep {
			if keep {
				got |= 1 << i
			}
		}
		if best < 0.36 {
			continue // such pages are left empty
		}
		if got != 0 && value(got) < best-0.002 || got == 0 {
			t.Fatalf("p %v, words %v: chose %b worth %.4f, the best is %.4f", p, w, got, value(got), best)
		}
	}
}

// TestReadModelDamaged checks that a damaged model file is an error, not a crash.
func TestReadModelDamaged(t *testing.T) {
	if _, err := ReadModel(modelFile); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, len(modelMagic), len(modelMagic) + 3, len(modelFile) / 2, len(modelFile) - 1} {
		if _, err := ReadModel(modelFile[:n]); err == nil {
			t.Errorf("%d of %d bytes: no error", n, len(modelFile))
		}
	}
	other := append([]byte(nil), modelFile...)
	other[len(modelMagic)]++
	if _, err := ReadModel(other); err == nil {
		t.Error("a model for other features: no error")
	}
}

func TestRolePlaces(t *testing.T) {
	for place, role := range map[int]document.Role{
		roleBody: document.Body, rolePost: document.Post, roleTitle: document.Title,
		roleByline: document.Byline, roleDate: document.Date,
	} {
		if netRoles[place] != role {
			t.Errorf("place %d of netRoles is %v, not %v", place, netRoles[place], role)
		}
	}
	if len(netRoles) > maxRoles {
		t.Errorf("%d roles, room for %d", len(netRoles), maxRoles)
	}
}
