package winnow

import (
	"os"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/charset"
)

// checkVerified fails the test if a document does not keep its promises.
func checkVerified(t *testing.T, d *document.Document, src []byte) {
	t.Helper()
	violations, err := Verify(d, src)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range violations {
		if i == 5 {
			t.Errorf("... and %d more", len(violations)-i)
			break
		}
		t.Error(v)
	}
}

func decodeForTest(src []byte, label string) []byte {
	text, err := charset.Decode(src, charset.Options{Force: label})
	if err != nil {
		panic(err)
	}
	return text.Bytes
}

// corpora returns the folder with the labelled pages, or skips the test.
func corpora(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("WINNOW_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: needs the labelled pages: set WINNOW_CORPORA to their folder")
	}
	return dir
}
