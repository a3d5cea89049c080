package planted

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/winnowtext/winnow/document"
)

// testCase is a page and what is planted in it.
type testCase struct {
	name       string
	paragraphs []string
	planted    map[int]string // topic by paragraph
	html       []byte         // of a case that needs markup; then want is what is found
	want       string
}

// readCases reads the cases of a detector; nil if it has none.
func readCases(t *testing.T, detector string) []testCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", detector+".txtar"))
	if os.IsNotExist(err) {
		return nil
	} else if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for _, f := range txtar.Parse(data).Files {
		c := testCase{name: f.Name, planted: map[int]string{}}
		if want, html, ok := bytes.Cut(f.Data, []byte("\n")); ok && bytes.HasPrefix(want, []byte("want:")) {
			c.html, c.want = html, strings.TrimSpace(string(want[len("want:"):]))
			cases = append(cases, c)
			continue
		}
		for i, text := range strings.Split(strings.TrimSpace(string(f.Data)), "\n\n") {
			if topic, rest, ok := strings.Cut(text, "> "); ok && !strings.Contains(topic, " ") {
				c.planted[i] = topic
				text = rest
			}
			c.paragraphs = append(c.paragraphs, text)
		}
		cases = append(cases, c)
	}
	return cases
}

// TestCases runs every detector on its cases.
func TestCases(t *testing.T) {
	for _, d := range All {
		for _, c := range readCases(t, d.Name) {
			t.Run(d.Name+"/"+c.name, func(t *testing.T) { c.run(t, &d) })
		}
	}
}

func (c *testCase) run(t *testing.T, d *Detector) {
	t.Helper()
	if c.html != nil {
		c.runHTML(t, d)
		return
	}
	p := pageOf(c.paragraphs)
	p.prepare()
	findings := slices.DeleteFunc(d.Find(p, nil), func(f document.Finding) bool { return f.Confidence < sure })
	if got := blocksOf(findings); !maps.Equal(got, c.planted) {
		t.Errorf("found %v, want %v\n%+v", got, c.planted, findings)
	}
	for _, f := range findings {
		if len(f.Evidence) < 2 {
			t.Errorf("planted on one kind of evidence: %q", f.Evidence)
		}
		if !slices.IsSorted(f.Blocks) || f.Confidence <= 0.5 || f.Confidence > 1 {
			t.Errorf("blocks %v, confidence %v", f.Blocks, f.Confidence)
		}
	}
}

// TestEveryDetectorHasCases refuses a detector that was added without one page
// on which it finds something and one on which it must not.
func TestEveryDetectorHasCases(t *testing.T) {
	for _, d := range All {
		positive, negative := 0, 0
		for _, c := range readCases(t, d.Name) {
			if len(c.planted) > 0 || c.want != "" {
				positive++
			} else {
				negative++
			}
		}
		if positive == 0 || negative == 0 {
			t.Errorf("detector %q has %d positive and %d negative cases in testdata/%s.txtar; it needs both",
				d.Name, positive, negative, d.Name)
		}
		if d.Doc == "" {
			t.Errorf("detector %q does not say what it finds", d.Name)
		}
	}
}

// TestPlaceDoesNotMatter moves what is planted to the start, the middle and the
// end of its page, together and one at a time.
func TestPlaceDoesNotMatter(t *testing.T) {
	for _, c := range readCases(t, promotion.Name) {
		var honest, planted []string
		topic := ""
		for i, text := range c.paragraphs {
			if name, ok := c.planted[i]; ok {
				planted = append(planted, text)
				topic = name
			} else {
				honest = append(honest, text)
			}
		}
		choices := [][]string{planted}
		for i := range planted {
			choices = append(choices, planted[i:i+1])
		}
		for _, choice := range choices {
			for _, at := range []int{0, len(honest) / 2, len(honest)} {
				moved := testCase{paragraphs: slices.Insert(slices.Clone(honest), at, choice...), planted: map[int]string{}}
				for k := range choice {
					moved.planted[at+k] = topic
				}
				moved.run(t, &promotion)
			}
		}
	}
}

// runHTML runs a detector on a case of markup. What it finds is listed as topics,
// or grades, with the technique.
func (c *testCase) runHTML(t *testing.T, d *Detector) {
	t.Helper()
	p := htmlPage(c.html)
	p.prepare()
	var got []string
	for _, f := range d.Find(p, nil) {
		if f.Confidence < sure {
			continue
		}
		what := f.Topic
		if what == "" {
			what = f.Grade
		}
		if what = strings.TrimSpace(what + " / " + f.Technique); !slices.Contains(got, what) {
			got = append(got, what)
		}
		if len(f.Evidence) < 2 {
			t.Errorf("planted on one kind of evidence: %q", f.Evidence)
		}
	}
	if s := strings.Join(got, "; "); s != c.want {
		t.Errorf("found %q, want %q\n%+v", s, c.want, d.Find(p, nil))
	}
}
