package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// subject is what a note is about.
type subject uint8

const (
	title subject = iota
	subtitle
	author
	published
	modified
	siteName
	language
	canonical
	image
	section
	tag
	licence
	next
	previous
	description
)

// titleSubject is title, where a variable has that name.
const titleSubject = title

// origin is where a note was found: the Origin of the field it becomes.
type origin uint8

const (
	fromJSONLD origin = iota
	fromOpenGraph
	fromTwitter
	fromDublinCore
	fromCitation // the meta elements of scholarly papers
	fromMeta
	fromMicrodata
	fromRel
	fromHTML
	fromTitle
	fromHeading
	fromTime
	fromByline
	fromDate
	fromLine
)

var originNames = [...]string{
	"json-ld", "og", "twitter", "dc", "citation", "meta", "microdata", "rel", "html",
	"title", "h1", "time", "byline", "date", "line",
}

// String returns the name that fields carry.
func (o origin) String() string { return originNames[o] }

// note is one thing that one source says of the page.
type note struct {
	subject subject
	origin  origin
	rank    uint8         // among the notes of one origin: 0 for the best
	value   []byte        // its characters, tidied
	span    document.Span // where it stands in the tree's input
	node    dom.ID
	thing   int  // number of the object of linked data it is from
	person  bool // that calls this author a person
	// offset is how many bytes of text stand between the headline and a note
	// from the visible page; negative before the headline.
	offset int
}

// hints are signs of what kind of page it is.
type hints struct {
	articles, products int // of the things that linked data describes
	ogType             []byte
}

// isProduct reports whether the page calls itself that of a product and not an
// article. Such a page has reviewers, but no author.
func (c *Collector) isProduct() bool {
	return c.hints.articles == 0 && string(c.hints.ogType) != "article" &&
		(c.hints.products > 0 || bytes.HasPrefix(c.hints.ogType, []byte("product")))
}
