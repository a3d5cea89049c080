package layout

import "github.com/winnowtext/winnow/internal/dom"

// styles holds the rules of a page's style elements. Selectors and declarations
// are records in flat slices, linked by index; record 0 means none. Names and
// values that differ from their bytes in the page are kept in memory of their
// own, which only grows while a page is read.
type styles struct {
	simples   []simple
	compounds []compound
	selectors []selector
	decls     []decl
	rules     []rule
	index     table                // the rules that can make a difference
	links     []chained            // the chains of rules with the same key
	attrs     [1 << 16 / 64]uint64 // the attributes that are keys
	keys      int                  // how many keys the index has
	armed     bool                 // some of the rules can hide
	layers    []uint32             // hashes of the names of layers, in their order
	inline    []inlineStyle        // the style attributes, in the order of the nodes
	decoded   map[int32][]byte     // attribute values that had references, by where they stand
	names     []uint32             // the hashes of the names of the element at hand
	masks     []uint64             // for each node a bit for the hash of each of its classes
	filters   []openFilter         // of the open elements
	customs   []custom             // the custom properties in force, the innermost last
	heads     [slots]int32         // the innermost of each slot, plus 1
	layer     int32                // the layer being read, -1 outside of any
	keep      propSet              // the properties that can make a difference
	marquee   bool                 // there is a marquee
	external  bool                 // there are style sheets elsewhere
	vars      bool                 // some value refers to a custom property
	work      int                  // how many steps may still be taken
	room      int                  // how many rules, and simple selectors, there may be
	spent     int                  // how many steps were refused
	spentAt   int                  // where in the input the first of them was
	colours   colourUse
	grounds   palette   // of all grounds
	texts     palette   // of all text
	triggers  []trigger // of each declaration
	active    bool      // some declaration can hide, or some attribute
	linkHot   bool      // some ground is like that of links
	oldFonts  bool      // there are font elements with a colour
	oldGround bool      // there are bgcolor attributes

	inertMarquee bool // there is a marquee in a template or noscript

	raws        []rawDecl
	expanded    []decl
	definitions []definition
	defined     [slots]int32       // the last definition by a hash of its name
	looks       int                // how many definitions may still be looked at
	referred    [slots / 64]uint64 // the custom properties that some value refers to, by a hash of the name
	texting     []byte
	escaped     []byte // names that had escapes
	queries     [1 << 6]struct {
		query   []byte
		applies bool
	} // what was found of media queries
	values [1][]byte // a value whose references to custom properties are replaced
}

// rule is one selector with its declarations.
type rule struct {
	selector int32
	decls    [2]int32
	layer    int32
	props    propSet
	trigger  trigger
	needs    needs // of the ancestors
	own      needs // of the element
}

// inlineStyle are the declarations of a style attribute.
type inlineStyle struct {
	node    dom.ID
	decls   [2]int32
	trigger trigger
}

// The limits on style sheets. A step is the test of one compound selector, one
// declaration applied, or sixteen bytes compared.
const (
	freeSteps    = 1 << 17
	stepsPerByte = 8
	freeRules    = 1 << 14
	bytesPerRule = 8
	maxNesting   = 16
	maxLayers    = 1 << 8
	limitStyles  = "steps of matching style rules"
)

// read collects the style sheets and style attributes of a tree.
func (s *styles) read(t *dom.Tree) {
	s.simples = append(s.simples[:0], simple{})
	s.compounds = append(s.compounds[:0], compound{})
	s.selectors = append(s.selectors[:0], selector{})
	s.decls = append(s.decls[:0], decl{})
	s.rules = append(s.rules[:0], rule{})
	s.escaped = s.escaped[:0]
	clear(s.queries[:])
	s.layers, s.inline = s.layers[:0], s.inline[:0]
	if s.decoded == nil {
		s.decoded = map[int32][]byte{}
	}
	clear(s.decoded)
	s.layer, s.external, s.vars, s.marquee = -1, false, false, false
	s.work, s.spent, s.spentAt = freeSteps+stepsPerByte*len(t.Src), 0, 0
	s.room = freeRules + len(t.Src)/bytesPerRule
	s.colours = colourUse{}
	s.keep = 0
	s.grounds, s.texts = palette{}, palette{}
	s.grounds.add(white)
	s.texts.add(black)
	s.texts.add(link)
	s.oldFonts, s.oldGround, s.inertMarquee = false, false, false
	for id := 1; id < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if n.Kind != dom.ElementNode {
			continue
		}
		if n.Flags&(dom.InTemplate|dom.InNoscript) != 0 {
			s.inertMarquee = s.inertMarquee || n.Tag == dom.TagMarquee
			s.attributes(t, dom.ID(id), true)
			continue
		}
		switch n.Tag {
		case dom.TagStyle:
			s.sheet(t, dom.ID(id))
			continue
		case dom.TagLink:
			rel, _ := t.AttrBytes(dom.ID(id), dom.KeyRel)
			s.external = s.external || hasWordFold(rel, "stylesheet")
			continue
		case dom.TagMarquee, dom.TagFont, dom.TagBody:
			s.presentational(t, dom.ID(id))
		}
		s.attributes(t, dom.ID(id), false)
	}
	s.keep |= s.colours.props()
}

