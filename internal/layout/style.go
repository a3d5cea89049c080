package layout

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
)

// inline applies the declarations of a style attribute to what hides an
// element. It knows display and visibility.
func inline(style []byte, h document.Hiding) document.Hiding {
	for len(style) > 0 {
		decl := style
		if k := bytes.IndexByte(style, ';'); k >= 0 {
			decl, style = style[:k], style[k+1:]
		} else {
			style = nil
		}
		k := bytes.IndexByte(decl, ':')
		if k < 0 {
			continue
		}
		name, value := bytes.TrimSpace(decl[:k]), bare(decl[k+1:])
		switch {
		case bytes.EqualFold(name, []byte("display")):
			if bytes.EqualFold(value, []byte("none")) {
				h |= document.DisplayNone
			}
		case bytes.EqualFold(name, []byte("visibility")):
			switch {
			case bytes.EqualFold(value, []byte("hidden")), bytes.EqualFold(value, []byte("collapse")):
				h |= document.VisibilityHidden
			case bytes.EqualFold(value, []byte("visible")):
				h &^= document.VisibilityHidden
			}
		}
	}
	return h
}

// bare returns a declaration's value without white space and "!important".
func bare(v []byte) []byte {
	if k := bytes.IndexByte(v, '!'); k >= 0 {
		v = v[:k]
	}
	return bytes.TrimSpace(v)
}
