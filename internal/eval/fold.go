package eval

import (
	"hash/fnv"
	"net/url"

	"golang.org/x/net/publicsuffix"
)

// Folds is how many parts pages are split into for cross-validation.
const Folds = 5

// Fold returns the part a page belongs to, 0 to Folds-1: all pages of a
// registrable domain are in the same one. A page whose address is not known is
// by itself.
func (p *Page) Fold() int {
	key := p.ID
	if u, err := url.Parse(p.URL); err == nil && u.Hostname() != "" {
		key = u.Hostname()
		if domain, err := publicsuffix.EffectiveTLDPlusOne(key); err == nil {
			key = domain
		}
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32()>>8) % Folds
}
