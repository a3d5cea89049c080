package dom

import (
	"bytes"
	"strings"
	"testing"
)

// bodyOf parses a page with the zero options and returns its body, one node a
// line.
func bodyOf(t *testing.T, page string) string {
	t.Helper()
	var p Parser
	tree := p.Parse([]byte(page), Options{})
	checkTree(t, page, tree)
	return outline(tree, HTML, TagBody)
}

// outline writes what stands in the first element with the tag.
func outline(tree *Tree, ns Namespace, tag Tag) string {
	var out strings.Builder
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		if n.Kind != ElementNode || n.Tag != tag || n.NS != ns {
			continue
		}
		for id := ID(i) + 1; id < n.After; id++ {
			depth := 0
			for up := tree.Nodes[id].Parent; up != ID(i); up = tree.Nodes[up].Parent {
				depth++
			}
			out.WriteString(strings.Repeat(" ", depth))
			switch c := &tree.Nodes[id]; c.Kind {
			case ElementNode:
				out.WriteString("<" + tree.Name(id) + ">\n")
			default:
				out.Write(append(tree.AppendText(nil, id), '\n'))
			}
		}
		break
	}
	return out.String()
}

// TestNoscriptFragments shows what becomes of noscript elements by default.
func TestNoscriptFragments(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"content", `<body><noscript><p>a<p>b</noscript>c`, "<noscript>\n <p>\n  a\n <p>\n  b\nc\n"},
		{"unclosed iframe", `<body><noscript><iframe src=x></noscript><p>c`, "<noscript>\n <iframe>\n<p>\n c\n"},
		{"unclosed title", `<body><noscript><title>a</noscript>c`, "<noscript>\n <title>\n  a\nc\n"},
		{"p stays open outside", `<body><p>a<noscript><p>b</noscript>c`, "<p>\n a\n <noscript>\n  <p>\n   b\n c\n"},
		{"end tags do not reach out", `<body><div><noscript></div></p>b</noscript>c`, "<div>\n <noscript>\n  <p>\n  b\n c\n"},
		{"formatting does not reach in", `<body><b><noscript>a</b></noscript>c`, "<b>\n <noscript>\n  a\n c\n"},
		{"formatting does not reach out", `<body><noscript><b>a</noscript>c`, "<noscript>\n <b>\n  a\nc\n"},
		{"table", `<body><table><noscript><tr><td>a</noscript><tr><td>b`, "<noscript>\n a\n<table>\n <tbody>\n  <tr>\n   <td>\n    b\n"},
		{"form", `<body><form><noscript><form>a</form></noscript>b</form>c`, "<form>\n <noscript>\n  <form>\n   a\n b\nc\n"},
		{"nested", `<body><noscript>a<noscript>b</noscript>c`, "<noscript>\n a\n <noscript>\n  b\nc\n"},
		{"unclosed", `<body><noscript>a<p>b`, "<noscript>\n a\n <p>\n  b\n"},
		{"body and html", `<body><noscript><html><body>a</body></html>b</noscript>c`, "<noscript>\n a\n b\nc\n"},
		{"comment", `<body><noscript><!-- </noscript> -->a`, "<noscript>\n  \n -->a\n"},
	} {
		if got := bodyOf(t, test.page); got != test.want {
			t.Errorf("%s: %s\ngot\n%swant\n%s", test.name, test.page, got, test.want)
		}
	}
}

func TestNoscriptInHead(t *testing.T) {
	var p Parser
	page := []byte(`<head><noscript><img src=x><p>a</noscript><title>t</title></head><body>b`)
	tree := p.Parse(page, Options{})
	checkTree(t, "", tree)
	if got, want := outline(tree, HTML, TagHead), "<noscript>\n <img>\n <p>\n  a\n<title>\n t\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for id := range tree.Nodes {
		n := &tree.Nodes[id]
		up := &tree.Nodes[n.Parent]
		if in := up.Tag == TagNoscript || up.Flags&InNoscript != 0; in != (n.Flags&InNoscript != 0) {
			t.Errorf("node %d: flags %b", id, n.Flags)
		}
	}
}

