package planted

import (
	"strings"
	"unicode/utf8"
)

// anchors is a set of tokens such that each strong phrase and plain word of the
// vocabulary has one of them in it: a text without any has no topic. It is a
// hash table with open addressing, which takes one token in 100 000 for another;
// that costs time only.
type anchors struct {
	checks [1 << anchorBits]uint16 // 0 for none
	// letters holds the letters in the longest phrase that the token is part of.
	letters [1 << anchorBits]uint8
	// strong marks the tokens that are part of a strong phrase.
	strong [1 << anchorBits]bool
}

const anchorBits = 13

// find returns the slot of a token, or else the one where it can be added. The
// table must not become full.
func (a *anchors) find(token uint64) (slot uint64, found bool) {
	for i := token >> (64 - anchorBits); ; i++ {
		i %= 1 << anchorBits
		switch a.checks[i] {
		case 0:
			return i, false
		case uint16(token) | 1:
			return i, true
		}
	}
}

// has reports whether a token is an anchor.
func (a *anchors) has(token uint64) bool {
	_, found := a.find(token)
	return found
}

// add adds a token.
func (a *anchors) add(token uint64) {
	i, _ := a.find(token)
	a.checks[i] = uint16(token) | 1
}

// sketch is what the anchors tell of a text.
type sketch struct {
	tokens, letters int // in it
	topical         int // at most so many of the letters are in topical words
	strong          int // at most so many phrases are strong
}

// mayClear reports whether a text may clear a bar that asks for so much.
func (s *sketch) mayClear(b *bar) bool {
	return s.tokens >= b.distinct && s.topical*100 >= b.topical*s.letters && s.strong >= b.strong
}

// count adds a token.
func (a *anchors) count(s *sketch, token uint64, letters int) {
	s.tokens++
	s.letters += letters
	if i, found := a.find(token); found {
		s.topical += int(a.letters[i])
		if a.strong[i] {
			s.strong++
		}
	}
}

// sketch sketches a text.
func (a *anchors) sketch(text []byte) sketch {
	var s sketch
	at := 0
	if len(text) >= window {
		at = a.read(&s, text, len(text)-window+1, len(text))
	}
	// The rest goes to where there is room behind it to read a window.
	var rest [2 * window]byte
	n := copy(rest[:], text[at:])
	a.read(&s, rest[:], n, n)
	return s
}

// read adds the tokens of text[:n] that begin before stop, and returns where the
// last of them ends. From every place before stop a window can be read.
func (a *anchors) read(s *sketch, text []byte, stop, n int) int {
	i := 0
	for i < stop {
		c := text[i]
		if c < utf8.RuneSelf {
			if !isAlnum(c) {
				i++
				continue
			}
			head, tail, size := asciiWord(text[i:])
			end := i + size
			if size < window && (end >= n || text[end] < utf8.RuneSelf) {
				a.count(s, hashASCII(head, tail, size), size)
				i = end
				continue
			}
		}
		z := tokenizer{text: text[:n], at: int32(i)}
		if t, ok := z.other(); ok {
			a.count(s, t.hash, int(t.letters))
		}
		i = int(z.at)
	}
	return i
}

// shortAnchor is the number of bytes up to which a word is likely to be one
// that every text has.
const shortAnchor = 3

// addAnchors chooses the anchors: the words that have a topic by themselves, and
// of each phrase without such a word the longest one, pitch and short words last.
func (v *vocabulary) addAnchors(groups [][]wordList) {
	each := func(do func(phrase []token, c class)) {
		for _, lists := range groups {
			for i := range lists {
				if lists[i].class != strong && lists[i].class != plain {
					continue
				}
				for phrase := range strings.SplitSeq(lists[i].words, ", ") {
					do(tokensOf(phrase), lists[i].class)
				}
			}
		}
	}
	each(func(phrase []token, _ class) {
		if len(phrase) == 1 && !v.anchors.has(phrase[0].hash) {
			v.anchors.add(phrase[0].hash)
		}
	})
	each(func(phrase []token, _ class) {
		best, most := phrase[0].hash, int32(0)
		for _, t := range phrase {
			if v.anchors.has(t.hash) {
				return
			}
			worth := t.end - t.start
			if worth > shortAnchor && !v.nodes[v.edge(0, t.hash)].pitch {
				worth *= 2
			}
			if worth >= most {
				best, most = t.hash, worth
			}
		}
		v.anchors.add(best)
	})
	each(func(phrase []token, c class) {
		letters := int32(0)
		for _, t := range phrase {
			letters += t.letters
		}
		for _, t := range phrase {
			if i, found := v.anchors.find(t.hash); found {
				v.anchors.letters[i] = max(v.anchors.letters[i], uint8(letters))
				v.anchors.strong[i] = v.anchors.strong[i] || c == strong
			}
		}
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
