package render

import (
	"github.com/winnowtext/winnow/document"
)

// maxCellText is how many bytes a cell of a Markdown table may hold. A table
// with longer cells is there for layout, and is printed as paragraphs.
const maxCellText = 300

// table prints the table that block i begins and returns the block behind it,
// or i if there is none that Markdown can show.
func (m *markdown) table(i int) int {
	t := m.ancestor(m.doc.Blocks[i].Container, document.Table)
	if t < 0 {
		return i
	}
	var rows [][]int // of blocks
	row, cell, end := -1, -1, i
	for ; end < len(m.doc.Blocks); end++ {
		b := &m.doc.Blocks[end]
		if m.ancestor(b.Container, document.Table) != t {
			break
		}
		r := m.ancestor(b.Container, document.Row)
		c := b.Container
		if !m.roles.Has(b.Role) || r < 0 || c == cell || b.Kind != document.Cell || len(b.Text) > maxCellText {
			return i // a caption, a cell of several blocks, or one that is not printed
		}
		if r != row {
			rows = append(rows, nil)
			row = r
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], end)
		cell = c
	}
	if len(rows) < 2 || len(rows[0]) < 2 {
		return i
	}
	for _, r := range rows {
		if len(r) != len(rows[0]) {
			return i
		}
	}
	m.separate(i)
	for k, r := range rows {
		m.row(r)
		if k == 0 {
			m.out = append(m.out, "\n|"...)
			for range r {
				m.out = append(m.out, " --- |"...)
			}
		}
		if k < len(rows)-1 {
			m.out = append(m.out, '\n')
		}
	}
	m.last = end - 1
	return end
}

func (m *markdown) row(blocks []int) {
	m.out = append(m.out, '|')
	for _, i := range blocks {
		m.out = append(m.out, ' ')
		m.inline(&m.doc.Blocks[i])
		m.out = append(m.out, " |"...)
	}
}

// ancestor returns the innermost container of a kind that c is or stands in, -1
// for none.
func (m *markdown) ancestor(c int, kind document.ContainerKind) int {
	for c >= 0 && m.doc.Containers[c].Kind != kind {
		c = m.doc.Containers[c].Parent
	}
	return c
}
