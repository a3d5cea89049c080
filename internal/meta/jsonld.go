package meta

import (
	"bytes"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// thing says what a JSON-LD object describes.
type thing uint8

const (
	otherThing thing = iota
	articleThing
	productThing
	workThing // something else that a page may be about and that has a name
	pageThing
	siteThing
	publisherThing
)

// thingOf sorts the types of schema.org that matter here. Types that end in
// Article or Posting need no entry.
var thingOf = map[string]thing{
	"Report": articleThing, "Question": articleThing, "Recipe": articleThing, "HowTo": articleThing,
	"APIReference": articleThing, "MedicalWebPage": articleThing,

	"Product": productThing, "ProductGroup": productThing, "Vehicle": productThing,

	"SoftwareApplication": workThing, "Course": workThing, "Event": workThing, "Book": workThing, "Movie": workThing,
	"JobPosting": workThing, "Service": workThing, "VideoObject": workThing, "LocalBusiness": workThing, "PodcastEpisode": workThing,

	"WebPage": pageThing, "AboutPage": pageThing, "ItemPage": pageThing, "FAQPage": pageThing, "QAPage": pageThing,
	"CollectionPage": pageThing, "ContactPage": pageThing, "ProfilePage": pageThing,

	"WebSite": siteThing, "Organization": publisherThing, "NewsMediaOrganization": publisherThing, "Corporation": publisherThing,
}

// Limits of one script: how deep nesting is followed to find what a page
// describes, and how many references to objects elsewhere in it are resolved.
const (
	maxJSONLD  = 6
	maxLookups = 16
)

// companyRank is the rank of an author that is an organisation: many pages name
// their publisher so and show the writer.
const companyRank = 4

// jsonLD reads one script of linked data.
type jsonLD struct {
	c    *Collector
	text *jsonText
	base int32 // offset of the script's text in the tree's input

	lookups int
	person  bool // what is being named is a person
	company bool // or an organisation
}

// readJSONLD reads a script element if it holds linked data.
func (c *Collector) readJSONLD(id dom.ID) {
	n := c.tree.Node(id)
	kind, _ := c.tree.AttrBytes(id, dom.KeyType)
	if n.First == 0 || !hasFold(kind, "ld+json") {
		return
	}
	script := c.tree.Node(n.First)
	c.json.parse(c.tree.Src[script.Start:script.End])
	d := jsonLD{c: c, text: &c.json, base: script.Start}
	d.things(0, 0)
	if c.options.Schema {
		c.keepSchema(c.tree.Src[script.Start:script.End], document.Span{Start: int(script.Start), End: int(script.End)})
	}
}

// things reads value i, which is an object or an array of objects that the page
// is about.
func (d *jsonLD) things(i int32, depth int) {
	v := &d.text.values[i]
	switch {
	case depth > maxJSONLD:
	case v.kind == jsonArray:
		for k := i + 1; k < v.after; k = d.text.values[k].after {
			d.things(k, depth+1)
		}
	case v.kind == jsonObject:
		d.describe(i)
		for _, name := range [...]string{"@graph", "mainEntity"} {
			if k := d.text.member(i, name); k != 0 {
				d.things(k, depth+1)
			}
		}
	}
}

// typeOf returns what object i describes: the best of its types.
func (d *jsonLD) typeOf(i int32) thing {
	best := otherThing
	d.strings(d.text.member(i, "@type"), func(k int32) {
		name := d.text.raw(k)
		if at := bytes.LastIndexAny(name, "/:"); at >= 0 {
			name = name[at+1:]
		}
		t := thingOf[string(name)]
		if bytes.HasSuffix(name, []byte("Article")) || bytes.HasSuffix(name, []byte("Posting")) && t == otherThing {
			t = articleThing
		}
		if t != otherThing && (best == otherThing || t < best) {
			best = t
		}
	})
	return best
}

// strings calls do with value i, if it is a string, or the strings in it, if it
// is an array.
func (d *jsonLD) strings(i int32, do func(int32)) {
	if i == 0 {
		return
	}
	v := &d.text.values[i]
	switch v.kind {
	case jsonString:
		do(i)
	case jsonArray:
		for k := i + 1; k < v.after; k = d.text.values[k].after {
			if d.text.values[k].kind == jsonString {
				do(k)
			}
		}
	}
}

// describe takes notes of object i.
func (d *jsonLD) describe(i int32) {
	d.c.things++
	switch kind := d.typeOf(i); kind {
	case articleThing:
		d.c.hints.articles++
		d.article(i, 0)
		if d.discusses(i) {
			d.post(i, false, 0)
		} else {
			d.post(d.text.member(i, "comment"), false, 1)
		}
	case productThing, workThing:
		if kind == productThing {
			d.c.hints.products++
		}
		d.notes(title, 1, i, "name")
		d.images(i, 1)
	case pageThing:
		d.article(i, 2)
	case siteThing:
		d.notes(siteName, 0, i, "name")
	case publisherThing:
		d.notes(siteName, 2, i, "name")
	}
}

// article takes notes of an object that is the article, or the page it is on.
func (d *jsonLD) article(i int32, rank uint8) {
	d.notes(title, rank, i, "headline")
	d.notes(title, rank, i, "name")
	d.notes(subtitle, rank, i, "alternativeHeadline")
	d.notes(published, rank, i, "datePublished")
	d.notes(published, rank+1, i, "dateCreated")
	d.notes(modified, rank, i, "dateModified")
	d.notes(language, rank, i, "inLanguage")
	d.notes(section, rank, i, "articleSection")
	d.notes(description, rank, i, "description")
	d.notes(tag, rank, i, "keywords")
	d.notes(licence, rank, i, "license")
	d.images(i, rank)
	d.named(author, rank, d.text.member(i, "author"), 0)
	d.named(author, rank+1, d.text.member(i, "creator"), 0)
	d.named(siteName, 1, d.text.member(i, "publisher"), 0)
}

// images takes a note of the image of object i.
func (d *jsonLD) images(i int32, rank uint8) {
	k := d.text.member(i, "image")
	if k == 0 {
		return
	}
	if d.text.values[k].kind == jsonArray && k+1 < d.text.values[k].after {
		k++
	}
	if d.text.values[k].kind == jsonObject {
		if k = d.text.member(k, "url"); k == 0 {
			return
		}
	}
	d.note(image, rank, k)
}

// notes takes a note of the strings of a member of object i.
func (d *jsonLD) notes(s subject, rank uint8, i int32, name string) {
	d.strings(d.text.member(i, name), func(k int32) { d.note(s, rank, k) })
}

// named takes notes of the names of value i: a string, or a person or
// organisation, or an array of them.
func (d *jsonLD) named(s subject, rank uint8, i int32, depth int) {
	if i == 0 || depth > maxJSONLD {
		return
	}
	v := &d.text.values[i]
	switch v.kind {
	case jsonString:
		d.note(s, rank, i)
	case jsonArray:
		for k := i + 1; k < v.after; k = d.text.values[k].after {
			d.named(s, rank, k, depth+1)
		}
	case jsonObject:
		name := d.text.member(i, "name")
		if name == 0 {
			name = d.text.member(d.referred(i), "name")
		}
		d.person, d.company = d.kindOfAuthor(i)
		if d.company && s == author {
			rank = companyRank
		}
		d.named(s, rank, name, depth+1)
		d.person, d.company = false, false
	}
}

// kindOfAuthor reports whether object i, or the one it refers to, is a person or
// an organisation.
func (d *jsonLD) kindOfAuthor(i int32) (person, company bool) {
	kind := d.text.member(i, "@type")
	if kind == 0 {
		kind = d.text.member(d.referred(i), "@type")
	}
	d.strings(kind, func(k int32) {
		switch name := string(d.text.raw(k)); {
		case name == "Person":
			person = true
		case strings.HasSuffix(name, "Organization"), name == "Corporation":
			company = true
		}
	})
	return person, company && !person
}

// referred returns the object that object i refers to by its @id and that has a
// name, or 0. Only the objects at the top and in a @graph are looked at.
func (d *jsonLD) referred(i int32) int32 {
	id := d.text.member(i, "@id")
	if id == 0 || d.lookups == maxLookups {
		return 0
	}
	d.lookups++
	for k := range d.text.values {
		if d.text.values[k].kind != jsonObject {
			continue
		}
		same := d.text.member(int32(k), "@id")
		if same != 0 && bytes.Equal(d.text.raw(same), d.text.raw(id)) && d.text.member(int32(k), "name") != 0 {
			return int32(k)
		}
	}
	return 0
}

// note takes a note of string i.
func (d *jsonLD) note(s subject, rank uint8, i int32) {
	v := &d.text.values[i]
	if v.kind != jsonString || v.end-v.start > maxValue {
		return
	}
	d.c.scratch = appendString(d.c.scratch[:0], d.text.raw(i))
	d.c.addWrapped(note{
		subject: s, origin: fromJSONLD, rank: rank, thing: d.c.things, person: d.person,
		span: document.Span{Start: int(d.base + v.start), End: int(d.base + v.end)},
	}, d.c.scratch)
}
