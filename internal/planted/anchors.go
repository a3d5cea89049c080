package planted

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// anchors is a set of tokens such that each strong phrase and plain word of the
// vocabulary has one of them in it: a text without any has no topic. It is a
// hash table with open addressing, which takes one token in 100 000 for another;
// that costs time only.
type anchors [1 << anchorBits]uint16

const anchorBits = 13

// check returns what a slot holds for a token: never 0.
func check(token uint64) uint16 { return uint16(token) | 1 }

func (a *anchors) has(token uint64) bool {
	for i := token >> (64 - anchorBits); ; i++ {
		switch a[i%(1<<anchorBits)] {
		case 0:
			return false
		case check(token):
			return true
		}
	}
}

// add adds a token. The table must not become full.
func (a *anchors) add(token uint64) {
	i := token >> (64 - anchorBits)
	for a[i%(1<<anchorBits)] != 0 {
		i++
	}
	a[i%(1<<anchorBits)] = check(token)
}

// in reports whether a text has one of the tokens in it.
func (a *anchors) in(text []byte) bool {
	at := 0
	if len(text) >= window {
		var found bool
		if at, found = a.read(text, len(text)-window+1, len(text)); found {
			return true
		}
	}
	// The rest goes to where there is room behind it to read a window.
	var rest [2 * window]byte
	n := copy(rest[:], text[at:])
	_, found := a.read(rest[:], n, n)
	return found
}

// read looks at the tokens of text[:n] that begin before stop, and returns where
// the last of them ends. From every place before stop a window can be read.
func (a *anchors) read(text []byte, stop, n int) (at int, found bool) {
	i := 0
	for i < stop {
		c := text[i]
		if c < utf8.RuneSelf {
			if !isAlnum(c) {
				i++
				continue
			}
			head := binary.LittleEndian.Uint64(text[i:])
			size := alnumCount(head)
			var tail uint64
			if size == 8 {
				tail = binary.LittleEndian.Uint64(text[i+8:])
				size += alnumCount(tail)
			}
			end := i + size
			if size < window && (end >= n || text[end] < utf8.RuneSelf) {
				if a.has(hashASCII(head, tail, size)) {
					return end, true
				}
				i = end
				continue
			}
		}
		z := tokenizer{text: text[:n], at: int32(i)}
		if t, ok := z.other(); ok && a.has(t.hash) {
			return int(z.at), true
		}
		i = int(z.at)
	}
	return i, false
}

// addAnchors chooses the anchors: the words that have a topic by themselves, and
// of each phrase without such a word the longest one that is not pitch.
func (v *vocabulary) addAnchors(groups [][]wordList) {
	each := func(do func(phrase []token)) {
		for _, lists := range groups {
			for i := range lists {
				if lists[i].class != strong && lists[i].class != plain {
					continue
				}
				for phrase := range strings.SplitSeq(lists[i].words, ", ") {
					do(tokensOf(phrase))
				}
			}
		}
	}
	each(func(phrase []token) {
		if len(phrase) == 1 && !v.anchors.has(phrase[0].hash) {
			v.anchors.add(phrase[0].hash)
		}
	})
	each(func(phrase []token) {
		best, most := phrase[0].hash, int32(0)
		for _, t := range phrase {
			if v.anchors.has(t.hash) {
				return
			}
			letters := 2 * t.letters
			if v.nodes[v.edge(0, t.hash)].pitch {
				letters = 1
			}
			if letters > most {
				best, most = t.hash, letters
			}
		}
		v.anchors.add(best)
	})
}

// tokensOf returns the tokens of a text.
func tokensOf(text string) []token {
	var tokens []token
	z := tokenizer{text: []byte(text)}
	for t, ok := z.next(); ok; t, ok = z.next() {
		tokens = append(tokens, t)
	}
	return tokens
}
