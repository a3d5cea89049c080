package layout

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// maxBodies is how many start tags of further bodies are looked at.
const maxBodies = 8

// place finds where in the markup each node stands.
func (l *Layout) place(t *dom.Tree) {
	body, second := l.bodies(t)
	heading, link := dom.ID(0), dom.ID(0) // the first nodes behind the heading and its link
	for id := dom.ID(1); int(id) < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		var p document.Position
		if n.Start >= body {
			p |= document.AfterBody
		}
		if n.Start >= second {
			p |= document.InSecondBody
		}
		switch {
		case n.Kind == dom.ElementNode && n.Tag >= dom.TagH1 && n.Tag <= dom.TagH6:
			heading = max(heading, n.After)
		case n.Kind == dom.ElementNode && n.Tag == dom.TagA && id < heading:
			link = max(link, n.After)
		}
		if id < link {
			p |= document.InHeadingLink
		}
		l.Position[id] = p
	}
}

// bodies returns where the body ends and where another one begins, beyond the
// end of the page if it does not.
func (l *Layout) bodies(t *dom.Tree) (end, second int32) {
	never := int32(len(t.Src)) + 1
	end, second = never, never
	var first *dom.Node
	for id := range t.Nodes {
		if n := &t.Nodes[id]; n.Kind == dom.ElementNode && n.Tag == dom.TagBody && n.NS == dom.HTML {
			first = n
			break
		}
	}
	if first == nil {
		return end, second
	}
	if first.Close > first.End {
		end = first.Close
	}
	at := int(first.End)
	for range maxBodies {
		k := indexBody(t.Src[at:])
		if k < 0 {
			break
		}
		at += k
		if !inside(t, int32(at)) {
			second = int32(at)
			break
		}
		at += 5
	}
	return end, second
}

// indexBody returns where a start tag of a body may begin.
func indexBody(src []byte) int {
	at := 0
	for {
		k := bytes.Index(src[at:], []byte("<body"))
		if up := bytes.Index(src[at:], []byte("<BODY")); up >= 0 && (k < 0 || up < k) {
			k = up
		}
		if k < 0 {
			return -1
		}
		at += k
		if at+5 >= len(src) || isSpace(src[at+5]) || src[at+5] == '>' {
			return at
		}
		at += 5
	}
}

// inside reports whether the offset is in a text, a comment or a tag.
func inside(t *dom.Tree, at int32) bool {
	for id := 1; id < len(t.Nodes); id++ {
		if n := &t.Nodes[id]; n.Start < at && at < n.End {
			return true
		}
	}
	return false
}
