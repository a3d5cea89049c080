package dom

// openElement is an entry of the stack of open elements (WHATWG HTML 13.2.4.2).
//
// Questions like "is there a p in button scope" are answered without a walk down
// the stack: Parser.last has, for each name, the topmost entry of that name, and
// every entry has the topmost entries at or below it that end the scopes (marks).
// Both are indices plus one, 0 for none.
type openElement struct {
	id   ID
	slot uint16 // its name, see slotOf
	tag  Tag    // 0 if its name is not known
	ns   Namespace

	annotation bool   // an annotation-xml that is an HTML integration point
	below      uint16 // the entry of the same slot below it
	depth      int32  // in the tree; elements taken out of the middle of the stack count

	marks
}

// marks are the topmost entries with certain traits: eight indices plus one, 16
// bits each, so that a new entry takes over those below it and sets its own
// without a branch.
type marks struct{ low, high uint64 }

func (m *marks) scope() uint16   { return uint16(m.low) }        // ends "in scope"
func (m *marks) button() uint16  { return uint16(m.low >> 16) }  // ends "in button scope"
func (m *marks) item() uint16    { return uint16(m.low >> 32) }  // ends "in list item scope"
func (m *marks) table() uint16   { return uint16(m.low >> 48) }  // ends "in table scope"
func (m *marks) special() uint16 { return uint16(m.high) }       // is special
func (m *marks) wall() uint16    { return uint16(m.high >> 16) } // is special, but for address, div and p
func (m *marks) mode() uint16    { return uint16(m.high >> 32) } // decides the insertion mode
func (m *marks) html() uint16    { return uint16(m.high >> 48) } // is an HTML element

// marksOf returns, for an element with the given traits, all ones in the place
// of each mark that it sets.
func marksOf(what traits) (m marks) {
	const field = 1<<16 - 1
	for i, t := range [...]traits{scopeMark, buttonMark, itemMark, tableMark} {
		if what&t != 0 {
			m.low |= field << (16 * i)
		}
	}
	for i, t := range [...]traits{special, wall, modeMark, htmlMark} {
		if what&t != 0 {
			m.high |= field << (16 * i)
		}
	}
	return m
}

// elementMarks are the marks that HTML elements set, by tag.
var elementMarks = func() (t [TagCount]marks) {
	for tag, what := range elementTraits {
		t[tag] = marksOf(what)
	}
	return t
}()

var (
	rootMarks        = marksOf(everyMark)                   // of the document and of roots of fragments
	foreignMarks     = marks{}                              // of foreign elements
	integrationMarks = marksOf(everyScope | special | wall) // of those in which HTML can stand
)

// Slots number the names of open elements: one for each tag of an HTML element
// and of a foreign one. Names that are not known share slots by their hash.
const (
	unknownSlots = 1 << 12

	slotForeign     = uint16(TagCount)
	slotUnknown     = 2 * uint16(TagCount)
	slotUnknownElse = slotUnknown + unknownSlots // not HTML
	slotDocument    = slotUnknownElse + unknownSlots
	slotRoot        = slotDocument + 1 // the root of a fragment
	slotCount       = slotRoot + 1
)

// slotOf returns the slot of a name.
func slotOf(ns Namespace, tag Tag, hash uint32) uint16 {
	switch {
	case tag != 0 && ns == HTML:
		return uint16(tag)
	case tag != 0:
		return slotForeign + uint16(tag)
	case ns == HTML:
		return slotUnknown + uint16(hash%unknownSlots)
	default:
		return slotUnknownElse + uint16(hash%unknownSlots)
	}
}

// top returns the current node's entry.
func (p *Parser) top() *openElement { return &p.open[len(p.open)-1] }

// push makes an element the current node.
func (p *Parser) push(id ID, slot uint16, tag Tag, ns Namespace, depth int32) {
	n := len(p.open)
	if n == cap(p.open) {
		p.open = append(p.open, openElement{})
	}
	p.open = p.open[:n+1]
	e := &p.open[n]
	if n > 0 {
		e.marks = p.open[n-1].marks
	} else {
		e.marks = marks{}
	}
	at := uint16(n + 1)
	e.id, e.slot, e.tag, e.ns, e.annotation, e.depth = id, slot, tag, ns, false, depth
	e.below, p.last[slot] = p.last[slot], at
	own := &elementMarks[tag]
	if ns != HTML || slot >= slotDocument {
		own = p.unusualMarks(e)
	}
	every := uint64(at) * 0x0001_0001_0001_0001
	e.low = e.low&^own.low | every&own.low
	e.high = e.high&^own.high | every&own.high
	p.nodes[id].After = -ID(at)
}

