// Package meta reads what a page says of itself: its title, authors, dates and
// addresses.
//
// In: the page's tree and its blocks ([Collect]). Out: a document.Meta whose
// fields say where each fact was found; their spans are offsets into the
// tree's input.
//
// Invariant: a field is either empty or has an origin; nothing is made up, and
// no clock is asked.
//
// Start reading at [Collect].
package meta
