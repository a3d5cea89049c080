// Package preload finds text that a page carries only as data: in JSON for its
// scripts, in attributes that hold JSON, in the stream of a server-side
// renderer, in templates.
//
// In: a page's tree and the block.Builder that cut it into blocks
// ([Finder.Add]). Out: more blocks in the builder's set, behind those of the
// page, whose Data says what their text is wrapped in and whose runs are ranges
// of the page.
//
// Nothing is added to a page that shows enough running text, nor is text that
// the page shows already. What makes text content is its form: prose, by its
// words and characters. No site and no framework's page is known by name; of
// names there are only those of formats (formats.go) and of members that never
// hold content.
//
// Invariant: the text of each run is what [Unwrap], and then the run's own
// decoding, makes of the bytes of its source range. All work is bounded by the
// size of the page and by budgets of steps; one that bites is reported.
//
// Start reading at [Finder.Add]. sources.go finds where data stands, json.go
// reads it, walk.go takes candidates from it, prose.go says whether they are
// content, emit.go makes blocks of them, and text.go remembers where every
// character stood.
package preload
