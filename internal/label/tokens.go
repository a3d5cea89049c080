package label

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Limits on what is read of one element or block.
const (
	maxName  = 256 // bytes of an attribute
	maxNames = 24  // tokens of an element
	maxWords = 32  // words of a block
)

// hashBytes hashes a text, eight bytes at a time.
func hashBytes(b []byte) uint32 {
	h := uint64(len(b)) * 0x9e3779b97f4a7c15
	for ; len(b) >= 8; b = b[8:] {
		h = (h ^ binary.LittleEndian.Uint64(b)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	for _, c := range b {
		h = (h ^ uint64(c)) * 0xff51afd7ed558ccd
	}
	return mix(uint32(h ^ h>>32))
}

// appendNames appends the tokens of an element's names: its tag, its class and id
// words, whole and in pieces, its role, itemprop and itemtype. Digits are all
// alike.
func appendNames(dst []uint32, t *dom.Tree, id dom.ID) []uint32 {
	from := len(dst)
	dst = append(dst, mix(uint32(t.Nodes[id].Tag)+1))
	for _, a := range t.Attrs(id) {
		var salt uint32
		switch a.Key {
		case dom.KeyClass:
			salt = 0
		case dom.KeyID:
			salt = 0x51
		case dom.KeyRole:
			salt = 0x0a01
		case dom.KeyItemprop:
			salt = 0x0a02
		case dom.KeyItemtype:
			salt = 0x0a03
		default:
			continue
		}
		value := t.Value(&a)
		dst = appendName(dst, value[:min(len(value), maxName)], salt)
		if len(dst)-from > maxNames {
			return dst[:from+maxNames]
		}
	}
	return dst
}

// appendName appends the tokens of one attribute.
func appendName(dst []uint32, v []byte, salt uint32) []uint32 {
	for i := 0; i < len(v); {
		for i < len(v) && v[i] <= ' ' {
			i++
		}
		start := i
		whole, piece := salt+0x811c9dc5, uint32(0)
		pieces, length := 0, 0
		flush := func() {
			if length >= 2 {
				dst = append(dst, mix(piece+0x77))
				pieces++
			}
			piece, length = 0, 0
		}
		prev := byte(0)
		for ; i < len(v) && v[i] > ' '; i++ {
			c := v[i]
			switch {
			case c >= '0' && c <= '9':
				flush()
				c = '0'
				if prev == '0' {
					continue
				}
			case c >= 'A' && c <= 'Z':
				if prev >= 'a' && prev <= 'z' {
					flush()
				}
				c |= 0x20
				piece = (piece ^ uint32(c)) * 0x01000193
				length++
			case c >= 'a' && c <= 'z' || c >= 0x80:
				piece = (piece ^ uint32(c)) * 0x01000193
				length++
			default:
				flush()
			}
			whole = (whole ^ uint32(c)) * 0x01000193
			prev = v[i]
			if c == '0' {
				prev = '0'
			}
		}
		flush()
		if i > start && (pieces != 1 || salt != 0) {
			dst = append(dst, mix(whole))
		}
	}
	return dst
}

// text is what a reading of a block's first words tells.
type text struct {
	words     [maxWords]uint32
	count     int
	titled    int32 // words that are in the title
	symbols   int32 // signs of programs and data
	size      int32 // bytes read
	first     uint8 // class of the first character
	last      uint8
	price     bool
	year      bool
	at        bool
	copyright bool
	currency  bool
	digit     bool
	phrase    document.Role // of a line that begins with words that sites use
}

// The classes of a first or last character.
const (
	charNone = iota
	charLower
	charUpper
	charDigit
	charStop
	charColon
	charComma
	charOpen
	charCurrency
	charOther
	charLetter
)

// read reads the first words of a block, and returns how many bytes they take.
func (x *text) read(b []byte, titles *wordSet) int {
	*x = text{}
	r, _ := utf8.DecodeRune(b)
	x.first = charClass(r)
	r, _ = utf8.DecodeLastRune(b)
	x.last = charClass(r)
	h, n, digits, year := uint32(0), 0, 0, uint32(0)
	end := func() {
		if n == 0 {
			return
		}
		if digits == 4 && n == 4 && year >= 1990 && year < 2040 {
			x.year = true
		}
		w := mix(h + uint32(n)*0x9e37)
		x.words[x.count] = w
		x.count++
		if titles.has(w) {
			x.titled++
		}
		h, n, digits, year = 0, 0, 0, 0
	}
	i := 0
	for i < len(b) && x.count < maxWords {
		c := b[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z':
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case c >= '0' && c <= '9':
				x.digit = true
				year = year*10 + uint32(c-'0')
				digits++
				if digits == n+1 && n > 0 {
					n++ // digits beyond the first are counted, not hashed
					continue
				}
				c = '0'
			default:
				end()
				switch c {
				case '$':
					x.currency = true
				case '@':
					x.at = true
				case '{', '}', '[', ']', '"', '=', ';', '<', '>', '_', '\\', '|':
					x.symbols++
				}
				continue
			}
			h = (h ^ uint32(c)) * 0x01000193
			n++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		i += size
		switch {
		case block.Unspaced(r):
			end()
			if x.count < maxWords {
				h, n = (uint32(r)^0x811c)*0x01000193, 1
				end()
			}
		case r == '€' || r == '£' || r == '¥' || r == '₹' || r == '₽' || r == '₩' || r == '￥':
			end()
			x.currency = true
		case r == '©':
			end()
			x.copyright = true
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			h = (h ^ uint32(unicode.ToLower(r))) * 0x01000193
			n++
		default:
			end()
		}
	}
	if x.count < maxWords {
		end()
	}
	x.price, x.size = x.currency && x.digit, int32(i)
	return i
}

// tokens appends the tokens of the words read: each word, each pair, the first
// word, and for short blocks all of it.
func (x *text) tokens(dst []uint32) []uint32 {
	whole, prev := uint32(0), uint32(0)
	for i, w := range x.words[:x.count] {
		dst = append(dst, w)
		if i > 0 {
			dst = append(dst, mix(prev*31+w))
		}
		prev = w
		whole = mix(whole*33 + w)
	}
	if x.count > 0 {
		dst = append(dst, mix(x.words[0]+0xf1))
	}
	if x.count <= 6 {
		dst = append(dst, whole)
	}
	return append(dst, 0xb1a5+uint32(min(x.count, 8)), 0xc1a5+uint32(x.first)<<4|uint32(x.last))
}

func charClass(r rune) uint8 {
	switch {
	case r >= 'a' && r <= 'z':
		return charLower
	case r >= 'A' && r <= 'Z':
		return charUpper
	case r >= '0' && r <= '9':
		return charDigit
	}
	switch r {
	case '.', '!', '?', '。', '！', '？', '…', '।', '؟':
		return charStop
	case ':', '：':
		return charColon
	case ',', ';', '，', '、':
		return charComma
	case '(', '[', '"', '\'', '“', '„', '«', '「', '（':
		return charOpen
	case '$', '€', '£', '¥', '₹':
		return charCurrency
	}
	switch {
	case unicode.IsLower(r):
		return charLower
	case unicode.IsUpper(r):
		return charUpper
	case unicode.IsLetter(r):
		return charLetter
	}
	return charOther
}

// wordSet is a small set of words, those of a title.
type wordSet struct {
	words [maxWords]uint32
	count int
	seen  uint64 // a bit for each word's hash
}

func (s *wordSet) fill(title string) {
	var x text
	x.read([]byte(title), &wordSet{})
	s.words, s.count, s.seen = x.words, x.count, 0
	for _, w := range x.words[:x.count] {
		s.seen |= 1 << (w & 63)
	}
}

func (s *wordSet) has(w uint32) bool {
	if s.seen>>(w&63)&1 == 0 {
		return false
	}
	for _, x := range s.words[:s.count] {
		if x == w {
			return true
		}
	}
	return false
}
