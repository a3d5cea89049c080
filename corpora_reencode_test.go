package winnow

import (
	"bytes"
	"os"
	"runtime"
	"sync"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/winnowtext/winnow/internal/eval"
)

// TestCorporaReencoded re-encodes pages of the corpora into every charset that
// can hold them, and expects the same blocks with spans that decode to the same
// text. With -short, or without WINNOW_LONG, it takes one page in a hundred.
func TestCorporaReencoded(t *testing.T) {
	pages := corporaPages(t)
	step := 100
	if os.Getenv("WINNOW_LONG") != "" && !testing.Short() {
		step = 1
	}
	encodings := map[string]encoding.Encoding{}
	for _, label := range []string{
		"ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
		"iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "macintosh",
		"windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
		"windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp",
		"iso-2022-jp", "shift_jis", "euc-kr", "utf-16be", "utf-16le",
	} {
		e, err := htmlindex.Get(label)
		if err != nil {
			t.Fatal(err)
		}
		encodings[label] = e
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	held := map[string]int{}
	work := make(chan string)
	for range runtime.NumCPU() {
		wg.Go(func() {
			var x Extractor
			for path := range work {
				for _, label := range reencodePage(t, &x, path, encodings) {
					mu.Lock()
					held[label]++
					mu.Unlock()
				}
			}
		})
	}
	for i := 0; i < len(pages); i += step {
		work <- pages[i]
	}
	close(work)
	wg.Wait()
	t.Logf("pages that each encoding could hold: %v", held)
}

// reencodePage checks a page in each encoding and returns those that can hold it.
func reencodePage(t *testing.T, x *Extractor, path string, encodings map[string]encoding.Encoding) (held []string) {
	src, err := eval.ReadFile(path)
	if err != nil {
		t.Error(err)
		return nil
	}
	page := decodeForTest(src, "utf-8")
	d, err := x.Extract(page, &Options{Format: HTML, Charset: "utf-8"})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return nil
	}
	want := outline(d)
	for label, e := range encodings {
		coded, err := e.NewEncoder().Bytes(page)
		// The encoders of x/text differ from the standard's decoders in a few
		// characters: what does not come back was not held.
		if err != nil || !bytes.Equal(decodeForTest(coded, label), page) {
			continue
		}
		held = append(held, label)
		d, err := x.Extract(coded, &Options{Format: HTML, Charset: label})
		if err != nil {
			t.Errorf("%s in %s: %v", path, label, err)
			continue
		}
		if got := outline(d); got != want {
			t.Errorf("%s in %s differs:\n%s", path, label, firstDifference(want, got))
		}
		violations, err := Verify(d, coded)
		if err != nil || len(violations) > 0 {
			t.Errorf("%s in %s: %v, %d violations, the first: %v", path, label, err, len(violations), violations[:min(1, len(violations))])
		}
	}
	return held
}
