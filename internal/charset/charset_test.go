package charset

import (
	"bytes"
	"errors"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		name, src string
		options   Options
		encoding  string
		origin    Origin
		declared  string
		text      string
	}{
		{name: "empty", encoding: "windows-1252", origin: FromDefault},
		{name: "ASCII", src: "plain", encoding: "windows-1252", origin: FromDefault, text: "plain"},
		{name: "undeclared UTF-8", src: "naïve", encoding: "utf-8", origin: FromContent, text: "naïve"},
		{name: "mark", src: "\xEF\xBB\xBFnaïve", encoding: "utf-8", origin: FromBOM, text: "naïve"},
		{
			name: "mark over all", src: "\xFF\xFEa\x00", options: Options{Force: "koi8-r", Transport: "utf-8"},
			encoding: "utf-16le", origin: FromBOM, declared: "utf-8", text: "a",
		},
		{
			name: "forced", src: "na\xEFve", options: Options{Force: " Latin1 ", Transport: "koi8-r"},
			encoding: "windows-1252", origin: FromForce, declared: "koi8-r", text: "naïve",
		},
		{
			name: "header", src: "<meta charset=koi8-r>\xEF", options: Options{Transport: "text/html; charset=windows-1251"},
			encoding: "windows-1251", origin: FromTransport, declared: "koi8-r", text: "<meta charset=koi8-r>п",
		},
		{
			name: "unknown header", src: "<meta charset=koi8-r>\xEF", options: Options{Transport: "utf-9"},
			encoding: "koi8-r", origin: FromMeta, declared: "utf-9", text: "<meta charset=koi8-r>О",
		},
		{
			name: "plain", src: "<meta charset=koi8-r>", options: Options{Plain: true},
			encoding: "windows-1252", origin: FromDefault, text: "<meta charset=koi8-r>",
		},
		{
			name: "valid UTF-8 wins", src: "<meta charset=Latin1>naïve", encoding: "utf-8", origin: FromContent,
			declared: "Latin1", text: "<meta charset=Latin1>naïve",
		},
		{
			name: "one character is no evidence", src: "<meta charset=gbk>\xC2\xA9", encoding: "gbk", origin: FromMeta,
			text: "<meta charset=gbk>漏",
		},
		{
			name: "unless it is malformed otherwise", src: "<meta charset=gbk>‡\n", encoding: "utf-8", origin: FromContent,
			declared: "gbk", text: "<meta charset=gbk>‡\n",
		},
		{
			name: "UTF-16 in a <meta> is UTF-8", src: "<meta charset=utf-16>naïve", encoding: "utf-8", origin: FromMeta,
			text: "<meta charset=utf-16>naïve",
		},
		{
			name: "x-user-defined in a <meta>", src: "<meta charset=x-user-defined>\x80", encoding: "windows-1252", origin: FromMeta,
			text: "<meta charset=x-user-defined>€",
		},
		{
			name: "XML declaration", src: "<?xml version='1.0' encoding='koi8-r'?>\xEF", encoding: "koi8-r", origin: FromMeta,
			text: "<?xml version='1.0' encoding='koi8-r'?>О",
		},
		{
			name: "replacement", src: "anything", options: Options{Transport: "hz-gb-2312"},
			encoding: "replacement", origin: FromTransport, text: "\uFFFD",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode([]byte(c.src), c.options)
			if err != nil {
				t.Fatal(err)
			}
			if got.Name != c.encoding || got.Origin != c.origin || got.Declared != c.declared {
				t.Errorf("got %s by %s, declared %q; want %s by %s, declared %q",
					got.Name, got.Origin, got.Declared, c.encoding, c.origin, c.declared)
			}
			if string(got.Bytes) != c.text {
				t.Errorf("got text %q, want %q", got.Bytes, c.text)
			}
		})
	}
}

func TestUnknownLabel(t *testing.T) {
	_, err := Decode(nil, Options{Force: "utf-9"})
	var unknown *UnknownLabelError
	if !errors.As(err, &unknown) || unknown.Label != "utf-9" {
		t.Errorf("got %v, want an UnknownLabelError about utf-9", err)
	}
}

// TestLabels checks that every label we know is in x/text's table and the other
// way round, as far as that can be seen from outside.
func TestLabels(t *testing.T) {
	for e := encoding(0); e < unknown; e++ {
		if got := lookup(e.String()); got != e {
			t.Errorf("%v: its name is a label of %v", e, got)
		}
		if _, err := htmlindex.Get(e.String()); err != nil {
			t.Errorf("%v: %v", e, err)
		}
	}
}

