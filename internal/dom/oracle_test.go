package dom

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// explained are the pages whose trees differ from those of x/net/html, and why
// the standard is on our side.
var explained = map[string]string{
	"trafilatura/html/gv-bayern.de.portraet.html.gz": "a textarea begins with &#013;&#010;: only a line feed is dropped there, not a CR",
	"trafilatura/html/wordsmith.org.maudlin.html.gz": "<!DOCTYPE HTML> in capitals is no quirks mode (the tokenizer makes names lower case), so a table closes the p",
}

// TestOracle compares the tree of every page of the corpora with that of
// x/net/html, wherever that one parses. Two differences that many pages have are
// evened out by the dumps: x/net/html makes an empty comment of "</>", which is
// no token at all, and decodes references in comments.
func TestOracle(t *testing.T) {
	var p Parser
	compared, seen := 0, 0
	pages(t, "", func(name string, page []byte) {
		if seen++; testing.Short() && seen%16 != 0 {
			return
		}
		ref, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Logf("%s: x/net/html cannot parse it: %v", name, err)
			return
		}
		compared++
		tree := p.Parse(page, Options{Scripting: ScriptingOn})
		got, want := dump(tree), dumpPeer(ref)
		switch why := explained[name]; {
		case bytes.Equal(got, want) && why != "":
			t.Errorf("%s: no longer different", name)
		case !bytes.Equal(got, want) && why == "":
			t.Errorf("%s: %s", name, difference(got, want))
		}
		checkTree(t, name, tree)
	})
	t.Logf("%d pages compared", compared)
}

// dump writes a tree one node a line, adjacent texts as one, without empty
// comments, and attributes sorted, as x/net/html sorts some.
func dump(t *Tree) (out []byte) {
	d := dumper{}
	depth := make([]int, len(t.Nodes))
	for i := 1; i < len(t.Nodes); i++ {
		n := &t.Nodes[i]
		depth[i] = depth[n.Parent] + 1
		switch n.Kind {
		case ElementNode:
			var list []string
			attrs := t.Attrs(ID(i))
			for k := range attrs {
				list = append(list, fmt.Sprintf(" %s=%q", t.AttrName(ID(i), &attrs[k]), t.Value(&attrs[k])))
			}
			d.element(depth[i], [...]string{"", "svg", "math"}[n.NS], t.Name(ID(i)), list)
		case TextNode:
			d.text(depth[i], string(t.AppendText(nil, ID(i))))
		case CommentNode:
			d.comment(depth[i], string(t.AppendText(nil, ID(i))))
		case DoctypeNode:
			d.line(depth[i], "#doctype")
		}
	}
	return d.out
}

// dumpPeer writes a tree of x/net/html in the same form.
func dumpPeer(root *html.Node) (out []byte) {
	d := dumper{}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		switch n.Type {
		case html.ElementNode:
			var list []string
			for _, a := range n.Attr {
				name := a.Key
				if a.Namespace != "" {
					name = a.Namespace + ":" + a.Key
				}
				list = append(list, fmt.Sprintf(" %s=%q", name, a.Val))
			}
			d.element(depth, n.Namespace, n.Data, list)
		case html.TextNode:
			d.text(depth, n.Data)
		case html.CommentNode:
			d.comment(depth, n.Data)
		case html.DoctypeNode:
			d.line(depth, "#doctype")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(root, 0)
	return d.out
}

// dumper writes dumps.
type dumper struct {
	out    []byte
	inText int // depth of the text that was written last, 0 if something else was
}

func (d *dumper) line(depth int, what string) {
	d.out = fmt.Appendf(d.out, "\n%d %s", depth, what)
	d.inText = 0
}

func (d *dumper) element(depth int, ns, name string, attrs []string) {
	slices.Sort(attrs)
	d.line(depth, strings.TrimSpace(ns+" "+name)+strings.Join(attrs, ""))
}

func (d *dumper) text(depth int, text string) {
	if text == "" {
		return
	}
	if d.inText != depth {
		d.line(depth, "#text ")
		d.inText = depth
	}
	d.out = append(d.out, text...)
}

func (d *dumper) comment(depth int, text string) {
	if text != "" {
		d.line(depth, "#comment "+html.UnescapeString(html.UnescapeString(text)))
	}
}

// difference shows where two dumps begin to differ.
func difference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	from := max(0, i-200)
	return fmt.Sprintf("after %q\ngot  %q\nwant %q", got[from:i], cut(got[i:]), cut(want[i:]))
}

