package block

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCount compares the counts with those of each character by itself.
func FuzzCount(f *testing.F) {
	f.Add("One sentence, two; three words: 4 WORDS! no?", false)
	f.Add("a  b \n c\td\x01e f", true)
	f.Add("été 中文。 x\u00a0y"+strings.Repeat(" word", 500), true)
	f.Fuzz(func(t *testing.T, text string, fold bool) {
		var b, one Builder
		n := b.count([]byte(text), fold)
		if n > len(text) || !fold && n < len(text) {
			t.Fatalf("%q: counted %d bytes", text, n)
		}
		if n < len(text) && !isSpace(text[n]) {
			t.Fatalf("%q: stopped at %d", text, n)
		}
		for i := 0; i < n; {
			_, size := utf8.DecodeRuneInString(text[i:])
			if isSpace(text[i]) {
				one.inWord = false
				if fold && (text[i] != ' ' || i > 0 && text[i-1] == ' ' || i+1 == n) {
					t.Fatalf("%q: did not stop at %d", text, i)
				}
			} else {
				one.count([]byte(text[i:i+size]), false)
			}
			i += size
		}
		if b.cur.Stats != one.cur.Stats {
			t.Fatalf("%q: got %+v, want %+v", text[:n], b.cur.Stats, one.cur.Stats)
		}
		if k := blankLength([]byte(text)); k != len(text)-len(strings.TrimLeft(text, " \t\n\r\f")) {
			t.Fatalf("%q: %d bytes are blank", text, k)
		}
	})
}
