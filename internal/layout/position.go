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
	if at := secondBody(t, first); at >= 0 {
		second = at
	}
	return end, second
}

// secondBody returns where a start tag of a body begins that is behind the first
// one's and made no element, -1 if there is none. It looks at what stands between
// the nodes: mostly end tags.
func secondBody(t *dom.Tree, first *dom.Node) int32 {
	at := first.End // nodes and what is between them are known up to here
	for id := 1; id < len(t.Nodes); id++ {
		n := &t.Nodes[id]
		if n.End <= at || n.Start == n.End {
			continue
		}
		if n.Start < at {
			return searchBody(t, first) // moved in front of what it stands behind
		}
		for at < n.Start {
			k := bytes.IndexByte(t.Src[at:n.Start], '<')
			if k < 0 {
				break
			}
			at += int32(k)
			if bodyAt(t.Src, int(at)) {
				return at
			}
			at++
		}
		if n.Tag == dom.TagBody && n.Kind == dom.ElementNode && bodyAt(t.Src, int(n.Start)) {
			return n.Start
		}
		at = n.End
	}
	if k := indexBody(t.Src[at:]); k >= 0 {
		return at + int32(k)
	}
	return -1
}

// bodyAt reports whether a start tag of a body may begin at i.
func bodyAt(src []byte, i int) bool {
	return i+5 <= len(src) && src[i+1]|0x20 == 'b' && indexBody(src[i:min(i+6, len(src))]) == 0
}

// searchBody is secondBody for a tree whose nodes are not in the order of the
// source. It looks at a few candidates.
func searchBody(t *dom.Tree, first *dom.Node) int32 {
	at := int(first.End)
	for range maxBodies {
		k := indexBody(t.Src[at:])
		if k < 0 {
			break
		}
		at += k
		if !inside(t, int32(at)) {
			return int32(at)
		}
		at += 5
	}
	return -1
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
