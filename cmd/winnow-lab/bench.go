package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/net/html"

	"github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
)

// minPasses is the least number of passes over the pages; figures are medians.
const minPasses = 5

func newBenchCommand() *cobra.Command {
	var list string
	var asJSON bool
	var passes int
	c := &cobra.Command{
		Use:   "bench --list FILE",
		Short: "Measure the speed of parsing and extraction, beside golang.org/x/net/html",
		Long: `Measure the speed of parsing and extraction on the pages named in FILE, one path
to a line, plain or packed with gzip, beside golang.org/x/net/html.

The pages are read into memory first. Then each pass parses all pages with
x/net/html, parses them with winnow, and extracts them with winnow (labels,
planted content, text with its spans), in turns, on one core. The figures are
medians of CPU time over the passes; MB are 10^6 bytes of HTML before decoding.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			pages, err := readList(list)
			if err != nil {
				return err
			}
			r, err := bench(pages, max(passes, minPasses))
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(c.OutOrStdout()).Encode(r)
			}
			r.write(c.OutOrStdout())
			return nil
		},
	}
	c.Flags().StringVar(&list, "list", "", "file with the paths of the pages")
	c.Flags().BoolVar(&asJSON, "json", false, "print the figures as JSON")
	c.Flags().IntVar(&passes, "passes", minPasses, "passes over the pages, at least 5")
	if err := c.MarkFlagRequired("list"); err != nil {
		panic(err)
	}
	return c
}

// readList reads the pages named in a file, unpacked.
func readList(list string) ([][]byte, error) {
	f, err := os.Open(list)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pages [][]byte
	for s := bufio.NewScanner(f); s.Scan(); {
		path := strings.TrimSpace(s.Text())
		if path == "" {
			continue
		}
		page, err := eval.ReadFile(path)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		return nil, errors.New(list + ": names no pages")
	}
	return pages, nil
}

// figures are what bench measures. Speeds are MB or pages a second of CPU time.
type figures struct {
	Pages             int     `json:"pages"`
	Bytes             int     `json:"bytes"`
	Passes            int     `json:"passes"`
	XNetMBs           float64 `json:"xnet_mb_s"`
	ParseMBs          float64 `json:"parse_mb_s"`
	ParseOverXNet     float64 `json:"parse_over_xnet"`
	ExtractMBs        float64 `json:"extract_mb_s"`
	ExtractPagesS     float64 `json:"extract_pages_s"`
	ParseAllocsPage   float64 `json:"parse_allocs_page"`
	ExtractAllocsPage float64 `json:"extract_allocs_page"`
}

func (f *figures) write(w io.Writer) {
	fmt.Fprintf(w, "%d pages, %.1f MB, median of %d passes, one core\n", f.Pages, float64(f.Bytes)/1e6, f.Passes)
	fmt.Fprintf(w, "x/net/html parse %8.0f MB/s\n", f.XNetMBs)
	fmt.Fprintf(w, "winnow parse     %8.0f MB/s  %.1fx  %.2f allocations a page\n", f.ParseMBs, f.ParseOverXNet, f.ParseAllocsPage)
	fmt.Fprintf(w, "winnow extract   %8.0f MB/s  %.0f pages/s  %.2f allocations a page\n", f.ExtractMBs, f.ExtractPagesS, f.ExtractAllocsPage)
}

// measured is a contender: the CPU time and allocations of its passes.
type measured struct {
	do     func(page []byte)
	times  []time.Duration
	allocs []uint64
}

// bench measures all contenders in turns.
func bench(pages [][]byte, passes int) (*figures, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var parser dom.Parser
	var extractor winnow.Extractor
	var failed error
	xnet := &measured{do: func(page []byte) {
		// It refuses pages nested deeper than 512 elements; that takes time too.
		_, _ = html.Parse(bytes.NewReader(page))
	}}
	parse := &measured{do: func(page []byte) { parser.Parse(page, dom.Options{}) }}
	extract := &measured{do: func(page []byte) {
		_, err := extractor.Extract(page, &winnow.Options{Format: winnow.HTML})
		failed = errors.Join(failed, err)
	}}
	f := &figures{Pages: len(pages), Passes: passes}
	for _, page := range pages {
		f.Bytes += len(page)
	}
	for pass := range passes + 1 { // the first warms up
		for _, m := range []*measured{xnet, parse, extract} {
			m.pass(pages, pass > 0)
		}
	}
	if failed != nil {
		return nil, failed
	}
	mb := float64(f.Bytes) / 1e6
	f.XNetMBs = mb / xnet.seconds()
	f.ParseMBs = mb / parse.seconds()
	f.ParseOverXNet = f.ParseMBs / f.XNetMBs
	f.ExtractMBs = mb / extract.seconds()
	f.ExtractPagesS = float64(len(pages)) / extract.seconds()
	f.ParseAllocsPage = parse.allocations() / float64(len(pages))
	f.ExtractAllocsPage = extract.allocations() / float64(len(pages))
	return f, nil
}

// pass runs one pass over the pages, and keeps its figures if count is set.
func (m *measured) pass(pages [][]byte, count bool) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := cpuTime()
	for _, page := range pages {
		m.do(page)
	}
	elapsed := cpuTime() - began
	runtime.ReadMemStats(&after)
	if count {
		m.times = append(m.times, elapsed)
		m.allocs = append(m.allocs, after.Mallocs-before.Mallocs)
	}
}

func (m *measured) seconds() float64 { return median(m.times).Seconds() }

func (m *measured) allocations() float64 { return float64(median(m.allocs)) }

func median[T time.Duration | uint64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// cpuTime returns the CPU time the process has used.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
