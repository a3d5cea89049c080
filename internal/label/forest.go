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
	nodes  [treeNodes + 1]node // the last is not used: a power of two needs no check
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
		k := 0
		for ; k+2 <= len(trees); k += 2 { // two trees at once: eight walks hide each other's waits
			t, u := &trees[k], &trees[k+1]
			var na, nb, nd, ne, ma, mb, md, me uint32
			for range treeDepth {
				na, ma = step(t, a, na), step(u, a, ma)
				nb, mb = step(t, b, nb), step(u, b, mb)
				nd, md = step(t, d, nd), step(u, d, md)
				ne, me = step(t, e, ne), step(u, e, me)
			}
			sa += t.leaf(na) + u.leaf(ma)
			sb += t.leaf(nb) + u.leaf(mb)
			sd += t.leaf(nd) + u.leaf(md)
			se += t.leaf(ne) + u.leaf(me)
		}
		for ; k < len(trees); k++ {
			sa += trees[k].score(a)
			sb += trees[k].score(b)
			sd += trees[k].score(d)
			se += trees[k].score(e)
		}
		dst[i] += sa
		dst[i+1] += sb
		dst[i+2] += sd
		dst[i+3] += se
	}
	for ; i < len(list); i++ {
		for k := range trees {
			dst[i] += trees[k].score(&rows[list[i]])
		}
	}
}

// score walks one row through the tree.
func (t *tree) score(row *[maxFeatures]uint8) int32 {
	var n uint32
	for range treeDepth {
		n = step(t, row, n)
	}
	return t.leaf(n)
}

// leaf returns the value at which a walk has ended.
func (t *tree) leaf(n uint32) int32 { return int32(t.leaves[(n-treeNodes)&(treeLeaves-1)]) }

// step goes from node n to its left or right child.
func step(t *tree, row *[maxFeatures]uint8, n uint32) uint32 {
	x := t.nodes[n&treeNodes]
	return 2*n + 1 + (uint32(x.bound)-uint32(row[x.feature]))>>31
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

// logTable holds the natural logarithm of 1, 1+1/64, 1+2/64 ... in scoreUnits,
// made by integer arithmetic as well.
var logTable = func() (t [logSteps * (int(GroupCount) - 1)]int32) {
	const factor = 1074790911 // 2^30 times e^(1/1024)
	v, x := int64(1)<<30, int32(0)
	for i := range t {
		for v < int64(logSteps+i)<<30/logSteps {
			v = v * factor >> 30
			x++
		}
		t[i] = x
	}
	return t
}()

const logSteps = 64

// logOf returns the natural logarithm, in scoreUnits, of x in 2^30ths, which is at
// least one and less than GroupCount.
func logOf(x int64) int32 { return logTable[(x-1<<30)*logSteps>>30] }