// unusualMarks returns the marks that an entry sets that is foreign or a root.
func (p *Parser) unusualMarks(e *openElement) *marks {
	switch {
	case e.slot >= slotDocument:
		return &rootMarks
	case e.ns == SVG && (e.tag == TagForeignObject || e.tag == TagDesc || e.tag == TagTitle),
		e.textIntegration():
		return &integrationMarks
	case e.ns == MathML && e.tag == TagAnnotationXML:
		e.annotation = p.isHTMLAnnotation(e.id)
		return &integrationMarks
	}
	return &foreignMarks
}

// pop closes the current node at offset end of the input.
func (p *Parser) pop(end int) {
	e := p.top()
	p.last[e.slot] = e.below
	n := &p.nodes[e.id]
	n.After = ID(len(p.nodes))
	if e.depth >= MaxDepth {
		n.After = p.afterLast(e.id) // what would be in it stands behind it
	}
	if n.Close == 0 {
		n.Close = int32(end)
	}
	p.open = p.open[:len(p.open)-1]
}

// afterLast returns the number behind that of the last descendant of a node, all
// of whose children are closed.
func (p *Parser) afterLast(id ID) ID {
	if last := p.nodes[id].Last; last != 0 {
		return p.nodes[last].After
	}
	return id + 1
}

// popTo closes elements, none of which has an end tag here, until k are left.
func (p *Parser) popTo(k int) {
	for len(p.open) > k {
		p.pop(p.at)
	}
}

// closeAt closes the elements down to and including the one with index plus one
// k, to which the present end tag belongs.
func (p *Parser) closeAt(k uint16) {
	p.popTo(int(k))
	p.pop(p.next)
}

// closeAll closes the elements above and including index k at the end of the
// input. A comment behind the body is none of their descendants.
func (p *Parser) closeAll(k int) {
	for len(p.open) > k {
		id := p.top().id
		p.pop(len(p.b))
		p.nodes[id].After = p.afterLast(id)
	}
}

// inScope reports whether an HTML element is in scope.
func (p *Parser) inScope(tag Tag) bool { return p.last[tag] >= p.top().scope() }

// inTableScope reports whether an HTML element is in table scope.
func (p *Parser) inTableScope(tag Tag) bool { return p.last[tag] >= p.top().table() }

// isOpen reports whether the innermost fragment, or the document, has an
// open HTML element with the tag.
func (p *Parser) isOpen(tag Tag) bool { return int(p.last[tag]) > p.base+1 }

// position returns the index plus one of an element in the stack, 0 if it is not
// open.
func (p *Parser) position(id ID) uint16 {
	if after := p.nodes[id].After; after < 0 {
		return uint16(-after)
	}
	return 0
}

// closeP closes a p element if one is in button scope.
func (p *Parser) closeP() {
	k := p.last[TagP]
	if k < p.top().button() {
		return
	}
	p.popTo(int(k) - 1)
}

// generateImpliedEndTags closes elements whose end tags are implied, but for
// except, as long as one is the current node.
func (p *Parser) generateImpliedEndTags(except Tag) {
	for {
		e := p.top()
		if e.ns != HTML || elementTraits[e.tag]&impliedEnd == 0 || e.tag == except {
			return
		}
		p.pop(p.at)
	}
}

// lift takes the entries from index k on off the stack, into Parser.lifted,
// without closing them. It is paid for with maySpend by the caller.
func (p *Parser) lift(k int) {
	p.lifted = append(p.lifted[:0], p.open[k:]...)
	for i := len(p.open) - 1; i >= k; i-- {
		e := &p.open[i]
		p.last[e.slot] = e.below
		p.nodes[e.id].After = 0
	}
	p.open = p.open[:k]
}

// relay puts back what was lifted, but for the first skip entries.
func (p *Parser) relay(skip int) {
	for i := skip; i < len(p.lifted); i++ {
		p.repush(&p.lifted[i])
	}
}

// repush puts back an entry that was lifted.
func (p *Parser) repush(e *openElement) { p.push(e.id, e.slot, e.tag, e.ns, e.depth) }

// remove takes the entry with index k out of the stack and closes its element.
// It reports whether the repair budget allowed that.
func (p *Parser) remove(k int) bool {
	if k == len(p.open)-1 {
		p.pop(p.at)
		return true
	}
	if !p.maySpend(2 * (len(p.open) - k)) {
		return false
	}
	p.lift(k)
	p.detached(p.lifted[0].id)
	p.relay(1)
	return true
}

// detached notes that an element left the stack from the middle: what is added
// to its descendants later is out of order, and it counts as closed here.
func (p *Parser) detached(id ID) {
	n := &p.nodes[id]
	n.After = ID(len(p.nodes))
	if n.Close == 0 {
		n.Close = int32(p.at)
	}
	p.moved = true
}
