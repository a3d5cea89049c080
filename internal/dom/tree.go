package dom

import (
	"bytes"
	"strings"
)

// Tree is the tree of a page. It belongs to the [Parser] that made it, is valid
// until that one's next use, and must not be used by two goroutines at once:
// decoded attribute values and text are kept in memory of its own.
type Tree struct {
	Src     []byte  // what was parsed; spans are ranges of it
	Nodes   []Node  // in document order; Nodes[0] is the document
	Base    ID      // the first base element with an href outside template and noscript, 0 if none
	Doctype Doctype // of the DoctypeNode, if there is one
	Quirks  bool    // the document is in quirks mode
	Limits  []Limit // which limits bit
	Work    int     // steps taken: a count that only the input determines, for tests of linearity

	attrs   []Attr
	scratch []byte // decoded values; only ever grows, so that those given out stay valid
}

// Doctype is what a DOCTYPE says. Ranges are offsets into the input.
type Doctype struct {
	Name, Public, System [2]int32
	HasName              bool
	HasPublic, HasSystem bool
	ForceQuirks          bool
}

// Node returns the node with the given id.
func (t *Tree) Node(id ID) *Node { return &t.Nodes[id] }

// Name returns the name of an element as in the DOM: in lower case, but for the
// SVG elements whose names have capitals. It is "" for other nodes.
func (t *Tree) Name(id ID) string {
	n := &t.Nodes[id]
	if n.Kind != ElementNode {
		return ""
	}
	var name string
	if n.Tag != 0 {
		name = tagNames[n.Tag]
	} else {
		name = domName(t.Src[n.Start+1 : tagNameEnd(t.Src, int(n.Start)+1)])
	}
	if n.NS == SVG {
		if adjusted, ok := svgElements[name]; ok {
			return adjusted
		}
	}
	return name
}

// domName returns a name as the tokenizer makes it: in lower case, with U+FFFD
// for NUL.
func domName(raw []byte) string {
	out := make([]byte, 0, len(raw))
	for _, c := range raw {
		if c == 0 {
			out = append(out, "\uFFFD"...)
			continue
		}
		out = append(out, toLower(c))
	}
	return string(out)
}

// tagNameEnd returns the index behind the tag name at i.
func tagNameEnd(b []byte, i int) int { return endOf(b, i, nameEnd) }

// endOf returns the index of the first byte from i on that is of the class, or
// the end of b. The class must be part of what nameEnds looks for.
func endOf(b []byte, i int, end class) int {
	for ; i+8 <= len(b); i += 8 {
		ends := nameEnds(load8(b, i))
		if ends == 0 {
			continue
		}
		i += firstMatch(ends)
		if classes[b[i]]&end != 0 {
			return i
		}
		i -= 7 // it is part of the name: go on behind it
	}
	for i < len(b) && classes[b[i]]&end == 0 {
		i++
	}
	return i
}

// Attrs returns the attributes of an element in the order of the source. Of two
// with the same name only the first is there.
func (t *Tree) Attrs(id ID) []Attr {
	n := &t.Nodes[id]
	end := n.attr + int32(n.attrs)
	return t.attrs[n.attr:end:end]
}

// Find returns the attribute of an element with the given name, nil if it has
// none.
func (t *Tree) Find(id ID, key Key) *Attr {
	n := &t.Nodes[id]
	attrs := t.attrs[n.attr : n.attr+int32(n.attrs)]
	for i := range attrs {
		if attrs[i].Key == key {
			return &attrs[i]
		}
	}
	return nil
}

// AttrBytes returns the value of an attribute, decoded, and whether the element
// has it. It allocates nothing unless the value differs from its bytes in the
// source; the result must not be changed and is valid as long as the tree.
func (t *Tree) AttrBytes(id ID, key Key) (value []byte, ok bool) {
	if a := t.Find(id, key); a != nil {
		return t.Value(a), true
	}
	return nil, false
}

// Attr is AttrBytes with the value copied to a string.
func (t *Tree) Attr(id ID, key Key) (value string, ok bool) {
	v, ok := t.AttrBytes(id, key)
	return string(v), ok
}

// AttrByName is AttrBytes for any name, given in lower case.
func (t *Tree) AttrByName(id ID, name string) (value []byte, ok bool) {
	if key := KeyOf(name); key != 0 {
		return t.AttrBytes(id, key)
	}
	attrs := t.Attrs(id)
	for i := range attrs {
		if raw := attrs[i].nameIn(t.Src); len(raw) == len(name) && hasPrefixFold(raw, name) {
			return t.Value(&attrs[i]), true
		}
	}
	return nil, false
}

// Value returns the decoded value of an attribute, under the same terms as
// [Tree.AttrBytes].
func (t *Tree) Value(a *Attr) []byte {
	raw := t.Src[a.ValStart:a.ValEnd:a.ValEnd]
	if inAttribute.plain(raw) {
		return raw
	}
	start := len(t.scratch)
	t.scratch = inAttribute.append(t.scratch, raw)
	return t.scratch[start:len(t.scratch):len(t.scratch)]
}

// AttrName returns the name of an attribute of element id as in the DOM: in
// lower case, but for those of SVG and MathML that have capitals.
func (t *Tree) AttrName(id ID, a *Attr) string {
	name := keyNames[a.Key]
	if a.Key == 0 {
		name = domName(a.nameIn(t.Src))
	}
	switch t.Nodes[id].NS {
	case SVG:
		if adjusted, ok := svgAttributes[name]; ok {
			return adjusted
		}
	case MathML:
		if name == "definitionurl" {
			return "definitionURL"
		}
	}
	return name
}

// AttrIs reports whether name is the name of an attribute of element id as
// [Tree.AttrName] returns it. It allocates nothing for most names.
func (t *Tree) AttrIs(id ID, a *Attr, name []byte) bool {
	if a.Key != 0 {
		return t.AttrName(id, a) == string(name)
	}
	raw := a.nameIn(t.Src)
	if len(raw) != len(name) && bytes.IndexByte(raw, 0) < 0 {
		return false
	}
	if t.Nodes[id].NS != HTML {
		return t.AttrName(id, a) == string(name)
	}
	for i, c := range raw {
		if c == 0 {
			return domName(raw) == string(name)
		}
		if i >= len(name) || toLower(c) != name[i] {
			return false
		}
	}
	return len(raw) == len(name)
}

// RawName returns the name of an element as it stands in the source, nil if it
// has no start tag there or a name that differs from it by more than case.
func (t *Tree) RawName(id ID) []byte {
	n := &t.Nodes[id]
	if n.Kind != ElementNode || n.Tag != 0 {
		return nil
	}
	raw := t.Src[n.Start+1 : tagNameEnd(t.Src, int(n.Start)+1)]
	if bytes.IndexByte(raw, 0) >= 0 {
		return nil
	}
	return raw
}

// ElementCase and attribute case of SVG, WHATWG HTML 13.2.6.1 and 13.2.6.5: the
// names that have capitals, by their lower case.
var (
	svgElements = byLowerCase(`altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath
		feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
		feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
		feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
		foreignObject glyphRef linearGradient radialGradient textPath`)
	svgAttributes = byLowerCase(`attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits
		diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength
		keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth
		maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits
		pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount
		repeatDur requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset
		stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox
		viewTarget xChannelSelector yChannelSelector zoomAndPan`)
)

func byLowerCase(names string) map[string]string {
	m := map[string]string{}
	for name := range strings.FieldsSeq(names) {
		m[strings.ToLower(name)] = name
	}
	return m
}