// TestReplacement checks what malformed bytes become, and where it comes from.
func TestReplacement(t *testing.T) {
	for _, c := range []struct {
		label, src, text string
		replaced         int
	}{
		{"utf-8", "a\xFFb", "a\uFFFDb", 1},
		{"utf-8", "\xE2\x82<", "\uFFFD<", 1},
		{"utf-8", "\xF0\x9F\x98\x41", "\uFFFDA", 1},
		{"utf-8", "\xC0\xAF", "\uFFFD\uFFFD", 2},
		{"utf-8", "\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD", 3},
		{"utf-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
		{"utf-8", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
		{"windows-1253", "\xAA\x00", "\uFFFD\x00", 1},
		{"big5", "\x81<", "\uFFFD<", 1},
		{"big5", "\x81\xFF", "\uFFFD", 1},
		{"big5", "\x88\x62\x88\xA5", "Ê̄ê̌", 0},
		{"gbk", "\x80\x81", "€\uFFFD", 1},
		{"gb18030", "\x84\x31\xA4\x37", "\uFFFD", 0},
		{"gb18030", "\x81\x30\x81", "\uFFFD", 1},
		{"gb18030", "\x81\x30\x81<", "\uFFFD0\uFFFD<", 2},
		{"gb18030", "\xFE\x39\xFE\x39", "\uFFFD", 1},
		{"gb18030", "\x81\x35\xF4\x37\xA6\xD9", "\uE7C7︐", 0},
		{"euc-kr", "\xC7<\xC7\x80", "\uFFFD<\uFFFD", 2},
		{"euc-jp", "\x8F\xA1<", "\uFFFD<", 1},
		{"euc-jp", "\x8E\xE0\x8E\xB1", "\uFFFDｱ", 1},
		{"shift_jis", "\x80\xA0\x81<\xB1\xF0\x40", "\u0080\uFFFD\uFFFD<ｱ\uE000", 2},
		{"iso-2022-jp", "\x1B(Ja\\~\x1B(Bb\x1B$B8l\x1B(I1", "a¥‾b語ｱ", 0},
		{"iso-2022-jp", "\x1B(B\x1B(Ba\x1B$a\x0E", "\uFFFDa\uFFFD$a\uFFFD", 3},
		{"iso-2022-jp", "\x1B$B8\x1B(Ba", "\uFFFDa", 1},
		{"utf-16le", "a\x00\x00\xD8b\x00\x3D\xD8\x00\xDEc", "a\uFFFDb😀\uFFFD", 2},
		{"utf-16be", "\xDC\x00\xD8", "\uFFFD\uFFFD", 2},
		{"x-user-defined", "a\xFF", "a\uF7FF", 0},
	} {
		got, err := Decode([]byte(c.src), Options{Force: c.label})
		if err != nil {
			t.Fatal(err)
		}
		if string(got.Bytes) != c.text || got.Replaced != c.replaced {
			t.Errorf("%s % x: got %q, %d replaced; want %q, %d", c.label, c.src, got.Bytes, got.Replaced, c.text, c.replaced)
		}
		checkWay(t, []byte(c.src), got)
	}
}

// checkWay fails the test unless every character of text maps to bytes of its
// own, in order, and the whole to the whole.
func checkWay(t testing.TB, src []byte, text Text) {
	t.Helper()
	if !utf8.Valid(text.Bytes) {
		t.Fatalf("%s: text of % x is not valid UTF-8", text.Name, src)
	}
	last, lastStart := 0, 0
	for i, r := range string(text.Bytes) {
		start, end := text.Source(i, i+utf8.RuneLen(r))
		pair := start == lastStart && end == last && text.Name == "big5"
		if start < last && !pair || end <= start || end > len(src) {
			t.Fatalf("%s: character %d (%q) maps to %d-%d, the one before ended at %d; source % x", text.Name, i, r, start, end, last, src)
		}
		if s, e := text.Source(i, i); s != start || e != start {
			t.Fatalf("%s: empty range at %d maps to %d-%d, its character begins at %d", text.Name, i, s, e, start)
		}
		if n := utf8.RuneLen(r); n > 1 {
			if s, e := text.Source(i+1, i+n-1); s != start || e != end && n > 2 {
				t.Fatalf("%s: part of character %d maps to %d-%d, all of it to %d-%d", text.Name, i, s, e, start, end)
			}
		}
		last, lastStart = end, start
	}
	if s, e := text.Source(0, len(text.Bytes)); e != last && last > 0 || s > e {
		t.Fatalf("%s: the whole maps to %d-%d, the last character ends at %d", text.Name, s, e, last)
	}
	if s, e := text.Source(len(text.Bytes), len(text.Bytes)+9); s != len(src) || e != len(src) {
		t.Fatalf("%s: the end maps to %d-%d of %d", text.Name, s, e, len(src))
	}
	if text.Identity() && len(text.Bytes) > 0 && !bytes.HasSuffix(src, text.Bytes) {
		t.Fatalf("%s: identity, but the text is not the source", text.Name)
	}
}
