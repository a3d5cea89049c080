package render

import (
	"strconv"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// dialect is what tells the markup formats apart: the elements they have for the
// same things. An element is its start tag without the brackets; "" is none.
type dialect struct {
	containers [document.NoteText + 1]string
	marks      [document.InlineCode + 1]string
	paragraph  string
	headings   [7]string
	term, def  string
	caption    string // of a table
	figcaption string
	lineBreak  string // an empty element, whole
	href       string // the element of a link, up to the value
	start      string // the attribute of an ordered list's first number
	value      string // the attribute of an item's own number
	cols, rows string // the attributes of a cell
	noteID     string // the attribute that names a footnote
	noteRef    string // the element of a reference, up to the footnote's name
	object     func(m *markup, o *document.Object, alone bool)
	code       func(m *markup, n *node)
}

// markup is a rendering in progress. All names it prints are constants of its
// dialect, all else goes through text or quoted.
type markup struct {
	*page
	*dialect
	out []byte
}

// element prints a start tag, runs content, and prints the end tag.
func (m *markup) element(tag string, content func()) {
	if tag == "" {
		content()
		return
	}
	m.out = append(m.out, '<')
	m.out = append(m.out, tag...)
	m.out = append(m.out, '>')
	content()
	m.end(tag)
}

// end prints the end tag of an element that began with tag.
func (m *markup) end(tag string) {
	for i := range len(tag) {
		if tag[i] == ' ' {
			tag = tag[:i]
			break
		}
	}
	m.out = append(m.out, "</"...)
	m.out = append(m.out, tag...)
	m.out = append(m.out, '>')
}

func (m *markup) text(s string) { m.out = appendXML(m.out, s) }

// attr returns an attribute with a space before it.
func attr(name, value string) string {
	return " " + name + `="` + string(appendXML(nil, value)) + `"`
}

// appendXML appends text with what means something to HTML or XML as references
// and without the characters that XML does not have.
func appendXML(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			dst = append(dst, "&amp;"...)
		case r == '<':
			dst = append(dst, "&lt;"...)
		case r == '>':
			dst = append(dst, "&gt;"...)
		case r == '"':
			dst = append(dst, "&quot;"...)
		case r == '\'':
			dst = append(dst, "&#39;"...)
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f, r == 0xfffe, r == 0xffff:
			dst = append(dst, "\uFFFD"...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

func (m *markup) open(p *piece) {
	m.out = append(m.out, '<')
	if p.kind == pieceLink {
		m.out = append(m.out, m.href...)
		m.out = append(m.out, `="`...)
		m.text(p.url)
		m.out = append(m.out, '"')
	} else {
		m.out = append(m.out, m.marks[p.mark]...)
	}
	m.out = append(m.out, '>')
}

func (m *markup) close(p *piece) {
	if p.kind == pieceLink {
		m.end(m.href)
		return
	}
	m.end(m.marks[p.mark])
}

func (m *markup) replace(p *piece, text string) {
	if p.kind == pieceRef {
		tag := m.noteRef + strconv.Itoa(p.note) + `"`
		m.element(tag, func() { m.text(text) })
		return
	}
	m.object(m, p.object, false)
}

// block prints the text of a block.
func (m *markup) block(i int) {
	b := &m.doc.Blocks[i]
	if b.Verdict() == document.Planted {
		m.text("[planted: " + b.Role.String() + "] " + b.Text)
		return
	}
	m.walk(i, m.pieces(i), m)
}

// children prints what stands in a container, each paragraph in an element of
// its own unless it is all there is.
func (m *markup) children(n *node, inside document.ContainerKind, root bool) {
	single := !root && m.onlyText(n.kids) && (inside == document.Item || inside == document.DataCell || inside == document.HeaderCell)
	for k := 0; k < len(n.kids); k++ {
		first := n.kids[k]
		end := k + 1
		for end < len(n.kids) && m.goesOn(n.kids[end-1], n.kids[end]) {
			end++
		}
		switch {
		case first.object != nil:
			m.wrapped(inside, root, func() { m.object(m, first.object, true) })
		case first.container >= 0:
			m.wrapped(m.fitting(inside, first), root, func() { m.container(first) })
		default:
			m.element(m.tag(first.block, inside, root, single), func() { m.lines(n.kids[k:end]) })
			k = end - 1
		}
		if root {
			m.out = append(m.out, '\n')
		}
	}
}

// fitting returns the kind that decides whether the container n needs an element
// around it in a container of the kind inside.
func (m *markup) fitting(inside document.ContainerKind, n *node) document.ContainerKind {
	kind, _ := m.kind(n)
	switch {
	case kind == document.Item && (inside == document.List || inside == document.OrderedList),
		kind == document.Row && inside == document.Table,
		(kind == document.DataCell || kind == document.HeaderCell) && inside == document.Row:
		return document.Figure // which takes anything
	}
	return inside
}

// wrapped prints content in the element that a container wants around all it
// holds.
func (m *markup) wrapped(inside document.ContainerKind, root bool, content func()) {
	tag := ""
	if !root {
		switch inside {
		case document.List, document.OrderedList:
			tag = m.containers[document.Item]
		case document.Definitions:
			tag = m.def
		case document.Table:
			tag = m.caption
		case document.Row:
			tag = m.containers[document.DataCell]
		}
	}
	m.element(tag, content)
}

// onlyText reports whether nodes are the lines of one paragraph.
func (m *markup) onlyText(nodes []*node) bool {
	for k, n := range nodes {
		if n.block < 0 || m.doc.Blocks[n.block].Kind == document.Heading || k > 0 && !m.goesOn(nodes[k-1], n) {
			return false
		}
	}
	return true
}

func (m *markup) lines(nodes []*node) {
	for k, n := range nodes {
		if k > 0 {
			m.out = append(m.out, m.lineBreak...)
		}
		m.block(n.block)
	}
}

// tag returns the element of a block.
func (m *markup) tag(i int, inside document.ContainerKind, root, single bool) string {
	b := &m.doc.Blocks[i]
	if !root {
		switch {
		case inside == document.Definitions && b.Kind == document.Term:
			return m.term
		case inside == document.Definitions:
			return m.def
		case inside == document.List || inside == document.OrderedList:
			return m.containers[document.Item]
		case inside == document.Table:
			return m.caption
		case inside == document.Row:
			return m.containers[document.DataCell]
		case inside == document.Figure && b.Kind == document.FigureCaption:
			return m.figcaption
		case single:
			return ""
		}
	}
	if b.Verdict() != document.Planted {
		if b.Role == document.Title {
			return m.headings[1]
		}
		if b.Kind == document.Heading {
			return m.headings[min(max(b.Level, 2), 6)]
		}
	}
	return m.paragraph
}

// container prints a container and what it holds.
func (m *markup) container(n *node) {
	c := &m.doc.Containers[n.container]
	if c.Kind == document.CodeBlock {
		m.code(m, n)
		return
	}
	tag := m.containers[c.Kind]
	switch c.Kind {
	case document.OrderedList:
		if c.Start > 0 && m.start != "" {
			tag += attr(m.start, strconv.Itoa(int(c.Start)))
		}
	case document.Item:
		if c.Start > 0 && m.value != "" {
			tag += attr(m.value, strconv.Itoa(int(c.Start)))
		}
	case document.DataCell, document.HeaderCell:
		if c.Cols > 1 {
			tag += attr(m.cols, strconv.Itoa(int(min(c.Cols, document.MaxSpan))))
		}
		if c.Rows > 1 {
			tag += attr(m.rows, strconv.Itoa(int(min(c.Rows, document.MaxSpan))))
		}
	case document.NoteText:
		if k := m.noteOf[n.container]; k > 0 {
			tag += attr(m.noteID, "note-"+strconv.Itoa(k))
		}
	}
	if m.bare(n) {
		m.children(n, c.Kind, false)
		return
	}
	m.element(tag, func() { m.children(n, c.Kind, false) })
}

// bare reports whether a container is left out since what it stands in is
// missing: a row without its table.
func (m *markup) bare(n *node) bool {
	c := &m.doc.Containers[n.container]
	if c.Kind != document.Row && c.Kind != document.DataCell && c.Kind != document.HeaderCell && c.Kind != document.Item {
		return false
	}
	if c.Parent < 0 {
		return true
	}
	switch parent := m.doc.Containers[c.Parent].Kind; c.Kind {
	case document.Item:
		return parent != document.List && parent != document.OrderedList
	case document.Row:
		return parent != document.Table
	default:
		return parent != document.Row
	}
}
