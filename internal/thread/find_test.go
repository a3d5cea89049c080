package thread

import (
	"fmt"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/internal/meta"
)

// find returns the threads of a page in words. A block's role is named by its
// first word: "post:", "comment:", and "by" is a byline; else it is body.
func find(t *testing.T, html, pageType string) string {
	t.Helper()
	var (
		parser  dom.Parser
		lay     layout.Layout
		builder block.Builder
		c       meta.Collector
		f       Finder
	)
	tree := parser.Parse([]byte(html), dom.Options{})
	lay.Resolve(tree)
	set := builder.FromTree(tree, &lay)
	c.Collect(tree, set)
	p := Page{Tree: tree, Blocks: set, Type: pageType, Dates: c.Dates(), Posts: c.Posts()}
	for i := range set.Blocks {
		role := document.Body
		name, _, found := strings.Cut(string(set.TextOf(i)), ":")
		if strings.HasPrefix(string(set.TextOf(i)), "by ") {
			role = document.Byline
		} else if found {
			if err := role.UnmarshalText([]byte(name)); err != nil {
				role = document.Body
			}
		}
		p.Roles = append(p.Roles, role)
	}
	var b strings.Builder
	for _, th := range f.Find(&p) {
		fmt.Fprintf(&b, "%s:", th.Kind)
		for i, post := range th.Posts {
			if post.Parent >= i {
				t.Errorf("post %d answers post %d, which is not before it", i, post.Parent)
			}
			fmt.Fprintf(&b, " %s@%s^%d", post.Author, post.Date, post.Parent)
			if post.Scored {
				fmt.Fprintf(&b, "+%d", post.Score)
			}
			fmt.Fprint(&b, post.Blocks)
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ name, kind, html, want string }{
		{
			"rows of a table without names", "forum",
			`<table><tr><td>by Ada</td><td>post: one two three</td></tr><tr><td>by Bo</td><td><p>post: four</p><p>five</p></td></tr></table>`,
			"forum: Ada@^-1[1] Bo@^-1[3 4]",
		},
		{
			"depth in classes", "article",
			`<div class="comment depth-1"><b class="author">Ada</b><p>comment: one</p></div>` +
				`<div class="comment depth-2"><b class="author">Bo</b><p>comment: two</p></div>` +
				`<div class="comment depth-3"><b class="author">Cy</b><p>comment: three</p></div>` +
				`<div class="comment depth-2"><b class="author">Dan</b><p>comment: four</p></div>`,
			"comments: Ada@^-1[1] Bo@^0[3] Cy@^1[5] Dan@^0[7]",
		},
		{
			"microdata", "forum",
			`<div itemscope itemtype="https://schema.org/Question"><p>one two</p><span itemprop="author" itemscope><span itemprop="name">Ada</span></span>` +
				`<meta itemprop="datePublished" content="2020-01-02"><meta itemprop="upvoteCount" content="7">` +
				`<div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><p>three four</p><span itemprop="author" itemscope><span itemprop="name">Bo</span></span></div></div>`,
			"question: Ada@2020-01-02^-1+7[0] Bo@^0[2]",
		},
		{
			"the head of a comment around its text", "article",
			`<li class="comment"><b class="author">Ada</b><div class="comment-block"><p>comment: one</p></div></li>`,
			"comments: Ada@^-1[1]",
		},
		{"an article that calls itself a post", "article", `<div class="post"><b class="author">Ada</b><time datetime="2020-01-02"></time><p>one two three</p></div>`, ""},
		{"questions that nobody asks", "service", `<div class="question"><p>one two three four?</p></div><div class="answer"><p>five six seven eight</p></div>`, ""},
		{"no discussion", "article", `<div><p>one</p><p>two</p></div>`, ""},
		{"an empty page", "", ``, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := find(t, tt.html, tt.kind); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestFindLinear finds the threads of a page whose comments are nested as deeply
// as a tree can be.
func TestFindLinear(t *testing.T) {
	const n = 20000
	find(t, strings.Repeat(`<div class="comment"><b class="author">Ada</b><p>comment: x</p>`, n), "article")
	find(t, strings.Repeat(`<div class="comment depth-2"><b class="author">Ada</b><p>comment: x</p></div>`, n), "article")
	find(t, strings.Repeat(`<div><p>post: x</p><p>post: y</p>`, n), "article")
}
