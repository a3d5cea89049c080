package winnow

import (
	"fmt"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/label"
	"github.com/winnowtext/winnow/internal/meta"
)

// Format says what the input is.
type Format uint8

// The input formats.
const (
	Sniff     Format = iota // find out from the content
	HTML                    // a web page's markup
	PlainText               // text somebody already flattened, such as a WET record
)

// Options direct an extraction. The zero value, or nil, is the recommendation.
type Options struct {
	// URL is where the page came from. It is the base of relative links, and
	// what foreign links are told from; "" means unknown.
	URL string
	// Format forces the kind of input. The zero value looks at the content.
	Format Format
	// Charset forces the character encoding, by any label of the WHATWG
	// Encoding Standard; "" finds it out.
	Charset string
	// ContentCharset is the charset parameter of the HTTP Content-Type the page
	// came with; "" means none. It ranks below a byte order mark.
	ContentCharset string
	// Captured is when the page was fetched, as an ISO 8601 date or time: what
	// dates such as "yesterday" are told from. Without it they are left out; the
	// clock is never asked.
	Captured string
	// Schema asks for the page's linked data whole, in Meta.Schema.
	Schema bool
	// Text is the choice of roles that make the document's text; 0 means
	// document.MainText.
	Text document.RoleSet
	// Bias shifts what is kept as main text: towards what is sure, or towards
	// all that may belong. The zero value gives the best balance.
	Bias Bias
	// Model labels in place of the built-in model; nil means the built-in one.
	Model *Model
	// MaxBytes limits how much of the input is read: the rest is left out and
	// Extract returns a *LimitError. 0 means DefaultMaxBytes, which is also the
	// largest value that counts.
	MaxBytes int
}

// Bias is an operating point of the labeller.
type Bias = label.Bias

// The operating points.
const (
	Balanced    = label.Balanced    // the best expected F1
	PreferClean = label.PreferClean // precision: nothing that does not belong
	PreferWhole = label.PreferWhole // recall: nothing left out
)

// Model is a labelling model, as train/ makes it.
type Model = label.Model

// ReadModel reads a model file. A model is good for the version of the program
// whose features it was trained on; another is an error.
func ReadModel(file []byte) (*Model, error) { return label.ReadModel(file) }

// DefaultMaxBytes is the largest input that is read whole. Offsets inside the
// parser are 32 bits, and an encoding can grow threefold when it is decoded.
const DefaultMaxBytes = 512 << 20

// limitInputSize names the limit on the size of the input, in errors and in
// Document.Limits.
const limitInputSize = "input size"

// limitBlocks names the limit on the number of blocks, in Document.Limits.
const limitBlocks = "blocks"

// limitObjects names the limit on the number of images, videos and formulas.
const limitObjects = "objects"

// LimitError reports that a limit cut the input short. The document returned
// beside it is valid, and partial.
type LimitError struct {
	What  string // "input size", the only one so far
	Limit int    // in bytes
}

// Error names the limit.
func (e *LimitError) Error() string {
	return fmt.Sprintf("%s is over the limit of %d bytes: the rest was left out", e.What, e.Limit)
}

// InputError reports input that holds no text to read.
type InputError struct {
	Offset int    // of the first byte that shows it
	Reason string // "is empty: ...", "is a PDF file: ..."
}

// Error says what the input is.
func (e *InputError) Error() string { return "input " + e.Reason }

// IsDate reports whether Options.Captured knows a date.
func IsDate(date string) bool { return meta.IsDate(date) }

// CheckCharset returns an error if Options.Charset does not know a label.
func CheckCharset(label string) error {
	if label == "" {
		return nil
	}
	_, err := charset.Decode(nil, charset.Options{Force: label})
	return err
}
