package preload

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// text is characters taken out of a page, and where each of them stood in it.
type text struct {
	bytes []byte
	segs  []segment // in order, without gaps between; nil if bytes are the whole page
	wrap  document.Wrapping
}

// segment is a stretch of a text, up to where the next begins.
type segment struct {
	at       int32 // in text.bytes
	src, end int32 // in the page
	same     bool  // the bytes are those of the page
}

// segmentAt returns the index of the segment that holds offset at.
func (t *text) segmentAt(at int) int {
	return sort.Search(len(t.segs), func(i int) bool { return int(t.segs[i].at) > at }) - 1
}

// segmentEnd returns where segment i ends.
func (t *text) segmentEnd(i int) int {
	if i+1 < len(t.segs) {
		return int(t.segs[i+1].at)
	}
	return len(t.bytes)
}

// source returns the range of the page that a range of the text, not empty,
// came from, and whether the bytes are the same. It is not ok if the range
// begins or ends inside a decoded character or has a gap in the page.
func (t *text) source(start, end int) (s segment, ok bool) {
	if t.segs == nil {
		return segment{src: int32(start), end: int32(end), same: true}, true
	}
	i := t.segmentAt(start)
	if i < 0 {
		return segment{}, false
	}
	first := t.segs[i]
	s = segment{src: first.src, same: first.same && end <= t.segmentEnd(i)}
	if first.same {
		s.src += int32(start) - first.at
	} else if int(first.at) != start {
		return segment{}, false
	}
	for t.segmentEnd(i) < end {
		if t.segs[i].end != t.segs[i+1].src {
			return segment{}, false
		}
		i++
	}
	last := t.segs[i]
	switch {
	case last.same:
		s.end = last.src + int32(end) - last.at
	case t.segmentEnd(i) == end:
		s.end = last.end
	default:
		return segment{}, false
	}
	return s, true
}

// add appends one stretch, which must not be empty.
func (t *text) add(b []byte, src, end int32, same bool) {
	if k := len(t.segs) - 1; k < 0 || !same || !t.segs[k].same || t.segs[k].end != src {
		t.segs = append(t.segs, segment{int32(len(t.bytes)), src, end, same})
	} else {
		t.segs[k].end = end
	}
	t.bytes = append(t.bytes, b...)
}

// copyFrom appends a range of another text as it stands.
func (t *text) copyFrom(from *text, start, end int) {
	if start >= end {
		return
	}
	if from.segs == nil {
		t.add(from.bytes[start:end], int32(start), int32(end), true)
		return
	}
	for i := from.segmentAt(start); start < end; i++ {
		stop := min(from.segmentEnd(i), end)
		s := from.segs[i]
		if s.same {
			s.src += int32(start) - s.at
			s.end = s.src + int32(stop-start)
		}
		t.add(from.bytes[start:stop], s.src, s.end, s.same)
		start = stop
	}
}

// unwrap appends what a range of another text stands for inside one more layer.
// It reports whether every character has a range of the page.
func (t *text) unwrap(from *text, start, end int, layer document.Wrap) bool {
	mark, next := byte('\\'), unescape
	switch layer {
	case document.References:
		mark, next = '&', reference
	case document.Template, document.NoWrap:
		t.copyFrom(from, start, end)
		return true
	}
	raw := from.bytes[start:end]
	var buf [16]byte
	for at := 0; at < len(raw); {
		k := bytes.IndexByte(raw[at:], mark)
		if k < 0 {
			t.copyFrom(from, start+at, end)
			break
		}
		k += at
		t.copyFrom(from, start+at, start+k)
		c, n := next(buf[:0], raw[k:])
		if n == 0 {
			t.copyFrom(from, start+k, start+k+1)
			at = k + 1
			continue
		}
		s, ok := from.source(start+k, start+k+n)
		if !ok {
			return false
		}
		if len(c) > 0 {
			t.add(c, s.src, s.end, false)
		}
		at = k + n
	}
	return true
}

// Unwrap returns what raw, a piece of a page that begins and ends between two
// characters, stands for inside the layers of w.
func Unwrap(raw []byte, w document.Wrapping) []byte {
	for _, layer := range w.Layers() {
		page := text{bytes: raw}
		var inner text
		switch layer {
		case document.NoWrap:
			return raw
		case document.JSONString, document.References:
			inner.unwrap(&page, 0, len(raw), layer)
			raw = inner.bytes
		}
	}
	return raw
}

// unescape decodes the escape of a JSON or JavaScript string that raw begins
// with, and returns its length, 0 for a backslash at the end.
func unescape(dst, raw []byte) ([]byte, int) {
	if len(raw) < 2 {
		return dst, 0
	}
	switch c := raw[1]; c {
	case 'n':
		return append(dst, '\n'), 2
	case 't':
		return append(dst, '\t'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 'b', 'f', 'v':
		return append(dst, ' '), 2
	case 'u':
		if r, ok := hexDigits(raw, 2, 4); ok {
			if utf16.IsSurrogate(r) && len(raw) >= 12 && raw[6] == '\\' && raw[7] == 'u' {
				if low, ok := hexDigits(raw, 8, 4); ok {
					if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
						return utf8.AppendRune(dst, pair), 12
					}
				}
			}
			return appendShown(dst, r), 6
		}
	case 'x':
		if r, ok := hexDigits(raw, 2, 2); ok {
			return appendShown(dst, r), 4
		}
	default:
		if c < utf8.RuneSelf {
			return append(dst, c), 2
		}
	}
	return dst, 0
}

// appendShown appends a character, U+FFFD for one that text cannot hold.
func appendShown(dst []byte, r rune) []byte {
	if r == 0 {
		r = utf8.RuneError
	}
	return utf8.AppendRune(dst, r)
}

// hexDigits reads n hexadecimal digits at raw[at:].
func hexDigits(raw []byte, at, n int) (r rune, ok bool) {
	if len(raw) < at+n {
		return 0, false
	}
	v, err := strconv.ParseUint(string(raw[at:at+n]), 16, 32)
	return rune(v), err == nil
}

// maxReference is how long a character reference can be.
const maxReference = 34

// reference decodes the character reference that raw begins with and returns
// its length, 0 if it is none. One without a semicolon is left as it is.
func reference(dst, raw []byte) ([]byte, int) {
	for i := 1; i < len(raw) && i < maxReference; i++ {
		switch c := raw[i]; {
		case c == ';':
			out := dom.DecodeAttr(dst, raw[:i+1])
			if len(out) > 0 && out[0] == '&' && out[len(out)-1] == ';' {
				return dst, 0
			}
			return out, i + 1
		case c == '#' && i == 1, '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return dst, 0
		}
	}
	return dst, 0
}
