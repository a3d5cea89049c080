package block

import (
	"bytes"
	"strconv"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// setApart begins the container of a block-level element whose attributes say
// that it is a callout, a pull quote or a footnote.
func (b *Builder) setApart(t *dom.Tree, id dom.ID, n *dom.Node) {
	switch n.Tag {
	case dom.TagDiv, dom.TagAside, dom.TagSection, dom.TagBlockquote, dom.TagP, dom.TagLi, dom.TagFigure:
	default:
		return
	}
	role, _ := t.AttrBytes(id, dom.KeyRole)
	class, _ := t.AttrBytes(id, dom.KeyClass)
	if len(role) == 0 && len(class) == 0 && t.Find(id, dom.KeyID) == nil {
		return
	}
	switch {
	case isNote(t, id, role, class):
		name, _ := t.Attr(id, dom.KeyID)
		b.contain(document.NoteText)
		if b.fromPage {
			b.set.Notes = append(b.set.Notes, document.Note{Container: int(b.ctx.container), ID: name})
		}
	case n.Tag == dom.TagLi:
	case hasWord(class, "pullquote", "pull-quote") || hasWord(role, "doc-pullquote"):
		b.contain(document.PullQuote)
	case n.Tag != dom.TagP && n.Tag != dom.TagFigure && (hasWord(class, "callout", "admonition", "markdown-alert") || hasWord(role, "note", "doc-tip", "doc-notice")):
		b.contain(document.Callout)
	}
}

// isNote reports whether an element is one footnote.
func isNote(t *dom.Tree, id dom.ID, role, class []byte) bool {
	name, ok := t.AttrBytes(id, dom.KeyID)
	if !ok || len(name) == 0 {
		return false
	}
	if hasWord(role, "doc-footnote", "doc-endnote") || hasWord(class, "footnote") {
		return true
	}
	for _, prefix := range []string{"fn", "footnote", "_ftn", "cite_note", "endnote", "note"} {
		rest, ok := bytes.CutPrefix(name, []byte(prefix))
		if !ok || len(rest) == 0 {
			continue
		}
		if prefix == "cite_note" {
			return rest[0] == '-' || rest[0] == '_'
		}
		if rest = bytes.TrimLeft(rest, "-_:."); len(rest) > 0 && len(bytes.Trim(rest, "0123456789")) == 0 {
			return true
		}
	}
	return false
}

// hasWord reports whether one of the words is in a list parted by white space,
// in any case.
func hasWord(list []byte, words ...string) bool {
	for item := range bytes.FieldsSeq(list) {
		for _, w := range words {
			if len(item) == len(w) && bytes.EqualFold(item, []byte(w)) {
				return true
			}
		}
	}
	return false
}

// number notes the number that an ordered list or an item is given.
func (b *Builder) number(t *dom.Tree, id dom.ID, key dom.Key) {
	v, ok := t.AttrBytes(id, key)
	if !ok {
		return
	}
	if n, err := strconv.ParseInt(string(bytes.TrimSpace(v)), 10, 32); err == nil && n >= 0 && n <= 999999999 {
		b.set.Containers[b.ctx.container].Start = int32(n)
	}
}

// cover notes how many columns and rows a cell covers.
func (b *Builder) cover(t *dom.Tree, id dom.ID) {
	c := &b.set.Containers[b.ctx.container]
	c.Cols, c.Rows = covered(t, id, dom.KeyColspan), covered(t, id, dom.KeyRowspan)
}

// covered returns the value of a span attribute from 2 to MaxSpan, 0 for 1.
func covered(t *dom.Tree, id dom.ID, key dom.Key) uint16 {
	v, ok := t.AttrBytes(id, key)
	if !ok {
		return 0
	}
	n, err := strconv.ParseUint(string(bytes.TrimSpace(v)), 10, 32)
	if err != nil || n < 2 {
		return 0
	}
	return uint16(min(n, document.MaxSpan))
}

// Syntax returns the programming language that the page says a block of code is
// in, in lower case, "" for none.
func (s *Set) Syntax(t *dom.Tree, i int) string {
	b := &s.Blocks[i]
	if b.Kind != document.Preformatted || b.Data != 0 || b.Node == 0 {
		return ""
	}
	for id, up := b.Node, 0; id != 0 && up < 5; id, up = t.Nodes[id].Parent, up+1 {
		if class, ok := t.AttrBytes(id, dom.KeyClass); ok {
			if name := syntaxOf(class); name != "" {
				return name
			}
		}
	}
	return ""
}

// syntaxOf returns the programming language that a class names.
func syntaxOf(class []byte) string {
	brush := false
	for word := range bytes.FieldsSeq(bytes.ToLower(class)) {
		name := word
		switch {
		case brush:
		case bytes.HasPrefix(word, []byte("language-")):
			name = word[len("language-"):]
		case bytes.HasPrefix(word, []byte("lang-")):
			name = word[len("lang-"):]
		case bytes.HasPrefix(word, []byte("highlight-source-")):
			name = word[len("highlight-source-"):]
		case bytes.HasPrefix(word, []byte("brush:")):
			name = word[len("brush:"):]
			if len(name) == 0 {
				brush = true
				continue
			}
		default:
			continue
		}
		brush = false
		name = bytes.TrimRight(name, ";")
		if len(name) > 0 && len(name) <= 20 && len(bytes.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789+#-.")) == 0 {
			return string(name)
		}
	}
	return ""
}
