package label

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// randomRows makes rows like those of pages: most features stay as they are from block
// to block.
func randomRows(rng *rand.Rand, n int) [][maxFeatures]uint8 {
	rows := make([][maxFeatures]uint8, n)
	for i := range rows {
		if i > 0 {
			rows[i] = rows[i-1]
		}
		for range 40 {
			rows[i][rng.IntN(FeatureCount)] = uint8(rng.IntN(256))
		}
	}
	return rows
}

// plainNet computes a network the plain way, in floating point and without any
// packing: the outputs of each block, and those of the page.
func plainNet(n *network, rows [][maxFeatures]uint8) (out [][]float64, kinds []float64) {
	clamp := func(x float64) float64 { return max(-actLimit, min(x, actLimit)) }
	scale := func(shift uint) float64 { return math.Ldexp(1, -int(shift)) }
	weightOf := func(m [][netWidth]lanes, j, k int) float64 {
		low, high := unpack(m[k/laneCount][j][k%laneCount/2])
		if k%2 == 1 {
			return float64(high)
		}
		return float64(low)
	}
	now := make([][netWidth]float64, len(rows))
	for i := range rows {
		for j := range netWidth {
			sum := 0.0
			for f, x := range rows[i] {
				sum += float64(x) * float64(n.in[f][j])
			}
			now[i][j] = clamp(max(0, sum*scale(n.inShift)+float64(n.inBias[j])))
		}
	}
	whole := func() (w [2 * netWidth]float64) {
		for j := range netWidth {
			all, most := 0.0, math.Inf(-1)
			for i := range now {
				weight := float64(rows[i][wordsFeature]) + leastWeight
				all += weight
				w[j] += now[i][j] * weight
				most = max(most, now[i][j])
			}
			w[j], w[netWidth+j] = w[j]/all, most
		}
		return w
	}
	for k := range n.layers {
		l, w, next := &n.layers[k], whole(), make([][netWidth]float64, len(rows))
		for i := range rows {
			var near [netWidth]float64
			for j := range near {
				for t := range netTaps {
					if at := i + (t-netTaps/2)<<k; at >= 0 && at < len(rows) {
						near[j] += now[at][j] * float64(l.near[j][t])
					}
				}
				near[j] = clamp(near[j] * scale(l.nearShift))
			}
			for j := range netWidth {
				sum, page := 0.0, 0.0
				for m := range near {
					sum += near[m] * weightOf(l.mix[:], m, j)
				}
				for m := range w {
					page += w[m] * float64(l.page[m][j])
				}
				found := sum*scale(l.mixTo.shift) + page*scale(l.pageShift) + float64(l.mixTo.bias[j])
				next[i][j] = clamp(now[i][j] + max(0, min(found, actLimit))*float64(l.gate[j])*scale(gateBits))
			}
		}
		now = next
	}
	for i := range now {
		o := make([]float64, outCount)
		for k := range o {
			for j, a := range now[i] {
				o[k] += a * weightOf(n.out.w[:], j, k)
			}
			o[k] = o[k]*scale(n.out.to.shift) + float64(n.out.to.bias[k])
		}
		out = append(out, o)
	}
	w := whole()
	for k := range PageTypes {
		sum := 0.0
		for j, a := range w {
			sum += a * float64(n.kinds[j][k])
		}
		kinds = append(kinds, sum*scale(n.kindTo.shift)+float64(n.kindTo.bias[k]))
	}
	return out, kinds
}

// TestNetwork compares the built-in networks with the plain way of computing them.
func TestNetwork(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, n := range map[string]*network{"tree": &builtIn.tree, "flat": &builtIn.flat} {
		for _, count := range []int{1, 2, 7, 60} {
			rows := randomRows(rng, count)
			text, roles := make([]int32, count), make([][maxRoles]int32, count)
			var run netRun
			run.score(n, randomRows(rng, 9), make([]int32, 9), make([][maxRoles]int32, 9)) // memory that was used
			kinds := run.score(n, rows, text, roles)
			want, wantKinds := plainNet(n, rows)
			near := func(what string, got int32, want float64) {
				if math.Abs(float64(got)-want) > scoreUnit/4+math.Abs(want)/50 {
					t.Errorf("%s, %d blocks: %s is %d, want %.1f", name, count, what, got, want)
				}
			}
			for i := range rows {
				near("text", text[i], want[i][0])
				for k := range netRoles {
					near(netRoles[k].String(), roles[i][k], want[i][1+k])
				}
			}
			for k, s := range kinds {
				near(PageTypes[k], s, wantKinds[k])
			}
		}
	}
}

