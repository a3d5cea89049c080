package lang

import "math/bits"

const (
	// maxBytes is how much of a text is read. The language of a longer one is
	// clear by then.
	maxBytes = 4096
	// maxWord is the room for a word in bytes.
	maxWord = 64
	// maxLookup is the length in bytes above which a word is not looked up.
	maxLookup = 60
	// minEnding is the number of letters above which a word has an ending.
	minEnding = 4
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

// script returns the script of most of the text and its share in percent. A
// letter of the dense scripts counts as much as it says.
func (v *votes) script() (Script, int) {
	if v.seen&(v.seen-1) == 0 { // one script, or none
		if v.seen == 0 {
			return NoScript, 0
		}
		return Script(bits.TrailingZeros32(v.seen)), 100
	}
	density := [scriptCount]int{Han: 3, Kana: 2, Hangul: 2}
	// Japanese is written in both; text in Han alone is taken for Chinese.
	if 12*v.letters[Kana] > v.letters[Han] {
		v.letters[Kana] += v.letters[Han]
		v.letters[Han] = 0
	}
	best, most, total := NoScript, 0, 0
	for s := NoScript + 1; s < scriptCount; s++ {
		n := int(v.letters[s]) * max(density[s], 1)
		total += n
		if n > most {
			best, most = s, n
		}
	}
	return best, most * 100 / total
}

// winner returns the language with most votes, if its lead is clear. A related
// language close behind makes the answer less sure but not void: for whoever
// asks whether a paragraph is foreign, either of the two will do.
func (v *votes) winner(script Script) (string, float32) {
	first := known.first[script]
	scores := v.score[first:known.end[script]]
	top := int32(0)
	for _, score := range scores {
		top = max(top, score)
	}
	best := int(top)
	if best <= noise || best < minRate*v.words {
		return "", 0
	}
	i := 0
	for scores[i] != top {
		i++
	}
	which := int(first) + i
	scores[i] = 0
	sibling := int32(0)
	for s := known.related[which]; s != 0; s &= s - 1 {
		score := &v.score[bits.TrailingZeros64(uint64(s))]
		sibling = max(sibling, *score)
		*score = 0
	}
	rival := int32(0)
	for _, score := range scores {
		rival = max(rival, score)
	}
	evidence := (best - noise) * (best - int(rival)) * 100 / best
	if evidence < doubt {
		return "", 0
	}
	permille := evidence * 1000 / (evidence + doubt)
	if sibling > 0 {
		lead := best - int(sibling)
		permille = permille * (lead + siblingDoubt) / (lead + 2*siblingDoubt)
	}
	return languages[which].tag, float32(permille) / 1000
}
