package dom

import "bytes"

// attributes reads the attributes of the tag whose name ends at i, and the end
// of the tag (WHATWG HTML 13.2.5.32 to 13.2.5.40). It returns the index behind
// the '>', or -1 if the input ends before: then there is no tag. It appends the
// attributes to p.attrs and sets p.selfClosing.
//
// It is the hottest loop of the parser, and calls nothing for the usual name of
// at most 16 bytes and quoted value.
func (p *Parser) attributes(i int) int {
	b := p.b
	p.selfClosing = false
	p.attrSeen.list = noList
	first := len(p.attrs)
	var seen uint64 // a bit for each hash of a name
	for {
		for i < len(b) && classes[b[i]]&space != 0 {
			i++
		}
		if i >= len(b) {
			return -1
		}
		switch b[i] {
		case '>':
			return i + 1
		case '/':
			if i++; i < len(b) && b[i] == '>' {
				p.selfClosing = true
				return i + 1
			}
			continue
		}

		// The name. Its first byte is part of it whatever it is.
		start, word, second := i, load8(b, i), load8(b, i+8)
		ends, more := nameEnds(word)&^0x80, nameEnds(second)
		size := firstMatch(ends)
		if ends == 0 {
			size = 8 + firstMatch(more)
		}
		i += size
		var name nameKey
		if ends|more != 0 && i < len(b) && classes[b[i]]&attrEnd != 0 {
			if name = keyOfWords(word, second, size); !name.isLower() {
				name = name.toLower()
			}
		} else {
			if i = attrNameEnd(b, start); i >= len(b) {
				return -1
			}
			size = i - start
			name = keyOf(b, start, i)
		}
		key, hash := keyTable.find(name)

		// The value.
		valStart, valEnd := i, i
		if classes[b[i]]&space != 0 {
			i = skipSpace(b, i)
		}
		if i < len(b) && b[i] == '=' {
			if i++; i < len(b) && (b[i] == '"' || b[i] == '\'') {
				valStart = i + 1
				n := bytes.IndexByte(b[valStart:], b[i])
				if n < 0 {
					return -1
				}
				valEnd = valStart + n
				i = valEnd + 1
			} else if valStart, valEnd, i = value(b, i); i < 0 {
				return -1
			}
		}

		n := len(p.attrs)
		if n == cap(p.attrs) {
			p.growAttrs()
		}
		p.attrs = p.attrs[:n+1]
		a := &p.attrs[n]
		a.NameStart, a.nameLen, a.Key = int32(start), uint16(min(size, longName)), Key(key)
		a.ValStart, a.ValEnd = int32(valStart), int32(valEnd)
		if bit := uint64(1) << (hash >> 58); seen&bit == 0 {
			seen |= bit
		} else if p.repeated(first) {
			p.attrs = p.attrs[:len(p.attrs)-1]
			continue
		}
		if len(p.attrs)-first > MaxAttrs {
			p.limit(limitAttrs)
			p.attrs = p.attrs[:len(p.attrs)-1]
		}
	}
}

func (p *Parser) growAttrs() { p.attrs = grow(p.attrs, p.at, len(p.tree.Src)) }

// attrNameEnd returns the index behind the attribute name at i, of any length. A
// name's first byte is part of it whatever it is.
func attrNameEnd(b []byte, i int) int { return endOf(b, i+1, attrEnd) }

// value reads the value behind the '=' before i. It returns its range and the
// index behind it, or -1 if the input ends in it.
func value(b []byte, i int) (start, end, next int) {
	if i < len(b) && classes[b[i]]&space != 0 {
		i = skipSpace(b, i)
	}
	if i >= len(b) {
		return 0, 0, -1
	}
	if c := b[i]; c == '"' || c == '\'' {
		end = indexFrom(b, i+1, c)
		if end >= len(b) {
			return 0, 0, -1
		}
		return i + 1, end, end + 1
	}
	start = i
	for i < len(b) && classes[b[i]]&bareEnd == 0 {
		i++
	}
	return start, i, i
}

// fewAttrs is up to how many attributes a name is compared with one by one.
const fewAttrs = 16

