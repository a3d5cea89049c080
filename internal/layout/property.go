package layout

import "bytes"

// prop is a property that bears on what is seen.
type prop uint8

const (
	pDisplay prop = iota
	pVisibility
	pOpacity
	pPosition
	pLeft
	pTop
	pRight
	pBottom
	pIndent
	pClip
	pClipPath
	pFont
	pWidth
	pHeight
	pMaxWidth
	pMaxHeight
	pMinWidth
	pMinHeight
	pPadX
	pPadY
	pOverflow
	pFloat
	pColour
	pFill
	pGround
	pImage
	pGroundClip
	pShadow
	pTransform
	pScale
	pTranslate
	pMarginLeft
	pMarginTop
	pFilter
	pContent
	pCustom
	props
	// Shorthands whose value is not known before custom properties are.
	pBackground
	pFontAll
	pMargin
	pInset
	pPadding
)

// propSet is a set of properties.
type propSet uint64

func setOf(list ...prop) (s propSet) {
	for _, p := range list {
		s |= 1 << p
	}
	return s
}

// The properties that work together.
var (
	colourProps   = setOf(pColour, pFill, pGround, pImage, pGroundClip, pShadow, pPosition)
	boxProps      = setOf(pWidth, pHeight, pMaxWidth, pMaxHeight, pMinWidth, pMinHeight, pPadX, pPadY, pOverflow, pFloat, pDisplay, pPosition)
	placeProps    = setOf(pPosition, pLeft, pTop, pRight, pBottom)
	shorthandSets = [...]propSet{
		pBackground: setOf(pGround, pImage, pGroundClip), pFontAll: setOf(pFont), pMargin: setOf(pMarginLeft, pMarginTop),
		pInset: setOf(pLeft, pTop, pRight, pBottom), pPadding: setOf(pPadX, pPadY),
	}
	propNames = map[string]prop{
		"display": pDisplay, "visibility": pVisibility, "opacity": pOpacity, "position": pPosition, "left": pLeft, "top": pTop,
		"right": pRight, "bottom": pBottom, "inset": pInset, "text-indent": pIndent, "clip": pClip, "clip-path": pClipPath,
		"-webkit-clip-path": pClipPath, "font-size": pFont, "font": pFontAll, "width": pWidth, "height": pHeight,
		"max-width": pMaxWidth, "max-height": pMaxHeight, "min-width": pMinWidth, "min-height": pMinHeight,
		"inline-size": pWidth, "block-size": pHeight, "max-block-size": pMaxHeight, "max-inline-size": pMaxWidth,
		"inset-inline-start": pLeft, "inset-inline-end": pRight, "inset-block-start": pTop, "inset-block-end": pBottom,
		"margin-inline-start": pMarginLeft, "margin-block-start": pMarginTop,
		"padding": pPadding, "padding-top": pPadY, "padding-bottom": pPadY, "padding-left": pPadX, "padding-right": pPadX,
		"overflow": pOverflow, "overflow-x": pOverflow, "overflow-y": pOverflow, "float": pFloat, "color": pColour,
		"-webkit-text-fill-color": pFill, "background-color": pGround, "background-image": pImage, "background": pBackground,
		"background-clip": pGroundClip, "-webkit-background-clip": pGroundClip, "text-shadow": pShadow, "transform": pTransform,
		"-webkit-transform": pTransform, "scale": pScale, "translate": pTranslate, "margin": pMargin, "margin-left": pMarginLeft,
		"margin-top": pMarginTop, "filter": pFilter, "content-visibility": pContent,
	}
)

// decl is a declaration.
type decl struct {
	prop      prop
	important bool
	value     value
	name      uint32 // of a custom property: the hash of its name
}

// props returns the properties a declaration sets.
func (d *decl) props() propSet {
	if d.prop > props {
		return shorthandSets[d.prop]
	}
	return 1 << d.prop
}

// declarations reads the declarations of a style attribute.
func (s *styles) declarations(src []byte) {
	r := reader{s: s, src: src}
	for r.i < len(src) {
		end := r.scan(r.i)
		s.declaration(src[r.i:end])
		if end < len(src) && src[end] != ';' { // a block, or a bracket too many: skip to the next semicolon
			if src[end] == '{' {
				end = r.skipBlock(end + 1)
			}
		}
		r.i = end + 1
	}
}

// declaration reads one declaration and keeps it if it bears on what is seen.
func (s *styles) declaration(src []byte) {
	if !bears(src) {
		return
	}
	src = plainCSS(src)
	k := bytes.IndexByte(src, ':')
	if k <= 0 {
		return
	}
	name := bytes.TrimSpace(src[:k])
	if bytes.IndexByte(name, '\\') >= 0 {
		name = unescape(name)
	}
	d := decl{}
	body := bytes.TrimSpace(src[k+1:])
	if i := bytes.LastIndexByte(body, '!'); i >= 0 && bytes.EqualFold(bytes.TrimSpace(unescape(body[i+1:])), []byte("important")) {
		d.important = true
		body = bytes.TrimSpace(body[:i])
	}
	if len(name) > 2 && name[0] == '-' && name[1] == '-' {
		d.prop, d.name = pCustom, hashName(name)
		d.value = value{kind: raw, text: body}
		s.decls = append(s.decls, d)
		return
	}
	if len(name) > 32 {
		return
	}
	p, ok := propertyOf(name)
	if !ok {
		return
	}
	d.prop = p
	s.expand(d, unescape(body))
}

