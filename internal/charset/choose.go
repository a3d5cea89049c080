package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// choice is what was decided about a page.
type choice struct {
	encoding encoding
	origin   Origin
	bom      int    // length of the byte order mark
	declared string // see Text.Declared
	same     bool   // the rest of the source is the text already
}

// choose decides in which encoding to read src.
func choose(src []byte, o Options) (choice, error) {
	c := chooser{plain: o.Plain, pageEncoding: unknown}
	c.header, c.headerEncoding = transportLabel(o.Transport)
	if !o.Plain {
		c.page, c.pageEncoding = prescan(src[:min(len(src), prescanBytes)])
	}
	forced := unknown
	if o.Force != "" {
		if forced = lookup(o.Force); forced == unknown {
			return choice{}, &UnknownLabelError{Label: o.Force}
		}
	}
	e, bom := byteOrderMark(src)
	switch {
	case bom > 0:
		return c.finish(e, FromBOM, src, bom), nil
	case forced != unknown:
		return c.finish(forced, FromForce, src, 0), nil
	}
	return c.settle(src), nil
}

// chooser holds the declarations of a page.
type chooser struct {
	plain          bool   // not HTML, so there is none in the page
	header         string // label of the HTTP header
	headerEncoding encoding
	page           []byte // label of the page
	pageEncoding   encoding
}

// settle chooses by the declarations and the content.
//
// Valid UTF-8 with more than ASCII in it wins over a declaration, as text in
// another encoding is hardly ever valid UTF-8 by chance, and servers and
// templates that declare what they do not send are common. The standard and
// browsers believe the declaration.
func (c *chooser) settle(src []byte) choice {
	e, origin := c.headerEncoding, FromTransport
	if e == unknown {
		e, origin = c.pageEncoding, FromMeta
	}
	switch e {
	case utf8Encoding, replacement:
		return c.finish(e, origin, src, 0)
	case utf16BE, utf16LE:
		if bytes.IndexByte(src, 0) >= 0 { // as in any page of it that has a tag
			return c.finish(e, origin, src, 0)
		}
	}
	ascii := asciiPrefix(src)
	if ascii < len(src) && utf8.Valid(src[ascii:]) && !byChance(src[ascii:], e) {
		return c.finish(utf8Encoding, FromContent, src, 0)
	}
	if e == unknown && !c.plain {
		c.page, e = prescan(src[:min(len(src), lateBytes)])
		c.pageEncoding = e
	}
	switch {
	case e != unknown:
		return c.finish(e, origin, src, 0)
	case ascii < len(src):
		return c.finish(guess(src), FromGuess, src, 0)
	case hasISO2022JP(src):
		return c.finish(iso2022JP, FromGuess, src, 0)
	}
	return c.finish(windows1252, FromDefault, src, 0)
}

// finish makes a choice of an encoding: it says which declaration it overrides
// and whether there is anything to decode.
func (c *chooser) finish(e encoding, origin Origin, src []byte, bom int) choice {
	found := choice{encoding: e, origin: origin, bom: bom}
	switch {
	case c.header != "" && c.headerEncoding != e:
		found.declared = c.header
	case len(c.page) > 0 && c.pageEncoding != e:
		found.declared = string(c.page)
	}
	body := src[bom:]
	switch {
	case e == utf8Encoding:
		found.same = origin == FromContent || utf8.Valid(body)
	case e < utf8Encoding:
		found.same = asciiPrefix(body) == len(body)
	case e == iso2022JP:
		found.same = asciiPrefix(body) == len(body) && bytes.IndexByte(body, escape) < 0 &&
			bytes.IndexByte(body, 0x0E) < 0 && bytes.IndexByte(body, 0x0F) < 0
	default:
		found.same = len(body) == 0
	}
	return found
}

// byteOrderMark returns the encoding that a byte order mark stands for and the
// length of the mark.
func byteOrderMark(src []byte) (encoding, int) {
	switch {
	case len(src) >= 3 && string(src[:3]) == "\xEF\xBB\xBF":
		return utf8Encoding, 3
	case len(src) >= 2 && string(src[:2]) == "\xFE\xFF":
		return utf16BE, 2
	case len(src) >= 2 && string(src[:2]) == "\xFF\xFE":
		return utf16LE, 2
	}
	return unknown, 0
}

// transportLabel returns the label in a Content-Type header, or the label that
// header is itself.
func transportLabel(header string) (string, encoding) {
	if strings.Contains(header, "=") {
		label := contentLabel(header)
		return label, lookup(label)
	}
	if strings.Contains(header, "/") {
		return "", unknown
	}
	return header, lookup(header)
}

// evidence is how many bytes after lead bytes make valid UTF-8 more than chance
// where an encoding of two bytes a character was declared.
const evidence = 4

// byChance reports whether b, which is valid UTF-8 and begins with another byte
// than ASCII, may as well be text in e: there is little of it, and it is
// well-formed in e, too. A single character of Chinese in GBK is valid UTF-8
// about one time in six.
func byChance(b []byte, e encoding) bool {
	if e < gbk || e > eucKR {
		return false
	}
	trails := 0
	for i := 0; i < len(b); i++ {
		if b[i]&0xC0 == 0x80 {
			trails++
		}
		if trails >= evidence {
			return false
		}
		if b[i] < utf8.RuneSelf {
			i += asciiPrefix(b[i:]) - 1
		}
	}
	var scratch [stride + 2*longest]byte
	c := newCursor(b, e)
	for c.pos < len(b) && c.replaced == 0 {
		c.fill(scratch[:0], stride)
	}
	return c.replaced == 0
}
