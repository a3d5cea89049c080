package render

import (
	"fmt"
	"strconv"

	"github.com/winnowtext/winnow/document"
)

// appendBlocks renders a tab-separated line for each block.
func appendBlocks(dst []byte, d *document.Document, _ Options) []byte {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		s := b.Span()
		dst = fmt.Appendf(dst, "%d\t%s\t%s\t%.2f\t%s\t%d-%d\t", b.ID, b.Verdict(), b.Role, b.P, b.Kind, s.Start, s.End)
		dst = appendSafe(dst, b.Text)
		dst = append(dst, '\n')
	}
	return dst
}

// appendSafe appends text with every character that could steer a terminal or
// break a line replaced by its escape: control and format characters, and those
// that turn the direction of text.
func appendSafe(dst []byte, text string) []byte {
	for _, r := range text {
		if r >= ' ' && r < 0x7f {
			dst = append(dst, byte(r))
		} else if r > 0xa0 && strconv.IsPrint(r) {
			dst = append(dst, string(r)...)
		} else if r == 0xa0 {
			dst = append(dst, ' ')
		} else {
			q := strconv.QuoteRuneToASCII(r)
			dst = append(dst, q[1:len(q)-1]...)
		}
	}
	return dst
}
