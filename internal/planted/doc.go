// Package planted finds what a third party put into a page: search-engine spam
// for now, later hidden links and text addressed to machines.
//
// In: the blocks of a page, their languages and the page's own ([Page]). Out:
// findings, each with its blocks, its topic, a confidence and the evidence in
// words; the root package adds spans and links.
//
// Invariant: no finding rests on one kind of evidence. Words alone never
// plant anything, and neither does a foreign language, nor being hidden.
//
// A detector is one file and one line in [All]; the tests refuse one that has
// no positive and no negative case in testdata.
//
// Start reading at [Detect], then promotion.go. anchors.go is why most pages cost
// little: it tells which blocks are worth counting.
package planted