// bears reports whether a declaration may bear on what is seen, by its name.
func bears(src []byte) bool {
	i := 0
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	start := i
	for i < len(src) && isNameByte(src[i]) {
		i++
	}
	name := src[start:i]
	if i >= len(src) || src[i] != ':' || len(name) > 2 && name[0] == '-' && name[1] == '-' {
		return true // a custom property, or one whose name is written in another way
	}
	_, ok := propertyOf(name)
	return ok
}

// propertyOf returns the property with a name; ok is false if it does not bear
// on what is seen.
func propertyOf(name []byte) (p prop, ok bool) {
	h := hashFold(seedName, name)
	for i := h >> 23; ; i = (i + 1) & (1<<9 - 1) {
		switch e := &propTable[i]; {
		case e.name == "":
			return 0, false
		case e.hash == h && len(e.name) == len(name) && bytes.EqualFold([]byte(e.name), name):
			return e.prop, true
		}
	}
}

// propTable holds propNames by the hash of the name.
var propTable = func() (t [1 << 9]struct {
	hash uint32
	prop prop
	name string
},
) {
	for name, p := range propNames {
		h := hashFold(seedName, []byte(name))
		i := h >> 23
		for t[i].name != "" {
			i = (i + 1) & (1<<9 - 1)
		}
		t[i].hash, t[i].prop, t[i].name = h, p, name
	}
	return t
}()

// hashName returns the hash of the name of a custom property.
func hashName(name []byte) uint32 {
	h := seedName
	for _, c := range name {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// expand adds a declaration as one of each property it sets.
func (s *styles) expand(d decl, body []byte) {
	if len(body) == 0 {
		return
	}
	if containsVar(body) {
		s.vars = true
		s.keep |= d.props() | 1<<pCustom
		if d.props()&boxProps&^(1<<pPosition|1<<pDisplay) != 0 {
			s.keep |= boxProps
		}
		if d.props()&placeProps != 0 {
			s.keep |= placeProps
		}
		if d.props()&colourProps&^(1<<pPosition) != 0 {
			s.keep |= colourProps
		}
		d.value = value{kind: raw, text: body}
		s.decls = append(s.decls, d)
		return
	}
	add := func(p prop, v value) {
		d.prop, d.value = p, v
		s.decls = append(s.decls, d)
		s.hazard(&d)
	}
	if bytes.EqualFold(body, []byte("inherit")) {
		for p := range props {
			if d.props()>>p&1 != 0 {
				add(p, value{kind: inherit})
			}
		}
		return
	}
	switch d.prop {
	case pBackground:
		ground, image, clip := background(body)
		add(pGround, ground)
		add(pImage, image)
		add(pGroundClip, clip)
	case pFontAll:
		if v := fontSize(body); v.kind != other {
			add(pFont, v)
		}
	case pMargin, pInset, pPadding:
		top, right, bottom, left := sides(body)
		switch d.prop {
		case pMargin:
			add(pMarginLeft, left)
			add(pMarginTop, top)
		case pInset:
			add(pLeft, left)
			add(pTop, top)
			add(pRight, right)
			add(pBottom, bottom)
		default:
			add(pPadX, larger(left, right))
			add(pPadY, larger(top, bottom))
		}
	default:
		v := parseValue(d.prop, body)
		if d.prop == pColour && v.kind == coloured && !v.colour.known && !understood(body) {
			return // no such value: the declaration is void
		}
		add(d.prop, v)
	}
}

// understood reports whether a colour may be one, if one that is not known.
func understood(body []byte) bool {
	for _, c := range body {
		if !isNameByte(c) && c != '(' && c != ')' && c != ',' && c != '.' && c != '/' && c != '%' && c != ' ' && c != '#' && c != '+' {
			return false
		}
	}
	return true
}

// larger returns the value that is farther from zero.
func larger(a, b value) value {
	if a.kind == length && (b.kind != length || abs(a.n) >= abs(b.n)) {
		return a
	}
	return b
}

// hazard notes what a declaration can do, so that rules that matter only
// together with it are kept.
func (s *styles) hazard(d *decl) {
	v := d.value
	switch d.prop {
	case pDisplay, pVisibility, pClip, pClipPath, pTransform, pFilter, pContent:
		if v.isKeyword(1) || v.kind == keyword && d.prop == pTransform {
			s.keep |= 1<<d.prop | 1<<pPosition
		}
	case pOpacity:
		if v.kind == number && v.n <= 0.02 {
			s.keep |= 1 << pOpacity
		}
	case pScale, pTranslate:
		s.keep |= 1 << d.prop
	case pLeft, pTop, pRight, pBottom:
		if v.kind == length && (v.n <= -20 || v.n >= 100) {
			s.keep |= placeProps | boxProps
		}
	case pMarginLeft, pMarginTop:
		if v.kind == length && v.n <= -20 {
			s.keep |= 1 << d.prop
		}
	case pIndent:
		if v.kind == length && v.n <= -10 {
			s.keep |= 1 << d.prop
		}
	case pFont:
		if v.kind == length && (v.n <= 1 && v.unit == px || v.n <= 0.1 || v.n <= 10 && v.unit == percent) {
			s.keep |= 1 << d.prop
		}
	case pWidth, pHeight, pMaxWidth, pMaxHeight:
		if n, ok := v.pixels(16, windowWidth); ok && n <= tiny {
			s.keep |= boxProps | placeProps
		}
	case pColour, pFill, pGround:
		s.colours.note(d.prop, v.colour)
	}
}
