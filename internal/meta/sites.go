package meta

import "strings"

// isSite reports whether text is a name of the site: one that the page gives,
// or its domain, or nearly.
func (c *Collector) isSite(text string) bool {
	k := key(text)
	if k == "" {
		return false
	}
	for _, site := range c.siteKeys() {
		if k == site || nearlySame(k, site) {
			return true
		}
	}
	return false
}

// isSiteName reports whether text is a name that the page gives the site. An
// author may be called as the domain is, so that this is stricter than isSite.
func (c *Collector) isSiteName(text string) bool {
	for i := range c.notes {
		if n := &c.notes[i]; n.subject == siteName && sameKey(n.value, text) {
			return true
		}
	}
	return false
}

// nearlySame reports whether one key is the other with little more to it:
// "example" and "example.com", "The Example" and "Example Magazine".
func nearlySame(a, b string) bool {
	const shortest, more = 3, 8
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= shortest && len(b)-len(a) < more && strings.Contains(b, a)
}

// siteKeys returns the keys of the site's names.
func (c *Collector) siteKeys() []string {
	if c.sites != nil {
		return c.sites
	}
	c.sites = []string{}
	add := func(name string) {
		if k := key(name); k != "" && len(c.sites) < maxSites {
			c.sites = append(c.sites, k)
		}
	}
	for i := range c.notes {
		switch n := &c.notes[i]; n.subject {
		case siteName:
			add(n.value)
		case canonical:
			host := addressHost(n.value)
			add(host)
			add(domainLabel(host))
		}
	}
	return c.sites
}

// maxSites bounds the names of the site.
const maxSites = 16

// addressHost returns the host of a URL without "www.", "" if it has none.
func addressHost(url string) string {
	_, rest, ok := strings.Cut(url, "//")
	if !ok {
		return ""
	}
	if k := strings.IndexAny(rest, "/?#:"); k >= 0 {
		rest = rest[:k]
	}
	return strings.TrimPrefix(rest, "www.")
}

// addressPath returns the path of a URL.
func addressPath(url string) string {
	if _, rest, ok := strings.Cut(url, "//"); ok {
		_, url, _ = strings.Cut(rest, "/")
	}
	if k := strings.IndexAny(url, "?#"); k >= 0 {
		url = url[:k]
	}
	return url
}

// domainLabel returns the label of a host that names its owner: "example" of
// blog.example.co.uk. A label of at most three letters before the last one is
// taken for a part of the suffix.
func domainLabel(host string) string {
	labels := strings.Split(host, ".")
	k := len(labels) - 2
	if k > 0 && len(labels[k]) <= 3 {
		k--
	}
	if k < 0 {
		return ""
	}
	return labels[k]
}
