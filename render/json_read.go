package render

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/winnowtext/winnow/document"
)

// ReadJSON reads a document from its JSON form, json or jsonl, and returns the
// id it was written with, "" if none. Fields it does not know are ignored. An
// error says which block or field is wrong.
func ReadJSON(data []byte) (d *document.Document, id string, err error) {
	var j jsonDocument
	if err := json.Unmarshal(data, &j); err != nil {
		return nil, "", fmt.Errorf("not a result of winnow: %w", err)
	}
	if j.V != Version {
		return nil, "", fmt.Errorf("not a result of winnow: \"v\" is %q, want %q", j.V, Version)
	}
	d = &document.Document{
		Lang: j.Lang, Base: j.Base, Dir: j.Dir,
		Source: document.Source{
			URL: j.Source.URL, Format: j.Source.Format, Bytes: j.Source.Bytes, SHA256: j.Source.SHA256, Charset: j.Source.Charset,
			CharsetFrom: j.Source.CharsetFrom, Declared: j.Source.Declared, Replaced: j.Source.Replaced,
		},
		Meta:      metaFromJSON(&j.Meta),
		TextRoles: document.Roles(j.TextRoles...),
	}
	d.Quality = j.Quality
	if j.Type != nil {
		d.Type = document.PageType{Value: j.Type.Value, P: j.Type.P}
	}
	for i, c := range j.Containers {
		if c.Parent < -1 || c.Parent >= i {
			return nil, "", fmt.Errorf("container %d: its parent %d does not come before it", i, c.Parent)
		}
		d.Containers = append(d.Containers, document.Container{Kind: c.Kind, Parent: c.Parent, Start: c.Start, Cols: c.Cols, Rows: c.Rows})
	}
	for i := range j.Blocks {
		b, err := blockFromJSON(&j.Blocks[i])
		if err != nil {
			return nil, "", fmt.Errorf("block %d: %w", i, err)
		}
		if b.Container < -1 || b.Container >= len(d.Containers) {
			return nil, "", fmt.Errorf("block %d: its container does not exist", i)
		}
		b.ID = i
		d.Blocks = append(d.Blocks, b)
	}
	if err := objectsFromJSON(d, &j); err != nil {
		return nil, "", err
	}
	for i := range j.Planted {
		d.Findings = append(d.Findings, findingFromJSON(&j.Planted[i]))
	}
	for i := range j.Suspicious {
		d.Suspicions = append(d.Suspicions, findingFromJSON(&j.Suspicious[i]))
	}
	d.Threads = threadsFromJSON(j.Threads)
	for _, l := range j.Limits {
		d.Limits = append(d.Limits, document.Limit{What: l.What, Count: l.Count, Span: l.Span.span()})
	}
	return d, j.ID, nil
}

func (s jsonSpan) span() document.Span { return document.Span{Start: s[0], End: s[1]} }

func blockFromJSON(j *jsonBlock) (document.Block, error) {
	b := document.Block{
		Kind: j.Kind, Level: j.Level, Role: j.Role, P: j.P, Text: j.Text, Lang: j.Lang, Syntax: j.Syntax, Reasons: j.Why,
		Links: linksFromJSON(j.Links), Container: -1, Break: j.Break,
	}
	if j.Container != nil {
		b.Container = *j.Container
	}
	at := 0
	for i, r := range j.Runs {
		if r.length < 0 || at+r.length > len(j.Text) {
			return b, fmt.Errorf("run %d: its length %d goes beyond the text", i, r.length)
		}
		b.Runs = append(b.Runs, document.Run{
			Text: j.Text[at : at+r.length], Span: document.Span{Start: r.start, End: r.end}, Decoding: r.decoding,
		})
		at += r.length
	}
	for _, m := range j.Marks {
		b.Marks = append(b.Marks, document.Mark{Kind: m.Kind, Start: m.Start, End: m.End})
	}
	if err := b.Data.UnmarshalText([]byte(j.Data)); err != nil {
		return b, err
	}
	for _, name := range j.Hidden {
		if err := b.Hidden.Add(name); err != nil {
			return b, err
		}
	}
	return b, nil
}

func linksFromJSON(j []jsonLink) []document.Link {
	var links []document.Link
	for _, l := range j {
		links = append(links, document.Link{Start: l.Start, End: l.End, URL: l.URL, Rel: l.Rel, Span: l.Span.span()})
	}
	return links
}

func metaFromJSON(j *jsonMeta) document.Meta {
	field := func(name, value string) document.Field {
		f := document.Field{Value: value, Raw: value}
		if from, ok := j.From[name]; ok {
			f.Origin, f.P = from.Origin, from.P
			if from.Raw != "" {
				f.Raw = from.Raw
			}
			if from.Span != nil {
				f.Span = from.Span.span()
			}
		}
		return f
	}
	m := document.Meta{
		Title: field("title", j.Title), Subtitle: field("subtitle", j.Subtitle),
		Published: field("published", j.Published), Modified: field("modified", j.Modified),
		SiteName: field("site_name", j.SiteName), Language: field("language", j.Language),
		Canonical: field("canonical", j.Canonical), Image: field("image", j.Image),
	}
	moreFromJSON(&m, j, field)
	for i, a := range j.Authors {
		m.Authors = append(m.Authors, field("authors."+strconv.Itoa(i), a))
	}
	return m
}
