package layout

import (
	"github.com/winnowtext/winnow/internal/dom"
)

// selector is a complex selector: compounds linked from right to left.
type selector struct {
	last        int32 // its rightmost compound
	specificity uint32
	next        int32 // in a list of selectors
	never       bool  // matches nothing at rest: a pseudo-element, or a state
}

// compound is a compound selector and how it stands to the one on its left.
type compound struct {
	first int32 // its first simple selector
	left  int32
	how   byte // ' ', '>', '+' or '~'
}

type simpleKind uint8

const (
	simpleTag simpleKind = iota
	simpleID
	simpleClass
	simpleAttr
	simpleRoot
	simpleEmpty
	simpleLink
	simpleNth
	simpleNot
	simpleIs
	simpleNever // a state that does not hold at rest, as hover
	simpleHas   // an attribute must be there: checked, disabled
	simpleHasNot
)

// simple is a simple selector.
type simple struct {
	kind        simpleKind
	op          byte // of an attribute: 0 (is there), '=', '~', '|', '^', '$', '*'
	fold        bool // the attribute's value is compared without case
	fromEnd     bool // of nth
	ofType      bool
	tag         dom.Tag
	key         dom.Key
	hash        uint32 // of a class
	a, b        int32  // of nth: every a-th from b on
	list        int32  // of not and is
	next        int32
	name, value []byte
}

// selectorReader reads a list of selectors.
type selectorReader struct {
	s      *styles
	src    []byte
	i      int
	parent int32 // what & stands for
	refers bool  // the selector has an &
	failed bool  // a selector was left out
}

// list reads selectors up to a ')' or the end, and returns the first of them. A
// selector it cannot read is left out.
func (p *selectorReader) list(depth int) int32 {
	var head, tail int32
	for {
		if p.space(); len(p.s.simples) >= p.s.room {
			p.s.refuse(0)
			p.i = len(p.src)
			return head
		}
		if id := p.complex(depth); id != 0 {
			if tail == 0 {
				head = id
			} else {
				p.s.selectors[tail].next = id
			}
			tail = id
		} else {
			p.failed = true
		}
		if p.i >= len(p.src) || p.src[p.i] != ',' {
			return head
		}
		p.i++
	}
}

// name reads a name at i.
func (p *selectorReader) name(i int) (name []byte, end int) {
	name, end, p.s.escaped = readName(p.src, i, p.s.escaped)
	return name, end
}

func (p *selectorReader) space() bool {
	from := p.i
	for p.i < len(p.src) && isSpace(p.src[p.i]) {
		p.i++
	}
	return p.i > from
}

// skip goes to the comma or bracket that ends a selector.
func (p *selectorReader) skip() {
	depth := 0
	for p.i < len(p.src) {
		switch p.src[p.i] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth == 0 {
				return
			}
			depth--
		case ',':
			if depth == 0 {
				return
			}
		case '\\':
			p.i++
		case '"', '\'':
			p.i = stringEnd(p.src, p.i)
			continue
		}
		p.i++
	}
	p.i = min(p.i, len(p.src))
}

// complex reads one selector; 0 if it is none.
func (p *selectorReader) complex(depth int) int32 {
	outer := p.refers
	p.refers = false
	id := p.oneComplex(depth)
	p.refers = outer || p.refers
	return id
}

func (p *selectorReader) oneComplex(depth int) int32 {
	sel := selector{}
	var left int32
	how := byte(0)
	if p.i < len(p.src) && (p.src[p.i] == '>' || p.src[p.i] == '+' || p.src[p.i] == '~') {
		if p.parent == 0 || depth > 0 {
			p.skip()
			return 0
		}
		left, how = p.nesting(&sel), p.src[p.i]
		p.i++
		p.refers = true
	}
	for {
		p.space()
		c, ok := p.compound(&sel, depth)
		if !ok {
			p.skip()
			return 0
		}
		p.s.compounds[c].left, p.s.compounds[c].how = left, how
		left = c
		spaced := p.space()
		if p.i >= len(p.src) || p.src[p.i] == ',' || p.src[p.i] == ')' {
			break
		}
		switch c := p.src[p.i]; c {
		case '>', '+', '~':
			how = c
			p.i++
		default:
			if !spaced {
				p.skip()
				return 0
			}
			how = ' '
		}
	}
	if p.parent != 0 && depth == 0 && !p.refers {
		c := left
		for p.s.compounds[c].left != 0 {
			c = p.s.compounds[c].left
		}
		amp := p.nesting(&sel)
		p.s.compounds[c].left, p.s.compounds[c].how = amp, ' '
	}
	sel.last = left
	p.s.selectors = append(p.s.selectors, sel)
	return int32(len(p.s.selectors) - 1)
}

