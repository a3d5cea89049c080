package meta

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// tagMeaning is what a meta element of some name, or an itemprop, is about.
type tagMeaning struct {
	subject subject
	origin  origin
	rank    uint8
}

// metaNames are the names, properties and itemprops of meta elements, in lower
// case.
var metaNames = map[string]tagMeaning{
	"og:title": {title, fromOpenGraph, 0}, "twitter:title": {title, fromTwitter, 0},
	"dc.title": {title, fromDublinCore, 0}, "dcterms.title": {title, fromDublinCore, 0},
	"title": {title, fromMeta, 1}, "headline": {title, fromMeta, 0}, "citation_title": {title, fromCitation, 0},
	"parsely-title": {title, fromMeta, 0}, "sailthru.title": {title, fromMeta, 0}, "cxenseparse:title": {title, fromMeta, 0},

	"author": {author, fromMeta, 1}, "article:author": {author, fromOpenGraph, 0}, "og:article:author": {author, fromOpenGraph, 0},
	"article:author_name": {author, fromOpenGraph, 0},
	"dc.creator":          {author, fromDublinCore, 0}, "dcterms.creator": {author, fromDublinCore, 0}, "dc.author": {author, fromDublinCore, 0},
	"citation_author": {author, fromCitation, 0}, "parsely-author": {author, fromMeta, 0}, "sailthru.author": {author, fromMeta, 0},
	"cxenseparse:author": {author, fromMeta, 0}, "byl": {author, fromMeta, 0}, "creator": {author, fromMeta, 2},
	"authors": {author, fromMeta, 1}, "article.author": {author, fromMeta, 0},

	"article:published_time": {published, fromOpenGraph, 0}, "og:article:published_time": {published, fromOpenGraph, 0},
	"article:published": {published, fromOpenGraph, 0}, "og:published_time": {published, fromOpenGraph, 0},
	"dc.date": {published, fromDublinCore, 1}, "dc.date.issued": {published, fromDublinCore, 0}, "dc.date.created": {published, fromDublinCore, 0},
	"dcterms.date": {published, fromDublinCore, 1}, "dcterms.issued": {published, fromDublinCore, 0}, "dcterms.created": {published, fromDublinCore, 0},
	"datepublished": {published, fromMeta, 0}, "datecreated": {published, fromMeta, 1}, "date": {published, fromMeta, 1}, "pubdate": {published, fromMeta, 0},
	"publishdate": {published, fromMeta, 0}, "publish_date": {published, fromMeta, 0}, "publish-date": {published, fromMeta, 0},
	"published": {published, fromMeta, 0}, "published_at": {published, fromMeta, 0}, "published-date": {published, fromMeta, 0},
	"publication_date": {published, fromMeta, 0}, "publication-date": {published, fromMeta, 0}, "originalpublicationdate": {published, fromMeta, 0},
	"citation_publication_date": {published, fromCitation, 1}, "citation_date": {published, fromCitation, 1}, "citation_online_date": {published, fromCitation, 0},
	"parsely-pub-date": {published, fromMeta, 0}, "sailthru.date": {published, fromMeta, 0}, "cxenseparse:recs:publishtime": {published, fromMeta, 0},
	"article.published": {published, fromMeta, 0}, "article.created": {published, fromMeta, 1}, "article_date_original": {published, fromMeta, 0},
	"created": {published, fromMeta, 1}, "releasedate": {published, fromMeta, 1}, "rnews:datepublished": {published, fromMeta, 0},

	"article:modified_time": {modified, fromOpenGraph, 0}, "og:updated_time": {modified, fromOpenGraph, 1}, "og:modified_time": {modified, fromOpenGraph, 0},
	"dcterms.modified": {modified, fromDublinCore, 0}, "dc.date.modified": {modified, fromDublinCore, 0},
	"datemodified": {modified, fromMeta, 0}, "lastmod": {modified, fromMeta, 0}, "last-modified": {modified, fromMeta, 0},
	"last_modified": {modified, fromMeta, 0}, "revised": {modified, fromMeta, 0}, "article.updated": {modified, fromMeta, 0},
	"updated": {modified, fromMeta, 1},

	"og:site_name": {siteName, fromOpenGraph, 0}, "application-name": {siteName, fromMeta, 1}, "apple-mobile-web-app-title": {siteName, fromMeta, 2},
	"dc.publisher": {siteName, fromDublinCore, 1},

	"og:locale": {language, fromOpenGraph, 0}, "dc.language": {language, fromDublinCore, 0}, "dcterms.language": {language, fromDublinCore, 0},
	"content-language": {language, fromMeta, 0}, "language": {language, fromMeta, 1},

	"article:section": {section, fromOpenGraph, 0}, "section": {section, fromMeta, 0}, "parsely-section": {section, fromMeta, 0},
	"article:tag": {tag, fromOpenGraph, 0}, "keywords": {tag, fromMeta, 1}, "news_keywords": {tag, fromMeta, 0}, "parsely-tags": {tag, fromMeta, 0},
	"dcterms.license": {licence, fromDublinCore, 0},

	"og:description": {description, fromOpenGraph, 0}, "description": {description, fromMeta, 0}, "twitter:description": {description, fromTwitter, 0},
	"dc.description": {description, fromDublinCore, 0}, "dcterms.description": {description, fromDublinCore, 0},

	"og:url":   {canonical, fromOpenGraph, 1},
	"og:image": {image, fromOpenGraph, 0}, "og:image:url": {image, fromOpenGraph, 0}, "og:image:secure_url": {image, fromOpenGraph, 1},
	"twitter:image": {image, fromTwitter, 0}, "twitter:image:src": {image, fromTwitter, 0}, "thumbnail": {image, fromMeta, 1},
}

