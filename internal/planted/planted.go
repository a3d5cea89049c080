package planted

import (
	"slices"

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
	Model  *Model    // of injections; nil for the built-in one

	// What prepare finds out.
	sketches []sketch // of each block
	own      string   // the page's registrable domain, "" if unknown
	knows    bool     // own has been looked for
	buf      []byte
	features []uint32
	carrier  Carrier
	read     *survey // nil until somebody asks
}

// prepare finds out what the detectors share.
func (p *Page) prepare() {
	p.own, p.knows, p.read = "", false, nil
	p.sketches = p.sketches[:0]
	for i := range p.Blocks.Blocks {
		p.sketches = append(p.sketches, words.anchors.sketch(p.Blocks.TextOf(i)))
	}
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
	links,
	concealment,
	comments,
	injection,
	scripts,
}

// sure is the confidence from which a finding is planted. It takes two kinds of
// evidence to get there; one alone is a suspicion.
const sure = 0.5

// Detect returns what all detectors found planted, and what is only suspicious;
// nil for nearly every page. A block is in one finding at most: the first.
func Detect(p *Page) (planted, suspicious []document.Finding) {
	p.prepare()
	var found []document.Finding
	for i := range All {
		found = All[i].Find(p, found)
	}
	if len(found) == 0 {
		return nil, nil
	}
	taken := map[int]bool{}
	for pass := range 2 {
		for i := range found {
			f := &found[i]
			if (f.Confidence >= sure) != (pass == 0) {
				continue
			}
			had := len(f.Blocks)
			f.Blocks = slices.DeleteFunc(f.Blocks, func(id int) bool { return taken[id] })
			if had > 0 && len(f.Blocks) == 0 && len(f.Spans) == 0 {
				continue
			}
			for _, id := range f.Blocks {
				taken[id] = true
			}
			f.Domains = p.domainsOf(f)
			if pass == 0 {
				planted = append(planted, *f)
			} else {
				suspicious = append(suspicious, *f)
			}
		}
	}
	return planted, suspicious
}
