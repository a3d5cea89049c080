package document

// Span is a half-open range of bytes of the raw source, before any decoding.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Decoding says how the bytes of a run's span become its text.
type Decoding uint8

// The decodings. The zero value is the common one: the text is the bytes. In a
// block of data, FromHTML and FoldedSpace are said of what remains when the
// block's wrapping is taken off.
const (
	Verbatim    Decoding = iota // the text equals the bytes of the span
	FromCharset                 // the bytes are in the source's character encoding
	FromHTML                    // character references; in a source that is not UTF-8, its encoding too
	FoldedSpace                 // white space of any kind and length became one space
	FromJSON                    // what the block is wrapped in was taken off, see Block.Data: escapes of JSON strings
)

var decodingNames = [...]string{"", "charset", "html", "space", "json"}

// String returns the decoding's name, "" for Verbatim.
func (d Decoding) String() string { return decodingNames[d] }

// MarshalText returns the decoding's name.
func (d Decoding) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText sets the decoding named by b; an unknown name is an error.
func (d *Decoding) UnmarshalText(b []byte) error {
	return parseName(d, decodingNames[:], b, "decoding")
}

// Run is a piece of output text and the bytes it came from. Runs are as short
// as they need to be for Decoding to be exact: text that equals its source is
// one run however long, and a character reference is a run of its own.
type Run struct {
	Text     string
	Span     Span
	Decoding Decoding
}
