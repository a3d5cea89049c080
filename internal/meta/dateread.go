package meta

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// tokenKind is the kind of a token of a date. Punctuation is its own kind, by
// its rune, with the characters for year, month and day of east Asia under the
// name of the Chinese ones.
type tokenKind rune

const (
	numberToken tokenKind = -1 - iota
	monthToken
	wordToken
)

// dateToken is a number, a word or a mark. For a number, value is the number
// and size the count of its digits; for a month, value is 1 to 12.
type dateToken struct {
	kind       tokenKind
	value      int
	size       int
	start, end int
}

// maxDateTokens bounds the tokens looked at for one date; a date has at most 20.
const maxDateTokens = 96

// dateReader reads dates from tokens.
type dateReader struct {
	text   []byte
	style  dateStyle
	tokens [maxDateTokens]dateToken
	n      int
}

// tokenise cuts text into tokens from the given offset on.
func (r *dateReader) tokenise(text []byte, from int) {
	for k := from; k < len(text) && r.n < maxDateTokens; {
		c, size := utf8.DecodeRune(text[k:])
		t := dateToken{start: k, end: k + size}
		switch {
		case unicode.IsSpace(c):
			k += size
			continue
		case '0' <= c && c <= '9':
			t.number(text)
		default:
			if t.kind = eastAsian(c); t.kind == 0 && unicode.IsLetter(c) {
				t.word(text)
			} else if t.kind == 0 {
				t.kind = tokenKind(c)
			}
		}
		r.tokens[r.n] = t
		r.n++
		k = t.end
	}
}

// eastAsian returns the kind of the characters that stand behind the numbers of
// a Chinese, Japanese or Korean date, or 0.
func eastAsian(c rune) tokenKind {
	switch c {
	case '年', '년':
		return '年'
	case '月', '월':
		return '月'
	case '日', '일', '号', '號':
		return '日'
	}
	return 0
}

// number completes a token that begins with a digit. A number too long for any
// date has the value -1.
func (t *dateToken) number(text []byte) {
	t.kind = numberToken
	t.end = t.start
	for t.end < len(text) && '0' <= text[t.end] && text[t.end] <= '9' {
		if t.size++; t.size <= 9 {
			t.value = t.value*10 + int(text[t.end]-'0')
		}
		t.end++
	}
	if t.size > 9 {
		t.value = -1
	}
}

// word completes a token that begins with a letter. The letters end at the
// signs of eastAsian, which are words of their own.
func (t *dateToken) word(text []byte) {
	t.kind = wordToken
	for t.end < len(text) {
		c, size := utf8.DecodeRune(text[t.end:])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) || eastAsian(c) != 0 {
			break
		}
		t.end += size
	}
	if t.end-t.start > longestMonth {
		return
	}
	var buf [longestMonth * 2]byte
	if m, ok := monthOf[string(appendLower(buf[:0], text[t.start:t.end]))]; ok {
		t.kind, t.value = monthToken, int(m)
	}
}

// appendLower appends text in lower case.
func appendLower[T string | []byte](dst []byte, text T) []byte {
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = decode(text[i:])
		}
		i += size
		dst = utf8.AppendRune(dst, unicode.ToLower(c))
	}
	return dst
}

// is reports whether token i is of a kind; it may lie beyond the end.
func (r *dateReader) is(i int, kind tokenKind) bool { return i < r.n && r.tokens[i].kind == kind }

// num reports whether token i is a number of least to most digits.
func (r *dateReader) num(i, least, most int) bool {
	return r.is(i, numberToken) && r.tokens[i].size >= least && r.tokens[i].size <= most
}

// isWord reports whether token i is one of the given words, which are ASCII in
// lower case.
func (r *dateReader) isWord(i int, words ...string) bool {
	if !r.is(i, wordToken) {
		return false
	}
	got := r.text[r.tokens[i].start:r.tokens[i].end]
	for _, w := range words {
		if len(got) == len(w) && bytes.EqualFold(got, []byte(w)) {
			return true
		}
	}
	return false
}

// date reads the date that begins with token i.
func (r *dateReader) date(i int) (foundDate, bool) {
	if r.glued(i) {
		return foundDate{}, false
	}
	s := stamp{hour: -1, minute: -1, second: -1, zone: noZone}
	var next int
	switch {
	case r.num(i, 4, 4):
		next = r.yearFirst(i, &s)
	case r.num(i, 8, 8) && r.style.whole:
		next = r.compact(i, &s)
	case r.num(i, 1, 2):
		if next = r.dayMonth(i, &s); next == 0 {
			next = r.numeric(i, &s)
		}
	case r.is(i, monthToken):
		next = r.monthDay(i, &s)
	}
	if next == 0 || !s.valid() {
		return foundDate{}, false
	}
	if s.day != 0 {
		next = r.clock(next, &s)
	}
	return foundDate{stamp: s, start: r.tokens[i].start, end: r.tokens[next-1].end}, true
}

// glued reports whether token i is a number that hangs on the token before it,
// as in a version, an amount or a path.
func (r *dateReader) glued(i int) bool {
	if i == 0 || !r.is(i, numberToken) || r.tokens[i-1].end != r.tokens[i].start {
		return false
	}
	switch r.tokens[i-1].kind {
	case '.', '-', '/', '_', '$', '€', '£', '#', '+':
		return true
	}
	return false
}

