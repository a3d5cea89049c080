package rendered

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	winnow "github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/render"
)

// reader reads Markdown as our readers do.
func reader() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote))
}

// TestMarkdownTree renders every page of the corpora as Markdown, with the roles
// of the text and with all that is published or of the site, parses that, and
// compares the tree with the blocks it was made from.
func TestMarkdownTree(t *testing.T) {
	dir := os.Getenv("WINNOW_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: needs the labelled pages: set WINNOW_CORPORA to their folder")
	}
	var pages []string
	for _, pattern := range []string{"wcxb/html/*.gz", "trafilatura/html/*.gz", "readability/*/source.html.gz"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no pages match %s in %s: %v", pattern, dir, err)
		}
		pages = append(pages, found...)
	}
	var x winnow.Extractor
	wrong, total := 0, counts{}
	for _, path := range pages {
		doc, err := x.Extract(unpack(t, path), &winnow.Options{URL: "https://page.example/a/b"})
		if err != nil {
			t.Fatal(err)
		}
		all := document.OfVerdict(document.Published) | document.OfVerdict(document.Site)
		for _, show := range []document.RoleSet{0, all} {
			problems, n := check(doc, show)
			total.add(n)
			if len(problems) == 0 {
				continue
			}
			if wrong++; wrong <= 20 {
				t.Errorf("%s (%d problems): %s", path, len(problems), strings.Join(problems[:min(3, len(problems))], "\n\t"))
			}
		}
	}
	t.Logf("%d pages, twice each: %d of these renderings wrong; %+v", len(pages), wrong, total)
}

func unpack(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// counts are the nodes of the trees that were compared.
type counts struct{ Headings, Links, Emphasis, Items, Code, Tables, Images, Notes int }

func (c *counts) add(d counts) {
	c.Headings += d.Headings
	c.Links += d.Links
	c.Emphasis += d.Emphasis
	c.Items += d.Items
	c.Code += d.Code
	c.Tables += d.Tables
	c.Images += d.Images
	c.Notes += d.Notes
}

// meant is what the blocks of a document allow in its Markdown.
type meant struct {
	headings, links, strong, emphasis, code, codeBlocks map[string]int
	lists, tables                                       bool
	formulas, objects                                   map[string]bool
}

// squeezed returns text without white space, in which trees are compared, and
// without what is invisible.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 || r == 0xfffd {
			return -1
		}
		return r
	}, s)
}

func meaning(doc *document.Document, roles document.RoleSet) *meant {
	m := &meant{
		headings: map[string]int{}, links: map[string]int{}, strong: map[string]int{}, emphasis: map[string]int{},
		code: map[string]int{}, codeBlocks: map[string]int{}, formulas: map[string]bool{}, objects: map[string]bool{},
	}
	for i := range doc.Objects {
		m.structure(doc, doc.Objects[i].Container)
		if o := &doc.Objects[i]; o.Kind == document.Maths {
			m.formulas[squeezed(o.Text)] = true
		} else {
			m.objects[o.URL] = true
			m.links[squeezed(o.Text)]++
			m.links[o.Kind.String()]++
		}
	}
	m.headings[squeezed(doc.Meta.Title.Value)]++
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if !roles.Has(b.Role) && b.Role != document.Title {
			continue
		}
		whole := squeezed(b.Text)
		if b.Kind == document.Heading || b.Role == document.Title {
			m.headings[whole]++
		}
		if b.Kind == document.FigureCaption || b.Role == document.Caption {
			m.emphasis[whole]++
		}
		if b.Kind == document.Term {
			m.strong[whole]++
		}
		for _, l := range b.Links {
			m.links[squeezed(b.Text[l.Start:l.End])]++
		}
		for _, k := range b.Marks {
			part := squeezed(b.Text[k.Start:k.End])
			switch k.Kind {
			case document.Strong:
				m.strong[part]++
			case document.Emphasis:
				m.emphasis[part]++
			default:
				m.code[part]++
			}
		}
		m.structure(doc, b.Container)
	}
	return m
}

// structure notes what lists and tables a container stands in.
func (m *meant) structure(doc *document.Document, c int) {
	for ; c >= 0; c = doc.Containers[c].Parent {
		switch doc.Containers[c].Kind {
		case document.List, document.OrderedList:
			m.lists = true
		case document.Table:
			m.tables = true
		}
	}
}