func cut(s []byte) string { return strings.TrimSpace(string(s[:min(len(s), 200)])) }

// checkTree checks the invariants of a tree.
func checkTree(t testing.TB, name string, tree *Tree) {
	t.Helper()
	fail := func(id int, format string, args ...any) {
		t.Helper()
		t.Fatalf("%s: node %d: %s", name, id, fmt.Sprintf(format, args...))
	}
	size := int32(len(tree.Src))
	stack := []ID{0}
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		id := ID(i)
		for i > 0 && tree.Nodes[stack[len(stack)-1]].After <= id {
			stack = stack[:len(stack)-1]
		}
		if i > 0 && n.Parent != stack[len(stack)-1] {
			fail(i, "parent is %d, but the open one is %d", n.Parent, stack[len(stack)-1])
		}
		if n.After <= id || int(n.After) > len(tree.Nodes) || i > 0 && n.After > tree.Nodes[n.Parent].After {
			fail(i, "After is %d", n.After)
		}
		if i > 0 {
			stack = append(stack, id)
		}
		if n.Start < 0 || n.Start > n.End || n.End > size || n.Close < 0 || n.Close > size {
			fail(i, "range %d-%d, closed at %d", n.Start, n.End, n.Close)
		}
		if n.Kind == ElementNode && n.Close < n.End && n.Flags&Implied == 0 {
			fail(i, "start tag ends at %d, closed at %d", n.End, n.Close)
		}
		checkLinks(fail, tree, id)
		checkPieces(fail, tree, id)
		for k, a := range tree.Attrs(id) {
			if a.NameStart < n.Start && n.Flags&Implied == 0 || a.ValStart > a.ValEnd || a.NameStart+int32(a.nameLen) > a.ValStart || a.ValEnd > size {
				fail(i, "attribute %d: %+v", k, a)
			}
		}
	}
}

func checkLinks(fail func(int, string, ...any), tree *Tree, id ID) {
	n := &tree.Nodes[id]
	prev := ID(0)
	for c := n.First; c != 0; c = tree.Nodes[c].Next {
		if tree.Nodes[c].Prev != prev || tree.Nodes[c].Parent != id || c <= prev {
			fail(int(c), "links are wrong")
		}
		prev = c
	}
	if n.Last != prev {
		fail(int(id), "last child is %d, not %d", n.Last, prev)
	}
}

// checkPieces checks that the pieces of a text are its text and its source.
func checkPieces(fail func(int, string, ...any), tree *Tree, id ID) {
	n := &tree.Nodes[id]
	if n.Kind != TextNode && n.Kind != CommentNode {
		return
	}
	var text []byte
	at := int(n.Start)
	for it := tree.Pieces(id); it.Next(); {
		src := tree.Src[it.Start:it.End]
		if it.Start < at || it.End <= it.Start || it.End > int(n.End) || len(it.Text) == 0 {
			fail(int(id), "piece %d-%d", it.Start, it.End)
		}
		if len(bytes.Trim(tree.Src[at:it.Start], "\x00")) > 0 {
			fail(int(id), "%q is left out", tree.Src[at:it.Start])
		}
		if !it.Decoded && !bytes.Equal(it.Text, src) {
			fail(int(id), "piece %q is not its source %q", it.Text, src)
		}
		if it.Decoded && n.Kind == TextNode && n.Flags&RawText == 0 && src[0] != 0 && !bytes.Equal(it.Text, DecodeText(nil, src)) {
			fail(int(id), "piece %q is not what %q decodes to", it.Text, src)
		}
		text = append(text, it.Text...)
		at = it.End
	}
	if want := tree.AppendText(nil, id); !bytes.Equal(text, want) {
		fail(int(id), "pieces are %q, text is %q", text, want)
	}
}
