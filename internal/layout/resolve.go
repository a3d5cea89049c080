package layout

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// state is what an element hands down to those in it.
type state struct {
	after   dom.ID // the first node it does not hold for
	customs int    // how many custom properties were in force around it
	box     document.Hiding
	text    document.Hiding // the reasons that a descendant may take back
	font    float32         // size in pixels
	colour  colour
	fill    colour // of -webkit-text-fill-color; not known if not set
	ground  colour
	assumed bool // ground may be another, by an external style sheet
	shadow  bool
	node    dom.ID // whose state it is
	hot     bool   // the text may be like some ground
	zone    bool   // what is in the element has to be looked at, whatever applies to it
}

// tiny is the greatest size, in pixels, of a box that shows nothing readable.
const tiny = 6

// needsState reports whether an element without declarations changes something:
// a link has a colour of its own, and old attributes say what styles do.
func (s *styles) needsState(t *dom.Tree, id dom.ID, n *dom.Node, top *state) bool {
	switch n.Tag {
	case dom.TagA:
		return s.keep&colourProps != 0
	case dom.TagFont, dom.TagBody, dom.TagTable, dom.TagTd, dom.TagTr:
		if t.Find(id, dom.KeyColor) != nil || t.Find(id, dom.KeyBgColor) != nil {
			return true
		}
	case dom.TagMarquee:
		return true
	}
	return s.external && !top.assumed && (t.Find(id, dom.KeyClass) != nil || t.Find(id, dom.KeyID) != nil)
}

// compute works out the state of an element from that of its parent, in st.
func (s *styles) compute(t *dom.Tree, id dom.ID, n *dom.Node, w *winners, st *state) {
	s.computeParts(t, id, n, w, st)
	st.zone = st.text != 0 || st.clearText()
}

// clearText reports whether the text has no colour of its own.
func (st *state) clearText() bool {
	text := st.colour
	if st.fill.known {
		text = st.fill
	}
	return text.known && text.a <= faint
}

// computeParts works out what compute does, but for zone.
func (s *styles) computeParts(t *dom.Tree, id dom.ID, n *dom.Node, w *winners, st *state) {
	root := n.Tag == dom.TagHTML || n.Tag == dom.TagBody
	s.computeFont(w, st)
	s.computeColour(t, id, n, w, st)
	if v, ok := w.value(s, pIndent); ok && v.kind == length && !s.inlineBox(n, w, 0) {
		st.text &^= document.TextIndent
		if px, _ := v.pixels(st.font, windowWidth); px <= -400 {
			st.text |= document.TextIndent
		}
	}
	if root {
		return // a page that is hidden as a whole is about to be shown
	}
	if v, ok := w.value(s, pVisibility); ok && v.kind == keyword {
		st.text &^= document.StyleVisibility
		if v.n == 1 && w.rule>>pVisibility&1 != 0 {
			st.text |= document.StyleVisibility
		}
	}
	s.computeBox(t, id, n, w, st)
}

func (s *styles) is(w *winners, p prop, n float32) bool {
	v, ok := w.value(s, p)
	return ok && v.isKeyword(n)
}

// computeFont works out the size of the font.
func (s *styles) computeFont(w *winners, st *state) {
	v, ok := w.value(s, pFont)
	if !ok {
		return
	}
	if px, ok := v.pixels(st.font, st.font); ok && px >= 0 {
		st.font = px
		st.text &^= document.TinyFont
		if px <= 1 {
			st.text |= document.TinyFont
		}
	}
}

// computeColour works out the colours of text and ground.
func (s *styles) computeColour(t *dom.Tree, id dom.ID, n *dom.Node, w *winners, st *state) {
	outer := st.colour
	if n.Tag == dom.TagA && t.Find(id, dom.KeyHref) != nil {
		st.colour = link
		if s.external {
			st.colour = colour{}
		}
	}
	if v, ok := t.AttrBytes(id, dom.KeyColor); ok && n.Tag == dom.TagFont {
		st.colour = parseColour(v)
	}
	if v, ok := w.value(s, pColour); ok && v.kind == coloured {
		st.colour = v.colour
	} else if ok && v.kind == inherit {
		st.colour = outer
	}
	if v, ok := w.value(s, pFill); ok {
		st.fill = v.colour
	}
	if _, ok := w.value(s, pShadow); ok {
		st.shadow = s.is(w, pShadow, 1)
	}
	s.computeGround(t, id, n, w, st)
	st.text &^= document.SameColour | document.Transparent | document.WhiteText
	text := st.colour
	if st.fill.known {
		text = st.fill
	}
	st.hot = s.hotText(text)
	switch {
	case !text.known || st.shadow:
	case text.a <= faint:
		if st.ground.known {
			st.text |= document.Transparent
		}
	case !near(text, st.ground):
	case !st.assumed:
		st.text |= document.SameColour
	case near(text, white):
		st.text |= document.WhiteText
	}
}

// computeGround works out what stands behind the text.
func (s *styles) computeGround(t *dom.Tree, id dom.ID, n *dom.Node, w *winners, st *state) {
	ground, own := value{}, false
	if v, ok := t.AttrBytes(id, dom.KeyBgColor); ok {
		ground, own = value{kind: coloured, colour: parseColour(v)}, true
	}
	if v, ok := w.value(s, pGround); ok {
		ground, own = v, true
	}
	clear := own && ground.colour.known && ground.colour.a <= faint
	if s.is(w, pImage, 1) || t.Find(id, dom.KeyBackground) != nil {
		st.ground, st.assumed = colour{}, true
		return
	}
	if own && !clear {
		st.ground, st.assumed = ground.colour, false
		if st.ground.a < 255-faint {
			st.ground = colour{}
		}
		return
	}
	if v, ok := w.value(s, pPosition); ok && v.isKeyword(2) {
		st.assumed = true // it may stand in front of anything
	}
	if s.external && (t.Find(id, dom.KeyClass) != nil || t.Find(id, dom.KeyID) != nil) {
		st.assumed = true
	}
}