// check compares the tree of a document's Markdown with its blocks.
func check(doc *document.Document, show document.RoleSet) (problems []string, n counts) {
	md := render.ByName("md").Append(nil, doc, render.Options{Show: show})
	roles := show
	if roles == 0 {
		roles = doc.TextRoles
	}
	m := meaning(doc, roles)
	tree := reader().Parser().Parse(text.NewReader(md))
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	var seen []string
	expect := func(what string, of map[string]int, node ast.Node) {
		s := squeezed(plain(node, md))
		if of[s] == 0 && (what != "heading" || !hasObject(node, m)) && !strings.Contains(s, "$") && node.ChildCount() > 0 && !hasNote(node) {
			bad("unintended %s %q", what, s)
		}
	}
	err := ast.Walk(tree, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch k := node.(type) {
		case *ast.AutoLink:
			bad("unintended bare link %q", k.URL(md))
		case *ast.RawHTML, *ast.HTMLBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
			bad("unintended %s: %q", node.Kind(), plain(node, md))
		case *ast.Heading:
			n.Headings++
			expect("heading", m.headings, node)
		case *ast.Link:
			n.Links++
			expect("link", m.links, node)
		case *ast.Image:
			n.Images++
			if len(doc.Objects) == 0 {
				bad("unintended image %q", k.Destination)
			}
		case *ast.Emphasis:
			n.Emphasis++
			if k.Level == 2 {
				expect("strong", m.strong, node)
			} else {
				expect("emphasis", m.emphasis, node)
			}
		case *ast.CodeSpan:
			n.Code++
			s := squeezed(plain(node, md))
			if m.code[s] == 0 && !m.formulas[s] {
				bad("unintended code %q", s)
			}
			seen = append(seen, s)
			return ast.WalkSkipChildren, nil
		case *ast.CodeBlock:
			bad("unintended indented code %q", k.Lines().Value(md))
		case *ast.FencedCodeBlock:
			n.Code++
		case *ast.ListItem:
			n.Items++
			if !m.lists && doc.Source.Format == document.HTML {
				bad("unintended list")
			}
		case *extast.Table:
			n.Tables++
			if !m.tables {
				bad("unintended table")
			}
		case *extast.Footnote:
			n.Notes++
			if len(doc.Notes) == 0 {
				bad("unintended footnote")
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		bad("%v", err)
	}
	if missing := compareText(doc, roles, tree, md, show == 0); missing != "" {
		bad("%s", missing)
	}
	return problems, n
}

// hasObject reports whether a heading holds what is printed as other text: a
// formula, or a link to a video.
func hasObject(node ast.Node, m *meant) bool {
	if len(m.formulas) > 0 {
		return true
	}
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		if l, ok := c.(*ast.Link); ok && m.objects[string(l.Destination)] {
			return true
		}
	}
	return false
}

func hasNote(node ast.Node) bool {
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*extast.FootnoteLink); ok || hasNote(c) {
			return true
		}
	}
	return false
}

// plain returns the text a reader sees of a node, without its images.
func plain(node ast.Node, md []byte) string {
	var s strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch k := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if k.Parent().Kind() == ast.KindCodeSpan || k.IsRaw() {
				s.Write(k.Segment.Value(md))
			} else {
				s.WriteString(unescape(string(k.Segment.Value(md))))
			}
			s.WriteByte(' ')
		case *ast.String:
			s.Write(k.Value)
		case *ast.FencedCodeBlock:
			s.Write(k.Lines().Value(md))
		case *ast.CodeBlock:
			s.Write(k.Lines().Value(md))
		case *ast.RawHTML:
			s.Write(k.Segments.Value(md))
		case *ast.HTMLBlock:
			s.Write(k.Lines().Value(md))
		}
		return ast.WalkContinue, nil
	})
	return s.String()
}

// unescape takes off the backslashes of CommonMark.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// compareText reports a block whose text the tree does not have, or has
// differently. Blocks with formulas or notes are printed otherwise, and pages
// with notes in another order.
func compareText(doc *document.Document, roles document.RoleSet, tree ast.Node, md []byte, titled bool) string {
	if len(doc.Notes) > 0 || slices.ContainsFunc(doc.Objects, func(o document.Object) bool { return o.Kind != document.Image }) {
		return ""
	}
	var want strings.Builder
	if titled {
		title := doc.Meta.Title.Value
		for i := range doc.Blocks {
			if doc.Blocks[i].Role == document.Title {
				title = doc.Blocks[i].Text
				break
			}
		}
		want.WriteString(title)
	}
	for i := range doc.Blocks {
		if roles.Has(doc.Blocks[i].Role) {
			want.WriteString(doc.Blocks[i].Text)
		}
	}
	w, g := squeezed(want.String()), squeezed(plain(tree, md))
	if w == g {
		return ""
	}
	k := 0
	for k < min(len(w), len(g)) && w[k] == g[k] {
		k++
	}
	k = max(0, k-30)
	return fmt.Sprintf("text differs: want %q, got %q", w[k:min(k+80, len(w))], g[k:min(k+80, len(g))])
}
