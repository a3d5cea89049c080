package layout

import (
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// hidingOf returns what hides the text "quince" in a page.
func hidingOf(t *testing.T, page string) document.Hiding {
	t.Helper()
	var p dom.Parser
	var l Layout
	tree := p.Parse([]byte(page), dom.Options{})
	l.Resolve(tree)
	for id := range tree.Nodes {
		n := &tree.Nodes[id]
		if n.Kind == dom.TextNode && strings.Contains(page[n.Start:n.End], "quince") && n.Flags&dom.RawText == 0 {
			return l.Hidden[id] | l.Style[id]
		}
	}
	t.Fatalf("no quince in %s", page)
	return 0
}

// wrappers are declarations that hide a block, and what they do.
var wrappers = []struct {
	style string
	want  document.Hiding
}{
	{"display:none", document.StyleDisplay},
	{"visibility:hidden", document.StyleVisibility},
	{"visibility:collapse", document.StyleVisibility},
	{"opacity:0", document.Opacity},
	{"filter:opacity(0)", document.Opacity},
	{"content-visibility:hidden", document.StyleDisplay},
	{"max-height:0;overflow:hidden", document.Collapsed},
	{"height:0;overflow:hidden", document.Collapsed},
	{"width:0;overflow:hidden;white-space:nowrap", document.Collapsed},
	{"position:absolute;left:-9999px", document.OffScreen},
	{"position:fixed;top:-2000px", document.OffScreen},
	{"position:absolute;right:-9999px", document.OffScreen},
	{"position:relative;left:-200em", document.OffScreen},
	{"position:absolute;left:calc(0px - 5000px)", document.OffScreen},
	{"position:absolute;inset:-9999px auto auto -9999px", document.OffScreen},
	{"margin-left:-9999px", document.OffScreen},
	{"transform:translateX(-9999px)", document.OffScreen},
	{"translate:-9999px 0", document.OffScreen},
	{"position:fixed;left:-100%", document.OffCanvas},
	{"text-indent:-9999px", document.TextIndent},
	{"position:absolute;clip:rect(0,0,0,0)", document.Clipped},
	{"position:absolute;clip:rect(1px 1px 1px 1px)", document.Clipped},
	{"clip-path:inset(50%)", document.Clipped},
	{"clip-path:circle(0)", document.Clipped},
	{"clip-path:polygon(0 0,0 0,0 0)", document.Clipped},
	{"font-size:0", document.TinyFont},
	{"font-size:1px", document.TinyFont},
	{"font:0/0 a", document.TinyFont},
	{"width:1px;height:1px;overflow:hidden", document.TinyBox},
	{"height:5px;overflow:hidden;line-height:40px", document.TinyBox},
	{"color:#fff", document.SameColour},
	{"color:rgb(255,255,255)", document.SameColour},
	{"color:hsl(0,0%,100%)", document.SameColour},
	{"background:#123456;color:#123456", document.SameColour},
	{"color:transparent", document.Transparent},
	{"color:rgba(0,0,0,0)", document.Transparent},
	{"-webkit-text-fill-color:transparent", document.Transparent},
	{"transform:scale(0)", document.Scaled},
	{"transform:rotateY(90deg)", document.Scaled},
	{"scale:0", document.Scaled},
	{"position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)", document.ScreenReader},
	{"position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden", document.ScreenReader},
}

// variants write declarations in many ways that mean the same.
var variants = []struct{ name, head, attrs string }{
	{"class", "<style>.k{%%}</style>", `class=k`},
	{"id", "<style>#k{%%}</style>", `id=k`},
	{"attribute", "<style>div[data-k=\"1\"]{%%}</style>", `data-k=1`},
	{"descendant", "<style>body > main div{%%}</style>", ``},
	{"escape", "<style>.\\6b x{%%}</style>", `class=kx`},
	{"media", "<style>@media screen and (min-width: 600px){.k{%%}}</style>", `class=k`},
	{"layer", "<style>@layer a,b;@layer b{.k{%%}}@layer a{.k{display:block;color:red;font-size:20px}}</style>", `class=k`},
	{"nesting", "<style>main{color:inherit; & .k{%%} .z{color:red}}</style>", `class=k`},
	{"not", "<style>main div:not(.z):not(:hover){%%}</style>", `class=k`},
	{"is", "<style>:is(main,aside) :where(.k){%%}</style>", `class=k`},
	{"first child", "<style>main > :first-child{%%}</style>", `class=k`},
	{"supports", "<style>@supports (display:grid){.k{%%}}</style>", `class=k`},
	{"comment", "<style><!-- /* .k{ */ .k/**/{/*x;}*/%%} --></style>", `class=k`},
}

func TestWrappers(t *testing.T) {
	for _, w := range wrappers {
		for _, v := range variants {
			page := "<!DOCTYPE html>" + strings.ReplaceAll(v.head, "%%", w.style) + "<body><main><div " + v.attrs + ">quince</div></main>"
			if got := hidingOf(t, page); got != w.want {
				t.Errorf("%s by %s: %v, want %v", w.style, v.name, got.Reasons(), w.want.Reasons())
			}
		}
		important := strings.ReplaceAll(w.style+";", ";", " ! important;")
		page := "<!DOCTYPE html><style>.k{" + important + "}#i{all:unset;display:block;color:red}</style><body><main><div class=k id=i>quince</div></main>"
		if got := hidingOf(t, page); got != w.want {
			t.Errorf("%s, important: %v, want %v", w.style, got.Reasons(), w.want.Reasons())
		}
		want := w.want
		switch want {
		case document.StyleVisibility:
			want = document.VisibilityHidden
		case document.StyleDisplay:
			if strings.HasPrefix(w.style, "display") {
				want = document.DisplayNone
			}
		}
		page = "<!DOCTYPE html><body><main><div style='" + w.style + "'>quince</div></main>"
		if got := hidingOf(t, page); got != want {
			t.Errorf("%s inline: %v, want %v", w.style, got.Reasons(), want.Reasons())
		}
	}
}

// cascade are pages in which the question is which rule wins.
var cascade = []struct {
	name, page string
	want       document.Hiding
}{
	{"hover", "<style>p:hover{display:none}</style><p>quince", 0},
	{"print", "<style>@media print{p{display:none}}</style><p>quince", 0},
	{"print sheet", "<style media=print>p{display:none}</style><p>quince", 0},
	{"narrow", "<style>@media (max-width:700px){p{display:none}}</style><p>quince", 0},
	{"range", "<style>@media (width >= 700px){p{display:none}}</style><p>quince", document.StyleDisplay},
	{"dark", "<style>@media (prefers-color-scheme:dark){p{display:none}}</style><p>quince", 0},
	{"noscript", "<noscript><style>p{display:none}</style></noscript><p>quince", 0},
	{"no-js", "<html class=no-js><style>.no-js p{display:none}</style><p>quince", 0},
	{"js", "<html class=no-js><style>html:not(.no-js) p{display:none}</style><p>quince", document.StyleDisplay},
	{"before", "<style>p::before{display:none}p:before{display:none}</style><p>quince", 0},
	{"whole page", "<style>body{visibility:hidden;opacity:0}html{display:none}</style><p>quince", 0},
	{"order", "<style>p{display:none}p{display:block}</style><p>quince", 0},
	{"specificity", "<style>p.k{display:none}p{display:block}</style><p class=k>quince", document.StyleDisplay},
	{"where", "<style>:where(p.k){display:none}p{display:block}</style><p class=k>quince", 0},
	{"inline wins", "<style>p.k{opacity:0}</style><p class=k style='opacity:1'>quince", 0},
	{"important wins", "<style>p{opacity:0!important}</style><p style='opacity:1'>quince", document.Opacity},
	{"visible again", "<style>p{visibility:hidden}b{visibility:visible}</style><p><b>quince", 0},
	{"font again", "<style>p{font-size:0}b{font-size:16px}</style><p><b>quince", 0},
	{"font em of nothing", "<style>p{font-size:0}b{font-size:2em}</style><p><b>quince", document.TinyFont},
	{"link keeps its colour", "<style>p{color:#fff}</style><p><a href=/>quince", 0},
	{"link inherits", "<style>p{color:#fff}a{color:inherit}</style><p><a href=/>quince", document.SameColour},
	{"ground of an ancestor", "<style>div{background:#222}</style><div><p style='color:#232323'><b>quince", document.SameColour},
	{"own ground", "<style>p{color:#fff;background:navy}</style><p>quince", 0},
	{"image", "<style>div{background:url(x.png)}</style><div style='color:#fff'>quince", 0},
	{"gradient text", "<style>p{background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent}</style><p>quince", 0},
	{"shadow", "<style>p{color:#fff;text-shadow:0 0 2px #000}</style><p>quince", 0},
	{"external", "<link rel=stylesheet href=x.css><p class=k style='color:#fff'>quince", document.WhiteText},
	{"external, own ground", "<link rel=stylesheet href=x.css><p class=k style='color:#fff;background:#fff'>quince", document.SameColour},
	{"custom property", "<style>:root{--n:none}p{display:var(--n)}</style><p>quince", document.StyleDisplay},
	{"fallback", "<style>p{display:var(--m, none)}</style><p>quince", document.StyleDisplay},
	{"nearer property", "<style>:root{--n:none}div{--n:block}p{display:var(--n)}</style><div><p>quince", 0},
	{"chain", "<style>:root{--a:var(--b);--b:-9999px}p{position:absolute;left:calc(var(--a) * 1)}</style><p>quince", document.OffScreen},
	{"cycle", "<style>:root{--a:var(--b);--b:var(--a)}p{display:var(--a)}</style><p>quince", 0},
	{"shorthand", "<style>:root{--c:#fff}p{background:var(--c);color:var(--c)}</style><p>quince", document.SameColour},
	{"unlayered wins", "<style>@layer a{p.k{display:none}}p{display:block}</style><p class=k>quince", 0},
	{"important in a layer wins", "<style>@layer a{p{display:none!important}}p.k{display:block!important}</style><p class=k>quince", document.StyleDisplay},
	{"nested state", "<style>p{color:red;&:hover{display:none}}</style><p>quince", 0},
	{"nested media", "<style>p{@media (min-width:1px){display:none}}</style><p>quince", document.StyleDisplay},
	{"relative nesting", "<style>div{> p{display:none}}</style><div><p>quince", document.StyleDisplay},
	{"sibling", "<style>i + p{display:none}</style><i>x</i><p>quince", document.StyleDisplay},
	{"later sibling", "<style>i ~ p{display:none}</style><i>x</i><b>y</b><p>quince", document.StyleDisplay},
	{"nth", "<style>p:nth-child(2n+1){display:none}</style><div><p>x<p>y<p>quince", document.StyleDisplay},
	{"nth not", "<style>i:nth-child(2n){display:none}</style><div><i>x</i><i>y</i><i>quince", 0},
	{"width of a span", "<style>b{width:1px;height:1px;overflow:hidden}</style><p><b>quince", 0},
	{"static left", "<style>p{left:-9999px}</style><p>quince", 0},
	{"static clip", "<style>p{clip:rect(0,0,0,0)}</style><p>quince", 0},
	{"no overflow", "<style>p{height:1px}</style><p>quince", 0},
	{"padding box", "<style>p{height:0;padding-bottom:56%;overflow:hidden}</style><p>quince", 0},
	{"least height", "<style>p{height:1px;min-height:30px;overflow:auto}</style><p>quince", 0},
	{"bad selector", "<style>p:unknown(x), i{display:none}</style><p>quince", 0},
	{"colour not known", "<style>p{color:#fff;color:'x'}</style><p>quince", document.SameColour},
	{"marquee", "<marquee height=1 width=2>quince</marquee>", document.Marquee},
	{"marquee shown", "<marquee>quince</marquee>", 0},
	{"font element", "<body bgcolor=#eeeeee><font color=#eeeeee>quince</font>", document.SameColour},
	{"unclosed", "<style>p{display:none</style><p>quince", document.StyleDisplay},
	{"import", "<style>@import url(x.css);p{display:none}</style><p>quince", document.StyleDisplay},
	{"data url", "<style>i{background:url(data:image/png;base64,x})}p{display:none}</style><p>quince", document.StyleDisplay},
	{"keyframes", "<style>@keyframes x{from{opacity:0}p{display:none}}</style><p>quince", 0},
	{"escaped property", "<style>p{d\\69splay:n\\6fne}</style><p>quince", document.StyleDisplay},
}

func TestCascade(t *testing.T) {
	for _, test := range cascade {
		if got := hidingOf(t, "<!DOCTYPE html>"+test.page); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got.Reasons(), test.want.Reasons())
		}
	}
}
