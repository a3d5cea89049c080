package block

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// FromText cuts flattened text, such as a WET record or text copied from a
// browser, into blocks. The result is valid until the Builder's next use.
//
// A line is a block, unless its paragraph (the lines between two empty ones)
// was wrapped to a width, as mail and plain-text books are: then the paragraph
// is the block.
func (b *Builder) FromText(src []byte) *Set {
	b.start(len(src))
	b.lines(src)
	b.end()
	b.set.sumUp(0)
	return &b.set
}

// lines cuts flattened text into blocks.
func (b *Builder) lines(src []byte) {
	for at := 0; at < len(src); {
		end := paragraphEnd(src, at)
		if wrapped(src[at:end]) {
			b.line(src, at, end, false)
		} else {
			soft := false
			for ls := at; ls < end; {
				le := lineEnd(src, ls)
				b.line(src, ls, le, soft)
				ls = le + 1
				soft = true
			}
		}
		at = end
		for at < len(src) && isSpace(src[at]) {
			at++
		}
		// An indent belongs to the line it stands in.
		for at > end && src[at-1] != '\n' && at < len(src) {
			at--
		}
	}
}

// line makes src[at:end] a block.
func (b *Builder) line(src []byte, at, end int, soft bool) {
	b.ctx.kind, b.ctx.level = document.Paragraph, 0
	text := bytes.TrimLeft(src[at:end], " \t\r\n\f")
	if listMarker(text) > 0 {
		b.ctx.kind, b.ctx.level = document.ListItem, 1
	}
	b.brk = soft
	b.verbatim(src[at:end], int32(at))
	b.boundary(false)
}

// listMarker returns the length of the bullet at the start of a line, with the
// space behind it, or 0.
func listMarker(line []byte) int {
	r, n := utf8.DecodeRune(line)
	switch r {
	case '-', '*', '•', '‣', '▪', '●', '◦', '·':
		if n < len(line) && (line[n] == ' ' || line[n] == '\t') {
			return n + 1
		}
	}
	return 0
}

func lineEnd(src []byte, at int) int {
	if k := bytes.IndexByte(src[at:], '\n'); k >= 0 {
		return at + k
	}
	return len(src)
}

// paragraphEnd returns where the next line of nothing but white space begins.
func paragraphEnd(src []byte, at int) int {
	for at < len(src) {
		end := lineEnd(src, at)
		if blank(src[at:end]) {
			return at
		}
		at = min(end+1, len(src))
	}
	return at
}

func blank(line []byte) bool {
	for _, c := range line {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

// The widths, in characters, that text is wrapped to by hand or by program.
const minWrap, maxWrap = 40, 120

// wrapped reports whether the lines of a paragraph were broken to fit a width:
// no line is longer than a page is wide, the first word of each would not have
// fitted on the line before, and enough of them go on in the middle of a
// sentence. A list of headlines passes the first two tests now and then.
func wrapped(par []byte) bool {
	width := 0
	for at := 0; at < len(par); {
		end := lineEnd(par, at)
		width = max(width, utf8.RuneCount(bytes.TrimRight(par[at:end], " \t\r")))
		if width > maxWrap {
			return false
		}
		at = end + 1
	}
	if width < minWrap {
		return false
	}
	prev, lines, lower := 0, 0, 0
	for at := 0; at < len(par); {
		end := lineEnd(par, at)
		line := bytes.Trim(par[at:end], " \t\r")
		if lines > 0 {
			if prev+1+firstWord(line) <= width {
				return false
			}
			if r, _ := utf8.DecodeRune(line); unicode.IsLower(r) {
				lower++
			}
		}
		prev = utf8.RuneCount(line)
		lines++
		at = end + 1
	}
	return lines > 1 && lower*3 >= lines-1
}

// firstWord returns the number of characters in the line's first word.
func firstWord(line []byte) int {
	if k := bytes.IndexByte(line, ' '); k >= 0 {
		line = line[:k]
	}
	return utf8.RuneCount(line)
}