// nesting adds the compound that & stands for.
func (p *selectorReader) nesting(sel *selector) int32 {
	sel.specificity += p.mostSpecific(p.parent)
	return p.addCompound(p.addSimple(simple{kind: simpleIs, list: p.parent}, 0))
}

func (p *selectorReader) addCompound(first int32) int32 {
	p.s.compounds = append(p.s.compounds, compound{first: first})
	return int32(len(p.s.compounds) - 1)
}

// addSimple adds a simple selector in front of others of its compound.
func (p *selectorReader) addSimple(x simple, next int32) int32 {
	x.next = next
	if x.kind == simpleClass {
		x.hash = hashFold(seedClass, x.name)
	}
	if x.kind == simpleAttr || x.kind == simpleHas || x.kind == simpleHasNot {
		x.key = dom.KeyOf(string(x.name))
	}
	p.s.simples = append(p.s.simples, x)
	return int32(len(p.s.simples) - 1)
}

// mostSpecific returns the specificity of a list.
func (p *selectorReader) mostSpecific(list int32) uint32 {
	var most uint32
	for n := 0; list != 0 && n < 64; list, n = p.s.selectors[list].next, n+1 {
		most = max(most, p.s.selectors[list].specificity)
	}
	return most
}

// The parts of a specificity. A selector of more than 255 classes is cut short
// by maxSimples.
const (
	specID     = 1 << 16
	specClass  = 1 << 8
	specTag    = 1
	maxSimples = 32
)

// compound reads a compound selector.
func (p *selectorReader) compound(sel *selector, depth int) (id int32, ok bool) {
	var first int32
	count := 0
	for start := p.i; p.i < len(p.src); count++ {
		if count > maxSimples {
			return 0, false
		}
		var x simple
		switch c := p.src[p.i]; {
		case c == '*':
			p.i++
			if p.i < len(p.src) && p.src[p.i] == '|' {
				p.i++
				continue
			}
			if p.i-start == 1 {
				continue
			}
			return 0, false
		case c == '&':
			p.i++
			p.refers = true
			if p.parent == 0 {
				x = simple{kind: simpleRoot}
				break
			}
			sel.specificity += p.mostSpecific(p.parent)
			x = simple{kind: simpleIs, list: p.parent}
		case c == '#' || c == '.':
			name, end := p.name(p.i + 1)
			if name == nil {
				return 0, false
			}
			p.i = end
			x = simple{kind: simpleID, name: name}
			if c == '.' {
				x.kind = simpleClass
				sel.specificity += specClass
			} else {
				sel.specificity += specID
			}
		case c == '[':
			if x, ok = p.attribute(); !ok {
				return 0, false
			}
			sel.specificity += specClass
		case c == ':':
			var more uint32
			if x, more, ok = p.pseudo(depth); !ok {
				return 0, false
			}
			sel.specificity += more
			if x.kind == simpleNever {
				sel.never = true
			}
		case isNameByte(c) || c == '\\':
			if p.i != start {
				return 0, false
			}
			var name []byte
			if name, p.i = p.name(p.i); name == nil {
				return 0, false
			}
			x = simple{kind: simpleTag, name: name, tag: dom.TagOf(string(lower(name)))}
			sel.specificity += specTag
		default:
			if p.i == start {
				return 0, false
			}
			return p.addCompound(first), true
		}
		first = p.addSimple(x, first)
	}
	if count == 0 {
		return 0, false
	}
	return p.addCompound(first), true
}

// attribute reads a selector in square brackets.
func (p *selectorReader) attribute() (x simple, ok bool) {
	p.i++
	p.space()
	name, end := p.name(p.i)
	if name == nil {
		return x, false
	}
	p.i = end
	x = simple{kind: simpleAttr, name: lower(name)}
	p.space()
	if p.i < len(p.src) && p.src[p.i] == ']' {
		p.i++
		return x, true
	}
	if p.i+1 < len(p.src) && p.src[p.i+1] == '=' {
		x.op = p.src[p.i]
		p.i += 2
	} else if p.i < len(p.src) && p.src[p.i] == '=' {
		x.op = '='
		p.i++
	} else {
		return x, false
	}
	p.space()
	if p.i < len(p.src) && (p.src[p.i] == '"' || p.src[p.i] == '\'') {
		end := stringEnd(p.src, p.i)
		x.value = unescape(p.src[p.i+1 : max(end-1, p.i+1)])
		p.i = end
	} else if x.value, p.i = p.name(p.i); x.value == nil {
		return x, false
	}
	if p.space(); p.i < len(p.src) && p.src[p.i]|0x20 == 'i' {
		x.fold = true
		p.i++
		p.space()
	}
	if p.i >= len(p.src) || p.src[p.i] != ']' {
		return x, false
	}
	p.i++
	if x.op == '~' && !x.fold && string(x.name) == "class" {
		return simple{kind: simpleClass, name: x.value}, true // the same, and indexed
	}
	return x, true
}
