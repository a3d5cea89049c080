package render

import "github.com/winnowtext/winnow/document"

// Bounds of a Markdown table. One with longer cells is there for layout, and is
// printed as paragraphs; so is one with more columns.
const (
	maxCellText = 300
	maxColumns  = 64
)

// table prints a table and reports whether Markdown can show it: it has columns,
// and nothing but lines of text in its cells.
func (m *markdown) table(n *node) bool {
	grid, captions, ok := m.grid(n)
	if !ok {
		return false
	}
	m.nodes(captions)
	m.paragraph(func() {
		m.inCell = true
		for k, row := range grid {
			if k > 0 {
				m.newLine()
			}
			m.out = append(m.out, '|')
			for _, cell := range row {
				m.out = append(m.out, ' ')
				if cell != nil {
					m.cell(cell)
				}
				m.out = append(m.out, " |"...)
			}
			if k == 0 {
				m.newLine()
				m.out = append(m.out, '|')
				for range row {
					m.out = append(m.out, " --- |"...)
				}
			}
		}
		m.inCell = false
	})
	return true
}

// cell prints the lines of a cell as one.
func (m *markdown) cell(n *node) {
	for k, kid := range n.kids {
		if k > 0 {
			m.out = append(m.out, ' ')
		}
		if kid.object != nil {
			m.object(kid.object)
		} else {
			m.block(kid.block)
		}
	}
}

// grid lays out the cells of a table. A cell that covers several columns or rows
// stands in the first, and nil in the others.
func (m *markdown) grid(n *node) (grid [][]*node, captions []*node, ok bool) {
	width := 0
	var below [maxColumns]int // for how many more rows each column is covered
	for _, r := range n.kids {
		kind, isContainer := m.kind(r)
		if !isContainer || kind != document.Row {
			if r.block < 0 || len(grid) > 0 {
				return nil, nil, false
			}
			captions = append(captions, r)
			continue
		}
		var row []*node
		skip := func() {
			for len(row) < maxColumns && below[len(row)] > 0 {
				below[len(row)]--
				row = append(row, nil)
			}
		}
		for _, cell := range r.kids {
			if !m.fitsCell(cell) {
				return nil, nil, false
			}
			skip()
			c := &m.doc.Containers[cell.container]
			for k := range max(int(c.Cols), 1) {
				if len(row) == maxColumns {
					if k == 0 {
						return nil, nil, false
					}
					break
				}
				below[len(row)] = max(int(c.Rows), 1) - 1
				if k > 0 {
					cell = nil
				}
				if row = append(row, cell); k == 0 {
					width = max(width, len(row))
				}
			}
		}
		skip()
		grid = append(grid, row)
	}
	if len(grid) < 2 || width < 2 {
		return nil, nil, false
	}
	for k := range grid {
		for len(grid[k]) < width {
			grid[k] = append(grid[k], nil)
		}
		grid[k] = grid[k][:width] // beyond it are only the ends of cells
	}
	return grid, captions, true
}

// fitsCell reports whether a node is a cell of nothing but short text.
func (m *markdown) fitsCell(n *node) bool {
	if kind, ok := m.kind(n); !ok || kind != document.DataCell && kind != document.HeaderCell {
		return false
	}
	size := 0
	for k, kid := range n.kids {
		if kid.object != nil {
			continue
		}
		if kid.block < 0 {
			return false
		}
		b := &m.doc.Blocks[kid.block]
		size += len(b.Text)
		if size > maxCellText || b.Kind == document.Heading || b.Kind == document.Preformatted || k > 0 && n.kids[k-1].block >= 0 && !m.goesOn(n.kids[k-1], kid) {
			return false
		}
	}
	return true
}
