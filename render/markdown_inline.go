package render

import (
	"bytes"
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// piece is a range of a block's text that becomes a link or is emphasised.
type piece struct {
	start, end  int
	open, close string
	code        bool
}

// inline prints a block's text with its links and marks.
func (m *markdown) inline(b *document.Block) {
	pieces := m.pieces(b)
	at := 0
	var ends []piece
	finish := func(upTo int) {
		for len(ends) > 0 && ends[len(ends)-1].end <= upTo {
			p := ends[len(ends)-1]
			m.out = appendEscaped(m.out, b.Text[at:p.end])
			at = p.end
			m.out = append(m.out, p.close...)
			ends = ends[:len(ends)-1]
		}
	}
	for _, p := range pieces {
		finish(p.start)
		if p.start < at || len(ends) > 0 && p.end > ends[len(ends)-1].end {
			continue // ranges that cross cannot be written in Markdown
		}
		m.out = appendEscaped(m.out, b.Text[at:p.start])
		at = p.start
		if p.code {
			m.out = appendCodeSpan(m.out, b.Text[p.start:p.end])
			at = p.end
			continue
		}
		m.out = append(m.out, p.open...)
		ends = append(ends, p)
	}
	finish(len(b.Text))
	m.out = appendEscaped(m.out, b.Text[at:])
}

// pieces returns the links and marks of a block that Markdown can show, in the
// order they open, outer before inner.
func (m *markdown) pieces(b *document.Block) []piece {
	var pieces []piece
	for _, l := range b.Links {
		if u := absolute(m.doc.Base, l.URL); u != "" {
			pieces = append(pieces, piece{start: l.Start, end: l.End, open: "[", close: "](<" + u + ">)"})
		}
	}
	for _, k := range b.Marks {
		p := piece{start: k.Start, end: k.End}
		switch k.Kind {
		case document.InlineCode:
			p.code = true
		case document.Strong:
			p.open, p.close = "**", "**"
		default:
			p.open, p.close = "*", "*"
		}
		if p.code || flanks(b.Text, k.Start, k.End) {
			pieces = append(pieces, p)
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return pieces
}

// flanks reports whether emphasis delimiters around text[start:end] open and
// close as CommonMark wants (section 6.2): there are words on their insides, and
// none on their outsides.
func flanks(text string, start, end int) bool {
	first, _ := utf8.DecodeRuneInString(text[start:end])
	last, _ := utf8.DecodeLastRuneInString(text[start:end])
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	inside := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return inside(first) && inside(last) &&
		(start == 0 || !inside(before)) && (end == len(text) || !inside(after))
}

// absolute resolves a link against the page's address and returns it in a form
// that is safe inside <>, "" if it leads nowhere a reader can go.
func absolute(base, link string) string {
	u, err := url.Parse(link)
	if err != nil || link == "" || strings.HasPrefix(link, "#") {
		return ""
	}
	if base != "" {
		if b, err := url.Parse(base); err == nil {
			u = b.ResolveReference(u)
		}
	}
	switch strings.ToLower(u.Scheme) {
	case "", "http", "https", "mailto", "ftp":
	default:
		return ""
	}
	s := u.String()
	if strings.ContainsAny(s, "<>\\\n\r ") {
		s = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", "\n", "", "\r", "", " ", "%20").Replace(s)
	}
	return s
}

// appendCodeSpan appends a code span, with a fence that its text does not hold.
func appendCodeSpan(dst []byte, text string) []byte {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	dst = append(dst, fence...)
	pad := strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`")
	if pad {
		dst = append(dst, ' ')
	}
	dst = append(dst, text...)
	if pad {
		dst = append(dst, ' ')
	}
	return append(dst, fence...)
}

// appendEscaped appends text with a backslash before every character that could
// begin Markdown or HTML where it stands.
func appendEscaped(dst []byte, text string) []byte {
	lineStart := len(dst) == 0 || dst[len(dst)-1] == '\n' || bytes.HasSuffix(dst, []byte("> ")) || bytes.HasSuffix(dst, []byte("- ")) || bytes.HasSuffix(dst, []byte(". "))
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$':
			dst = append(dst, '\\')
		case '#', '+', '-', '=':
			if lineStart {
				dst = append(dst, '\\')
			}
		case '.', ')':
			if i <= 9 && lineStartNumber(text, i) {
				dst = append(dst, '\\')
			}
		case ':':
			// GFM makes links of bare addresses.
			if strings.HasPrefix(text[i:], "://") {
				dst = append(dst, '\\')
			}
		case '!':
			if i+1 < len(text) && text[i+1] == '[' {
				dst = append(dst, '\\')
			}
		}
		dst = append(dst, c)
		lineStart = false
	}
	return dst
}

// lineStartNumber reports whether text[:i] is a number, as before the dot of an
// ordered list's item.
func lineStartNumber(text string, i int) bool {
	if i == 0 {
		return false
	}
	for k := range i {
		if text[k] < '0' || text[k] > '9' {
			return false
		}
	}
	return true
}
