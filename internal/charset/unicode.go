package charset

import (
	"unicode/utf16"
	"unicode/utf8"
)

// stepUTF8 reads a character of UTF-8. Of malformed bytes it takes as many as
// could have begun a character, which is what the standard replaces by one
// U+FFFD; unicode/utf8 always takes one.
func stepUTF8(b []byte) (rune, int) {
	r, n := utf8.DecodeRune(b)
	if r != utf8.RuneError || n != 1 {
		return r, n
	}
	// The second byte has a range of its own after these first ones: no overlong
	// forms, no surrogates, nothing beyond the last character.
	low, high := byte(0x80), byte(0xBF)
	more := 0
	switch c := b[0]; {
	case 0xC2 <= c && c <= 0xDF:
		more = 1
	case 0xE0 <= c && c <= 0xEF:
		more = 2
		if c == 0xE0 {
			low = 0xA0
		} else if c == 0xED {
			high = 0x9F
		}
	case 0xF0 <= c && c <= 0xF4:
		more = 3
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F
		}
	}
	n = 1
	for n <= more && n < len(b) && low <= b[n] && b[n] <= high {
		low, high = 0x80, 0xBF
		n++
	}
	return malformed, n
}

// stepUTF16 reads a character of UTF-16. Of the two bytes of a unit, number high
// is the upper one.
func stepUTF16(b []byte, high int) (rune, int) {
	if len(b) < 2 {
		return malformed, len(b)
	}
	r := rune(b[high])<<8 | rune(b[1-high])
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if r >= 0xDC00 {
		return malformed, 2
	}
	if len(b) < 4 {
		return malformed, len(b) // the standard makes one of all that is left
	}
	pair := utf16.DecodeRune(r, rune(b[2+high])<<8|rune(b[3-high]))
	if pair == utf8.RuneError {
		return malformed, 2
	}
	return pair, 4
}
