package block

import "unicode"

// isSpace reports whether c is HTML's ASCII white space, which folds.
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

// Visible reports whether a reader could see r: it is neither white space nor a
// control or format character.
func Visible(r rune) bool {
	if r < 0x80 {
		return r > ' ' && r != 0x7f
	}
	return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cc, unicode.Cs) && !isFiller(r)
}

// isFiller reports whether r is a letter or mark that shows nothing.
func isFiller(r rune) bool {
	return r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r == 0x034f || r == 0x2800 ||
		r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// countRune adds a character outside ASCII to the block's statistics.
func (b *Builder) countRune(r rune) {
	s := &b.cur.Stats
	if !Visible(r) {
		if unicode.IsSpace(r) {
			b.inWord = false
		}
		return
	}
	s.Chars++
	switch {
	case Unspaced(r):
		s.Words++
		b.inWord = false
		return
	case unicode.IsLetter(r) || unicode.IsMark(r):
		if !b.inWord {
			s.Words++
		}
		if unicode.IsUpper(r) {
			s.Upper++
		}
		b.inWord = true
		return
	case unicode.IsDigit(r):
		if !b.inWord {
			s.Words++
		}
		s.Digits++
		b.inWord = true
		return
	}
	b.inWord = false
	switch r {
	case '。', '．', '！', '？', '؟', '।', '۔', '…':
		s.Sentences++
	case '、', '，', '،', '；', '؛':
		s.Commas++
	}
}

// Unspaced reports whether r belongs to a script written without spaces, of
// which each character counts as a word.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r <= 0x0eff: // Thai, Lao
		return unicode.IsLetter(r)
	case r < 0x1000:
		return false
	case r <= 0x109f, r >= 0x1780 && r <= 0x17ff: // Burmese, Khmer
		return unicode.IsLetter(r)
	case r < 0x3040:
		return false
	}
	return r <= 0x30ff || r >= 0x3400 && r <= 0x4dbf || r >= 0x4e00 && r <= 0x9fff ||
		r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
}
