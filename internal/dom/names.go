package dom

import "math/bits"

// nameKey is a name of at most 16 bytes as a value that can be compared: its
// first eight bytes in lower case, its last eight if it is longer than that,
// and its size.
type nameKey struct {
	head, tail uint64
	size       int
}

// keyOf returns the key of the name b[start:end]. For a name of more than 16
// bytes, which no known name has, it identifies nothing but can be mixed.
func keyOf(b []byte, start, end int) nameKey {
	k := nameKey{size: end - start}
	k.head = keepBytes(load8(b, start), k.size)
	if k.size > 8 {
		k.tail = load8(b, end-8)
	}
	return k.toLower()
}

// keyOfWords returns the key of a name of at most 16 bytes that begins the given
// two words, as it stands there.
func keyOfWords(first, second uint64, size int) nameKey {
	k := nameKey{head: keepBytes(first, size), size: size}
	beyond := uint(size-8) * 8
	if size > 8 {
		k.tail = first>>beyond | second<<(64-beyond)
	}
	return k
}

// isLower reports whether every byte of the name has the bit that lower case
// letters, digits and hyphens have and upper case letters have not. It is so for
// nearly all names.
func (k nameKey) isLower() bool {
	const bit = ones * 0x20
	tail := ^k.tail & bit
	if k.size <= 8 {
		tail = 0
	}
	return ^k.head&keepBytes(bit, k.size)|tail == 0
}

func (k nameKey) toLower() nameKey {
	return nameKey{lowerASCII(k.head), lowerASCII(k.tail), k.size}
}

// mix makes one word of the key, still to be multiplied to be a hash.
func (k nameKey) mix() uint64 {
	return k.head ^ bits.RotateLeft64(k.tail, 29) ^ uint64(k.size)<<56
}

// nameTable finds the number of a known name. It is a perfect hash: mul is such
// that no two names have the same index, so that a look-up needs no branch. The
// indices stand apart from the names to take little of the cache.
type nameTable struct {
	mul   uint64
	index [1 << nameTableBits]uint8 // by hash: the number, 0 if there is no name
	names [256]struct {
		head, tail uint64
		size       int
	}
}

const nameTableBits = 11

func newNameTable(names []string, mul uint64) *nameTable {
	t := &nameTable{mul: mul}
	for id, name := range names {
		if name == "" {
			continue
		}
		k := keyOf([]byte(name), 0, len(name))
		t.index[k.mix()*mul>>(64-nameTableBits)] = uint8(id)
		s := &t.names[id]
		s.head, s.tail, s.size = k.head, k.tail, k.size
	}
	return t
}

// find returns the number of a name, 0 if it is not in the table, and a hash of
// the name whose high bits are the best.
func (t *nameTable) find(k nameKey) (id uint8, hash uint64) {
	hash = k.mix() * t.mul
	id = t.index[hash>>(64-nameTableBits)]
	s := &t.names[id]
	if (s.head^k.head)|(s.tail^k.tail)|uint64(s.size^k.size) != 0 {
		id = 0
	}
	return id, hash
}

// The multipliers are found, and the tables checked, by TestNameTables.
var (
	tagTable = newNameTable(tagNames[:], 0xdc2874f1afa3f557)
	keyTable = newNameTable(keyNames[:], 0x377b2fd56a5b15b5)
)

// TagOf returns the tag of an element name in any case, 0 if it is not known.
func TagOf(name string) Tag {
	id, _ := tagTable.find(keyOf([]byte(name), 0, len(name)))
	return Tag(id)
}

// KeyOf returns the key of an attribute name in any case, 0 if it is not known.
func KeyOf(name string) Key {
	id, _ := keyTable.find(keyOf([]byte(name), 0, len(name)))
	return Key(id)
}
