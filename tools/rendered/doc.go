// Package rendered tests what other programs make of our formats: goldmark of
// our Markdown, a browser of our HTML. It is a module of its own so that these
// programs are no dependency of the library.
//
// In: the pages of the corpora and payloads of our own. Out: test results.
//
// Invariant: nothing of a page becomes markup that its blocks do not have, and
// nothing of it runs.
//
// Start reading at TestMarkdownTree.
package rendered
