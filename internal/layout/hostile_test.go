package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/winnowtext/winnow/internal/dom"
)

// hostile are pages whose style sheets ask for much work, of about n bytes.
var hostile = map[string]func(n int) string{
	"rules by nodes": func(n int) string {
		return "<style>" + strings.Repeat("div p{opacity:0}", n/32) + "</style>" + strings.Repeat("<p>x", n/8)
	},
	"descendants": func(n int) string {
		return "<style>" + strings.Repeat("div div div div div div div div b{opacity:0}", n/128) + "</style>" +
			strings.Repeat("<div>", 400) + strings.Repeat("<i>x</i>", n/16)
	},
	"siblings": func(n int) string {
		return "<style>b ~ i ~ i ~ i{opacity:0}i:nth-last-child(7n+3){opacity:0}</style>" + strings.Repeat("<i>x</i>", n/8)
	},
	"deep not": func(n int) string {
		return "<style>p" + strings.Repeat(":not(:is(p", n/20) + strings.Repeat("))", n/20) + "{opacity:0}</style>" + strings.Repeat("<p>x", n/8)
	},
	"long lists": func(n int) string {
		return "<style>" + strings.Repeat("p,", n/4) + "p{opacity:0}</style>" + strings.Repeat("<p>x", n/8)
	},
	"nested lists": func(n int) string {
		return "<style>" + strings.Repeat("p,", n/8) + "p{" + strings.Repeat("opacity:0;&{}", n/16) + "}</style>" + strings.Repeat("<p>x", n/8)
	},
	"deep nesting": func(n int) string {
		return "<style>" + strings.Repeat("p{", n/4) + "opacity:0</style>" + strings.Repeat("<p>x", n/8)
	},
	"custom properties": func(n int) string {
		var b strings.Builder
		b.WriteString("<style>:root{")
		for i := range n / 32 {
			fmt.Fprintf(&b, "--v%d:var(--v%d) var(--v%d);", i, i+1, i+1)
		}
		return b.String() + "}p{opacity:var(--v0)}</style>" + strings.Repeat("<p>x", n/8)
	},
	"long class": func(n int) string {
		return "<style>" + strings.Repeat(".a.b.c{opacity:0}", n/32) + "</style><p class='" + strings.Repeat("a b ", n/8) + "'>x"
	},
	"escapes in attributes": func(n int) string {
		return "<style>" + strings.Repeat("p[class=x]{opacity:0}", n/32) + "</style>" + strings.Repeat("<p class='&amp;x'>x", n/32)
	},
	"brackets": func(n int) string { return "<style>p{opacity:" + strings.Repeat("calc(", n/5) + "</style><p>x" },
	"media": func(n int) string {
		return "<style>" + strings.Repeat("@media (min-width:1px){", n/24) + "</style><p>x"
	},
	"layers": func(n int) string { return "<style>" + strings.Repeat("@layer{p{opacity:0}}", n/20) + "</style><p>x" },
	"bodies": func(n int) string { return strings.Repeat("<p title='<body >'>x", n/20) },
	"declarations": func(n int) string {
		return "<style>p{" + strings.Repeat("opacity:0;", n/16) + "}</style>" + strings.Repeat("<p>x", n/8)
	},
}

// TestHostileIsLinear checks that four times the input takes about four times
// as long.
func TestHostileIsLinear(t *testing.T) {
	var p dom.Parser
	var l Layout
	for name, page := range hostile {
		var took [2]time.Duration
		for i, n := range []int{256 << 10, 1 << 20} {
			tree := p.Parse([]byte(page(n)), dom.Options{})
			start := time.Now()
			l.Resolve(tree)
			took[i] = time.Since(start)
		}
		t.Logf("%s: %v, %v, %v", name, took[0], took[1], l.Limits)
		if took[1] > 12*took[0]+100*time.Millisecond {
			t.Errorf("%s: %v for 256 KiB, %v for 1 MiB", name, took[0], took[1])
		}
	}
}

// FuzzStyles checks that no style sheet breaks the layout, and that a second
// run gives the same.
func FuzzStyles(f *testing.F) {
	for _, page := range hostile {
		f.Add(page(512))
	}
	for _, w := range wrappers {
		for _, v := range variants {
			f.Add("<!DOCTYPE html>" + strings.ReplaceAll(v.head, "%%", w.style) + "<p " + v.attrs + ">quince")
		}
	}
	f.Fuzz(func(t *testing.T, page string) {
		var p dom.Parser
		var l, again Layout
		tree := p.Parse([]byte(page), dom.Options{})
		l.Resolve(tree)
		again.Resolve(p.Parse([]byte("<style>p{opacity:0;color:var(--x)}</style><p>x<p style='color:#fff'>y"), dom.Options{}))
		again.Resolve(p.Parse([]byte(page), dom.Options{}))
		for id := range l.Style {
			if l.Style[id] != again.Style[id] || l.Hidden[id] != again.Hidden[id] || l.Position[id] != again.Position[id] {
				t.Fatalf("node %d: %v, then %v", id, l.Style[id].Reasons(), again.Style[id].Reasons())
			}
		}
	})
}
