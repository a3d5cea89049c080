package layout

import (
	"bytes"
	"math"
	"strconv"
)

type valueKind uint8

const (
	other   valueKind = iota // auto, none, or not understood
	keyword                  // n says which
	number
	length
	coloured
	inherit
	raw // refers to custom properties
)

type unit uint8

const (
	px unit = iota
	em
	percent
)

// value is a value as far as it matters here.
type value struct {
	kind   valueKind
	unit   unit
	n      float32
	colour colour
	text   []byte // of raw
}

// isKeyword reports whether v is keyword n.
func (v value) isKeyword(n float32) bool { return v.kind == keyword && v.n == n }

// pixels returns a length in CSS pixels, given the font's size and what a
// percentage is of; ok is false if v is no length.
func (v value) pixels(font, whole float32) (n float32, ok bool) {
	if v.kind != length {
		return 0, false
	}
	switch v.unit {
	case em:
		return v.n * font, true
	case percent:
		return v.n * whole / 100, true
	}
	return v.n, true
}

// absolute returns a length that depends on nothing but the size of the default
// font, 16 pixels.
func absolute(v value) (float32, bool) {
	if v.kind == length && v.unit == percent {
		return 0, false
	}
	return v.pixels(16, 0)
}

// units gives the size of units: in pixels, or ems, or percent.
var units = map[string]struct {
	n float32
	u unit
}{
	"px": {1, px}, "pt": {4.0 / 3, px}, "pc": {16, px}, "in": {96, px}, "cm": {96 / 2.54, px}, "mm": {96 / 25.4, px},
	"q": {96 / 101.6, px}, "rem": {16, px}, "em": {1, em}, "ex": {0.5, em}, "ch": {0.5, em}, "lh": {1.2, em}, "ic": {1, em},
	"vw": {windowWidth / 100, px}, "vh": {windowHeight / 100, px}, "vmin": {windowHeight / 100, px}, "vmax": {windowWidth / 100, px},
	"dvh": {windowHeight / 100, px}, "svh": {windowHeight / 100, px}, "lvh": {windowHeight / 100, px}, "dvw": {windowWidth / 100, px},
	"vi": {windowWidth / 100, px}, "vb": {windowHeight / 100, px}, "%": {1, percent},
}

// parseLength reads a length, a percentage or a constant calc().
func parseLength(b []byte) value {
	p := calc{src: b}
	v, ok := p.term(0)
	p.space()
	if !ok || p.i < len(b) {
		return value{}
	}
	if v.kind == number {
		v.kind = length // zero, or quirks
	}
	return v
}

// calc reads a value with arithmetic.
type calc struct {
	src []byte
	i   int
}

func (p *calc) space() {
	for p.i < len(p.src) && isSpace(p.src[p.i]) {
		p.i++
	}
}

// term reads a number with its unit, a function or a bracket.
func (p *calc) term(depth int) (v value, ok bool) {
	p.space()
	if depth > maxNesting || p.i >= len(p.src) {
		return v, false
	}
	start := p.i
	for p.i < len(p.src) && (isNameByte(p.src[p.i]) && (p.src[p.i]|0x20)-'a' < 26 || p.i > start && p.src[p.i] == '-') {
		p.i++
	}
	if p.i < len(p.src) && p.src[p.i] == '(' {
		name := functionName(p.src[start:p.i])
		p.i++
		return p.function(name, depth+1)
	}
	p.i = start
	end := numberEnd(p.src, start)
	if end == start {
		return v, false
	}
	n, ok := parseNumber(p.src[start:end])
	if !ok {
		return v, false
	}
	unitEnd := end
	for unitEnd < len(p.src) && (p.src[unitEnd] == '%' || (p.src[unitEnd]|0x20)-'a' < 26) {
		unitEnd++
	}
	p.i = unitEnd
	if unitEnd == end {
		return value{kind: number, n: float32(n)}, true
	}
	var name [8]byte
	size := copy(name[:], lower(p.src[end:min(unitEnd, end+8)]))
	if size == 2 && name[0] == 'p' && name[1] == 'x' {
		return value{kind: length, n: float32(n)}, true
	}
	u, known := units[string(name[:size])]
	return value{kind: length, unit: u.u, n: float32(n) * u.n}, known
}

// functionName returns the name of a function that is known, in lower case.
func functionName(b []byte) string {
	switch string(lower(b)) {
	case "":
		return ""
	case "calc", "-webkit-calc", "-moz-calc":
		return "calc"
	case "min":
		return "min"
	case "max":
		return "max"
	case "clamp":
		return "clamp"
	}
	return "other"
}

