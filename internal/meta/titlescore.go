package meta

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// titleFeature is what a candidate for the title is judged by.
type titleFeature uint8

// The features, behind the signs.
const (
	onlyHeading   = titleFeature(numTitleSigns) + iota // the only h1 of the page
	headingKnown                                       // of the first h1: share of its words that stand in a declared title
	inHeading                                          // stands in the first h1
	beginsHeading                                      // begins the first h1
	wordCount                                          // words, up to six, divided by six
	singleWord
	inAddress // share of the words of it and of the page's address that are in both
	namesSite
	headingOfArticle // the first h1 of a page that calls itself an article
	homeSiteFirst    // begins with the site's name, on its home page
	homeNamesSite    // is the site's name, on its home page
	headingInAddress // of the first h1: share of the address's words that stand in it
	declaredShare    // share of the declared titles' words that stand in it
	hasBar           // has a "|", which most titles are cut at
	hasDash          // has a dash between spaces
	hasColon         // has a colon before a space
	headingDivided   // the first h1, with a bar or a dash
	headingOfProduct // the first h1 of a page of a product
	headingOfMany    // the first of several different h1
	twoSources       // two of: social, title element, linked data
	threeSources     // all of them
	holdsSite        // has a name of the site in it
	numTitleFeatures
)

// titleWeights are the weights of signs and features: those of a conditional
// logit, which says how probable each candidate of a page is, fitted on the WCXB
// pages and rounded. The title is then exact on .829 of them; .819 when fitted on
// the pages of other domains. The right title is a candidate on .977.
var titleWeights = titleFeatures{
	socialWhole: 0.7, socialKept: 0.8, socialFirst: 0.1, socialHead: 0.8, socialTail: 0.1,
	elementWhole: -0.8, elementKept: 0.5, elementFirst: 0.8, elementHead: 0.7, elementTail: -0.3,
	dataWhole: -0.5, dataKept: 0.1, dataFirst: 0.8, dataHead: -0.1, dataTail: 0.1,
	siteFirst: 1.1, firstHeading: 1.1, laterHeading: 0.9,
	onlyHeading: 0.7, headingInAddress: 0.8, headingOfArticle: 0.8, headingDivided: -1.0, headingOfProduct: 0.5, headingOfMany: 0.4,
	inHeading: 1.2, beginsHeading: 0.6, wordCount: 0.3, singleWord: -0.1, inAddress: 1.8, declaredShare: 2.1,
	namesSite: -0.1, holdsSite: -0.4, homeSiteFirst: 2.0, homeNamesSite: 1.4,
	hasBar: -2.0, hasDash: -1.3, hasColon: 0.7, twoSources: 0.6, threeSources: 0.2,
}

type titleFeatures [numTitleFeatures]float32

// titleContext is what the candidates are compared with.
type titleContext struct {
	heading  []byte   // key of the first h1
	declared [][]byte // words of the title element and of og:title
	address  [][]byte // words of the path of the page's address
	headings int      // different ones
	home     bool     // the page is the top of its site
}

// scoreTitles gives each candidate its score.
func (c *Collector) scoreTitles() {
	x := c.titleContext()
	for i := range c.titles {
		t := &c.titles[i]
		f := c.titleFeatures(t, &x)
		for k, v := range f {
			t.score += float32(v * titleWeights[k]) // no fused operation: the same on every machine
		}
	}
}

func (c *Collector) titleContext() titleContext {
	x := titleContext{declared: c.declared[:0], address: c.address[:0]}
	for i := range c.titles {
		t := &c.titles[i]
		if t.signs&(1<<firstHeading|1<<laterHeading) != 0 {
			x.headings++
		}
		if t.signs&(1<<firstHeading) != 0 {
			x.heading = t.key
		}
	}
	for i := range c.notes {
		n := &c.notes[i]
		switch {
		case n.subject == title && (n.origin == fromTitle || n.origin == fromOpenGraph):
			x.declared = c.appendWords(x.declared, n.value)
		case n.subject == canonical && len(x.address) == 0:
			path := addressPath(n.value)
			x.address = c.appendWords(x.address, path)
			x.home = len(path) == 0
		}
	}
	c.declared, c.address = x.declared, x.address
	return x
}

