package lang

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// votes is what speaks for which language.
type votes struct {
	score   [maxLanguages]int32
	letters [scriptCount]int32
	seen    uint32 // the scripts with letters: bit i is Script(i)
	words   int    // of the scripts that several languages share
}

// vote gives every language of a ballot its share.
func (v *votes) vote(b ballot) {
	for s := b.set; s != 0; s &= s - 1 {
		v.score[bits.TrailingZeros64(uint64(s))%maxLanguages] += b.each
	}
}

// window is how many bytes are read at once: two machine words.
const window = 16

// count reads the text once.
func (v *votes) count(text []byte) {
	at := 0
	if len(text) >= window {
		at = v.read(text, len(text)-window+1, len(text))
	}
	// The rest goes to where there is room behind it to read a window.
	var rest [2 * window]byte
	n := copy(rest[:], text[at:])
	v.read(rest[:], n, n)
}

// read counts the words of text[:n] that begin before stop, and returns where
// the last of them ends. From every place before stop a window can be read.
func (v *votes) read(text []byte, stop, n int) int {
	i := 0
	for i < stop {
		c := text[i]
		if c >= utf8.RuneSelf {
			i = v.readOther(text[:n], i)
			continue
		}
		if c|0x20 < 'a' || c|0x20 > 'z' {
			i++
			continue
		}
		head := binary.LittleEndian.Uint64(text[i:])
		size := letterCount(head)
		var tail uint64
		if size == 8 {
			tail = binary.LittleEndian.Uint64(text[i+8:])
			size += letterCount(tail)
		}
		end := i + size
		for size >= window && end < n && 'a' <= text[end]|0x20 && text[end]|0x20 <= 'z' {
			end++
		}
		if end < n && text[end] >= utf8.RuneSelf {
			i = v.readOther(text[:n], i)
			continue
		}
		v.asciiWord(text[i:end], head, tail)
		i = end
	}
	return i
}

// asciiWord counts a word of ASCII letters, which head and tail begin with.
func (v *votes) asciiWord(word []byte, head, tail uint64) {
	n := len(word)
	v.letters[Latin] += int32(n)
	v.seen |= 1 << Latin
	v.words++
	if n <= window {
		if n <= 8 {
			head, tail = lowerBytes(head, n), 0
		} else {
			head, tail = lowerBytes(head, 8), lowerBytes(tail, n-8)
		}
		v.vote(known.words.find(packed{head, tail}))
	}
	if n > minEnding && n <= maxLookup {
		two := uint64(word[n-2]|0x20)<<runeBits | uint64(word[n-1]|0x20)
		v.vote(known.endings.find(packed{two | uint64(word[n-3]|0x20)<<(2*runeBits), 0}))
		v.vote(known.endings.find(packed{two, 0}))
	}
}

// letterCount returns how many of the eight bytes of w, from its lowest on, are
// ASCII letters.
func letterCount(w uint64) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	low := (w | ones*0x20) &^ highs
	letters := (low + ones*(0x80-'a')) &^ (low + ones*(0x7f-'z')) &^ w & highs
	return bits.TrailingZeros64(^letters&highs) >> 3
}

// lowerBytes returns the lowest n bytes of w, which are ASCII letters, in lower
// case.
func lowerBytes(w uint64, n int) uint64 {
	return (w | 0x2020202020202020) & (1<<(uint(n)*8) - 1)
}

// word is a word on its way: in lower case, as far as there is room.
type word struct {
	text  [maxWord]byte
	bytes int    // its length; may exceed maxWord
	runes int    // its length
	last  uint64 // its last three letters, as in an ending
}

// runeBits is how many bits of an ending a letter takes.
const runeBits = 21

// readOther counts from i on until the word ends, with any letters.
func (v *votes) readOther(text []byte, i int) int {
	var w word
	for i < len(text) {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		script := ScriptOf(r)
		switch {
		case script != NoScript:
			v.letters[script]++
			v.seen |= 1 << script
			if soleLanguages[script].tag == "" {
				v.letter(&w, lower(r))
				continue
			}
			v.endWord(&w)
		case r < 0x0300 || r > 0x036F: // a combining accent goes with its letter
			v.endWord(&w)
		}
		if r < utf8.RuneSelf {
			return i
		}
	}
	v.endWord(&w)
	return i
}

// letter appends a letter to a word.
func (v *votes) letter(w *word, r rune) {
	if r < utf8.RuneSelf {
		if w.bytes < maxWord {
			w.text[w.bytes] = byte(r)
		}
		w.bytes++
	} else {
		if w.bytes+utf8.UTFMax <= maxWord {
			utf8.EncodeRune(w.text[w.bytes:], r)
		}
		w.bytes += utf8.RuneLen(r)
		v.vote(known.letter(r))
	}
	w.runes++
	w.last = (w.last<<runeBits | uint64(r)) & (1<<(3*runeBits) - 1)
}

// endWord looks a word up and begins another.
func (v *votes) endWord(w *word) {
	if w.runes == 0 {
		return
	}
	v.words++
	if w.bytes <= maxLookup {
		v.vote(known.word(w.text[:w.bytes]))
		if w.runes > minEnding {
			v.vote(known.endings.find(packed{w.last, 0}))
			v.vote(known.endings.find(packed{w.last & (1<<(2*runeBits) - 1), 0}))
		}
	}
	w.bytes, w.runes, w.last = 0, 0, 0
}
