package dom

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/net/html"
)

// benchPages returns every step-th page of the WCXB set, and their size.
func benchPages(b *testing.B, step int) (list [][]byte, size int64) {
	files, err := filepath.Glob(filepath.Join(corpora(b, "wcxb/html"), "*.gz"))
	if err != nil || len(files) == 0 {
		b.Fatal("no pages")
	}
	for i := 0; i < len(files); i += step {
		page := readPage(b, files[i])
		list = append(list, page)
		size += int64(len(page))
	}
	return list, size
}

func BenchmarkParse(b *testing.B) {
	list, size := benchPages(b, 1)
	var p Parser
	nodes, attrs := 0, 0
	for _, page := range list {
		t := p.Parse(page, Options{})
		nodes += len(t.Nodes)
		attrs += len(t.attrs)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range list {
			p.Parse(page, Options{})
		}
	}
	b.ReportMetric(float64(nodes*48+attrs*16)/float64(size), "arena/byte")
}

// BenchmarkPeer is the same with x/net/html.
func BenchmarkPeer(b *testing.B) {
	list, size := benchPages(b, 1)
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range list {
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Skip(err)
			}
		}
	}
}

// BenchmarkParseSome is BenchmarkParse on fewer pages, for profiles.
func BenchmarkParseSome(b *testing.B) {
	list, size := benchPages(b, 7)
	var p Parser
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range list {
			p.Parse(page, Options{})
		}
	}
}