// yearFirst reads 2023-03-12, 2023/3/12, 2023. 3. 12., 2023年3月12日 and
// "2023 March 12".
func (r *dateReader) yearFirst(i int, s *stamp) int {
	s.year = int16(r.tokens[i].value)
	k := i + 1
	if r.is(k, '.') {
		if m := r.monthAfterYear(k+1, s); m != 0 {
			return m
		}
	}
	if m := r.monthAfterYear(k, s); m != 0 {
		return m
	}
	sep := tokenKind(0)
	for _, c := range [...]tokenKind{'-', '/', '.', '年', '–'} {
		if r.is(k, c) {
			sep = c
		}
	}
	if sep != 0 && r.num(k+1, 1, 2) {
		s.month = uint8(r.tokens[k+1].value)
		inner := sep
		if sep == '年' {
			inner = '月'
		}
		if s.month > 0 && r.is(k+2, inner) && r.num(k+3, 1, 2) && r.tokens[k+3].value > 0 {
			s.day = uint8(r.tokens[k+3].value)
			if r.is(k+4, '日') {
				return k + 5
			}
			return k + 4
		}
		if r.style.whole && sep != '.' && s.month > 0 {
			return k + 2
		}
		return 0
	}
	if r.style.whole && r.n == 1 {
		return k
	}
	return 0
}

// monthAfterYear reads the month and day of "2023 March 12".
func (r *dateReader) monthAfterYear(k int, s *stamp) int {
	if r.is(k, '-') || r.is(k, '/') {
		k++
	}
	if !r.is(k, monthToken) {
		return 0
	}
	day := k + 1
	if r.is(day, '-') || r.is(day, '/') || r.is(day, '.') {
		day++
	}
	if !r.num(day, 1, 2) || r.tokens[day].value == 0 {
		return 0
	}
	s.month, s.day = uint8(r.tokens[k].value), uint8(r.tokens[day].value)
	return day + 1
}

// compact reads 20230312.
func (r *dateReader) compact(i int, s *stamp) int {
	v := r.tokens[i].value
	s.year, s.month, s.day = int16(v/10000), uint8(v/100%100), uint8(v%100)
	if s.month == 0 || s.day == 0 {
		return 0
	}
	return i + 1
}

// dayMonth reads "12 March 2023", "12. März 2023", "1st of May, 2023",
// "12 de marzo de 2023" and 12-Mar-2023.
func (r *dateReader) dayMonth(i int, s *stamp) int {
	k := i + 1
	if r.isWord(k, "st", "nd", "rd", "th", "er", "re", "e") || r.is(k, '.') || r.is(k, 'º') || r.is(k, '°') {
		k++
	}
	if r.is(k, '-') || r.is(k, '/') || r.is(k, ',') || r.isWord(k, "de", "of", "d") {
		k++
	}
	if r.is(k, '\'') || r.is(k, '’') {
		k++
	}
	if !r.is(k, monthToken) || r.tokens[i].value == 0 {
		return 0
	}
	s.day, s.month = uint8(r.tokens[i].value), uint8(r.tokens[k].value)
	return r.yearAfter(k+1, s)
}

// monthDay reads "March 12, 2023", "Mar. 12th 2023" and, in a text that is all
// date, "March 2023".
func (r *dateReader) monthDay(i int, s *stamp) int {
	s.month = uint8(r.tokens[i].value)
	k := i + 1
	if r.is(k, '.') || r.is(k, '-') || r.is(k, '/') {
		k++
	}
	if r.style.whole && r.num(k, 4, 4) {
		s.year = int16(r.tokens[k].value)
		return k + 1
	}
	if !r.num(k, 1, 2) || r.tokens[k].value == 0 {
		return 0
	}
	s.day = uint8(r.tokens[k].value)
	k++
	if r.isWord(k, "st", "nd", "rd", "th") {
		k++
	}
	return r.yearAfter(k, s)
}

// yearAfter reads the year behind a day and a month. One of two digits needs an
// apostrophe or the dash of 12-Mar-23 before it.
func (r *dateReader) yearAfter(k int, s *stamp) int {
	short := false
	for n := 0; n < 3 && k < r.n; n++ {
		switch {
		case r.is(k, '-'), r.is(k, '\''), r.is(k, '’'):
			short = true
		case r.is(k, ','), r.is(k, '.'), r.is(k, '/'), r.isWord(k, "de", "del", "do", "of", "a"):
		default:
			n = 3
			continue
		}
		k++
	}
	switch {
	case r.num(k, 4, 4):
		s.year = int16(r.tokens[k].value)
	case short && r.num(k, 2, 2) && r.tokens[k-1].end == r.tokens[k].start && !r.is(k+1, ':'):
		s.year = 2000 + int16(r.tokens[k].value)
	default:
		return 0
	}
	return k + 1
}

// numeric reads 12.03.2023, 12/3/2023 and 12-03-2023, and in a text that is all
// date 12.03.23.
func (r *dateReader) numeric(i int, s *stamp) int {
	sep := tokenKind(0)
	for _, c := range [...]tokenKind{'.', '/', '-'} {
		if r.is(i+1, c) {
			sep = c
		}
	}
	if sep == 0 || !r.num(i+2, 1, 2) || !r.is(i+3, sep) {
		return 0
	}
	switch year := r.tokens[min(i+4, r.n-1)].value; {
	case r.num(i+4, 4, 4):
		s.year = int16(year)
	case r.style.whole && r.num(i, 2, 2) && r.num(i+2, 2, 2) && r.num(i+4, 2, 2):
		s.year = 2000 + int16(year)
	default:
		return 0
	}
	day, month := r.tokens[i].value, r.tokens[i+2].value
	if month > 12 || sep != '.' && r.style.monthFirst && day <= 12 {
		day, month = month, day
	}
	if day == 0 || month == 0 {
		return 0
	}
	s.day, s.month = uint8(day), uint8(month)
	return i + 5
}
