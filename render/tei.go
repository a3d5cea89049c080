package render

import (
	"github.com/winnowtext/winnow/document"
)

// teiDialect is every element of the text of a TEI document. It is read-only.
var teiDialect = dialect{
	containers: [...]string{
		document.Quote: "quote", document.List: "list", document.OrderedList: `list rend="numbered"`, document.Item: "item",
		document.Table: "table", document.Row: "row", document.HeaderCell: `cell role="label"`, document.DataCell: "cell",
		document.Figure: "figure", document.Definitions: `list type="gloss"`, document.CodeBlock: "eg", document.Callout: `note type="callout"`,
		document.PullQuote: `quote type="pull"`, document.NoteText: "note",
	},
	marks:     [...]string{document.Emphasis: `hi rend="italic"`, document.Strong: `hi rend="bold"`, document.InlineCode: "code"},
	paragraph: "p",
	headings: [7]string{
		"", `ab type="heading" n="1"`, `ab type="heading" n="2"`, `ab type="heading" n="3"`,
		`ab type="heading" n="4"`, `ab type="heading" n="5"`, `ab type="heading" n="6"`,
	},
	term: "label", def: "item", caption: "head", figcaption: "head", lineBreak: "<lb/>",
	href: "ref target", value: "n", start: "n", cols: "cols", rows: "rows", noteID: "xml:id", noteRef: `ref target="#note-`,
	object: teiObject, code: teiCode,
}

// appendTEI renders the chosen blocks as a document of the Text Encoding
// Initiative (TEI P5).
func appendTEI(dst []byte, d *document.Document, o Options) []byte {
	m := markup{page: newPage(d, o), dialect: &teiDialect, out: dst}
	m.out = append(m.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\""...)
	if d.Lang != "" {
		m.out = append(m.out, attr("xml:lang", d.Lang)...)
	}
	m.out = append(m.out, ">\n<teiHeader>\n<fileDesc>\n"...)
	m.header(&d.Meta)
	m.out = append(m.out, "</fileDesc>\n</teiHeader>\n<text>\n<body>\n<div>\n"...)
	m.children(m.tree(), 0, true)
	if len(m.tree().kids) == 0 {
		m.out = append(m.out, "<p/>\n"...)
	}
	return append(m.out, "</div>\n</body>\n</text>\n</TEI>\n"...)
}

// header prints what is known of the page.
func (m *markup) header(meta *document.Meta) {
	field := func(tag, value string) {
		if value != "" {
			m.element(tag, func() { m.text(value) })
			m.out = append(m.out, '\n')
		}
	}
	m.out = append(m.out, "<titleStmt>\n"...)
	m.element("title", func() { m.text(meta.Title.Value) })
	m.out = append(m.out, '\n')
	for i := range meta.Authors {
		field("author", meta.Authors[i].Value)
	}
	m.out = append(m.out, "</titleStmt>\n<publicationStmt>\n"...)
	m.element("publisher", func() { m.text(meta.SiteName.Value) })
	m.out = append(m.out, '\n')
	if when := meta.Published.Value; when != "" {
		field("date"+attr("when", when), when)
	}
	m.out = append(m.out, "</publicationStmt>\n<sourceDesc>\n<bibl>"...)
	address := meta.Canonical.Value
	if address == "" {
		address = m.doc.Source.URL
	}
	if address = m.address(address); address != "" {
		m.out = append(m.out, "<ptr"...)
		m.out = append(m.out, attr("target", address)...)
		m.out = append(m.out, "/>"...)
	} else {
		m.text(meta.Title.Value)
	}
	m.out = append(m.out, "</bibl>\n</sourceDesc>\n"...)
}

func teiObject(m *markup, o *document.Object, alone bool) {
	var content func()
	switch o.Kind {
	case document.Maths:
		content = func() { m.element(`formula notation="TeX"`, func() { m.text(o.Text) }) }
	case document.Image:
		content = func() {
			m.out = append(m.out, "<graphic"...)
			m.out = append(m.out, attr("url", m.address(o.URL))...)
			m.out = append(m.out, '>')
			m.element("desc", func() { m.text(o.Text) })
			m.out = append(m.out, "</graphic>"...)
		}
	default:
		content = func() { m.element("ref"+attr("target", m.address(o.URL)), func() { m.text(objectName(o)) }) }
	}
	if alone && (o.Kind != document.Image || m.ancestor(o.Container, document.Figure) < 0) {
		m.element("p", content)
		return
	}
	content()
}

func teiCode(m *markup, n *node) {
	tag := "eg"
	if s := m.syntax(n); s != "" {
		tag += attr("n", s)
	}
	m.element(tag, func() { m.codeText(n) })
}
