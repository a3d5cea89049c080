package lang

import (
	"os"
	"testing"
)

// TestReadAgrees compares the reader of ASCII words with that of all words.
func TestReadAgrees(t *testing.T) {
	sentences, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		string(sentences), "", "a", "The", "internationalisation of internationalisations", "it’s the İstanbul naïve cafe\u0301s",
		"sixteen letters: abcdefghijklmnop abcdefghijklmnopq abcdefghijklmnoé abcdefgé", "the中of", "x\xffthe\x80of 12the3 and\x00or",
	} {
		for k := range min(len(text), 300) + 1 {
			for _, part := range []string{text[k:], text[:k]} {
				var got, want votes
				got.count([]byte(part))
				for i := 0; i < len(part); {
					i = want.readOther([]byte(part), i)
				}
				if got != want {
					t.Fatalf("%q: %+v, want %+v", part, got, want)
				}
			}
		}
	}
}
