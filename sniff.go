package winnow

import (
	"bytes"
)

// signature is the first bytes of a file format that is not text.
type signature struct {
	magic string
	name  string
}

var signatures = [...]signature{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"\x1f\x8b", "gzip data, which is to be unpacked first"},
	{"\x28\xb5\x2f\xfd", "zstd data, which is to be unpacked first"},
	{"BZh", "bzip2 data, which is to be unpacked first"},
	{"\xfd7zXZ\x00", "xz data, which is to be unpacked first"},
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"RIFF", "a RIFF file (WebP, WAV, AVI)"},
	{"OggS", "an Ogg file"},
	{"ID3", "an MP3 file"},
	{"\x7fELF", "an executable"},
	{"\xca\xfe\xba\xbe", "a Java class file"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"SQLite format 3\x00", "an SQLite database"},
}

// sniffLength is how many bytes at the start decide what the input is.
const sniffLength = 1024

// notText reports why src cannot be text, nil if it can.
func notText(src []byte) *InputError {
	if len(src) == 0 {
		return &InputError{Reason: "is empty: there is nothing to label"}
	}
	for _, s := range signatures {
		if bytes.HasPrefix(src, []byte(s.magic)) {
			return &InputError{Reason: "is " + s.name + ": winnow reads HTML and plain text"}
		}
	}
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return nil // UTF-16 is full of NULs
	}
	head := src[:min(len(src), sniffLength)]
	binary, nul, first := 0, 0, -1
	for i, c := range head {
		// The "binary data bytes" of the MIME Sniffing Standard, section 3.
		if c <= 0x08 || c == 0x0b || c >= 0x0e && c <= 0x1a || c >= 0x1c && c <= 0x1f {
			binary++
			if c == 0 {
				nul++
			}
			if first < 0 {
				first = i
			}
		}
	}
	// A page may hold stray control characters; UTF-16 without a byte order
	// mark has a NUL beside every Latin letter and no other.
	if binary*10 > len(head) && binary != nul {
		return &InputError{Offset: first, Reason: "is binary data, not text: winnow reads HTML and plain text"}
	}
	if nul*4 > len(head)*3 {
		return &InputError{Offset: first, Reason: "is binary data, not text: winnow reads HTML and plain text"}
	}
	return nil
}

// looksLikeHTML reports whether decoded text is markup: a tag that pages begin
// with comes first, or among the first characters tags are frequent.
func looksLikeHTML(text []byte) bool {
	head := text[:min(len(text), 4*sniffLength)]
	trimmed := bytes.TrimLeft(head, " \t\r\n\f\ufeff")
	if len(trimmed) == 0 {
		return false
	}
	if trimmed[0] == '<' && len(trimmed) > 1 {
		c := trimmed[1] | 0x20
		if c >= 'a' && c <= 'z' || trimmed[1] == '!' || trimmed[1] == '?' {
			return true
		}
	}
	// Text before the first tag: a fragment of a page, or text that talks of tags.
	tags := 0
	for at := 0; ; {
		k := bytes.IndexByte(head[at:], '<')
		if k < 0 || at+k+2 >= len(head) {
			break
		}
		at += k + 1
		if head[at] == '/' && closesKnown(head[at+1:]) {
			tags++
		}
	}
	return tags >= 2
}

// closesKnown reports whether an end tag of a frequent element begins here.
func closesKnown(b []byte) bool {
	for _, name := range [...]string{"p>", "div>", "a>", "li>", "td>", "span>", "title>", "h1>", "h2>", "h3>", "b>", "strong>", "em>", "i>"} {
		if len(b) >= len(name) && bytes.EqualFold(b[:len(name)], []byte(name)) {
			return true
		}
	}
	return false
}
