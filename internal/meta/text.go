package meta

import (
	"bytes"
	"html"
	"unicode"
	"unicode/utf8"
)

// maxValue is how many bytes of one statement are read. No title or name is
// longer; what is, is something else.
const maxValue = 1000

// maxRaw is how many bytes of the input may stand for maxValue: white space and
// character references take room.
const maxRaw = 4 * maxValue

// appendUnwrapped appends text to dst with the markup undone that the values of
// attributes and JSON strings often carry one level too deep: its character
// references are decoded and its tags dropped.
func appendUnwrapped(dst, text []byte) []byte {
	if mayRefer(text) {
		text = []byte(html.UnescapeString(string(text)))
	}
	for len(text) > 0 {
		k := bytes.IndexByte(text, '<')
		if k < 0 {
			break
		}
		dst = append(dst, text[:k]...)
		text = text[k:]
		n := tagLength(text)
		if n == 0 {
			dst = append(dst, '<')
			n = 1
		}
		text = text[n:]
	}
	return append(dst, text...)
}

// mayRefer reports whether there may be a character reference in text: none is
// shorter than two letters.
func mayRefer(text []byte) bool {
	for {
		k := bytes.IndexByte(text, '&')
		if k < 0 {
			return false
		}
		text = text[k+1:]
		if len(text) > 1 && (text[0] == '#' || isASCIILetter(text[0]) && isAlnum(text[1])) {
			return true
		}
	}
}

func isAlnum(c byte) bool { return isASCIILetter(c) || '0' <= c && c <= '9' }

// appendTidy appends text to dst with white space folded and characters that
// show nothing dropped.
func appendTidy(dst, text []byte) []byte {
	space := false
	first := len(dst)
	for len(text) > 0 {
		c, size := utf8.DecodeRune(text)
		switch {
		case '!' <= c && c <= '~':
			if space && len(dst) > first {
				dst = append(dst, ' ')
			}
			space = false
			dst = append(dst, byte(c))
		case unicode.IsSpace(c):
			space = true
		case c == utf8.RuneError && size == 1, unicode.IsControl(c), invisible(c):
		default:
			if space && len(dst) > first {
				dst = append(dst, ' ')
			}
			space = false
			dst = append(dst, text[:size]...)
		}
		text = text[size:]
	}
	return dst
}

// invisible reports whether c is a format character that shows nothing and
// joins nothing.
func invisible(c rune) bool {
	return c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff'
}

// tagLength returns the length of the tag that text begins with, 0 if it is
// none: "a < b" has no tag.
func tagLength(text []byte) int {
	if len(text) < 3 || text[1] != '/' && !isASCIILetter(text[1]) {
		return 0
	}
	const longest = 200
	return bytes.IndexByte(text[:min(len(text), longest)], '>') + 1
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// appendKey appends what makes two statements the same: the letters and digits
// of text, in lower case.
func appendKey[T string | []byte](dst []byte, text T) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			i++
			if k := keyBytes[c]; k != 0 {
				dst = append(dst, k)
			}
			continue
		}
		c, size := decode(text[i:])
		i += size
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			dst = utf8.AppendRune(dst, unicode.ToLower(c))
		}
	}
	return dst
}

// keyBytes holds what the ASCII characters become in a key, 0 for nothing.
var keyBytes = func() (t [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		if r := rune(c); unicode.IsLetter(r) || unicode.IsDigit(r) {
			t[c] = byte(unicode.ToLower(r))
		}
	}
	return t
}()

// nextKey returns the character of the key that the text at offset i gives next,
// 0 if it gives none, and the offset behind it.
func nextKey[T string | []byte](text T, i int) (rune, int) {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			i++
			if k := keyBytes[c]; k != 0 {
				return rune(k), i
			}
			continue
		}
		c, size := decode(text[i:])
		i += size
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c), i
		}
	}
	return 0, i
}

// decode returns the character that text begins with.
func decode[T string | []byte](text T) (rune, int) {
	var buf [utf8.UTFMax]byte
	return utf8.DecodeRune(buf[:copy(buf[:], text)])
}

// sameKey reports whether a and b differ in case, punctuation and white space
// at most.
func sameKey[A, B string | []byte](a A, b B) bool {
	for i, j := 0, 0; ; {
		var x, y rune
		x, i = nextKey(a, i)
		y, j = nextKey(b, j)
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
	}
}

// hasFold reports whether text contains word, which is ASCII in lower case.
func hasFold[T string | []byte](text T, word string) bool {
	return indexFold(text, word) >= 0
}

// indexFold returns the offset of word, which is ASCII in lower case, in text,
// or -1. Words are short, so that this is linear in the text.
func indexFold[T string | []byte](text T, word string) int {
	for k := 0; k+len(word) <= len(text); k++ {
		if hasPrefixFold(text[k:], word) {
			return k
		}
	}
	return -1
}

// hasPrefixFold reports whether text begins with word, which is ASCII in lower
// case.
func hasPrefixFold[T string | []byte](text T, word string) bool {
	if len(text) < len(word) {
		return false
	}
	for i := range len(word) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != word[i] {
			return false
		}
	}
	return true
}