// titleFeatures returns the features of a candidate.
func (c *Collector) titleFeatures(t *titleCandidate, x *titleContext) (f titleFeatures) {
	for s := range numTitleSigns {
		if t.signs&(1<<s) != 0 {
			f[s] = 1
		}
	}
	c.words = c.appendWords(c.words[:0], t.text)
	words := c.words
	switch {
	case f[firstHeading] != 0:
		f[headingKnown] = shareIn(words, x.declared)
		f[headingInAddress] = shareIn(x.address, words)
		if x.headings == 1 {
			f[onlyHeading] = 1
		} else {
			f[headingOfMany] = 1
		}
		if c.isProduct() {
			f[headingOfProduct] = 1
		}
		if c.hints.articles > 0 || string(c.hints.ogType) == "article" {
			f[headingOfArticle] = 1
		}
	case bytes.HasPrefix(x.heading, t.key):
		f[beginsHeading] = 1
	case bytes.Contains(x.heading, t.key):
		f[inHeading] = 1
	}
	f[wordCount] = float32(min(len(words), 6)) / 6
	if len(words) == 1 {
		f[singleWord] = 1
	}
	if len(x.address) > 0 {
		common := shareIn(words, x.address) * float32(len(words))
		f[inAddress] = common / (float32(len(words)+len(x.address)) - common)
	}
	f[declaredShare] = shareIn(x.declared, words)
	if c.isSite(t.text) {
		f[namesSite] = 1
	}
	c.titleMarks(&f, t)
	if x.home {
		f[homeSiteFirst], f[homeNamesSite] = f[siteFirst], f[namesSite]
	}
	return f
}

// titleMarks fills in the features of a candidate's marks and of its sources.
func (c *Collector) titleMarks(f *titleFeatures, t *titleCandidate) {
	if bytes.IndexByte(t.text, '|') >= 0 {
		f[hasBar], f[headingDivided] = 1, f[firstHeading]
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if bytes.Contains(t.text, []byte(dash)) {
			f[hasDash], f[headingDivided] = 1, f[firstHeading]
		}
	}
	if bytes.Contains(t.text, []byte(": ")) {
		f[hasColon] = 1
	}
	sources := 0
	const ofOne = 1<<elementWhole - 1 // the signs of one source
	for _, first := range [...]titleSign{socialWhole, elementWhole, dataWhole} {
		if t.signs>>first&ofOne != 0 {
			sources++
		}
	}
	if sources >= 2 {
		f[twoSources] = 1
	}
	if sources == 3 {
		f[threeSources] = 1
	}
	const shortest = 4
	for _, site := range c.siteKeys() {
		if len(site) >= shortest && bytes.Contains(t.key, site) {
			f[holdsSite] = 1
		}
	}
}

// maxWords bounds the words that are compared.
const maxWords = 64

// appendWords appends the words of text, in lower case.
func (c *Collector) appendWords(words [][]byte, text []byte) [][]byte {
	from := len(c.values)
	for k := 0; len(words) < maxWords; {
		if k < len(text) && text[k] < utf8.RuneSelf {
			b := keyBytes[text[k]]
			k++
			if b != 0 {
				c.values = append(c.values, b)
				continue
			}
		} else if k < len(text) {
			r, size := utf8.DecodeRune(text[k:])
			k += size
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				c.values = utf8.AppendRune(c.values, unicode.ToLower(r))
				continue
			}
		} else {
			k++
		}
		if len(c.values) > from {
			words = append(words, c.values[from:])
			from = len(c.values)
		}
		if k > len(text) {
			break
		}
	}
	return words
}

// shareIn returns the share of words that are among others.
func shareIn(words, others [][]byte) float32 {
	common := 0
	for _, w := range words {
		for _, o := range others {
			if bytes.Equal(w, o) {
				common++
				break
			}
		}
	}
	return float32(common) / float32(max(len(words), 1))
}
