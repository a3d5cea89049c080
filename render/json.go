package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"

	"github.com/winnowtext/winnow/document"
)

// Version names the JSON format. docs/format.md describes it.
const Version = "winnow/1"

// The types below are the JSON form of a document, in the order of its fields.
// A field that is absent does not apply or is not known.
type (
	jsonDocument struct {
		V          string          `json:"v"`
		ID         string          `json:"id,omitempty"`
		Source     jsonSource      `json:"source"`
		Type       *jsonType       `json:"type,omitempty"`
		Quality    float32         `json:"quality"`
		Lang       string          `json:"lang,omitempty"`
		Base       string          `json:"base,omitempty"`
		Dir        string          `json:"dir,omitempty"`
		Meta       jsonMeta        `json:"meta"`
		Text       string          `json:"text"`
		TextRoles  []document.Role `json:"text_roles"`
		Blocks     []jsonBlock     `json:"blocks"`
		Containers []jsonContainer `json:"containers,omitempty"`
		Threads    []jsonThread    `json:"threads,omitempty"`
		Objects    []jsonObject    `json:"objects,omitempty"`
		Notes      []jsonNote      `json:"notes,omitempty"`
		Planted    []jsonFinding   `json:"planted"`
		Suspicious []jsonFinding   `json:"suspicious,omitempty"`
		Limits     []jsonLimit     `json:"limits,omitempty"`
	}
	jsonSource struct {
		URL         string          `json:"url,omitempty"`
		Format      document.Format `json:"format"`
		Bytes       int             `json:"bytes"`
		SHA256      string          `json:"sha256,omitempty"`
		Charset     string          `json:"charset,omitempty"`
		CharsetFrom string          `json:"charset_from,omitempty"`
		Declared    string          `json:"declared,omitempty"`
		Replaced    int             `json:"replaced,omitempty"`
	}
	jsonType struct {
		Value string  `json:"value"`
		P     float32 `json:"p"`
	}
	jsonMeta struct {
		Title     string   `json:"title,omitempty"`
		Subtitle  string   `json:"subtitle,omitempty"`
		Authors   []string `json:"authors"`
		Published string   `json:"published,omitempty"`
		Modified  string   `json:"modified,omitempty"`
		SiteName  string   `json:"site_name,omitempty"`
		Language  string   `json:"language,omitempty"`
		Canonical string   `json:"canonical,omitempty"`
		Image     string   `json:"image,omitempty"`
		jsonMetaMore
		From map[string]jsonField `json:"from,omitempty"`
	}
	jsonField struct {
		Origin string    `json:"origin"`
		Raw    string    `json:"raw,omitempty"`
		Span   *jsonSpan `json:"span,omitempty"`
		P      float32   `json:"p,omitempty"`
	}
	jsonBlock struct {
		Kind      document.Kind `json:"kind"`
		Level     int           `json:"level,omitempty"`
		Role      document.Role `json:"role"`
		Verdict   string        `json:"verdict"`
		P         float32       `json:"p"`
		Lang      string        `json:"lang,omitempty"`
		Syntax    string        `json:"syntax,omitempty"`
		Span      jsonSpan      `json:"span"`
		Text      string        `json:"text"`
		Runs      []jsonRun     `json:"runs"`
		Hidden    []string      `json:"hidden,omitempty"`
		Data      string        `json:"data,omitempty"`
		Why       []string      `json:"why,omitempty"`
		Links     []jsonLink    `json:"links,omitempty"`
		Marks     []jsonMark    `json:"marks,omitempty"`
		Container *int          `json:"container,omitempty"`
		Break     bool          `json:"break,omitempty"`
	}
	jsonLink struct {
		Start int      `json:"start"`
		End   int      `json:"end"`
		URL   string   `json:"url"`
		Rel   string   `json:"rel,omitempty"`
		Span  jsonSpan `json:"span"`
	}
	jsonMark struct {
		Kind  document.MarkKind `json:"kind"`
		Start int               `json:"start"`
		End   int               `json:"end"`
	}
	jsonContainer struct {
		Kind   document.ContainerKind `json:"kind"`
		Parent int                    `json:"parent"`
		Start  int32                  `json:"start,omitempty"`
		Cols   uint16                 `json:"cols,omitempty"`
		Rows   uint16                 `json:"rows,omitempty"`
	}
	jsonObject struct {
		Kind      document.ObjectKind `json:"kind"`
		Block     int                 `json:"block"`
		Alone     bool                `json:"alone,omitempty"`
		Start     int                 `json:"start,omitempty"`
		End       int                 `json:"end,omitempty"`
		Container *int                `json:"container,omitempty"`
		URL       string              `json:"url,omitempty"`
		Text      string              `json:"text,omitempty"`
		Display   bool                `json:"display,omitempty"`
		Hidden    []string            `json:"hidden,omitempty"`
		Span      jsonSpan            `json:"span"`
	}
	jsonNote struct {
		Container int    `json:"container"`
		ID        string `json:"id"`
	}
	jsonFinding struct {
		Kind      document.Role `json:"kind"`
		Grade     string        `json:"grade,omitempty"`
		Technique string        `json:"technique,omitempty"`
		Topic     string        `json:"topic,omitempty"`
		P         float32       `json:"p"`
		Blocks    []int         `json:"blocks"`
		Spans     []jsonSpan    `json:"spans"`
		Links     []jsonLink    `json:"links,omitempty"`
		Domains   []string      `json:"domains,omitempty"`
		Evidence  []string      `json:"evidence"`
	}
	jsonLimit struct {
		What  string   `json:"what"`
		Count int      `json:"count"`
		Span  jsonSpan `json:"span"`
	}
	// jsonSpan is [start, end].
	jsonSpan [2]int
	// jsonRun is [length, start, end] with the name of the decoding behind it
	// where the text is not the bytes themselves; length counts bytes of the
	// block's text in UTF-8.
	jsonRun struct {
		length, start, end int
		decoding           document.Decoding
	}
)

