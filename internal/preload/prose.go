package preload

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/internal/block"
)

const (
	minProse      = 12  // words of the shortest prose
	minProseBytes = 60  // and its bytes
	minUnmarked   = 30  // words of the shortest prose without the end of a sentence
	maxTokenMean  = 14  // characters of its words, on average
	minLetters    = 72  // percent of its characters that are letters
	maxOdd        = 3   // percent that are of code rather than prose
	maxBraced     = 120 // words of a text that a brace makes a template or code
)

// shape is what a text looks like. Markup counts nothing.
type shape struct {
	words, unspaced int // unspaced: of words, characters of scripts without spaces
	chars, letters  int
	odd, sentences  int
	braces          int
}

// shapeOf counts a text. In HTML, tags are left out, and references count as
// the characters they are written with.
func shapeOf(b []byte, html bool) (s shape) {
	inWord := false
	for i := 0; i < len(b); {
		if html && b[i] == '<' {
			inWord = false
			if k := bytes.IndexByte(b[i:], '>'); k >= 0 {
				i += k + 1
				continue
			}
			return s // a tag that does not end takes the rest with it
		}
		r, n := utf8.DecodeRune(b[i:])
		i += n
		if !block.Visible(r) {
			inWord = false
			continue
		}
		s.chars++
		switch {
		case block.Unspaced(r):
			s.words++
			s.unspaced++
			s.letters++
			inWord = false
		case unicode.IsLetter(r) || unicode.IsMark(r), unicode.IsDigit(r):
			if !unicode.IsDigit(r) {
				s.letters++
			}
			if !inWord {
				s.words++
			}
			inWord = true
		default:
			s.mark(r)
			inWord = inWord && (r == '\'' || r == '’' || r == '_')
		}
	}
	return s
}

// mark counts a character that is neither a letter nor a digit.
func (s *shape) mark(r rune) {
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '।', '۔', '…':
		s.sentences++
	case '{', '}':
		s.braces++
		s.odd++
	case '[', ']', '<', '>', '=', '_', '\\', '|', '#', '@', '$', '^', '~', '*', '/':
		s.odd++
	}
}

// prose reports whether a text of this shape is sentences that people read.
func (s *shape) prose() bool {
	words := s.words - s.unspaced/2
	spaced := s.words - s.unspaced
	switch {
	case words < minProse,
		s.sentences == 0 && words < minUnmarked,
		s.letters*100 < s.chars*minLetters,
		s.odd*100 > s.chars*maxOdd,
		s.braces > 0 && s.words < maxBraced,
		(s.chars-s.unspaced) > spaced*maxTokenMean && s.unspaced*2 < s.chars:
		return false
	}
	return true
}

// isMarkup reports whether a string holds HTML rather than characters that are
// meant as they stand: a tag, or a reference with a name or a number.
func isMarkup(b []byte) bool {
	lastTag := bytes.LastIndexByte(b, '>')
	for i, c := range b {
		switch c {
		case '<':
			if i+1 < len(b) {
				if next := b[i+1] | 0x20; 'a' <= next && next <= 'z' && i < lastTag {
					return true
				}
				if b[i+1] == '/' || b[i+1] == '!' {
					return true
				}
			}
		case '&':
			if _, n := reference(nil, b[i:]); n > 0 {
				return true
			}
		}
	}
	return false
}

// isWrittenMarkup reports whether a string holds HTML whose own characters are
// written as references: "&lt;p&gt;".
func isWrittenMarkup(b []byte) bool {
	return bytes.IndexByte(b, '<') < 0 && bytes.Contains(b, []byte("&lt;")) && bytes.Contains(b, []byte("&gt;"))
}

// shingle is how many words are compared at once.
const shingle = 5

// shingles is a set of runs of words, by their hashes.
type shingles struct{ seen map[uint64]struct{} }

// roller makes the runs of words of one text after another, as if they were one.
type roller struct {
	ring [shingle]uint64 // the last words
	n    int             // how many there were
}

// roll calls do with the hash of every run of words that ends in b.
func (r *roller) roll(b []byte, do func(uint64)) {
	words(b, func(h uint64) {
		r.ring[r.n%shingle] = h
		if r.n++; r.n >= shingle {
			do(joined(&r.ring, r.n))
		}
	})
}

// each calls do with the hash of every run of words of b, folded: a text that is
// shorter than a shingle is one run.
func each(b []byte, do func(uint64)) {
	var r roller
	r.roll(b, do)
	if 0 < r.n && r.n < shingle {
		do(joined(&r.ring, r.n))
	}
}

// joined returns the hash of the words that ring holds, the oldest first.
func joined(ring *[shingle]uint64, n int) uint64 {
	h := uint64(14695981039346656037)
	for k := max(0, n-shingle); k < n; k++ {
		h = (h ^ ring[k%shingle]) * 1099511628211
		h ^= h >> 29
	}
	return h
}

// words calls do with the hash of every word of b in lower case.
func words(b []byte, do func(uint64)) {
	const start, prime = 14695981039346656037, 1099511628211
	h, inWord := uint64(start), false
	end := func() {
		if inWord {
			do(h)
		}
		h, inWord = start, false
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		i += n
		switch {
		case block.Unspaced(r):
			end()
			do((start ^ uint64(r)) * prime)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			h = (h ^ uint64(unicode.ToLower(r))) * prime
			inWord = true
		default:
			end()
		}
	}
	end()
}

func (s *shingles) add(b []byte) { each(b, func(h uint64) { s.seen[h] = struct{}{} }) }

// addBlocks adds the runs of words of a page's blocks, also those that go from
// one block into the next, and short blocks whole.
func (s *shingles) addBlocks(set *block.Set) {
	var r roller
	for i := range set.Blocks {
		r.roll(set.TextOf(i), func(h uint64) { s.seen[h] = struct{}{} })
		if set.Blocks[i].Words < shingle {
			s.add(set.TextOf(i))
		}
	}
}

// holds reports whether more than half of the runs of words of b are known.
func (s *shingles) holds(b []byte) bool {
	all, known := 0, 0
	each(b, func(h uint64) {
		all++
		if _, ok := s.seen[h]; ok {
			known++
		}
	})
	return known*2 > all
}
