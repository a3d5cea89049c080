// Peers measures the metadata of other extractors beside ours, on the labelled
// pages that all of them are given with their addresses. It is a module of its
// own, so that what it needs is no dependency of the project.
//
//	go run . CORPORA
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	readability "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"

	"github.com/winnowtext/winnow"
)

// page is a labelled page.
type page struct {
	url                 string
	html                []byte
	title, author, date string
}

// found is what an extractor says of a page; dates as 2006-01-02.
type found struct{ title, author, date string }

// share counts successes among attempts.
type share struct{ hits, all int }

func (s *share) add(hit bool) {
	s.all++
	if hit {
		s.hits++
	}
}

func (s share) String() string { return fmt.Sprintf("%.3f", float64(s.hits)/float64(max(s.all, 1))) }

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: peers CORPORA")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(root string) error {
	truths, err := filepath.Glob(filepath.Join(root, "wcxb", "ground-truth", "*.json"))
	if err != nil || len(truths) == 0 {
		return fmt.Errorf("no ground truth below %s", root)
	}
	fmt.Printf("%-16s %6s %8s %8s %6s %8s %8s %9s\n", "", "title", "authors", "needless", "date", "needless", "failed", "ms/page")
	for _, tool := range []struct {
		name string
		run  func(*page) (found, error)
	}{{"winnow", ours}, {"go-trafilatura", trafilaturaOf}, {"go-readability", readabilityOf}} {
		var title, author, extraAuthor, date, extraDate share
		failed := 0
		var spent time.Duration
		for _, path := range truths {
			p, err := read(root, path)
			if err != nil {
				return err
			}
			start := time.Now()
			f, err := safely(tool.run, p)
			spent += time.Since(start)
			if err != nil {
				failed++
			}
			title.add(key(f.title) == key(p.title))
			if p.author == "" {
				extraAuthor.add(f.author != "")
			} else {
				author.add(key(f.author) == key(strings.ReplaceAll(p.author, " and ", " ")))
			}
			if p.date == "" {
				extraDate.add(f.date != "")
			} else {
				date.add(strings.HasPrefix(f.date, p.date))
			}
		}
		fmt.Printf("%-16s %6v %8v %8v %6v %8v %8d %9.1f\n", tool.name, title, author, extraAuthor, date, extraDate, failed,
			spent.Seconds()*1000/float64(len(truths)))
	}
	return nil
}

// read reads a page and its truth.
func read(root, path string) (*page, error) {
	var truth struct {
		URL   string `json:"url"`
		Truth struct {
			Title, Author string
			Date          string `json:"publish_date"`
		} `json:"ground_truth"`
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	id := strings.TrimSuffix(filepath.Base(path), ".json")
	file, err := os.Open(filepath.Join(root, "wcxb", "html", id+".html.gz"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	html, err := io.ReadAll(unpacked)
	return &page{truth.URL, html, truth.Truth.Title, truth.Truth.Author, truth.Truth.Date}, err
}

// safely runs a tool, for which a panic is a failure.
func safely(run func(*page) (found, error), p *page) (f found, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return run(p)
}

func ours(p *page) (found, error) {
	d, err := winnow.Extract(p.html, &winnow.Options{URL: p.url})
	f := found{title: d.Meta.Title.Value, date: d.Meta.Date.Value}
	for _, a := range d.Meta.Authors {
		f.author += a.Value
	}
	return f, err
}

func trafilaturaOf(p *page) (found, error) {
	u, _ := url.Parse(p.url)
	r, err := trafilatura.Extract(bytes.NewReader(p.html), trafilatura.Options{OriginalURL: u, EnableFallback: true})
	if err != nil {
		return found{}, err
	}
	f := found{title: r.Metadata.Title, author: r.Metadata.Author}
	if !r.Metadata.Date.IsZero() {
		f.date = r.Metadata.Date.Format(time.DateOnly)
	}
	return f, nil
}

func readabilityOf(p *page) (found, error) {
	u, err := url.Parse(p.url)
	if err != nil {
		return found{}, err
	}
	a, err := readability.FromReader(bytes.NewReader(p.html), u)
	if err != nil {
		return found{}, err
	}
	byline := strings.TrimSpace(a.Byline)
	if len(byline) > 3 && strings.EqualFold(byline[:3], "by ") {
		byline = byline[3:]
	}
	f := found{title: a.Title, author: strings.ReplaceAll(byline, " and ", " ")}
	if a.PublishedTime != nil {
		f.date = a.PublishedTime.Format(time.DateOnly)
	}
	return f, nil
}

// key is what two texts must share to be the same: their letters and digits in
// lower case.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
