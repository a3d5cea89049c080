package planted

import "math/bits"

// tally counts the vocabulary of one block.
type tally struct {
	block   int
	letters int32 // in the block
	notice  bool  // it declares an advertisement
	topics  [topicCount]topicTally
	spoken  int32                 // letters in words of the lists of particular languages
	langs   [len(listLangs)]int32 // of these, those in the lists of each
}

// topicTally counts what speaks for one topic, in letters of matched words, so
// that scripts with and without spaces compare.
type topicTally struct {
	topical int32  // in strong and plain words
	covered int32  // in words of all classes
	strong  int32  // number of strong phrases
	plain   int32  // number of plain words
	seen    uint64 // the marks of the entries
}

// tallyOf counts the vocabulary of a text.
func tallyOf(block int, text []byte) tally {
	t := tally{block: block}
	z := tokenizer{text: text}
	for {
		m, ok := words.next(&z)
		if !ok {
			return t
		}
		t.letters += m.letters
		if m.entry != nil {
			t.add(&m)
		}
	}
}

func (t *tally) add(m *match) {
	t.notice = t.notice || m.entry.notice
	if m.entry.langs != 0 {
		t.spoken += m.letters
		for set := m.entry.langs; set != 0; set &= set - 1 {
			t.langs[bits.TrailingZeros32(set)] += m.letters
		}
	}
	for topic := range topicCount {
		class, ok := m.entry.of(topic)
		if !ok {
			continue
		}
		n := &t.topics[topic]
		n.covered += m.letters
		n.seen |= m.entry.mark
		switch class {
		case strong:
			n.strong++
			n.topical += m.letters
		case plain:
			n.plain++
			n.topical += m.letters
		}
	}
}

// best returns the topic with most topical letters, false if there is none.
func (t *tally) best() (Topic, bool) {
	best := Topic(0)
	for topic := range topicCount {
		if t.topics[topic].topical > t.topics[best].topical {
			best = topic
		}
	}
	return best, t.topics[best].topical > 0
}

// foreignTo returns the language of the lists that most of the block's words
// are in, if few of them are in those of the given language; else "". Keywords
// strung together have no function words to tell their language by.
func (t *tally) foreignTo(page string) string {
	best := 0
	for i := range t.langs {
		if t.langs[i] > t.langs[best] {
			best = i
		}
	}
	i := langIndex(page)
	if t.langs[best]*3 < t.spoken*2 || i >= 0 && t.langs[i]*3 > t.spoken {
		return ""
	}
	return listLangs[best]
}

// distinct returns the number of different words, at most 64.
func (n *topicTally) distinct() int { return bits.OnesCount64(n.seen) }

// percent returns the share of part in the block's letters.
func (t *tally) percent(part int32) int {
	if t.letters == 0 {
		return 0
	}
	return int(part) * 100 / int(t.letters)
}
