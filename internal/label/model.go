package label

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
)

// Model is what was learned from labelled pages. It is never changed, and may be
// used by any number of labellers at once.
type Model struct {
	linear     Linear
	tree, flat network // for pages with markup, and for flattened text
	// quality tells from the facts of a page how sure its extraction is.
	quality forest
}

// modelMagic begins a model file. Its number is raised when the format changes.
const modelMagic = "winnow-model-3\n"

//go:embed model.bin
var modelFile []byte

// builtIn is the model that comes with the package. It does not fit, and is nil,
// only while the features are being changed and the model is not trained anew.
var builtIn, errBuiltIn = ReadModel(modelFile)

// FeatureHash identifies the features by names and order: a model is good for
// the features it was trained on and no others.
func FeatureHash(names []string) uint32 {
	h := uint32(0x811c9dc5)
	for _, name := range names {
		for _, c := range []byte(name + ",") {
			h = (h ^ uint32(c)) * 0x01000193
		}
	}
	return h
}

// ReadModel reads a model file as the trainer writes it: the magic line, the
// hash of the features, the tables of the linear models, the networks, and the
// forest of the quality. All numbers are little-endian.
func ReadModel(b []byte) (*Model, error) {
	r := modelReader{rest: b}
	if string(r.take(len(modelMagic))) != modelMagic {
		return nil, errors.New("not a model file of this version")
	}
	if h := r.uint32(); h != featureHash {
		return nil, fmt.Errorf("the model was trained on other features: %08x, these are %08x", h, uint32(featureHash))
	}
	m := &Model{}
	m.linear.names = r.table(NameRowCount)
	m.linear.words = r.table(WordRowCount)
	m.linear.types = r.table(TypeRowCount)
	r.network(&m.tree)
	r.network(&m.flat)
	m.quality = r.forest()
	if r.failed || len(r.rest) > 0 {
		return nil, errors.New("the model file is damaged")
	}
	return m, nil
}

// modelReader takes numbers off a model file. At its end it gives zeros and says
// that it failed.
type modelReader struct {
	rest   []byte
	failed bool
}

func (r *modelReader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.failed, r.rest = true, nil
		return make([]byte, min(max(n, 0), 1<<16))
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *modelReader) uint32() uint32 { return binary.LittleEndian.Uint32(r.take(4)) }

func (r *modelReader) table(n int) []weights {
	t := make([]weights, n)
	b := r.take(n * int(GroupCount))
	if r.failed {
		return t
	}
	for i := range t {
		for g := range t[i] {
			t[i][g] = int8(b[i*int(GroupCount)+g])
		}
	}
	return t
}

// network reads a network: shifts, biases and weights of each layer in turn.
func (r *modelReader) network(n *network) {
	n.inShift = r.shift()
	r.int32s(n.inBias[:])
	for k := range FeatureCount {
		var w [netWidth]int16
		r.weights(w[:], inputLimit)
		for j, x := range w {
			n.in[k][j] = int32(x)
		}
	}
	for k := range n.layers {
		l := &n.layers[k]
		l.nearShift = r.shift()
		for j := range l.near {
			r.weights(l.near[j][:], nearLimit)
		}
		r.lanes(l.mix[:], &l.mixTo, netWidth)
		l.pageShift = r.shift()
		for j := range l.page {
			r.weights(l.page[j][:], inputLimit)
		}
		r.weights(l.gate[:], inputLimit)
		l.wide.fill(l)
	}
	r.lanes(n.out.w[:], &n.out.to, 1+len(netRoles))
	n.kindTo.shift = r.shift()
	n.kindTo.bias = make([]int32, len(PageTypes))
	r.int32s(n.kindTo.bias)
	for j := range n.kinds {
		r.weights(n.kinds[j][:], inputLimit)
	}
}

// lanes reads the weights from the activations to a number of sums, with what
// makes them numbers.
func (r *modelReader) lanes(dst [][netWidth]lanes, to *affine, count int) {
	to.shift, to.bias = r.shift(), make([]int32, len(dst)*laneCount)
	r.int32s(to.bias[:count])
	w := make([]int16, len(dst)*laneCount)
	for j := range netWidth {
		r.weights(w[:count], mixLimit)
		for c := range dst {
			for k := range dst[c][j] {
				dst[c][j][k] = pack(int32(w[c*laneCount+2*k]), int32(w[c*laneCount+2*k+1]))
			}
		}
	}
}

func (r *modelReader) int32s(dst []int32) {
	for i := range dst {
		dst[i] = int32(r.uint32())
	}
}

// weights reads weights of at most limit; greater ones could overflow sums.
func (r *modelReader) weights(dst []int16, limit int32) {
	b := r.take(2 * len(dst))
	for i := range dst {
		dst[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
		r.failed = r.failed || abs(int32(dst[i])) > limit
	}
}

func (r *modelReader) shift() uint {
	n := r.uint32()
	r.failed = r.failed || n > shiftLimit
	return uint(n)
}

// forest reads a forest.
func (r *modelReader) forest() (f forest) {
	for n := int(r.uint32()); n > 0 && !r.failed; n-- {
		f = append(f, r.tree())
	}
	return f
}

func (r *modelReader) tree() (t tree) {
	b := r.take(2*treeNodes + 2*treeLeaves)
	for i := range treeNodes {
		t.nodes[i] = node{b[2*i], b[2*i+1]}
	}
	for i := range t.leaves {
		t.leaves[i] = int16(binary.LittleEndian.Uint16(b[2*treeNodes+2*i:]))
	}
	return t
}
