package meta

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits of one JSON text. Pages stay far below them; what lies beyond is not
// read.
const (
	maxJSONDepth  = 48
	maxJSONValues = 1 << 16
)

// jsonKind is the kind of a JSON value.
type jsonKind uint8

const (
	jsonNull    jsonKind = iota // null, and the root of a text
	jsonLiteral                 // number, true, false
	jsonString
	jsonArray
	jsonObject
)

// jsonValue is one value of a JSON text. Values are numbered in document order,
// like the nodes of a dom.Tree: the descendants of value i are i+1 up to, not
// including, its after.
type jsonValue struct {
	keyStart, keyEnd int32 // the raw name of an object's member; empty in an array
	start, end       int32 // the raw value; of a string, what stands between its quotes
	after            int32
	kind             jsonKind
}

// jsonText is a JSON text as read by parse. Value 0 is an array of its top-level
// values: some pages put several into one script.
type jsonText struct {
	src    []byte
	values []jsonValue

	pos              int
	open             [maxJSONDepth]int32 // the containers not yet closed
	depth            int
	keyStart, keyEnd int32 // the name read last, until its value comes
}

// parse reads src, reusing j's memory. It cannot fail: pages carry JSON with
// stray commas, comments, line ends in strings, unescaped quotes, and texts cut
// off in the middle, and what could be read of them is often all there is.
func (j *jsonText) parse(src []byte) {
	*j = jsonText{src: src, values: j.values[:0]}
	j.values = append(j.values, jsonValue{kind: jsonArray, end: int32(len(src))})
	j.depth = 1
	for j.pos < len(src) && len(j.values) < maxJSONValues {
		switch c := src[j.pos]; c {
		case '{', '[':
			j.enter(c)
		case '}', ']':
			j.leave(c)
			j.pos++
		case '"':
			j.text()
		case ',':
			j.keyStart, j.keyEnd = 0, 0
			j.pos++
		case ' ', '\t', '\n', '\r', ':':
			j.pos++
		default:
			j.literal()
		}
	}
	for j.depth > 0 {
		j.close()
	}
}

// add appends a value that takes the name read last.
func (j *jsonText) add(kind jsonKind, start, end int) {
	j.values = append(j.values, jsonValue{
		keyStart: j.keyStart, keyEnd: j.keyEnd, start: int32(start), end: int32(end),
		after: int32(len(j.values) + 1), kind: kind,
	})
	j.keyStart, j.keyEnd = 0, 0
}

// enter opens a container. One that is nested too deeply is stepped over.
func (j *jsonText) enter(c byte) {
	if j.depth == maxJSONDepth {
		j.skip()
		return
	}
	kind := jsonArray
	if c == '{' {
		kind = jsonObject
	}
	j.open[j.depth] = int32(len(j.values))
	j.depth++
	j.add(kind, j.pos, len(j.src))
	j.pos++
}

// skip steps over a container without reading it.
func (j *jsonText) skip() {
	j.keyStart, j.keyEnd = 0, 0
	for nested := 0; j.pos < len(j.src); {
		switch j.src[j.pos] {
		case '{', '[':
			nested++
		case '}', ']':
			nested--
		case '"':
			j.pos = j.stringEnd(j.pos + 1)
		}
		j.pos++
		if nested == 0 {
			return
		}
	}
}

// leave closes the innermost open container that c ends, and those inside it
// that nothing closed. A bracket that closes nothing is ignored.
func (j *jsonText) leave(c byte) {
	kind := jsonArray
	if c == '}' {
		kind = jsonObject
	}
	for k := j.depth - 1; k > 0; k-- {
		if j.values[j.open[k]].kind == kind {
			for j.depth > k {
				j.close()
			}
			return
		}
	}
}

// close ends the innermost open container here.
func (j *jsonText) close() {
	j.depth--
	v := &j.values[j.open[j.depth]]
	v.after = int32(len(j.values))
	v.end = int32(min(j.pos+1, len(j.src)))
	j.keyStart, j.keyEnd = 0, 0
}

