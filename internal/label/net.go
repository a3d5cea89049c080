package label

import (
	"encoding/binary"
	"math/bits"

	"github.com/winnowtext/winnow/document"
)

// The network reads a page as a sequence of blocks. A first layer makes an
// activation of each row of features; each further layer mixes in those of the
// blocks at some distance before and behind, and what the page as a whole holds:
// the mean and the maximum of all blocks. What it does with a page of n blocks
// takes time linear in n.
//
// All arithmetic is on integers. Activations are in 256ths and bounded; sums of
// products stay in 32 bits, so that two of them fit in one machine word, are
// multiplied by one instruction, and come apart again afterwards ([pack]).
const (
	netWidth  = 48 // activations of a block
	netTaps   = 5  // blocks that a layer looks at: itself and two on each side
	netLayers = 4  // each looks twice as far as the one before

	laneWords  = 8                     // machine words of sums kept in registers at a time
	laneCount  = 2 * laneWords         // sums in them
	netChunks  = netWidth / laneCount  // steps to compute an activation
	outChunks  = 2                     // steps to compute the outputs of a block
	outCount   = outChunks * laneCount // outputs, the last ones unused
	biasLimit  = 1 << 24               // of what a page adds to an activation
	shiftLimit = 24                    // of the shifts, so that rounding cannot overflow
	actBits    = 8                     // binary places of an activation
	actLimit   = 1<<14 - 1             // the greatest activation
	mixLimit   = 1<<11 - 1             // the greatest weight; actLimit*mixLimit*netWidth < 1<<31
	nearLimit  = 1<<14 - 1             // of the weights of a block's neighbours; actLimit*nearLimit*netTaps < 1<<31
	inputLimit = 1<<15 - 1             // of the first layer; 255*inputLimit*FeatureCount < 1<<31
)

// netRoles are the roles that the network tells apart, in the order of its
// outputs.
var netRoles = func() (all []document.Role) {
	for _, roles := range groupRoles {
		all = append(all, roles...)
	}
	return all
}()

// A block weighs in the mean of the page by its words: by the feature at place
// wordsFeature of [Features], and leastWeight more.
const (
	wordsFeature = 1
	leastWeight  = 8
)

// maxRoles is the room for the scores of the roles of a block.
const maxRoles = outCount - 1

// activation is what a layer says of a block.
type activation [netWidth]int16

// lanes are the weights from one number to laneCount sums, packed in pairs.
type lanes [laneWords]uint64

// network is one network, as it was trained.
type network struct {
	inShift uint
	inBias  [netWidth]int32 // in 256ths
	in      [maxFeatures][netWidth]int32
	layers  [netLayers]netLayer
	out     dense
	kinds   [2 * netWidth][len(PageTypes)]int16 // from the page's mean and maximum to its type
	kindTo  affine
}

// affine is how sums of products become numbers: they are shifted right, and a
// bias is added.
type affine struct {
	shift uint
	bias  []int32
}

type netLayer struct {
	near      [netWidth][netTaps]int16 // of each activation by itself
	nearShift uint
	mix       [netChunks][netWidth]lanes // of all activations
	page      [2 * netWidth][netWidth]int16
	mixTo     affine
	pageShift uint
	gate      [netWidth]int16 // in 4096ths
	wide      wideLayer
}

// dense are the outputs: the log-odds of main text, then a score for each role.
type dense struct {
	w  [outChunks][netWidth]lanes
	to affine
}

const gateBits = 12

// pack puts two weights into a machine word; a product with it, and sums of
// these, are pairs again as long as either half fits in 32 bits.
func pack(low, high int32) uint64 { return uint64(int64(low)) + uint64(int64(high))<<32 }

// unpack takes a pair of sums apart.
func unpack(x uint64) (low, high int32) {
	low = int32(x)
	return low, int32((x - uint64(int64(low))) >> 32)
}

// rounded returns x divided by a power of two, rounded to the nearest.
func rounded(x int64, shift uint) int64 { return (x + 1<<shift>>1) >> shift }

func clampActivation[T int32 | int64](x T) int16 { return int16(max(-actLimit, min(x, actLimit))) }

// netRun is the working memory of a network.
type netRun struct {
	now, next []activation
	weights   []int32 // of each block in the page's mean
	all       int64   // sum of weights
}

// score writes the outputs for all blocks of a page, in 1024ths of log-odds: text
// is that of main text, roles of the roles. It returns the scores of the page's
// type.
func (r *netRun) score(n *network, rows [][maxFeatures]uint8, text []int32, roles [][maxRoles]int32) (kinds [len(PageTypes)]int32) {
	r.begin(n, rows)
	for k := range n.layers {
		r.layer(&n.layers[k], 1<<k)
	}
	for i := range r.now {
		out := n.out.of(&r.now[i])
		text[i] = out[0]
		copy(roles[i][:], out[1:])
	}
	whole := r.whole()
	for k := range kinds {
		sum := int64(0)
		for j, a := range whole {
			sum += int64(a) * int64(n.kinds[j][k])
		}
		kinds[k] = int32(rounded(sum, n.kindTo.shift)) + n.kindTo.bias[k]
	}
	return kinds
}

// change is by how much a feature differs from that of the block before.
type change struct{ feature, step int32 }

