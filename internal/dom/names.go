package dom

import "math/bits"

// nameKey is a name of at most 16 bytes as a value that can be compared: its
// first eight bytes in lower case, its last eight if it is longer than that,
// and its size.
type nameKey struct {
	head, tail uint64
	size       int
}

// caseBits has, in each byte, the bit that lower case letters, digits and
// hyphens have and upper case letters have not.
const caseBits = ones * 0x20

// keyOf returns the key of the name b[start:end]. For a name of more than 16
// bytes, which no known name has, it identifies nothing but can be hashed.
func keyOf(b []byte, start, end int) nameKey {
	size := end - start
	if size <= 8 {
		return shortKey(keepBytes(load8(b, start), size), size)
	}
	return nameKey{lowerASCII(load8(b, start)), lowerASCII(load8(b, end-8)), size}
}

// shortKey returns the key of a name of at most eight bytes, given as a word
// whose other bytes are zero.
func shortKey(word uint64, size int) nameKey {
	if word&caseBits != keepBytes(caseBits, size) {
		word = lowerASCII(word)
	}
	return nameKey{head: word, size: size}
}

// hash mixes the key; its high bits are the best.
func (k nameKey) hash() uint64 {
	const mul = 0x9E3779B97F4A7C15
	return (k.head ^ bits.RotateLeft64(k.tail, 29) ^ uint64(k.size)<<56) * mul
}

// nameTable finds the number of a known name: a hash table with open addressing
// that is at most a quarter full.
type nameTable [1024]nameSlot

type nameSlot struct {
	head, tail uint64
	size       uint16 // 0 in a free slot
	id         uint16
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
		t[i] = nameSlot{k.head, k.tail, uint16(k.size), uint16(id)}
	}
	return &t
}

// find returns the number of the name with the given key and hash, 0 if it is
// not in the table.
func (t *nameTable) find(k nameKey, hash uint64) uint16 {
	for i := hash >> nameTableShift; ; i++ {
		s := &t[i%uint64(len(t))]
		if s.head == k.head && s.tail == k.tail && int(s.size) == k.size {
			return s.id
		}
		if s.size == 0 {
			return 0
		}
	}
}

var (
	tagTable = newNameTable(tagNames[:])
	keyTable = newNameTable(keyNames[:])
)

// TagOf returns the tag of an element name in any case, 0 if it is not known.
func TagOf(name string) Tag { return Tag(tagTable.findString(name)) }

// KeyOf returns the key of an attribute name in any case, 0 if it is not known.
func KeyOf(name string) Key { return Key(keyTable.findString(name)) }

func (t *nameTable) findString(name string) uint16 {
	k := keyOf([]byte(name), 0, len(name))
	return t.find(k, k.hash())
}
