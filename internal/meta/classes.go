package meta

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"github.com/winnowtext/winnow/internal/dom"
)

// meaning is what the name of an element, in its class or id, says of it.
type meaning struct {
	subject subject
	rank    uint8
	known   bool
	foreign bool
}

// nameWords are the words of classes that have a meaning.
var nameWords = map[string]meaning{
	"author": {author, 1, true, false}, "authors": {author, 1, true, false}, "byline": {author, 1, true, false}, "writer": {author, 1, true, false},
	"bylines": {author, 1, true, false}, "username": {author, 1, true, false}, "authorname": {author, 0, true, false}, "contributor": {author, 2, true, false},
	"date": {published, 0, true, false}, "pubdate": {published, 0, true, false}, "published": {published, 0, true, false},
	"posted": {published, 0, true, false}, "timestamp": {published, 0, true, false}, "datetime": {published, 0, true, false},
	"dateline": {published, 0, true, false}, "postdate": {published, 0, true, false}, "publishdate": {published, 0, true, false},
	"time": {published, 0, true, false}, "meta": {published, 1, true, false},
	"updated": {modified, 0, true, false}, "modified": {modified, 0, true, false}, "revised": {modified, 0, true, false}, "lastmod": {modified, 0, true, false},
	"subtitle": {subtitle, 0, true, false}, "standfirst": {subtitle, 0, true, false}, "dek": {subtitle, 0, true, false}, "deck": {subtitle, 0, true, false},
	"subhead": {subtitle, 0, true, false}, "subheadline": {subtitle, 0, true, false},

	"comment": {foreign: true}, "comments": {foreign: true}, "commentlist": {foreign: true}, "respond": {foreign: true},
	"related": {foreign: true}, "recommended": {foreign: true}, "recommendations": {foreign: true}, "popular": {foreign: true}, "trending": {foreign: true},
	"recent": {foreign: true}, "sidebar": {foreign: true}, "widget": {foreign: true}, "footer": {foreign: true}, "menu": {foreign: true},
	"latest": {foreign: true}, "carousel": {foreign: true},
}

// longestWord is the length of the longest word in nameWords.
const longestWord = 16

// letterKind tells the bytes of a name apart.
type letterKind uint8

const (
	noLetter letterKind = iota
	smallLetter
	capitalLetter
)

var letterKinds = func() (t [256]letterKind) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = smallLetter, capitalLetter
	}
	return t
}()

// nameMeaning returns the meaning of a class or an id: that of its words, of
// which "author" is more than "date", and "name" beside it tells that it is the
// name alone. Words end at marks and where a capital follows a small letter.
func nameMeaning(name []byte) meaning {
	var m meaning
	isName := false
	before, from := noLetter, 0
	for k := 0; k <= len(name); k++ {
		kind := noLetter
		if k < len(name) {
			kind = letterKinds[name[k]]
		}
		if kind == noLetter || kind == capitalLetter && before == smallLetter {
			if word := name[from:k]; mayMean(word) {
				w := pack(word)
				isName = isName || w == packedName
				m.merge(nameTable.find(w))
			}
			from = k
			if kind == noLetter {
				from++
			}
		}
		before = kind
	}
	if isName && m.subject == author && m.rank > 0 {
		m.rank--
	}
	return m
}

// mayMean reports whether a word is as long as one that means something and has
// the same first letter.
func mayMean(word []byte) bool {
	return len(word) > 0 && len(word) <= longestWord && nameLengths[word[0]|0x20]>>len(word)&1 != 0
}

// nameLengths holds for each first letter how long the words can be that mean
// something: bit n is for those of n letters.
var nameLengths = func() (t [256]uint32) {
	t['n'] = 1 << len("name")
	for word := range nameWords {
		t[word[0]] |= 1 << len(word)
	}
	return t
}()

// packed is a word in lower case as a value that can be compared.
type packed struct{ head, tail uint64 }

// pack packs a word of ASCII letters, of which there are longestWord at most.
func pack[T string | []byte](word T) packed {
	var w packed
	for i := range len(word) {
		c := uint64(word[i] | 0x20)
		if i < 8 {
			w.head |= c << (8 * i)
		} else {
			w.tail |= c << (8 * (i - 8))
		}
	}
	return w
}

var packedName = pack("name")

// wordTable is a hash table of words, with open addressing.
type wordTable [1 << wordBits]struct {
	word packed
	meaning
}

const wordBits = 8

// nameTable holds nameWords. It is never written again.
var nameTable = func() *wordTable {
	var t wordTable
	for name, m := range nameWords {
		w := pack(name)
		i := w.hash()
		for t[i%(1<<wordBits)].word != (packed{}) {
			i++
		}
		s := &t[i%(1<<wordBits)]
		s.word, s.meaning = w, m
	}
	return &t
}()

func (w packed) hash() uint64 {
	return (w.head ^ bits.RotateLeft64(w.tail, 29)) * 0x9E3779B97F4A7C15 >> (64 - wordBits)
}

// find returns the meaning of a word.
func (t *wordTable) find(w packed) meaning {
	for i := w.hash(); ; i++ {
		if s := &t[i%(1<<wordBits)]; s.word == w || s.word == (packed{}) {
			return s.meaning
		}
	}
}

// classMeanings remembers the meaning of the classes of a page: most are there
// many times.
type classMeanings [1 << classBits]struct {
	start, end int32 // of the attribute's value in the input; empty for none
	meaning    meaning
}

const classBits = 10

// classMeaning returns the meaning of a class attribute.
func (c *Collector) classMeaning(a *dom.Attr) meaning {
	value := c.tree.Src[a.ValStart:a.ValEnd]
	if len(value) == 0 {
		return meaning{}
	}
	s := &c.classes[hashBytes(value)>>(64-classBits)]
	if !bytes.Equal(c.tree.Src[s.start:s.end], value) {
		s.start, s.end, s.meaning = a.ValStart, a.ValEnd, nameMeaning(c.tree.Value(a))
	}
	return s.meaning
}

// hashBytes returns a hash whose high bits are the best.
func hashBytes(b []byte) uint64 {
	h := uint64(len(b))
	for len(b) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(b)) * 0x9E3779B97F4A7C15
		h ^= h >> 32
		b = b[8:]
	}
	var w uint64
	for _, c := range b {
		w = w<<8 | uint64(c)
	}
	return (h ^ w) * 0x9E3779B97F4A7C15
}

// merge adds the meaning of one more word.
func (m *meaning) merge(o meaning) {
	m.foreign = m.foreign || o.foreign
	if !o.known {
		return
	}
	better := !m.known || o.subject == author && m.subject != author || o.subject == modified && m.subject == published ||
		o.subject == m.subject && o.rank < m.rank
	if better {
		m.subject, m.rank, m.known = o.subject, o.rank, true
	}
}
