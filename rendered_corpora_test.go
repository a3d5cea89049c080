package winnow

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/render"
)

// minReadability is the share of the words of Readability's expected HTML that
// our clean HTML of the median page keeps.
const minReadability = 0.98

// TestGateReadability holds what clean HTML keeps on Readability's pages, and
// reports how often the metadata is as good as what is expected.
func TestGateReadability(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "readability/*/source.html.gz"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages of Readability: %v", err)
	}
	var kept []float64
	good, of := map[string]int{}, map[string]int{}
	var x Extractor
	for _, file := range files {
		src := readTest(t, file)
		doc, err := x.Extract(src, &Options{Format: HTML, URL: "http://fakehost/test/page.html"})
		if err != nil {
			t.Fatal(err)
		}
		var ours, want map[string]any
		if err := json.Unmarshal(render.ByName("readability").Append(nil, doc, render.Options{}), &ours); err != nil {
			t.Fatal(err)
		}
		dir := filepath.Dir(file)
		if err := json.Unmarshal(readTest(t, filepath.Join(dir, "expected-metadata.json.gz")), &want); err != nil {
			t.Fatal(err)
		}
		share := keptWords(markupWords(readTest(t, filepath.Join(dir, "expected.html.gz"))), markupWords([]byte(ours["content"].(string))))
		kept = append(kept, share)
		for _, field := range []string{"title", "byline", "siteName", "lang", "publishedTime", "excerpt", "dir"} {
			w, _ := want[field].(string)
			o, _ := ours[field].(string)
			if w == "" {
				continue
			}
			of[field]++
			if asGood(field, o, w) {
				good[field]++
			} else {
				t.Logf("%s: %s %.70q, expected %.70q", filepath.Base(dir), field, o, w)
			}
		}
	}
	slices.Sort(kept)
	t.Logf("words of the expected HTML kept: median %.4f, lower quartile %.4f, worst %.4f, of %d pages",
		kept[len(kept)/2], kept[len(kept)/4], kept[0], len(kept))
	sum, all := 0, 0
	for field, n := range of {
		t.Logf("%s: %d of %d as good", field, good[field], n)
		sum, all = sum+good[field], all+n
	}
	t.Logf("metadata: %d of %d fields as good (%.3f)", sum, all, float64(sum)/float64(all))
	if m := kept[len(kept)/2]; m < minReadability {
		t.Errorf("the median page keeps %.4f of the words, must be at least %.2f", m, minReadability)
	}
}

func readTest(t *testing.T, path string) []byte {
	t.Helper()
	b, err := eval.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// asGood reports whether a field says what is expected, and perhaps more: the
// same words, for dates the same day, for languages the same language.
func asGood(field, got, want string) bool {
	switch field {
	case "lang":
		g, _, _ := strings.Cut(strings.ToLower(got), "-")
		w, _, _ := strings.Cut(strings.ToLower(want), "-")
		return g == w
	case "publishedTime":
		return len(got) >= 10 && strings.HasPrefix(want, got[:10])
	}
	return strings.Contains(" "+strings.Join(words(got), " ")+" ", " "+strings.Join(words(want), " ")+" ")
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}

// markupWords returns the words of a piece of HTML.
func markupWords(src []byte) []string {
	var p dom.Parser
	tree := p.Parse(src, dom.Options{})
	var text []byte
	for id := dom.ID(1); int(id) < len(tree.Nodes); {
		n := &tree.Nodes[id]
		if n.Kind == dom.ElementNode {
			switch layout.BoxOf(n) {
			case layout.None:
				id = n.After
				continue
			case layout.Block, layout.Break:
				text = append(text, ' ')
			}
		} else if n.Kind == dom.TextNode {
			text = tree.AppendText(text, id)
			if layout.BoxOf(&tree.Nodes[n.Parent]) == layout.Block && n.Next == 0 {
				text = append(text, ' ')
			}
		}
		id++
	}
	return words(string(text))
}

// keptWords returns the share of the words of want that got has too, 1 if want
// has none.
func keptWords(want, got []string) float64 {
	have := map[string]int{}
	for _, w := range got {
		have[w]++
	}
	n := 0
	for _, w := range want {
		if have[w] > 0 {
			have[w]--
			n++
		}
	}
	if len(want) == 0 {
		return 1
	}
	return float64(n) / float64(len(want))
}