// begin computes the first layer. The rows of blocks side by side have most
// features in common: only what differs is computed.
func (r *netRun) begin(n *network, rows [][maxFeatures]uint8) {
	r.now, r.next = resize(r.now, len(rows)), resize(r.next, len(rows))
	r.weights, r.all = resize(r.weights, len(rows)), 0
	var none [maxFeatures]uint8
	var changes [FeatureCount]change
	var sums [netWidth]int32
	before := &none
	for i := range rows {
		row := &rows[i]
		n.add(&sums, changes[:differences(&changes, before, row)])
		before = row
		for j, sum := range sums {
			r.now[i][j] = clampActivation(max(0, rounded(int64(sum), n.inShift)+int64(n.inBias[j])))
		}
		r.weights[i] = int32(row[wordsFeature]) + leastWeight
		r.all += int64(r.weights[i])
	}
}

// differences lists in what features a row differs from another, and returns in how
// many.
func differences(dst *[FeatureCount]change, before, row *[maxFeatures]uint8) int {
	count := 0
	for at := 0; at < FeatureCount; at += 8 {
		differ := binary.LittleEndian.Uint64(row[at:]) ^ binary.LittleEndian.Uint64(before[at:])
		for differ != 0 {
			k := at + bits.TrailingZeros64(differ)/8
			differ &^= 0xff << (8 * (k - at))
			dst[count] = change{int32(k), int32(row[k]) - int32(before[k])}
			count++
		}
	}
	return count
}

// addPlain adds to the sums of the first layer what changes bring.
func (n *network) addPlain(sums *[netWidth]int32, changes []change) {
	for _, c := range changes {
		w := &n.in[c.feature&(maxFeatures-1)]
		for j := range sums {
			sums[j] += c.step * w[j]
		}
	}
}

// whole returns the mean and the maximum of the activations of all blocks.
func (r *netRun) whole() (w [2 * netWidth]int16) {
	if len(r.now) == 0 {
		return w
	}
	var sums [netWidth]int64
	most := r.now[0]
	for i := range r.now {
		weight := int64(r.weights[i])
		for j, a := range &r.now[i] {
			sums[j] += int64(a) * weight
			most[j] = max(most[j], a)
		}
	}
	for j := range sums {
		w[j], w[netWidth+j] = int16(sums[j]/r.all), most[j]
	}
	return w
}

// layer computes a layer that looks at blocks that are step and 2*step away.
func (r *netRun) layer(l *netLayer, step int) {
	var bias [netWidth]int32
	whole := r.whole()
	for j := range bias {
		sum := int64(0)
		for k, a := range whole {
			sum += int64(a) * int64(l.page[k][j])
		}
		bias[j] = int32(max(-biasLimit, min(rounded(sum, l.pageShift)+int64(l.mixTo.bias[j]), biasLimit)))
	}
	var none activation
	var taps [netTaps]*activation
	for i := range r.now {
		for t := range taps {
			taps[t] = &none
			if at := i + (t-netTaps/2)*step; at >= 0 && at < len(r.now) {
				taps[t] = &r.now[at]
			}
		}
		l.block(&r.next[i], &taps, &bias)
	}
	r.now, r.next = r.next, r.now
}

// blockPlain computes the activation of one block from those around it; bias is
// what the page as a whole adds.
func (l *netLayer) blockPlain(next *activation, taps *[netTaps]*activation, bias *[netWidth]int32) {
	near := l.mixNear(taps)
	own := taps[netTaps/2]
	for c := range l.mix {
		for k, found := range times(&l.mix[c], near, l.mixTo.shift) {
			j := c*laneCount + k
			next[j] = l.add(own[j], found+bias[j], j)
		}
	}
}

// add adds what a layer found to an activation.
func (l *netLayer) add(own int16, found int32, j int) int16 {
	found = max(0, min(found, actLimit))
	return clampActivation(int32(own) + (found*int32(l.gate[j])+1<<gateBits>>1)>>gateBits)
}

// mixNear sums each activation by itself over the blocks around.
func (l *netLayer) mixNear(taps *[netTaps]*activation) *activation {
	var near activation
	a0, a1, a2, a3, a4 := taps[0], taps[1], taps[2], taps[3], taps[4]
	half := int32(1) << l.nearShift >> 1
	for j := range near {
		w := &l.near[j]
		sum := int32(a0[j])*int32(w[0]) + int32(a1[j])*int32(w[1]) + int32(a2[j])*int32(w[2]) +
			int32(a3[j])*int32(w[3]) + int32(a4[j])*int32(w[4])
		near[j] = clampActivation((sum + half) >> l.nearShift)
	}
	return &near
}

// times multiplies an activation with the weights to laneCount sums, and shifts them.
func times(m *[netWidth]lanes, a *activation, shift uint) (found [laneCount]int32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 uint64
	for j, x := range a {
		w, v := &m[j], uint64(int64(x))
		s0 += v * w[0]
		s1 += v * w[1]
		s2 += v * w[2]
		s3 += v * w[3]
		s4 += v * w[4]
		s5 += v * w[5]
		s6 += v * w[6]
		s7 += v * w[7]
	}
	for k, s := range [laneWords]uint64{s0, s1, s2, s3, s4, s5, s6, s7} {
		low, high := unpack(s)
		found[2*k], found[2*k+1] = int32(rounded(int64(low), shift)), int32(rounded(int64(high), shift))
	}
	return found
}

// of returns the outputs for a block.
func (d *dense) of(a *activation) (out [outCount]int32) {
	for c := range d.w {
		for k, found := range times(&d.w[c], a, d.to.shift) {
			j := c*laneCount + k
			out[j] = found + d.to.bias[j]
		}
	}
	return out
}
