package dom

import "unicode/utf8"

// WHATWG HTML 13.2.5.72 and following: character references.

// maxLegacyName is the size of the longest name that may do without ';'.
const maxLegacyName = 6

// entity is a named reference: where in entityList its name and, behind it, its
// characters stand.
type entity struct {
	start      uint16
	name, text uint8
}

// entities finds a name: a hash table with open addressing, half full.
var entities = func() (t [4096]entity) {
	for i := 0; i < len(entityList); {
		e := entity{uint16(i + 2), entityList[i], entityList[i+1]}
		i = int(e.start) + int(e.name) + int(e.text)
		h := hashEntity([]byte(entityList[e.start : e.start+uint16(e.name)]))
		for t[h].name != 0 {
			h = (h + 1) % uint32(len(t))
		}
		t[h] = e
	}
	return t
}()

func hashEntity(name []byte) uint32 {
	var h uint32
	for _, c := range name {
		h = (h ^ uint32(c)) * 0x01000193
	}
	return (h ^ h>>15) % 4096
}

// entityText returns the characters of a named reference, "" if there is none
// of that name.
func entityText(name []byte) string {
	for h := hashEntity(name); entities[h].name != 0; h = (h + 1) % uint32(len(entities)) {
		e := entities[h]
		end := e.start + uint16(e.name)
		if entityList[e.start:end] == string(name) {
			return entityList[end : end+uint16(e.text)]
		}
	}
	return ""
}

// appendReference appends the characters of the reference at the start of b,
// which is a '&', and returns how many bytes of b it is: 0 if it is none. In an
// attribute, a name without ';' is none before a letter, a digit or '='.
func appendReference(dst, b []byte, attribute bool) ([]byte, int) {
	if len(b) < 2 {
		return dst, 0
	}
	if b[1] == '#' {
		r, size := numericReference(b)
		if size == 0 {
			return dst, 0
		}
		return utf8.AppendRune(dst, r), size
	}
	text, size := namedReference(b, attribute)
	return append(dst, text...), size
}

// namedReference finds the longest name at the start of b. Only the whole run
// of letters and digits can be a name that ends in ';', so that is looked up
// first, then ever shorter prefixes of it.
func namedReference(b []byte, attribute bool) (text string, size int) {
	const maxName = 32
	end := 1
	for end < len(b) && end <= maxName && classes[b[end]]&alphanum != 0 {
		end++
	}
	if end < len(b) && b[end] == ';' {
		if text := entityText(b[1 : end+1]); text != "" {
			return text, end + 1
		}
	}
	for k := min(end, 1+maxLegacyName); k > 2; k-- {
		text := entityText(b[1:k])
		if text == "" {
			continue
		}
		if attribute && k < len(b) && (b[k] == '=' || classes[b[k]]&alphanum != 0) {
			return "", 0
		}
		return text, k
	}
	return "", 0
}

// numericReference reads the reference at the start of b, which begins "&#".
func numericReference(b []byte) (r rune, size int) {
	i, base := 2, rune(10)
	if i < len(b) && b[i]|0x20 == 'x' {
		i, base = 3, 16
	}
	digits := i
	for ; i < len(b); i++ {
		d := rune(b[i])
		switch c := classes[b[i]]; {
		case c&alphanum == 0:
			d = -1
		case c&alpha == 0:
			d -= '0'
		case base == 16 && c&hexOnly != 0:
			d = d | 0x20 - 'a' + 10
		default:
			d = -1
		}
		if d < 0 {
			break
		}
		r = min(r*base+d, utf8.MaxRune+1)
	}
	if i == digits {
		return 0, 0
	}
	if i < len(b) && b[i] == ';' {
		i++
	}
	return referenced(r), i
}

// referenced returns the character that a numeric reference to r stands for.
func referenced(r rune) rune {
	switch {
	case r == 0, r > utf8.MaxRune, r >= 0xD800 && r <= 0xDFFF:
		return utf8.RuneError
	case r >= 0x80 && r <= 0x9F:
		return windows1252[r-0x80]
	}
	return r
}

// windows1252 holds what numeric references to C1 controls stand for.
var windows1252 = [32]rune{
	0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
	0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
}
