package document

import (
	"fmt"
	"strings"
)

// Wrap is one layer around text that a page carries as data.
type Wrap uint8

// The layers.
const (
	NoWrap     Wrap = iota
	JSONString      // a string of JSON or JavaScript: escapes
	References      // an attribute's value, or markup written as text: character references
	Template        // a template element, whose content is not part of the page
)

var wrapNames = [...]string{"", "json", "html", "template"}

// Wrapping says in what a block's text is wrapped in the source: layers from the
// outermost in. Text of the page itself is in none, which is the zero value. An
// attribute that holds JSON with a string of JSON in it is "html.json.json".
//
// A wrapping is two bits a layer, the outermost the lowest.
type Wrapping uint8

// MaxWraps is how many layers a wrapping can have.
const MaxWraps = 4

// With returns the wrapping with one more layer inside it, and whether there is
// room for it.
func (w Wrapping) With(inner Wrap) (Wrapping, bool) {
	for i := 0; i < 2*MaxWraps; i += 2 {
		if w>>i&3 == 0 {
			return w | Wrapping(inner)<<i, true
		}
	}
	return w, false
}

// Layers returns the layers from the outermost in; those behind the last are
// NoWrap.
func (w Wrapping) Layers() (layers [MaxWraps]Wrap) {
	for i := range layers {
		layers[i] = Wrap(w >> (2 * i) & 3)
	}
	return layers
}

// String returns the names of the layers with dots between, "" for none.
func (w Wrapping) String() string {
	var names []string
	for ; w != 0; w >>= 2 {
		names = append(names, wrapNames[w&3])
	}
	return strings.Join(names, ".")
}

// MarshalText returns what String does.
func (w Wrapping) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText sets the wrapping named by b; an unknown name is an error.
func (w *Wrapping) UnmarshalText(b []byte) error {
	*w = 0
	if len(b) == 0 {
		return nil
	}
	for name := range strings.SplitSeq(string(b), ".") {
		var layer Wrap
		if err := parseName(&layer, wrapNames[:], []byte(name), "wrapping"); err != nil {
			return err
		}
		next, ok := w.With(layer)
		if !ok || layer == NoWrap {
			return fmt.Errorf("wrapping %q is none", b)
		}
		*w = next
	}
	return nil
}
