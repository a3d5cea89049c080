package dom

// formattingEntry is an entry of the list of active formatting elements (WHATWG
// HTML 13.2.4.3); id 0 is a marker.
type formattingEntry struct {
	id   ID
	tag  Tag
	hash uint64 // of the attributes; 0 if not yet computed
}

// addMarker adds a marker.
func (p *Parser) addMarker() { p.formatting = append(p.formatting, formattingEntry{}) }

// clearToMarker removes the entries from the last marker on.
func (p *Parser) clearToMarker() {
	for k := len(p.formatting) - 1; k >= 0; k-- {
		marker := p.formatting[k].id == 0
		p.formatting = p.formatting[:k]
		if marker {
			return
		}
	}
}

// lastFormatting returns the index of the last entry with the tag behind the
// last marker, -1 if there is none.
func (p *Parser) lastFormatting(tag Tag) int {
	for k := len(p.formatting) - 1; k >= 0 && p.formatting[k].id != 0; k-- {
		if p.formatting[k].tag == tag {
			return k
		}
	}
	return -1
}

// formattingIndex returns the index of an element in the list, -1 if it is not
// there. It does not look behind the last marker.
func (p *Parser) formattingIndex(id ID) int {
	for k := len(p.formatting) - 1; k >= 0 && p.formatting[k].id != 0; k-- {
		if p.formatting[k].id == id {
			return k
		}
	}
	return -1
}

// removeFormatting removes the entry with index k.
func (p *Parser) removeFormatting(k int) {
	p.formatting = append(p.formatting[:k], p.formatting[k+1:]...)
}

// addFormatting adds an element. Of those with the same name and attributes only
// three stay (the Noah's Ark clause), and no more than MaxFormatting at all; all
// counted from the last marker.
func (p *Parser) addFormatting(id ID, tag Tag) {
	entry := formattingEntry{id: id, tag: tag}
	first, same := len(p.formatting), 0
	for first > 0 && p.formatting[first-1].id != 0 {
		first--
		if p.formatting[first].tag == tag {
			same++
		}
	}
	if same >= 3 {
		entry.hash = p.attrsHash(id)
		p.keepThree(first, &entry)
	}
	if len(p.formatting)-first >= MaxFormatting {
		p.limit(limitFormatting)
		p.removeFormatting(first)
	}
	p.formatting = append(p.formatting, entry)
}

// keepThree removes the earliest entry like the new one, from index first on, if
// there are three.
func (p *Parser) keepThree(first int, entry *formattingEntry) {
	earliest, like := 0, 0
	for k := len(p.formatting) - 1; k >= first; k-- {
		e := &p.formatting[k]
		if e.tag != entry.tag {
			continue
		}
		if e.hash == 0 {
			e.hash = p.attrsHash(e.id)
		}
		if e.hash == entry.hash {
			earliest = k
			like++
		}
	}
	if like >= 3 {
		p.removeFormatting(earliest)
	}
}

// attrsHash hashes the attributes of an element, in whatever order they are.
func (p *Parser) attrsHash(id ID) uint64 {
	const mul = 0x9E3779B97F4A7C15
	n := &p.nodes[id]
	sum := uint64(1)
	attrs := p.attrs[n.attr : n.attr+int32(n.attrs)]
	for i := range attrs {
		a := &attrs[i]
		h := uint64(a.Key)
		if a.Key == 0 {
			for _, c := range a.nameIn(p.b) {
				h = (h ^ uint64(toLower(c))) * mul
			}
		}
		h = (h + 1) * mul
		value := p.b[a.ValStart:a.ValEnd]
		p.tree.Work += len(value)
		if !inAttribute.plain(value) {
			mark := len(p.tree.scratch)
			value = inAttribute.append(p.tree.scratch, value)[mark:]
		}
		for _, c := range value {
			h = (h ^ uint64(c)) * mul
			h ^= h >> 29
		}
		sum += h * mul
	}
	return max(sum, 1)
}

// reconstruct opens formatting elements anew that were cut off ("reconstruct the
// active formatting elements").
func (p *Parser) reconstruct() {
	k := len(p.formatting) - 1
	if k < 0 || p.settled(k) || len(p.open) >= MaxOpen {
		return
	}
	for k > 0 && !p.settled(k-1) {
		k--
	}
	for ; k < len(p.formatting); k++ {
		if !p.mayMake() {
			p.formatting = p.formatting[:k]
			return
		}
		e := &p.formatting[k]
		e.id = p.newCopy(e.id)
		p.pushOpen(e.id, uint16(e.tag), e.tag, HTML, p.insertNode(e.id))
	}
}

// settled reports whether entry k needs no opening anew.
func (p *Parser) settled(k int) bool {
	id := p.formatting[k].id
	return id == 0 || p.nodes[id].After < 0
}

// mayMake reports whether repair may make another element, and accounts for it.
func (p *Parser) mayMake() bool {
	if p.elements == 0 {
		p.limit(limitRepair)
		return false
	}
	p.elements--
	p.tree.Work++
	return true
}
