package layout

// table files rules by the key their rightmost element must have. It is a hash
// table with open addressing: its length is 0 or a power of two, and at least
// half of it is empty.
type table []bucket

// bucket holds the last link of the rules with a key.
type bucket struct {
	key   uint32
	all   int32
	armed int32 // of those that can hide; 0 if there is none
}

// chained is one rule in a chain of rules with the same key.
type chained struct {
	rule, next int32
}

// reset returns the table empty, with room for n keys.
func (t table) reset(n int) table {
	size := 0
	if n > 0 {
		for size = 16; size < 2*n; size *= 2 {
		}
	}
	if size > cap(t) {
		return make(table, size)
	}
	t = t[:size]
	clear(t)
	return t
}

// slot returns where to look for a key first.
func (t table) slot(key uint32) int { return int(key*2654435769>>4) & (len(t) - 1) }

// find returns the index of the bucket of a key, -1 if there is none.
func (t table) find(key uint32) int {
	for i := t.slot(key); t[i].all != 0; i = (i + 1) & (len(t) - 1) {
		if t[i].key == key {
			return i
		}
	}
	return -1
}

// grown returns a table of twice the length with the same keys.
func (t table) grown() table {
	twice := make(table, 2*len(t))
	for i := range t {
		if t[i].all != 0 {
			*twice.put(t[i].key) = t[i]
		}
	}
	return twice
}

// put returns the bucket of a key, a new one if there is none.
func (t table) put(key uint32) *bucket {
	i := t.slot(key)
	for t[i].all != 0 && t[i].key != key {
		i = (i + 1) & (len(t) - 1)
	}
	t[i].key = key
	return &t[i]
}
