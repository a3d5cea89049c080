package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf16"

	"github.com/winnowtext/winnow/document"
)

// jsonReadability has the names that reader applications know from Readability.
// A field of which nothing is known is null.
type jsonReadability struct {
	Title         *string `json:"title"`
	Byline        *string `json:"byline"`
	Dir           *string `json:"dir"`
	Lang          *string `json:"lang"`
	Content       string  `json:"content"`
	TextContent   string  `json:"textContent"`
	Length        int     `json:"length"` // of the text, in UTF-16 units
	Excerpt       *string `json:"excerpt"`
	SiteName      *string `json:"siteName"`
	PublishedTime *string `json:"publishedTime"`
}

// appendReadability renders the chosen blocks as clean HTML and as text, with
// the page's metadata, as one line of JSON.
func appendReadability(dst []byte, d *document.Document, o Options) []byte {
	m := markup{page: newPage(d, o), dialect: &htmlDialect}
	m.article()
	text := string(d.AppendText(nil, m.roles))
	var authors []string
	for i := range d.Meta.Authors {
		authors = append(authors, d.Meta.Authors[i].Value)
	}
	j := jsonReadability{
		Title: known(d.Meta.Title.Value), Byline: known(strings.Join(authors, ", ")), Dir: known(direction(d)),
		Lang: known(d.Lang), Content: string(m.out), TextContent: text, Length: len(utf16.Encode([]rune(text))),
		Excerpt: known(excerpt(d, m.roles)), SiteName: known(d.Meta.SiteName.Value), PublishedTime: known(d.Meta.Published.Value),
	}
	if l := d.Meta.Language.Value; l != "" {
		j.Lang = &l
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(j); err != nil {
		panic(err) // strings and a number: cannot happen
	}
	return append(dst, b.Bytes()...)
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// minExcerpt is how many bytes a paragraph has that can stand for the text.
const minExcerpt = 40

// excerpt returns what the page says of itself in a sentence: its description, its
// subtitle, its standfirst, or its first paragraph.
func excerpt(d *document.Document, roles document.RoleSet) string {
	if s := d.Meta.Description.Value; s != "" {
		return s
	}
	if s := d.Meta.Subtitle.Value; s != "" {
		return s
	}
	first := ""
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Role == document.Standfirst {
			return b.Text
		}
		if first == "" && roles.Has(b.Role) && b.Kind == document.Paragraph && len(b.Text) >= minExcerpt {
			first = b.Text
		}
	}
	return first
}
