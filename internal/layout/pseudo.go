package layout

import (
	"bytes"
	"strconv"
)

// pseudo reads a pseudo-class. States that do not hold while a page rests, and
// pseudo-elements, match nothing.
func (p *selectorReader) pseudo(depth int) (x simple, specificity uint32, ok bool) {
	p.i++
	if p.i < len(p.src) && p.src[p.i] == ':' {
		return x, 0, false
	}
	name, end := p.name(p.i)
	if name == nil {
		return x, 0, false
	}
	p.i = end
	if p.i < len(p.src) && p.src[p.i] == '(' {
		p.i++
		return p.function(string(lower(name)), depth)
	}
	switch string(lower(name)) {
	case "root", "scope":
		x.kind = simpleRoot
	case "empty":
		x.kind = simpleEmpty
	case "link", "any-link":
		x.kind = simpleLink
	case "first-child":
		x = simple{kind: simpleNth, b: 1}
	case "last-child":
		x = simple{kind: simpleNth, b: 1, fromEnd: true}
	case "only-child":
		x = simple{kind: simpleNth, op: 'o'}
	case "first-of-type":
		x = simple{kind: simpleNth, b: 1, ofType: true}
	case "last-of-type":
		x = simple{kind: simpleNth, b: 1, ofType: true, fromEnd: true}
	case "only-of-type":
		x = simple{kind: simpleNth, op: 'o', ofType: true}
	case "checked", "disabled", "open", "required":
		x = simple{kind: simpleHas, name: lower(name)}
	case "enabled":
		x = simple{kind: simpleHasNot, name: []byte("disabled")}
	case "hover", "focus", "active", "focus-within", "focus-visible", "target", "visited", "target-within",
		"fullscreen", "modal", "popover-open", "invalid", "user-invalid", "autofill":
		x.kind = simpleNever
	default:
		return x, 0, false
	}
	return x, specClass, true
}

// function reads a pseudo-class with an argument, behind the bracket.
func (p *selectorReader) function(name string, depth int) (x simple, specificity uint32, ok bool) {
	switch name {
	case "not", "is", "where", "matches", "-webkit-any", "-moz-any":
		if depth >= maxNesting {
			return x, 0, false
		}
		outer := p.failed
		p.failed = false
		list := p.list(depth + 1)
		failed := p.failed
		p.failed = outer
		if name == "not" && failed {
			return x, 0, false
		}
		if p.i >= len(p.src) || p.src[p.i] != ')' {
			return x, 0, false
		}
		p.i++
		x = simple{kind: simpleIs, list: list}
		if name == "not" {
			x.kind = simpleNot
		} else if list == 0 {
			x.kind = simpleNever
		}
		if name != "where" {
			specificity = p.mostSpecific(list)
		}
		return x, specificity, true
	case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
		end := bytes.IndexByte(p.src[p.i:], ')')
		if end < 0 {
			return x, 0, false
		}
		a, b, ok := parseNth(string(lower(bytes.TrimSpace(p.src[p.i : p.i+end]))))
		p.i += end + 1
		x = simple{kind: simpleNth, a: a, b: b}
		x.fromEnd = name == "nth-last-child" || name == "nth-last-of-type"
		x.ofType = name == "nth-of-type" || name == "nth-last-of-type"
		return x, specClass, ok
	}
	return x, 0, false
}

// parseNth reads "odd", "even", "b" and "an+b".
func parseNth(v string) (a, b int32, ok bool) {
	switch v {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	compact := make([]byte, 0, len(v))
	for i := range len(v) {
		if !isSpace(v[i]) {
			compact = append(compact, v[i])
		}
	}
	step, rest, found := bytes.Cut(compact, []byte("n"))
	if found {
		switch string(step) {
		case "", "+":
			a = 1
		case "-":
			a = -1
		default:
			n, err := strconv.ParseInt(string(step), 10, 16)
			if err != nil {
				return 0, 0, false
			}
			a = int32(n)
		}
		if len(rest) == 0 {
			return a, 0, true
		}
		compact = rest
	}
	n, err := strconv.ParseInt(string(compact), 10, 16)
	return a, int32(n), err == nil
}