func TestPack(t *testing.T) {
	for _, low := range []int32{0, 1, -1, 5000, -5000, math.MaxInt32, math.MinInt32} {
		for _, high := range []int32{0, 1, -1, 77, -77, math.MaxInt32, math.MinInt32} {
			if a, b := unpack(pack(low, high)); a != low || b != high {
				t.Errorf("%d, %d come back as %d, %d", low, high, a, b)
			}
		}
	}
}

// TestNetworkBounds checks that no sum of products can leave 32 bits.
func TestNetworkBounds(t *testing.T) {
	if sum := int64(actLimit) * mixLimit * netWidth; sum > math.MaxInt32 {
		t.Errorf("a layer's sum may reach %d", sum)
	}
	if sum := int64(actLimit) * nearLimit * netTaps; sum > math.MaxInt32 {
		t.Errorf("a sum over neighbours may reach %d", sum)
	}
	if sum := int64(255) * inputLimit * FeatureCount; sum > math.MaxInt32 {
		t.Errorf("a sum of the first layer may reach %d", sum)
	}
}

// TestWordsFeature checks the place of the feature that blocks weigh by.
func TestWordsFeature(t *testing.T) {
	if name := reflect.TypeFor[Features]().Field(wordsFeature).Name; name != "Words" {
		t.Errorf("feature %d is %s", wordsFeature, name)
	}
}

// TestWideLayer compares the computation on many numbers at once with the plain one.
func TestWideLayer(t *testing.T) {
	if !isWide {
		t.Skip("this machine does not compute on many numbers at once")
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for round := range 2000 {
		l := &builtIn.tree.layers[round%netLayers]
		var around [netTaps]activation
		var taps [netTaps]*activation
		var bias [netWidth]int32
		reach := 1 << (1 + rng.IntN(14)) // from small to the greatest activations
		for k := range around {
			taps[k] = &around[k]
			for j := range around[k] {
				around[k][j] = int16(min(rng.IntN(2*reach)-reach, actLimit))
			}
		}
		for j := range bias {
			bias[j] = int32(rng.IntN(2*reach) - reach)
		}
		var want, got activation
		l.blockPlain(&want, &taps, &bias)
		l.block(&got, &taps, &bias)
		if want != got {
			t.Fatalf("round %d:\n%v, want\n%v", round, got, want)
		}
	}
}

// TestWideSums compares the first layer's sums on many numbers at once with the
// plain ones.
func TestWideSums(t *testing.T) {
	if !isWide {
		t.Skip("this machine does not compute on many numbers at once")
	}
	rows := randomRows(rand.New(rand.NewPCG(7, 8)), 50)
	n := &builtIn.tree
	var sums [netWidth]int32
	var changes [FeatureCount]change
	before := &[maxFeatures]uint8{}
	for i := range rows {
		n.add(&sums, changes[:differences(&changes, before, &rows[i])])
		before = &rows[i]
		for j, got := range sums {
			want := int32(0)
			for f, x := range rows[i] {
				want += int32(x) * n.in[f][j]
			}
			if got != want {
				t.Fatalf("row %d: sum %d is %d, want %d", i, j, got, want)
			}
		}
	}
}

// BenchmarkNetwork measures the network for pages with markup, in ns for each block.
func BenchmarkNetwork(b *testing.B) {
	rows := randomRows(rand.New(rand.NewPCG(5, 6)), 300)
	text, roles := make([]int32, len(rows)), make([][maxRoles]int32, len(rows))
	var run netRun
	for b.Loop() {
		run.score(&builtIn.tree, rows, text, roles)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(rows)), "ns/block")
}
