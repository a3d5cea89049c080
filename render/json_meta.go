package render

import (
	"encoding/json"
	"strconv"

	"github.com/winnowtext/winnow/document"
)

// The JSON form of the rest of the metadata, and of threads.
type (
	jsonMetaMore struct {
		Date        string            `json:"date,omitempty"`
		Description string            `json:"description,omitempty"`
		Section     string            `json:"section,omitempty"`
		Tags        []string          `json:"tags,omitempty"`
		Licence     string            `json:"licence,omitempty"`
		Next        string            `json:"next,omitempty"`
		Previous    string            `json:"previous,omitempty"`
		Page        int               `json:"page,omitempty"`
		Pages       int               `json:"pages,omitempty"`
		Words       int               `json:"words,omitempty"`
		Rejected    []jsonRejected    `json:"rejected,omitempty"`
		Schema      []json.RawMessage `json:"schema,omitempty"`
	}
	jsonRejected struct {
		Field string `json:"field"`
		Value string `json:"value"`
		jsonField
	}
	jsonThread struct {
		Kind  document.ThreadKind `json:"kind"`
		Posts []jsonPost          `json:"posts"`
	}
	jsonPost struct {
		Author   string `json:"author,omitempty"`
		Date     string `json:"date,omitempty"`
		Parent   int    `json:"parent"`
		Score    *int   `json:"score,omitempty"`
		Accepted bool   `json:"accepted,omitempty"`
		Blocks   []int  `json:"blocks"`
	}
)

// moreToJSON returns the rest of the metadata; add notes where a field is from.
func moreToJSON(m *document.Meta, add func(string, *document.Field)) jsonMetaMore {
	j := jsonMetaMore{
		Date: m.Date.Value, Description: m.Description.Value, Section: m.Section.Value, Licence: m.Licence.Value, Next: m.Next.Value, Previous: m.Previous.Value,
		Page: m.Page, Pages: m.Pages, Words: m.Words,
	}
	add("date", &m.Date)
	add("description", &m.Description)
	add("section", &m.Section)
	add("licence", &m.Licence)
	add("next", &m.Next)
	add("previous", &m.Previous)
	for i := range m.Tags {
		j.Tags = append(j.Tags, m.Tags[i].Value)
		add("tags."+strconv.Itoa(i), &m.Tags[i])
	}
	for i := range m.Rejected {
		r := &m.Rejected[i]
		to := jsonRejected{Field: r.Name, Value: r.Value, jsonField: jsonField{Origin: r.Origin}}
		if r.Raw != r.Value {
			to.Raw = r.Raw
		}
		if r.Span.End > 0 {
			s := span(r.Span)
			to.Span = &s
		}
		j.Rejected = append(j.Rejected, to)
	}
	for i := range m.Schema {
		j.Schema = append(j.Schema, json.RawMessage(m.Schema[i].Value))
		from := m.Schema[i]
		from.Raw = from.Value // as long as the page's own; its span says where it stands
		add("schema."+strconv.Itoa(i), &from)
	}
	return j
}

// moreFromJSON reads what moreToJSON writes.
func moreFromJSON(m *document.Meta, j *jsonMeta, field func(name, value string) document.Field) {
	optional := func(name, value string) document.Field {
		if value == "" {
			return document.Field{}
		}
		return field(name, value)
	}
	m.Date, m.Section, m.Licence = optional("date", j.Date), optional("section", j.Section), optional("licence", j.Licence)
	m.Description = optional("description", j.Description)
	m.Next, m.Previous = optional("next", j.Next), optional("previous", j.Previous)
	m.Page, m.Pages, m.Words = j.Page, j.Pages, j.Words
	for i, t := range j.Tags {
		m.Tags = append(m.Tags, field("tags."+strconv.Itoa(i), t))
	}
	for _, r := range j.Rejected {
		f := document.Field{Value: r.Value, Raw: r.Raw, Origin: r.Origin}
		if f.Raw == "" {
			f.Raw = f.Value
		}
		if r.Span != nil {
			f.Span = r.Span.span()
		}
		m.Rejected = append(m.Rejected, document.Rejected{Name: r.Field, Field: f})
	}
	for i, s := range j.Schema {
		m.Schema = append(m.Schema, field("schema."+strconv.Itoa(i), string(s)))
	}
}

func threadsToJSON(threads []document.Thread) []jsonThread {
	var j []jsonThread
	for _, t := range threads {
		to := jsonThread{Kind: t.Kind, Posts: []jsonPost{}}
		for i := range t.Posts {
			p := &t.Posts[i]
			post := jsonPost{Author: p.Author, Date: p.Date, Parent: p.Parent, Accepted: p.Accepted, Blocks: p.Blocks}
			if p.Scored {
				post.Score = &p.Score
			}
			to.Posts = append(to.Posts, post)
		}
		j = append(j, to)
	}
	return j
}

func threadsFromJSON(j []jsonThread) []document.Thread {
	var threads []document.Thread
	for _, t := range j {
		to := document.Thread{Kind: t.Kind}
		for _, p := range t.Posts {
			post := document.ThreadPost{Author: p.Author, Date: p.Date, Parent: p.Parent, Accepted: p.Accepted, Blocks: p.Blocks}
			if p.Score != nil {
				post.Score, post.Scored = *p.Score, true
			}
			to.Posts = append(to.Posts, post)
		}
		threads = append(threads, to)
	}
	return threads
}
