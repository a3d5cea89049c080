package render

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// markdownPieces returns the pieces of a block that Markdown can show.
func (m *markdown) markdownPieces(i int) []piece {
	all := m.pieces(i)
	text := m.doc.Blocks[i].Text
	kept := all[:0:0]
	var open []piece
	for k, p := range all {
		for len(open) > 0 && open[len(open)-1].end <= p.start {
			open = open[:len(open)-1]
		}
		inner := k+1 < len(all) && all[k+1].start < p.end
		switch {
		case slices.ContainsFunc(open, isCode):
			continue
		case p.kind != pieceMark:
		case p.mark == document.InlineCode:
			if n := len(kept); n > 0 && isCode(kept[n-1]) && kept[n-1].end == p.start {
				continue // the backticks would run together
			}
			if holdsMore(all[k+1:], p.end) || strings.TrimSpace(text[p.start:p.end]) == "" {
				continue
			}
		case slices.ContainsFunc(open, func(o piece) bool { return o.kind == pieceMark && o.mark == p.mark }):
			continue
		case !flanks(text, p.start, p.end, inner):
			continue
		}
		kept = append(kept, p)
		open = append(open, p)
	}
	return kept
}

func isCode(p piece) bool { return p.kind == pieceMark && p.mark == document.InlineCode }

// holdsMore reports whether a link, a formula or an image stands before end.
func holdsMore(pieces []piece, end int) bool {
	for k := range pieces {
		if pieces[k].start >= end {
			return false
		}
		if pieces[k].kind != pieceMark {
			return true
		}
	}
	return false
}

// flanks reports whether emphasis delimiters around text[start:end] open and
// close as CommonMark wants (section 6.2): there are words on their insides, and
// none on their outsides. With pieces inside, whose marks may stand where the
// words should, there must be white space on the outsides.
func flanks(text string, start, end int, inner bool) bool {
	first, _ := utf8.DecodeRuneInString(text[start:end])
	last, _ := utf8.DecodeLastRuneInString(text[start:end])
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	outside := func(r rune) bool { return unicode.IsSpace(r) || !inner && unicode.IsPunct(r) }
	return isWord(first) && (isWord(last) || unicode.IsMark(last)) &&
		(start == 0 || outside(before)) && (end == len(text) || outside(after))
}

func (m *markdown) open(p *piece) {
	switch {
	case p.kind == pieceLink:
		m.out = append(m.out, '[')
	case p.mark == document.InlineCode:
		m.code = true
	case p.mark == document.Strong:
		m.out = append(m.out, "**"...)
	default:
		m.out = append(m.out, '*')
	}
}

func (m *markdown) close(p *piece) {
	switch {
	case p.kind == pieceLink:
		m.out = append(m.out, "](<"+p.url+">)"...)
	case p.mark == document.InlineCode:
		m.code = false
	default:
		m.open(p)
	}
}

func (m *markdown) replace(p *piece, _ string) {
	if p.kind == pieceRef {
		m.out = append(m.out, "[^"+strconv.Itoa(p.note)+"]"...)
		return
	}
	m.object(p.object)
}

// object prints an image, a formula, or a link to what is embedded.
func (m *markdown) object(o *document.Object) {
	switch o.Kind {
	case document.Maths:
		m.formula(o)
	case document.Image:
		m.out = append(m.out, "!["...)
		m.text(o.Text)
		m.out = append(m.out, "](<"+m.address(o.URL)+">)"...)
	default:
		m.out = append(m.out, '[')
		m.text(objectName(o))
		m.out = append(m.out, "](<"+m.address(o.URL)+">)"...)
	}
}

// formula prints LaTeX between dollar signs. If Markdown could find markup in
// it, it is in a code span between them as well.
func (m *markdown) formula(o *document.Object) {
	tex := strings.Join(strings.Fields(o.Text), " ")
	if m.inCell {
		tex = strings.ReplaceAll(tex, "|", `\|`)
	}
	dollars := "$"
	if o.Display && o.Alone {
		dollars = "$$"
	}
	m.out = append(m.out, dollars...)
	if inert(tex) {
		m.out = append(m.out, tex...)
	} else {
		m.out = appendCodeSpan(m.out, tex)
	}
	m.out = append(m.out, dollars...)
}

// inert reports whether Markdown sees nothing but text in a formula.
func inert(tex string) bool {
	for i := range len(tex) {
		next := byte(' ')
		if i+1 < len(tex) {
			next = tex[i+1]
		}
		switch c := tex[i]; c {
		case '<', '`', '[', ']', '*', '~', '$', '&', ':':
			return false
		case '\\':
			if next == ' ' || next > ' ' && next < utf8.RuneSelf && !isWord(rune(next)) {
				return false
			}
		case '_':
			if i == 0 || tex[i-1] >= utf8.RuneSelf || !isWord(rune(tex[i-1])) {
				return false
			}
		}
	}
	return tex != "" && !strings.HasSuffix(tex, `\`)
}

// appendCodeSpan appends a code span, with a fence that its text does not hold.
func appendCodeSpan(dst []byte, text string) []byte {
	longest, run := 0, 0
	for i := range len(text) {
		if text[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	dst = append(dst, fence...)
	pad := strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ")
	if pad {
		dst = append(dst, ' ')
	}
	dst = append(dst, text...)
	if pad {
		dst = append(dst, ' ')
	}
	return append(dst, fence...)
}

// text prints text with a backslash before every character that could begin
// Markdown or HTML where it stands.
func (m *markdown) text(text string) {
	text = oneLine.Replace(text)
	if m.code {
		if m.inCell {
			text = strings.ReplaceAll(text, "|", `\|`)
		}
		m.out = appendCodeSpan(m.out, text)
		return
	}
	m.out = appendEscaped(m.out, text, len(m.out) == m.lineAt)
}

// oneLine makes one line of text.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// appendEscaped appends text of one line, escaped; start says that it begins one.
func appendEscaped(dst []byte, text string, start bool) []byte {
	if start {
		text = strings.TrimLeft(text, " ")
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$':
			dst = append(dst, '\\')
		case '#':
			// At the end of a heading it is part of the markup.
			if start && i == 0 || strings.Trim(text[i:], "# ") == "" {
				dst = append(dst, '\\')
			}
		case '+', '-', '=', ':':
			// GFM makes links of bare addresses.
			if start && i == 0 || c == ':' && strings.HasPrefix(text[i:], "://") {
				dst = append(dst, '\\')
			}
		case '.', ')':
			if start && i <= 9 && isNumber(text[:i]) || c == '.' && i >= 3 && strings.EqualFold(text[i-3:i], "www") {
				dst = append(dst, '\\')
			}
		case '!':
			if i+1 == len(text) || text[i+1] == '[' {
				dst = append(dst, '\\')
			}
		}
		dst = append(dst, c)
	}
	return dst
}

// isNumber reports whether text is digits, as before the dot of an item.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
