package dom

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"testing"
	"time"
)

// repeat returns n bytes or a few more of a unit over and over.
func repeat(n int, unit string) []byte { return bytes.Repeat([]byte(unit), n/len(unit)+1) }

// numbered returns n bytes or a few more of a format that takes a number.
func numbered(n int, format string) (out []byte) {
	for i := 0; len(out) < n; i++ {
		out = fmt.Appendf(out, format, i)
	}
	return out
}

// half returns n bytes, the first half of one unit and the rest of another.
func half(n int, first, second string) []byte {
	return append(repeat(n/2, first), repeat(n/2, second)...)
}

// deep returns n bytes of a unit under an opening, depth opening elements and a
// closing.
func deep(n int, before, nested string, depth int, unit string) []byte {
	page := append([]byte(before), bytes.Repeat([]byte(nested), depth)...)
	return append(page, repeat(n, unit)...)
}

// hostile are shapes of input that are made to cost much.
var hostile = map[string]func(n int) []byte{
	"div nesting":          func(n int) []byte { return repeat(n, "<div>") },
	"b nesting":            func(n int) []byte { return repeat(n, "<b>") },
	"span nesting":         func(n int) []byte { return repeat(n, "<span>x") },
	"unknown nesting":      func(n int) []byte { return repeat(n, "<x>") },
	"unknown names":        func(n int) []byte { return numbered(n, "<x%d>") },
	"unknown ends":         func(n int) []byte { return append(numbered(n/2, "<x%d>"), numbered(n/2, "</y%d>")...) },
	"nesting and ends":     func(n int) []byte { return half(n, "<div>", "</div>") },
	"text at depth":        func(n int) []byte { return deep(n, "", "<div>", 600, "x<br>") },
	"distinct formatting":  func(n int) []byte { return numbered(n, "<b id=%d>") },
	"formatting and p":     func(n int) []byte { return append(numbered(n/2, "<b id=%d>"), repeat(n/2, "<p>x")...) },
	"few formatting and p": func(n int) []byte { return append(numbered(600, "<p><b id=%d>"), repeat(n, "<p>x")...) },
	"fonts":                func(n int) []byte { return numbered(n, "<p><font size=%d>x") },
	"a chain":              func(n int) []byte { return repeat(n, "<a>") },
	"a and div":            func(n int) []byte { return repeat(n, "<a><div>") },
	"a with href":          func(n int) []byte { return numbered(n, "<a href=%d><p>") },
	"nobr chain":           func(n int) []byte { return repeat(n, "<nobr>") },
	"nobr and p":           func(n int) []byte { return repeat(n, "<nobr><p>") },
	"button chain":         func(n int) []byte { return repeat(n, "<button>") },
	"button and p":         func(n int) []byte { return repeat(n, "<p><button>") },
	"adoption":             func(n int) []byte { return repeat(n, "<b><p></b>") },
	"adoption deep":        func(n int) []byte { return deep(n, "<b>", "<div>", 500, "</b>") },
	"adoption again": func(n int) []byte {
		return repeat(n, "<b>"+string(bytes.Repeat([]byte("<div>"), 100))+"</b></b></b></b>")
	},
	"adoption many": func(n int) []byte {
		return append(append(numbered(800, "<b id=%d>"), bytes.Repeat([]byte("<div>"), 400)...), repeat(n, "</b>")...)
	},
	"adoption interleaved": func(n int) []byte { return repeat(n, "<b><i><p></b></i>") },
	"adoption bottom":      func(n int) []byte { return append(deep(n/2, "<b>", "<div>", 1, "<div>"), repeat(n/2, "</b>")...) },
	"misnested":            func(n int) []byte { return repeat(n, "<a><b><i></a><u></b>") },
	"p ends":               func(n int) []byte { return repeat(n, "</p>") },
	"br ends":              func(n int) []byte { return repeat(n, "</br>") },
	"p under spans":        func(n int) []byte { return deep(n, "<p><object>", "<span>", 500, "</p>") },
	"unmatched ends": func(n int) []byte {
		return deep(n, "<i>", "<span>", 5000, "</em></b></x></h1></li></dd></form></table>")
	},
	"ends behind a wall":  func(n int) []byte { return deep(n, "<x><b><div>", "<span>", 5000, "</x>") },
	"li under spans":      func(n int) []byte { return deep(n, "<ul><li><div>", "<span>", 500, "<li>") },
	"dd chain":            func(n int) []byte { return repeat(n, "<dd><dt>") },
	"headings":            func(n int) []byte { return repeat(n, "<h1><h2></h3>") },
	"forms":               func(n int) []byte { return repeat(n, "<form><div></form>") },
	"form ends deep":      func(n int) []byte { return repeat(n, "<form><p><i><span></form><p>") },
	"table text":          func(n int) []byte { return deep(n, "<table>", "", 0, "x<b>") },
	"foster":              func(n int) []byte { return deep(n, "<table>", "", 0, "x<tr>") },
	"foster elements":     func(n int) []byte { return repeat(n, "<table><a>x<tr><td></a>") },
	"nested tables":       func(n int) []byte { return repeat(n, "<table><tr><td>") },
	"tables in tables":    func(n int) []byte { return repeat(n, "<table>") },
	"table reset":         func(n int) []byte { return deep(n, "", "<span>", 5000, "<table></table>") },
	"cells":               func(n int) []byte { return deep(n, "<table>", "", 0, "<td>") },
	"rows and ends":       func(n int) []byte { return deep(n, "<table><tr><td>", "<span>", 500, "</tr></tbody></th>") },
	"captions":            func(n int) []byte { return deep(n, "<table>", "", 0, "<caption><col>") },
	"pending text":        func(n int) []byte { return deep(n, "<table>", "", 0, " </>") },
	"pending text foster": func(n int) []byte { return deep(n, "<table>", "", 0, "x</>") },
	"attributes":          func(n int) []byte { return append([]byte("<p"), numbered(n, " a%d")...) },
	"closed attributes":   func(n int) []byte { return append(append([]byte("<p"), numbered(n, " a%d")...), '>') },
	"same attribute":      func(n int) []byte { return append(append([]byte("<p"), repeat(n, " a=1")...), '>') },
	"short attributes":    func(n int) []byte { return repeat(n, "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>") },
	"one attribute":       func(n int) []byte { return repeat(n, "<i a>") },
	"like attributes": func(n int) []byte {
		return repeat(n, "<p data-aaaaaaaaaaaaa1 data-baaaaaaaaaaaa1 data-caaaaaaaaaaaa1 data-daaaaaaaaaaaa1>")
	},
	"long attribute name":   func(n int) []byte { return append(append([]byte("<p "), repeat(n, "a")...), '>') },
	"long attribute":        func(n int) []byte { return append(append([]byte(`<p a="`), repeat(n, "&a")...), `">`...) },
	"long names":            func(n int) []byte { return repeat(n, "<"+string(repeat(2000, "n"))+">") },
	"long name":             func(n int) []byte { return append(append([]byte("<"), repeat(n, "n")...), '>') },
	"html attributes":       func(n int) []byte { return numbered(n, "<html a%d>") },
	"body attributes":       func(n int) []byte { return numbered(n, "<body a%d=%[1]d>") },
	"html again":            func(n int) []byte { return repeat(n, "<html a b c><body d e f>") },
	"end attributes":        func(n int) []byte { return append(append([]byte("</p"), numbered(n, " a%d")...), '>') },
	"siblings":              func(n int) []byte { return repeat(n, "<i></i>") },
	"void siblings":         func(n int) []byte { return repeat(n, "<br>") },
	"references":            func(n int) []byte { return repeat(n, "&amp;") },
	"broken references":     func(n int) []byte { return repeat(n, "&") },
	"long reference":        func(n int) []byte { return append([]byte("&#"), repeat(n, "1")...) },
	"references in head":    func(n int) []byte { return append([]byte("<head>"), repeat(n, "&#32;")...) },
	"space references":      func(n int) []byte { return append([]byte("<table>"), repeat(n, "&#32;&#10;")...) },
	"NULs":                  func(n int) []byte { return repeat(n, "\x00") },
	"NULs and text":         func(n int) []byte { return repeat(n, "a\x00") },
	"NULs in a table":       func(n int) []byte { return append([]byte("<table>"), repeat(n, "\x00 ")...) },
	"NULs in names":         func(n int) []byte { return repeat(n, "<\x00a\x00 \x00=\x00>") },
	"CRs":                   func(n int) []byte { return repeat(n, "\r") },
	"control names":         func(n int) []byte { return repeat(n, "<a\x01b\x02c \x03\x04=\x05>") },
	"less than":             func(n int) []byte { return repeat(n, "<") },
	"less than slash":       func(n int) []byte { return repeat(n, "</") },
	"no token":              func(n int) []byte { return repeat(n, "</>") },
	"text and no token":     func(n int) []byte { return repeat(n, "a</>") },
	"script":                func(n int) []byte { return append([]byte("<script>"), repeat(n, "<!--<script></script>")...) },
	"script escapes":        func(n int) []byte { return append([]byte("<script>"), repeat(n, "<!--")...) },
	"script arrows":         func(n int) []byte { return append([]byte("<script>"), repeat(n, "<!---->")...) },
	"script double":         func(n int) []byte { return append([]byte("<script><!--"), repeat(n, "<script ")...) },
	"script ends":           func(n int) []byte { return append([]byte("<script>"), repeat(n, "</scrip")...) },
	"script slashes":        func(n int) []byte { return append([]byte("<script>"), repeat(n, "</")...) },
	"scripts":               func(n int) []byte { return repeat(n, "<script></script>") },
	"titles":                func(n int) []byte { return repeat(n, "<title></title>") },
	"textarea ends":         func(n int) []byte { return append([]byte("<textarea>"), repeat(n, "</textare")...) },
	"comment":               func(n int) []byte { return append([]byte("<!--"), repeat(n, "-")...) },
	"comment dashes":        func(n int) []byte { return append([]byte("<!--"), repeat(n, "--!")...) },
	"comment opens":         func(n int) []byte { return append([]byte("<!--"), repeat(n, "<!--")...) },
	"comment greater":       func(n int) []byte { return append([]byte("<!--"), repeat(n, "->")...) },
	"comments":              func(n int) []byte { return repeat(n, "<!---->") },
	"short comments":        func(n int) []byte { return repeat(n, "<!>") },
	"bogus comments":        func(n int) []byte { return repeat(n, "<?") },
	"doctypes":              func(n int) []byte { return repeat(n, "<!doctype>") },
	"quoted doctype":        func(n int) []byte { return append([]byte("<!doctype html public '"), repeat(n, "a ")...) },
	"templates":             func(n int) []byte { return repeat(n, "<template>") },
	"templates with tables": func(n int) []byte { return repeat(n, "<template><tr><td>") },
	"template ends":         func(n int) []byte { return half(n, "<template>", "</template>") },
	"template modes":        func(n int) []byte { return append([]byte("<template>"), repeat(n, "<col><td><p>")...) },
	"svg nesting":           func(n int) []byte { return append([]byte("<svg>"), repeat(n, "<g>")...) },
	"svg ends":              func(n int) []byte { return deep(n, "<svg>", "<g>", 5000, "</x></div></circle>") },
	"svg unknown": func(n int) []byte {
		return append(append([]byte("<svg>"), numbered(n/2, "<x%d>")...), numbered(n/2, "</y%d>")...)
	},
	"svg and html":  func(n int) []byte { return repeat(n, "<svg><desc><div>") },
	"svg breakout":  func(n int) []byte { return repeat(n, "<svg><g><p>") },
	"math":          func(n int) []byte { return repeat(n, "<math><mi><b>") },
	"annotations":   func(n int) []byte { return repeat(n, "<math><annotation-xml encoding=text/html>") },
	"CDATA":         func(n int) []byte { return append([]byte("<svg>"), repeat(n, "<![CDATA[x]]>")...) },
	"CDATA open":    func(n int) []byte { return append([]byte("<svg><![CDATA["), repeat(n, "]]")...) },
	"CDATA NULs":    func(n int) []byte { return append([]byte("<svg><desc><![CDATA["), repeat(n, "a\x00")...) },
	"selects":       func(n int) []byte { return repeat(n, "<select>") },
	"options":       func(n int) []byte { return append([]byte("<select>"), repeat(n, "<option>")...) },
	"optgroups":     func(n int) []byte { return append([]byte("<select>"), repeat(n, "<optgroup><option><hr>")...) },
	"select deep":   func(n int) []byte { return deep(n, "<select>", "<div>", 500, "<input><select>") },
	"options deep":  func(n int) []byte { return repeat(n, "<option><p>") },
	"ruby":          func(n int) []byte { return repeat(n, "<ruby><rtc><rt><rb>") },
	"objects":       func(n int) []byte { return repeat(n, "<object><b>") },
	"object ends":   func(n int) []byte { return half(n, "<object><b>", "</object>") },
	"framesets":     func(n int) []byte { return repeat(n, "<frameset>") },
	"frameset text": func(n int) []byte { return append([]byte("<frameset>"), repeat(n, "a ")...) },
	"after the frameset": func(n int) []byte {
		return append([]byte("<frameset></frameset></html>"), repeat(n, "<noframes>x</noframes><!-->")...)
	},
	"noscripts":             func(n int) []byte { return repeat(n, "<noscript>") },
	"noscripts closed":      func(n int) []byte { return repeat(n, "<noscript></noscript>") },
	"noscripts with iframe": func(n int) []byte { return repeat(n, "<noscript><iframe></noscript>") },
	"noscripts with p":      func(n int) []byte { return repeat(n, "<noscript><p><b></noscript>") },
	"noscript in head":      func(n int) []byte { return append([]byte("<head>"), repeat(n, "<noscript><link></noscript>")...) },
	"noscript deep":         func(n int) []byte { return deep(n, "", "<span>", 5000, "<noscript>x</noscript>") },
	"noscript table":        func(n int) []byte { return deep(n, "<table>", "", 0, "<noscript><td>x</table></noscript>") },
	"after the head":        func(n int) []byte { return append([]byte("<head></head>"), repeat(n, "<meta> ")...) },
	"after the body":        func(n int) []byte { return append([]byte("<body></body>"), repeat(n, "<!--x-->x</body>")...) },
	"plaintext":             func(n int) []byte { return append([]byte("<plaintext>"), repeat(n, "</plaintext>")...) },
	"one line":              func(n int) []byte { return repeat(n, "lorem ipsum ") },
	"pre":                   func(n int) []byte { return repeat(n, "<pre>\r\n") },
	"images":                func(n int) []byte { return repeat(n, "<image>") },
	"inputs":                func(n int) []byte { return append([]byte("<table>"), repeat(n, "<input type=hidden>")...) },
	"long input type": func(n int) []byte {
		return append(append([]byte("<table><input type='"), repeat(n, "&amp")...), `'>`...)
	},
	"base": func(n int) []byte { return repeat(n, "<base href=x>") },
}

