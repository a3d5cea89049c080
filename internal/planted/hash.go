package planted

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Tokens are compared by a hash of their bytes in lower case. One of less than
// 16 bytes is read as two machine words.

// window is how many bytes are read at once.
const window = 16

// hashWords returns the hash of a token from its bytes.
func hashWords(head, tail uint64) uint64 {
	h := (head ^ bits.RotateLeft64(tail, 29)) * 0x9E3779B97F4A7C15
	return (h ^ h>>32) * 0xD6E8FEB86659FD93
}

// hashASCII returns the hash of a token of ASCII letters and digits, less than
// window bytes long, that begins the given two words.
func hashASCII(head, tail uint64, size int) uint64 {
	if size <= 8 {
		return hashWords(lowerBytes(head, size), 0)
	}
	return hashWords(lowerBytes(head, 8), lowerBytes(tail, size-8))
}

// lowerBytes returns the lowest n bytes of w, which are ASCII letters and digits,
// in lower case.
func lowerBytes(w uint64, n int) uint64 {
	return (w | 0x2020202020202020) & (1<<(uint(n)*8) - 1)
}

// alnumCount returns how many of the eight bytes of w, from its lowest on, are
// ASCII letters or digits.
func alnumCount(w uint64) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	low := w &^ highs
	digits := (low + ones*(0x80-'0')) &^ (low + ones*(0x7f-'9'))
	low |= ones * 0x20
	letters := (low + ones*(0x80-'a')) &^ (low + ones*(0x7f-'z'))
	return bits.TrailingZeros64(^((letters|digits)&^w)&highs) >> 3
}

// asciiWord returns the first window bytes of text, those behind the eighth only
// if they count, and how many of them are ASCII letters and digits in a row.
func asciiWord(text []byte) (head, tail uint64, size int) {
	head = binary.LittleEndian.Uint64(text)
	if size = alnumCount(head); size == 8 {
		tail = binary.LittleEndian.Uint64(text[8:])
		size += alnumCount(tail)
	}
	return head, tail, size
}

// hasher makes the hash of any token, letter by letter.
type hasher struct {
	head, tail uint64
	bytes      uint
	long       uint64 // of a token that is longer than a window
}

// add appends a letter in lower case.
func (h *hasher) add(r rune) {
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		switch {
		case h.bytes < 8:
			h.head |= uint64(c) << (8 * h.bytes)
		case h.bytes < window:
			h.tail |= uint64(c) << (8 * (h.bytes - 8))
		default:
			h.long = (h.long ^ uint64(c)) * 0x9E3779B97F4A7C15
		}
		h.bytes++
	}
}

func (h *hasher) sum() uint64 {
	if h.bytes <= window {
		return hashWords(h.head, h.tail)
	}
	return hashWords(h.head^h.long, h.tail)
}
