package winnow

import (
	"bytes"
	"net/url"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
)

// assembly is the memory in which the strings of a result are put together.
type assembly struct {
	text []byte
	urls [][2]int // for each link, where its address and its rel end in text
}

// result is a document with room for the reasons in it, which are few and the
// same for many blocks.
type result struct {
	document.Document
	reasons [maxReasons]string
	known   int // how many of them there are
}

// maxReasons is how many different reasons there is room for.
const maxReasons = 32

// reason returns a list of one reason, which must not be changed.
func (r *result) reason(reason string) []string {
	i := 0
	for i < r.known && r.reasons[i] != reason {
		i++
	}
	if i == maxReasons {
		return []string{reason}
	}
	if i == r.known {
		r.reasons[i] = reason
		r.known++
	}
	return r.reasons[i : i+1 : i+1]
}

// document makes the result from what the stages found. All text of the result
// is one string, all runs are one slice: blocks hold parts of them.
func (p *page) document() *document.Document {
	r := &result{Document: document.Document{
		Source: document.Source{
			URL: p.options.URL, Format: p.format, Bytes: p.size,
			Charset: p.text.Name, CharsetFrom: string(p.text.Origin),
			Declared: p.text.Declared, Replaced: p.text.Replaced,
		},
		Type:       document.PageType{Value: p.labels.Type, P: p.labels.TypeP},
		Quality:    p.labels.Quality,
		Lang:       p.lang,
		Base:       p.base,
		Meta:       p.meta,
		Containers: append([]document.Container(nil), p.blocks.Containers...),
		Blocks:     make([]document.Block, len(p.blocks.Blocks)),
		TextRoles:  textRoles(p.options),
	}}
	d := &r.Document
	p.strings.text = append(p.strings.text[:0], p.blocks.Text...)
	p.gatherLinks()
	text := string(p.strings.text)
	p.fillBlocks(r, text[:len(p.blocks.Text)])
	p.fillLinks(d, text)
	p.fillStructure(d)
	p.fillFindings(d)
	p.rawMeta(&d.Meta)
	if p.size > len(p.src) {
		d.Limits = append(d.Limits, document.Limit{
			What: limitInputSize, Count: 1, Span: document.Span{Start: len(p.src), End: p.size},
		})
	}
	if p.tree != nil {
		for _, l := range p.tree.Limits {
			d.Limits = append(d.Limits, document.Limit{What: l.What, Count: l.Count, Span: p.raw(l.Offset, l.Offset)})
		}
	}
	for _, l := range p.styles {
		d.Limits = append(d.Limits, document.Limit{What: l.What, Count: l.Count, Span: p.raw(l.Offset, l.Offset)})
	}
	if p.blocks.Joined > 0 {
		d.Limits = append(d.Limits, document.Limit{
			What: limitBlocks, Count: p.blocks.Joined, Span: p.raw(p.blocks.JoinedAt, p.blocks.JoinedAt),
		})
	}
	if p.blocks.Dropped > 0 {
		d.Limits = append(d.Limits, document.Limit{What: limitObjects, Count: p.blocks.Dropped})
	}
	for _, l := range p.spent {
		d.Limits = append(d.Limits, document.Limit{What: l.What, Count: l.Count, Span: p.raw(l.Offset, l.Offset)})
	}
	return d
}

// raw returns the range of the raw source that a range of decoded text came from.
func (p *page) raw(start, end int) document.Span { return rawSpan(p.text, start, end) }

// rawSpan returns the range of the raw source that a range of text came from.
func rawSpan(text *charset.Text, start, end int) document.Span {
	s, e := text.Source(start, end)
	return document.Span{Start: s, End: e}
}

// fillBlocks copies the blocks with their text, runs and roles.
func (p *page) fillBlocks(d *result, text string) {
	set := p.blocks
	runs := make([]document.Run, 0, len(set.Runs))
	marks := make([]document.Mark, len(set.Marks))
	for i := range set.Blocks {
		from := &set.Blocks[i]
		to := &d.Blocks[i]
		first := len(runs)
		for _, r := range set.Runs[from.Runs[0]:from.Runs[1]] {
			runs = p.appendRuns(runs, text[r.Start:r.End], int(r.SrcStart), int(r.SrcEnd), r.Decoding)
		}
		decision := p.labels.Decisions[i]
		*to = document.Block{
			ID: i, Kind: from.Kind, Level: int(from.Level), Role: decision.Role, P: decision.P,
			Text: text[from.Start:from.End], Runs: runs[first:len(runs):len(runs)],
			Lang: p.langs[i], Hidden: from.Hidden | from.Style, Data: from.Data, Container: int(from.Container), Break: from.Break,
		}
		if decision.Reason != "" {
			to.Reasons = d.reason(decision.Reason)
		}
		for k := from.Marks[0]; k < from.Marks[1]; k++ {
			m := set.Marks[k]
			marks[k] = document.Mark{Kind: m.Kind, Start: int(m.Start - from.Start), End: int(m.End - from.Start)}
		}
		to.Marks = marks[from.Marks[0]:from.Marks[1]:from.Marks[1]]
	}
}

