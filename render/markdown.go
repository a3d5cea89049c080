package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// appendMarkdown renders the chosen blocks as CommonMark with GFM tables,
// footnotes and formulas between dollar signs. Text is escaped: whatever a page
// says, it becomes no link, heading or HTML of its own.
func appendMarkdown(dst []byte, d *document.Document, o Options) []byte {
	m := markdown{page: newPage(d, o), out: dst, fresh: true}
	if o.Show == 0 {
		m.title()
	}
	m.nodes(m.tree().kids)
	m.footnotes()
	if len(m.out) > len(dst) {
		m.out = append(m.out, '\n')
	}
	if showsPlanted(d, m.roles) {
		m.out = append(m.out[:len(dst)], Defang(string(m.out[len(dst):]))...)
	}
	return m.out
}

// markdown is a rendering in progress.
type markdown struct {
	*page
	out    []byte
	prefix string  // what each line begins with
	fresh  bool    // the line so far is only the prefix, or a bullet
	list   byte    // the bullet or delimiter of the list printed last at this level, 0 if something else was
	later  []*node // the footnotes, to be printed at the end
	lineAt int     // where the text of the present line begins
	inCell bool
	code   bool // inside a code span
}

// title prints the title of the page, which is metadata, before its text.
func (m *markdown) title() {
	for i := range m.doc.Blocks {
		if b := &m.doc.Blocks[i]; b.Role == document.Title && !m.roles.Has(document.Title) {
			m.paragraph(func() { m.out = append(m.out, "# "...); m.walk(i, m.markdownPieces(i), m) })
			return
		}
	}
	if t := m.doc.Meta.Title.Value; t != "" && !m.roles.Has(document.Title) {
		m.paragraph(func() { m.out = append(m.out, "# "...); m.text(t) })
	}
}

// separate begins a line, with an empty one before it unless tight.
func (m *markdown) separate(tight bool) {
	if m.fresh {
		m.fresh = false
		m.lineAt = len(m.out)
		return
	}
	if !tight {
		m.out = append(m.out, '\n')
		m.out = append(m.out, strings.TrimRight(m.prefix, " ")...)
	}
	m.newLine()
}

func (m *markdown) newLine() {
	m.out = append(m.out, '\n')
	m.out = append(m.out, m.prefix...)
	m.lineAt = len(m.out)
}

// paragraph prints a block of Markdown that is not a list.
func (m *markdown) paragraph(content func()) {
	m.separate(false)
	m.list = 0
	content()
}

// within prints content with more before each of its lines.
func (m *markdown) within(prefix string, content func()) {
	outer := m.prefix
	m.prefix += prefix
	content()
	m.prefix = outer
}

// nodes prints what stands in a container.
func (m *markdown) nodes(kids []*node) {
	for k := 0; k < len(kids); k++ {
		switch n := kids[k]; {
		case n.object != nil:
			m.paragraph(func() { m.object(n.object) })
		case n.container >= 0:
			m.container(n)
		default:
			first, end := k, k+1
			for end < len(kids) && m.goesOn(kids[end-1], kids[end]) && !m.isFlatItem(n) {
				end++
			}
			if k = end - 1; m.isFlatItem(n) {
				m.flatItem(n.block)
			} else {
				m.lines(kids[first:end])
			}
		}
	}
}

// isFlatItem reports whether n is a list item of flattened text, whose bullet is
// part of the text.
func (m *markdown) isFlatItem(n *node) bool {
	b := &m.doc.Blocks[n.block]
	return b.Kind == document.ListItem && b.Container < 0 && m.doc.Source.Format == document.PlainText && b.Verdict() != document.Planted
}

func (m *markdown) flatItem(i int) {
	text := m.doc.Blocks[i].Text
	_, size := utf8.DecodeRuneInString(text)
	m.separate(m.list == 'f')
	m.out = append(m.out, "- "...)
	m.lineAt = len(m.out)
	m.text(strings.TrimLeft(text[size:], " \t"))
	m.list = 'f'
}

func (m *markdown) container(n *node) {
	switch kind, _ := m.kind(n); kind {
	case document.Quote, document.Callout, document.PullQuote:
		m.separate(false)
		m.list = 0
		m.out = append(m.out, "> "...)
		m.fresh = true
		m.within("> ", func() { m.nodes(n.kids) })
		m.fresh, m.list = false, 0
	case document.List, document.OrderedList:
		m.items(n)
	case document.CodeBlock:
		m.fence(n)
	case document.Table:
		if !m.table(n) {
			m.nodes(n.kids)
		}
	case document.NoteText:
		if m.noteOf[n.container] == 0 {
			m.nodes(n.kids)
			return
		}
		m.later = append(m.later, n)
	default:
		m.nodes(n.kids)
	}
}

// footnotes prints the footnotes.
func (m *markdown) footnotes() {
	for k := 0; k < len(m.later); k++ {
		m.separate(false)
		m.out = append(m.out, "[^"+strconv.Itoa(m.noteOf[m.later[k].container])+"]: "...)
		m.fresh, m.list = true, 0
		m.within("    ", func() { m.nodes(m.later[k].kids) })
		m.fresh = false
	}
}

