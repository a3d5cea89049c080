package layout

import "bytes"

// trigger says whether a declaration can hide an element by itself. An element
// that no such declaration applies to is hidden only if its parent is, so that
// nothing else about it needs to be known.
type trigger uint8

const (
	triggers     trigger = 1 << iota // can hide
	groundBehind                     // gives text the ground it cannot be told from
)

// bounds for lengths in ems, whose font is not known yet: it is taken to be
// between 3 and 1000 pixels.
const (
	smallEms = 2
	largeEms = 3.6
)

// palette is a set of colours, coarse: eight values of a channel are one.
type palette struct {
	cells [1 << 15 / 64]uint64
	all   bool // some colour of the set is not known
}

// add adds a colour that is known.
func (p *palette) add(c colour) {
	i := uint(c.r)>>3<<10 | uint(c.g)>>3<<5 | uint(c.b)>>3
	p.cells[i>>6] |= 1 << (i & 63)
}

// near reports whether a colour near c may be in the set.
func (p *palette) near(c colour) bool {
	if p.all {
		return true
	}
	low := func(v uint8) uint { return uint(max(int(v)-nearest, 0)) >> 3 }
	high := func(v uint8) uint { return uint(min(int(v)+nearest, 255)) >> 3 }
	for r := low(c.r); r <= high(c.r); r++ {
		for g := low(c.g); g <= high(c.g); g++ {
			for b := low(c.b); b <= high(c.b); b++ {
				if i := r<<10 | g<<5 | b; p.cells[i>>6]>>(i&63)&1 != 0 {
					return true
				}
			}
		}
	}
	return false
}

// hotText reports whether text of a colour may stand on a ground of the same, or
// cannot be seen on any.
func (s *styles) hotText(c colour) bool {
	return c.known && (c.a <= faint || s.grounds.near(c))
}

// covers reports whether a ground hides what is behind it.
func (c colour) covers() bool { return c.known && c.a >= 255-faint }

// gather notes the colours of a declaration.
func (s *styles) gather(d *decl) {
	switch c := d.value.colour; {
	case d.value.kind != coloured || !c.known:
	case d.prop == pGround && c.covers():
		s.grounds.add(c)
	case d.prop == pColour || d.prop == pFill:
		s.texts.add(c)
	}
}

// triggerOf returns what a declaration with a known value can do.
func (s *styles) triggerOf(d *decl) trigger {
	v := &d.value
	hides := false
	switch d.prop {
	case pDisplay, pVisibility, pClip, pClipPath, pFilter, pContent, pScale:
		hides = v.isKeyword(1)
	case pTransform, pTranslate:
		hides = v.kind == keyword && v.n != 0
	case pOpacity:
		hides = v.kind == number && v.n <= 0.02
	case pLeft, pTop, pRight, pBottom, pMarginLeft, pMarginTop:
		hides = v.kind == length && (v.unit == em && (v.n < 0 || v.n >= largeEms) || v.unit != em && far(*v) != 0)
	case pIndent:
		n, ok := v.pixels(16, windowWidth)
		hides = ok && (v.unit == em && v.n < 0 || n <= -400)
	case pFont:
		hides = v.kind == length && (v.unit == px && v.n <= 1 || v.unit == em && v.n < 1 || v.unit == percent && v.n < 100)
	case pWidth, pHeight, pMaxWidth, pMaxHeight:
		n, ok := v.pixels(16, windowWidth)
		hides = ok && (n <= tiny || v.unit == em && v.n <= smallEms)
	case pColour:
		hides = v.kind == coloured && s.hotText(v.colour)
	case pFill:
		hides = true
	case pGround:
		if v.kind == coloured && v.colour.covers() && s.texts.near(v.colour) {
			return groundBehind
		}
	case pShadow:
		if !v.isKeyword(1) {
			return groundBehind
		}
	}
	if hides {
		return triggers
	}
	return 0
}

// rawDecl is a declaration that refers to custom properties, with the
// declarations it may amount to.
type rawDecl struct {
	decl     int32
	expanded [2]int32 // in styles.expanded
	unknown  bool     // they are too many to tell
}

// The limits on the values that a reference may have.
const (
	maxExpanded = 12 // for one declaration
	maxPending  = 8
)

// classify works out what each declaration can do, into s.triggers.
func (s *styles) classify() {
	s.raws, s.expanded = s.raws[:0], s.expanded[:0]
	if s.vars {
		s.defineCustoms()
	}
	for i := 1; i < len(s.decls); i++ {
		d := &s.decls[i]
		if d.value.kind != raw || d.prop == pCustom {
			s.gather(d)
			continue
		}
		first := int32(len(s.expanded))
		known := s.expandRaw(int32(i))
		set := s.decls[i].props()
		if !known {
			s.grounds.all = s.grounds.all || set>>pGround&1 != 0
			s.texts.all = s.texts.all || set>>pColour&1 != 0 || set>>pFill&1 != 0
		}
		s.raws = append(s.raws, rawDecl{int32(i), [2]int32{first, int32(len(s.expanded))}, !known})
		for k := int(first); k < len(s.expanded); k++ {
			s.gather(&s.expanded[k])
		}
	}
	s.triggers = append(s.triggers[:0], 0)
	raws := s.raws
	for i := 1; i < len(s.decls); i++ {
		d := &s.decls[i]
		if d.value.kind != raw || d.prop == pCustom {
			s.triggers = append(s.triggers, s.triggerOf(d))
			continue
		}
		r := raws[0]
		raws = raws[1:]
		does := trigger(0)
		if r.unknown {
			does = unknownTrigger(d)
		}
		for k := r.expanded[0]; k < r.expanded[1]; k++ {
			does |= s.triggerOf(&s.expanded[k])
		}
		s.triggers = append(s.triggers, does)
	}
}

