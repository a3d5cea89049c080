package charset

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/winnowtext/winnow/internal/eval"
)

func TestGuess(t *testing.T) {
	for label, text := range map[string]string{
		"windows-1252": "Der Bäcker müßte größere Öfen haben, sagt die Straßenbahnerin über die Brötchen.",
		"windows-1251": "Паром отходит от пристани каждый вечер в одиннадцать часов, кроме воскресенья.",
		"koi8-r":       "Паром отходит от пристани каждый вечер в одиннадцать часов, кроме воскресенья.",
		"iso-8859-5":   "Паром отходит от пристани каждый вечер в одиннадцать часов, кроме воскресенья.",
		"ibm866":       "Паром отходит от пристани каждый вечер в одиннадцать часов, кроме воскресенья.",
		"gb18030":      "这家茶馆开在江边已经六十多年了，每天清晨五点开门，第一批客人总是附近的船工和菜贩。",
		"big5":         "這家茶館開在江邊已經六十多年了，每天清晨五點開門，第一批客人總是附近的船工和菜販。",
		"shift_jis":    "このフェリーは毎晩十一時に港を出て、島まで四十分かかります。切符は船の中で買えます。",
		"euc-jp":       "このフェリーは毎晩十一時に港を出て、島まで四十分かかります。切符は船の中で買えます。",
		"euc-kr":       "이 배는 매일 밤 열한 시에 항구를 떠나 섬까지 사십 분이 걸립니다. 표는 배에서 살 수 있습니다.",
		"windows-1253": "Το πλοίο φεύγει κάθε βράδυ στις έντεκα από το λιμάνι και φτάνει στο νησί σε σαράντα λεπτά.",
		"windows-1250": "Loď odplouvá každý večer v jedenáct hodin z přístavu a na ostrov dorazí za čtyřicet minut, říká průvodčí.",
		"windows-1254": "Vapur her akşam saat on birde iskeleden kalkıyor ve adaya kırk dakikada varıyor, diyor görevli; çocuklar ücretsiz.",
		"windows-1255": "המעבורת יוצאת מן הנמל בכל ערב בשעה אחת עשרה ומגיעה אל האי כעבור ארבעים דקות.",
		"windows-1256": "تغادر العبارة الميناء كل مساء في الساعة الحادية عشرة وتصل إلى الجزيرة بعد أربعين دقيقة.",
		"windows-874":  "เรือข้ามฟากออกจากท่าทุกคืนเวลาห้าทุ่มและถึงเกาะในอีกสี่สิบนาที",
	} {
		e, err := htmlindex.Get(label)
		if err != nil {
			t.Fatal(err)
		}
		src, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", label, err)
		}
		got, err := Decode(src, Options{})
		if err != nil || string(got.Bytes) != text {
			t.Errorf("%s: read as %s: %.60s", label, got.Name, got.Bytes)
		}
	}
}

// TestGuessCorpora re-encodes pages of the corpora without a declaration and
// logs how often the text comes back.
func TestGuessCorpora(t *testing.T) {
	dir := os.Getenv("WINNOW_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: needs the labelled pages: set WINNOW_CORPORA to their folder")
	}
	paths, err := filepath.Glob(filepath.Join(dir, "trafilatura", "html", "*.gz"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	held, right := map[string]int{}, map[string]int{}
	for i := 0; i < len(paths); i += 5 {
		page, err := eval.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(page) || asciiPrefix(page) == len(page) {
			continue
		}
		page = bytes.ReplaceAll(page, []byte("charset"), []byte("charxxx"))
		for _, label := range []string{"windows-1252", "windows-1250", "windows-1251", "gb18030", "shift_jis"} {
			e, _ := htmlindex.Get(label)
			src, err := e.NewEncoder().Bytes(page)
			if err != nil || utf8.Valid(src) {
				continue
			}
			if label == "gb18030" && bytes.Count(page, []byte("的")) < 5 {
				continue // it can hold any page, but only Chinese ones are in it
			}
			got, err := Decode(src, Options{})
			if err != nil {
				t.Fatal(err)
			}
			held[label]++
			if bytes.Equal(got.Bytes, page) {
				right[label]++
			}
		}
	}
	for label, n := range held {
		t.Logf("%-12s %d of %d pages read right", label, right[label], n)
	}
	if r, n := right["windows-1252"], held["windows-1252"]; r*100 < n*90 {
		t.Errorf("windows-1252: %d of %d pages read right, want at least 90 %%", r, n)
	}
}
