// Package document is the result of reading a page: every visible piece of it,
// labelled, explained and traced to the bytes it came from.
//
// In: nothing; this package only holds the model and imports nothing of
// Winnow's. Out: a [Document], which the root package fills and package render
// turns into Markdown, JSON or plain text.
//
// Invariants: the blocks of a document partition the visible text of its
// source (conservation), and every [Run] of a block names the bytes its text
// was decoded from (provenance). A block's verdict is derived from its role and
// stored nowhere.
//
// Start reading at [Document], then [Block] and [Role].
package document