// longestMetaName is the length of the longest name in metaNames.
const longestMetaName = 32

// maxType is how much of an og:type is kept.
const maxType = 32

// readMeta reads a meta element.
func (c *Collector) readMeta(id dom.ID) {
	for _, k := range [...]dom.Key{dom.KeyProperty, dom.KeyName, dom.KeyItemprop, dom.KeyHTTPEquiv} {
		if k == dom.KeyItemprop && c.tree.Node(c.tree.Node(id).Parent).Tag != dom.TagHead {
			continue // of an item on the page; readVisible knows whose
		}
		names, _ := c.tree.AttrBytes(id, k)
		known := false
		for name := range bytes.FieldsSeq(names) { // RDFa allows several
			known = c.readNamed(id, name) || known
		}
		if known {
			return
		}
	}
}

// readNamed takes notes of a meta element with the given name, and reports whether
// it knows the name.
func (c *Collector) readNamed(id dom.ID, name []byte) bool {
	if len(name) > longestMetaName {
		return false
	}
	var buf [longestMetaName]byte
	lower := appendLower(buf[:0], name)
	if prefix, _, ok := bytes.Cut(lower, []byte(":")); ok && (string(prefix) == "dc" || string(prefix) == "dcterms") {
		lower[len(prefix)] = '.' // in properties there is a colon, in names a dot
	}
	m, ok := metaNames[string(lower)]
	if !ok && string(lower) != "og:type" {
		return false
	}
	content, found := c.attr(id, dom.KeyContent)
	switch {
	case !found:
	case ok:
		c.addWrapped(note{subject: m.subject, origin: m.origin, rank: m.rank, span: content.span, node: id}, content.text)
	default:
		c.hints.ogType = content.text[:min(len(content.text), maxType)]
	}
	return true
}

// readLink reads a link element.
func (c *Collector) readLink(id dom.ID) {
	rel, _ := c.tree.AttrBytes(id, dom.KeyRel)
	s, ok := relSubject(rel)
	if !ok || s == tag {
		return
	}
	if href, ok := c.attr(id, dom.KeyHref); ok {
		c.addWrapped(note{subject: s, origin: fromRel, span: href.span, node: id}, href.text)
	}
}
