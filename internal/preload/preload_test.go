package preload

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// Invented prose of the tests: about 20 words each.
const (
	lamp = "The Vireo lamp folds flat for travel, and its hinge is cut from one piece of brass, so it never needs oil."
	shed = "Old Tam built the shed in a week. He used boards from the mill, and nails that he had straightened himself."
	tide = "At low tide the bar can be crossed on foot, but walkers must be back before the church bell rings twice."
)

// found is what a page's data gave.
type found struct {
	lines  []string // kind, wrapping and text of each block
	limits []Limit
}

// find runs a Finder on a page and checks every run of what it adds.
func find(t testing.TB, f *Finder, src []byte) found {
	t.Helper()
	var p dom.Parser
	var l layout.Layout
	var b block.Builder
	tree := p.Parse(src, dom.Options{})
	l.Resolve(tree)
	set := b.FromTree(tree, &l)
	n := len(set.Blocks)
	shown := string(set.Text)
	limits := f.Add(tree, &l, &b, set)
	if !strings.HasPrefix(string(set.Text), shown) {
		t.Fatal("the blocks of the page were changed")
	}
	got := found{limits: append([]Limit(nil), limits...)}
	for i := n; i < len(set.Blocks); i++ {
		bl := &set.Blocks[i]
		checkRuns(t, set, bl, src)
		got.lines = append(got.lines, fmt.Sprintf("%v %v %s", bl.Kind, bl.Data, set.TextOf(i)))
	}
	added := int32(0)
	for i := n; i < len(set.Blocks); i++ {
		added += set.Blocks[i].Words
	}
	if got := set.Sum(n, len(set.Blocks)).Words; got != added {
		t.Errorf("%d words were added, %d counted", added, got)
	}
	if _, end := set.Of(tree, 0); end > n {
		t.Errorf("the page's own blocks end at %d, want at most %d", end, n)
	}
	return got
}

// checkRuns derives the text of a block of data from the page.
func checkRuns(t testing.TB, set *block.Set, b *block.Block, src []byte) {
	t.Helper()
	if b.Data == 0 || b.First != 0 || b.Node != 0 {
		t.Fatalf("block %q: data %v, first %d, node %d", set.Text[b.Start:b.End], b.Data, b.First, b.Node)
	}
	at := b.Start
	for _, r := range set.Runs[b.Runs[0]:b.Runs[1]] {
		if r.Start != at || r.SrcStart < 0 || r.SrcStart >= r.SrcEnd || int(r.SrcEnd) > len(src) {
			t.Fatalf("run %+v, want its start at %d and a range of %d bytes", r, at, len(src))
		}
		at = r.End
		text, raw := set.Text[r.Start:r.End], src[r.SrcStart:r.SrcEnd]
		got := string(raw)
		switch r.Decoding {
		case document.Verbatim:
		case document.FromJSON:
			got = string(Unwrap(raw, b.Data))
		case document.FromHTML:
			got = string(dom.DecodeText(nil, Unwrap(raw, b.Data)))
		case document.FoldedSpace:
			got = " "
			if strings.Trim(string(dom.DecodeText(nil, Unwrap(raw, b.Data))), " \t\r\n\f") != "" {
				t.Errorf("%q is not white space", raw)
			}
		default:
			t.Errorf("run %+v has an unexpected decoding", r)
		}
		if got != string(text) {
			t.Errorf("%q stands for %q, the run says %q", raw, got, text)
		}
	}
	if at != b.End {
		t.Errorf("the runs end at %d, the block at %d", at, b.End)
	}
}

// quoted returns a string as JSON.
func quoted(s string) string { return strconv.Quote(s) }

// attribute returns a value as it stands in an attribute.
func attribute(s string) string { return html.EscapeString(s) }

func script(attrs, text string) string { return "<script" + attrs + ">" + text + "</script>" }

const jsonType = ` type="application/json"`

