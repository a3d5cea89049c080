package planted

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLists checks what the code takes for granted of the word lists.
func TestLists(t *testing.T) {
	first := map[string]string{}
	for _, lists := range wordLists {
		for _, l := range lists {
			if l.lang != "" && langIndex(l.lang) < 0 {
				t.Errorf("language %q is not in listLangs", l.lang)
			}
			if (l.class == pitch || l.class == notice) != (l.topic == noTopic) {
				t.Errorf("class and topic do not go together in %.40q", l.words)
			}
			for phrase := range strings.SplitSeq(l.words, ", ") {
				if strings.ToLower(phrase) != phrase || strings.TrimSpace(phrase) != phrase || phrase == "" || strings.Contains(phrase, ",") {
					t.Errorf("%q is not in the form of the lists", phrase)
				}
				key := fmt.Sprint(phrase, "/", l.lang, "/", l.topic)
				if where, ok := first[key]; ok {
					t.Errorf("%q stands twice: %s and %.40q", key, where, l.words)
				}
				first[key] = fmt.Sprintf("%.40q", l.words)
			}
		}
	}
}

// TestAnchors checks that the anchors promise at least as much as there is.
func TestAnchors(t *testing.T) {
	for _, lists := range wordLists {
		for _, l := range lists {
			if l.class != strong && l.class != plain {
				continue
			}
			for phrase := range strings.SplitSeq(l.words, ", ") {
				text := []byte("The " + phrase + " of " + strings.ToUpper(phrase) + ".")
				tally, sketch := tallyOf(0, text), words.anchors.sketch(text)
				n := &tally.topics[l.topic]
				if sketch.topical < int(n.topical) || sketch.strong < int(n.strong) || sketch.letters != int(tally.letters) {
					t.Errorf("%q: %+v, want %+v", text, sketch, tally)
				}
			}
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // what is in the lists, then how many letters are in none
		rest int32
	}{
		{"", nil, 0},
		{"Online casino!", []string{"Online casino"}, 0},
		{"ONLINE  CASINOS", []string{"ONLINE  CASINOS"}, 0},
		{"a casinos-only yard", []string{"casinos"}, 9},
		{"no deposit, no cry", []string{"deposit"}, 7},
		{"카지노를", []string{"카지노"}, 1},
		{"我们投注彩票", []string{"投注", "彩票"}, 2},
		{"เล่นสล็อตออนไลน์", []string{"เล่นสล็อต", "ออนไลน์"}, 0},
		{"\xffcasino\xfe", []string{"casino"}, 0},
	} {
		var got []string
		rest := int32(0)
		z := tokenizer{text: []byte(c.text)}
		for {
			m, ok := words.next(&z)
			if !ok {
				break
			}
			if m.entry == nil {
				rest += m.letters
				continue
			}
			got = append(got, c.text[m.start:m.end])
		}
		if !slices.Equal(got, c.want) || rest != c.rest {
			t.Errorf("%q: got %q and %d letters, want %q and %d", c.text, got, rest, c.want, c.rest)
		}
	}
}

func TestTallyDoesNotAllocate(t *testing.T) {
	text := []byte("Join the best online casino today, claim 200 free spins. 카지노사이트 สล็อต 娱乐城")
	if n := testing.AllocsPerRun(100, func() { tallyOf(0, text) }); n != 0 {
		t.Errorf("counting a block allocates %v times", n)
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("The mill is old and it will be closed.\nonline casino bonus free spins poker jackpot")
	f.Add("situs judi slot gacor\n\xff\n娱乐城 投注")
	f.Fuzz(func(t *testing.T, text string) {
		p := pageOf(strings.Split(text, "\n"))
		for _, finding := range detect(p) {
			if !slices.IsSorted(finding.Blocks) || len(finding.Blocks) == 0 || len(finding.Evidence) < 2 {
				t.Fatalf("%+v", finding)
			}
			if finding.Blocks[len(finding.Blocks)-1] >= len(p.Blocks.Blocks) {
				t.Fatalf("no such block: %v", finding.Blocks)
			}
		}
		for i := range p.Blocks.Blocks {
			tally := tallyOf(i, p.Blocks.TextOf(i))
			for topic := range topicCount {
				n := &tally.topics[topic]
				if n.topical > n.covered || n.covered > tally.letters {
					t.Fatalf("%+v", tally)
				}
			}
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	var paragraphs []string
	for i := range 40 {
		paragraphs = append(paragraphs, fmt.Sprintf("Paragraph %d says that the old mill beside the river was sold "+
			"to a family from the coast, and that they want to grind their own flour there as soon as the wheel turns again.", i))
	}
	p := pageOf(paragraphs)
	b.SetBytes(int64(len(p.Blocks.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(p)
	}
}
