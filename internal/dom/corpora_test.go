package dom

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/winnowtext/winnow/internal/eval"
)

// pages calls f with every page of the corpora, or those of one of them.
func pages(t testing.TB, which string, f func(name string, page []byte)) {
	root := corpora(t, "")
	for folder, pattern := range map[string]string{
		"wcxb":        "wcxb/html/*.gz",
		"trafilatura": "trafilatura/html/*.gz",
		"readability": "readability/*/source.html.gz",
	} {
		if which != "" && which != folder {
			continue
		}
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no pages in %s", filepath.Join(root, pattern))
		}
		for _, file := range files {
			f(file[len(root)+1:], readPage(t, file))
		}
	}
}

func readPage(t testing.TB, file string) []byte {
	page, err := eval.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ToValidUTF8(page, []byte("\uFFFD"))
}
