package block

import (
	"strings"
	"testing"

	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// TestBlockLimit checks that a page with too many blocks keeps its text, in fewer.
func TestBlockLimit(t *testing.T) {
	const n = 2 * FreeBlocks
	src := []byte(strings.Repeat("<p>x", n))
	var p dom.Parser
	var l layout.Layout
	var b Builder
	tree := p.Parse(src, dom.Options{})
	l.Resolve(tree)
	set := b.FromTree(tree, &l)
	most := FreeBlocks + len(src)/BlockBytes
	if len(set.Blocks) != most || set.Joined != n-most+1 {
		t.Errorf("%d blocks, %d joined; want %d, %d", len(set.Blocks), set.Joined, most, n-most+1)
	}
	if len(set.Text) != n {
		t.Errorf("%d characters, want %d", len(set.Text), n)
	}
	if want := 4*(most-1) + 3; set.JoinedAt != want {
		t.Errorf("joined from %d on, want %d", set.JoinedAt, want)
	}
	flat := b.FromText([]byte(strings.Repeat("x\n\n", n)))
	if len(flat.Blocks) >= n || len(flat.Text) < n {
		t.Errorf("flat text: %d blocks with %d characters", len(flat.Blocks), len(flat.Text))
	}
	if again := b.FromText([]byte("x\n\ny")); again.Joined != 0 || len(again.Blocks) != 2 {
		t.Errorf("the limit stays: %d joined", again.Joined)
	}
}