// repeated reports whether the last attribute of the present tag, whose
// attributes begin at first in p.attrs, has the name of one before it.
func (p *Parser) repeated(first int) bool {
	last := len(p.attrs) - 1
	attrs, a := p.attrs[first:last], &p.attrs[last]
	if len(attrs) > fewAttrs {
		return p.attrSeen.has(p.b, attrs, first, a)
	}
	p.tree.Work += len(attrs)
	for i := range attrs {
		if sameName(p.b, &attrs[i], a) {
			return true
		}
	}
	return false
}

// sameName reports whether two attributes have the same name.
func sameName(b []byte, x, y *Attr) bool {
	if x.Key != 0 || y.Key != 0 {
		return x.Key == y.Key
	}
	return x.nameLen == y.nameLen && equalFold(x.nameIn(b), y.nameIn(b))
}

// attrSet finds attributes of one element by name. It is filled with those that
// are behind what it has seen of the list it is asked about, so that a list may
// grow between questions.
type attrSet struct {
	slots [2 * MaxAttrs]struct {
		stamp uint32 // slot is in use if it is the set's
		index uint16
	}
	stamp uint32
	list  int // which list it holds: where it begins, or noList
	seen  int // how many of it
}

const noList = -1

// has reports whether attrs, a list that begins at number list, has an attribute
// with the name of a.
func (s *attrSet) has(b []byte, attrs []Attr, list int, a *Attr) bool {
	if s.list != list || s.seen > len(attrs) || s.stamp == 0 {
		s.reset(list)
	}
	for ; s.seen < len(attrs); s.seen++ {
		i, _ := s.find(b, attrs, &attrs[s.seen])
		s.slots[i].stamp, s.slots[i].index = s.stamp, uint16(s.seen)
	}
	_, found := s.find(b, attrs, a)
	return found
}

func (s *attrSet) reset(list int) {
	s.stamp++
	if s.stamp == 0 {
		clear(s.slots[:])
		s.stamp = 1
	}
	s.list, s.seen = list, 0
}

// find returns the slot where the name of a is, or where it would go.
func (s *attrSet) find(b []byte, attrs []Attr, a *Attr) (slot int, found bool) {
	h := uint32(a.Key)
	if a.Key == 0 {
		for _, c := range a.nameIn(b) {
			h = (h ^ uint32(toLower(c))) * 0x01000193
		}
	}
	h *= 0x9E3779B1
	for i := h >> 21; ; i = (i + 1) % uint32(len(s.slots)) {
		if s.slots[i].stamp != s.stamp {
			return int(i), false
		}
		if sameName(b, &attrs[s.slots[i].index], a) {
			return int(i), true
		}
	}
}

// mergedAttrs are the attributes of the html or body element together with those
// that repeated tags added (WHATWG HTML 13.2.6.4.7). They are kept apart until
// the end, for the attributes of an element must stand side by side.
type mergedAttrs struct {
	attrs []Attr
	set   attrSet
}

// merge adds the attributes of the present start tag that element id, html or
// body, does not have.
func (p *Parser) merge(m *mergedAttrs, id ID) {
	added := p.attrs[p.attr:]
	if len(added) == 0 {
		return
	}
	if len(m.attrs) == 0 {
		n := &p.nodes[id]
		m.attrs = append(m.attrs, p.attrs[n.attr:n.attr+int32(n.attrs)]...)
		m.set.list = noList
	}
	for i := range added {
		switch {
		case m.set.has(p.b, m.attrs, 0, &added[i]):
		case len(m.attrs) >= MaxAttrs:
			p.limit(limitAttrs)
		default:
			m.attrs = append(m.attrs, added[i])
		}
	}
	p.attrs = p.attrs[:p.attr]
}

// appendMerged gives html and body what was merged into them.
func (p *Parser) appendMerged() {
	for i, id := range [...]ID{p.root, p.body} {
		if m := &p.merged[i]; len(m.attrs) > 0 {
			n := &p.nodes[id]
			n.attr, n.attrs = int32(len(p.attrs)), uint16(len(m.attrs))
			p.attrs = append(p.attrs, m.attrs...)
		}
	}
}
