// Command gen writes index.bin: the indexes of the WHATWG Encoding Standard in
// the form that package charset reads, in the order of its tables.go. It takes
// them from golang.org/x/text, whose tables were made from the standard, and
// corrects what the standard has changed since.
//
// Run it by `go generate ./internal/charset`.
package main

import (
	"encoding/binary"
	"log"
	"os"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// singleByte are the encodings of one byte a character, in the order of the
// constants of package charset.
var singleByte = []*charmap.Charmap{
	charmap.CodePage866,
	charmap.ISO8859_2, charmap.ISO8859_3, charmap.ISO8859_4, charmap.ISO8859_5, charmap.ISO8859_6,
	charmap.ISO8859_7, charmap.ISO8859_8, charmap.ISO8859_8, // -8-I differs in direction only
	charmap.ISO8859_10, charmap.ISO8859_13, charmap.ISO8859_14, charmap.ISO8859_15, charmap.ISO8859_16,
	charmap.KOI8R, charmap.KOI8U, charmap.Macintosh, charmap.Windows874,
	charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254,
	charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258,
	charmap.MacintoshCyrillic,
}

// gb18030Changes are two-byte characters that GB 18030 moved out of the private
// use area, in 2005 and in 2022, by their pointers in the index.
var gb18030Changes = map[int]rune{
	7533: 0x1E3F,
	7182: 0xFE10, 7183: 0xFE12, 7184: 0xFE11, 7185: 0xFE13, 7186: 0xFE14, 7187: 0xFE15, 7188: 0xFE16,
	7201: 0xFE17, 7202: 0xFE18, 7208: 0xFE19,
	23775: 0x9FB4, 23783: 0x9FB5, 23788: 0x9FB6, 23789: 0x9FB7, 23795: 0x9FB8, 23812: 0x9FB9, 23829: 0x9FBA, 23845: 0x9FBB,
}

// gb18030Private are the runs of two-byte characters for private use, which
// x/text leaves out: the first and the last pointer and the first character.
var gb18030Private = [...][3]int{
	{6080, 6175, 0xE4C6},
	{6270, 6365, 0xE526},
	{6376, 6381, 0xE766},
	{6433, 6433, 0xE76D},
	{6444, 6445, 0xE76E},
	{6458, 6459, 0xE770},
	{6460, 6554, 0xE586},
	{6650, 6745, 0xE5E6},
	{6829, 6839, 0xE772},
	{6840, 6935, 0xE646},
	{7022, 7029, 0xE77D},
	{7030, 7125, 0xE6A6},
	{7150, 7157, 0xE785},
	{7211, 7219, 0xE797},
	{7220, 7315, 0xE706},
	{7349, 7363, 0xE7A0},
	{7397, 7409, 0xE7AF},
	{7495, 7505, 0xE7BC},
	{7538, 7541, 0xE7C9},
	{7579, 7599, 0xE7CD},
	{7624, 7624, 0xE7E2},
	{7627, 7627, 0xE7E3},
	{7629, 7631, 0xE7E4},
	{7686, 7698, 0xE7F4},
	{7775, 7789, 0xE801},
	{7886, 7979, 0xE000},
	{8076, 8169, 0xE05E},
	{8266, 8359, 0xE0BC},
	{8456, 8549, 0xE11A},
	{8646, 8739, 0xE178},
	{8836, 8929, 0xE1D6},
	{16525, 16529, 0xE810},
	{22706, 22799, 0xE234},
	{22896, 22989, 0xE292},
	{23086, 23179, 0xE2F0},
	{23276, 23369, 0xE34E},
	{23466, 23559, 0xE3AC},
	{23656, 23749, 0xE40A},
	{23767, 23769, 0xE816},
	{23794, 23794, 0xE831},
	{23804, 23804, 0xE83B},
	{23830, 23830, 0xE855},
	{23846, 23939, 0xE468},
}

func main() {
	log.SetFlags(0)
	var out []byte
	for _, m := range singleByte {
		for b := 0x80; b < 0x100; b++ {
			r := known(m.DecodeByte(byte(b)))
			if r == 0 && b < 0xA0 {
				r = rune(b) // a control character, which x/text leaves out
			}
			out = append16(out, r)
		}
	}
	out = appendGB18030(out)
	jis := japanese.EUCJP.NewDecoder()
	sjis := japanese.ShiftJIS.NewDecoder()
	for p := range 120 * 94 { // rows 95 to 120 can be written in Shift_JIS only
		lead, trail := p/188, p%188
		out = append16(out, decode(sjis, shiftLead(lead), shiftTrail(trail)))
	}
	for p := range 94 * 94 {
		out = append16(out, decode(jis, 0x8F, byte(0xA1+p/94), byte(0xA1+p%94)))
	}
	korean := korean.EUCKR.NewDecoder()
	for p := range 125 * 190 {
		out = append16(out, decode(korean, byte(0x81+p/190), byte(0x41+p%190)))
	}
	big5 := traditionalchinese.Big5.NewDecoder()
	for p := range 126 * 157 {
		trail := byte(0x40 + p%157)
		if p%157 > 0x3E {
			trail = byte(0x62 + p%157)
		}
		r := decode(big5, byte(0x81+p/157), trail)
		out = append(append16(out, r&0xFFFF), byte(r>>16))
	}
	if err := os.WriteFile("index.bin", out, 0o644); err != nil {
		log.Fatal(err)
	}
}

// appendGB18030 appends the index of two-byte characters, then the ranges of
// four-byte ones as pairs of pointer and code point.
func appendGB18030(out []byte) []byte {
	d := simplifiedchinese.GB18030.NewDecoder()
	for p := range 126 * 190 {
		trail := byte(0x40 + p%190)
		if p%190 > 0x3E {
			trail++
		}
		r := decode(d, byte(0x81+p/190), trail)
		if changed, ok := gb18030Changes[p]; ok {
			r = changed
		}
		for _, run := range gb18030Private {
			if run[0] <= p && p <= run[1] {
				r = rune(run[2] + p - run[0])
			}
		}
		out = append16(out, r)
	}
	last := rune(-1)
	for p := range 39420 {
		b := [4]byte{byte(0x81 + p/12600), byte(0x30 + p/1260%10), byte(0x81 + p/10%126), byte(0x30 + p%10)}
		r := decode(d, b[:]...)
		if r == 0 {
			r = utf8.RuneError // the character itself: all of these are characters
		}
		if p == 0 || r != last+1 {
			out = append16(append16(out, rune(p)), r)
		}
		last = r
	}
	return out
}

func shiftLead(row int) byte {
	if row < 0x1F {
		return byte(0x81 + row)
	}
	return byte(0xC1 + row)
}

func shiftTrail(cell int) byte {
	if cell < 0x3F {
		return byte(0x40 + cell)
	}
	return byte(0x41 + cell)
}

// decode returns the character that b is in an encoding, 0 if none.
func decode(d *encoding.Decoder, b ...byte) rune {
	s, err := d.Bytes(b)
	if err != nil {
		log.Fatal(err)
	}
	r, n := utf8.DecodeRune(s)
	if n != len(s) {
		return 0
	}
	return known(r)
}

// known returns r, or 0 for the character that stands for "none".
func known(r rune) rune {
	if r == utf8.RuneError {
		return 0
	}
	return r
}

func append16(b []byte, r rune) []byte { return binary.LittleEndian.AppendUint16(b, uint16(r)) }