// parseNumber reads a number.
func parseNumber(b []byte) (n float64, ok bool) {
	if len(b) <= 6 { // digits only, as most are
		for _, c := range b {
			if c-'0' >= 10 {
				ok = true
				break
			}
			n = n*10 + float64(c-'0')
		}
		if !ok {
			return n, true
		}
	}
	n, err := strconv.ParseFloat(string(b), 32)
	return n, err == nil || math.IsInf(n, 0)
}

// numberEnd returns the index behind the number at i.
func numberEnd(b []byte, i int) int {
	start := i
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		i++
	}
	digits := 0
	for i < len(b) && (b[i]-'0' < 10 || b[i] == '.') {
		i++
		digits++
	}
	if digits == 0 || digits > 64 {
		return start
	}
	if i+1 < len(b) && b[i]|0x20 == 'e' && (b[i+1]-'0' < 10 || b[i+1] == '-' && i+2 < len(b) && b[i+2]-'0' < 10) {
		for i += 2; i < len(b) && b[i]-'0' < 10; {
			i++
		}
	}
	return i
}

// function reads the arguments of a function of numbers, behind its bracket.
func (p *calc) function(name string, depth int) (v value, ok bool) {
	var args [3]value
	n := 0
	for {
		arg, ok := p.sum(depth)
		if !ok {
			return v, false
		}
		switch {
		case n > 0 && (name == "min" || name == "max"):
			arg.kind = max(arg.kind, args[0].kind)
			if arg.unit != args[0].unit && arg.n != 0 && args[0].n != 0 {
				return v, false
			}
			if (name == "min") == (args[0].n < arg.n) {
				arg = args[0]
			}
			args[0] = arg
		case n < 3:
			args[n] = arg
		default:
			return v, false
		}
		n++
		if p.space(); p.i >= len(p.src) || p.src[p.i] != ',' {
			break
		}
		p.i++
	}
	if p.i < len(p.src) { // a bracket that is missing at the end is closed
		if p.src[p.i] != ')' {
			return v, false
		}
		p.i++
	}
	switch name {
	case "", "calc", "min", "max":
		return args[0], n == 1 || name == "min" || name == "max"
	case "clamp":
		if n != 3 {
			return v, false
		}
		v = args[1]
		if args[2].unit == v.unit {
			v.n = min(v.n, args[2].n)
		}
		if args[0].unit == v.unit {
			v.n = max(v.n, args[0].n)
		}
		return v, true
	}
	return v, false
}

// sum reads terms with + and -.
func (p *calc) sum(depth int) (v value, ok bool) {
	v, ok = p.product(depth)
	for ok {
		p.space()
		if p.i >= len(p.src) || p.src[p.i] != '+' && p.src[p.i] != '-' {
			return v, true
		}
		sign := float32(1)
		if p.src[p.i] == '-' {
			sign = -1
		}
		p.i++
		var w value
		if w, ok = p.product(depth); !ok {
			return v, false
		}
		w.n *= sign
		v = add(v, w)
	}
	return v, false
}

// add adds two values. Ems are 16 pixels where they meet pixels; of a percentage
// and a length the one that is farther from zero counts.
func add(v, w value) value {
	switch {
	case v.unit == w.unit || w.n == 0:
		v.n += w.n
		v.kind = max(v.kind, w.kind)
		return v
	case v.n == 0:
		return w
	case v.unit == percent || w.unit == percent:
		if v.unit != percent && abs(v.n) < 100 || w.unit != percent && abs(w.n) >= 100 {
			return w
		}
		return v
	}
	a, _ := v.pixels(16, 0)
	b, _ := w.pixels(16, 0)
	return value{kind: length, n: a + b}
}

func abs(n float32) float32 { return max(n, -n) }

// product reads terms with * and /.
func (p *calc) product(depth int) (v value, ok bool) {
	v, ok = p.term(depth)
	for ok {
		p.space()
		if p.i >= len(p.src) || p.src[p.i] != '*' && p.src[p.i] != '/' {
			return v, true
		}
		divide := p.src[p.i] == '/'
		p.i++
		var w value
		if w, ok = p.term(depth); !ok {
			return v, false
		}
		switch {
		case divide && w.n == 0:
			return v, false
		case divide:
			v.n /= w.n
		case v.kind == number:
			w.n *= v.n
			v = w
		default:
			v.n *= w.n
		}
	}
	return v, false
}

// lower returns a value in lower case, which is mostly the value itself.
func lower(v []byte) []byte {
	for _, c := range v {
		if c-'A' < 26 || c >= 0x80 {
			return bytes.ToLower(v)
		}
	}
	return v
}
