package winnow

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/eval"
)

// dataPage returns the golden page with data and its document.
func dataPage(t *testing.T) ([]byte, *document.Document) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/golden/data.txtar")
	if err != nil {
		t.Fatal(err)
	}
	src := archive.Files[0].Data
	return src, mustExtract(t, src, nil)
}

// TestVerifyData says untrue things of blocks of data; Verify must notice.
func TestVerifyData(t *testing.T) {
	for name, spoil := range map[string]func(d *document.Document){
		"wrapping": func(d *document.Document) { lastBlock(d).Data = d.Blocks[3].Data },
		"text": func(d *document.Document) {
			b := lastBlock(d)
			b.Text = strings.Replace(b.Text, "bay", "bog", 1)
		},
		"no data":              func(d *document.Document) { lastBlock(d).Data = 0 },
		"data that is visible": func(d *document.Document) { d.Blocks[0].Data = d.Blocks[3].Data },
	} {
		t.Run(name, func(t *testing.T) {
			src, d := dataPage(t)
			checkVerified(t, d, src)
			spoil(d)
			if violations, err := Verify(d, src); err != nil || len(violations) == 0 {
				t.Errorf("violations %v, error %v; want some violations", violations, err)
			}
		})
	}
}

func lastBlock(d *document.Document) *document.Block { return &d.Blocks[len(d.Blocks)-1] }

// maxDataPages is on how many pages of a hundred data may be added: nearly all
// pages show what they have.
const maxDataPages = 1

// TestCorporaData adds data to few pages only; docs/decisions says to which.
func TestCorporaData(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: extracts all pages: run without -short")
	}
	pages := corporaPages(t)
	var x Extractor
	with := 0
	for _, path := range pages {
		src, err := eval.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := x.Extract(src, &Options{Format: HTML})
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Blocks) > 0 && lastBlock(d).Data != 0 {
			with++
			t.Logf("data was added to %s", path)
		}
	}
	if with*100 > len(pages)*maxDataPages {
		t.Errorf("data was added to %d of %d pages, at most %d in a hundred may have it", with, len(pages), maxDataPages)
	}
}
