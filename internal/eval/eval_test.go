package eval

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
)

func TestWords(t *testing.T) {
	got := Words("It's 3.5 km, Ärger_x: 茶馆 ½")
	want := []string{"it", "s", "3", "5", "km", "ärger_x", "茶馆", "½"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordF1(t *testing.T) {
	for _, c := range []struct {
		got, want string
		f1        float64
	}{
		{"", "", 1},
		{"a", "", 0},
		{"", "a", 0},
		{"a b", "B A", 1},
		{"a a b", "a b b", 2.0 / 3},
		{"a b c d", "a b", 2 * 0.5 / 1.5},
	} {
		if f := WordF1(c.got, c.want).F1; math.Abs(f-c.f1) > 1e-9 {
			t.Errorf("%q and %q: %v, want %v", c.got, c.want, f, c.f1)
		}
	}
}

func TestAlign(t *testing.T) {
	words := func(s string) []string { return strings.Fields(s) }
	for _, c := range []struct {
		a, b string
		want []int
	}{
		{"a b c", "a b c", []int{0, 1, 2}},
		{"a b c d e", "x y a b c d e", []int{2, 3, 4, 5, 6}},
		{"x y a b c d e", "a b c d e", []int{-1, -1, 0, 1, 2, 3, 4}},
		{"a b c d", "a b x y c d", []int{0, 1, 4, 5}},
		{"a", "", []int{-1}},
	} {
		if got := Align(words(c.a), words(c.b)); !slices.Equal(got, c.want) {
			t.Errorf("%q with %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestScoreRoles(t *testing.T) {
	p := Page{ID: "x", HasText: true, Text: "the body text", Blocks: []LabelledBlock{
		{document.Navigation, "home about"}, {document.Title, "the title"}, {document.Body, "the body text"},
	}}
	d := &document.Document{TextRoles: document.MainText, Blocks: []document.Block{
		{Role: document.Header, Text: "Home about"}, {Role: document.Body, Text: "The title"}, {Role: document.Body, Text: "The body text"},
	}}
	confusion := Confusion{}
	s := ScorePage(&p, d, &confusion)
	if s.Words != 7 || s.VerdictWords != 7 || s.RoleWords != 3 {
		t.Errorf("%d words, %d verdicts, %d roles right; want 7, 7, 3", s.Words, s.VerdictWords, s.RoleWords)
	}
	if n := confusion[[2]document.Role{document.Title, document.Body}]; n != 2 {
		t.Errorf("%d words of the title taken for body, want 2", n)
	}
	if want := 2 * 0.6 / 1.6; math.Abs(s.F1.F1-want) > 1e-9 {
		t.Errorf("F1 %v, want %v", s.F1.F1, want)
	}
}

func TestPlainText(t *testing.T) {
	if got := Fold(PlainText("<p>a &amp; b</p><p>c<br/>d")); got != "a & b c d" {
		t.Errorf("got %q", got)
	}
}
