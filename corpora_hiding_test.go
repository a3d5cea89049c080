package winnow

import (
	"math/bits"
	"os"
	"path/filepath"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/eval"
)

// TestHidingOnHonestPages counts, for each reason, the pages of the corpora on
// which it hides text, and those on which it hides more than 3 % of the words
// labelled published: few, or the reason is wrong.
func TestHidingOnHonestPages(t *testing.T) {
	root := os.Getenv("WINNOW_CORPORA")
	if root == "" || testing.Short() {
		t.Skip("honest pages are not looked at: set WINNOW_CORPORA to the folder of corpora, and leave out -short")
	}
	var pages, published [32]int
	var examples [32][]string
	total := 0
	var x Extractor
	for _, pattern := range []string{"wcxb/html/*.gz", "trafilatura/html/*.gz", "readability/*/source.html.gz"} {
		files, _ := filepath.Glob(filepath.Join(root, pattern))
		for _, file := range files {
			src, err := eval.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, _ := x.Extract(src, nil)
			total++
			var all, words [32]int
			good := 0
			for i := range doc.Blocks {
				b := &doc.Blocks[i]
				n := len(b.Text)
				isGood := b.Verdict() == document.Published && b.Data == 0
				if isGood {
					good += n
				}
				for h := uint32(b.Hidden); h != 0; h &= h - 1 {
					k := bits.TrailingZeros32(h)
					all[k] += n
					if isGood {
						words[k] += n
					}
				}
			}
			for k := range all {
				if all[k] > 0 {
					pages[k]++
				}
				if words[k]*100 > good*3 {
					published[k]++
					if len(examples[k]) < 12 {
						examples[k] = append(examples[k], file[len(root)+1:])
					}
				}
			}
		}
	}
	for k := range pages {
		if pages[k] == 0 {
			continue
		}
		h := document.Hiding(1) << k
		t.Logf("%-24s %4d pages, %4d of them with more than 3 %% of the published text, %v", h.Reasons()[0], pages[k], published[k], examples[k])
		if h&document.Concealment != 0 && published[k]*200 > total {
			t.Errorf("%s hides published text on %d of %d pages", h.Reasons()[0], published[k], total)
		}
	}
}
