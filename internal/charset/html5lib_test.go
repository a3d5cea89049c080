package charset

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpora returns the folder with the test corpora, or skips the test.
func corpora(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("WINNOW_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: set WINNOW_CORPORA to the folder of the corpora")
	}
	return dir
}

// TestHTML5LibEncoding runs the encoding tests of html5lib: each is a page and
// the encoding in which its declarations say to read it, windows-1252 if there
// are none. The content has no say: one of the pages is UTF-8, but declares and
// expects another encoding.
func TestHTML5LibEncoding(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "html5lib", "encoding", "*.dat"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests found: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases := bytes.Split(append([]byte("\n"), data...), []byte("\n#data\n"))[1:]
		for i, c := range cases {
			page, rest, ok := bytes.Cut(c, []byte("\n#encoding\n"))
			if !ok {
				t.Fatalf("%s: case %d has no encoding", file, i)
			}
			want, _, _ := strings.Cut(string(rest), "\n")
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), i), func(t *testing.T) {
				_, got := prescan(page[:min(len(page), prescanBytes)])
				if got == unknown {
					_, got = prescan(page[:min(len(page), lateBytes)])
				}
				if e, bom := byteOrderMark(page); bom > 0 {
					got = e
				}
				if got == unknown {
					got = windows1252
				}
				if wanted := lookup(want); got != wanted {
					t.Errorf("got %v, want %v for\n%.400s", got, wanted, page)
				}
			})
		}
	}
}
