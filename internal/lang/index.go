package lang

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// set is a set of languages: bit i is languages[i].
type set uint64

// maxLanguages is how many languages a set can hold.
const maxLanguages = 64

// ballot is what a word, an ending or a letter says: a vote for each language
// of a set.
type ballot struct {
	set  set
	each int32
}

// ballotOf shares units out over a set of languages.
func ballotOf(s set, units int) ballot {
	return ballot{s, int32(units * shares[min(bits.OnesCount64(uint64(s)), len(shares)-1)])}
}

// packed is a short word as a value that can be compared.
type packed struct{ head, tail uint64 }

// pack packs a word of at most 16 bytes.
func pack(word []byte) packed {
	var b [window]byte
	copy(b[:], word)
	return packed{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])}
}

// table is a hash table of ballots, with open addressing. The slots stand apart
// from the entries to take little of the cache: a slot holds the index of an
// entry and bits of its hash, 0 for none.
type table struct {
	slots   [1 << tableBits]struct{ entry, check uint16 }
	entries []entry
}

type entry struct {
	key packed
	ballot
}

const tableBits = 13

func (k packed) hash() (at uint64, check uint16) {
	h := (k.head ^ bits.RotateLeft64(k.tail, 29)) * 0x9E3779B97F4A7C15
	return h >> (64 - tableBits), uint16(h >> 32)
}

// find returns the ballot of a key, one without languages if it is not there.
func (t *table) find(k packed) ballot {
	for i, check := k.hash(); ; i++ {
		slot := t.slots[i%(1<<tableBits)]
		if slot.entry == 0 {
			return ballot{}
		}
		if slot.check != check {
			continue
		}
		if e := &t.entries[slot.entry]; e.key == k {
			return e.ballot
		}
	}
}

// add adds a key that is not in the table. The table must not become full.
func (t *table) add(k packed, b ballot) {
	if len(t.entries) == 0 {
		t.entries = make([]entry, 1)
	}
	i, check := k.hash()
	for t.slots[i%(1<<tableBits)].entry != 0 {
		i++
	}
	slot := &t.slots[i%(1<<tableBits)]
	slot.entry, slot.check = uint16(len(t.entries)), check
	t.entries = append(t.entries, entry{k, b})
}

// letterLimit is more than every letter that tells languages apart.
const letterLimit = 0x1F00

// index finds the languages that have a word, an ending, a letter, those that
// share a script, and those related to a language.
type index struct {
	words, endings table
	long           map[string]ballot  // the words that cannot be packed
	longest        int                // bytes in the longest of them
	letters        [letterLimit]uint8 // index of a ballot
	ballots        []ballot           // of letters; 0 for none
	first, end     [scriptCount]uint8 // the languages of a script stand together
	related        [maxLanguages]set
}

// known is the index of the tables. It is never written again.
var known = newIndex()

// word returns the ballot of a word in lower case.
func (x *index) word(text []byte) ballot {
	if len(text) <= window {
		return x.words.find(pack(text))
	}
	if len(text) > x.longest {
		return ballot{}
	}
	return x.long[string(text)]
}

// letter returns the ballot of a letter in lower case.
func (x *index) letter(r rune) ballot {
	if r >= letterLimit {
		return ballot{}
	}
	return x.ballots[x.letters[r]]
}

func newIndex() *index {
	words, endings, letters := map[string]set{}, map[string]set{}, map[rune]set{}
	x := &index{long: map[string]ballot{}, ballots: make([]ballot, 1)}
	for i := range languages {
		l, bit := &languages[i], set(1)<<i
		for word := range strings.FieldsSeq(l.words) {
			words[word] |= bit
		}
		for ending := range strings.FieldsSeq(l.endings) {
			endings[ending] |= bit
		}
		for letter := range strings.FieldsSeq(l.letters) {
			r, _ := utf8.DecodeRuneInString(letter)
			letters[r] |= bit
		}
		for k := range languages {
			if k != i && Related(l.tag, languages[k].tag) {
				x.related[i] |= 1 << k
			}
		}
		if x.end[l.script] == 0 {
			x.first[l.script] = uint8(i)
		}
		x.end[l.script] = uint8(i) + 1
	}
	x.addWords(words)
	x.addEndings(endings)
	x.addLetters(letters)
	return x
}

// addWords adds words, those of one language beside each other.
func (x *index) addWords(words map[string]set) {
	for i := range languages {
		for word := range strings.FieldsSeq(languages[i].words) {
			s, ok := words[word]
			if !ok {
				continue
			}
			delete(words, word)
			b := ballotOf(s, wordUnits)
			if len(word) > window {
				x.long[word] = b
				x.longest = max(x.longest, len(word))
				continue
			}
			x.words.add(pack([]byte(word)), b)
		}
	}
}

// addEndings adds endings by their two or three letters, those of one language
// beside each other.
func (x *index) addEndings(endings map[string]set) {
	for i := range languages {
		for ending := range strings.FieldsSeq(languages[i].endings) {
			s, ok := endings[ending]
			if !ok {
				continue
			}
			delete(endings, ending)
			units := ending2Units
			if utf8.RuneCountInString(ending) == 3 {
				units = ending3Units
			}
			var last uint64
			for _, r := range ending {
				last = last<<runeBits | uint64(r)
			}
			x.endings.add(packed{last, 0}, ballotOf(s, units))
		}
	}
}

// addLetters adds letters; the same set of languages is one ballot.
func (x *index) addLetters(letters map[rune]set) {
	number := map[set]int{}
	for r, s := range letters {
		if number[s] == 0 {
			number[s] = len(x.ballots)
			x.ballots = append(x.ballots, ballotOf(s, letterUnits))
		}
		x.letters[r] = uint8(number[s])
	}
}
