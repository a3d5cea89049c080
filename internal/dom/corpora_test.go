package dom

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
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
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	z, err := gzip.NewReader(r)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ToValidUTF8(page, []byte("\uFFFD"))
}
