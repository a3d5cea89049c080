package preload

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// form is the form of a block of text.
type form struct {
	kind  document.Kind
	level uint8
}

// headingLevel is the level of a heading whose data does not say.
const headingLevel = 2

// forms are the names that the formats of rich text (ProseMirror, Slate,
// Contentful, Portable Text, Lexical, Draft.js, and the elements of React) have
// for what holds a block's text.
var forms = map[string]form{
	"p": {}, "paragraph": {}, "block": {}, "unstyled": {}, "normal": {},
	"blockquote": {}, "quote": {}, "block-quote": {},
	"li": {document.ListItem, 1}, "list-item": {document.ListItem, 1}, "list_item": {document.ListItem, 1},
	"listItem": {document.ListItem, 1}, "listitem": {document.ListItem, 1},
	"heading": {document.Heading, headingLevel}, "header": {document.Heading, headingLevel},
	"h1": {document.Heading, 1}, "h2": {document.Heading, 2}, "h3": {document.Heading, 3},
	"h4": {document.Heading, 4}, "h5": {document.Heading, 5}, "h6": {document.Heading, 6},
	"heading-1": {document.Heading, 1}, "heading-2": {document.Heading, 2}, "heading-3": {document.Heading, 3},
	"heading-4": {document.Heading, 4}, "heading-5": {document.Heading, 5}, "heading-6": {document.Heading, 6},
}

// unseen are the elements of React whose properties are not for readers.
var unseen = map[string]bool{"meta": true, "link": true, "script": true, "style": true, "svg": true, "input": true, "img": true}

// The members of a rich text's node: what it is, what stands in it, and the text
// of one that holds nothing else.
var (
	nodeTypes    = []string{"nodeType", "_type", "type"}
	nodeChildren = []string{"content", "children", "nodes", "leaves"}
	leafTexts    = []string{"text", "value"}
	titles       = []string{"headline", "title", "name", "heading"}
)

// elsewhere are parts of the names of members that hold no content of the page
// itself: texts for machines, for other languages and other states of the page,
// and what sites put around content. They are compared in lower case.
var elsewhere = bytes.Fields([]byte(`
	cookie consent gdpr privacy i18n translation locale seo metadesc metatag opengraph footer navigation
	config setting error placeholder tooltip arialabel graphql disclaimer notification newsletter breadcrumb
	copyright related suggest recommend
`))

// elsewhereWhole are such names that are parts of too many others.
var elsewhereWhole = map[string]bool{
	"alt": true, "alttext": true, "intl": true, "messages": true, "labels": true, "strings": true, "dictionary": true,
	"terms": true, "banner": true, "modal": true, "analytics": true, "tracking": true, "author": true, "publisher": true,
	"css": true, "style": true, "styles": true, "script": true, "scripts": true, "query": true,
	"class": true, "classname": true, "classes": true,
}

// notContent reports whether a member of this name holds no content.
func notContent(key []byte) bool {
	const longest = 48
	var buf [longest]byte
	if len(key) == 0 || len(key) > longest {
		return false
	}
	name := buf[:0]
	for _, c := range key {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != '_' && c != '-' {
			name = append(name, c)
		}
	}
	if elsewhereWhole[string(name)] {
		return true
	}
	for _, part := range elsewhere {
		if bytes.Contains(name, part) {
			return true
		}
	}
	return false
}
