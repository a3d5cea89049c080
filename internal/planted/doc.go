// Package planted finds what a third party put into a page: search-engine spam,
// hidden links, advertising in comments and text addressed to machines.
//
// In: the blocks of a page, their languages and the page's own ([Page]). Out:
// findings, each with its blocks or spans, its topic, a confidence and the
// evidence in words; the root package adds the spans and links of the blocks.
//
// Invariant: nothing is planted on one kind of evidence. Words alone never
// plant anything, and neither does a foreign language, nor being hidden. What has
// one kind only is a suspicion, with a confidence below one half.
//
// A detector is one file and one line in [All]; the tests refuse one that has
// no positive and no negative case in testdata.
//
// injection.bin holds hashed weights that "winnow-lab plant train" makes; no text
// can be read from it.
//
// Start reading at [Detect], then promotion.go. anchors.go is why most pages cost
// little: it tells which blocks are worth counting.
package planted
