package meta

import "bytes"

// isSite reports whether text is a name of the site: one that the page gives,
// or its domain, or nearly.
func (c *Collector) isSite(text []byte) bool {
	var buf [128]byte
	k := appendKey(buf[:0], text)
	if len(k) == 0 {
		return false
	}
	for _, site := range c.siteKeys() {
		if bytes.Equal(k, site) || nearlySame(k, site) {
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
func nearlySame(a, b []byte) bool {
	const shortest, more = 3, 8
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= shortest && len(b)-len(a) < more && bytes.Contains(b, a)
}

// siteKeys returns the keys of the site's names.
func (c *Collector) siteKeys() [][]byte {
	if c.asked {
		return c.sites
	}
	c.asked = true
	for i := range c.notes {
		switch n := &c.notes[i]; n.subject {
		case siteName:
			c.addSite(n.value)
		case canonical:
			host := addressHost(n.value)
			c.addSite(host)
			c.addSite(domainLabel(host))
		}
	}
	return c.sites
}

// maxSites bounds the names of the site.
const maxSites = 16

func (c *Collector) addSite(name []byte) {
	if k := c.key(name); len(k) > 0 && len(c.sites) < maxSites {
		c.sites = append(c.sites, k)
	}
}

// key returns the key of text.
func (c *Collector) key(text []byte) []byte {
	from := len(c.values)
	c.values = appendKey(c.values, text)
	return c.values[from:]
}

// addressHost returns the host of a URL without "www.", nothing if it has none.
func addressHost(url []byte) []byte {
	_, rest, ok := bytes.Cut(url, []byte("//"))
	if !ok {
		return nil
	}
	if k := bytes.IndexAny(rest, "/?#:"); k >= 0 {
		rest = rest[:k]
	}
	return bytes.TrimPrefix(rest, []byte("www."))
}

// addressPath returns the path of a URL.
func addressPath(url []byte) []byte {
	if _, rest, ok := bytes.Cut(url, []byte("//")); ok {
		_, url, _ = bytes.Cut(rest, []byte("/"))
	}
	if k := bytes.IndexAny(url, "?#"); k >= 0 {
		url = url[:k]
	}
	return url
}

// domainLabel returns the label of a host that names its owner: "example" of
// blog.example.co.uk. A label of at most three letters before the last one is
// taken for a part of the suffix.
func domainLabel(host []byte) []byte {
	dot := bytes.LastIndexByte(host, '.')
	if dot < 0 {
		return nil
	}
	host = host[:dot]
	dot = bytes.LastIndexByte(host, '.')
	if label := host[dot+1:]; dot < 0 || len(label) > 3 {
		return label
	}
	host = host[:dot]
	return host[bytes.LastIndexByte(host, '.')+1:]
}
