package charset

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// page is a page of about 100 kB: tags, and one sentence over and over.
func page(sentence string) string {
	var b strings.Builder
	for b.Len() < 100_000 {
		b.WriteString("<div class=\"item\"><p id=\"x\">" + strings.Repeat(sentence+" ", 3) + "</p>\n</div>\n")
	}
	return b.String()
}

// encode encodes text, which the encoding must be able to hold.
func encode(t testing.TB, label, text string) []byte {
	t.Helper()
	e, err := htmlindex.Get(label)
	if err != nil {
		t.Fatal(err)
	}
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func BenchmarkDecode(b *testing.B) {
	const (
		german  = "Schöne Grüße aus der schönsten Straße, Häuser und Gärten."
		russian = "Все счастливые дома похожи, но каждый сад цветёт по-своему."
		chinese = "山上的树和河边的石头都很安静，只有风在说话。"
		korean  = "강가의 돌과 산 위의 나무는 모두 조용하고 바람만 말한다."
		kana    = "川のほとりの石と山の上の木は静かで、風だけが話している。"
	)
	for _, c := range []struct{ name, label, text string }{
		{"ASCII", "utf-8", page("plain words")},
		{"utf-8/german", "utf-8", page(german)},
		{"utf-8/chinese", "utf-8", page(chinese)},
		{"utf-8/broken", "utf-8", page(chinese)},
		{"windows-1252", "windows-1252", page(german)},
		{"windows-1251", "windows-1251", page(russian)},
		{"gb18030", "gb18030", page(chinese)},
		{"big5", "big5", page(strings.NewReplacer("树", "樹", "头", "頭", "静", "靜", "风", "風", "说", "說", "话", "話", "边", "邊", "只", "祇").Replace(chinese))},
		{"euc-kr", "euc-kr", page(korean)},
		{"shift_jis", "shift_jis", page(kana)},
		{"euc-jp", "euc-jp", page(kana)},
		{"iso-2022-jp", "iso-2022-jp", page(kana)},
		{"utf-16le", "utf-16le", page(german)},
	} {
		src := []byte(c.text)
		if c.label != "utf-8" {
			src = encode(b, c.label, c.text)
		}
		if c.name == "utf-8/broken" {
			src = append(src, 0xFF)
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			var d Decoder
			for b.Loop() {
				if _, err := d.Decode(src, Options{Transport: c.label}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	src := []byte(page("plain words"))
	b.Run("utf8.Valid", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			if !utf8.Valid(src) {
				b.Fatal("not valid")
			}
		}
	})
}

func BenchmarkGuess(b *testing.B) {
	src := encode(b, "windows-1251", page("Все счастливые дома похожи, но каждый сад цветёт по-своему."))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		guess(src)
	}
}

func BenchmarkPrescan(b *testing.B) {
	src := bytes.Repeat([]byte("<meta name=\"a\" content=\"b\"><link rel='c' href=d>\n"), 21)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		prescan(src)
	}
}

func BenchmarkSource(b *testing.B) {
	for _, label := range []string{"windows-1251", "koi8-r", "gb18030", "utf-16le"} {
		text, err := Decode(encode(b, label, page("Все счастливые дома похожи, но каждый сад цветёт по-своему.")), Options{Force: label})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(label, func(b *testing.B) {
			b.ReportAllocs()
			at := 0
			for b.Loop() {
				at = (at + 7919) % (len(text.Bytes) - 200)
				text.Source(at, at+150)
			}
		})
	}
}