func TestFound(t *testing.T) {
	three := lamp + `\n\n` + shed + ` \u2014 ` + tide
	htmlText := "<p>" + lamp + "</p><h3>Caf&eacute; &amp; shed</h3><p>" + shed + "</p>\n<ul><li>" + tide + "</li></ul>"
	for _, test := range []struct {
		name, page string
		want       []string
	}{
		{"linked data", script(` type="application/ld+json"`, `{"@type":"Article","headline":"Three notes","articleBody":"`+three+`"}`), []string{
			"heading json Three notes", "paragraph json " + lamp, "paragraph json " + shed + " — " + tide,
		}},
		{"markup in hydration data", script(` id="__DATA__"`+jsonType, `{"props":{"page":{"body":`+quoted(htmlText)+`}}}`), []string{
			"paragraph json " + lamp, "heading json Café & shed", "paragraph json " + shed, "list-item json " + tide,
		}},
		{"markup with escaped brackets", script(jsonType, `{"body":"`+strings.NewReplacer("<", `\u003c`, "&", `\u0026`, "\n", `\n`).Replace(htmlText)+`"}`), []string{
			"paragraph json " + lamp, "heading json Café & shed", "paragraph json " + shed, "list-item json " + tide,
		}},
		{"markup written as text", script(jsonType, `{"body":`+quoted("&lt;p&gt;"+lamp+"&lt;/p&gt;&lt;p&gt;"+shed+" "+tide+"&lt;/p&gt;")+`}`), []string{
			"paragraph json.html " + lamp, "paragraph json.html " + shed + " " + tide,
		}},
		{"state assigned to a name", script("", `(function(){var a="b";window.__STATE__ = {"a":[1,null,{"text":`+quoted(lamp+" "+shed)+`}],"b":`+quoted(tide)+`};boot()})()`), []string{
			"paragraph json " + lamp + " " + shed, "paragraph json " + tide,
		}},
		{"state in a string", script("", `window.state = JSON.parse(`+quoted(`{"text":`+quoted("“"+lamp+"” "+shed+"\n"+tide)+`}`)+`);`), []string{
			"paragraph json.json “" + lamp + "” " + shed, "paragraph json.json " + tide,
		}},
		{"attribute", `<div id=root data-page="` + attribute(`{"text":`+quoted(lamp+" \"So!\" "+shed+" "+tide)+`}`) + `"></div>`, []string{
			"paragraph html.json " + lamp + ` "So!" ` + shed + " " + tide,
		}},
		{"JSON in JSON in an attribute", `<div data-preloaded="` + attribute(`{"topic_7":`+quoted(`{"posts":[{"cooked":`+quoted("<p>"+lamp+"</p>\n<p>"+shed+"</p>")+`},{"cooked":`+quoted("<p>"+tide+"</p>")+`}]}`)+`}`) + `"></div>`, []string{
			"paragraph html.json.json " + lamp, "paragraph html.json.json " + shed, "paragraph html.json.json " + tide,
		}},
		{"rich text", script(jsonType, `{"title":"The bar","body":{"type":"doc","content":[
			{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Crossing"}]},
			{"type":"paragraph","content":[{"type":"text","text":"At low tide "},{"type":"text","marks":[],"text":"the bar"},{"type":"text","text":" can be crossed on foot, but walkers must be back early."}]},
			{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":`+quoted(lamp)+`}]}]}]},
			{"type":"paragraph","content":[{"type":"text","text":`+quoted(shed)+`}]}]}}`), []string{
			"heading json The bar", "heading json Crossing", "paragraph json At low tide the bar can be crossed on foot, but walkers must be back early.",
			"list-item json " + lamp, "paragraph json " + shed,
		}},
		{"streamed components", script("", `(self.__next_f=self.__next_f||[]).push([0])`) +
			script("", `self.__next_f.push([1,`+quoted(`1:I["x",[]]`+"\n"+`2:["$","h2",null,{"children":"Of lamps"}]`+"\n"+`3:["$","div",null,{"className":"a","children":[["$","p",null,{"children":[`+quoted(lamp+" ")+`,["$","em",null,{"children":"Never!"}]]}]]}]`+"\n4:T")+`])`) +
			script("", `self.__next_f.push([1,`+quoted(fmt.Sprintf("%x,<p>%s</p><p>%s</p>5:null\n", len(shed)+len(tide)+14, shed, tide))+`])`), []string{
			"heading json.json Of lamps", "paragraph json.json " + lamp + " Never!", "paragraph json " + shed, "paragraph json " + tide,
		}},
		{"shadow tree", `<x-note><template shadowrootmode=open><style>p{color:red}</style><p>` + lamp + `</p><p>` + shed + ` ` + tide + `</p></template></x-note>`, []string{
			"paragraph template " + lamp, "paragraph template " + shed + " " + tide,
		}},
		{"comment", `<code style="display:none"><!--{"text":` + quoted(lamp+" "+shed+" "+tide) + `}--></code>`, []string{
			"paragraph json " + lamp + " " + shed + " " + tide,
		}},
		{"unspaced script", script(jsonType, `{"text":"`+strings.Repeat(`潮が引くと砂州を歩いて渡れますが、鐘が二度鳴る前に戻らなければなりません。`, 3)+`"}`), []string{
			"paragraph json " + strings.Repeat(`潮が引くと砂州を歩いて渡れますが、鐘が二度鳴る前に戻らなければなりません。`, 3),
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := "<!doctype html><title>t</title><body><p>Loading</p>" + test.page
			got := find(t, &Finder{}, []byte(page))
			if fmt.Sprintf("%q", got.lines) != fmt.Sprintf("%q", test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got.lines, "\n"), strings.Join(test.want, "\n"))
			}
			if len(got.limits) > 0 {
				t.Errorf("limits %v", got.limits)
			}
		})
	}
}

