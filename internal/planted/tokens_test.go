package planted

import "testing"

// FuzzTokens compares the reader of ASCII tokens with that of all tokens.
func FuzzTokens(f *testing.F) {
	f.Add("Online Casino 24/7, free spins: abcdefghijklmno abcdefghijklmnop abcdefghijklmnopq 12345678")
	f.Add("카지노사이트 slot게임 App下载 İstanbul ＡＢ K K's güncel giriş")
	f.Add("\x00a\x80b\xffc naïve cafe\u0301 é")
	f.Fuzz(func(t *testing.T, text string) {
		fast, slow := tokenizer{text: []byte(text)}, tokenizer{text: []byte(text)}
		tokens, letters := 0, 0
		for {
			got, ok := fast.next()
			want, more := slow.other()
			if ok != more || ok && got != want {
				t.Fatalf("%q: got %+v, want %+v", text, got, want)
			}
			if !ok {
				break
			}
			tokens++
			letters += int(got.letters)
		}
		if k := words.anchors.sketch([]byte(text)); k.tokens != tokens || k.letters != letters {
			t.Fatalf("%q: got %+v, want %d tokens, %d letters", text, k, tokens, letters)
		}
	})
}
