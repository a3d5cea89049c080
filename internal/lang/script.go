package lang

import "unicode"

// Script is a writing system, as far as it tells languages apart.
type Script uint8

// The scripts. NoScript is everything that is no letter, and the letters of
// scripts that no known language uses.
const (
	NoScript Script = iota
	Latin
	Cyrillic
	Arabic
	Devanagari
	Han
	Kana
	Hangul
	Greek
	Hebrew
	Armenian
	Georgian
	Thai
	Lao
	Khmer
	Myanmar
	Bengali
	Gurmukhi
	Gujarati
	Oriya
	Tamil
	Telugu
	Kannada
	Malayalam
	Sinhala
	Ethiopic
	Tibetan

	scriptCount
)

// scriptRanges gives the script of the letters in a range, in ascending order.
// Only blocks in living use are listed. Marks inside them count as letters:
// words of the Indic scripts and of Thai are full of them.
var scriptRanges = [...]struct {
	first, last rune
	script      Script
}{
	{0x00AA, 0x00AA, Latin},
	{0x00BA, 0x00BA, Latin},
	{0x00C0, 0x02AF, Latin},
	{0x0370, 0x03FF, Greek},
	{0x0400, 0x052F, Cyrillic},
	{0x0531, 0x0587, Armenian},
	{0x05D0, 0x05F2, Hebrew},
	{0x0620, 0x065F, Arabic},
	{0x066E, 0x06D3, Arabic},
	{0x06D5, 0x06EF, Arabic},
	{0x06FA, 0x077F, Arabic},
	{0x0900, 0x0963, Devanagari},
	{0x0971, 0x097F, Devanagari},
	{0x0980, 0x09E3, Bengali},
	{0x0A01, 0x0A5E, Gurmukhi},
	{0x0A70, 0x0A75, Gurmukhi},
	{0x0A81, 0x0AE3, Gujarati},
	{0x0B01, 0x0B63, Oriya},
	{0x0B82, 0x0BD7, Tamil},
	{0x0C00, 0x0C63, Telugu},
	{0x0C80, 0x0CE3, Kannada},
	{0x0D00, 0x0D63, Malayalam},
	{0x0D81, 0x0DF3, Sinhala},
	{0x0E01, 0x0E3A, Thai},
	{0x0E40, 0x0E4E, Thai},
	{0x0E81, 0x0ECD, Lao},
	{0x0F40, 0x0FBC, Tibetan},
	{0x1000, 0x103F, Myanmar},
	{0x1050, 0x108F, Myanmar},
	{0x10A0, 0x10FF, Georgian},
	{0x1100, 0x11FF, Hangul},
	{0x1200, 0x135F, Ethiopic},
	{0x1780, 0x17D3, Khmer},
	{0x1C90, 0x1CBF, Georgian},
	{0x1E00, 0x1EFF, Latin},
	{0x1F00, 0x1FFF, Greek},
	{0x3005, 0x3007, Han},
	{0x3041, 0x3096, Kana},
	{0x30A1, 0x30FA, Kana},
	{0x30FC, 0x30FF, Kana},
	{0x3131, 0x318E, Hangul},
	{0x3400, 0x4DBF, Han},
	{0x4E00, 0x9FFF, Han},
	{0xAC00, 0xD7A3, Hangul},
	{0xF900, 0xFAFF, Han},
	{0xFB50, 0xFDFF, Arabic},
	{0xFE70, 0xFEFC, Arabic},
	{0xFF21, 0xFF3A, Latin},
	{0xFF41, 0xFF5A, Latin},
	{0xFF66, 0xFF9D, Kana},
	{0x20000, 0x323AF, Han},
}

// ScriptOf returns the script of a letter, NoScript for anything else.
func ScriptOf(r rune) Script {
	if r < 0x80 {
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return Latin
		}
		return NoScript
	}
	if r < lowLimit {
		return lowScripts[r]
	}
	if 0x2000 <= r && r < 0x3000 { // punctuation and symbols
		return NoScript
	}
	return searchScript(r)
}

// lowScripts holds the scripts of the letters below lowLimit, which is where
// those of most languages are.
var lowScripts = func() (t [lowLimit]Script) {
	for r := range t {
		t[r] = searchScript(rune(r))
	}
	return t
}()

const lowLimit = 0x0800

// searchScript returns the script of a letter outside ASCII.
func searchScript(r rune) Script {
	lo, hi := 0, len(scriptRanges)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if scriptRanges[mid].last < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(scriptRanges) || r < scriptRanges[lo].first {
		return NoScript
	}
	if r == '×' || r == '÷' {
		return NoScript
	}
	return scriptRanges[lo].script
}

// Spaced reports whether the script puts spaces between words.
func (s Script) Spaced() bool {
	switch s {
	case Han, Kana, Thai, Lao, Khmer, Myanmar, Tibetan:
		return false
	}
	return true
}

// lower folds a letter to lower case. The Turkish dotted capital becomes a
// plain i, which is what Turkish writes in lower case.
func lower(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
