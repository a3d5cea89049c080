package lang

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

const (
	// maxBytes is how much of a text is read. The language of a longer one is
	// clear by then.
	maxBytes = 4096
	// maxWord is the length in bytes above which a word is not looked up.
	maxWord = 64
	// minShare is the share of the letters, in percent, that must be in one
	// script.
	minShare = 60
	// minLetters is how many letters a script of one language needs to decide.
	minLetters = 4
	// noise is the score that chance gives: a borrowed word or two, a name.
	noise = 24
	// minRate is the score per word below which the text is in none of the
	// languages we know, however clear the winner among them.
	minRate = 4
	// doubt is the evidence at which an answer is as likely right as wrong.
	doubt = 1000
	// siblingDoubt is the same for the lead over a related language.
	siblingDoubt = 20
)

// What a word, an ending of three or two letters, and a letter count.
const (
	wordUnits    = 6
	ending3Units = 3
	ending2Units = 2
	letterUnits  = 3
)

// shares[n] is what each language gets per unit if n languages have the word:
// the fewer, the more it says.
var shares = [...]int{0, 4, 3, 3, 2, 2, 2, 2, 1}

// Detect returns the language of a text as a BCP 47 primary tag and the
// probability that this is right; "" and 0 if it cannot tell. A probability
// under one half says that a related language is as likely (see [Related]).
func Detect(text []byte) (tag string, p float32) {
	if len(text) > maxBytes {
		text = text[:maxBytes]
	}
	var v votes
	v.count(text)
	script, share := v.script()
	if share < minShare {
		return "", 0
	}
	if sole := soleLanguages[script].tag; sole != "" {
		if v.letters[script] < minLetters {
			return "", 0
		}
		return sole, float32(share) / 100
	}
	return v.winner(script)
}

// Related reports whether two languages are so alike that Detect may take one
// for the other. A language is related to itself.
func Related(a, b string) bool {
	if a == b {
		return true
	}
	for _, pair := range related {
		if pair == [2]string{a, b} || pair == [2]string{b, a} {
			return true
		}
	}
	return false
}

// Name returns the English name of a language that Detect knows, and of any
// other its tag.
func Name(tag string) string {
	for i := range languages {
		if languages[i].tag == tag {
			return languages[i].name
		}
	}
	for _, sole := range soleLanguages {
		if sole.tag == tag && tag != "" {
			return sole.name
		}
	}
	return tag
}

// votes is what speaks for which language.
type votes struct {
	letters [scriptCount]int
	score   [len(languages)]int
	words   int // of the scripts that several languages share
	word    [maxWord]byte
	length  int // of word, in bytes; may exceed maxWord
	runes   int // of word
}

// count reads the text once.
func (v *votes) count(text []byte) {
	for len(text) > 0 {
		r, n := rune(text[0]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text)
		}
		text = text[n:]
		script := ScriptOf(r)
		switch {
		case script != NoScript:
			v.letters[script]++
			if soleLanguages[script].tag == "" {
				v.letter(lower(r))
			} else {
				v.endWord()
			}
		case r < 0x0300 || r > 0x036F: // a combining accent goes with its letter
			v.endWord()
		}
	}
	v.endWord()
}

// letter appends a letter to the current word.
func (v *votes) letter(r rune) {
	if r < utf8.RuneSelf {
		if v.length < maxWord {
			v.word[v.length] = byte(r)
		}
		v.length++
	} else {
		if v.length+utf8.UTFMax <= maxWord {
			utf8.EncodeRune(v.word[v.length:], r)
		}
		v.length += utf8.RuneLen(r)
		v.vote(known.letters[r], letterUnits)
	}
	v.runes++
}

// endWord looks the current word up and begins another.
func (v *votes) endWord() {
	if v.runes == 0 {
		return
	}
	v.words++
	if v.length <= maxWord-utf8.UTFMax {
		word := v.word[:v.length]
		v.vote(known.words[string(word)], wordUnits)
		if v.runes > 4 {
			two := len(word)
			for range 2 {
				_, n := utf8.DecodeLastRune(word[:two])
				two -= n
			}
			_, n := utf8.DecodeLastRune(word[:two])
			v.vote(known.endings[string(word[two-n:])], ending3Units)
			v.vote(known.endings[string(word[two:])], ending2Units)
		}
	}
	v.length, v.runes = 0, 0
}

// vote shares units out over a set of languages.
func (v *votes) vote(s set, units int) {
	if s == 0 {
		return
	}
	each := units * shares[min(bits.OnesCount64(uint64(s)), len(shares)-1)]
	for ; s != 0; s &= s - 1 {
		v.score[bits.TrailingZeros64(uint64(s))] += each
	}
}

// script returns the script of most of the text and its share in percent. A
// letter of the dense scripts counts as much as it says.
func (v *votes) script() (Script, int) {
	density := [scriptCount]int{Han: 3, Kana: 2, Hangul: 2}
	// Japanese is written in both; text in Han alone is taken for Chinese.
	if 12*v.letters[Kana] > v.letters[Han] {
		v.letters[Kana] += v.letters[Han]
		v.letters[Han] = 0
	}
	best, most, total := NoScript, 0, 0
	for s := NoScript + 1; s < scriptCount; s++ {
		n := v.letters[s] * max(density[s], 1)
		total += n
		if n > most {
			best, most = s, n
		}
	}
	if total == 0 {
		return NoScript, 0
	}
	return best, most * 100 / total
}

// winner returns the language with most votes, if its lead is clear. A related
// language close behind makes the answer less sure but not void: for whoever
// asks whether a paragraph is foreign, either of the two will do.
func (v *votes) winner(script Script) (string, float32) {
	best, which := 0, 0
	for i := range languages {
		if languages[i].script == script && v.score[i] > best {
			best, which = v.score[i], i
		}
	}
	if best <= noise || best < minRate*v.words {
		return "", 0
	}
	siblings := known.related[which]
	rival, sibling := 0, 0
	for i := range languages {
		switch {
		case i == which || languages[i].script != script:
		case siblings>>i&1 != 0:
			sibling = max(sibling, v.score[i])
		default:
			rival = max(rival, v.score[i])
		}
	}
	evidence := (best - noise) * (best - rival) * 100 / best
	if evidence < doubt {
		return "", 0
	}
	permille := evidence * 1000 / (evidence + doubt)
	if sibling > 0 {
		lead := best - sibling
		permille = permille * (lead + siblingDoubt) / (lead + 2*siblingDoubt)
	}
	return languages[which].tag, float32(permille) / 1000
}

// set is a set of languages: bit i is languages[i].
type set uint64

// index finds the languages that have a word, an ending, a letter, and those
// related to a language.
type index struct {
	words, endings map[string]set
	letters        map[rune]set
	related        [len(languages)]set
}

// known is the index of the tables. It is never written again.
var known = newIndex()

func newIndex() index {
	x := index{words: map[string]set{}, endings: map[string]set{}, letters: map[rune]set{}}
	for i := range languages {
		l, bit := &languages[i], set(1)<<i
		for word := range strings.FieldsSeq(l.words) {
			x.words[word] |= bit
		}
		for ending := range strings.FieldsSeq(l.endings) {
			x.endings[ending] |= bit
		}
		for letter := range strings.FieldsSeq(l.letters) {
			r, _ := utf8.DecodeRuneInString(letter)
			x.letters[r] |= bit
		}
		for k := range languages {
			if k != i && Related(l.tag, languages[k].tag) {
				x.related[i] |= 1 << k
			}
		}
	}
	return x
}
