package dom

import "bytes"

// decoding says how the bytes of a span become characters. In all of them a CR,
// or a CR and the LF behind it, is read as one LF.
type decoding struct {
	references bool // character references are decoded
	attribute  bool // they stand in an attribute's value
	dropNUL    bool // a NUL is dropped; else it becomes U+FFFD
}

var (
	inText      = decoding{references: true, dropNUL: true}
	inAttribute = decoding{references: true, attribute: true}
	inRaw       = decoding{}
)

// special returns the index of the first byte at or behind i that may not stand
// for itself, or the length of b.
func (d decoding) special(b []byte, i int) int {
	for ; i < len(b); i++ {
		if c := b[i]; c == '&' && d.references || c == '\r' || c == 0 {
			break
		}
	}
	return i
}

// appendSpecial appends what the special byte at b[i] and those that belong to
// it stand for, and returns how many these are: 0 for a '&' that stands for
// itself.
func (d decoding) appendSpecial(dst, b []byte, i int) ([]byte, int) {
	switch b[i] {
	case '&':
		return appendReference(dst, b[i:], d.attribute)
	case '\r':
		if i+1 < len(b) && b[i+1] == '\n' {
			return append(dst, '\n'), 2
		}
		return append(dst, '\n'), 1
	}
	if d.dropNUL {
		return dst, 1
	}
	return append(dst, "\uFFFD"...), 1
}

// append appends the characters of the span b to dst.
func (d decoding) append(dst, b []byte) []byte {
	for i := 0; i < len(b); {
		k := d.special(b, i)
		dst = append(dst, b[i:k]...)
		if k == len(b) {
			break
		}
		var n int
		if dst, n = d.appendSpecial(dst, b, k); n == 0 {
			dst = append(dst, '&')
			n = 1
		}
		i = k + n
	}
	return dst
}

// plain reports whether every byte of b stands for itself.
func (d decoding) plain(b []byte) bool {
	return (!d.references || bytes.IndexByte(b, '&') < 0) &&
		bytes.IndexByte(b, '\r') < 0 && bytes.IndexByte(b, 0) < 0
}

// DecodeText appends the characters that raw, a span of text in an HTML
// element, stands for: character references are decoded, CR and CR LF become
// LF, and NUL is dropped.
func DecodeText(dst, raw []byte) []byte { return inText.append(dst, raw) }

// DecodeAttr appends the characters that raw, an attribute's value, stands for.
// It differs from [DecodeText] in that fewer references without a ';' are
// decoded and that NUL becomes U+FFFD.
func DecodeAttr(dst, raw []byte) []byte { return inAttribute.append(dst, raw) }

// decodingOf says how a text or comment node is decoded.
func (n *Node) decodingOf() decoding {
	if n.Kind != TextNode || n.Flags&RawText != 0 {
		return inRaw
	}
	return decoding{references: true, dropNUL: n.Flags&KeepNUL == 0}
}

// verbatim reports whether every byte of a text or comment node stands for
// itself.
func (t *Tree) verbatim(n *Node) bool {
	return n.decodingOf().plain(t.Src[n.Start:n.End])
}

// AppendText appends the characters of a text or comment node to dst.
func (t *Tree) AppendText(dst []byte, id ID) []byte {
	n := &t.Nodes[id]
	raw := t.Src[n.Start:n.End]
	if t.verbatim(n) {
		return append(dst, raw...)
	}
	return n.decodingOf().append(dst, raw)
}

// Pieces walks over the text of a node in stretches that either equal their
// bytes in the source or are what one character reference, CR LF, CR or NUL
// stands for. Use it as
//
//	for it := t.Pieces(id); it.Next(); {
//		use(it.Text, it.Start, it.End, it.Decoded)
//	}
//
// The pieces in order are the node's text; their ranges are in order, do not
// overlap, and leave out only NULs that were dropped.
type Pieces struct {
	Text       []byte // what the piece stands for; not empty
	Start, End int    // its bytes in Tree.Src
	Decoded    bool   // Text is not those bytes

	tree *Tree
	how  decoding
	next int
	stop int
	pure bool // the rest equals its bytes
}

// Pieces returns an iterator over the text of a text or comment node.
func (t *Tree) Pieces(id ID) Pieces {
	n := &t.Nodes[id]
	return Pieces{
		tree: t, how: n.decodingOf(), next: int(n.Start), stop: int(n.End),
		pure: t.verbatim(n),
	}
}

// Next goes to the next piece and reports whether there is one. Decoded text
// stays valid as long as the tree.
func (p *Pieces) Next() bool {
	b := p.tree.Src[:p.stop]
	if p.pure {
		return p.verbatim(p.stop)
	}
	for i := p.next; i < p.stop; {
		k := p.how.special(b, i)
		if k == p.stop {
			return p.verbatim(k)
		}
		mark := len(p.tree.scratch)
		scratch, n := p.how.appendSpecial(p.tree.scratch, b, k)
		if n == 0 { // a '&' that stands for itself: part of the stretch
			i = k + 1
			continue
		}
		if k > p.next { // come back to it
			return p.verbatim(k)
		}
		p.next = k + n
		if len(scratch) > mark {
			p.tree.scratch = scratch
			p.Text, p.Start, p.End, p.Decoded = scratch[mark:len(scratch):len(scratch)], k, k+n, true
			return true
		}
		i = p.next
	}
	return p.verbatim(p.stop)
}

// verbatim makes the source up to end the piece, if it is not empty.
func (p *Pieces) verbatim(end int) bool {
	if p.next >= end {
		return false
	}
	p.Text, p.Start, p.End, p.Decoded = p.tree.Src[p.next:end:end], p.next, end, false
	p.next = end
	return true
}
