package dom

// ID is the index of a node in its tree. The document is 0; since the document
// is nobody's child or sibling, 0 also means "none" in First, Next and Prev.
type ID int32

// NodeKind says what a node is.
type NodeKind uint8

// The kinds of node.
const (
	DocumentNode NodeKind = iota
	ElementNode
	TextNode
	CommentNode
	DoctypeNode
)

// Namespace is the namespace of an element.
type Namespace uint8

// The namespaces the HTML parser can create elements in.
const (
	HTML Namespace = iota
	SVG
	MathML
)

// Flags are rare facts about a node.
type Flags uint8

// The node flags.
const (
	// Implied marks an element without a start tag of its own in the source
	// (html, head, body, tbody ... and the copies the adoption agency makes).
	// Its span is empty, or for a copy the span of the original's start tag.
	Implied Flags = 1 << iota
	// RawText marks text in which character references are not decoded
	// (script, style, xmp, iframe, noembed, noframes, plaintext, CDATA).
	RawText
	// InTemplate marks every node that stands in the content of a template.
	InTemplate
	// InNoscript marks every node that stands in a noscript element; each
	// noscript is parsed as a fragment of its own.
	InNoscript
	// Flattened marks an element that would have been nested deeper than
	// MaxDepth and became a sibling instead, as in Blink.
	Flattened
	// KeepNUL marks text in which a NUL becomes U+FFFD instead of being dropped:
	// that of title and textarea, and of foreign elements. RawText implies it.
	KeepNUL
)

// Node is one node of a tree. Start and End are byte offsets into the parsed
// input: an element's start tag, a text's characters, a comment's data.
type Node struct {
	Start, End  int32 // start tag, text or comment data: half-open range of the input
	Close       int32 // element: offset just behind its end tag, or where it was closed without one
	Parent      ID
	First, Last ID
	Prev, Next  ID
	After       ID    // one past the last descendant
	attr        int32 // index of its first attribute in Tree.attrs
	attrs       uint16
	Tag         Tag // element name; 0 if it is not one of the known names
	Kind        NodeKind
	NS          Namespace
	Flags       Flags
}

// Attr is one attribute of an element. Offsets are into the parsed input; a
// value's range is empty, at the end of the name, if the attribute has none.
type Attr struct {
	NameStart        int32
	ValStart, ValEnd int32 // without quotes, references not decoded
	nameLen          uint16
	Key              Key // name; 0 if it is not one of the known names
}

// longName in Attr.nameLen stands for a name of at least that many bytes, whose
// end is where the next byte that ends a name is.
const longName = 1<<16 - 1

// nameIn returns the name as it stands in the input.
func (a *Attr) nameIn(src []byte) []byte {
	end := int(a.NameStart) + int(a.nameLen)
	if a.nameLen == longName {
		for end < len(src) && classes[src[end]]&attrEnd == 0 {
			end++
		}
	}
	return src[a.NameStart:end]
}
