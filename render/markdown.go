package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// appendMarkdown renders the chosen blocks as CommonMark with GFM tables. Text
// is escaped: whatever a page says, it becomes no link, heading or HTML of its
// own.
func appendMarkdown(dst []byte, d *document.Document, o Options) []byte {
	m := markdown{doc: d, roles: shown(d, o), out: dst, last: -1, lastItem: -1}
	if o.Show == 0 {
		m.title()
	}
	for i := 0; i < len(d.Blocks); {
		if !m.roles.Has(d.Blocks[i].Role) {
			i++
			continue
		}
		if end := m.table(i); end > i {
			i = end
			continue
		}
		m.block(i)
		i++
	}
	if len(m.out) > len(dst) {
		m.out = append(m.out, '\n')
	}
	return m.out
}

// markdown is a rendering in progress.
type markdown struct {
	doc   *document.Document
	roles document.RoleSet
	out   []byte
	last  int // the block printed last, -1 for none

	items    map[int]int // how many items of each list have been printed
	lastItem int         // the container of the item printed last
}

// title prints the title of the page, which is metadata, before its text.
func (m *markdown) title() {
	for i := range m.doc.Blocks {
		b := &m.doc.Blocks[i]
		if b.Role == document.Title {
			m.out = append(m.out, "# "...)
			m.inline(b)
			m.last = i
			return
		}
	}
	if t := m.doc.Meta.Title.Value; t != "" {
		m.out = append(m.out, "# "...)
		m.out = appendEscaped(m.out, t)
		m.last = 0
	}
}

// separate ends the block printed last.
func (m *markdown) separate(i int) {
	if m.last < 0 {
		return
	}
	m.out = append(m.out, '\n')
	b, prev := &m.doc.Blocks[i], &m.doc.Blocks[m.last]
	if b.Kind == document.ListItem && prev.Kind == document.ListItem && m.sameList(b, prev) {
		return
	}
	m.out = append(m.out, '\n')
}

// sameList reports whether two list items stand in one list, or one in a list
// inside the other's.
func (m *markdown) sameList(a, b *document.Block) bool {
	outer := func(c int) int {
		list := -1
		for ; c >= 0; c = m.doc.Containers[c].Parent {
			if k := m.doc.Containers[c].Kind; k == document.List || k == document.OrderedList {
				list = c
			}
		}
		return list
	}
	item := m.ancestor(a.Container, document.Item)
	return outer(a.Container) == outer(b.Container) && (item < 0 || item != m.ancestor(b.Container, document.Item))
}

// block prints block i.
func (m *markdown) block(i int) {
	b := &m.doc.Blocks[i]
	if i > 0 && i-1 == m.last && b.Break && continues(&m.doc.Blocks[i-1], b) {
		m.lineBreak(b)
		m.last = i
		return
	}
	m.separate(i)
	m.quotes(b)
	planted := b.Verdict() == document.Planted
	switch {
	case planted:
		m.out = append(m.out, "\\[planted: "...)
		m.out = append(m.out, b.Role.String()...)
		m.out = append(m.out, "\\] "...)
		m.out = appendEscaped(m.out, b.Text)
	case b.Kind == document.Heading || b.Role == document.Title:
		level := b.Level
		if b.Role == document.Title {
			level = 1
		} else {
			level = min(max(level, 2), 6)
		}
		for range level {
			m.out = append(m.out, '#')
		}
		m.out = append(m.out, ' ')
		m.inline(b)
	case b.Kind == document.Preformatted:
		m.code(b)
	case b.Kind == document.ListItem:
		m.item(b)
	case b.Role == document.Caption:
		m.out = append(m.out, '*')
		m.out = appendEscaped(m.out, b.Text)
		m.out = append(m.out, '*')
	default:
		m.inline(b)
	}
	m.last = i
}

// item prints a list item behind the indentation of its list and its bullet or
// number. The second block of an item has no bullet.
func (m *markdown) item(b *document.Block) {
	item := m.ancestor(b.Container, document.Item)
	if item < 0 { // of flattened text: its bullet is part of the text
		m.out = append(m.out, "- "...)
		_, size := utf8.DecodeRuneInString(b.Text)
		m.out = appendEscaped(m.out, strings.TrimLeft(b.Text[size:], " \t"))
		return
	}
	list := m.doc.Containers[item].Parent
	for c, depth := list, 0; c >= 0 && depth < 12; depth++ {
		if c = m.ancestor(m.doc.Containers[c].Parent, document.Item); c >= 0 {
			c = m.doc.Containers[c].Parent
			m.out = append(m.out, strings.Repeat(" ", len(m.bullet(c)))...)
		}
	}
	if m.items == nil {
		m.items = map[int]int{}
	}
	switch {
	case m.last >= 0 && m.lastItem == item:
		m.out = append(m.out, strings.Repeat(" ", len(m.bullet(list)))...)
	default:
		m.items[list]++
		m.out = append(m.out, m.bullet(list)...)
	}
	m.lastItem = item
	m.inline(b)
}

// bullet returns the bullet or the present number of a list, with the space
// behind it.
func (m *markdown) bullet(list int) string {
	if list >= 0 && m.doc.Containers[list].Kind == document.OrderedList {
		return strconv.Itoa(max(m.items[list], 1)) + ". "
	}
	return "- "
}

// continues reports whether b goes on in the paragraph of a after a line break.
func continues(a, b *document.Block) bool {
	return a.Kind == b.Kind && a.Kind == document.Paragraph && a.Role == b.Role && a.Container == b.Container &&
		a.Role != document.Caption && a.Verdict() != document.Planted
}

// lineBreak prints a block as the next line of the paragraph before it.
func (m *markdown) lineBreak(b *document.Block) {
	m.out = append(m.out, "\\\n"...)
	m.quotes(b)
	m.inline(b)
}

// quotes prints the marks of the block quotes a block stands in.
func (m *markdown) quotes(b *document.Block) {
	for c, depth := b.Container, 0; c >= 0 && depth < 8; c = m.doc.Containers[c].Parent {
		if m.doc.Containers[c].Kind == document.Quote {
			m.out = append(m.out, "> "...)
			depth++
		}
	}
}

// code prints a preformatted block inside a fence longer than any in its text.
func (m *markdown) code(b *document.Block) {
	longest, run := 0, 0
	for i := range len(b.Text) {
		if b.Text[i] == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := func() {
		for range max(3, longest+1) {
			m.out = append(m.out, '`')
		}
	}
	fence()
	m.out = append(m.out, '\n')
	m.out = append(m.out, b.Text...)
	m.out = append(m.out, '\n')
	fence()
}
