package dom

import "math/bits"

// nameKey is a name of at most 16 bytes as a value that can be compared: its
// first eight bytes in lower case, its last eight if it is longer than that,
// and its size.
type nameKey struct {
	head, tail uint64
	size       int
}

// maxInterned is the size of the longest name that can be interned.
const maxInterned = 16

// keyOf returns the key of the name b[start:end]. For a name longer than
// maxInterned it identifies nothing, but is still a hash of it.
func keyOf(b []byte, start, end int) nameKey {
	k := nameKey{head: keepBytes(load8(b, start), end-start), size: end - start}
	if k.size > 8 {
		k.tail = load8(b, end-8)
	}
	if mayHaveUpper(k) {
		k.head, k.tail = lowerASCII(k.head), lowerASCII(k.tail)
	}
	return k
}

// mayHaveUpper reports whether a byte of the name lacks the bit that lower case
// letters, digits and hyphens have. It is false for nearly all names.
func mayHaveUpper(k nameKey) bool {
	const bit = ones * 0x20
	if k.size > 8 {
		return k.head&k.tail&bit != bit
	}
	return k.head&bit != keepBytes(bit, k.size)
}

// hash mixes the key; its high bits are the best.
func (k nameKey) hash() uint64 {
	const mul = 0x9E3779B97F4A7C15
	return (k.head ^ bits.RotateLeft64(k.tail, 29) ^ uint64(k.size)<<56) * mul
}

// nameTable finds the number of a known name: a hash table with open addressing
// that is at most a quarter full.
type nameTable [1024]struct {
	nameKey
	id uint16
}

const nameTableShift = 64 - 10

func newNameTable(names []string) *nameTable {
	var t nameTable
	for id, name := range names {
		if name == "" {
			continue
		}
		k := keyOf([]byte(name), 0, len(name))
		i := k.hash() >> nameTableShift
		for t[i].size != 0 {
			i = (i + 1) % uint64(len(t))
		}
		t[i].nameKey, t[i].id = k, uint16(id)
	}
	return &t
}

// find returns the number of a name, 0 if it is not in the table.
func (t *nameTable) find(k nameKey) uint16 {
	if k.size > maxInterned {
		return 0
	}
	for i := k.hash() >> nameTableShift; ; i = (i + 1) % uint64(len(t)) {
		e := &t[i]
		if e.nameKey == k {
			return e.id
		}
		if e.size == 0 {
			return 0
		}
	}
}

var (
	tagTable = newNameTable(tagNames[:])
	keyTable = newNameTable(keyNames[:])
)

// TagOf returns the tag of an element name in any case, 0 if it is not known.
func TagOf(name string) Tag { return Tag(tagTable.find(keyOf([]byte(name), 0, len(name)))) }

// KeyOf returns the key of an attribute name in any case, 0 if it is not known.
func KeyOf(name string) Key { return Key(keyTable.find(keyOf([]byte(name), 0, len(name)))) }
