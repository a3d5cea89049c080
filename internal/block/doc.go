// Package block cuts a page into the pieces that get a label: blocks.
//
// In: a tree with its layout ([Builder.FromTree]), or flattened text
// ([Builder.FromText]). Out: a [Set], the blocks in reading order with their
// text, the runs that trace it to the input, and counts about it.
//
// Invariant: every character of the input that a reader could see, unless it is
// white space, is in exactly one block, hidden or not; nothing else is.
//
// A block is a run of text between the boundaries of block-level elements or
// line breaks; in flattened text it is a paragraph or a line.
//
// Start reading at [Set], then FromTree (tree.go) and FromText (text.go).
package block
