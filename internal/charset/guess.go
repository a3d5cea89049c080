package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasISO2022JP reports whether ASCII is ISO-2022-JP in truth: it has an escape
// sequence that begins Japanese characters.
func hasISO2022JP(src []byte) bool {
	return bytes.Contains(src, []byte("\x1B$B")) || bytes.Contains(src, []byte("\x1B$@"))
}

// candidate is an encoding that a page which declares none may be in.
type candidate struct {
	label string
	// share is about how many of the characters outside ASCII are common ones in
	// a text in it.
	share float64
	// common are the characters outside ASCII that are most frequent in the
	// languages written in it.
	common string
}

const (
	westEuropean    = "éèêëàâäçôöîïùûüßñóáíúãõåøæ’‘“”„‚‹›–—…«»°©®€£·¿¡ªº½"
	centralEuropean = "ąćęłńśźżěščřžýůťďňőűăâîşţáéíóúöü„”–’"
	cyrillic        = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїє«»–—"
	greek           = "αοιετσνηυρπκμλςίόάέήώύδγχθβφξζψωΑΤΠΜΚ«»"
)

// candidates are tried in order; of equals the earlier wins.
var candidates = [...]candidate{
	{"windows-1252", 0.95, westEuropean},
	{"gb18030", 0.35, "的一是不了在人有我他这中大来上个国到说们为子和你地出会时要也就可以对生能而年着后么得于自发动同工行面方成分经家多新，。、：“”（）"},
	{"big5", 0.35, "的一是不了在人有我他這中大來上個國到說們為子和你地出會時要也就可以對生能而年著後麼得於自發動同工行面方成分經家多新，。、：「」（）"},
	{"shift_jis", 0.55, "のにはをたがでてとしれさいあるかなくもらりンルスーレトイアラ、。「」"},
	{"euc-jp", 0.55, "のにはをたがでてとしれさいあるかなくもらりンルスーレトイアラ、。「」"},
	{"euc-kr", 0.3, "이다의는에을가하고한지도로를사은서기어자나리정아인시으대보스해그수있제"},
	{"windows-1251", 0.95, cyrillic},
	{"koi8-r", 0.95, cyrillic},
	{"koi8-u", 0.95, cyrillic},
	{"iso-8859-5", 0.95, cyrillic},
	{"ibm866", 0.95, cyrillic},
	{"windows-1250", 0.95, centralEuropean},
	{"iso-8859-2", 0.95, centralEuropean},
	{"windows-1253", 0.95, greek},
	{"iso-8859-7", 0.95, greek},
	{"windows-1254", 0.95, "ıişğüöçİŞâ’“”–"},
	{"windows-1255", 0.95, "יוהלאמתרבשנדפקעחםטגצכןסזץךף"},
	{"windows-1256", 0.95, "البيتنمرودعسفكهقحشجةطخصذضغزئءثىأإ،؟"},
	{"windows-1257", 0.95, "āčēģīķļņšūžąęėįųõäöü„“–"},
	{"windows-874", 0.95, "ารนกอเง่มยลวดท้สตะปบคหแจพชขใไโผถัิีึืุู"},
	{"windows-1258", 0.95, "đơưăâêôàáèéìíòóùú"},
}

// guessBytes is how much of a page is looked at, from its first character
// outside ASCII on.
const guessBytes = 1 << 15

// guess returns the encoding that src is probably in: the one in which most of
// its characters outside ASCII are common ones, and fewest stand where none of
// their kind would.
func guess(src []byte) encoding {
	sample := src[asciiPrefix(src):]
	sample = sample[:min(len(sample), guessBytes)]
	best, bestScore := windows1252, -1.0
	var d Decoder
	for i := range candidates {
		c := &candidates[i]
		e := lookup(c.label)
		text, _ := d.decode(sample, e)
		if score := plausibility(text, c); score > bestScore+1e-9 {
			best, bestScore = e, score
		}
	}
	return best
}

// plausibility returns the share of common characters among those outside ASCII,
// by what is to be expected, less three times the share of those that cannot be
// right: replaced ones, controls, symbols between letters, capitals behind small
// letters, and letters of another alphabet inside a Latin word.
func plausibility(text []byte, c *candidate) float64 {
	all, good, bad := 0, 0, 0
	prev := ' '
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		i += n
		if r >= utf8.RuneSelf {
			all++
			switch {
			case r == utf8.RuneError || unicode.IsControl(r) || unicode.In(r, unicode.Co, unicode.Cn):
				bad++
			case isLatin(prev) && r >= 0x370 && r < 0xE80 && unicode.IsLetter(r):
				bad++
			case strings.ContainsRune(c.common, r):
				good++
			case unicode.IsUpper(r) && unicode.IsLower(prev):
				bad++
			case unicode.IsSymbol(r) && unicode.IsLetter(prev):
				bad++
			}
		}
		prev = r
	}
	if all == 0 {
		return 0
	}
	return min(float64(good)/float64(all)/c.share, 1) - 3*float64(bad)/float64(all)
}

func isLatin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }
