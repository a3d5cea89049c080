package document

// Document is a page, labelled. Its JSON form is "winnow/1" (see package render).
type Document struct {
	Source Source
	// Type is the page's type, such as "article"; "" if not known.
	Type PageType
	// Quality is how good the choice of the main text is, as an expectation of
	// its word F1, 0 to 1. A page that shows nothing to read has a low one.
	Quality float32
	// Lang is the page's main language as a BCP 47 primary tag, "" if unknown.
	Lang string
	// Base is the URL that links are relative to, "" if unknown.
	Base string
	// Dir is the direction of the page's text, "ltr" or "rtl", "" if it does not
	// say.
	Dir        string
	Meta       Meta
	Blocks     []Block
	Containers []Container
	Objects    []Object
	Notes      []Note // the footnotes, ascending by container
	Findings   []Finding
	Threads    []Thread // discussions, in the order of their first posts
	// Suspicions lists what one kind of evidence speaks for. They plant nothing:
	// no block has its role because of them. Their confidence is below one half.
	Suspicions []Finding
	// Limits lists the limits that bit, in the order of the stages; empty for
	// nearly every page. A document with limits is valid but partial.
	Limits []Limit
	// TextRoles is the choice of roles that Text joins.
	TextRoles RoleSet
}

// Source says what the document was read from.
type Source struct {
	URL     string // as given by the caller, "" if none
	Format  Format
	Bytes   int    // size of the raw source
	Charset string // WHATWG name of its encoding
	// CharsetFrom says how the encoding was found: "bom", "meta", "content" ...
	CharsetFrom string
	// Declared is the encoding the page declares, if that was not used: its
	// label is unknown, or the bytes are valid UTF-8.
	Declared string
	// Replaced is the number of malformed byte sequences that became U+FFFD.
	Replaced int
	// SHA256 is the hex digest of the source, "" unless the caller filled it in.
	SHA256 string
}

// Format is the format of a source.
type Format uint8

// The formats.
const (
	HTML Format = iota
	PlainText
)

var formatNames = [...]string{"html", "text"}

// String returns the format's name.
func (f Format) String() string { return formatNames[f] }

// MarshalText returns the format's name.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText sets the format named by b; an unknown name is an error.
func (f *Format) UnmarshalText(b []byte) error { return parseName(f, formatNames[:], b, "format") }

// PageType is the type of a page and the confidence in it.
type PageType struct {
	Value string
	P     float32
}

// Limit is a limit that bit: the document lacks something because of it.
type Limit struct {
	What  string // what was limited, such as "depth"
	Count int    // how often it bit
	Span  Span   // where it bit first; empty if that is no place in the source
}

// Meta is what a page says of itself. A field with an empty Value is absent.
type Meta struct {
	Title    Field
	Subtitle Field
	// Description is what the page says of itself for those who have not opened
	// it: search engines, link previews. It may be shown on the page or not.
	Description Field
	Authors     []Field
	Published   Field // Value is an ISO 8601 date or time, as precise as the page is
	Modified    Field // as Published
	// Date is the date the page goes by, as Published: when it was
	// published, else when it was changed. It is one of the two.
	Date      Field
	SiteName  Field
	Language  Field // BCP 47
	Canonical Field // absolute URL where the page or the caller says its base
	Image     Field // the lead image's URL, absolute as Canonical
	Section   Field // of the site that the page belongs to
	Licence   Field // URL or name of what the page may be used under
	Tags      []Field
	Next      Field // URL of the next page of a text or list that has several
	Previous  Field
	// Page and Pages are the number of this page and of all pages of its
	// sequence, from 1; 0 if the page does not say them.
	Page, Pages int
	// Words is the number of words of the main text; of a script without
	// spaces, each character counts.
	Words int
	// Rejected is what other sources say where they contradict the fields.
	Rejected []Rejected
	// Schema is the page's linked data, each script of it as compact JSON, if
	// Options ask for it. What is no valid JSON is left out.
	Schema []Field
}

// Rejected is a value that was not chosen for a field of the metadata.
type Rejected struct {
	Name string // of the field in the JSON form
	Field
}

// Field is one fact of the metadata and where it was found.
type Field struct {
	Value  string
	Raw    string  // as it stands in the page
	Span   Span    // where it stands; empty if it was derived from nothing in the page
	Origin string  // "json-ld", "og", "meta", "h1", "title", "byline block" ...
	P      float32 // confidence, 0 to 1
}

// Text returns the document's main text: its blocks of the TextRoles, one to a
// line, with an empty line between those that do not belong to one list, table
// row or broken line. It is "" where nothing was published.
func (d *Document) Text() string { return string(d.AppendText(nil, d.TextRoles)) }

// AppendText appends the text of the blocks with the given roles to dst, laid
// out as Text says.
func (d *Document) AppendText(dst []byte, roles RoleSet) []byte {
	first, last := len(dst), -1
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !roles.Has(b.Role) {
			continue
		}
		if len(dst) > first {
			dst = append(dst, '\n')
			if !d.tight(last, i) {
				dst = append(dst, '\n')
			}
		}
		dst = append(dst, b.Text...)
		last = i
	}
	return dst
}

// tight reports whether blocks i and j follow each other without an empty line.
func (d *Document) tight(i, j int) bool {
	a, b := &d.Blocks[i], &d.Blocks[j]
	if j == i+1 && b.Break {
		return true
	}
	return a.Kind == b.Kind && (b.Kind == ListItem || b.Kind == Cell)
}
