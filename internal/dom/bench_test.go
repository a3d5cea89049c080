package dom

import (
	"bytes"
	"testing"

	"golang.org/x/net/html"
)

// benchPages returns up to n pages spread over the WCXB set, and their size.
func benchPages(b *testing.B, n int) (list [][]byte, size int64) {
	var all [][]byte
	pages(b, "wcxb", func(_ string, page []byte) { all = append(all, page) })
	for i := 0; i < len(all); i += max(1, len(all)/n) {
		list = append(list, all[i])
		size += int64(len(all[i]))
	}
	return list, size
}

func BenchmarkParse(b *testing.B) {
	list, size := benchPages(b, 1<<30)
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

// BenchmarkPeer is the same with x/net/html, on a part of the pages.
func BenchmarkPeer(b *testing.B) {
	list, size := benchPages(b, 200)
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
	list, size := benchPages(b, 200)
	var p Parser
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range list {
			p.Parse(page, Options{})
		}
	}
}
