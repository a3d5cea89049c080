package charset

// mode is the state of a decoder of ISO-2022-JP, the one encoding in which what
// bytes mean depends on escape sequences before them.
type mode uint8

// The modes, and a flag that is set from an escape sequence to the next byte: a
// second escape sequence right after it is malformed.
const (
	modeASCII    mode = iota
	modeRoman         // ASCII with a yen sign and an overline
	modeKatakana      // half-width katakana, one byte each
	modeJIS           // JIS X 0208, two bytes a character
	modeEscaped  mode = 1 << 7
)

const escape = 0x1B

// step reads a character, or an escape sequence, which is none.
func (m *mode) step(b []byte) (rune, int) {
	c := b[0]
	if c == escape {
		return m.escape(b)
	}
	*m &^= modeEscaped
	switch *m {
	case modeASCII, modeRoman:
		switch {
		case c >= 0x80 || c == 0x0E || c == 0x0F:
			return malformed, 1
		case *m == modeRoman && c == '\\':
			return '¥', 1
		case *m == modeRoman && c == '~':
			return '‾', 1
		}
		return rune(c), 1
	case modeKatakana:
		if c < 0x21 || c > 0x5F {
			return malformed, 1
		}
		return 0xFF61 + rune(c-0x21), 1
	}
	if c < 0x21 || c > 0x7E || len(b) < 2 || b[1] == escape {
		return malformed, 1
	}
	if b[1] < 0x21 || b[1] > 0x7E {
		return malformed, 2
	}
	r := entry(atJIS0208, int(c-0x21)*94+int(b[1]-0x21))
	if r == 0 {
		return malformed, 2
	}
	return r, 2
}

// escape reads an escape sequence. A malformed one is replaced in its first byte;
// the others stand for themselves.
func (m *mode) escape(b []byte) (rune, int) {
	if len(b) >= 3 {
		next := modeEscaped
		switch string(b[1:3]) {
		case "(B":
			next |= modeASCII
		case "(J":
			next |= modeRoman
		case "(I":
			next |= modeKatakana
		case "$@", "$B":
			next |= modeJIS
		default:
			*m &^= modeEscaped
			return malformed, 1
		}
		if *m&modeEscaped != 0 {
			*m = next
			return malformed, 3
		}
		*m = next
		return nothing, 3
	}
	*m &^= modeEscaped
	return malformed, 1
}
