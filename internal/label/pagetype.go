package label

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// PageTypes are the types a page can have, in the order of the model.
var PageTypes = [...]string{"article", "forum", "product", "collection", "listing", "documentation", "service"}

const typeCount = 8 // the last is not used

// typeScores are log-odds of the page types, in 32nds.
type typeScores [typeCount]int32

func (s *typeScores) toByte(k int) uint8 { return clampByte(128 + s[k]>>2) }

// maxTypeTokens bounds the different tokens of a page that count.
const maxTypeTokens = 4096

// scoreTypes finds what the names of the page's elements and what it says of
// itself tell about its type.
func (f *facts) scoreTypes() {
	f.types = typeScores{}
	if f.linear == nil {
		return
	}
	var s scores
	tokens := f.typeTokens(f.tokens[:0])
	f.tokens = tokens
	for _, t := range tokens {
		s.weigh(&f.linear.types[t])
	}
	n := int32(len(tokens))
	root := int32(1)
	for (root+1)*(root+1) <= n {
		root++
	}
	mean := s.mean()
	for k := range f.types {
		f.types[k] = (s[k] - mean) * 8 / root
	}
}

// typeTokens appends the rows of the page's tokens, each once: the names of its
// elements, the first words of its headings and controls, and the types it
// declares.
func (f *facts) typeTokens(dst []uint32) []uint32 {
	var seen [1 << (typeBits - 6)]uint64
	add := func(token uint32) {
		r := TypeRow(token)
		if seen[r>>6]>>(r&63)&1 == 0 && len(dst) < maxTypeTokens {
			seen[r>>6] |= 1 << (r & 63)
			dst = append(dst, r)
		}
	}
	for k := range f.parts {
		q := &f.parts[k]
		if q.names[1]-q.names[0] == 1 && f.whole(q) {
			continue // a bare wrapper around the page
		}
		for _, t := range f.nameAt[q.names[0]:q.names[1]] {
			add(t)
		}
	}
	for i := range f.texts {
		x := &f.texts[i]
		if x.count > 0 && x.count <= 3 {
			h := uint32(0x7123)
			for _, w := range x.words[:x.count] {
				h = mix(h*33 + w)
			}
			add(h)
		}
	}
	if f.page.Tree != nil {
		f.declaredTypes(add)
	}
	add(0x5151 + uint32(logScale(f.pricesTo[len(f.texts)])>>3))
	add(0x5251 + uint32(share(f.running[len(f.running)-1], f.total.Words)>>5))
	add(0x5351 + uint32(logScale(f.total.Words)>>2))
	return dst
}

// declaredTypes reads the @type of linked data, the og:type, and what the page's own
// address is made of.
func (f *facts) declaredTypes(add func(uint32)) {
	t := f.page.Tree
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		switch {
		case n.Kind != dom.ElementNode:
		case n.Tag == dom.TagScript:
			if v, ok := t.AttrBytes(id, dom.KeyType); ok && n.First != 0 && bytes.EqualFold(v, []byte("application/ld+json")) {
				data := &t.Nodes[n.First]
				linkedTypes(t.Src[data.Start:data.End], add)
			}
		case n.Tag == dom.TagLink:
			if v, ok := t.AttrBytes(id, dom.KeyRel); ok && bytes.EqualFold(v, []byte("canonical")) {
				href, _ := t.AttrBytes(id, dom.KeyHref)
				addressTokens(href, add)
			}
		case n.Tag == dom.TagMeta:
			if v, ok := t.AttrBytes(id, dom.KeyProperty); ok && string(v) == "og:type" {
				content, _ := t.AttrBytes(id, dom.KeyContent)
				add(hashBytes(bytes.ToLower(content)) + 0x0961)
			}
		}
	}
}

// addressTokens reads the path of an address: the names in it, how many parts it
// has, and whether the last looks like the slug of a headline or a number.
func addressTokens(url []byte, add func(uint32)) {
	if k := bytes.Index(url, []byte("://")); k >= 0 {
		_, url, _ = bytes.Cut(url[k+3:], []byte("/"))
	}
	url, query, _ := bytes.Cut(url, []byte("?"))
	url = bytes.Trim(url[:min(len(url), maxName)], "/")
	var parts, hyphens, digits uint32
	for part := range bytes.SplitSeq(url, []byte("/")) {
		if len(part) == 0 {
			continue
		}
		parts++
		hyphens, digits = 0, 0
		for _, c := range part {
			switch {
			case c == '-' || c == '_' || c == '+':
				hyphens++
			case c >= '0' && c <= '9':
				digits++
			}
		}
		var tokens [maxNames]uint32
		for _, t := range appendName(tokens[:0], part, 0x0b01) {
			add(t + 0x0b02)
		}
	}
	add(0x5451 + min(parts, 7))
	add(0x5461 + min(hyphens, 7))
	add(0x5471 + min(digits, 9))
	add(0x5481 + uint32(flag(len(query) > 0)))
	add(0x5491 + min(parts, 3)*4 + min(hyphens, 3))
}

// linkedTypes finds the values of "@type" in linked data.
func linkedTypes(json []byte, add func(uint32)) {
	for {
		k := bytes.Index(json, []byte(`"@type"`))
		if k < 0 {
			return
		}
		json = json[k+7:]
		value := bytes.TrimLeft(json[:min(len(json), 64)], " \t\r\n:[")
		if len(value) == 0 || value[0] != '"' {
			continue
		}
		if end := bytes.IndexByte(value[1:], '"'); end > 0 {
			add(hashBytes(value[1:1+end]) + 0x1d1d)
		}
	}
}
