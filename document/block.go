package document

import (
	"fmt"
	"slices"
)

// Kind is the form of a block, whatever its function.
type Kind uint8

// The kinds.
const (
	Paragraph Kind = iota
	Heading        // Level says which, 1 to 6
	ListItem
	Cell // of a table
	Preformatted
	FigureCaption
	Term
	Definition
	Control // a button, an option, the text of a form field
)

var kindNames = [...]string{"paragraph", "heading", "list-item", "cell", "code", "caption", "term", "definition", "control"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// MarshalText returns the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets the kind named by b; an unknown name is an error.
func (k *Kind) UnmarshalText(b []byte) error { return parseName(k, kindNames[:], b, "kind") }

// Hiding is a set of reasons why a reader would not see a block. It is evidence,
// not a verdict: half of all honest pages hide text they mean to show later.
type Hiding uint32

// The reasons.
const (
	HiddenAttribute  Hiding = 1 << iota // the hidden attribute
	DisplayNone                         // display:none
	VisibilityHidden                    // visibility:hidden or collapse
	Noscript                            // shown only where scripts do not run
	ClosedDetails                       // in a details or dialog element that is not open
	Fallback                            // shown only where the embedded object is not supported

	// By a rule of a style element, or by a property other than display and
	// visibility. First what interfaces do to show it later.

	StyleDisplay    // display:none, or content-visibility:hidden, by a rule
	StyleVisibility // visibility:hidden or collapse, by a rule
	Collapsed       // a box without height or width that clips: a closed accordion
	Opacity         // opacity up to 0.02
	OffCanvas       // just outside of the window: a drawer

	// Screen-reader text: a box of one pixel that is clipped or off screen.

	ScreenReader

	// And concealment: ways to show text to programs only.

	OffScreen   // far outside of the window, by position, margin or transform
	TextIndent  // indented to far outside
	Clipped     // clip or clip-path leaves nothing
	TinyFont    // letters up to 1 pixel
	TinyBox     // a box up to 6 pixels that clips
	SameColour  // text in the colour of its background
	Transparent // text without colour
	Scaled      // scaled to nothing, or turned on edge
	Marquee     // in a marquee up to 6 pixels
	WhiteText   // white on the page's own ground, which an external style sheet may colour

	hidingCount = iota
)

// ByInterface are the reasons for which honest pages hide what they mean to show
// later.
const ByInterface = HiddenAttribute | DisplayNone | VisibilityHidden | Noscript | ClosedDetails | Fallback |
	StyleDisplay | StyleVisibility | Collapsed | Opacity | OffCanvas

// Concealment are the reasons that leave nothing to show: text meant for
// programs. WhiteText is not among them, for it may be wrong.
const Concealment = OffScreen | TextIndent | Clipped | TinyFont | TinyBox | SameColour | Transparent | Scaled | Marquee

var hidingNames = [hidingCount]string{
	"hidden-attribute", "display-none", "visibility-hidden", "noscript", "closed", "fallback",
	"style-display-none", "style-visibility-hidden", "collapsed", "opacity", "off-canvas", "screen-reader",
	"off-screen", "text-indent", "clipped", "tiny-font", "tiny-box", "same-colour", "transparent", "scaled",
	"marquee", "white-text",
}

// Position is a set of facts about where in the markup a text stands.
type Position uint8

// The positions.
const (
	AfterBody     Position = 1 << iota // behind the body's end tag
	InSecondBody                       // behind a second body start tag
	InHeadingLink                      // in a link that is in a heading
)

// Reasons returns the names of the reasons in the set, nil if the block is visible.
func (h Hiding) Reasons() []string {
	var names []string
	for i, name := range hidingNames {
		if h>>i&1 != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Add adds the reason with the given name; an unknown name is an error.
func (h *Hiding) Add(name string) error {
	i := slices.Index(hidingNames[:], name)
	if i < 0 {
		return fmt.Errorf("unknown reason for hiding %q", name)
	}
	*h |= 1 << i
	return nil
}

// Block is one piece of the page: a paragraph, a heading, a list item, a menu
// entry. Blocks stand in reading order.
type Block struct {
	ID    int // index in Document.Blocks
	Kind  Kind
	Level int // of a heading 1 to 6; of a list item the depth of its list, from 1
	Role  Role
	// P is the confidence in the block's verdict, 0 to 1.
	P float32
	// Text is the block's text: the texts of its runs, joined. White space is
	// folded unless the kind is Preformatted.
	Text string
	Runs []Run
	// Lang is the block's language as a BCP 47 primary tag, "" if unknown.
	Lang string
	// Syntax is the programming language that the page says a block of code is
	// in, in lower case, "" if it says none.
	Syntax string
	Hidden Hiding
	// Data says what the block's text is wrapped in, if the page does not show it
	// but only carries it as data, for its scripts. Such blocks stand behind all
	// others, and are additional to them.
	Data Wrapping
	// Reasons says in words why the block has its role, strongest first.
	Reasons []string
	Links   []Link
	Marks   []Mark
	// Container is the index in Document.Containers of the innermost one the
	// block stands in, -1 for none.
	Container int
	// Break reports that only a line break, not a paragraph's end, stands
	// between the block and the one before.
	Break bool
}

// Verdict returns the verdict of the block's role.
func (b *Block) Verdict() Verdict { return b.Role.Verdict() }

// Span returns the range of the source from the block's first byte to its last.
// Text of other blocks may lie in between where the page's parser moved text.
func (b *Block) Span() Span {
	if len(b.Runs) == 0 {
		return Span{}
	}
	s := b.Runs[0].Span
	for _, r := range b.Runs[1:] {
		s.Start = min(s.Start, r.Span.Start)
		s.End = max(s.End, r.Span.End)
	}
	return s
}

// Link is a hyperlink on a range of a block's text.
type Link struct {
	Start, End int    // range of bytes of Block.Text
	URL        string // as written in the page, references decoded; relative to Document.Base
	Rel        string // the rel attribute, "" if absent
	Span       Span   // the link's start tag
}

// MarkKind is a kind of inline markup.
type MarkKind uint8

// The kinds of inline markup.
const (
	Emphasis MarkKind = iota
	Strong
	InlineCode
)

var markNames = [...]string{"em", "strong", "code"}

// String returns the mark's name.
func (k MarkKind) String() string { return markNames[k] }

// MarshalText returns the mark's name.
func (k MarkKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets the kind named by b; an unknown name is an error.
func (k *MarkKind) UnmarshalText(b []byte) error { return parseName(k, markNames[:], b, "mark") }

// Mark is inline markup on a range of a block's text.
type Mark struct {
	Kind       MarkKind
	Start, End int // range of bytes of Block.Text
}

// ContainerKind is the kind of a structure that holds blocks.
type ContainerKind uint8

// The kinds of container.
const (
	Quote ContainerKind = iota
	List
	OrderedList
	Item // of a list
	Table
	Row
	HeaderCell
	DataCell
	Figure
	Definitions // a list of terms and definitions
	CodeBlock   // preformatted text; its blocks are its lines or parts
	Callout     // a note or warning set apart from the text
	PullQuote   // a sentence of the text repeated in large type
	NoteText    // one footnote, see Document.Notes
)

var containerNames = [...]string{
	"quote", "list", "ordered-list", "item", "table", "row", "header-cell", "cell", "figure",
	"definitions", "code", "callout", "pull-quote", "footnote",
}

// String returns the container's kind as a name.
func (k ContainerKind) String() string { return containerNames[k] }

// MarshalText returns the container's kind as a name.
func (k ContainerKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets the kind named by b; an unknown name is an error.
func (k *ContainerKind) UnmarshalText(b []byte) error {
	return parseName(k, containerNames[:], b, "container")
}

// Container is a structure that holds blocks or other containers.
type Container struct {
	Kind   ContainerKind
	Parent int // index in Document.Containers, -1 for none; always less than the container's own
	// Start is the number of an ordered list's first item if that is not 1, and
	// of an item the number it is given; 0 means the usual one.
	Start int32
	// Cols and Rows are how many columns and rows a cell covers, 1 to MaxSpan; 0
	// means 1.
	Cols, Rows uint16
}

// MaxSpan is the most columns or rows that a cell is said to cover.
const MaxSpan = 100
