package render

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// Options direct a rendering. The zero value is the recommendation.
type Options struct {
	// ID names the document in formats for many documents, such as the path of
	// its input; "" leaves it out.
	ID string
	// Show is the choice of roles that txt and md print; 0 means the
	// document's own TextRoles, in md with the title before it.
	Show document.RoleSet
	// Color allows colours (ANSI escape sequences) in explain.
	Color bool
}

// Format is an output format.
type Format struct {
	Name string // as the command line spells it
	Doc  string // one line for the help text
	// Append appends the rendered document to dst. Every format ends with a
	// newline unless there is nothing to print.
	Append func(dst []byte, d *document.Document, o Options) []byte
}

// Formats lists the output formats. It is read-only.
var Formats = [...]Format{
	{"md", "Markdown of what was published", appendMarkdown},
	{"txt", "plain text of what was published", appendText},
	{"html", "clean HTML of what was published: no scripts, styles or foreign markup", appendHTML},
	{"tei", "XML of the Text Encoding Initiative, of what was published", appendTEI},
	{"readability", "one line of JSON with the fields of Readability: title, content, textContent ...", appendReadability},
	{"json", "everything, as one indented JSON object (format winnow/1)", appendJSON},
	{"jsonl", "the same object on one line, for many inputs", appendJSONL},
	{"blocks", "a tab-separated line for each block: id, verdict, role, confidence, kind, source bytes, text", appendBlocks},
	{"explain", "each block with its verdict, role, confidence and the reasons, for people", appendExplain},
}

// ByName returns the format with the given name, nil if there is none.
func ByName(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}

// shown returns the roles that o chooses for d.
func shown(d *document.Document, o Options) document.RoleSet {
	if o.Show != 0 {
		return o.Show
	}
	return d.TextRoles
}

// showsPlanted reports whether what was planted in a page is among the roles. Its
// addresses are defanged then, and those of all that is shown with it.
func showsPlanted(d *document.Document, roles document.RoleSet) bool {
	if len(d.Findings) == 0 {
		return false
	}
	for _, r := range []document.Role{document.SEOSpam, document.HiddenLink, document.PromptInjection, document.OtherPlanted} {
		if roles.Has(r) {
			return true
		}
	}
	return false
}

// appendText renders the chosen blocks as plain text.
func appendText(dst []byte, d *document.Document, o Options) []byte {
	n := len(dst)
	roles := shown(d, o)
	dst = d.AppendText(dst, roles)
	if showsPlanted(d, roles) {
		dst = append(dst[:n], Defang(string(dst[n:]))...)
	}
	if len(dst) > n && !bytes.HasSuffix(dst, []byte("\n")) {
		dst = append(dst, '\n')
	}
	return dst
}
