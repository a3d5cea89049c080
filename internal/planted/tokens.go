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

// next returns the next token; false at the end of the text.
func (z *tokenizer) next() (token, bool) {
	text, i := z.text, int(z.at)
	for i < len(text) && text[i] < utf8.RuneSelf && !isAlnum(text[i]) {
		i++
	}
	z.at = int32(i)
	if i+window > len(text) || text[i] >= utf8.RuneSelf {
		return z.other()
	}
	head, tail, size := asciiWord(text[i:])
	end := i + size
	if size == window || end < len(text) && text[end] >= utf8.RuneSelf {
		return z.other()
	}
	z.at = int32(end)
	return token{hash: hashASCII(head, tail, size), start: int32(i), end: int32(end), letters: int32(size)}, true
}

// other is next for any text.
func (z *tokenizer) other() (token, bool) {
	var t token
	var h hasher
	for int(z.at) < len(z.text) {
		r, n := rune(z.text[z.at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(z.text[z.at:])
		}
		word, whole := inToken(r)
		if t.letters > 0 && (!word || whole) {
			break
		}
		at := z.at
		z.at += int32(n)
		if !word {
			continue
		}
		if t.letters == 0 {
			t.start = at
		}
		t.end = z.at
		t.letters++
		h.add(foldCase(r))
		if whole {
			break
		}
	}
	t.hash = h.sum()
	return t, t.letters > 0
}

// inToken reports whether r belongs to a token, and whether it is one by itself.
func inToken(r rune) (word, whole bool) {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r)), false
	}
	s := lang.ScriptOf(r)
	if s == lang.NoScript {
		return unicode.IsLetter(r) || unicode.IsNumber(r), false
	}
	return true, s == lang.Hangul || !s.Spaced()
}

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

func foldCase(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
