package meta

import (
	"strings"

	"github.com/winnowtext/winnow/document"
)

// language returns the language that the page declares: of the html element,
// else of a meta element. "en_US" becomes "en-US", and a list its first tag.
func (c *Collector) language() document.Field {
	var best *note
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject == language && languageTag(n.value) != "" && (best == nil || n.origin == fromHTML && best.origin != fromHTML) {
			best = n
		}
	}
	if best == nil {
		return document.Field{}
	}
	return c.field(best, languageTag(best.value), .9)
}

// languageTag returns a language tag in the form of BCP 47, "" if value is none.
func languageTag(value string) string {
	if k := strings.IndexAny(value, ",; "); k >= 0 {
		value = value[:k]
	}
	const longest = 35 // RFC 5646, section 4.4.1
	value = strings.ReplaceAll(value, "_", "-")
	primary, _, _ := strings.Cut(value, "-")
	if len(value) > longest || len(primary) < 2 || len(primary) > 3 {
		return ""
	}
	for i := range len(value) {
		if c := value[i]; !isASCIILetter(c) && c != '-' && (c < '0' || c > '9') {
			return ""
		}
	}
	return value
}
