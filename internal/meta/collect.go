package meta

import (
	"net/url"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Collect reads the metadata of a page. t is nil for flattened text, which says
// nothing of itself.
func Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	var c Collector
	return c.Collect(t, blocks)
}

// Options say what a page cannot say of itself. The zero value knows nothing.
type Options struct {
	// Base is the absolute URL that the page's links are relative to.
	Base string
	// Captured is when the page was fetched, as an ISO 8601 date or time: what
	// "yesterday" is told from.
	Captured string
	// Schema asks for the linked data whole.
	Schema bool
}

// Collect does what the function of the same name does.
func (c *Collector) Collect(t *dom.Tree, blocks *block.Set) document.Meta {
	return c.CollectWith(t, blocks, Options{})
}

// CollectWith is Collect with what the caller knows of the page.
func (c *Collector) CollectWith(t *dom.Tree, blocks *block.Set, o Options) document.Meta {
	if t == nil {
		return document.Meta{}
	}
	c.start(t, blocks)
	c.options = o
	if d, ok := parseDate([]byte(o.Captured), false); ok {
		c.dateReader.captured = d.stamp
	}
	c.readElements()
	c.dateReader.monthFirst = c.monthFirst()
	anchor := c.headline()
	c.anchor = anchor
	c.readVisible(anchor)
	c.readLines(anchor)
	m := c.choose()
	m.Schema = c.schema
	c.tree, c.blocks, c.schema, c.base = nil, nil, nil, nil
	return m
}

// maxNotes bounds what is remembered of one page.
const maxNotes = 1 << 10

// Collector reads the metadata of one page after another and keeps its memory.
// The zero value is ready. It gathers notes, from which choose then makes the
// metadata.
type Collector struct {
	tree   *dom.Tree
	blocks *block.Set
	notes  []note
	hints  hints
	things int // objects of linked data read

	anchor     dom.ID // the node that shows the headline, 0 for none
	options    Options
	base       *url.URL // what addresses are relative to, nil if unknown
	baseKnown  bool     // base was looked for
	dateReader DateReader
	posts      []Post
	fields     []document.Field    // of a list on its way into the metadata
	rejections []document.Rejected // the same
	schema     []document.Field
	firstDate  *datedNote // the ones chosen
	lastDate   *datedNote

	titles   []titleCandidate
	title    *titleCandidate // the one chosen, nil for none
	headings int             // h1 elements with text
	sites    [][]byte        // keys of the site's names, once they were asked for
	asked    bool            // they were

	classes   *classMeanings
	json      jsonText
	scratch   []byte // characters on their way into a note
	linkText  []byte
	unwrapped []byte

	values []byte // of the notes, and what is made of them: it only grows, so that they stay valid
	// words are those of one title; declared and address are what they are
	// compared with. All of them stand in values.
	words, declared, address [][]byte
	dated                    []datedNote
	names                    []string // in one byline
	out                      []byte   // the strings of the fields
	places                   []int    // where they end in it: two for each field
}

// start forgets the page before.
func (c *Collector) start(t *dom.Tree, blocks *block.Set) {
	if c.classes == nil {
		c.classes = new(classMeanings)
	}
	clear(c.classes[:])
	*c = Collector{
		tree: t, blocks: blocks, notes: c.notes[:0], titles: c.titles[:0], sites: c.sites[:0], classes: c.classes,
		json: c.json, scratch: c.scratch, linkText: c.linkText, unwrapped: c.unwrapped, values: c.values[:0], words: c.words[:0],
		declared: c.declared[:0], address: c.address[:0],
		posts: c.posts[:0], fields: c.fields[:0], rejections: c.rejections[:0], dated: c.dated[:0], names: c.names[:0], out: c.out[:0], places: c.places[:0],
	}
}

// add takes a note with the given characters, unless there are none.
func (c *Collector) add(n note, text []byte) {
	if len(text) > maxValue || len(c.notes) == maxNotes {
		return
	}
	from := len(c.values)
	c.values = appendTidy(c.values, text)
	if n.value = c.values[from:]; len(n.value) > 0 {
		c.notes = append(c.notes, n)
	}
}

// addWrapped is add for the values of attributes and JSON strings.
func (c *Collector) addWrapped(n note, text []byte) {
	c.unwrapped = appendUnwrapped(c.unwrapped[:0], text[:min(len(text), maxValue+1)])
	c.add(n, c.unwrapped)
}

// field makes a note the field of the metadata, with the value that was made of
// its characters. Its strings are filled in by finish.
func (c *Collector) field(n *note, value []byte, p float32) document.Field {
	c.out = append(c.out, value...)
	c.places = append(c.places, len(c.out))
	c.out = append(c.out, c.tree.Src[n.span.Start:n.span.End]...)
	c.places = append(c.places, len(c.out))
	return document.Field{Span: n.span, Origin: n.origin.String(), P: p}
}

// finish gives the fields their strings, which are parts of one. The fields are
// in the order in which choose made them; those that are absent have no origin.
func (c *Collector) finish(m *document.Meta) {
	text, at, k := string(c.out), 0, 0
	fill := func(f *document.Field) {
		if f.Origin == "" {
			return
		}
		f.Value, f.Raw = text[at:c.places[k]], text[c.places[k]:c.places[k+1]]
		at = c.places[k+1]
		k += 2
	}
	fill(&m.Title)
	fill(&m.SiteName)
	fill(&m.Language)
	fill(&m.Canonical)
	fill(&m.Image)
	fill(&m.Subtitle)
	for i := range m.Authors {
		fill(&m.Authors[i])
	}
	fill(&m.Published)
	fill(&m.Modified)
	fill(&m.Description)
	fill(&m.Section)
	fill(&m.Licence)
	fill(&m.Next)
	fill(&m.Previous)
	for i := range m.Tags {
		fill(&m.Tags[i])
	}
	for i := range m.Rejected {
		fill(&m.Rejected[i].Field)
	}
}