// attributes reads the style attribute of an element, and what those of old say
// of its colours. The style attributes of inert elements do not count.
func (s *styles) attributes(t *dom.Tree, id dom.ID, inert bool) {
	attrs := t.Attrs(id)
	for i := range attrs {
		switch a := &attrs[i]; a.Key {
		case dom.KeyStyle:
			if inert {
				continue
			}
			first := int32(len(s.decls))
			s.declarations(t.Value(a))
			if last := int32(len(s.decls)); last > first {
				s.inline = append(s.inline, inlineStyle{node: id, decls: [2]int32{first, last}})
			}
		case dom.KeyBgColor:
			s.oldGround = true
			if c := parseColour(t.Value(a)); c.covers() {
				s.grounds.add(c)
			}
		case dom.KeyColor:
			if c := parseColour(t.Value(a)); c.known && t.Node(id).Tag == dom.TagFont {
				s.oldFonts = true
				s.texts.add(c)
			}
		}
	}
}

// presentational notes what the attributes of old say.
func (s *styles) presentational(t *dom.Tree, id dom.ID) {
	s.marquee = s.marquee || t.Node(id).Tag == dom.TagMarquee
	if v, ok := t.AttrBytes(id, dom.KeyColor); ok {
		s.colours.note(pColour, parseColour(v))
	}
	if v, ok := t.AttrBytes(id, dom.KeyBgColor); ok {
		s.colours.note(pGround, parseColour(v))
	}
}

// sheet reads the rules of a style element.
func (s *styles) sheet(t *dom.Tree, id dom.ID) {
	if media, ok := t.AttrBytes(id, dom.KeyMedia); ok && !s.media(media) {
		return
	}
	n := t.Node(id)
	for c := n.First; c != 0; c = t.Node(c).Next {
		text := t.Node(c)
		if text.Kind == dom.TextNode {
			r := reader{s: s, src: t.Src[text.Start:text.End:text.End]}
			r.rules(0)
		}
	}
}

// addRule adds a rule for every selector of a list.
func (s *styles) addRule(list int32, decls [2]int32) {
	if decls[0] == decls[1] {
		return
	}
	var props propSet
	for _, d := range s.decls[decls[0]:decls[1]] {
		props |= d.props()
	}
	for ; list != 0; list = s.selectors[list].next {
		if s.selectors[list].never {
			continue
		}
		if len(s.rules) >= s.room {
			s.refuse(0)
			return
		}
		s.rules = append(s.rules, rule{selector: list, decls: decls, layer: s.layer, props: props})
	}
}

// buildIndex files the rules that can make a difference under the rarest key
// their element must have.
func (s *styles) buildIndex() {
	s.armed = false
	count := 0
	for i := range s.rules {
		if r := &s.rules[i]; r.props&s.keep != 0 {
			if r.props == 1<<pCustom && !s.declaresReferred(r.decls) {
				r.props = 0
				continue
			}
			count++
		}
	}
	if s.index = s.index.reset(count); count == 0 {
		return
	}
	s.links = append(s.links[:0], chained{})
	clear(s.attrs[:])
	s.keys = 0
	for i := 1; i < len(s.rules); i++ {
		r := &s.rules[i]
		if r.props&s.keep == 0 {
			continue
		}
		last := s.selectors[r.selector].last
		r.needs = s.needsOf(last)
		s.namesOf(&r.own, last)
		r.trigger = s.triggersIn(r.decls)
		var buf [maxKeys]uint32
		keys, ok := s.keysOf(buf[:0], last, 0)
		if !ok {
			keys = append(buf[:0], seedAny)
		}
		for _, key := range keys {
			s.file(key, int32(i), r.trigger)
		}
	}
}

