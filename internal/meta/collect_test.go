package meta

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// collect reads the metadata of a page and checks that its fields stand where
// they say.
func collect(t *testing.T, html string) document.Meta {
	t.Helper()
	var (
		parser  dom.Parser
		lay     layout.Layout
		builder block.Builder
	)
	tree := parser.Parse([]byte(html), dom.Options{})
	lay.Resolve(tree)
	m := Collect(tree, builder.FromTree(tree, &lay))
	checkFields(t, "the page", tree.Src, &m)
	return m
}

// dump returns the fields that are not empty, a line each.
func dump(m *document.Meta) string {
	var b strings.Builder
	field := func(name string, f document.Field) {
		if f.Value != "" {
			fmt.Fprintf(&b, "%s %q %s %q\n", name, f.Value, f.Origin, f.Raw)
		}
	}
	field("title", m.Title)
	field("subtitle", m.Subtitle)
	field("description", m.Description)
	for _, a := range m.Authors {
		field("author", a)
	}
	field("published", m.Published)
	field("modified", m.Modified)
	field("site", m.SiteName)
	field("language", m.Language)
	field("canonical", m.Canonical)
	field("image", m.Image)
	return b.String()
}

func TestCollect(t *testing.T) {
	tests := []struct{ name, html, want string }{
		{"json-ld", `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
			{"@type":"WebSite","name":"The Millstone"},
			{"@type":"NewsArticle","headline":"Old mills &amp; new flour","alternativeHeadline":"What stone does",
			"author":[{"@id":"#ada"},{"@type":"Person","name":"Ben Beispiel"}],"datePublished":"2023-03-12T10:30:00+01:00",
			"dateModified":"2023-03-14","inLanguage":"en","image":{"url":"https://example.com/mill.jpg"},"publisher":{"name":"Millstone Press"}},
			{"@type":"Person","@id":"#ada","name":"Ad\u00e1 Muster"}]}</script>`, `
title "Old mills & new flour" json-ld "Old mills &amp; new flour"
subtitle "What stone does" json-ld "What stone does"
author "Adá Muster" json-ld "Ad\\u00e1 Muster"
author "Ben Beispiel" json-ld "Ben Beispiel"
published "2023-03-12T10:30:00+01:00" json-ld "2023-03-12T10:30:00+01:00"
modified "2023-03-14" json-ld "2023-03-14"
site "The Millstone" json-ld "The Millstone"
language "en" json-ld "en"
image "https://example.com/mill.jpg" json-ld "https://example.com/mill.jpg"
`},
		{"several properties", `<meta property="x:unknown dc:title og:title" content="Old mills"><meta property="DCTerms:description" content="What stone does to flour.">`, `
title "Old mills" dc "Old mills"
description "What stone does to flour." dc "What stone does to flour."
`},
		{"broken json-ld", `<script type="application/ld+json">{"@type":"Article","headline":"Say "flour" twice",
			"author":"Ada Muster","datePublished":"2023-03-12","articleBody":"cut of</script>`, `
title "Say \"flour\" twice" json-ld "Say \"flour\" twice"
author "Ada Muster" json-ld "Ada Muster"
published "2023-03-12" json-ld "2023-03-12"
`},
		{"meta elements", `<html lang="en-GB"><head><title>Old mills | The Millstone</title>
			<meta property="og:title" content="Old mills"><meta property="og:site_name" content="The Millstone">
			<meta property="og:image" content="/mill.jpg"><meta name="author" content="Ada Muster, Senior Editor">
			<meta property="article:published_time" content="2023-03-12"><meta name="last-modified" content="Tue, 14 Mar 2023 10:00:00 GMT">
			<link rel="canonical" href="https://example.com/old-mills"></head>`, `
title "Old mills" title "Old mills | The Millstone"
author "Ada Muster" meta "Ada Muster, Senior Editor"
published "2023-03-12" og "2023-03-12"
modified "2023-03-14T10:00:00Z" meta "Tue, 14 Mar 2023 10:00:00 GMT"
site "The Millstone" og "The Millstone"
language "en-GB" html "en-GB"
canonical "https://example.com/old-mills" rel "https://example.com/old-mills"
image "https://example.com/mill.jpg" og "/mill.jpg"
`},
		{"library record", `<meta name="citation_title" content="On flour"><meta name="citation_author" content="Muster, Ada">
			<meta name="DC.date.issued" content="2023-03">`, `
title "On flour" citation "On flour"
author "Ada Muster" citation "Muster, Ada"
published "2023-03" dc "2023-03"
`},
		{"microdata", `<article><h2 itemprop="headline">Old mills</h2><span itemprop="author"><a><span itemprop="name">Ada Muster</span></a> 12 posts</span>
			<meta itemprop="datePublished" content="2023-03-12"><p>Text.</p></article>
			<div itemprop="review"><span itemprop="author">Cy Test</span></div>`, `
title "Old mills" microdata "Old mills"
author "Ada Muster" microdata "Ada Muster"
published "2023-03-12" microdata "2023-03-12"
`},
		{"visible", `<title>Old mills - The Millstone</title><h1>Old <em>mills</em></h1><p class="standfirst">What stone does</p>
			<p class="byline">By Ada Muster and Ben Beispiel</p><p class="entry-date">Published 12 March 2023</p>
			<p class="entry-date">Updated 14 March 2023</p><p>Text.</p>
			<div id="comments"><p class="author">Cy Test</p><time datetime="2024-01-01">later</time></div>`, `
title "Old mills" h1 "Old <em>mills"
subtitle "What stone does" byline "What stone does"
author "Ada Muster" line "By Ada Muster and Ben Beispiel"
author "Ben Beispiel" line "By Ada Muster and Ben Beispiel"
published "2023-03-12" date "Published 12 March 2023"
modified "2023-03-14" date "Updated 14 March 2023"
`},
		{"lines without names", `<h1>Old mills</h1><p>By Ada Muster</p><p>March 12, 2023</p><p>By using this site you agree to its terms, whatever they are.</p>`, `
title "Old mills" h1 "Old mills"
author "Ada Muster" line "By Ada Muster"
published "2023-03-12" line "March 12, 2023"
`},
		{"rel and time", `<h1>Old mills</h1><a rel="author" href="/ada">Ada Muster</a> <time datetime="2023-03-12T10:30Z">Sunday</time>`, `
title "Old mills" h1 "Old mills"
author "Ada Muster" rel "Ada Muster"
published "2023-03-12T10:30Z" time "2023-03-12T10:30Z"
`},
		{"a heading that names the site", `<title>Old mills</title><h1><a href="/">The Millstone</a></h1><h2>Old mills</h2>`, `
title "Old mills" title "Old mills"
site "The Millstone" h1 "The Millstone"
`},
		{"a page's date that it does not show", `<title>Flour</title><script type="application/ld+json">
			{"@type":"WebPage","datePublished":"2023-03-12"}</script>`, `
title "Flour" title "Flour"
`},
		{"a product has no author", `<h1>Flour</h1><script type="application/ld+json">{"@type":"Product","name":"Flour"}</script>
			<p class="author">Cy Test</p><time datetime="2023-03-12">12 March</time>`, `
title "Flour" h1 "Flour"
`},
		{"nobody and no date", `<h1>Flour</h1><p class="author">admin</p><p class="author">ada@example.com</p><p class="date">yesterday</p>`, `
title "Flour" h1 "Flour"
`},
		{"nothing", ``, "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := collect(t, tt.html)
			if got := "\n" + dump(&m); got != tt.want {
				t.Errorf("got:%swant:%s", got, tt.want)
			}
		})
	}
}

