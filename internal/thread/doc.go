// Package thread finds the discussions of a page: who wrote which blocks when, and
// in answer to whom.
//
// In: the tree, the blocks and their roles ([Finder.Find]). Out: document.Thread
// values whose posts hold numbers of blocks.
//
// units.go finds the elements that are one post each: by their schema.org type, by
// their class, else as the repeated children that hold the blocks of roles comment
// and post. facts.go reads author, date and score inside each of them.
//
// Invariant: a block is in at most one post, and the posts of a thread are in
// reading order, each behind the one it answers. The work is linear in the page.
//
// Start reading at [Finder.Find].
package thread
