package render

import (
	"github.com/winnowtext/winnow/document"
)

// htmlDialect is every element and attribute that clean HTML can have, but for
// those of appendHTML's head and of htmlObject and htmlCode. It is read-only.
var htmlDialect = dialect{
	containers: [...]string{
		document.Quote: "blockquote", document.List: "ul", document.OrderedList: "ol", document.Item: "li",
		document.Table: "table", document.Row: "tr", document.HeaderCell: "th", document.DataCell: "td",
		document.Figure: "figure", document.Definitions: "dl", document.CodeBlock: "pre", document.Callout: "aside",
		document.PullQuote: "aside", document.NoteText: "div",
	},
	marks:     [...]string{document.Emphasis: "em", document.Strong: "strong", document.InlineCode: "code"},
	paragraph: "p", headings: [7]string{"", "h1", "h2", "h3", "h4", "h5", "h6"},
	term: "dt", def: "dd", caption: "caption", figcaption: "figcaption", lineBreak: "<br>",
	href: "a href", start: "start", value: "value", cols: "colspan", rows: "rowspan", noteID: "id", noteRef: `a href="#note-`,
	object: htmlObject, code: htmlCode,
}

// appendHTML renders the chosen blocks as a page of HTML that is made of our own
// model, not of the page's markup: nothing in it can run or style anything.
func appendHTML(dst []byte, d *document.Document, o Options) []byte {
	m := markup{page: newPage(d, o), dialect: &htmlDialect, out: dst}
	m.out = append(m.out, "<!doctype html>\n<html"...)
	if d.Lang != "" {
		m.out = append(m.out, attr("lang", d.Lang)...)
	}
	if dir := direction(d); dir != "" {
		m.out = append(m.out, attr("dir", dir)...)
	}
	m.out = append(m.out, ">\n<head>\n<meta charset=\"utf-8\">\n"...)
	m.element("title", func() { m.text(d.Meta.Title.Value) })
	m.out = append(m.out, "\n</head>\n<body>\n"...)
	if o.Show == 0 {
		m.title()
	}
	m.article()
	return append(m.out, "</body>\n</html>\n"...)
}

// title prints the page's headline.
func (m *markup) title() {
	tag := m.headings[1]
	for i := range m.doc.Blocks {
		if m.doc.Blocks[i].Role == document.Title && !m.roles.Has(document.Title) {
			m.element(tag, func() { m.block(i) })
			m.out = append(m.out, '\n')
			return
		}
	}
	if t := m.doc.Meta.Title.Value; t != "" {
		m.element(tag, func() { m.text(t) })
		m.out = append(m.out, '\n')
	}
}

// article prints the chosen blocks in an element of their own.
func (m *markup) article() {
	m.out = append(m.out, "<article>\n"...)
	m.children(m.tree(), 0, true)
	m.out = append(m.out, "</article>\n"...)
}

// htmlObject prints an image, a formula, or a link to what is embedded.
func htmlObject(m *markup, o *document.Object, alone bool) {
	switch o.Kind {
	case document.Maths:
		open, end := `\(`, `\)`
		if o.Display {
			open, end = `\[`, `\]`
		}
		m.element(`span class="math"`, func() { m.text(open + o.Text + end) })
	case document.Image:
		m.out = append(m.out, "<img"...)
		m.out = append(m.out, attr("src", m.address(o.URL))...)
		m.out = append(m.out, attr("alt", o.Text)...)
		m.out = append(m.out, '>')
	default:
		content := func() { m.element("a"+attr("href", m.address(o.URL)), func() { m.text(objectName(o)) }) }
		if alone {
			m.element("p", content)
		} else {
			content()
		}
	}
}

// objectName returns what to call something embedded.
func objectName(o *document.Object) string {
	if o.Text != "" {
		return o.Text
	}
	return o.Kind.String()
}

// htmlCode prints preformatted text, white space and all.
func htmlCode(m *markup, n *node) {
	m.element("pre", func() {
		tag := "code"
		if s := m.syntax(n); s != "" {
			tag += attr("class", "language-"+s)
		}
		m.element(tag, func() { m.codeText(n) })
	})
}

// syntax returns the programming language of a block of code.
func (m *markup) syntax(n *node) string {
	for _, k := range n.kids {
		if k.block >= 0 && m.doc.Blocks[k.block].Syntax != "" {
			return m.doc.Blocks[k.block].Syntax
		}
	}
	return ""
}

// codeText prints the blocks of a block of code as lines.
func (m *markup) codeText(n *node) {
	first := true
	for _, k := range n.kids {
		if k.container >= 0 {
			m.codeText(k)
			continue
		}
		if k.block < 0 {
			continue
		}
		if !first {
			m.out = append(m.out, '\n')
		}
		first = false
		m.text(m.doc.Blocks[k.block].Text)
	}
}

// direction returns the direction of a document's text, "" for the usual one.
func direction(d *document.Document) string {
	if d.Dir != "" {
		return d.Dir
	}
	switch d.Lang {
	case "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb":
		return "rtl"
	}
	return ""
}