// Flattened text says nothing of itself.
func TestCollectText(t *testing.T) {
	var b block.Builder
	m := Collect(nil, b.FromText([]byte("Old mills\n\nBy Ada Muster")))
	if got := dump(&m); got != "" {
		t.Errorf("got %s", got)
	}
}

// No page takes long, however many elements look like sources.
func TestCollectLinear(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{
		`<h1>`, `<div class="author byline date">`, `<b class=date>1 March 2023 </b>`, `<time>`, `<p itemprop="author headline">x`,
		`<meta name=author content="a and b, c">`, `<title>a | b | c - d</title>`, `<h1><a href=/>a</a></h1>`,
		`<script type="application/ld+json">{"@type":"Article","author":{"@id":"x"}}</script>`,
	} {
		page := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		collect(t, page)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q repeated: %v for %d bytes", unit, d, len(page))
		}
	}
}

func BenchmarkCollect(b *testing.B) {
	var (
		parser  dom.Parser
		lay     layout.Layout
		builder block.Builder
	)
	pages := readWCXB(b)
	var size int64
	for _, page := range pages {
		size += int64(len(page.html))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range pages {
			b.StopTimer()
			tree := parser.Parse(page.html, dom.Options{})
			lay.Resolve(tree)
			blocks := builder.FromTree(tree, &lay)
			b.StartTimer()
			Collect(tree, blocks)
		}
	}
}
