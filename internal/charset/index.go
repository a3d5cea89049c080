package charset

import _ "embed" // for index.bin

// index holds the indexes of the standard, made by the command in gen. An entry
// is a code point of two bytes, low byte first, and 0 where there is none.
//
//go:embed index.bin
var index string

// Where the indexes begin. Those of the encodings of one byte a character come
// first, 128 entries each.
const (
	atGB18030 = int(xUserDefined) * 256
	atRanges  = atGB18030 + 2*126*190
	atJIS0208 = atRanges + 4*gbRanges
	atJIS0212 = atJIS0208 + 2*120*94
	atEUCKR   = atJIS0212 + 2*94*94
	atBig5    = atEUCKR + 2*125*190 // entries of three bytes
)

// gbRanges is the number of ranges of four-byte characters of GB18030: pairs of
// the first pointer and its code point.
const gbRanges = 206

// entry returns entry i of the index that begins at a byte.
func entry(at, i int) rune {
	return rune(index[at+2*i]) | rune(index[at+2*i+1])<<8
}

// singleByte returns the character that a byte above ASCII stands for in an
// encoding of one byte a character, 0 if none.
func singleByte(e encoding, b byte) rune { return entry(int(e)*256, int(b-0x80)) }

// big5Entry returns an entry of the index of Big5, which goes beyond 16 bits.
func big5Entry(i int) rune {
	at := atBig5 + 3*i
	return rune(index[at]) | rune(index[at+1])<<8 | rune(index[at+2])<<16
}

// gbRange returns the pointer and the code point at which range i begins.
func gbRange(i int) (pointer int, r rune) {
	return int(entry(atRanges, 2*i)), entry(atRanges, 2*i+1)
}
