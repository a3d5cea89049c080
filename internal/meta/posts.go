package meta

import (
	"bytes"
	"strconv"
)

// Post is what linked data says of one post of a discussion.
type Post struct {
	Author, Date []byte
	Score        int
	Scored       bool
	Accepted     bool
	key          []byte // of the beginning of its text
}

// maxPosts bounds the posts that are read from linked data, and postKey the bytes
// of the key that they are known by.
const (
	maxPosts = 256
	postKey  = 40
)

// AppendPostKey appends the key of a text for Post.Begins.
func AppendPostKey(dst, text []byte) []byte { return appendKey(dst, text[:min(len(text), 4*postKey)]) }

// Begins reports whether the text with the given key begins as the post does.
func (p *Post) Begins(key []byte) bool {
	n := min(len(key), len(p.key), postKey)
	return n > 0 && string(key[:n]) == string(p.key[:n]) && (n == len(p.key) || n == postKey)
}

// Posts returns what the linked data of the page collected last says of posts. It
// is valid until the next page.
func (c *Collector) Posts() []Post { return c.posts }

// discusses reports whether object i is a post itself, and not an article with
// comments.
func (d *jsonLD) discusses(i int32) (post bool) {
	d.strings(d.text.member(i, "@type"), func(k int32) {
		name := string(d.text.raw(k))
		post = post || name == "Question" || name == "DiscussionForumPosting"
	})
	return post
}

// post keeps what object i says of a post, and the posts in it.
func (d *jsonLD) post(i int32, accepted bool, depth int) {
	if i == 0 || depth > maxJSONLD {
		return
	}
	v := &d.text.values[i]
	if v.kind == jsonArray {
		for k := i + 1; k < v.after; k = d.text.values[k].after {
			d.post(k, accepted, depth)
		}
		return
	}
	if v.kind != jsonObject || len(d.c.posts) == maxPosts {
		return
	}
	p := Post{Date: d.value(d.text.member(i, "datePublished")), Accepted: accepted}
	if len(p.Date) == 0 {
		p.Date = d.value(d.text.member(i, "dateCreated"))
	}
	author := d.text.member(i, "author")
	if author != 0 && d.text.values[author].kind == jsonArray && author+1 < d.text.values[author].after {
		author++
	}
	if author != 0 && d.text.values[author].kind == jsonObject {
		author = d.text.member(author, "name")
	}
	p.Author = d.value(author)
	if n, err := strconv.Atoi(string(d.value(d.text.member(i, "upvoteCount")))); err == nil {
		p.Score, p.Scored = n, true
	}
	text := d.value(d.text.member(i, "text"))
	if len(text) == 0 {
		text = d.value(d.text.member(i, "articleBody"))
	}
	from := len(d.c.values)
	d.c.values = appendKey(d.c.values, text)
	d.c.values = d.c.values[:min(len(d.c.values), from+postKey)]
	p.key = d.c.values[from:]
	if len(p.key) > 0 {
		d.c.posts = append(d.c.posts, p)
	}
	d.post(d.text.member(i, "acceptedAnswer"), true, depth+1)
	d.post(d.text.member(i, "suggestedAnswer"), false, depth+1)
	d.post(d.text.member(i, "comment"), false, depth+1)
}

// value returns the beginning of string or number i, nothing if it is none. It is
// valid as long as notes are.
func (d *jsonLD) value(i int32) []byte {
	if i == 0 {
		return nil
	}
	v := &d.text.values[i]
	switch raw := d.text.raw(i); v.kind {
	case jsonLiteral:
		return raw[:min(len(raw), postKey)]
	case jsonString:
		raw = raw[:min(len(raw), maxValue)]
		d.c.scratch = appendString(d.c.scratch[:0], raw)
		from := len(d.c.values)
		d.c.values = appendUnwrapped(d.c.values, d.c.scratch)
		return bytes.TrimSpace(d.c.values[from:])
	}
	return nil
}

// AppendUser appends the name of the user whom a byline of a post names, nothing
// if it names none.
func AppendUser(dst, byline []byte) []byte {
	var buf [maxNames]string
	names := appendNames(buf[:0], string(byline))
	if len(names) == 0 {
		return dst
	}
	return append(dst, names[0]...)
}

// DateReader reads single dates as the page that was collected last writes them.
type DateReader struct {
	monthFirst bool
	captured   stamp
}

// Dates returns the reader of the page that was collected last.
func (c *Collector) Dates() DateReader { return c.dateReader }

// IsDate reports whether a text is a date, to the day at least.
func IsDate(text string) bool {
	d, ok := parseDate([]byte(text), false)
	return ok && d.day > 0 && d.start == 0
}

// Append appends the first date of a text in ISO 8601, no more precise than it is,
// nothing if there is none.
func (r *DateReader) Append(dst, text []byte) []byte {
	d, ok := parseDate(text, r.monthFirst)
	if !ok {
		d.stamp, ok = relativeDate(text, &r.captured)
	}
	if !ok {
		return dst
	}
	return d.stamp.append(dst)
}
