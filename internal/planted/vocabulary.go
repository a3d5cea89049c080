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
// It is a trie whose edges are tokens; node 0 is its root. Its edges are found
// by a hash table with open addressing.
type vocabulary struct {
	slots   [1 << slotBits]uint16 // index of the node an edge leads to; 0 for none
	nodes   []node
	anchors anchors
}

const slotBits = 15

// node is a word or phrase, or the beginning of one, and the edge to it.
type node struct {
	entry
	token uint64
	from  int32
}

// slot returns where the search for an edge begins.
func slot(from int32, token uint64) uint64 {
	return (token ^ uint64(from)*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 >> (64 - slotBits)
}

// edge returns the node that a token leads to, 0 if there is none.
func (v *vocabulary) edge(from int32, token uint64) int32 {
	for i := slot(from, token); ; i++ {
		to := int32(v.slots[i%(1<<slotBits)])
		if n := &v.nodes[to]; to == 0 || n.token == token && n.from == from {
			return to
		}
	}
}

// addEdge adds a node. The table must not become full.
func (v *vocabulary) addEdge(from int32, token uint64) int32 {
	i := slot(from, token)
	for v.slots[i%(1<<slotBits)] != 0 {
		i++
	}
	to := len(v.nodes)
	v.slots[i%(1<<slotBits)] = uint16(to)
	v.nodes = append(v.nodes, node{entry: entry{mark: 1 << (to % 64)}, token: token, from: from})
	return int32(to)
}

// words is the vocabulary of all lists. It is never written again.
var words = newVocabulary(wordLists)

func newVocabulary(groups [][]wordList) *vocabulary {
	v := &vocabulary{nodes: make([]node, 1)}
	for _, lists := range groups {
		for i := range lists {
			for phrase := range strings.SplitSeq(lists[i].words, ", ") {
				v.add(&lists[i], phrase)
			}
		}
	}
	v.addAnchors(groups)
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
		to := v.edge(at, t.hash)
		if to == 0 {
			to = v.addEdge(at, t.hash)
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
		if at = v.edge(at, t.hash); at == 0 {
			break
		}
		letters += t.letters
		if n := &v.nodes[at]; !n.empty() {
			m = match{entry: &n.entry, start: m.start, end: t.end, letters: letters}
			*z = ahead
		}
		t, ok = ahead.next()
	}
	return m, true
}