func TestNotFound(t *testing.T) {
	data := func(members string) string { return script(jsonType, `{`+members+`}`) }
	all := lamp + " " + shed + " " + tide
	var phrases []string
	for i := range maxTable + 1 {
		phrases = append(phrases, fmt.Sprintf(`"k%d":%s`, i, quoted(fmt.Sprintf("%d. %s", i, lamp))))
	}
	for name, page := range map[string]string{
		"shown by the page":     "<p>" + lamp + "</p><p>" + shed + "<p>" + tide + data(`"body":`+quoted(all)),
		"shown with other tags": "<p>" + strings.ReplaceAll(all, " ", " <b> </b>") + data(`"body":`+quoted("<p>"+all+"</p>")),
		"shown in other case":   "<p>" + strings.ToUpper(all) + data(`"body":`+quoted(all)),
		"hidden in the page":    `<div hidden id="S:0"><p>` + all + "</div>" + data(`"body":`+quoted(all)),
		"enough shown":          "<p>" + strings.Repeat("Something else is here. ", 80) + data(`"body":`+quoted(all)),
		"too little":            data(`"body":` + quoted(lamp)),
		"settings":              data(`"cookieNotice":{"text":` + quoted(all) + `}`),
		"table of phrases":      data(strings.Join(phrases, ",")),
		"code":                  data(`"code":` + quoted(strings.Repeat("if (a[i] == b) { return c.d(e, f); } else { g = h; } // no. ", 9))),
		"styles":                data(`"x":` + quoted(strings.Repeat(".a .b { color: red; margin: 0 auto; } ", 20))),
		"addresses":             data(`"x":` + quoted("https://example.org/"+strings.Repeat("a-b-c/", 90))),
		"base64":                data(`"x":` + quoted(strings.Repeat("aGVsbG8gd29ybGQgaGVsbG8g", 30))),
		"names":                 data(`"x":` + quoted(strings.Repeat("alpha beta gamma ", 8))),
		"a program":             script("", `var a = {b: "`+all+`"}; f("`+all+`")`),
		"a template to fill in": `<template><p>{{name}} ` + all + `</p></template>`,
		"not closed":            script(jsonType, `{"body":`+quoted(all)),
		"an odd type":           script(` type="text/x-template"`, `{"body":`+quoted(all)+`}`),
	} {
		t.Run(name, func(t *testing.T) {
			if got := find(t, &Finder{}, []byte("<!doctype html><body>"+page)); len(got.lines) > 0 {
				t.Errorf("found\n%s", strings.Join(got.lines, "\n"))
			}
		})
	}
}

