package block

import (
	"bytes"
	"strconv"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// lazySources are the attributes in which pages keep the address of an image
// until it comes into sight, and lazySets those for several sizes of it.
var (
	lazySources = [...]string{"data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src"}
	lazySets    = [...]string{"data-srcset", "data-lazy-srcset"}
)

// Source returns the address of what an object shows, as written in the page,
// "" if there is none.
func Source(t *dom.Tree, kind document.ObjectKind, id dom.ID) []byte {
	switch kind {
	case document.Image:
		if src := imageSource(t, id); src != nil {
			return src
		}
		// A picture element may keep the sizes in source elements before it.
		for prev, n := t.Nodes[id].Prev, 0; prev != 0 && n < 20; prev, n = t.Nodes[prev].Prev, n+1 {
			if t.Nodes[prev].Tag == dom.TagSource {
				if src := imageSource(t, prev); src != nil {
					return src
				}
			}
		}
		return nil
	case document.Maths:
		return nil
	}
	if src := firstSource(t, id); src != nil {
		return src
	}
	for c, n := t.Nodes[id].First, 0; c != 0 && n < 20; c, n = t.Nodes[c].Next, n+1 {
		if t.Nodes[c].Tag == dom.TagSource {
			if src := firstSource(t, c); src != nil {
				return src
			}
		}
	}
	return nil
}

// firstSource returns the src of an element that loads at once or late.
func firstSource(t *dom.Tree, id dom.ID) []byte {
	if v, _ := t.AttrBytes(id, dom.KeySrc); isAddress(v) {
		return bytes.TrimSpace(v)
	}
	for _, name := range lazySources {
		if v, _ := t.AttrByName(id, name); isAddress(v) {
			return bytes.TrimSpace(v)
		}
	}
	return nil
}

// imageSource returns the address of an image: the late one before the one that
// holds its place, the largest before the others.
func imageSource(t *dom.Tree, id dom.ID) []byte {
	for _, name := range lazySets {
		if v, ok := t.AttrByName(id, name); ok {
			if src := largest(v); src != nil {
				return src
			}
		}
	}
	for _, name := range lazySources {
		if v, _ := t.AttrByName(id, name); isAddress(v) {
			return bytes.TrimSpace(v)
		}
	}
	if v, ok := t.AttrBytes(id, dom.KeySrcset); ok {
		if src := largest(v); src != nil {
			return src
		}
	}
	if v, _ := t.AttrBytes(id, dom.KeySrc); isAddress(v) {
		return bytes.TrimSpace(v)
	}
	return nil
}

// isAddress reports whether v leads to something outside the page.
func isAddress(v []byte) bool {
	v = bytes.TrimSpace(v)
	if len(v) == 0 || v[0] == '#' {
		return false
	}
	for _, scheme := range []string{"data:", "about:", "javascript:", "blob:"} {
		if len(v) >= len(scheme) && bytes.EqualFold(v[:len(scheme)], []byte(scheme)) {
			return false
		}
	}
	return true
}

// largest returns the address of the widest or densest image of a srcset.
func largest(set []byte) []byte {
	var best []byte
	most := -1.0
	for len(set) > 0 {
		set = bytes.TrimLeft(set, " \t\r\n\f,")
		end := bytes.IndexAny(set, " \t\r\n\f")
		if end < 0 {
			end = len(set)
		}
		address := set[:end]
		set = set[end:]
		size := 1.0
		if trimmed := bytes.TrimRight(address, ","); len(trimmed) < len(address) {
			address = trimmed
		} else {
			words := set
			if k := bytes.IndexByte(set, ','); k >= 0 {
				words, set = set[:k], set[k+1:]
			} else {
				set = nil
			}
			if words = bytes.TrimSpace(words); len(words) > 1 {
				if n, err := strconv.ParseFloat(string(words[:len(words)-1]), 64); err == nil {
					size = n
				}
			}
		}
		if size > most && isAddress(address) {
			best, most = address, size
		}
	}
	return best
}
