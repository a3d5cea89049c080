package winnow

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/internal/preload"
)

// Violation is a promise that a result does not keep.
type Violation struct {
	Block int           // the block it is about, -1 if none
	Span  document.Span // the bytes of the source it is about
	What  string        // in words
}

// String describes the violation in one line.
func (v Violation) String() string {
	if v.Block < 0 {
		return fmt.Sprintf("bytes %d-%d: %s", v.Span.Start, v.Span.End, v.What)
	}
	return fmt.Sprintf("block %d, bytes %d-%d: %s", v.Block, v.Span.Start, v.Span.End, v.What)
}

// maxViolations is how many violations Verify reports before it gives up.
const maxViolations = 100

// Verify checks a document against the source it was made from, whoever made
// it. It decodes the source anew and proves two promises: the bytes of every run
// decode to its text, and the runs of a block make its text (provenance); every
// visible character of the source is in exactly one block, and nothing else is,
// blocks of data set aside (conservation). It returns the violations, none if the document keeps both.
//
// The error says that the source cannot be read in the document's charset.
func Verify(d *document.Document, src []byte) ([]Violation, error) {
	if cut := inputCut(d); cut >= 0 && cut <= len(src) {
		src = src[:cut]
	} else if d.Source.Bytes != len(src) {
		return []Violation{{-1, document.Span{End: len(src)}, fmt.Sprintf(
			"the result was made from %d bytes, the source has %d: it is another one", d.Source.Bytes, len(src))}}, nil
	}
	if len(src) == 0 {
		return nil, nil
	}
	text, err := charset.Decode(src, charset.Options{Force: d.Source.Charset})
	if err != nil {
		return nil, err
	}
	v := verifier{doc: d, src: src, text: &text, seen: make([]uint8, len(text.Bytes))}
	for i := range d.Blocks {
		v.provenance(&d.Blocks[i])
	}
	v.conservation()
	return v.found, nil
}

// inputCut returns how much of the source the document was made from if a limit
// cut it, -1 if none did.
func inputCut(d *document.Document) int {
	for _, l := range d.Limits {
		if l.What == limitInputSize {
			return l.Span.Start
		}
	}
	return -1
}

type verifier struct {
	doc   *document.Document
	src   []byte
	text  *charset.Text
	seen  []uint8 // for each byte of the decoded text, how many runs hold it, at most 2, and isData
	found []Violation
}

// isData marks a byte that a block of data holds; such blocks are not counted.
const isData = 4

func (v *verifier) report(block int, s document.Span, format string, args ...any) {
	if len(v.found) < maxViolations {
		v.found = append(v.found, Violation{block, s, fmt.Sprintf(format, args...)})
	}
}

// provenance checks a block's runs against the source, and notes what they hold.
func (v *verifier) provenance(b *document.Block) {
	at := 0
	for _, r := range b.Runs {
		if r.Span.Start < 0 || r.Span.End > len(v.src) || r.Span.Start > r.Span.End {
			v.report(b.ID, r.Span, "the range is not in the source")
			return
		}
		if at+len(r.Text) > len(b.Text) || b.Text[at:at+len(r.Text)] != r.Text {
			v.report(b.ID, r.Span, "the run %q is not what the block's text has at %d", r.Text, at)
			return
		}
		at += len(r.Text)
		start, end := v.decodedRange(r.Span)
		got := v.decode(b, r, start, end)
		if got != r.Text {
			v.report(b.ID, r.Span, "the bytes decode to %q, the text has %q", shortened(got), shortened(r.Text))
		}
		for i := start; i < end; i++ {
			if b.Data != 0 {
				v.seen[i] |= isData
				continue
			}
			v.seen[i] = v.seen[i]&isData | min(v.seen[i]&^isData+1, 2)
		}
	}
	if at != len(b.Text) {
		v.report(b.ID, b.Span(), "no run accounts for the text after its first %d bytes", at)
	}
}

// decodedRange returns the range of decoded text that came from a range of the
// source.
func (v *verifier) decodedRange(s document.Span) (start, end int) {
	n := len(v.text.Bytes)
	start = sort.Search(n, func(i int) bool { a, _ := v.text.Source(i, min(i+1, n)); return a >= s.Start })
	end = sort.Search(n, func(i int) bool { a, _ := v.text.Source(i, min(i+1, n)); return a >= s.End })
	return start, end
}

// decode returns the text of a run by its own account of its decoding.
func (v *verifier) decode(b *document.Block, r document.Run, start, end int) string {
	raw := v.text.Bytes[start:end]
	if r.Decoding != document.FromCharset {
		raw = preload.Unwrap(raw, b.Data)
	}
	switch r.Decoding {
	case document.Verbatim:
		return string(v.src[r.Span.Start:r.Span.End])
	case document.FromHTML:
		return string(dom.DecodeText(nil, raw))
	case document.FoldedSpace:
		if v.doc.Source.Format == document.HTML {
			raw = dom.DecodeText(nil, raw)
		}
		for _, c := range raw {
			if c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' {
				return string(raw)
			}
		}
		return " "
	default:
		return string(raw)
	}
}

// conservation checks that the blocks hold each visible character once, and
// nothing that is not text of the page.
func (v *verifier) conservation() {
	if v.doc.Source.Format == document.PlainText {
		v.expect(v.text.Bytes, 0, false)
	} else {
		v.expectTree()
	}
	for i := 0; i < len(v.seen); i++ {
		if v.seen[i]&^isData == 0 {
			continue
		}
		k := i
		for k < len(v.seen) && v.seen[k]&^isData != 0 {
			k++
		}
		if !invisible(v.text.Bytes[i:k]) {
			v.report(-1, v.raw(i, k), "%q is in a block, but is no visible text of the page", shortened(string(v.text.Bytes[i:k])))
		}
		i = k
	}
}

// expectTree parses the page anew and expects the text of every element that is
// ever shown.
func (v *verifier) expectTree() {
	var p dom.Parser
	t := p.Parse(v.text.Bytes, dom.Options{})
	for id := dom.ID(1); int(id) < len(t.Nodes); {
		n := &t.Nodes[id]
		if n.Kind == dom.ElementNode && layout.BoxOf(n) == layout.None {
			id = n.After
			continue
		}
		if n.Kind == dom.TextNode {
			for it := t.Pieces(id); it.Next(); {
				v.expect(it.Text, it.Start, it.Decoded)
				if it.Decoded {
					v.clear(it.Start, it.End)
				}
			}
		}
		id++
	}
}

// expect checks that each visible character of a piece of text, which begins at
// start in the decoded source, is held once, and forgets it. A decoded piece is
// held whole or not at all.
func (v *verifier) expect(text []byte, start int, decoded bool) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		at := start + i
		if decoded {
			at = start
		}
		if block.Visible(r) {
			if v.seen[at]&isData != 0 {
				v.report(-1, v.raw(at, at+1), "%q is said to be data, but is visible text of the page", r)
			}
			switch v.seen[at] &^ isData {
			case 0:
				v.report(-1, v.raw(at, at+1), "%q is in no block", r)
			case 2:
				v.report(-1, v.raw(at, at+1), "%q is in more than one block", r)
			}
		}
		if !decoded {
			v.clear(at, at+n)
		}
		i += n
	}
}

func (v *verifier) clear(start, end int) { clear(v.seen[start:end]) }

func (v *verifier) raw(start, end int) document.Span { return rawSpan(v.text, start, end) }

// invisible reports whether text holds nothing a reader could see.
func invisible(text []byte) bool {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if block.Visible(r) {
			return false
		}
		text = text[n:]
	}
	return true
}

func shortened(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return s[:most] + "…"
}
