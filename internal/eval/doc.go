// Package eval measures how well pages are labelled.
//
// In: a folder of labelled pages ([Load]) and the documents made from them. Out:
// scores of each page and their summary ([Report]).
//
// Invariant: a score depends on the document and the page's labels alone, and
// every page of a set counts, whatever became of it.
//
// Start reading at [Load], then [Set.Score].
package eval
