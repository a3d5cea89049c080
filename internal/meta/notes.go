package meta

import (
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
)

// origin is where a note was found: the Origin of the field it becomes.
type origin uint8

const (
	fromJSONLD origin = iota
	fromOpenGraph
	fromTwitter
	fromDublinCore
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
	"json-ld", "og", "twitter", "dc", "meta", "microdata", "rel", "html",
	"title", "h1", "time", "byline", "date", "line",
}

// String returns the name that fields carry.
func (o origin) String() string { return originNames[o] }

// note is one thing that one source says of the page.
type note struct {
	subject subject
	origin  origin
	rank    uint8         // among the notes of one origin: 0 for the best
	value   string        // its characters, tidied
	span    document.Span // where it stands in the tree's input
	node    dom.ID
	// offset is how many bytes of text stand between the headline and a note
	// from the visible page; negative before the headline.
	offset int
}

// hints are signs of what kind of page it is.
type hints struct {
	articles, products int // of the things that linked data describes
	ogType             string
}