// text reads a string: the name of a member if a colon follows in an object. A
// string that never ends is dropped, since its end may be missing.
func (j *jsonText) text() {
	start := j.pos + 1
	end := j.stringEnd(start)
	j.pos = min(end+1, len(j.src))
	if end == len(j.src) {
		return
	}
	if j.keyEnd == 0 && j.values[j.open[j.depth-1]].kind == jsonObject && j.colonFollows() {
		j.keyStart, j.keyEnd = int32(start), int32(end)
		return
	}
	j.add(jsonString, start, end)
}

func (j *jsonText) colonFollows() bool {
	k := skipJSONSpace(j.src, j.pos)
	return k < len(j.src) && j.src[k] == ':'
}

// stringEnd returns the offset of the quote that ends the string begun at start,
// or len(src). A quote that no delimiter follows was left unescaped by the
// page's author and ends nothing.
func (j *jsonText) stringEnd(start int) int {
	for k := start; k < len(j.src); k++ {
		switch j.src[k] {
		case '\\':
			k++
		case '"':
			if quoteEnds(j.src, k+1) {
				return k
			}
		}
	}
	return len(j.src)
}

// quoteEnds reports whether the string whose last quote stands before k can end
// there. A new line counts as a delimiter: some pages forget the comma.
func quoteEnds(src []byte, k int) bool {
	next := skipJSONSpace(src, k)
	if next == len(src) {
		return true
	}
	switch src[next] {
	case ',', ':', '}', ']':
		return true
	case '"':
		return bytes.IndexByte(src[k:next], '\n') >= 0
	}
	return false
}

func skipJSONSpace(src []byte, k int) int {
	for k < len(src) && (src[k] == ' ' || src[k] == '\t' || src[k] == '\n' || src[k] == '\r') {
		k++
	}
	return k
}

// literal reads a number or a word; words that JSON does not know are ignored.
func (j *jsonText) literal() {
	start := j.pos
	for j.pos < len(j.src) && bytes.IndexByte([]byte(" \t\r\n,:{}[]\""), j.src[j.pos]) < 0 {
		j.pos++
	}
	switch word := j.src[start:j.pos]; {
	case string(word) == "null":
		j.add(jsonNull, start, j.pos)
	case string(word) == "true", string(word) == "false", word[0] == '-', '0' <= word[0] && word[0] <= '9':
		j.add(jsonLiteral, start, j.pos)
	}
}

// member returns the member of object i with the given name, or 0.
func (j *jsonText) member(i int32, name string) int32 {
	if j.values[i].kind != jsonObject {
		return 0
	}
	for k := i + 1; k < j.values[i].after; k = j.values[k].after {
		if v := &j.values[k]; string(j.src[v.keyStart:v.keyEnd]) == name {
			return k
		}
	}
	return 0
}

// raw returns the bytes of value i as they stand.
func (j *jsonText) raw(i int32) []byte {
	v := &j.values[i]
	return j.src[v.start:v.end]
}

// appendString appends the characters of a raw string to dst, its escapes
// decoded. An escape that is none is kept as it stands.
func appendString(dst, raw []byte) []byte {
	for len(raw) > 0 {
		k := bytes.IndexByte(raw, '\\')
		if k < 0 || k+1 == len(raw) {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:k]...)
		raw = raw[k:]
		switch c := raw[1]; c {
		case '"', '\\', '/':
			dst = append(dst, c)
		case 'b', 'f', 'n', 'r', 't':
			dst = append(dst, ' ')
		case 'u':
			r, n := decodeEscape(raw)
			dst = utf8.AppendRune(dst, r)
			raw = raw[n:]
			continue
		default:
			dst = append(dst, raw[:2]...)
		}
		raw = raw[2:]
	}
	return dst
}

// decodeEscape decodes the \uXXXX escape, or surrogate pair of two, that raw
// begins with, and returns its length.
func decodeEscape(raw []byte) (rune, int) {
	r, ok := hex4(raw)
	if !ok {
		return utf8.RuneError, 2
	}
	if utf16.IsSurrogate(r) {
		if low, ok := hex4(raw[6:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, 12
			}
		}
		return utf8.RuneError, 6
	}
	return r, 6
}

// hex4 decodes one \uXXXX escape.
func hex4(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(string(raw[2:6]), 16, 32)
	return rune(v), err == nil
}