// TestBudgets runs into the budgets that a page can reach, which must be reported.
func TestBudgets(t *testing.T) {
	var f Finder
	for want, page := range map[string]string{
		limitDepth:  script(jsonType, strings.Repeat("[", 300)),
		limitValues: script(jsonType, "["+strings.Repeat("1,", maxValues)+"1]"),
		limitTexts:  script(jsonType, "["+strings.Repeat(quoted(lamp)+",", maxCandidates)+quoted(lamp)+"]"),
	} {
		got := find(t, &f, []byte("<p>x</p>"+page))
		if len(got.limits) != 1 || got.limits[0].What != want || got.limits[0].Count != 1 || got.limits[0].Offset < len("<p>x</p><script>") {
			t.Errorf("limits %v, want %q", got.limits, want)
		}
	}
	if got := find(t, &f, []byte("<p>x")); len(got.limits) > 0 {
		t.Errorf("limits of another page are left: %v", got.limits)
	}
	if f.bytes = 5; !f.spend(5, &f.page, 0) || f.spend(1, &f.page, 0) || f.limits[0].What != limitBytes {
		t.Errorf("limits %v, want %q", f.limits, limitBytes)
	}
}

// nestedPage is a page whose strings are unwrapped as often as they can be.
func nestedPage() string {
	s := `{"t":` + quoted(lamp+shed+tide) + `}`
	for range maxNested {
		s = `{"t":` + quoted(s) + `}`
	}
	return `<p a="` + attribute(s) + `">`
}

func TestReuse(t *testing.T) {
	var f Finder
	page := []byte(script(jsonType, `{"a":`+quoted(lamp+shed)+`,"b":`+quoted(tide+shed)+`,"c":`+quoted(tide+lamp)+`}`))
	want := fmt.Sprint(find(t, &Finder{}, page))
	for range 3 {
		if got := fmt.Sprint(find(t, &f, page)); got != want {
			t.Errorf("a used Finder found\n%s\nwant\n%s", got, want)
		}
		find(t, &f, []byte("<p>nothing"))
	}
}

func TestUnwrap(t *testing.T) {
	wrapping := func(layers ...document.Wrap) (w document.Wrapping) {
		for _, l := range layers {
			w, _ = w.With(l)
		}
		return w
	}
	j, r := document.JSONString, document.References
	for _, test := range []struct {
		raw, want string
		wrap      document.Wrapping
	}{
		{`a\n\"b\"\/\\`, "a\n\"b\"/\\", wrapping(j)},
		{`\u00e9\ud83d\ude00\ud83d\u0000\x41`, "é😀\uFFFD\uFFFDA", wrapping(j)},
		{`\uZZ\`, `\uZZ\`, wrapping(j)},
		{`\\u00e9\\n`, "é\n", wrapping(j, j)},
		{`&quot;\&amp;amp;`, `"&amp;`, wrapping(r, j)},
		{`&lt;p&gt; &nothing; & &amp`, `<p> &nothing; & &amp`, wrapping(r)},
		{`a\n`, `a\n`, wrapping(document.Template)},
		{`a\n`, `a\n`, 0},
	} {
		if got := string(Unwrap([]byte(test.raw), test.wrap)); got != test.want {
			t.Errorf("%q in %v is %q, want %q", test.raw, test.wrap, got, test.want)
		}
	}
}

// FuzzAdd looks for a page on which a run does not derive, or the search panics.
func FuzzAdd(f *testing.F) {
	long := quoted("<p>" + lamp + "</p> \n" + shed + "&amp; \u00a0" + tide)
	f.Add([]byte(script(jsonType, `{"title":"x","body":`+long+`}`)))
	f.Add([]byte(script("", `a={"b":[`+long+`]};JSON.parse(`+quoted(`{"t":`+long+`}`)+`)`)))
	f.Add([]byte(`<p a="` + attribute(`{"b":`+quoted(`{"c":`+long+`}`)+`}`) + `">`))
	f.Add([]byte(script("", strings.Repeat(" ", minData)+`self.__next_f.push([1,`+quoted(`1:["$","p",null,{"children":[`+long)+`])`) + script("", strings.Repeat(" ", minData)+`self.__next_f.push([1,`+quoted(`]}]`+"\n")+`])`)))
	f.Add([]byte(`<template shadowrootmode=open><p>` + lamp + shed + tide + `</template>`))
	f.Add([]byte(script(jsonType, `{"type":"doc","content":[{"type":"paragraph","content":[{"text":`+long+`},{"text":"\ud83d\ude00"}]}]}`)))
	f.Add([]byte(nestedPage()))
	f.Fuzz(func(t *testing.T, src []byte) {
		find(t, &Finder{}, src)
	})
}