// computeBox finds what hides the element's box, and all that is in it.
func (s *styles) computeBox(t *dom.Tree, id dom.ID, n *dom.Node, w *winners, st *state) {
	if v, ok := w.value(s, pDisplay); ok && v.isKeyword(displayNone) && w.rule>>pDisplay&1 != 0 {
		st.box |= document.StyleDisplay
	}
	if v, ok := w.value(s, pOpacity); ok && v.kind == number && v.n <= 0.02 || s.is(w, pFilter, 1) {
		st.box |= document.Opacity
	}
	position := float32(0)
	if v, ok := w.value(s, pPosition); ok && v.kind == keyword {
		position = v.n
	}
	moved := s.movement(w, st, position)
	inline := s.inlineBox(n, w, position)
	var h document.Hiding
	if s.is(w, pContent, 1) && !inline {
		h |= document.StyleDisplay
	}
	if v, ok := w.value(s, pTransform); ok && v.kind == keyword && !inline {
		moved |= int(v.n)
	}
	if v, ok := w.value(s, pTranslate); ok && !inline {
		moved |= int(v.n)
	}
	if moved&movedAway != 0 {
		h |= document.OffScreen
	} else if moved&movedOut != 0 {
		h |= document.OffCanvas
	}
	if moved&flat != 0 || s.is(w, pScale, 1) && !inline {
		h |= document.Scaled
	}
	if s.is(w, pClip, 1) && position == 2 || s.is(w, pClipPath, 1) {
		h |= document.Clipped
	}
	if n.Tag == dom.TagMarquee {
		h |= s.marqueeHides(t, id, w, st)
	} else if !inline {
		size, pixel := s.clipped(w, st)
		h |= size
		if pixel && position == 2 && h&(document.Clipped|document.OffScreen) != 0 {
			h = h&^(document.Clipped|document.OffScreen|document.TinyBox|document.Collapsed) | document.ScreenReader
		}
	}
	st.box |= h
}

// inlineBox reports whether width, height and transform do not apply.
func (s *styles) inlineBox(n *dom.Node, w *winners, position float32) bool {
	if position == 2 || s.is(w, pFloat, 1) {
		return false
	}
	if v, ok := w.value(s, pDisplay); ok && v.kind == keyword && v.n != displayNone {
		return v.n == displayInline || v.n == displayTable
	}
	switch n.Tag {
	case dom.TagTable, dom.TagTr, dom.TagTd, dom.TagTh, dom.TagTbody, dom.TagThead, dom.TagTfoot, dom.TagCaption:
		return true
	}
	return BoxOf(n) == Inline
}

// movement says how far position and margins move an element.
func (s *styles) movement(w *winners, st *state, position float32) int {
	most := 0
	note := func(p prop) {
		if v, ok := w.value(s, p); ok && v.kind == length {
			if v.unit == em {
				v = value{kind: length, n: v.n * st.font}
			}
			most = max(most, far(v))
		}
	}
	if position > 0 {
		for _, p := range [...]prop{pLeft, pTop, pRight, pBottom} {
			note(p)
		}
	}
	note(pMarginLeft)
	note(pMarginTop)
	if position == 0 && most == movedOut {
		return 0
	}
	return most
}

// clipped says whether the box is too small for what is in it; pixel reports
// that it is a pixel wide and high.
func (s *styles) clipped(w *winners, st *state) (h document.Hiding, pixel bool) {
	if !s.is(w, pOverflow, 1) {
		return 0, false
	}
	width, height := s.size(w, st, pWidth, pMaxWidth, pMinWidth, pPadX), s.size(w, st, pHeight, pMaxHeight, pMinHeight, pPadY)
	switch {
	case width > tiny && height > tiny:
		return 0, false
	case width == 0 && height == 0:
		h = document.TinyBox
	case width == 0 || height == 0:
		h = document.Collapsed
	default:
		h = document.TinyBox
	}
	return h, width <= 2 && height <= 2
}

// size returns the size of a box in one direction, as far as it is known to be
// small; else something large.
func (s *styles) size(w *winners, st *state, size, most, least, padding prop) float32 {
	n := float32(windowWidth)
	for _, p := range [...]prop{size, most} {
		if v, ok := w.value(s, p); ok {
			if px, ok := v.pixels(st.font, windowWidth); ok && px >= 0 {
				n = min(n, px)
			}
		}
	}
	for _, p := range [...]prop{least, padding} {
		if v, ok := w.value(s, p); ok {
			if px, ok := v.pixels(st.font, windowWidth); ok {
				n = max(n, px)
			}
		}
	}
	return n
}

// marqueeHides reports whether a marquee is too small to be read.
func (s *styles) marqueeHides(t *dom.Tree, id dom.ID, w *winners, st *state) document.Hiding {
	width, height := s.size(w, st, pWidth, pMaxWidth, pMinWidth, pPadX), s.size(w, st, pHeight, pMaxHeight, pMinHeight, pPadY)
	for _, key := range [...]dom.Key{dom.KeyWidth, dom.KeyHeight} {
		if v, ok := t.AttrBytes(id, key); ok {
			if px, ok := absolute(parseLength(v)); ok {
				if key == dom.KeyWidth {
					width = min(width, px)
				} else {
					height = min(height, px)
				}
			}
		}
	}
	if width <= tiny || height <= tiny {
		return document.Marquee
	}
	return 0
}
