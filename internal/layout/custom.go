package layout

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// custom is a custom property in force.
type custom struct {
	name uint32
	rank uint64
	node dom.ID // where it was declared
	text []byte
	prev int32 // the one before in the same slot of styles.heads, plus 1
}

// slots is how many chains the custom properties in force are in, by name.
const slots = 1 << 9

func slotOf(name uint32) uint32 { return name * 2654435769 >> 23 }

// push puts a custom property in force.
func (s *styles) push(c custom) {
	head := &s.heads[slotOf(c.name)]
	c.prev = *head
	s.customs = append(s.customs, c)
	*head = int32(len(s.customs))
}

// pop takes the custom properties from n on out of force.
func (s *styles) pop(n int) {
	for i := len(s.customs) - 1; i >= n; i-- {
		s.heads[slotOf(s.customs[i].name)] = s.customs[i].prev
	}
	s.customs = s.customs[:n]
}

// The limits on custom properties: how long a value may get, and how deep one
// may refer to the next.
const (
	maxValue = 1 << 10
	maxRefer = 16
)

// lookup returns the value of a custom property.
func (s *styles) lookup(name uint32) (text []byte, ok bool) {
	best := -1
	for i := int(s.heads[slotOf(name)]) - 1; i >= 0; i = int(s.customs[i].prev) - 1 {
		if !s.step(1, 0) {
			return nil, false
		}
		c := &s.customs[i]
		if c.name != name {
			continue
		}
		if best >= 0 && s.customs[best].node != c.node {
			break
		}
		if best < 0 || c.rank > s.customs[best].rank {
			best = i
		}
	}
	if best < 0 {
		return nil, false
	}
	return s.customs[best].text, true
}

// substitute appends a value with its references replaced.
func (s *styles) substitute(dst, v []byte, depth int) (out []byte, ok bool) {
	for len(v) > 0 {
		k := indexVar(v)
		if k < 0 {
			k = len(v)
		}
		dst = append(dst, v[:k]...)
		if len(dst) > maxValue {
			return dst, false
		}
		if k == len(v) {
			break
		}
		v = v[k+4:]
		end := closing(v)
		inner := v[:end]
		v = v[min(end+1, len(v)):]
		name, fallback, hasFallback := bytes.Cut(inner, []byte(","))
		text, known := s.lookup(hashName(bytes.TrimSpace(unescape(name))))
		switch {
		case known && depth < maxRefer:
			mark := len(dst)
			if dst, ok = s.substitute(dst, text, depth+1); ok {
				continue
			}
			dst = dst[:mark]
			if !hasFallback {
				return dst, false
			}
		case !hasFallback || depth >= maxRefer:
			return dst, false
		}
		if dst, ok = s.substitute(dst, bytes.TrimSpace(fallback), depth+1); !ok {
			return dst, false
		}
	}
	return dst, true
}

// indexVar returns where a reference begins, -1 if there is none.
func indexVar(v []byte) int {
	for i := 0; i+4 <= len(v); i++ {
		if v[i]|0x20 == 'v' && v[i+1]|0x20 == 'a' && v[i+2]|0x20 == 'r' && v[i+3] == '(' && (i == 0 || !isNameByte(v[i-1])) {
			return i
		}
	}
	return -1
}

// closing returns the index of the bracket that closes the one before v.
func closing(v []byte) int {
	depth := 0
	for i, c := range v {
		switch c {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return len(v)
}
