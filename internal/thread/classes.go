package thread

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// unitKind is what an element calls itself.
type unitKind uint8

const (
	noUnit unitKind = iota
	commentUnit
	postUnit
	questionUnit
	answerUnit
)

// unitNames are the classes of elements that are one post, in lower case and
// without the numbers behind them.
var unitNames = map[string]unitKind{
	"comment": commentUnit, "comment-item": commentUnit, "commentitem": commentUnit, "single-comment": commentUnit, "comment-container": commentUnit,
	"comment-entry": commentUnit, "comment-box": commentUnit, "comment-wrap": commentUnit, "reply": commentUnit, "comment-block": commentUnit,
	"post": postUnit, "forum-post": postUnit, "forumpost": postUnit, "post-container": postUnit, "postcontainer": postUnit, "message": postUnit,
	"topic-post": postUnit, "post-item": postUnit, "postbit": postUnit, "thread-post": postUnit, "post-row": postUnit, "discussion-post": postUnit,
	"question": questionUnit, "answer": answerUnit, "answer-item": answerUnit, "question-item": questionUnit,
}

// unitTypes are the types of schema.org that are one post.
var unitTypes = map[string]unitKind{
	"Comment": commentUnit, "UserComments": commentUnit, "DiscussionForumPosting": postUnit, "Question": questionUnit, "Answer": answerUnit,
}

// longestName is the length of the longest name in unitNames.
const longestName = 20

// unitLengths holds for each first letter how long the names in unitNames, and
// those of depths, can be: bit n is for those of n bytes.
var unitLengths = func() (t [256]uint32) {
	t['d'], t['l'] = 1<<len("depth"), 1<<len("level")
	for name := range unitNames {
		t[name[0]] |= 1 << len(name)
	}
	return t
}()

// classKinds remembers what the classes of a page say of posts: most are there
// many times.
type classKinds [1 << classBits]struct {
	start, end int32 // of the attribute's value in the input; empty for none
	depth      int
	kind       unitKind
}

const classBits = 10

// hashClass returns a hash of a class whose high bits are the best. Classes that
// differ in the middle only may share it.
func hashClass(class []byte) uint64 {
	h := uint64(len(class))
	if len(class) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(class)) * 0x9E3779B97F4A7C15
		h = h ^ h>>32 ^ binary.LittleEndian.Uint64(class[len(class)-8:])
	} else {
		for _, c := range class {
			h = h<<8 | uint64(c)
		}
	}
	return h * 0x9E3779B97F4A7C15
}

// kindOfClass returns what an element with a class calls itself, and the depth it
// gives.
func kindOfClass(class []byte) (kind unitKind, depth int) {
	for len(class) > 0 {
		var word []byte
		word, class = cutWord(class)
		if len(word) == 0 || unitLengths[word[0]|0x20] == 0 {
			continue
		}
		name, number := cutNumber(word)
		var buf [longestName]byte
		if len(name) > longestName || unitLengths[word[0]|0x20]>>len(name)&1 == 0 {
			continue
		}
		lower := lowerASCII(buf[:], name)
		switch u := unitNames[string(lower)]; {
		case u != noUnit && (kind == noUnit || u == questionUnit || u == answerUnit):
			kind = u
		case (string(lower) == "depth" || string(lower) == "level") && number > 0 && number < 100:
			depth = number
		}
	}
	return kind, depth
}

// lowerASCII copies a name to buf, which has room for it, with its ASCII letters
// in lower case.
func lowerASCII(buf, name []byte) []byte {
	lower := buf[:copy(buf, name)]
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c | 0x20
		}
	}
	return lower
}

// cutWord cuts the first word from a class. White space is what bytes.Fields
// divides at.
func cutWord(class []byte) (word, rest []byte) {
	k := 0
	for k < len(class) && wordBytes[class[k]] {
		k++
	}
	if k < len(class) && class[k] >= utf8.RuneSelf {
		n := bytes.IndexFunc(class[k:], unicode.IsSpace)
		if n < 0 {
			return class, nil
		}
		k += n
	}
	if k == len(class) {
		return class, nil
	}
	_, size := utf8.DecodeRune(class[k:])
	return class[:k], class[k+size:]
}

// wordBytes are the ASCII characters that are no white space.
var wordBytes = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = !unicode.IsSpace(rune(c))
	}
	return t
}()

// cutNumber cuts the number from the end of a class: "comment-12" is comment, 12.
func cutNumber(word []byte) (name []byte, number int) {
	k := len(word)
	for k > 0 && '0' <= word[k-1] && word[k-1] <= '9' {
		k--
	}
	if k == len(word) {
		return word, 0
	}
	for _, c := range word[k:min(len(word), k+8)] {
		number = number*10 + int(c-'0')
	}
	return bytes.TrimRight(word[:k], "-_"), number
}
