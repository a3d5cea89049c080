package lang

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSentences reads invented sentences, at least three for each language.
// Related languages may be confused once in a while; no others may.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	of := map[string]int{}
	right := 0
	for _, line := range lines {
		want, text, _ := strings.Cut(line, " ")
		of[want]++
		got, p := Detect([]byte(text))
		if got == want {
			right++
			continue
		}
		t.Logf("%q %.2f, want %q: %s", got, p, want, text)
		if got != "" && !Related(got, want) {
			t.Errorf("took %q for %q", want, got)
		}
	}
	t.Logf("%d of %d right", right, len(lines))
	if right*100 < 97*len(lines) {
		t.Error("too few are right")
	}
	for _, tag := range tags() {
		if of[tag] < 3 {
			t.Errorf("%d sentences in %q, want 3 at least", of[tag], tag)
		}
	}
}

// TestShortSentences reads everyday sentences of four to twelve words: of short.txt,
// two in each of more than 60 languages, whose failures showed which common words
// the tables lacked, and of unseen.txt, which was written after that.
func TestShortSentences(t *testing.T) {
	for _, file := range []struct {
		name  string
		least int // percent
	}{{"short.txt", 85}, {"unseen.txt", 70}} {
		data, err := os.ReadFile("testdata/" + file.name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		right, silent, near := 0, 0, 0
		of := map[string]bool{}
		for _, line := range lines {
			want, text, _ := strings.Cut(line, " ")
			of[want] = true
			got, p := Detect([]byte(text))
			switch {
			case got == want:
				right++
				continue
			case got == "":
				silent++
			case Related(got, want):
				near++
			}
			t.Logf("%q %.2f, want %q: %s", got, p, want, text)
		}
		wrong := len(lines) - right - silent - near
		t.Logf("%s, %d languages: %d of %d right, %d a related language, %d wrong, %d cannot tell", file.name, len(of), right, len(lines), near, wrong, silent)
		if right*100 < file.least*len(lines) || wrong*100 > 2*len(lines) {
			t.Errorf("%s: too few are right, or too many wrong", file.name)
		}
	}
}

// tags returns the tags of all languages.
func tags() []string {
	var all []string
	for i := range languages {
		all = append(all, languages[i].tag)
	}
	for _, sole := range soleLanguages {
		if sole.tag != "" {
			all = append(all, sole.tag)
		}
	}
	return all
}

// TestHardCases holds texts that look like a language and are none, and texts
// in which another language stands out.
func TestHardCases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"   \n\t", ""},
		{"1 2 3 4 5 6 7 8 9 10", ""},
		{"+++ *** --- ///", ""},
		{"Home", ""},
		{"Contact", ""},
		{"Rotterdam", ""},
		{"Anna Kowalska, Jean Dupont, Giovanni Rossi", ""},
		{"Łukasz Wiśniewski", ""},
		{"Intel Core i7 12700K 32 GB DDR5 1 TB SSD RTX 4070", ""},
		{"x = append(x, y...); return nil, fmt.Errorf(\"%w\", err)", ""},
		{"#define MAX(a,b) ((a)>(b)?(a):(b))", ""},
		{"https://example.org/a/b/c?d=e&f=g", ""},
		{"JPEG PNG SVG WEBP AVIF HEIC", ""},
		{"Lorem ipsum dolor sit amet", ""},
		{"\xff\xfe\xfd broken \xc3", ""},
		{"中", ""},
		{"中华人民", "zh"},
		{"東京タワー", "ja"},
		{"The word 東京 means eastern capital, and it is the name of the largest city in the country.", "en"},
		{"Der Film «Les Enfants du paradis» ist auch nach vielen Jahren noch einer der schönsten, die ich gesehen habe.", "de"},
		{"Der Workshop ist für alle, die mit Open Source und Machine Learning im Team arbeiten wollen.", "de"},
		{"Chuyện đó thì ai cũng biết, nhưng không ai nói ra cả.", "vi"},
	} {
		if got, p := Detect([]byte(c.text)); got != c.want {
			t.Errorf("Detect(%q) = %q %.2f, want %q", c.text, got, p, c.want)
		}
	}
}

func TestNameAndRelated(t *testing.T) {
	for tag, want := range map[string]string{"id": "Indonesian", "zh": "Chinese", "xx": "xx", "": ""} {
		if got := Name(tag); got != want {
			t.Errorf("Name(%q) = %q, want %q", tag, got, want)
		}
	}
	if !Related("id", "ms") || !Related("ms", "id") || !Related("en", "en") || Related("en", "id") {
		t.Error("Related is wrong about id, ms and en")
	}
}

func TestScriptOf(t *testing.T) {
	for i := 1; i < len(scriptRanges); i++ {
		if scriptRanges[i-1].last >= scriptRanges[i].first {
			t.Errorf("ranges %d and %d are not in order", i-1, i)
		}
	}
	for r, want := range map[rune]Script{
		'a': Latin, 'Z': Latin, '@': NoScript, '[': NoScript, '5': NoScript, 'ß': Latin, '×': NoScript, 'ə': Latin,
		'я': Cyrillic, 'ع': Arabic, '漢': Han, 'の': Kana, '한': Hangul, 'ก': Thai, '฿': NoScript, '😀': NoScript,
	} {
		if got := ScriptOf(r); got != want {
			t.Errorf("ScriptOf(%q) = %v, want %v", r, got, want)
		}
	}
}

// TestTables checks what the code takes for granted of the tables.
func TestTables(t *testing.T) {
	if len(languages) > 64 {
		t.Fatal("a set of languages has 64 bits")
	}
	seen := map[string]bool{}
	for _, tag := range tags() {
		if seen[tag] {
			t.Errorf("%q stands twice", tag)
		}
		seen[tag] = true
	}
	for i := range languages {
		l := &languages[i]
		for _, list := range []string{l.words, l.endings, l.letters} {
			for _, r := range list {
				if lower(r) != r {
					t.Errorf("%s: %q is not in lower case", l.tag, r)
				}
			}
		}
		for word := range strings.FieldsSeq(l.words + " " + l.endings) {
			for _, r := range word {
				if ScriptOf(r) != l.script {
					t.Errorf("%s: %q of %q is not of its script", l.tag, r, word)
				}
			}
		}
		for ending := range strings.FieldsSeq(l.endings) {
			if n := utf8.RuneCountInString(ending); n != 2 && n != 3 {
				t.Errorf("%s: ending %q is never looked up", l.tag, ending)
			}
		}
	}
	for _, pair := range related {
		if !seen[pair[0]] || !seen[pair[1]] {
			t.Errorf("unknown language in %v", pair)
		}
	}
}

func TestDetectDoesNotAllocate(t *testing.T) {
	text := []byte("Wenn es morgen nicht regnet, fahren wir an den See. Завтра мы поедем. ทางไกล")
	if n := testing.AllocsPerRun(100, func() { Detect(text) }); n != 0 {
		t.Errorf("Detect allocates %v times", n)
	}
}

func FuzzDetect(f *testing.F) {
	for _, seed := range []string{"", "the of and", "Ünïcödé", "\xff\xc3", "ฟหก 漢字 かな 한글", strings.Repeat("å", 5000)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		tag, p := Detect(text)
		if p < 0 || p > 1 || (tag == "") != (p == 0) {
			t.Fatalf("%q %v", tag, p)
		}
		if tag != "" && Name(tag) == tag {
			t.Fatalf("no name for %q", tag)
		}
		if again, q := Detect(text); again != tag || q != p {
			t.Fatal("another answer the second time")
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		for _, line := range lines {
			Detect([]byte(line))
		}
	}
}
