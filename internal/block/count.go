package block

import (
	"encoding/binary"
	"unicode/utf8"
)

// ASCII characters are counted without a branch for each: what one adds to the
// statistics is a number with a lane of bits for each count.
const (
	laneBits  = 10
	laneMask  = 1<<laneBits - 1
	charLane  = 0
	wordLane  = 1 * laneBits
	digitLane = 2 * laneBits
	upperLane = 3 * laneBits
	commaLane = 4 * laneBits
	stopLane  = 5 * laneBits // marks that end sentences

	lanes   = 1<<(6*laneBits) - 1
	letter  = 1 << (6 * laneBits) // a letter or digit
	gap     = letter << 1         // a space
	special = letter << 2         // anything that needs a look
	// maxLane is how many characters a lane has room for.
	maxLane = laneMask
)

// asciiCounts is what each byte adds.
var asciiCounts = func() (t [256]uint64) {
	for c := range t {
		t[c] = special
	}
	for c := '!'; c <= '~'; c++ {
		t[c] = 1 << charLane
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c] = letter | 1<<charLane
		t[c-'a'+'A'] = letter | 1<<charLane | 1<<upperLane
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = letter | 1<<charLane | 1<<digitLane
	}
	for _, c := range ".?!" {
		t[c] |= 1 << stopLane
	}
	for _, c := range ",;" {
		t[c] |= 1 << commaLane
	}
	t[' '] = gap
	return t
}()

// count adds the characters of a text to the block's statistics. If fold is set
// it stops at white space that is not a single space between two characters, or
// stands at the end. It returns how many bytes it counted.
func (b *Builder) count(text []byte, fold bool) int {
	chars := b.cur.Chars
	i := 0
	for i < len(text) {
		i = b.countASCII(text, i)
		if i == len(text) {
			break
		}
		c := text[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRune(text[i:])
			i += n
			b.countRune(r)
			continue
		}
		if isSpace(c) {
			if fold {
				break
			}
			b.inWord = false
		}
		i++
	}
	if fold && i > 0 && text[i-1] == ' ' {
		i--
	}
	chars = b.cur.Chars - chars
	if b.ctx.control {
		b.cur.ControlChars += chars
	}
	for k := range b.open {
		if b.open[k].isLink {
			b.cur.LinkChars += chars
			break
		}
	}
	return i
}

// countASCII counts from i on, and returns where a character stands that needs a
// look: one that is not ASCII, a control character, or white space that is not a
// single space.
func (b *Builder) countASCII(text []byte, i int) int {
	before := uint64(0)
	if b.inWord {
		before = letter
	}
	for {
		end := min(len(text), i+maxLane)
		sum := uint64(0)
		for i < end {
			c := asciiCounts[text[i]]
			if c&(special|before&gap) != 0 {
				break
			}
			// A letter that none stands before begins a word.
			sum += c&lanes + (c&^before&letter)>>(6*laneBits-wordLane)
			before = c
			i++
		}
		s := &b.cur.Stats
		s.Chars += int32(sum >> charLane & laneMask)
		s.Words += int32(sum >> wordLane & laneMask)
		s.Digits += int32(sum >> digitLane & laneMask)
		s.Upper += int32(sum >> upperLane & laneMask)
		s.Commas += int32(sum >> commaLane & laneMask)
		s.Sentences += int32(sum >> stopLane & laneMask)
		b.inWord = before&letter != 0
		if i < end || i == len(text) {
			return i
		}
	}
}

// blankLength returns the length of the white space that text begins with.
func blankLength(text []byte) int {
	const ones = 0x0101010101010101
	k := 0
	for k < len(text) && isSpace(text[k]) {
		k++
		for k+8 <= len(text) {
			if w := binary.LittleEndian.Uint64(text[k:]); w != ones*' ' && w != ones*'\t' {
				break
			}
			k += 8
		}
	}
	return k
}
