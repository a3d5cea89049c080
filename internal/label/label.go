package label

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
)

// Page is what the labeller knows of a page.
type Page struct {
	Blocks *block.Set
	Tree   *dom.Tree // nil for flattened text
	Langs  []string  // the language of each block, "" if unknown
	Lang   string    // the language of the page
	Title  string    // the title by the page's metadata, "" if it has none
}

// Decision is the role of a block.
type Decision struct {
	Role   document.Role
	P      float32 // confidence in the role's verdict, 0 to 1
	Reason string
}

// Labeller labels one page after another and keeps its working memory in
// between. The zero value is ready.
type Labeller struct {
	decisions []Decision
	zones     []zone
	running   []int32 // characters of running text outside every zone before block i
	seen      map[uint64]int
}

// Label gives every block of the page its role. The result is valid until the
// next call.
func (l *Labeller) Label(p *Page) []Decision {
	n := len(p.Blocks.Blocks)
	if cap(l.decisions) < n {
		l.decisions = make([]Decision, n)
	}
	l.decisions = l.decisions[:n]
	clear(l.decisions)
	if p.Tree != nil {
		l.labelTree(p)
	} else {
		l.labelText(p)
	}
	return l.decisions
}

// set decides a block that has no decision yet.
func (l *Labeller) set(i int, role document.Role, p float32, reason string) {
	if l.decisions[i].Role == document.NoRole {
		l.decisions[i] = Decision{Role: role, P: p, Reason: reason}
	}
}

// linkDensity returns the share of a block's characters that are inside links.
func linkDensity(b *block.Block) float32 {
	if b.Chars == 0 {
		return 0
	}
	return float32(b.LinkChars) / float32(b.Chars)
}

// longText is how many words make a block running text rather than a label, a
// menu entry or a button.
const longText = 12

// isRunning reports whether a block is running text: sentences, mostly not links.
func isRunning(b *block.Block) bool {
	return b.Words >= longText && linkDensity(b) < 0.34 && b.ControlChars == 0
}
