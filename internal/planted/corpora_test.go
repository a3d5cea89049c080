package planted

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		line(s.Bytes())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
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
		findings := Detect(p)
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
	t.Logf("%d of %d honest pages have a finding", found, len(pages))
	if found*1000 > len(pages) {
		t.Errorf("more than one honest page in a thousand has a finding")
	}
}
