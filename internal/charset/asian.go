package charset

import "sort"

// The functions of this file read one character of an encoding of several bytes
// a character, as the Encoding Standard says. They share a rule: when two bytes
// are no character, both are replaced, but for an ASCII byte, which stands for
// itself. Otherwise a broken lead byte could swallow the "<" of a tag.

// noCharacter is what a lead byte and the byte after it are when they are none.
func noCharacter(trail byte) (rune, int) {
	if trail < 0x80 {
		return malformed, 1
	}
	return malformed, 2
}

// character returns r, or what no character is if r is 0.
func character(r rune, trail byte) (rune, int) {
	if r == 0 {
		return noCharacter(trail)
	}
	return r, 2
}

// stepGB18030 reads a character of GB18030, and of GBK, which the standard reads
// in the same way.
func stepGB18030(b []byte) (rune, int) {
	lead := b[0]
	if lead == 0x80 {
		return '€', 1
	}
	if lead == 0xFF || len(b) < 2 {
		return malformed, 1
	}
	trail := b[1]
	switch {
	case 0x30 <= trail && trail <= 0x39:
		return stepGB18030Four(b)
	case 0x40 <= trail && trail <= 0x7E:
		return character(entry(atGB18030, int(lead-0x81)*190+int(trail-0x40)), trail)
	case 0x80 <= trail && trail <= 0xFE:
		return character(entry(atGB18030, int(lead-0x81)*190+int(trail-0x41)), trail)
	}
	return noCharacter(trail)
}

// stepGB18030Four reads a character of four bytes, of which the first two are
// known to begin one.
func stepGB18030Four(b []byte) (rune, int) {
	if len(b) >= 3 && (b[2] < 0x81 || b[2] == 0xFF) {
		return malformed, 1
	}
	if len(b) < 4 {
		return malformed, len(b)
	}
	if b[3] < 0x30 || b[3] > 0x39 {
		return malformed, 1
	}
	pointer := ((int(b[0]-0x81)*10+int(b[1]-0x30))*126+int(b[2]-0x81))*10 + int(b[3]-0x30)
	switch {
	case pointer == 7457:
		return 0xE7C7, 4
	case pointer < 39420:
		i := sort.Search(gbRanges, func(i int) bool {
			first, _ := gbRange(i)
			return first > pointer
		})
		first, r := gbRange(i - 1)
		return r + rune(pointer-first), 4
	case 189000 <= pointer && pointer <= 1237575:
		return 0x10000 + rune(pointer-189000), 4
	}
	return malformed, 4
}

// pairShift is how far the first of two characters that one step made is shifted
// above the second.
const pairShift = 16

// stepBig5 reads a character of Big5. Four of them are two characters of Unicode.
func stepBig5(b []byte) (rune, int) {
	lead := b[0]
	if lead == 0x80 || lead == 0xFF || len(b) < 2 {
		return malformed, 1
	}
	trail := b[1]
	pointer := int(lead-0x81) * 157
	switch {
	case 0x40 <= trail && trail <= 0x7E:
		pointer += int(trail - 0x40)
	case 0xA1 <= trail && trail <= 0xFE:
		pointer += int(trail - 0x62)
	default:
		return noCharacter(trail)
	}
	switch pointer {
	case 1133:
		return 0xCA<<pairShift | 0x304, 2
	case 1135:
		return 0xCA<<pairShift | 0x30C, 2
	case 1164:
		return 0xEA<<pairShift | 0x304, 2
	case 1166:
		return 0xEA<<pairShift | 0x30C, 2
	}
	return character(big5Entry(pointer), trail)
}

// stepEUCKR reads a character of EUC-KR.
func stepEUCKR(b []byte) (rune, int) {
	lead := b[0]
	if lead == 0x80 || lead == 0xFF || len(b) < 2 {
		return malformed, 1
	}
	trail := b[1]
	if trail < 0x41 || trail == 0xFF || lead > 0xFD {
		return noCharacter(trail)
	}
	return character(entry(atEUCKR, int(lead-0x81)*190+int(trail-0x41)), trail)
}

// stepEUCJP reads a character of EUC-JP.
func stepEUCJP(b []byte) (rune, int) {
	lead := b[0]
	if lead != 0x8E && lead != 0x8F && (lead < 0xA1 || lead == 0xFF) || len(b) < 2 {
		return malformed, 1
	}
	trail := b[1]
	if trail < 0xA1 || trail == 0xFF {
		return noCharacter(trail)
	}
	switch {
	case lead == 0x8E && trail <= 0xDF:
		return halfKatakana(trail), 2
	case lead == 0x8E:
		return malformed, 2
	case lead != 0x8F:
		return character(entry(atJIS0208, int(lead-0xA1)*94+int(trail-0xA1)), trail)
	case len(b) < 3:
		return malformed, 2
	}
	third := b[2]
	if third >= 0xA1 && third != 0xFF {
		r, _ := character(entry(atJIS0212, int(trail-0xA1)*94+int(third-0xA1)), third)
		return r, 3
	}
	_, n := noCharacter(third)
	return malformed, n + 1
}

// halfKatakana returns the half-width katakana of a byte of Shift_JIS or EUC-JP.
func halfKatakana(b byte) rune { return 0xFF61 + rune(b-0xA1) }

// stepShiftJIS reads a character of Shift_JIS.
func stepShiftJIS(b []byte) (rune, int) {
	lead := b[0]
	switch {
	case lead == 0x80:
		return 0x80, 1
	case 0xA1 <= lead && lead <= 0xDF:
		return halfKatakana(lead), 1
	case lead == 0xA0 || lead > 0xFC || len(b) < 2:
		return malformed, 1
	}
	trail := b[1]
	row := int(lead - 0x81)
	if lead >= 0xE0 {
		row = int(lead - 0xC1)
	}
	pointer := row * 188
	switch {
	case 0x40 <= trail && trail <= 0x7E:
		pointer += int(trail - 0x40)
	case 0x80 <= trail && trail <= 0xFC:
		pointer += int(trail - 0x41)
	default:
		return noCharacter(trail)
	}
	if 8836 <= pointer && pointer <= 10715 { // characters that users defined
		return 0xE000 + rune(pointer-8836), 2
	}
	return character(entry(atJIS0208, pointer), trail)
}
