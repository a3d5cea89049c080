package planted

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Page is what a detector sees of a page. Detectors only read it.
type Page struct {
	Blocks *block.Set
	Langs  []string  // language of each block, "" if unknown; parallel to Blocks.Blocks
	Lang   string    // language of the page, "" if unknown
	Tree   *dom.Tree // nil for flattened text
	URL    string    // as given by the caller, "" if none
}

// Detector looks for one kind of planted content.
type Detector struct {
	Name string
	Doc  string // what it finds, one sentence
	// Find appends what it found to the findings of the detectors before it.
	Find func(*Page, []document.Finding) []document.Finding
}

// All lists the detectors in the order they run. It must not be changed.
var All = []Detector{
	promotion,
}

// Detect returns what all detectors found, nil for nearly every page.
func Detect(p *Page) []document.Finding {
	var found []document.Finding
	for i := range All {
		found = All[i].Find(p, found)
	}
	return found
}
