package block

import (
	"fmt"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// fromHTML returns the blocks of a page.
func fromHTML(page string) *Set {
	var p dom.Parser
	var l layout.Layout
	var b Builder
	t := p.Parse([]byte(page), dom.Options{})
	l.Resolve(t)
	return b.FromTree(t, &l)
}

func fromText(text string) *Set {
	var b Builder
	return b.FromText([]byte(text))
}

// texts joins the texts of blocks; a "+" stands before one that only a line break
// parts from the block before.
func texts(s *Set) string {
	var out []string
	for i := range s.Blocks {
		text := string(s.TextOf(i))
		if s.Blocks[i].Break {
			text = "+" + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "|")
}

func TestFromTree(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<p>a<p>b", "a|b"},
		{"<div>a<span>b</span> c<div>d</div>e</div>", "ab c|d|e"},
		{"<p>a<br>b<br><br>c", "a|+b|c"},
		{"<p><br>a<br></p><p>b</p>", "a|b"},
		{"<p>  a \n\t b  </p>", "a b"},
		{"<p>a<b> b</b> <i>c </i>d", "a b c d"},
		{"<p>a&nbsp;b", "a\u00a0b"},
		{"<p>&#32;a&#10;b", "a b"},
		{"<p>\u200b</p><p>a</p>", "a"},
		{"<script>x</script><style>y</style><p>a<template>z</template>b", "ab"},
		{"<pre>\n a\n  b \n\n</pre>", " a\n  b"},
		{"<pre>a<br>b</pre>", "a|+b"},
		{"<ul><li>a<li>b<ul><li>c</ul></ul>", "a|b|c"},
		{"<table><tr><td>a<td>b<tr><td>c</table>", "a|b|c"},
		{"<button>a</button><button>b</button>", "a|b"},
		{"<select><option>a<option>b</select>", "a|b"},
		{"<textarea>a\n b</textarea>", "a\n b"},
		{"<svg><title>x</title><text>a</text><text>b</text></svg>", "a|b"},
		{"<p>b<noscript><p>a</noscript>", "b|a"},
		{"<a href=x><h3>a</h3><p>b</p></a>", "a|b"},
	} {
		if got := texts(fromHTML(c.page)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.page, got, c.want)
		}
	}
}

func TestLinksAndMarks(t *testing.T) {
	s := fromHTML(`<p>see <a href=x> this <b>page</b></a>.<p><a href=y>all</a><p><a>none</a><a href=z><p>one<p>two</a>`)
	var got []string
	for i := range s.Blocks {
		b := &s.Blocks[i]
		for _, l := range s.Links[b.Links[0]:b.Links[1]] {
			got = append(got, fmt.Sprintf("%d:link %q", i, s.Text[l.Start:l.End]))
		}
		for _, m := range s.Marks[b.Marks[0]:b.Marks[1]] {
			got = append(got, fmt.Sprintf("%d:%s %q", i, m.Kind, s.Text[m.Start:m.End]))
		}
	}
	want := `0:link "this page";0:strong "page";1:link "all";3:link "one";4:link "two"`
	if strings.Join(got, ";") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ";"), want)
	}
	if b := s.Blocks[0]; b.LinkChars != 8 || b.LinkCount != 1 {
		t.Errorf("first block has %d characters in %d links, want 8 in 1", b.LinkChars, b.LinkCount)
	}
}

func TestRuns(t *testing.T) {
	const page = "<p>a &amp;\n b<i>c</i>"
	s := fromHTML(page)
	var got []string
	for _, r := range s.Runs {
		got = append(got, fmt.Sprintf("%q=%q %s", s.Text[r.Start:r.End], page[r.SrcStart:r.SrcEnd], r.Decoding))
	}
	want := `"a "="a " ;"&"="&amp;" html;" "="\n " space;"b"="b" ;"c"="c" `
	if strings.Join(got, ";") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ";"), want)
	}
}

func TestStats(t *testing.T) {
	for _, c := range []struct {
		text string
		want Stats
	}{
		{"Two words.", Stats{Chars: 9, Words: 2, Upper: 1, Sentences: 1}},
		{"10,5 € and 3", Stats{Chars: 9, Words: 4, Digits: 4, Commas: 1}},
		{"茶馆开。", Stats{Chars: 4, Words: 3, Sentences: 1}},
		{"Ärger, Öl", Stats{Chars: 8, Words: 2, Upper: 2, Commas: 1}},
		{"naïve", Stats{Chars: 5, Words: 1}},
	} {
		s := fromText(c.text)
		if got := s.Blocks[0].Stats; got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.text, got, c.want)
		}
	}
}

func TestSums(t *testing.T) {
	var p dom.Parser
	var l layout.Layout
	var b Builder
	tree := p.Parse([]byte("<div><p>one two<p>three</div><ul><li>four <a href=x>five</a></ul>"), dom.Options{})
	l.Resolve(tree)
	s := b.FromTree(tree, &l)
	for id := range tree.Nodes {
		first, end := s.Of(tree, dom.ID(id))
		var want Stats
		for i := range s.Blocks {
			if f := int(s.Blocks[i].First); f >= id && f < int(tree.Nodes[id].After) {
				want = want.plus(s.Blocks[i].Stats)
			}
		}
		if got := s.Sum(first, end); got != want {
			t.Errorf("node %d (%s): got %+v, want %+v", id, tree.Name(dom.ID(id)), got, want)
		}
	}
	if got := s.Sum(0, len(s.Blocks)); got.Words != 5 || got.LinkChars != 4 {
		t.Errorf("the page has %+v, want 5 words and 4 characters in links", got)
	}
}

func TestFromText(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"a\nb\n\nc", "a|+b|c"},
		{"\n\n  a  \r\n\r\nb", "a|b"},
		{long + "\n" + long, strings.TrimSpace(long) + "|+" + strings.TrimSpace(long)},
		{
			"The lines of this paragraph were broken by a\nprogram that fits them to a width, and so they\nbelong together.",
			"The lines of this paragraph were broken by a program that fits them to a width, and so they belong together.",
		},
		{
			"A headline that is long enough for a line\nAnother headline, which begins with a capital",
			"A headline that is long enough for a line|+Another headline, which begins with a capital",
		},
	} {
		if got := texts(fromText(c.text)); got != c.want {
			t.Errorf("%q:\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
	if s := fromText("- a\n* b\n-c"); s.Blocks[0].Kind != document.ListItem || s.Blocks[1].Kind != document.ListItem || s.Blocks[2].Kind != document.Paragraph {
		t.Errorf("kinds %v %v %v, want two list items and a paragraph", s.Blocks[0].Kind, s.Blocks[1].Kind, s.Blocks[2].Kind)
	}
}

func BenchmarkFromTree(b *testing.B) {
	page := []byte("<body>" + strings.Repeat(`<div class=x><p>Some words of <a href=y>a paragraph</a> that goes on, &amp; on.</p></div>`, 1000))
	var p dom.Parser
	var l layout.Layout
	var builder Builder
	tree := p.Parse(page, dom.Options{})
	l.Resolve(tree)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		builder.FromTree(tree, &l)
	}
}
