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

// TestForestScore compares the evaluator, which takes blocks side by side, with
// the plain way through each tree.
func TestForestScore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	f := forest{base: []int32{7}, trees: make([][]tree, 1)}
	for range 9 {
		var x tree
		for i := range x.nodes {
			x.nodes[i] = node{uint8(rng.IntN(256)), uint8(rng.IntN(256))}
		}
		for i := range x.leaves {
			x.leaves[i] = int16(rng.IntN(1 << 16))
		}
		f.trees[0] = append(f.trees[0], x)
	}
	for n := range 2*lanes + 2 {
		rows := make([][maxFeatures]uint8, n)
		var list []int32
		for i := range rows {
			list = append(list, int32(i))
			for k := range rows[i] {
				rows[i][k] = uint8(rng.IntN(256))
			}
		}
		got := make([]int32, n)
		f.score(0, rows, list, got)
		for i := range rows {
			want := f.base[0]
			for k := range f.trees[0] {
				want += f.trees[0][k].walk(&rows[i])
			}
			if got[i] != want {
				t.Fatalf("%d rows: row %d scores %d, want %d", n, i, got[i], want)
			}
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

func TestClassNumbers(t *testing.T) {
	if groupRoles[GroupText][classBody] != document.Body || groupRoles[GroupText][classPost] != document.Post ||
		groupRoles[GroupHead][classTitle] != document.Title {
		t.Error("the numbers of classes are not those of groupRoles")
	}
	for _, roles := range groupRoles {
		if len(roles) > maxRoles {
			t.Errorf("%v: more than maxRoles", roles)
		}
	}
}

// BenchmarkForest measures the trees of the built-in model, in ns for each block
// and tree.
func BenchmarkForest(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	rows := make([][maxFeatures]uint8, 300)
	list := make([]int32, len(rows))
	for i := range rows {
		list[i] = int32(i)
		for k := range rows[i] {
			rows[i][k] = uint8(rng.IntN(256))
		}
	}
	dst := make([]int32, len(rows))
	f := &builtIn.tree.text
	for b.Loop() {
		f.score(0, rows, list, dst)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(rows)*len(f.trees[0])), "ns/block/tree")
}
