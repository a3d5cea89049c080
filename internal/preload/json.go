package preload

import "bytes"

// maxDepth is how deep JSON may nest.
const maxDepth = 64

// kind is the kind of a JSON value.
type kind uint8

const (
	literal kind = iota // number, true, false, null
	str
	array
	object
)

// value is one value of a JSON text. Values are numbered in document order: the
// descendants of value i are i+1 up to, not including, its after.
type value struct {
	keyStart, keyEnd int32 // the raw name of an object's member; empty in an array
	start, end       int32 // of a string, what stands between its quotes
	after            int32
	kind             kind
}

// reader reads JSON values. It is strict about structure, so that JavaScript
// that only begins like JSON is soon given up; strings may hold raw line ends.
type reader struct {
	src    []byte
	pos    int
	values []value
	budget int // how many more values may be read
	deep   bool
}

// read reads one value at pos and reports whether there is one. pos is then
// behind it, or where it is no JSON.
func (r *reader) read(src []byte, pos int) bool {
	r.src, r.pos, r.values, r.deep = src, pos, r.values[:0], false
	return r.value(0, 0, 0)
}

func (r *reader) space() {
	for r.pos < len(r.src) {
		switch r.src[r.pos] {
		case ' ', '\t', '\n', '\r':
			r.pos++
		default:
			return
		}
	}
}

func (r *reader) value(keyStart, keyEnd int32, depth int) bool {
	r.space()
	if r.budget == 0 || r.pos >= len(r.src) {
		return false
	}
	if depth == maxDepth {
		r.deep = true
		return false
	}
	r.budget--
	i := len(r.values)
	r.values = append(r.values, value{keyStart: keyStart, keyEnd: keyEnd, start: int32(r.pos)})
	ok := true
	switch c := r.src[r.pos]; c {
	case '"':
		r.pos++
		r.values[i].kind, r.values[i].start = str, int32(r.pos)
		end := stringEnd(r.src, r.pos, '"')
		if end < 0 {
			return false
		}
		r.values[i].end = int32(end)
		r.values[i].after = int32(i + 1)
		r.pos = end + 1
		return true
	case '{', '[':
		r.values[i].kind = array
		if c == '{' {
			r.values[i].kind = object
		}
		r.pos++
		ok = r.members(c+2, depth)
	default:
		ok = r.literal()
	}
	r.values[i].end = int32(r.pos)
	r.values[i].after = int32(len(r.values))
	return ok
}

// members reads what stands in a container up to its closing bracket.
func (r *reader) members(closing byte, depth int) bool {
	for first := true; ; first = false {
		r.space()
		if r.pos >= len(r.src) {
			return false
		}
		if r.src[r.pos] == closing {
			r.pos++
			return true
		}
		if !first {
			if r.src[r.pos] != ',' {
				return false
			}
			r.pos++
			r.space()
		}
		var keyStart, keyEnd int32
		if closing == '}' {
			if r.pos >= len(r.src) || r.src[r.pos] != '"' {
				return false
			}
			end := stringEnd(r.src, r.pos+1, '"')
			if end < 0 {
				return false
			}
			keyStart, keyEnd = int32(r.pos+1), int32(end)
			r.pos = end + 1
			r.space()
			if r.pos >= len(r.src) || r.src[r.pos] != ':' {
				return false
			}
			r.pos++
		}
		if !r.value(keyStart, keyEnd, depth+1) {
			return false
		}
	}
}

// literal reads a number or a word. "undefined" is not JSON, but common where a
// program wrote it.
func (r *reader) literal() bool {
	start := r.pos
	for r.pos < len(r.src) {
		c := r.src[r.pos]
		if c|0x20 < 'a' || c|0x20 > 'z' {
			if (c < '0' || c > '9') && c != '-' && c != '+' && c != '.' {
				break
			}
		}
		r.pos++
	}
	word := r.src[start:r.pos]
	if len(word) == 0 {
		return false
	}
	switch string(word) {
	case "null", "true", "false", "undefined", "NaN":
		return true
	}
	return word[0] == '-' || '0' <= word[0] && word[0] <= '9'
}

// stringEnd returns the offset of the quote that ends the string begun at start,
// or -1.
func stringEnd(src []byte, start int, quote byte) int {
	for at := start; ; {
		k := bytes.IndexByte(src[at:], quote)
		if k < 0 {
			return -1
		}
		k += at
		n := 0
		for k-n > start && src[k-n-1] == '\\' {
			n++
		}
		if n%2 == 0 {
			return k
		}
		at = k + 1
	}
}

func (r *reader) raw(i int) []byte { return r.src[r.values[i].start:r.values[i].end] }

func (r *reader) key(i int) []byte { return r.src[r.values[i].keyStart:r.values[i].keyEnd] }

// member returns the first member of object i that has one of the names, or 0.
func (r *reader) member(i int, names ...string) int {
	if r.values[i].kind != object {
		return 0
	}
	for k := i + 1; k < int(r.values[i].after); k = int(r.values[k].after) {
		for _, name := range names {
			if string(r.key(k)) == name {
				return k
			}
		}
	}
	return 0
}
