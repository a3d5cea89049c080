package planted

import (
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/internal/lang"
)

// token is a piece of text that is looked up as a whole: a word with its digits
// in scripts that put spaces between words, and each character elsewhere.
// Korean is read by characters too, because its particles cling to the words.
type token struct {
	hash       uint64 // of its letters in lower case
	start, end int32  // its bytes in the text
	letters    int32  // letters and digits in it
}

// tokenizer reads the tokens of a text one after the other.
type tokenizer struct {
	text []byte
	at   int32
}

// The parameters of the FNV-1a hash.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// next returns the next token; false at the end of the text.
func (z *tokenizer) next() (token, bool) {
	t := token{hash: fnvOffset}
	for int(z.at) < len(z.text) {
		r, n := rune(z.text[z.at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(z.text[z.at:])
		}
		word, whole := inToken(r)
		switch {
		case !word && t.letters > 0 || whole && t.letters > 0:
			return t, true
		case !word:
			z.at += int32(n)
			continue
		}
		if t.letters == 0 {
			t.start = z.at
		}
		z.at += int32(n)
		t.end = z.at
		t.letters++
		for r = foldCase(r); r > 0; r >>= 8 {
			t.hash = (t.hash ^ uint64(r&0xFF)) * fnvPrime
		}
		if whole {
			return t, true
		}
	}
	return t, t.letters > 0
}

// inToken reports whether r belongs to a token, and whether it is one by itself.
func inToken(r rune) (word, whole bool) {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9', false
	}
	s := lang.ScriptOf(r)
	if s == lang.NoScript {
		return unicode.IsLetter(r) || unicode.IsNumber(r), false
	}
	return true, s == lang.Hangul || !s.Spaced()
}

func foldCase(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
