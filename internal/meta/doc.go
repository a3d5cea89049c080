// Package meta reads what a page says of itself: its title, authors, dates and
// addresses.
//
// In: the page's tree and its blocks ([Collector.Collect]). Out: a document.Meta whose
// fields say where each fact was found; their spans are offsets into the
// tree's input.
//
// Each source takes notes of what it says: jsonld.go, tags.go (meta and link
// elements), elements.go (title and h1), visible.go (what names itself a byline
// or a date) and lines.go (what reads like one). Only then is anything decided:
// titles.go chooses the title by what agrees with it, authors.go and published.go
// take the most reliable source that has a name or a date, more.go keeps what
// contradicts the choice. links.go makes addresses absolute and finds the pages
// before and behind this one; relative.go reads "yesterday"; posts.go keeps what
// linked data says of discussions, for package thread. A new source is one more
// file that adds notes.
//
// Invariant: a field is either empty or has an origin and a place in the input;
// nothing is made up, and no clock is asked: relative dates are told from a date
// that the caller gives. All work is bounded by the size of
// the page.
//
// Start reading at [Collector.Collect].
package meta