// file adds a rule to those with a key.
func (s *styles) file(key uint32, rule int32, does trigger) {
	e := s.index.put(key)
	if e.all == 0 {
		if s.keys++; 2*s.keys > len(s.index) {
			s.index = s.index.grown()
			e = s.index.put(key)
		}
	}
	s.links = append(s.links, chained{rule, e.all})
	e.all = int32(len(s.links) - 1)
	if does != 0 {
		s.active, s.armed = true, true
		s.links = append(s.links, chained{rule, e.armed})
		e.armed = int32(len(s.links) - 1)
	}
}

// arm works out what rules, style attributes and old attributes can hide.
func (s *styles) arm() {
	s.classify()
	s.linkHot = !s.external && s.hotText(link)
	s.active = s.marquee || s.inertMarquee || s.oldFonts || s.oldGround || s.linkHot
	for i := range s.inline {
		s.inline[i].trigger = s.triggersIn(s.inline[i].decls)
		s.active = s.active || s.inline[i].trigger != 0
	}
	s.buildIndex()
}

// triggersIn returns what some declarations can do.
func (s *styles) triggersIn(decls [2]int32) (does trigger) {
	for _, d := range s.triggers[decls[0]:decls[1]] {
		does |= d
	}
	return does
}

// The seeds of hashes, by what is hashed.
const (
	seedAny uint32 = 2166136261 + iota
	seedTag
	seedClass
	seedID
	seedName
	seedLayer
)

// hashFold returns the hash of a name, in which case makes no difference.
func hashFold(seed uint32, name []byte) uint32 {
	h := seed * 16777619
	for _, c := range name {
		if c-'A' < 26 {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// maxKeys is under how many keys a rule is filed at most.
const maxKeys = 8

// keysOf adds the keys one of which an element must have that matches a compound
// selector: of its id, else a class, its element name, an attribute, or the keys
// of the selectors in its :is(). It returns false if there are none or too many.
func (s *styles) keysOf(keys []uint32, c int32, depth int) (all []uint32, ok bool) {
	key, rank, list := uint32(0), 0, int32(0)
	for i := s.compounds[c].first; i != 0; i = s.simples[i].next {
		x := &s.simples[i]
		switch {
		case x.kind == simpleID && rank < 4:
			key, rank = hashFold(seedID, x.name), 4
		case x.kind == simpleClass && rank < 3:
			key, rank = x.hash, 3
		case x.kind == simpleTag && rank < 2:
			key, rank = hashFold(seedTag, x.name), 2
		case x.kind == simpleRoot && rank < 2:
			key, rank = tagKeys[dom.TagHTML], 2
		case x.kind == simpleLink && rank < 2:
			key, rank = tagKeys[dom.TagA], 2
		case (x.kind == simpleAttr || x.kind == simpleHas) && rank < 1:
			key, rank = attrKey(x.key), 1
			s.attrs[x.key>>6] |= 1 << (x.key & 63)
		case x.kind == simpleIs:
			list = x.list
		}
	}
	switch {
	case rank > 0 && len(keys) < maxKeys:
		return append(keys, key), true
	case rank > 0 || list == 0 || depth > 2:
		return keys, false
	}
	for n := 0; list != 0; list = s.selectors[list].next {
		if n++; n > maxKeys {
			return keys, false
		}
		if s.selectors[list].never {
			continue
		}
		if keys, ok = s.keysOf(keys, s.selectors[list].last, depth+1); !ok {
			return keys, false
		}
	}
	return keys, true
}

// attrKey is the key of the elements with an attribute.
func attrKey(k dom.Key) uint32 { return (seedAny ^ uint32(k) + 1) * 16777619 }

// layerOf returns the number of a layer inside the present one.
func (s *styles) layerOf(name []byte) int32 {
	h := hashFold(seedLayer+uint32(s.layer+1)*31, name)
	if len(name) > 0 {
		for i, known := range s.layers {
			if known == h {
				return int32(i)
			}
		}
	}
	if len(s.layers) < maxLayers {
		s.layers = append(s.layers, h)
	}
	return int32(len(s.layers) - 1)
}

// step takes n steps, and reports whether there were as many left.
func (s *styles) step(n, at int) bool {
	if s.work < n {
		s.refuse(at)
		return false
	}
	s.work -= n
	return true
}

// refuse notes that a limit bit.
func (s *styles) refuse(at int) {
	if s.spent == 0 {
		s.spentAt = at
	}
	s.spent++
}
