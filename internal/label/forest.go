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

// tree adds to a class's score. Leaves are in 1024ths of log-odds.
type tree struct {
	nodes  [treeNodes]node
	leaves [treeLeaves]int16
}

// forest is a set of boosted trees for one or more classes.
type forest struct {
	base  []int32  // score of each class before any tree, in 1024ths of log-odds
	trees [][]tree // of each class
}

// maxFeatures is the length of a row of features: a power of two, so that a
// feature's number needs no check.
const maxFeatures = 256

// lanes is how many blocks walk through a tree side by side.
const lanes = 4

// score writes the score of class c for each of the listed rows to dst, in the
// order of the list.
func (f *forest) score(c int, rows [][maxFeatures]uint8, list []int32, dst []int32) {
	for i := range list {
		dst[i] = f.base[c]
	}
	trees := f.trees[c]
	i := 0
	for ; i+lanes <= len(list); i += lanes {
		a, b, d, e := &rows[list[i]], &rows[list[i+1]], &rows[list[i+2]], &rows[list[i+3]]
		var sa, sb, sd, se int32
		for k := range trees {
			t := &trees[k]
			var na, nb, nd, ne uint32
			for range treeDepth {
				na = step(t, a, na)
				nb = step(t, b, nb)
				nd = step(t, d, nd)
				ne = step(t, e, ne)
			}
			sa += int32(t.leaves[(na-treeNodes)&(treeLeaves-1)])
			sb += int32(t.leaves[(nb-treeNodes)&(treeLeaves-1)])
			sd += int32(t.leaves[(nd-treeNodes)&(treeLeaves-1)])
			se += int32(t.leaves[(ne-treeNodes)&(treeLeaves-1)])
		}
		dst[i] += sa
		dst[i+1] += sb
		dst[i+2] += sd
		dst[i+3] += se
	}
	for ; i < len(list); i++ {
		for k := range trees {
			t := &trees[k]
			var n uint32
			for range treeDepth {
				n = step(t, &rows[list[i]], n)
			}
			dst[i] += int32(t.leaves[(n-treeNodes)&(treeLeaves-1)])
		}
	}
}

// step goes from node n to its left or right child.
func step(t *tree, row *[maxFeatures]uint8, n uint32) uint32 {
	x := t.nodes[n]
	right := uint32(0)
	if row[x.feature] > x.bound {
		right = 1
	}
	return 2*n + 1 + right
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
