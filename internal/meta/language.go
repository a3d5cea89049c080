package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// language returns the language that the page declares: of the html element,
// else of a meta element. "en_US" becomes "en-US", and a list its first tag.
func (c *Collector) language() document.Field {
	var best *note
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject == language && len(languageTag(n.value)) > 0 && (best == nil || n.origin == fromHTML && best.origin != fromHTML) {
			best = n
		}
	}
	if best == nil {
		return document.Field{}
	}
	tag := languageTag(best.value)
	c.scratch = append(c.scratch[:0], tag...)
	for i := range c.scratch {
		if c.scratch[i] == '_' {
			c.scratch[i] = '-'
		}
	}
	return c.field(best, c.scratch, .9)
}

// languageTag returns the language tag that value begins with, nothing if it is
// none. It is in the form of BCP 47, but for low lines in place of hyphens.
func languageTag(value []byte) []byte {
	if k := bytes.IndexAny(value, ",; "); k >= 0 {
		value = value[:k]
	}
	const longest = 35 // RFC 5646, section 4.4.1
	primary := len(value)
	if k := bytes.IndexAny(value, "-_"); k >= 0 {
		primary = k
	}
	if len(value) > longest || primary < 2 || primary > 3 {
		return nil
	}
	for _, c := range value {
		if !isAlnum(c) && c != '-' && c != '_' {
			return nil
		}
	}
	return value
}
