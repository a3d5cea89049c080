package eval

import (
	"strings"
	"unicode"
)

// Words returns the words of a text, lower-cased: the longest runs of letters,
// numbers and underscores, which is what the regular expression \w+ finds.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// AppendLine appends the text of a block as a line of a flattened page.
func AppendLine(dst []byte, text string) []byte {
	return append(append(dst, strings.ReplaceAll(text, "\n", " ")...), '\n')
}

// F1 is a precision, a recall and their harmonic mean.
type F1 struct{ Precision, Recall, F1 float64 }

// WordF1 compares two texts as bags of words. Two empty texts agree; an empty
// one and another do not.
func WordF1(got, want string) F1 { return BagF1(Words(got), Words(want)) }

// BagF1 compares two bags of words.
func BagF1(got, want []string) F1 {
	if len(got) == 0 && len(want) == 0 {
		return F1{1, 1, 1}
	}
	if len(got) == 0 || len(want) == 0 {
		return F1{}
	}
	count := make(map[string]int, len(want))
	for _, w := range want {
		count[w]++
	}
	both := 0
	for _, w := range got {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	if both == 0 {
		return F1{}
	}
	p, r := float64(both)/float64(len(got)), float64(both)/float64(len(want))
	return F1{p, r, 2 * p * r / (p + r)}
}

// Fold returns a text for the comparison of snippets: lower case, white space
// folded.
func Fold(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), " ") }

// countFound returns how many of the snippets occur in the folded text.
func countFound(folded string, snippets []string) int {
	n := 0
	for _, s := range snippets {
		if strings.Contains(folded, Fold(s)) {
			n++
		}
	}
	return n
}
