package charset

// stride is the distance of two marks in bytes of text: a way back decodes on
// average half of it anew, and a mark of 16 bytes costs a sixteenth of the text.
const stride = 256

// A mark is where the decoder stood when it had first made a multiple of stride
// bytes of text. From there it can go on, so that nothing has to be remembered
// of the characters in between.
type mark struct {
	src  int   // the next byte of the source
	over uint8 // bytes of text beyond the multiple, as it does not cut characters
	mode mode
}

// way is the way back from a text to its source.
type way struct {
	src      []byte // the whole source
	skipped  int    // bytes of a byte order mark
	encoding encoding
	marks    []mark // none if the text is the source without what was skipped
}

// Identity reports whether the text is the source itself, but for a byte order
// mark: offsets in the one are offsets in the other plus a constant.
func (t *Text) Identity() bool { return len(t.way.marks) == 0 }

// Source returns the range of the source that the range [start, end) of the text
// came from. A range that cuts a character is widened to all of it, and an empty
// one stays empty: it maps to where its character begins. Offsets outside the
// text count as its ends.
//
// Bytes that made no text, as the escape sequences of ISO-2022-JP and a byte
// order mark, belong to a range only when they are between its characters.
func (t *Text) Source(start, end int) (int, int) {
	start = max(0, min(start, len(t.Bytes)))
	end = max(start, min(end, len(t.Bytes)))
	if t.Identity() {
		return t.way.skipped + start, t.way.skipped + end
	}
	from, to := t.way.character(start, len(t.Bytes))
	if start == end {
		return from, from
	}
	if end > start+1 {
		_, to = t.way.character(end-1, len(t.Bytes))
	}
	return from, to
}

// character returns the bytes of the source that made the character of which
// byte at of the text, size bytes in all, is part.
func (w *way) character(at, size int) (start, end int) {
	if at >= size {
		return len(w.src), len(w.src)
	}
	k := min(at/stride, len(w.marks)-1)
	if k*stride+int(w.marks[k].over) > at {
		k-- // the character began before the mark
	}
	m := w.marks[k]
	c := newCursor(w.src[w.skipped:], w.encoding)
	c.pos, c.mode = m.src, m.mode
	at -= k*stride + int(m.over)
	var scratch [stride + 2*longest]byte
	text := c.fill(scratch[:0], at-longest+1)
	for len(text) <= at {
		text = c.fill(text, len(text)+1)
	}
	return w.skipped + c.last, w.skipped + c.pos
}