// unknownTrigger returns what a declaration can do whose value is not known.
func unknownTrigger(d *decl) trigger {
	const neutral = 1<<pPosition | 1<<pMinWidth | 1<<pMinHeight | 1<<pPadX | 1<<pPadY | 1<<pOverflow | 1<<pFloat | 1<<pImage | 1<<pGroundClip
	switch set := d.props() &^ neutral; {
	case set == 0:
		return 0
	case set&^(1<<pGround|1<<pShadow) == 0:
		return groundBehind
	}
	return triggers
}

// definition is a declaration of a custom property.
type definition struct {
	decl, next int32
}

// defineCustoms files the custom properties by name.
func (s *styles) defineCustoms() {
	s.definitions = append(s.definitions[:0], definition{})
	clear(s.defined[:])
	s.looks = 2*len(s.decls) + 1<<12
	clear(s.referred[:])
	for i := range s.decls {
		d := &s.decls[i]
		if d.value.kind == raw {
			s.refer(d.value.text)
		}
		if d.prop == pCustom {
			slot := slotOf(d.name)
			s.definitions = append(s.definitions, definition{int32(i), s.defined[slot]})
			s.defined[slot] = int32(len(s.definitions) - 1)
		}
	}
}

// refer notes the custom properties that a value refers to.
func (s *styles) refer(v []byte) {
	if bytes.IndexByte(v, '(') < 0 {
		return
	}
	for k := indexVar(v); k >= 0; k = indexVar(v) {
		v = v[k+4:]
		end := bytes.IndexAny(v, ",)")
		if end < 0 {
			end = len(v)
		}
		slot := slotOf(hashName(bytes.TrimSpace(unescape(v[:end]))))
		s.referred[slot>>6] |= 1 << (slot & 63)
	}
}

// refers reports whether some value may refer to a custom property.
func (s *styles) refers(name uint32) bool {
	slot := slotOf(name)
	return s.referred[slot>>6]>>(slot&63)&1 != 0
}

// declaresReferred reports whether some value may refer to a custom property
// among some declarations.
func (s *styles) declaresReferred(decls [2]int32) bool {
	for i := decls[0]; i < decls[1]; i++ {
		if d := &s.decls[i]; d.prop == pCustom && s.refers(d.name) {
			return true
		}
	}
	return false
}

// expandRaw adds to s.expanded what a declaration may amount to; false if that
// is too much.
func (s *styles) expandRaw(i int32) bool {
	p, first := s.decls[i].prop, s.decls[i].value.text
	s.texting = s.texting[:0]
	var pending [maxPending][]byte
	pending[0] = first
	for n, count := 1, 0; n > 0; count++ {
		n--
		v := pending[n]
		k := indexVar(v)
		if k < 0 {
			if v = bytes.TrimSpace(v); !containsVar(v) {
				s.expandInto(p, v)
			}
			continue
		}
		if count > maxExpanded || len(v) > maxValue {
			return false
		}
		end := closing(v[k+4:])
		inner, rest := v[k+4:k+4+end], v[min(k+5+end, len(v)):]
		name, fallback, has := bytes.Cut(inner, []byte(","))
		if has {
			pending[n] = s.joined(v[:k], bytes.TrimSpace(fallback), rest)
			n++
		}
		hash := hashName(bytes.TrimSpace(unescape(name)))
		for c := s.defined[slotOf(hash)]; c != 0; c = s.definitions[c].next {
			if s.looks--; s.looks < 0 {
				return false
			}
			d := &s.decls[s.definitions[c].decl]
			if d.name != hash {
				continue
			}
			if n == maxPending {
				return false
			}
			pending[n] = s.joined(v[:k], d.value.text, rest)
			n++
		}
	}
	return true
}

// joined returns three texts as one, which is valid until the next declaration.
func (s *styles) joined(a, b, c []byte) []byte {
	if len(a) == 0 && len(c) == 0 {
		return b
	}
	start := len(s.texting)
	s.texting = append(append(append(s.texting, a...), b...), c...)
	return s.texting[start:]
}

// expandInto adds the declarations of a value to s.expanded.
func (s *styles) expandInto(p prop, text []byte) {
	mark, keep, colours := len(s.decls), s.keep, s.colours
	s.expand(decl{prop: p}, text)
	s.expanded = append(s.expanded, s.decls[mark:]...)
	s.decls, s.keep, s.colours = s.decls[:mark], keep, colours
}
