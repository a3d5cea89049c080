package charset

import (
	"bytes"
	"testing"
	"unicode/utf8"

	xtext "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// TestRoundTrip encodes every character that an encoding can hold and expects
// it back, with the range of exactly its bytes.
func TestRoundTrip(t *testing.T) {
	for _, label := range []string{
		"ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
		"iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "macintosh",
		"windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
		"windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp",
		"shift_jis", "euc-kr", "utf-16be", "utf-16le", "utf-8",
	} {
		e, err := htmlindex.Get(label)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(label, func(t *testing.T) { roundTrip(t, label, e.NewEncoder()) })
	}
}

func roundTrip(t *testing.T, label string, e *xtext.Encoder) {
	var src, want []byte
	var starts [][2]int // of each character: in want, in src
	for r := rune(' '); r < 0x30000; r++ {
		if r >= 0xd800 && r < 0xe000 || r == 0xfeff {
			continue
		}
		b, err := e.Bytes(utf8.AppendRune(nil, r))
		if err != nil {
			continue
		}
		// The encoders of x/text differ from the standard in a few characters.
		if alone, _ := Decode(b, Options{Force: label}); string(alone.Bytes) != string(r) {
			continue
		}
		starts = append(starts, [2]int{len(want), len(src)})
		src = append(src, b...)
		want = utf8.AppendRune(want, r)
	}
	text, err := Decode(src, Options{Force: label})
	if err != nil {
		t.Fatal(err)
	}
	if len(starts) < 128 {
		t.Fatalf("only %d characters come back", len(starts))
	}
	if !bytes.Equal(text.Bytes, want) {
		t.Fatalf("%d characters do not come back together as they do alone", len(starts))
	}
	starts = append(starts, [2]int{len(want), len(src)})
	for i := range len(starts) - 1 {
		s, end := text.Source(starts[i][0], starts[i+1][0])
		if s != starts[i][1] || end != starts[i+1][1] {
			t.Fatalf("character %d is at bytes %d to %d, want %d to %d", i, s, end, starts[i][1], starts[i+1][1])
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"a\xffb\x80", "\x1b$B0!\x1b(B", "\xfe\xff\x00a\xd8\x00", "<meta charset=gbk>\x81\x30\x81\x30", "\xef\xbb\xbfa"} {
		for label := range 40 {
			f.Add([]byte(seed), uint8(label))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, which uint8) {
		o := Options{}
		if which < uint8(unknown) {
			o.Force = encoding(which).String()
		}
		text, err := Decode(src, o)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(text.Bytes) {
			t.Fatalf("%q in %s is not valid UTF-8: %q", src, text.Name, text.Bytes)
		}
		last := 0
		for i := 0; i < len(text.Bytes); {
			_, n := utf8.DecodeRune(text.Bytes[i:])
			s, end := text.Source(i, i+n)
			if s < last || end < s || end > len(src) {
				t.Fatalf("%q in %s: character at %d is at bytes %d to %d of %d, the one before began at %d", src, text.Name, i, s, end, len(src), last)
			}
			last = s
			i += n
		}
		if n := len(text.Bytes); n > 0 {
			s, end := text.Source(0, n)
			again, err := Decode(src[s:end], Options{Force: text.Name})
			// A second byte order mark is text, but at the start it would be one.
			_, bom := byteOrderMark(src[s:end])
			if err == nil && bom == 0 && text.Name != "iso-2022-jp" && !bytes.Equal(again.Bytes, text.Bytes) {
				t.Fatalf("%q in %s: its bytes decode to %q, then to %q", src, text.Name, text.Bytes, again.Bytes)
			}
		}
	})
}