// lines prints blocks as one paragraph, heading or caption.
func (m *markdown) lines(nodes []*node) {
	b := &m.doc.Blocks[nodes[0].block]
	if b.Kind == document.Preformatted && b.Verdict() != document.Planted {
		m.fence(&node{container: -1, block: -1, kids: nodes})
		return
	}
	m.paragraph(func() {
		open := ""
		switch {
		case b.Verdict() == document.Planted:
		case b.Role == document.Title:
			m.out = append(m.out, "# "...)
		case b.Kind == document.Heading:
			m.out = append(m.out, "######"[:min(max(b.Level, 2), 6)]...)
			m.out = append(m.out, ' ')
		case len(nodes) == 1 && len(b.Text) > 0 && len(m.pieces(b.ID)) == 0 && emphasised(b.Text):
			switch {
			case b.Kind == document.FigureCaption || b.Role == document.Caption:
				open = "*"
			case b.Kind == document.Term:
				open = "**"
			}
		}
		m.out = append(m.out, open...)
		for k, n := range nodes {
			if k > 0 {
				m.out = append(m.out, '\\')
				m.newLine()
			}
			m.block(n.block)
		}
		m.out = append(m.out, open...)
	})
}

// emphasised reports whether a whole line can be put between asterisks.
func emphasised(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return isWord(first) && (isWord(last) || last == '.')
}

// block prints the text of a block.
func (m *markdown) block(i int) {
	b := &m.doc.Blocks[i]
	if b.Verdict() == document.Planted {
		m.text("[planted: " + b.Role.String() + "] " + b.Text)
		return
	}
	m.walk(i, m.markdownPieces(i), m)
}

// maxDepth is how deep lists and quotes nest in Markdown.
const maxDepth = 12

// items prints a list.
func (m *markdown) items(n *node) {
	list := &m.doc.Containers[n.container]
	if len(m.prefix) > 4*maxDepth {
		m.nodes(n.kids)
		return
	}
	mark := byte('-')
	if list.Kind == document.OrderedList {
		mark = '.'
	}
	// A list right behind another is one with it unless its bullets differ.
	if m.list == mark {
		mark = map[byte]byte{'-': '*', '.': ')'}[mark]
	}
	number := max(int(list.Start), 1)
	if list.Start == 0 {
		number = 1
	}
	tight := m.tight(n)
	first := true
	for k := 0; k < len(n.kids); k++ {
		kids := n.kids[k : k+1]
		item, isItem := m.kind(n.kids[k])
		if isItem && item == document.Item {
			kids = n.kids[k].kids
			if v := m.doc.Containers[n.kids[k].container].Start; v > 0 {
				number = int(v)
			}
		} else if n.kids[k].block >= 0 {
			for k+1 < len(n.kids) && m.goesOn(n.kids[k], n.kids[k+1]) {
				k++
				kids = kids[:len(kids)+1]
			}
		}
		if kids = m.withoutNotes(kids); len(kids) == 0 {
			continue
		}
		m.separate(tight && !first)
		first = false
		bullet := string(mark) + " "
		if list.Kind == document.OrderedList {
			bullet = strconv.Itoa(number) + bullet
		}
		m.out = append(m.out, bullet...)
		m.fresh, m.list = true, 0
		m.within(strings.Repeat(" ", len(bullet)), func() { m.nodesTight(kids, tight) })
		m.fresh = false
		number++
	}
	if !first {
		m.list = mark
	}
}

// withoutNotes moves footnotes out of a list's item.
func (m *markdown) withoutNotes(kids []*node) []*node {
	if len(kids) == 1 {
		if kind, ok := m.kind(kids[0]); ok && kind == document.NoteText && m.noteOf[kids[0].container] > 0 {
			m.later = append(m.later, kids[0])
			return nil
		}
	}
	return kids
}

// nodesTight prints an item: its text, and a list inside it without an empty
// line between.
func (m *markdown) nodesTight(kids []*node, tight bool) {
	if n := len(kids); tight && n > 1 {
		if kind, ok := m.kind(kids[n-1]); ok && (kind == document.List || kind == document.OrderedList) {
			m.nodes(kids[:n-1])
			m.newLine()
			m.fresh = true
			m.nodes(kids[n-1:])
			return
		}
	}
	m.nodes(kids)
}

// tight reports whether the items of a list are short of paragraphs: each is a
// text, perhaps with a tight list behind it.
func (m *markdown) tight(n *node) bool {
	for _, item := range n.kids {
		kids := item.kids
		if kind, ok := m.kind(item); !ok || kind != document.Item {
			kids = []*node{item}
		}
		if k := len(kids) - 1; k > 0 {
			if kind, ok := m.kind(kids[k]); ok && (kind == document.List || kind == document.OrderedList) {
				if !m.tight(kids[k]) {
					return false
				}
				kids = kids[:k]
			}
		}
		for k, kid := range kids {
			if kid.block < 0 || k > 0 && !m.goesOn(kids[k-1], kid) || m.doc.Blocks[kid.block].Kind == document.Preformatted {
				return false
			}
		}
	}
	return true
}

// fence prints preformatted text inside a fence longer than any in it.
func (m *markdown) fence(n *node) {
	c := markup{page: m.page}
	text := strings.Join(m.codeLines(n, nil), "\n")
	if text == "" {
		return
	}
	longest, run := 0, 0
	for i := range len(text) {
		if text[i] == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	m.paragraph(func() {
		fence := strings.Repeat("`", max(3, longest+1))
		m.out = append(m.out, fence...)
		m.out = append(m.out, c.syntax(n)...)
		for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
			m.newLine()
			m.out = append(m.out, line...)
		}
		m.newLine()
		m.out = append(m.out, fence...)
	})
}

// codeLines appends the texts of the blocks of a block of code.
func (m *markdown) codeLines(n *node, lines []string) []string {
	for _, k := range n.kids {
		if k.block >= 0 {
			lines = append(lines, m.doc.Blocks[k.block].Text)
		} else {
			lines = m.codeLines(k, lines)
		}
	}
	return lines
}

// isWord reports whether r is part of a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
