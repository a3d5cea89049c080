package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/corpus"
)

// Page is a page and what is known to be true of it. The fields of truth that
// its set does not have are empty.
type Page struct {
	ID   string
	Path string // of the HTML, packed or not
	URL  string // "" if unknown
	Type string // page type, "" if unknown
	// Raw reports that the page has scripts or styles: it was not stripped
	// before it was published.
	Raw bool

	Text     string   // the main text
	HasText  bool     // Text is known, even if it is empty
	With     []string // snippets that belong to the main text
	Without  []string // snippets that do not
	Title    string
	Author   string
	Date     string
	Expected string // HTML of the main content
	Blocks   []LabelledBlock
}

// LabelledBlock is a block with the role that a reader gave it.
type LabelledBlock struct {
	Role document.Role
	Text string
}

// UnmarshalJSON reads a block. Readers do not say what kind of planted text they
// saw: it becomes OtherPlanted.
func (b *LabelledBlock) UnmarshalJSON(data []byte) error {
	var row struct{ Role, Text string }
	if err := json.Unmarshal(data, &row); err != nil {
		return err
	}
	b.Text = row.Text
	if row.Role == document.Planted.String() {
		b.Role = document.OtherPlanted
		return nil
	}
	return b.Role.UnmarshalText([]byte(row.Role))
}

// Set is a set of labelled pages.
type Set struct {
	Name  string
	Pages []Page
}

// Load reads the sets of labelled pages in a folder. It knows those of the web
// content extraction benchmark (wcxb), role labels (roles), trafilatura and
// readability, each in a subfolder of that name.
func Load(folder string) ([]Set, error) {
	var sets []Set
	for _, known := range []struct {
		name string
		load func(folder string) ([]Page, error)
	}{{"wcxb", loadWCXB}, {"roles", loadRoles}, {"trafilatura", loadTrafilatura}, {"readability", loadReadability}} {
		dir := filepath.Join(folder, known.name)
		if _, err := os.Stat(dir); err != nil {
			continue
		}
		pages, err := known.load(folder)
		if err != nil {
			return nil, fmt.Errorf("set %s: %w", known.name, err)
		}
		sets = append(sets, Set{known.name, pages})
	}
	if len(sets) == 0 {
		return nil, fmt.Errorf("%s: no labelled pages: looked for the folders wcxb, roles, trafilatura and readability", folder)
	}
	fillAddresses(sets)
	return sets, nil
}

// fillAddresses gives pages whose set does not know their address the one that
// another set has for the same file.
func fillAddresses(sets []Set) {
	urls := map[string]string{}
	for _, s := range sets {
		for i := range s.Pages {
			if s.Pages[i].URL != "" {
				urls[s.Pages[i].Path] = s.Pages[i].URL
			}
		}
	}
	for _, s := range sets {
		for i := range s.Pages {
			if p := &s.Pages[i]; p.URL == "" {
				p.URL = urls[p.Path]
			}
		}
	}
}

// ReadFile reads the whole of a file, unpacked if it is gzip data.
func ReadFile(path string) ([]byte, error) { return corpus.ReadFile(path, math.MaxInt) }

func readJSON(path string, v any) error {
	b, err := ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func loadWCXB(folder string) ([]Page, error) {
	names, err := filepath.Glob(filepath.Join(folder, "wcxb", "ground-truth", "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	pages := make([]Page, len(names))
	for i, name := range names {
		var truth struct {
			URL      string `json:"url"`
			Internal struct {
				PageType struct {
					Primary string `json:"primary"`
				} `json:"page_type"`
			} `json:"_internal"`
			Truth struct {
				Title       string   `json:"title"`
				Author      string   `json:"author"`
				PublishDate string   `json:"publish_date"`
				MainContent string   `json:"main_content"`
				With        []string `json:"with"`
				Without     []string `json:"without"`
			} `json:"ground_truth"`
		}
		if err := readJSON(name, &truth); err != nil {
			return nil, err
		}
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		pages[i] = Page{
			ID: id, Path: filepath.Join(folder, "wcxb", "html", id+".html.gz"),
			URL: truth.URL, Type: truth.Internal.PageType.Primary,
			Text: truth.Truth.MainContent, HasText: true, With: truth.Truth.With, Without: truth.Truth.Without,
			Title: truth.Truth.Title, Author: truth.Truth.Author, Date: truth.Truth.PublishDate,
		}
	}
	return pages, nil
}

func loadRoles(folder string) ([]Page, error) {
	b, err := ReadFile(filepath.Join(folder, "roles", "roles.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var pages []Page
	for line := range bytes.Lines(b) {
		var row struct {
			Set    string          `json:"set"`
			ID     string          `json:"id"`
			Type   string          `json:"type"`
			Blocks []LabelledBlock `json:"blocks"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return nil, fmt.Errorf("roles.jsonl.gz, line %d: %w", len(pages)+1, err)
		}
		p := Page{ID: row.Set + "/" + row.ID, Type: row.Type, Blocks: row.Blocks, HasText: true}
		var text []string
		for _, x := range row.Blocks {
			if document.MainText.Has(x.Role) {
				text = append(text, x.Text)
			}
		}
		p.Text = strings.Join(text, "\n")
		file := row.ID
		if !strings.HasSuffix(file, ".html") {
			file += ".html"
		}
		p.Path = filepath.Join(folder, row.Set, "html", file+".gz")
		pages = append(pages, p)
	}
	return pages, nil
}

func loadTrafilatura(folder string) ([]Page, error) {
	var rows map[string]struct {
		File    string   `json:"file"`
		With    []string `json:"with"`
		Without []string `json:"without"`
	}
	if err := readJSON(filepath.Join(folder, "trafilatura", "evaldata.json"), &rows); err != nil {
		return nil, err
	}
	var pages []Page
	for url, row := range rows {
		path := filepath.Join(folder, "trafilatura", "html", row.File+".gz")
		if _, err := os.Stat(path); err != nil {
			continue // the set names a few pages that are not in it
		}
		pages = append(pages, Page{ID: row.File, Path: path, URL: url, With: row.With, Without: row.Without})
	}
	slices.SortFunc(pages, func(a, b Page) int { return strings.Compare(a.URL, b.URL) })
	return pages, nil
}

func loadReadability(folder string) ([]Page, error) {
	names, err := filepath.Glob(filepath.Join(folder, "readability", "*", "source.html.gz"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var pages []Page
	for _, name := range names {
		dir := filepath.Dir(name)
		expected, err := ReadFile(filepath.Join(dir, "expected.html.gz"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: filepath.Base(dir), Path: name, Expected: string(expected)})
	}
	return pages, nil
}
