package planted

import "strings"

// topicSet is a set of topics.
type topicSet uint16

func (s topicSet) has(t Topic) bool { return s>>t&1 != 0 }

// entry says what a word or phrase proves: for which topics it is strong, plain
// or a hint, and whether it is pitch, which counts for every topic.
type entry struct {
	strong, plain, hint topicSet
	pitch, notice       bool
	langs               uint32 // bit i is listLangs[i]; 0 if it is in no one's lists
	// mark tells entries apart well enough to count different ones: one bit of 64.
	mark uint64
}

func (e *entry) empty() bool { return e.strong|e.plain|e.hint == 0 && !e.pitch && !e.notice }

// of returns the class the entry has for a topic.
func (e *entry) of(t Topic) (class, bool) {
	switch {
	case e.strong.has(t):
		return strong, true
	case e.plain.has(t):
		return plain, true
	case e.pitch:
		return pitch, true
	case e.hint.has(t):
		return hint, true
	}
	return 0, false
}

// vocabulary finds the words and phrases of the lists in a sequence of tokens.
// It is a trie whose edges are tokens; node 0 is its root.
type vocabulary struct {
	edges map[edge]int32
	nodes []entry
}

type edge struct {
	from  int32
	token uint64
}

// words is the vocabulary of all lists. It is never written again.
var words = newVocabulary(wordLists)

func newVocabulary(groups [][]wordList) *vocabulary {
	v := &vocabulary{edges: map[edge]int32{}, nodes: make([]entry, 1)}
	for _, lists := range groups {
		for i := range lists {
			for phrase := range strings.SplitSeq(lists[i].words, ", ") {
				v.add(&lists[i], phrase)
			}
		}
	}
	return v
}

func (v *vocabulary) add(l *wordList, phrase string) {
	z := tokenizer{text: []byte(phrase)}
	at := int32(0)
	for {
		t, ok := z.next()
		if !ok {
			break
		}
		e := edge{at, t.hash}
		to, ok := v.edges[e]
		if !ok {
			to = int32(len(v.nodes))
			v.nodes = append(v.nodes, entry{mark: 1 << (to % 64)})
			v.edges[e] = to
		}
		at = to
	}
	n := &v.nodes[at]
	if i := langIndex(l.lang); i >= 0 {
		n.langs |= 1 << i
	}
	switch l.class {
	case strong:
		n.strong |= 1 << l.topic
	case plain:
		n.plain |= 1 << l.topic
	case hint:
		n.hint |= 1 << l.topic
	case pitch:
		n.pitch = true
	case notice:
		n.notice = true
	}
}

// match is a word or phrase of a text, or a single token that is in no list.
type match struct {
	entry      *entry // nil if it is in no list
	start, end int32  // its bytes in the text
	letters    int32
}

// next reads the longest phrase that begins at the next token, or that token
// alone; false at the end of the text. It looks no further ahead than the
// longest phrase of the lists is long.
func (v *vocabulary) next(z *tokenizer) (match, bool) {
	t, ok := z.next()
	if !ok {
		return match{}, false
	}
	m := match{start: t.start, end: t.end, letters: t.letters}
	ahead, letters, at := *z, int32(0), int32(0)
	for ok {
		if at, ok = v.edges[edge{at, t.hash}]; !ok {
			break
		}
		letters += t.letters
		if n := &v.nodes[at]; !n.empty() {
			m = match{entry: n, start: m.start, end: t.end, letters: letters}
			*z = ahead
		}
		t, ok = ahead.next()
	}
	return m, true
}
