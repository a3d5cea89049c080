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
	tree, flat forests // for pages with markup, and for flattened text
	// quality tells from the facts of a page how sure its extraction is.
	quality forest
}

// forests label the blocks of a page: text tells main text from the rest, groups
// the groups of roles apart, main text among them, and roles the roles of each
// group.
type forests struct {
	text   forest
	groups forest // a class for each group
	roles  [GroupCount]forest
}

// modelMagic begins a model file. Its number is raised when the format changes.
const modelMagic = "winnow-model-2\n"

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
// hash of the features, the tables of the linear models, and the forests. All numbers are little-endian.
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
	whole := r.forests(&m.tree) && r.forests(&m.flat)
	m.quality = r.forest()
	switch {
	case r.failed || len(r.rest) > 0:
		return nil, errors.New("the model file is damaged")
	case !whole || len(m.quality.base) != 1:
		return nil, errors.New("the model file lacks classes")
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

// forests reads the forests for one kind of page, and reports whether they have
// the classes that they must have.
func (r *modelReader) forests(f *forests) bool {
	f.text, f.groups = r.forest(), r.forest()
	whole := len(f.text.base) == 1 && len(f.groups.base) == int(GroupCount)
	for g := range f.roles {
		f.roles[g] = r.forest()
		whole = whole && len(f.roles[g].base) == len(groupRoles[g])
	}
	return whole
}

func (r *modelReader) forest() (f forest) {
	classes := int(r.uint32())
	for c := 0; c < classes && !r.failed; c++ {
		f.base = append(f.base, int32(r.uint32()))
		var trees []tree
		for n := int(r.uint32()); n > 0 && !r.failed; n-- {
			trees = append(trees, r.tree())
		}
		f.trees = append(f.trees, trees)
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
