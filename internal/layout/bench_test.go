package layout

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
)

// BenchmarkResolve resolves every seventh page of the WCXB set; resolve/parse is
// its time as a share of the time it takes to parse them.
func BenchmarkResolve(b *testing.B) {
	root := os.Getenv("WINNOW_CORPORA")
	files, _ := filepath.Glob(filepath.Join(root, "wcxb/html/*.gz"))
	if root == "" || len(files) == 0 {
		b.Skip("nothing to measure on: set WINNOW_CORPORA to the folder of corpora")
	}
	var size int64
	var trees []*dom.Tree
	for i := 0; i < len(files); i += 7 {
		page, err := eval.ReadFile(files[i])
		if err != nil {
			b.Fatal(err)
		}
		var p dom.Parser
		trees = append(trees, p.Parse(bytes.ToValidUTF8(page, []byte("\uFFFD")), dom.Options{}))
		size += int64(len(page))
	}
	var l Layout
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range trees {
			l.Resolve(t)
		}
	}
}
