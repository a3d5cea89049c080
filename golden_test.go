package winnow

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/render"
)

var update = flag.Bool("update", false, "rewrite the golden files with the present views")

// TestGolden runs every stage on the pages of testdata/golden. A file is a txtar
// archive: input.html or input.txt, perhaps "options" (lines of "name: value"),
// and the views of it, which -update writes.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testGolden(t, file) })
	}
}

func testGolden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src, o := goldenInput(t, archive)
	doc, err := Extract(src, o)
	if err != nil {
		t.Fatal(err)
	}
	checkVerified(t, doc, src)
	views := goldenViews(t, doc, src, o)
	want := map[string]string{}
	kept := archive.Files[:0]
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "input.") || f.Name == "options" {
			kept = append(kept, f)
		} else {
			want[f.Name] = string(f.Data)
		}
	}
	if *update {
		archive.Files = append(kept, views...)
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, v := range views {
		if got := string(v.Data); got != want[v.Name] {
			t.Errorf("%s: view %s differs (make golden rewrites it):\n%s", file, v.Name, firstDifference(want[v.Name], got))
		}
		delete(want, v.Name)
	}
	for name := range want {
		t.Errorf("%s: there is no view %s", file, name)
	}
}

// goldenInput returns the input of a golden file and its options.
func goldenInput(t *testing.T, archive *txtar.Archive) ([]byte, *Options) {
	t.Helper()
	o := &Options{}
	var src []byte
	encode := ""
	for _, f := range archive.Files {
		switch f.Name {
		case "input.html", "input.txt":
			src = f.Data
		case "options":
			for line := range strings.Lines(string(f.Data)) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
				switch name {
				case "url":
					o.URL = value
				case "captured":
					o.Captured = value
				case "encode":
					encode = value
				default:
					t.Fatalf("unknown option %q", name)
				}
			}
		}
	}
	if encode != "" {
		e, err := htmlindex.Get(encode)
		if err != nil {
			t.Fatal(err)
		}
		if src, err = e.NewEncoder().Bytes(src); err != nil {
			t.Fatal(err)
		}
	}
	return src, o
}

// goldenViews returns every view of a page, in the order of the stages.
func goldenViews(t *testing.T, doc *document.Document, src []byte, o *Options) []txtar.File {
	t.Helper()
	var views []txtar.File
	add := func(name string, data []byte) {
		if len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
			data = append(data, '\n')
		}
		views = append(views, txtar.File{Name: name, Data: data})
	}
	if doc.Source.Format == document.HTML {
		tree, shown := treeViews(src, doc)
		add("tree", tree)
		add("layout", shown)
	}
	again, _, err := render.ReadJSON(render.ByName("json").Append(nil, doc, render.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range render.Formats {
		view := f.Append(nil, doc, render.Options{})
		if f.Name == "html" || f.Name == "md" || f.Name == "tei" {
			if got := f.Append(nil, again, render.Options{}); !bytes.Equal(got, view) {
				t.Errorf("view %s of the document read back from JSON differs:\n%s", f.Name, firstDifference(string(view), string(got)))
			}
		}
		add(f.Name, view)
	}
	return views
}

// treeViews draws the tree of a page, and what hides its nodes.
func treeViews(src []byte, doc *document.Document) (tree, hidden []byte) {
	text := decodeForTest(src, doc.Source.Charset)
	var p dom.Parser
	t := p.Parse(text, dom.Options{})
	var l layout.Layout
	l.Resolve(t)
	depth := make([]int, len(t.Nodes))
	for id := 1; id < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		depth[id] = depth[n.Parent] + 1
		indent := strings.Repeat(" ", depth[id]-1)
		switch n.Kind {
		case dom.ElementNode:
			tree = fmt.Appendf(tree, "%s<%s> %d-%d\n", indent, t.Name(dom.ID(id)), n.Start, n.End)
			if h := l.Hidden[id] | l.Style[id]; h != 0 {
				hidden = fmt.Appendf(hidden, "<%s> %d-%d hidden: %s\n", t.Name(dom.ID(id)), n.Start, n.End, strings.Join(h.Reasons(), ", "))
			}
		case dom.TextNode:
			tree = fmt.Appendf(tree, "%s%q %d-%d\n", indent, t.AppendText(nil, dom.ID(id)), n.Start, n.End)
		case dom.CommentNode:
			tree = fmt.Appendf(tree, "%s<!--%s--> %d-%d\n", indent, text[n.Start:n.End], n.Start, n.End)
		}
	}
	return tree, hidden
}

// firstDifference shows the first line in which two texts differ, from shortly
// before the difference on.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b := "(end)", "(end)"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			k := 0
			for k < min(len(a), len(b)) && a[k] == b[k] {
				k++
			}
			k = max(0, k-40)
			return fmt.Sprintf("line %d, byte %d\n-%.200s\n+%.200s", i+1, k, a[k:], b[k:])
		}
	}
	return ""
}