func (r jsonRun) MarshalJSON() ([]byte, error) {
	if r.decoding == document.Verbatim {
		return fmt.Appendf(nil, "[%d,%d,%d]", r.length, r.start, r.end), nil
	}
	return fmt.Appendf(nil, "[%d,%d,%d,%q]", r.length, r.start, r.end, r.decoding.String()), nil
}

func (r *jsonRun) UnmarshalJSON(b []byte) error {
	r.decoding = document.Verbatim
	parts := []any{&r.length, &r.start, &r.end, &r.decoding}
	n := len(parts)
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	if len(parts) != n && len(parts) != n-1 {
		return fmt.Errorf("a run has %d elements, want 3 or 4", len(parts))
	}
	return nil
}

func appendJSON(dst []byte, d *document.Document, o Options) []byte {
	return spread(dst, appendJSONL(nil, d, o))
}

func appendJSONL(dst []byte, d *document.Document, o Options) []byte {
	buf := bytes.NewBuffer(dst)
	e := json.NewEncoder(buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(toJSON(d, o)); err != nil {
		panic("render: " + err.Error()) // the types above always encode
	}
	return buf.Bytes()
}

// spreadDepth is down to which depth JSON is laid out on lines of its own: each
// block stands on one line.
const spreadDepth = 2

// spread appends compact JSON to dst with a line for each value of the upper
// levels.
func spread(dst, compact []byte) []byte {
	depth, quoted := 0, false
	line := func(n int) {
		dst = append(dst, '\n')
		for range n {
			dst = append(dst, "  "...)
		}
	}
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		switch {
		case quoted:
			if c == '\\' {
				dst = append(dst, c)
				i++
				c = compact[i]
			} else if c == '"' {
				quoted = false
			}
			dst = append(dst, c)
		case c == '"':
			quoted = true
			dst = append(dst, c)
		case c == '{' || c == '[':
			depth++
			dst = append(dst, c)
			if depth <= spreadDepth && compact[i+1] != '}' && compact[i+1] != ']' {
				line(depth)
			}
		case c == '}' || c == ']':
			if depth <= spreadDepth && compact[i-1] != '{' && compact[i-1] != '[' {
				line(depth - 1)
			}
			depth--
			dst = append(dst, c)
		case c == ',' && depth <= spreadDepth:
			dst = append(dst, c)
			line(depth)
		case c == ':' && depth <= spreadDepth:
			dst = append(dst, ": "...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// rounded returns a probability with the three decimals that mean something.
func rounded(p float32) float32 { return float32(math.Round(float64(p)*1000) / 1000) }

func span(s document.Span) jsonSpan { return jsonSpan{s.Start, s.End} }

func toJSON(d *document.Document, o Options) *jsonDocument {
	j := &jsonDocument{
		V: Version, ID: o.ID, Lang: d.Lang, Base: d.Base, Dir: d.Dir,
		Source: jsonSource{
			URL: d.Source.URL, Format: d.Source.Format, Bytes: d.Source.Bytes, SHA256: d.Source.SHA256,
			Charset: d.Source.Charset, CharsetFrom: d.Source.CharsetFrom, Declared: d.Source.Declared, Replaced: d.Source.Replaced,
		},
		Meta:      metaToJSON(&d.Meta),
		Text:      string(d.AppendText(nil, shown(d, o))),
		TextRoles: roleList(shown(d, o)),
		Blocks:    make([]jsonBlock, len(d.Blocks)),
		Planted:   make([]jsonFinding, len(d.Findings)),
	}
	j.Quality = rounded(d.Quality)
	if d.Type.Value != "" {
		j.Type = &jsonType{d.Type.Value, rounded(d.Type.P)}
	}
	for i := range d.Blocks {
		j.Blocks[i] = blockToJSON(&d.Blocks[i])
	}
	for _, c := range d.Containers {
		j.Containers = append(j.Containers, jsonContainer{c.Kind, c.Parent, c.Start, c.Cols, c.Rows})
	}
	j.Objects, j.Notes = objectsToJSON(d)
	for i := range d.Findings {
		j.Planted[i] = findingToJSON(&d.Findings[i])
	}
	for i := range d.Suspicions {
		j.Suspicious = append(j.Suspicious, findingToJSON(&d.Suspicions[i]))
	}
	j.Threads = threadsToJSON(d.Threads)
	for _, l := range d.Limits {
		j.Limits = append(j.Limits, jsonLimit{l.What, l.Count, span(l.Span)})
	}
	return j
}

func findingToJSON(f *document.Finding) jsonFinding {
	to := jsonFinding{
		Kind: f.Kind, Grade: f.Grade, Technique: f.Technique, Topic: f.Topic, P: rounded(f.Confidence),
		Blocks: f.Blocks, Spans: []jsonSpan{}, Evidence: f.Evidence, Links: linksToJSON(f.Links), Domains: f.Domains,
	}
	if to.Blocks == nil {
		to.Blocks = []int{}
	}
	for _, s := range f.Spans {
		to.Spans = append(to.Spans, span(s))
	}
	return to
}

func findingFromJSON(f *jsonFinding) document.Finding {
	to := document.Finding{
		Kind: f.Kind, Grade: f.Grade, Technique: f.Technique, Topic: f.Topic, Confidence: f.P,
		Blocks: f.Blocks, Evidence: f.Evidence, Links: linksFromJSON(f.Links), Domains: f.Domains,
	}
	for _, s := range f.Spans {
		to.Spans = append(to.Spans, s.span())
	}
	return to
}

func roleList(s document.RoleSet) []document.Role {
	roles := []document.Role{}
	for r := document.NoRole + 1; r.Verdict() != document.NoVerdict; r++ {
		if s.Has(r) {
			roles = append(roles, r)
		}
	}
	return roles
}

func metaToJSON(m *document.Meta) jsonMeta {
	j := jsonMeta{
		Title: m.Title.Value, Subtitle: m.Subtitle.Value, Authors: []string{},
		Published: m.Published.Value, Modified: m.Modified.Value, SiteName: m.SiteName.Value,
		Language: m.Language.Value, Canonical: m.Canonical.Value, Image: m.Image.Value,
		From: map[string]jsonField{},
	}
	add := func(name string, f *document.Field) {
		if f.Value == "" {
			return
		}
		from := jsonField{Origin: f.Origin, P: rounded(f.P)}
		if f.Raw != f.Value {
			from.Raw = f.Raw
		}
		if f.Span.End > 0 {
			s := span(f.Span)
			from.Span = &s
		}
		j.From[name] = from
	}
	add("title", &m.Title)
	add("subtitle", &m.Subtitle)
	add("published", &m.Published)
	add("modified", &m.Modified)
	add("site_name", &m.SiteName)
	add("language", &m.Language)
	add("canonical", &m.Canonical)
	add("image", &m.Image)
	j.jsonMetaMore = moreToJSON(m, add)
	for i := range m.Authors {
		j.Authors = append(j.Authors, m.Authors[i].Value)
		add(fmt.Sprintf("authors.%d", i), &m.Authors[i])
	}
	return j
}

func blockToJSON(b *document.Block) jsonBlock {
	j := jsonBlock{
		Kind: b.Kind, Level: b.Level, Role: b.Role, Verdict: b.Verdict().String(), P: rounded(b.P),
		Lang: b.Lang, Syntax: b.Syntax, Span: span(b.Span()), Text: b.Text, Hidden: b.Hidden.Reasons(), Data: b.Data.String(), Why: b.Reasons,
		Links: linksToJSON(b.Links), Runs: make([]jsonRun, len(b.Runs)), Break: b.Break,
	}
	for i, r := range b.Runs {
		j.Runs[i] = jsonRun{len(r.Text), r.Span.Start, r.Span.End, r.Decoding}
	}
	for _, m := range b.Marks {
		j.Marks = append(j.Marks, jsonMark{m.Kind, m.Start, m.End})
	}
	if b.Container >= 0 {
		j.Container = &b.Container
	}
	return j
}

func linksToJSON(links []document.Link) []jsonLink {
	var j []jsonLink
	for _, l := range links {
		j = append(j, jsonLink{l.Start, l.End, l.URL, l.Rel, span(l.Span)})
	}
	return j
}
