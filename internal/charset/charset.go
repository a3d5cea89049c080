package charset

import "strconv"

// Origin says how the encoding of a page was found.
type Origin string

// The ways to find an encoding, in the order they are tried; but FromContent
// wins over FromTransport and FromMeta.
const (
	FromBOM       Origin = "bom"       // a byte order mark
	FromForce     Origin = "forced"    // the user said so
	FromTransport Origin = "transport" // the HTTP header said so
	FromMeta      Origin = "meta"      // the page said so, in <meta> or an XML declaration
	FromContent   Origin = "content"   // it is valid UTF-8, which does not happen by chance
	FromGuess     Origin = "guess"     // judged by the characters the bytes would be
	FromDefault   Origin = "default"   // nothing to judge by: windows-1252, as browsers do
)

// Options are what is known of a page from outside.
type Options struct {
	// Transport is what the HTTP Content-Type header says: the header's value or
	// the label alone. A label that does not exist counts as none.
	Transport string
	// Force is a label that overrides all but a byte order mark.
	Force string
	// Plain says that the bytes are not HTML, so that no declaration is looked
	// for in them.
	Plain bool
}

// UnknownLabelError reports an Options.Force that names no encoding.
type UnknownLabelError struct {
	Label string
}

// Error says what the label was and which ones there are.
func (e *UnknownLabelError) Error() string {
	return "unknown character encoding " + strconv.Quote(e.Label) +
		": use a name of the WHATWG Encoding Standard, such as utf-8, windows-1252, shift_jis or gb18030, or none to have it detected"
}

// Text is a page as UTF-8.
type Text struct {
	Bytes    []byte // valid UTF-8; the source's own memory where nothing had to change
	Name     string // of the encoding: the standard's, in lower case
	Origin   Origin // how it was found
	Declared string // the label of another encoding that the header or the page gave, "" if none
	Replaced int    // malformed sequences, for each of which there is a U+FFFD

	way way
}

// Decode decodes src. The only error is an [UnknownLabelError].
func Decode(src []byte, o Options) (Text, error) {
	var d Decoder
	return d.Decode(src, o)
}

// Decoder decodes one page after another and keeps its memory. The zero value is
// ready to use. What it returns is valid until its next call.
type Decoder struct {
	text  []byte
	marks []mark
	wide  wideTable
}

// Decode does what the function of the same name does.
//
// It needs no memory for UTF-8, nor for ASCII in the encodings that extend it.
// Otherwise it needs at most three times the source for the text and a
// sixteenth of the text for the way back.
func (d *Decoder) Decode(src []byte, o Options) (Text, error) {
	choice, err := choose(src, o)
	if err != nil {
		return Text{}, err
	}
	t := Text{Name: choice.encoding.String(), Origin: choice.origin, Declared: choice.declared}
	t.way = way{src: src, skipped: choice.bom, encoding: choice.encoding}
	body := src[choice.bom:]
	if choice.same {
		t.Bytes = body
		return t, nil
	}
	t.Bytes, t.Replaced = d.decode(body, choice.encoding)
	t.way.marks = d.marks
	return t, nil
}

// decode fills the decoder's buffers with the text of src and marks on the way.
func (d *Decoder) decode(src []byte, e encoding) (text []byte, replaced int) {
	if most := mostText(src, e); cap(d.text) < most {
		d.text = make([]byte, 0, most)
	}
	c := newCursor(src, e)
	d.text, d.marks = d.text[:0], d.marks[:0]
	wide := d.wide.of(e)
	for next := 0; c.pos < len(src); next += stride {
		d.marks = append(d.marks, mark{src: c.pos, over: uint8(len(d.text) - next), mode: c.mode})
		if wide != nil {
			d.text = c.fillWide(d.text, next+stride, wide)
		} else {
			d.text = c.fill(d.text, next+stride)
		}
	}
	return d.text, c.replaced
}
