package meta

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/layout"
)

// wcxbPage is a page of the WCXB corpus with its ground truth.
type wcxbPage struct {
	id, kind            string
	html                []byte
	title, author, date string
}

// readWCXB returns the pages of the corpus, or skips the test.
func readWCXB(t testing.TB) []wcxbPage {
	t.Helper()
	root := os.Getenv("WINNOW_CORPORA")
	if root == "" {
		t.Skip("SKIPPED: WINNOW_CORPORA is not set, so nothing is measured on the WCXB pages")
	}
	truths, err := filepath.Glob(filepath.Join(root, "wcxb", "ground-truth", "*.json"))
	if err != nil || len(truths) == 0 {
		t.Skipf("SKIPPED: no WCXB ground truth in %s", root)
	}
	pages := make([]wcxbPage, 0, len(truths))
	for _, path := range truths {
		page, err := readWCXBPage(root, path)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

func readWCXBPage(root, path string) (wcxbPage, error) {
	var truth struct {
		Internal struct {
			Type struct {
				Primary string `json:"primary"`
			} `json:"page_type"`
		} `json:"_internal"`
		Truth struct {
			Title, Author string
			Date          string `json:"publish_date"`
		} `json:"ground_truth"`
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return wcxbPage{}, err
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		return wcxbPage{}, fmt.Errorf("%s: %w", path, err)
	}
	id := strings.TrimSuffix(filepath.Base(path), ".json")
	html, err := eval.ReadFile(filepath.Join(root, "wcxb", "html", id+".html.gz"))
	if err != nil {
		return wcxbPage{}, err
	}
	text, err := charset.Decode(html, charset.Options{})
	return wcxbPage{
		id: id, kind: truth.Internal.Type.Primary, html: text.Bytes,
		title: truth.Truth.Title, author: truth.Truth.Author, date: truth.Truth.Date,
	}, err
}

// share counts successes among attempts.
type share struct{ hits, all int }

func (s *share) add(hit bool) {
	s.all++
	if hit {
		s.hits++
	}
}

func (s share) String() string {
	return fmt.Sprintf("%.3f (%d of %d)", float64(s.hits)/float64(max(s.all, 1)), s.hits, s.all)
}

// TestWCXBMeta measures the metadata on the WCXB pages. Texts are compared by
// their letters and digits in lower case, so that punctuation, dashes, quotes and
// white space do not count. The truth has one date, which is the one a reader of
// the page finds, of publication or of the last change: it is compared with
// Meta.Date, and with Meta.Published beside that. WINNOW_MISSES set to title,
// author, date, published, extra-author, extra-date or extra-published lists the
// failures.
func TestWCXBMeta(t *testing.T) {
	var title, author, authorNames, date, by, extraAuthor, extraDate, extraBy share
	misses := os.Getenv("WINNOW_MISSES")
	var (
		parser  dom.Parser
		lay     layout.Layout
		builder block.Builder
	)
	for _, page := range readWCXB(t) {
		tree := parser.Parse(page.html, dom.Options{})
		lay.Resolve(tree)
		m := Collect(tree, builder.FromTree(tree, &lay))
		checkFields(t, page.id, tree.Src, &m)
		miss := func(what string, s *share, hit bool, truth string, got ...document.Field) {
			s.add(hit)
			if what == misses && hit == strings.HasPrefix(what, "extra") {
				t.Logf("%s %s: truth %q, got%s", page.id, page.kind, truth, show(got))
			}
		}
		miss("title", &title, sameKey(m.Title.Value, page.title), page.title, m.Title)
		if page.author == "" {
			miss("extra-author", &extraAuthor, len(m.Authors) > 0, "", m.Authors...)
		} else {
			exact := sameAuthors(m.Authors, page.author)
			authorNames.add(exact || sameAuthors(m.Authors, strings.Join(appendNames(nil, page.author), "")))
			miss("author", &author, exact, page.author, m.Authors...)
		}
		if page.date == "" {
			miss("extra-published", &extraDate, m.Published.Value != "", "", m.Published)
			miss("extra-date", &extraBy, m.Date.Value != "", "", m.Date)
		} else {
			miss("published", &date, strings.HasPrefix(m.Published.Value, page.date), page.date, m.Published, m.Modified)
			miss("date", &by, strings.HasPrefix(m.Date.Value, page.date), page.date, m.Date, m.Published, m.Modified)
		}
	}
	t.Logf("title exact after folding %v", title)
	t.Logf("authors exact %v, an author on pages without one %v", author, extraAuthor)
	t.Logf("authors exact when the truth's degrees and job titles do not count %v", authorNames)
	t.Logf("published exact %v, a date on pages without one %v", date, extraDate)
	t.Logf("date exact %v, a date on pages without one %v", by, extraBy)
	for _, least := range []struct {
		what  string
		got   share
		least float64
	}{{"title", title, .82}, {"authors", author, .75}, {"date", by, .85}} {
		if float64(least.got.hits) < least.least*float64(least.got.all) {
			t.Errorf("%s exact on %v, want at least %.2f", least.what, least.got, least.least)
		}
	}
	for _, most := range []struct {
		what string
		got  share
		most float64
	}{{"an author", extraAuthor, .08}, {"a date", extraBy, .15}} {
		if float64(most.got.hits) > most.most*float64(most.got.all) {
			t.Errorf("%s on pages without one: %v, want at most %.2f", most.what, most.got, most.most)
		}
	}
}

// sameAuthors reports whether the fields name the authors of the truth, and no
// others.
func sameAuthors(got []document.Field, truth string) bool {
	var joined strings.Builder
	for _, f := range got {
		joined.WriteString(f.Value)
	}
	return sameKey(joined.String(), strings.ReplaceAll(truth, " and ", " "))
}

func show(fields []document.Field) string {
	var b strings.Builder
	for _, f := range fields {
		fmt.Fprintf(&b, " %q (%s)", f.Value, f.Origin)
	}
	return b.String()
}

// checkFields checks that every field has an origin and stands where it says.
func checkFields(t *testing.T, name string, src []byte, m *document.Meta) {
	t.Helper()
	fields := append([]document.Field{
		m.Title, m.Subtitle, m.Published, m.Modified, m.SiteName, m.Language, m.Canonical, m.Image,
	}, m.Authors...)
	for _, f := range fields {
		switch {
		case f.Value == "":
			if f != (document.Field{}) {
				t.Errorf("%s: a field without a value: %+v", name, f)
			}
		case f.Origin == "" || f.P <= 0 || f.P > 1 || f.Raw == "":
			t.Errorf("%s: an incomplete field: %+v", name, f)
		case f.Span.Start < 0 || f.Span.End > len(src) || string(src[f.Span.Start:f.Span.End]) != f.Raw:
			t.Errorf("%s: %q is not at %v", name, f.Raw, f.Span)
		}
	}
}
