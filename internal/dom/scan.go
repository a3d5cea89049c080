package dom

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Bytes eight at a time: a word holds the next eight bytes of the input, the
// first in the lowest bits, and a mask has the high bit set in each byte that
// matched. Masks are exact up to and including their lowest match; above it a
// carry may have set bits that mean nothing.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// load8 returns the eight bytes at i, with zeros for those behind the end.
func load8(b []byte, i int) uint64 {
	if i+8 <= len(b) {
		return binary.LittleEndian.Uint64(b[i:])
	}
	return loadTail(b, i)
}

func loadTail(b []byte, i int) uint64 {
	var w uint64
	for k := len(b) - 1; k >= i; k-- {
		w = w<<8 | uint64(b[k])
	}
	return w
}

// nameEnds returns a mask of the bytes of w that may end a name: white space, '/',
// '=' and '>', but also control characters, '<' and '?'.
func nameEnds(w uint64) uint64 {
	slash, compare := w^ones*'/', w^ones*'<'
	return ((w-ones*(' '+1))&^w | (slash-ones)&^slash | (compare-ones*4)&^compare) & highs
}

// firstMatch returns the index, in bytes, of the lowest match.
func firstMatch(mask uint64) int { return bits.TrailingZeros64(mask) >> 3 }

// keepBytes returns w with all but its n lowest bytes cleared; n may be more
// than eight.
func keepBytes(w uint64, n int) uint64 { return w & (1<<(uint(n)*8) - 1) }

// lowerASCII returns w with the upper case ASCII letters among its bytes in
// lower case, and every other byte as it was.
func lowerASCII(w uint64) uint64 {
	const notHigh = highs ^ ^uint64(0)
	low := w & notHigh
	fromA := low + ones*(0x80-'A')
	aboveZ := low + ones*(0x7f-'Z')
	upper := (fromA ^ aboveZ) &^ w & highs
	return w | upper>>2
}

// class says what a byte can mean to the tokenizer.
type class uint8

const (
	space    class = 1 << iota // white space; CR is, for it reads as LF
	alpha                      // ASCII letter
	nameEnd                    // ends a tag name: white space, '/', '>'
	attrEnd                    // ends an attribute name: nameEnd and '='
	bareEnd                    // ends an unquoted value: white space, '>'
	opensTag                   // makes markup of a '<' before it
	alphanum                   // ASCII letter or digit
	hexOnly                    // a to f, in either case
)

var classes = func() (t [256]class) {
	for c := range t {
		switch c := byte(c); {
		case c == ' ', c == '\t', c == '\n', c == '\f', c == '\r':
			t[c] = space | nameEnd | attrEnd | bareEnd
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			t[c] = alpha | opensTag | alphanum
			if c|0x20 <= 'f' {
				t[c] |= hexOnly
			}
		case c >= '0' && c <= '9':
			t[c] = alphanum
		}
	}
	t['/'] = nameEnd | attrEnd | opensTag
	t['>'] = nameEnd | attrEnd | bareEnd
	t['='] = attrEnd
	t['!'] = opensTag
	t['?'] = opensTag
	return t
}()

// indexFrom returns the index of the first c at or behind i, or the length of b.
func indexFrom(b []byte, i int, c byte) int {
	k := bytes.IndexByte(b[i:], c)
	if k < 0 {
		k = len(b) - i
	}
	return i + k
}

// skipSpace returns the index of the first byte at or behind i that is no white
// space, or the length of b.
func skipSpace(b []byte, i int) int {
	for i < len(b) && classes[b[i]]&space != 0 {
		i++
	}
	return i
}

// equalFold reports whether a and b are the same name but for the case of ASCII
// letters.
func equalFold(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i, c := range a {
		if toLower(c) != toLower(b[i]) {
			return false
		}
	}
	return true
}

// hasPrefixFold reports whether b begins with prefix, which is in lower case.
func hasPrefixFold(b []byte, prefix string) bool {
	if len(b) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if toLower(b[i]) != prefix[i] {
			return false
		}
	}
	return true
}

func toLower(c byte) byte {
	if c-'A' <= 'Z'-'A' {
		return c | 0x20
	}
	return c
}
