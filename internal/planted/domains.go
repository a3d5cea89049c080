package planted

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// hostOf returns the host of an absolute address, nil for a relative one. It
// aliases the address.
func hostOf(url []byte) []byte {
	url = bytes.TrimSpace(url)
	if i := bytes.Index(url, []byte("//")); i >= 0 && i <= len("https:") {
		url = url[i+2:]
	} else {
		return nil
	}
	if i := bytes.IndexAny(url, "/?#\\"); i >= 0 {
		url = url[:i]
	}
	if i := bytes.LastIndexByte(url, '@'); i >= 0 {
		url = url[i+1:]
	}
	if i := bytes.IndexByte(url, ':'); i >= 0 {
		url = url[:i]
	}
	return url
}

// domainOf returns the registrable domain of a host in lower case; the host
// itself if it has none, such as an address in numbers.
func domainOf(host []byte) string {
	h := strings.Trim(strings.ToLower(string(host)), ".")
	if h == "" {
		return ""
	}
	d, err := publicsuffix.EffectiveTLDPlusOne(h)
	if err != nil {
		return h
	}
	return d
}

// ownDomain returns the registrable domain of the page: by the address the
// caller gave, or by what the page says of itself; "" if unknown.
func (p *Page) ownDomain() string {
	if p.knows {
		return p.own
	}
	p.knows = true
	if p.own = domainOf(hostOf([]byte(p.URL))); p.own != "" || p.Tree == nil {
		return p.own
	}
	t := p.Tree
	for id := range t.Nodes {
		n := &t.Nodes[id]
		if n.Kind != dom.ElementNode || n.Tag != dom.TagLink && n.Tag != dom.TagMeta && n.Tag != dom.TagBase {
			continue
		}
		key := dom.KeyHref
		switch n.Tag {
		case dom.TagLink:
			if rel, _ := t.AttrBytes(dom.ID(id), dom.KeyRel); !bytes.EqualFold(rel, []byte("canonical")) {
				continue
			}
		case dom.TagMeta:
			if prop, _ := t.AttrBytes(dom.ID(id), dom.KeyProperty); !bytes.EqualFold(prop, []byte("og:url")) {
				continue
			}
			key = dom.KeyContent
		}
		if v, ok := t.AttrBytes(dom.ID(id), key); ok {
			if p.own = domainOf(hostOf(v)); p.own != "" {
				return p.own
			}
		}
	}
	return ""
}

// foreignDomain returns the registrable domain of a link of the blocks if it is
// another than the page's own, else "". Where the page's own is unknown, every
// absolute link counts as foreign.
func (p *Page) foreignDomain(link int) string {
	if p.Tree == nil {
		return ""
	}
	href, _ := p.Tree.AttrBytes(p.Blocks.Links[link].Node, dom.KeyHref)
	host := hostOf(href)
	if host == nil {
		return ""
	}
	own := p.ownDomain()
	if own != "" && len(host) >= len(own) && strings.EqualFold(string(host[len(host)-len(own):]), own) {
		return ""
	}
	if d := domainOf(host); d != own {
		return d
	}
	return ""
}

// maxDomains is how many domains a finding names.
const maxDomains = 50

// domainsOf returns the foreign domains that the blocks of a finding link to,
// sorted, with those it has already.
func (p *Page) domainsOf(f *document.Finding) []string {
	domains := f.Domains
	for _, id := range f.Blocks {
		b := &p.Blocks.Blocks[id]
		for k := b.Links[0]; k < b.Links[1] && len(domains) < maxDomains; k++ {
			if d := p.foreignDomain(int(k)); d != "" && !slices.Contains(domains, d) {
				domains = append(domains, d)
			}
		}
	}
	slices.Sort(domains)
	return domains
}
