package layout

import "bytes"

// reader reads a style sheet (CSS Syntax Level 3, with nesting). What it cannot
// read it skips as the standard says, up to the next semicolon or block.
type reader struct {
	s     *styles
	src   []byte
	i     int
	depth int
}

// css marks the bytes at which scanning a sheet stops to think.
var css = func() (t [256]bool) {
	for _, c := range []byte(";{}()[]\"'\\/") {
		t[c] = true
	}
	return t
}()

// scan returns the index of the first ';', '{' or '}' from i on that is in no
// string, comment or bracket, or the end.
func (r *reader) scan(i int) int {
	src, depth := r.src, 0
	for i < len(src) {
		c := src[i]
		if !css[c] {
			i++
			continue
		}
		switch c {
		case '"', '\'':
			i = stringEnd(src, i)
			continue
		case '\\':
			i++
		case '/':
			if i+1 < len(src) && src[i+1] == '*' {
				i = commentEnd(src, i)
				continue
			}
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return len(src)
}

// stringEnd returns the index behind the string that begins at i.
func stringEnd(src []byte, i int) int {
	quote := src[i]
	for i++; i < len(src); i++ {
		switch src[i] {
		case quote:
			return i + 1
		case '\n':
			return i
		case '\\':
			i++
		}
	}
	return len(src)
}

// commentEnd returns the index behind the comment that begins at i.
func commentEnd(src []byte, i int) int {
	if k := bytes.Index(src[i+2:], []byte("*/")); k >= 0 {
		return i + 2 + k + 2
	}
	return len(src)
}

// blank skips white space, comments, and the marks that hid sheets from
// browsers of old.
func (r *reader) blank() {
	for r.i < len(r.src) {
		rest := r.src[r.i:]
		switch {
		case isSpace(rest[0]):
			r.i++
		case bytes.HasPrefix(rest, []byte("/*")):
			r.i = commentEnd(r.src, r.i)
		case bytes.HasPrefix(rest, []byte("<!--")):
			r.i += 4
		case bytes.HasPrefix(rest, []byte("-->")):
			r.i += 3
		default:
			return
		}
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// rules reads rules to the end of the block, or of the sheet. Declarations
// among them are of the rule whose selectors are parent, 0 for none.
func (r *reader) rules(parent int32) {
	for r.run(parent) {
	}
}

// run reads declarations and one rule behind them. It reports whether the block
// goes on.
func (r *reader) run(parent int32) bool {
	first := int32(len(r.s.decls))
	done := func() { r.s.addRule(parent, [2]int32{first, int32(len(r.s.decls))}) }
	for {
		r.blank()
		if r.i >= len(r.src) {
			done()
			return false
		}
		switch r.src[r.i] {
		case ';':
			r.i++
			continue
		case '}':
			r.i++
			if r.depth > 0 {
				done()
				return false
			}
			continue
		case '@':
			done()
			r.atRule(parent)
			return true
		}
		start, end := r.i, r.scan(r.i)
		for parent == 0 && end < len(r.src) && r.src[end] == ';' {
			end = r.scan(end + 1)
		}
		custom := parent != 0 && bytes.HasPrefix(r.src[start:end], []byte("--")) && bytes.IndexByte(r.src[start:end], ':') > 0
		for custom && end < len(r.src) && r.src[end] == '{' { // its value may hold a block
			end = r.scan(r.skipBlock(end + 1))
		}
		if end < len(r.src) && r.src[end] == '{' {
			done()
			r.i = end + 1
			r.nested(r.src[start:end], parent)
			return true
		}
		if parent != 0 {
			r.s.declaration(r.src[start:end])
		}
		r.i = end
	}
}

// skipBlock returns the index behind the block whose content begins at i.
func (r *reader) skipBlock(i int) int {
	for depth := 1; ; {
		i = r.scan(i)
		if i >= len(r.src) {
			return i
		}
		switch r.src[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		i++
		if depth == 0 {
			return i
		}
	}
}

// nested reads the block of a style rule.
func (r *reader) nested(prelude []byte, parent int32) {
	if r.depth >= maxNesting {
		r.i = r.skipBlock(r.i)
		return
	}
	p := selectorReader{s: r.s, src: plainCSS(prelude), parent: parent}
	list := p.list(0)
	if list == 0 {
		r.i = r.skipBlock(r.i)
		return
	}
	r.depth++
	r.rules(list)
	r.depth--
}

// atRule reads an at-rule.
func (r *reader) atRule(parent int32) {
	start := r.i + 1
	k := start
	for k < len(r.src) && isNameByte(r.src[k]) {
		k++
	}
	name := r.src[start:k]
	end := r.scan(k)
	prelude := plainCSS(r.src[k:end])
	block := end < len(r.src) && r.src[end] == '{'
	r.i = end
	if end < len(r.src) && r.src[end] != '}' {
		r.i++
	}
	if !block {
		switch {
		case bytes.EqualFold(name, []byte("layer")):
			for part := range bytes.SplitSeq(prelude, []byte(",")) {
				r.s.layerOf(bytes.TrimSpace(part))
			}
		case bytes.EqualFold(name, []byte("import")):
			r.s.external = true
		}
		return
	}
	layer := r.s.layer
	enter := false
	switch {
	case bytes.EqualFold(name, []byte("media")):
		enter = r.s.media(prelude)
	case bytes.EqualFold(name, []byte("supports")):
		enter = !hasWordFold(prelude, "not") && !bytes.HasPrefix(lower(prelude), []byte("not"))
	case bytes.EqualFold(name, []byte("layer")):
		enter = true
		r.s.layer = r.s.layerOf(bytes.TrimSpace(prelude))
	}
	if enter && r.depth < maxNesting {
		r.depth++
		r.rules(parent)
		r.depth--
	} else {
		r.i = r.skipBlock(r.i)
	}
	r.s.layer = layer
}

// plainCSS returns css without comments, each of which becomes a space.
func plainCSS(src []byte) []byte {
	if !bytes.Contains(src, []byte("/*")) {
		return bytes.TrimSpace(src)
	}
	var out []byte
	for i := 0; i < len(src); {
		if i+1 < len(src) && src[i] == '/' && src[i+1] == '*' {
			i = commentEnd(src, i)
			out = append(out, ' ')
			continue
		}
		out = append(out, src[i])
		i++
	}
	return bytes.TrimSpace(out)
}

// isNameByte reports whether c can be part of a name without an escape.
func isNameByte(c byte) bool {
	return c-'a' < 26 || c-'A' < 26 || c-'0' < 10 || c == '-' || c == '_' || c >= 0x80
}

// readName reads a name at i, with its escapes decoded, and returns the index
// behind it. The name is nil if there is none. A name with escapes is appended to
// memory, which is returned.
func readName(src []byte, i int, memory []byte) (name []byte, end int, more []byte) {
	start := i
	for i < len(src) && isNameByte(src[i]) {
		i++
	}
	if i >= len(src) || src[i] != '\\' {
		if i == start {
			return nil, i, memory
		}
		return src[start:i:i], i, memory
	}
	from := len(memory)
	memory = append(memory, src[start:i]...)
	for i < len(src) {
		if isNameByte(src[i]) {
			memory = append(memory, src[i])
			i++
			continue
		}
		if src[i] != '\\' || i+1 >= len(src) || src[i+1] == '\n' {
			break
		}
		memory, i = appendEscape(memory, src, i)
	}
	if len(memory) == from {
		return nil, i, memory
	}
	return memory[from:len(memory):len(memory)], i, memory
}

// appendEscape appends the character that the escape at i stands for.
func appendEscape(dst, src []byte, i int) (out []byte, end int) {
	i++
	r, digits := rune(0), 0
	for i < len(src) && digits < 6 {
		c := src[i] | 0x20
		switch {
		case src[i]-'0' < 10:
			r = r<<4 | rune(src[i]-'0')
		case c-'a' < 6:
			r = r<<4 | rune(c-'a'+10)
		default:
			goto done
		}
		i++
		digits++
	}
done:
	if digits == 0 {
		if i < len(src) {
			dst = append(dst, src[i])
			i++
		}
		return dst, i
	}
	if i < len(src) && isSpace(src[i]) {
		i++
	}
	if r == 0 || r > 0x10FFFF || r >= 0xD800 && r < 0xE000 {
		r = 0xFFFD
	}
	return append(dst, string(r)...), i
}

// unescape returns css with its escapes decoded.
func unescape(src []byte) []byte {
	if bytes.IndexByte(src, '\\') < 0 {
		return src
	}
	var out []byte
	for i := 0; i < len(src); {
		if src[i] == '\\' && i+1 < len(src) {
			out, i = appendEscape(out, src, i)
			continue
		}
		out = append(out, src[i])
		i++
	}
	return out
}

// hasWordFold reports whether word, in lower case, is among the words of b.
func hasWordFold(b []byte, word string) bool {
	for f := range bytes.FieldsSeq(b) {
		if len(f) == len(word) && bytes.EqualFold(f, []byte(word)) {
			return true
		}
	}
	return false
}
