// Package dom builds the tree a browser would build, and remembers where every
// piece of it stood in the page.
//
// In: a page as UTF-8 bytes ([Parser.Parse]). Out: a [Tree], one flat slice of
// nodes linked by indices. Names are interned as [Tag] and [Key]; attribute
// values and text are spans of the input until somebody asks for characters.
//
// Invariants: the tree is never changed after Parse returns, and nodes are
// numbered in document order: the descendants of node n are exactly the ids
// n+1 up to, not including, Node(n).After. A stage that needs facts about
// nodes keeps a slice beside the tree, indexed by id, and fills it in one loop.
//
// Parsing cannot fail. Limits are counts of work, never of time, and one that
// bites is reported in [Tree.Limits].
//
// Start reading at [Node], then [Parser.Parse].
package dom