// nsPerByte and arenaPerByte are the most that hostile input may cost.
const (
	nsPerByte    = 20
	arenaPerByte = 30
)

// TestHostileIsLinear checks that work grows no faster than the input.
func TestHostileIsLinear(t *testing.T) {
	sizes := []int{256 << 10, 1 << 20}
	if os.Getenv("WINNOW_LONG") != "" {
		sizes = []int{256 << 10, 1 << 20, 16 << 20}
	}
	for name, shape := range hostile {
		t.Run(name, func(t *testing.T) {
			var work []float64
			for _, size := range sizes {
				var p Parser
				page := shape(size)
				start := time.Now()
				tree := p.Parse(page, Options{})
				took := time.Since(start)
				n := float64(len(page))
				work = append(work, float64(tree.Work)/n)
				if size == sizes[len(sizes)-1] {
					checkTree(t, name, tree)
					if d := deepest(tree); d > MaxDepth+MaxFormatting {
						t.Errorf("%d levels deep", d)
					}
					arena := float64(len(tree.Nodes)*48+len(tree.attrs)*16) / n
					t.Logf("%.1f ns and %.1f steps a byte, arena %.1f, limits %v", float64(took.Nanoseconds())/n, work[len(work)-1], arena, tree.Limits)
					if arena > arenaPerByte {
						t.Errorf("arena takes %.1f bytes per byte", arena)
					}
				}
			}
			for i := 1; i < len(work); i++ {
				if e := 1 + math.Log(work[i]/work[i-1])/math.Log(float64(sizes[i])/float64(sizes[i-1])); e > 1.05 {
					t.Errorf("work grows with exponent %.2f from %d to %d bytes", e, sizes[i-1], sizes[i])
				}
			}
		})
	}
}

// deepest returns how deep a tree is.
func deepest(tree *Tree) (most int) {
	depth := make([]int, len(tree.Nodes))
	for i := 1; i < len(depth); i++ {
		depth[i] = depth[tree.Nodes[i].Parent] + 1
		most = max(most, depth[i])
	}
	return most
}

// TestHostileSpeed measures the time; it fails far above what is promised, for
// other programs may run.
func TestHostileSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	var p Parser
	worst, worstName := 0.0, ""
	for name, shape := range hostile {
		page := shape(1 << 20)
		p.Parse(page, Options{})
		best := math.Inf(1)
		for range 3 {
			start := time.Now()
			p.Parse(page, Options{})
			best = min(best, float64(time.Since(start).Nanoseconds())/float64(len(page)))
		}
		if best > worst {
			worst, worstName = best, name
		}
		if best > nsPerByte/2 {
			t.Logf("%s: %.1f ns a byte", name, best)
		}
		if best > 3*nsPerByte {
			t.Errorf("%s: %.1f ns a byte", name, best)
		}
	}
	t.Logf("worst: %s, %.1f ns a byte", worstName, worst)
}
