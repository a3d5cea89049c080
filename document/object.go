package document

// ObjectKind is the kind of an object.
type ObjectKind uint8

// The kinds of object.
const (
	Image ObjectKind = iota
	Video
	Audio
	Embed // a frame with something of another page in it
	Maths
)

var objectNames = [...]string{"image", "video", "audio", "embed", "maths"}

// String returns the object's kind as a name.
func (k ObjectKind) String() string { return objectNames[k] }

// MarshalText returns the object's kind as a name.
func (k ObjectKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets the kind named by b; an unknown name is an error.
func (k *ObjectKind) UnmarshalText(b []byte) error { return parseName(k, objectNames[:], b, "object") }

// Object is something in a page that is not text: an image, a video, a formula.
// Objects stand beside the blocks, in reading order.
type Object struct {
	Kind ObjectKind
	// Block is the block the object stands in. If Alone is set it is in none, but
	// right before that block; behind the last if there is no such block.
	Block int
	Alone bool
	// Start and End are the range of bytes of the block's text that is another
	// form of the object, such as the letters of a formula. It is empty for most.
	Start, End int
	// Container is the innermost container the object stands in, -1 for none.
	Container int
	URL       string // as written in the page; "" for maths
	Text      string // the alternative text; of maths its LaTeX
	Display   bool   // of maths: on a line of its own
	Hidden    Hiding
	Span      Span // its start tag
}

// Note is a container that holds a footnote, and the name that links to it use.
type Note struct {
	Container int
	ID        string // links to it have the URL "#" and this
}
