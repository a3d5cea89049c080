package planted

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/internal/eval"
)

// corpora returns the folder of the corpora, or skips the test.
func corpora(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("WINNOW_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED, NOTHING WAS MEASURED: set WINNOW_CORPORA to the folder of the corpora")
	}
	return dir
}

// readLines calls line for every line of a gzipped file.
func readLines(t *testing.T, path string, line func([]byte)) {
	t.Helper()
	data, err := eval.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for l := range bytes.Lines(data) {
		line(bytes.TrimSuffix(l, []byte("\n")))
	}
}

// honestPages returns the pages of the corpora as lists of blocks, by name.
func honestPages(t *testing.T, dir string) map[string][]string {
	pages := map[string][]string{}
	readLines(t, filepath.Join(dir, "roles", "roles.jsonl.gz"), func(line []byte) {
		var page struct {
			ID     string
			Blocks []struct{ Text string }
		}
		if err := json.Unmarshal(line, &page); err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, b := range page.Blocks {
			texts = append(texts, b.Text)
		}
		pages["roles/"+page.ID] = texts
	})
	for name, article := range wcxb(t, dir) {
		pages["wcxb/"+name] = strings.Split(article.Truth.Text, "\n")
	}
	return pages
}

type truth struct {
	Internal struct {
		Type struct{ Primary string } `json:"page_type"`
	} `json:"_internal"`
	Truth struct {
		Text string `json:"main_content"`
	} `json:"ground_truth"`
}

func wcxb(t *testing.T, dir string) map[string]truth {
	files, err := filepath.Glob(filepath.Join(dir, "wcxb", "ground-truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no truths in ", dir, err)
	}
	all := map[string]truth{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var one truth
		if err := json.Unmarshal(data, &one); err != nil {
			t.Fatal(name, err)
		}
		all[filepath.Base(name)] = one
	}
	return all
}

// TestHonestPages counts findings on pages nobody has tampered with.
func TestHonestPages(t *testing.T) {
	pages := honestPages(t, corpora(t))
	found := 0
	for name, texts := range pages {
		p := pageOf(texts)
		findings := detect(p)
		if len(findings) > 0 {
			found++
		}
		for _, f := range findings {
			t.Logf("%s: %s %.2f %q", name, f.Topic, f.Confidence, f.Evidence)
			for _, id := range f.Blocks {
				t.Logf("    %.300s", p.Blocks.TextOf(id))
			}
		}
	}
	t.Logf("%d of %d honest page texts have a finding (some pages are in both sets)", found, len(pages))
	if found*1000 > len(pages) {
		t.Errorf("more than one honest page in a thousand has a finding")
	}
}

// germanPage returns a page in German with one paragraph of another kind in it.
func germanPage(text string) *Page {
	return pageOf([]string{
		"Der Verein hat im vergangenen Jahr drei neue Bänke am Uferweg aufgestellt. Sie sind aus dem Holz der alten Brücke gebaut, die nach dem Hochwasser nicht mehr zu retten war.",
		"Im Frühjahr wollen die Mitglieder den Weg bis zur Schleuse verlängern. Wer helfen möchte, meldet sich bei der Gärtnerin im Haus neben der Kirche, die auch die Werkzeuge verleiht.",
		text,
		"Die Gemeinde hat zugesagt, den Kies zu bezahlen. Für die Pflanzen am Rand sammelt der Verein noch bis Ostern, und jeder Strauch bekommt ein Schild mit dem Namen dessen, der ihn gesetzt hat.",
	})
}

// TestHonestParagraphsOnForeignPages is the control of TestRecall: it plants
// honest English paragraphs of all kinds of pages, shops and banks among them,
// one at a time into a German page. Foreign they are; planted they must not be.
//
// Only insertions that put a paragraph known to be English on a page known to be
// German are counted: a paragraph longer than the page makes the page English,
// and then nothing was tried. The planted paragraphs of the cases show that the
// same page does not hide what should be found.
func TestHonestParagraphsOnForeignPages(t *testing.T) {
	all := wcxb(t, corpora(t))
	found, of, topical, near := 0, 0, 0, 0
	for name, one := range all {
		for text := range strings.SplitSeq(one.Truth.Text, "\n") {
			p := germanPage(text)
			if len(text) < minParagraph || p.Lang != "de" || p.Langs[2] != "en" {
				continue
			}
			of++
			s := surveyOf(p)
			for i := range s.tallies {
				topical++
				if best, _ := s.tallies[i].best(); s.stray(&s.tallies[i], best) {
					near++
				}
			}
			for _, f := range detect(p) {
				found++
				t.Logf("%s: %s %q %.300s", name, f.Topic, f.Evidence, text)
			}
		}
	}
	t.Logf("%d of %d honest paragraphs are taken for planted; %d have words of a topic, %d of them are promotional", found, of, topical, near)
	if of < 10000 || topical < 100 {
		t.Error("too few paragraphs put the detector to the test")
	}
	if found*10000 > of {
		t.Error("more than one honest paragraph in ten thousand is taken for planted")
	}
	for _, c := range readCases(t, promotion.Name) {
		for i, topic := range c.planted {
			if got := blocksOf(detect(germanPage(c.paragraphs[i]))); got[2] != topic {
				t.Errorf("%s: found %v on the German page, want %s", c.name, got, topic)
			}
		}
	}
}