// appendRuns appends a run, cut where its decoding changes in the raw source: in
// a page that is not UTF-8, between ASCII characters and others.
func (p *page) appendRuns(runs []document.Run, text string, start, end int, how document.Decoding) []document.Run {
	whole := p.raw(start, end)
	if how != document.Verbatim || p.text.Identity() || p.equals(whole, text) {
		return append(runs, document.Run{Text: text, Span: whole, Decoding: how})
	}
	for i := 0; i < len(text); {
		ascii := text[i] < 0x80
		j := i + 1
		for j < len(text) && (text[j] < 0x80) == ascii {
			j++
		}
		r := document.Run{Text: text[i:j], Span: p.raw(start+i, start+j)}
		if !p.equals(r.Span, r.Text) {
			r.Decoding = document.FromCharset
		}
		runs = append(runs, r)
		i = j
	}
	return runs
}

// equals reports whether text is what stands in the raw source at s.
func (p *page) equals(s document.Span, text string) bool {
	return s.Len() == len(text) && string(p.src[s.Start:s.End]) == text
}

// gatherLinks appends the addresses and rels of the links to the text.
func (p *page) gatherLinks() {
	m := p.strings
	m.urls = m.urls[:0]
	if p.tree == nil {
		return
	}
	for i := range p.blocks.Links {
		node := p.blocks.Links[i].Node
		m.text = appendAttr(m.text, p.tree, node, dom.KeyHref)
		url := len(m.text)
		m.text = appendAttr(m.text, p.tree, node, dom.KeyRel)
		m.urls = append(m.urls, [2]int{url, len(m.text)})
	}
}

// fillLinks gives each block its links. Their strings are parts of text, behind
// that of the blocks.
func (p *page) fillLinks(d *document.Document, text string) {
	if p.tree == nil {
		return
	}
	set := p.blocks
	links := make([]document.Link, len(set.Links))
	at := len(set.Text)
	for i, ends := range p.strings.urls {
		n := p.tree.Node(set.Links[i].Node)
		links[i] = document.Link{
			URL: text[at:ends[0]], Rel: text[ends[0]:ends[1]],
			Span: p.raw(int(n.Start), int(n.End)),
		}
		at = ends[1]
	}
	for i := range set.Blocks {
		b := &set.Blocks[i]
		for k := b.Links[0]; k < b.Links[1]; k++ {
			links[k].Start, links[k].End = int(set.Links[k].Start-b.Start), int(set.Links[k].End-b.Start)
		}
		d.Blocks[i].Links = links[b.Links[0]:b.Links[1]:b.Links[1]]
	}
}

// appendAttr appends an attribute's value without the white space around it.
func appendAttr(dst []byte, t *dom.Tree, id dom.ID, key dom.Key) []byte {
	v, _ := t.AttrBytes(id, key)
	return append(dst, bytes.TrimSpace(v)...)
}

// findBase returns what the page's links are relative to: its base element,
// resolved against the page's own address.
func (p *page) findBase() string {
	if p.tree == nil || p.tree.Base == 0 {
		return p.options.URL
	}
	href, _ := p.tree.AttrBytes(p.tree.Base, dom.KeyHref)
	base, err := url.Parse(string(bytes.TrimSpace(href)))
	if err != nil {
		return p.options.URL
	}
	own, err := url.Parse(p.options.URL)
	if err != nil {
		return base.String()
	}
	return own.ResolveReference(base).String()
}

// fillFindings adds the findings and suspicions, with the spans and links of
// their blocks, and makes the blocks of the findings planted.
func (p *page) fillFindings(d *document.Document) {
	d.Findings, d.Suspicions = p.findings, p.suspects
	for i := range d.Findings {
		f := &d.Findings[i]
		p.fillFinding(d, f)
		for _, id := range f.Blocks {
			b := &d.Blocks[id]
			b.Role, b.P, b.Reasons = f.Kind, f.Confidence, f.Evidence
		}
	}
	for i := range d.Suspicions {
		p.fillFinding(d, &d.Suspicions[i])
	}
}

// fillFinding turns the spans that the detector named into ranges of the raw
// source, and adds those of the blocks and their links.
func (p *page) fillFinding(d *document.Document, f *document.Finding) {
	for i, s := range f.Spans {
		f.Spans[i] = p.raw(s.Start, s.End)
	}
	for _, id := range f.Blocks {
		b := &d.Blocks[id]
		f.Spans = append(f.Spans, b.Span())
		f.Links = append(f.Links, b.Links...)
	}
}

// rawMeta turns the spans of the metadata into ranges of the raw source.
func (p *page) rawMeta(m *document.Meta) {
	fix := func(f *document.Field) {
		if f.Span.End > 0 {
			f.Span = p.raw(f.Span.Start, f.Span.End)
		}
	}
	for _, f := range []*document.Field{
		&m.Title, &m.Subtitle, &m.Published, &m.Modified, &m.SiteName, &m.Language, &m.Canonical, &m.Image,
		&m.Date, &m.Description, &m.Section, &m.Licence, &m.Next, &m.Previous,
	} {
		fix(f)
	}
	for _, list := range [][]document.Field{m.Authors, m.Tags, m.Schema} {
		for i := range list {
			fix(&list[i])
		}
	}
	for i := range m.Rejected {
		fix(&m.Rejected[i].Field)
	}
}
