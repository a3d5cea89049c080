package planted

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
)

// carriers returns English articles as lists of paragraphs.
func carriers(t *testing.T, dir string) [][]string {
	var names []string
	all := wcxb(t, dir)
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	var pages [][]string
	for _, name := range names {
		one := all[name]
		texts := strings.Split(one.Truth.Text, "\n")
		if one.Internal.Type.Primary == "article" && len(one.Truth.Text) > 1500 && pageOf(texts).Lang == "en" {
			pages = append(pages, texts)
		}
	}
	return pages
}

// minParagraph is the number of bytes from which a row counts as a paragraph.
const minParagraph = 120

// TestRecall plants each promotional paragraph of the corpora alone into an
// honest English article and counts how many are found. The sources are
// reported apart, because a few had a part in choosing the vocabulary, and
// because many of their rows promote nothing: the labels go by repository.
func TestRecall(t *testing.T) {
	dir := corpora(t)
	pages := carriers(t, dir)
	type count struct{ found, of, beside int }
	counts := map[string]*count{}
	turn := 0
	for _, file := range []string{"seo-prose", "seo-prose-multilingual-weak", "gambling-comments-id"} {
		readLines(t, filepath.Join(dir, "planted", file+".jsonl.gz"), func(line []byte) {
			var row struct {
				Text, Source string
				Label        int
			}
			if err := json.Unmarshal(line, &row); err != nil {
				t.Fatal(err)
			}
			if row.Label != 1 || len(row.Text) < minParagraph {
				return
			}
			c := counts[file+" "+row.Source]
			if c == nil {
				c = &count{}
				counts[file+" "+row.Source] = c
			}
			turn++
			page := pages[turn%len(pages)]
			at := turn * 7 % (len(page) + 1)
			text := strings.Join(strings.Fields(row.Text), " ")
			p := pageOf(slices.Insert(slices.Clone(page), at, text))
			c.of++
			for id := range blocksOf(detect(p)) {
				if text == string(p.Blocks.TextOf(id)) {
					c.found++
				} else {
					c.beside++
				}
			}
		})
	}
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	sort.Strings(names)
	prose := count{}
	for _, name := range names {
		c := counts[name]
		if strings.HasPrefix(name, "seo-prose ") {
			prose.found += c.found
			prose.of += c.of
		}
		if c.beside > 0 {
			t.Errorf("%s: honest paragraphs beside the planted one were taken for planted", name)
		}
		t.Logf("%-60s found %4d of %4d, %d honest paragraphs beside", name, c.found, c.of, c.beside)
	}
	t.Logf("seo-prose: found %d of %d", prose.found, prose.of)
	if prose.found*100 < 55*prose.of {
		t.Error("recall on seo-prose has fallen under 55 %")
	}
}

// TestSpecimen moves the two planted paragraphs of the customer's specimen to
// every place of its article, together and one at a time.
func TestSpecimen(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(corpora(t), "..", "specimen", "seed.txt"))
	if err != nil {
		t.Skip("SKIPPED, NOTHING WAS MEASURED: ", err)
	}
	paragraphs := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	planted, honest := paragraphs[:2], paragraphs[2:]
	for _, choice := range [][]string{planted, planted[:1], planted[1:]} {
		for at := range len(honest) + 1 {
			c := testCase{paragraphs: slices.Insert(slices.Clone(honest), at, choice...), planted: map[int]string{}}
			for k := range choice {
				c.planted[at+k] = "gambling"
			}
			c.run(t, &promotion)
		}
	}
}
