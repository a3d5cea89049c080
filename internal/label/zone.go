package label

import (
	"bytes"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// zone is what a part of the page is for, by its elements and their names.
type zone struct {
	role   document.Role // NoRole: nothing is known
	reason string
}

// largeZone is the share of the page's text, in percent, above which an
// element's name says nothing: a page's outermost elements are called all sorts
// of things ("has-sidebar", "no-comments").
const largeZone = 40

// findZones gives each node the zone it stands in. An element's own name counts
// more than those of the elements around it, except that nothing inside a site
// zone becomes published again.
func (l *Labeller) findZones(p *Page) {
	t := p.Tree
	n := len(t.Nodes)
	if cap(l.zones) < n {
		l.zones = make([]zone, n)
	}
	l.zones = l.zones[:n]
	l.zones[0] = zone{}
	total := p.Blocks.Sum(0, len(p.Blocks.Blocks)).Chars
	for id := 1; id < n; id++ {
		node := &t.Nodes[id]
		z := l.zones[node.Parent]
		if node.Kind == dom.ElementNode {
			own := elementZone(t, dom.ID(id), node)
			size := p.Blocks.Sum(p.Blocks.Of(t, dom.ID(id))).Chars
			if own.role != document.NoRole && (size*100 <= total*largeZone || own.role == document.Comment) && z.role != own.role {
				if z.role == document.NoRole || z.role.Verdict() == document.Published {
					z = own
				}
			}
		}
		l.zones[id] = z
	}
}

// elementZone returns the zone that an element begins by its tag, role or names.
func elementZone(t *dom.Tree, id dom.ID, n *dom.Node) zone {
	switch n.Tag {
	case dom.TagNav:
		return zone{document.Navigation, "inside a nav element"}
	case dom.TagFooter:
		if !inside(t, id, dom.TagArticle) {
			return zone{document.Footer, "inside the footer element"}
		}
	case dom.TagHeader:
		if !inside(t, id, dom.TagArticle) && !inside(t, id, dom.TagMain) && !holds(t, n, dom.TagH1) {
			return zone{document.Header, "inside the header element"}
		}
	case dom.TagAside:
		return zone{document.Related, "inside an aside element"}
	case dom.TagButton, dom.TagSelect, dom.TagTextarea, dom.TagLabel:
		return zone{document.Form, "part of a form"}
	case dom.TagFigcaption:
		return zone{document.Caption, "a figure's caption"}
	case dom.TagTime:
		return zone{document.Date, "a time element"}
	case dom.TagPre:
		return zone{document.Code, "preformatted text"}
	}
	for _, key := range [...]dom.Key{dom.KeyRole, dom.KeyItemprop, dom.KeyID, dom.KeyClass} {
		if v, ok := t.AttrBytes(id, key); ok {
			if role, word := nameRole(v); role != document.NoRole {
				return zone{role, word}
			}
		}
	}
	return zone{}
}

// inside reports whether an element with the tag is among the first ancestors
// of node id.
func inside(t *dom.Tree, id dom.ID, tag dom.Tag) bool {
	const reach = 24
	for k := 0; k < reach && id != 0; k++ {
		id = t.Nodes[id].Parent
		if t.Nodes[id].Tag == tag {
			return true
		}
	}
	return false
}

// holds reports whether an element with the tag is among the first descendants.
func holds(t *dom.Tree, n *dom.Node, tag dom.Tag) bool {
	const reach = 64
	for id := n.First; id != 0 && id < n.After && id < n.First+reach; id++ {
		if t.Nodes[id].Tag == tag {
			return true
		}
	}
	return false
}

// nameWord is a word that occurs in the class, id or role of elements.
type nameWord struct {
	word string
	role document.Role
}

// nameWords are matched with whole words of a name.
var nameWords = [...]nameWord{
	{"breadcrumb", document.Breadcrumb},
	{"breadcrumbs", document.Breadcrumb},
	{"nav", document.Navigation},
	{"navbar", document.Navigation},
	{"navigation", document.Navigation},
	{"menu", document.Navigation},
	{"submenu", document.Navigation},
	{"toc", document.Navigation},
	{"pager", document.Navigation},
	{"pagination", document.Navigation},
	{"tags", document.Navigation},
	{"taglist", document.Navigation},
	{"categories", document.Navigation},
	{"filter", document.Navigation},
	{"filters", document.Navigation},
	{"facets", document.Navigation},
	{"tagcloud", document.Navigation},
	{"skip", document.Navigation},
	{"footer", document.Footer},
	{"colophon", document.Footer},
	{"contentinfo", document.Footer},
	{"copyright", document.Footer},
	{"masthead", document.Header},
	{"topbar", document.Header},
	{"logo", document.Header},
	{"banner", document.Header},
	{"sidebar", document.Related},
	{"related", document.Related},
	{"recommended", document.Related},
	{"recommendations", document.Related},
	{"recirc", document.Related},
	{"popular", document.Related},
	{"trending", document.Related},
	{"similar", document.Related},
	{"teaser", document.NoRole},
	{"upsell", document.Related},
	{"upsells", document.Related},
	{"crosssell", document.Related},
	{"complementary", document.Related},
	{"share", document.Share},
	{"sharing", document.Share},
	{"social", document.Share},
	{"sharedaddy", document.Share},
	{"addtoany", document.Share},
	{"follow", document.Share},
	{"newsletter", document.Form},
	{"subscribe", document.Form},
	{"signup", document.Form},
	{"login", document.Form},
	{"search", document.Form},
	{"searchform", document.Form},
	{"cart", document.Form},
	{"respond", document.Form},
	{"ad", document.Advert},
	{"ads", document.Advert},
	{"advert", document.Advert},
	{"advertisement", document.Advert},
	{"adsbygoogle", document.Advert},
	{"sponsor", document.Advert},
	{"sponsored", document.Advert},
	{"promo", document.Advert},
	{"cookie", document.Consent},
	{"cookies", document.Consent},
	{"consent", document.Consent},
	{"gdpr", document.Consent},
	{"paywall", document.Paywall},
	{"disclaimer", document.Legal},
	{"modal", document.Widget},
	{"popup", document.Widget},
	{"tooltip", document.Widget},
	{"rating", document.Widget},
	{"ratings", document.Widget},
	{"badge", document.Widget},
	{"btn", document.Widget},
	{"button", document.Widget},
	{"alert", document.Widget},
	{"toast", document.Widget},
	{"avatar", document.Widget},
	{"signature", document.Widget},
	{"comments", document.Comment},
	{"commentlist", document.Comment},
	{"disqus", document.Comment},
	{"reviews", document.Comment},
	{"caption", document.Caption},
	{"figcaption", document.Caption},
	{"byline", document.Byline},
	{"author", document.Byline},
	{"published", document.Date},
	{"datepublished", document.Date},
	{"dateline", document.Date},
	{"pubdate", document.Date},
	{"standfirst", document.Standfirst},
	{"dek", document.Standfirst},
	{"subheadline", document.Standfirst},
	{"footnotes", document.Footnote},
}

// nameRole returns the role that a word of the name tells, and the reason.
func nameRole(name []byte) (document.Role, string) {
	for at := 0; at < len(name); {
		if !isNameLetter(name[at]) {
			at++
			continue
		}
		end := at + 1
		for end < len(name) && isNameLetter(name[end]) && !(name[end] <= 'Z' && name[end-1] > 'Z') {
			end++
		}
		for i := range nameWords {
			if w := &nameWords[i]; len(w.word) == end-at && bytes.EqualFold(name[at:end], []byte(w.word)) {
				return w.role, "inside an element named \"" + w.word + "\""
			}
		}
		at = end
	}
	return document.NoRole, ""
}

func isNameLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
