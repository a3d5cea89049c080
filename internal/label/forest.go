package label

// Trees are complete: a node's children are found by arithmetic, and a leaf that
// stands higher fills its subtree. Walking one takes treeDepth steps and no
// branch that depends on the page.
const (
	treeDepth  = 5
	treeNodes  = 1<<treeDepth - 1
	treeLeaves = 1 << treeDepth
)

// node is a test: a block goes right if its feature is greater than the bound.
type node struct{ feature, bound uint8 }

// tree adds to a score. Leaves are in 1024ths of log-odds.
type tree struct {
	nodes  [treeNodes + 1]node // the last is not used: a power of two needs no check
	leaves [treeLeaves]int16
}

// forest is a set of boosted trees.
type forest []tree

// maxFeatures is the length of a row of features: a power of two, so that a
// feature's number needs no check.
const maxFeatures = 256

// score returns the sum of what the trees say of a row.
func (f forest) score(row *[maxFeatures]uint8) (sum int32) {
	for k := range f {
		t, n := &f[k], uint32(0)
		for range treeDepth {
			x := t.nodes[n&treeNodes]
			n = 2*n + 1 + (uint32(x.bound)-uint32(row[x.feature]))>>31
		}
		sum += int32(t.leaves[(n-treeNodes)&(treeLeaves-1)])
	}
	return sum
}

// The scale of scores and probabilities.
const (
	scoreUnit = 1024    // one of log-odds
	probUnit  = 1 << 15 // certainty
)

// expTable holds e to the power of 0, -1/64, -2/64 ... in 2^30ths. It is made by
// integer arithmetic, so that it is the same on every machine.
var expTable = func() (t [16 * 64]int64) {
	const factor = 1057095000 // 2^30 times e^(-1/64)
	t[0] = 1 << 30
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * factor >> 30
	}
	return t
}()

// expOf returns e to the power of x, which is not positive and in scoreUnits, in
// 2^30ths.
func expOf(x int32) int64 {
	k := int(-x) / (scoreUnit / 64)
	if k >= len(expTable) {
		return 0
	}
	return expTable[k]
}

// probability returns the probability that log-odds stand for, in probUnits.
func probability(logOdds int32) int32 {
	if logOdds > 0 {
		return probUnit - probability(-logOdds)
	}
	e := expOf(logOdds)
	return int32(e * probUnit / (1<<30 + e))
}