func TestDepthIsCapped(t *testing.T) {
	var p Parser
	const n = 2000
	page := strings.Repeat("<div>", n) + "in" + strings.Repeat("</div>", n) + "<p>out"
	tree := p.Parse([]byte(page), Options{})
	checkTree(t, "", tree)
	depth := make([]int, len(tree.Nodes))
	divs, flat := 0, 0
	for i := 1; i < len(tree.Nodes); i++ {
		node := &tree.Nodes[i]
		depth[i] = depth[node.Parent] + 1
		if depth[i] > MaxDepth {
			t.Fatalf("node %d is at depth %d", i, depth[i])
		}
		if node.Tag == TagDiv {
			divs++
		}
		if node.Flags&Flattened != 0 {
			flat++
		}
		if node.Tag == TagP && (tree.Nodes[node.Parent].Tag != TagBody || node.Flags&Flattened != 0) {
			t.Error("what follows the nesting is not in the body")
		}
	}
	if divs != n || flat == 0 {
		t.Errorf("%d div elements, %d flattened", divs, flat)
	}
	if len(tree.Limits) != 1 || tree.Limits[0].What != LimitDepth || tree.Limits[0].Count == 0 || tree.Limits[0].Offset == 0 {
		t.Errorf("limits: %v", tree.Limits)
	}
}

func TestAttributes(t *testing.T) {
	var p Parser
	page := []byte("<a HREF=\"?a=1&amp;b=2&copy=3\" class=x class=y data-Foo='a\r\nb\x00' hidden id=\"i\">")
	tree := p.Parse(page, Options{})
	var id ID
	for i := range tree.Nodes {
		if tree.Nodes[i].Tag == TagA {
			id = ID(i)
		}
	}
	for _, test := range []struct {
		key  Key
		want string
		has  bool
	}{
		{KeyHref, "?a=1&b=2&copy=3", true},
		{KeyClass, "x", true},
		{KeyHidden, "", true},
		{KeyID, "i", true},
		{KeyStyle, "", false},
	} {
		if got, ok := tree.Attr(id, test.key); got != test.want || ok != test.has {
			t.Errorf("%v = %q, %v", test.key, got, ok)
		}
	}
	if got, ok := tree.AttrByName(id, "data-foo"); string(got) != "a\nb\uFFFD" || !ok {
		t.Errorf("data-foo = %q, %v", got, ok)
	}
	if n := len(tree.Attrs(id)); n != 5 {
		t.Errorf("%d attributes", n)
	}
}

func TestPieces(t *testing.T) {
	var p Parser
	page := []byte("<body>a &amp; b\r\nc &x &notit; \x00d")
	tree := p.Parse(page, Options{})
	checkTree(t, "", tree)
	last := ID(len(tree.Nodes) - 1)
	var got []string
	for it := tree.Pieces(last); it.Next(); {
		mark := ""
		if it.Decoded {
			mark = "!"
		}
		got = append(got, mark+string(it.Text))
	}
	if want := "a |!&| b|!\n|c &x |!¬|it; |d"; strings.Join(got, "|") != want {
		t.Errorf("%q", strings.Join(got, "|"))
	}
}

func TestBase(t *testing.T) {
	var p Parser
	for page, want := range map[string]string{
		`<base target=x><base href=a><base href=b>`:            "a",
		`<template><base href=a></template><base href=b>`:      "b",
		`<base href=a><table>x<tr>y`:                           "a",
		`<p>x<base href=c>`:                                    "c",
		`<p>x`:                                                 "",
		`<noscript><base href=a></noscript><base href=b>`:      "b",
		`<base href=a><frameset>`:                              "a",
		`<body><div><base href=a></div></body><frameset><p>`:   "a",
		`<!-- --><body><b><p><base href=q></b><i><p></b></i>x`: "q",
	} {
		tree := p.Parse([]byte(page), Options{})
		got := ""
		if tree.Base != 0 {
			got, _ = tree.Attr(tree.Base, KeyHref)
		}
		if got != want {
			t.Errorf("%s: base %q", page, got)
		}
	}
}

// TestReuseAllocatesNothing parses pages a second time.
func TestReuseAllocatesNothing(t *testing.T) {
	list := [][]byte{
		[]byte("<!DOCTYPE html><title>x &amp; y</title><p class=\"a&amp;b\">x<b>y<p>z</b><table>q<tr><td>r</table><noscript><p>n</noscript>"),
		bytes.Repeat([]byte("<div><a href=x>y</a><ul><li>1<li>2</ul></div>"), 1000),
	}
	if !testing.Short() {
		dir := corpora(t, "wcxb/html")
		for _, name := range []string{"0001", "0100", "0500"} {
			if page := readPage(t, dir+"/"+name+".html.gz"); len(page) > 0 {
				list = append(list, page)
			}
		}
	}
	var p Parser
	parse := func() {
		for _, page := range list {
			p.Parse(page, Options{})
		}
	}
	parse()
	if n := testing.AllocsPerRun(10, parse); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
