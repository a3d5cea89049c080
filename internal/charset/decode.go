package charset

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// malformed and nothing are what step functions return besides characters.
const (
	malformed rune = -1 // bytes that are no character: U+FFFD
	nothing   rune = -2 // bytes that make no text
)

// longest is the most bytes of text that one step makes.
const longest = 4

// A cursor is a decoder that stands between two characters of its source. It is
// all that is needed to go on from there.
type cursor struct {
	src      []byte
	encoding encoding
	ascii    bool // the encoding extends ASCII and has no modes
	pos      int  // of the next byte
	mode     mode // of ISO-2022-JP
	last     int  // where the bytes of the last character begin
	replaced int  // malformed sequences so far
}

func newCursor(src []byte, e encoding) cursor {
	return cursor{src: src, encoding: e, ascii: e <= utf8Encoding}
}

// fill appends characters until the text has limit bytes or the source ends. The
// last character may go over the limit.
func (c *cursor) fill(text []byte, limit int) []byte {
	for len(text) < limit && c.pos < len(c.src) {
		if c.ascii && (c.src[c.pos] < utf8.RuneSelf || c.encoding == utf8Encoding) {
			if n := c.same(limit - len(text)); n > 0 {
				text = append(text, c.src[c.pos:c.pos+n]...)
				c.last = c.pos
				c.pos += n
				continue
			}
		}
		r, n := c.step(c.src[c.pos:])
		switch {
		case 0 <= r && r <= utf8.MaxRune:
			text = utf8.AppendRune(text, r)
		case r == malformed:
			c.replaced++
			text = append(text, "\uFFFD"...)
		case r == nothing:
			c.pos += n
			continue
		default: // two characters of one step
			text = utf8.AppendRune(utf8.AppendRune(text, r>>pairShift), r&(1<<pairShift-1))
		}
		c.last = c.pos
		c.pos += n
	}
	return text
}

// same returns how many of the next bytes, most of them at most, are text as they
// stand, in an encoding that extends ASCII. It may miss some that are not ASCII.
func (c *cursor) same(most int) int {
	rest := c.src[c.pos:]
	n := min(most, len(rest))
	if c.encoding == utf8Encoding {
		for n > 0 && n < len(rest) && !utf8.RuneStart(rest[n]) {
			n--
		}
		if utf8.Valid(rest[:n]) {
			return n
		}
	}
	return asciiPrefix(rest[:n])
}

// step reads the character at the start of b, which is not empty and, where the
// encoding extends ASCII, begins with another byte. It returns how many bytes the
// character takes, at least one.
func (c *cursor) step(b []byte) (rune, int) {
	switch c.encoding {
	case utf8Encoding:
		return stepUTF8(b)
	case gbk, gb18030:
		return stepGB18030(b)
	case big5:
		return stepBig5(b)
	case eucJP:
		return stepEUCJP(b)
	case shiftJIS:
		return stepShiftJIS(b)
	case eucKR:
		return stepEUCKR(b)
	case iso2022JP:
		return c.mode.step(b)
	case utf16BE:
		return stepUTF16(b, 0)
	case utf16LE:
		return stepUTF16(b, 1)
	case replacement:
		return malformed, len(b)
	case xUserDefined:
		return 0xF780 + rune(b[0]-0x80), 1
	}
	if r := singleByte(c.encoding, b[0]); r != 0 {
		return r, 1
	}
	return malformed, 1
}

// wideTable is a table of an encoding of one byte a character, made for speed.
type wideTable struct {
	encoding encoding
	made     bool
	bytes    [256]uint32 // UTF-8 in the lower three bytes, its length in the fourth
}

// bad is the bit of an entry that stands for malformed input.
const bad = 1 << 31

// of returns the table for e, nil if e has more than one byte a character. It
// makes the table anew only if it was another one's.
func (w *wideTable) of(e encoding) *[256]uint32 {
	if e >= xUserDefined {
		return nil
	}
	if w.made && w.encoding == e {
		return &w.bytes
	}
	w.encoding, w.made = e, true
	for b := range w.bytes {
		r := rune(b)
		var flag uint32
		if b >= utf8.RuneSelf {
			r = singleByte(e, byte(b))
		}
		if r == 0 && b != 0 {
			r, flag = utf8.RuneError, bad
		}
		var utf [4]byte
		n := utf8.EncodeRune(utf[:], r)
		w.bytes[b] = binary.LittleEndian.Uint32(utf[:]) | uint32(n)<<24 | flag
	}
	return &w.bytes
}

// fillWide is fill by a table, but for cursor.last, which it does not set. The
// capacity of text must be what mostText says.
func (c *cursor) fillWide(text []byte, limit int, wide *[256]uint32) []byte {
	pos, at, out := c.pos, len(text), text[:cap(text)]
	for at < limit && pos < len(c.src) {
		rest := c.src[pos:min(len(c.src), pos+limit-at)]
		if len(rest) >= 8 && binary.LittleEndian.Uint64(rest)&highBits == 0 {
			n := copy(out[at:], rest[:asciiPrefix(rest)])
			at += n
			pos += n
			continue
		}
		for _, b := range rest[:min(len(rest), 8)] {
			v := wide[b]
			binary.LittleEndian.PutUint32(out[at:], v)
			at += int(v >> 24 & 3)
			c.replaced += int(v >> 31)
			pos++
			if at >= limit {
				break
			}
		}
	}
	c.pos = pos
	return out[:at]
}

// mostText returns how many bytes of UTF-8 src can become at most, and room for
// the end of a loop that writes four bytes and keeps less.
func mostText(src []byte, e encoding) int {
	switch {
	case e == replacement:
		return len("\uFFFD")
	case e == utf16BE || e == utf16LE:
		return len(src)/2*3 + 3
	case e == iso2022JP:
		return 3 * len(src)
	}
	// A byte above ASCII adds two bytes at most, as it begins a character of
	// three bytes at most or, of two such bytes in the source, one of four.
	return len(src) + 2*highBytes(src) + 4
}

// highBits are the bits of eight bytes that are 0 in ASCII.
const highBits = 0x8080808080808080

// asciiPrefix returns how many bytes of b are ASCII before the first other one.
func asciiPrefix(b []byte) int {
	n := 0
	for ; len(b)-n >= 32; n += 32 {
		w := b[n : n+32 : n+32]
		if (binary.LittleEndian.Uint64(w)|binary.LittleEndian.Uint64(w[8:])|
			binary.LittleEndian.Uint64(w[16:])|binary.LittleEndian.Uint64(w[24:]))&highBits != 0 {
			break
		}
	}
	for ; len(b)-n >= 8; n += 8 {
		if at := binary.LittleEndian.Uint64(b[n:]) & highBits; at != 0 {
			return n + bits.TrailingZeros64(at)/8
		}
	}
	for n < len(b) && b[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// highBytes counts the bytes of b that are not ASCII.
func highBytes(b []byte) int {
	n := 0
	for ; len(b) >= 8; b = b[8:] {
		n += bits.OnesCount64(binary.LittleEndian.Uint64(b) & highBits)
	}
	for _, c := range b {
		n += int(c >> 7)
	}
	return n
}
