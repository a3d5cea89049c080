// Package dom builds the tree a browser would build, and remembers where every
// piece of it stood in the page.
//
// In: a page as UTF-8 bytes ([Parser.Parse]). Out: a [Tree], one flat slice of
// nodes linked by indices. Names are interned as [Tag] and [Key]; attribute
// values and text are spans of the input until somebody asks for characters
// ([Tree.AttrBytes], [Tree.AppendText], [Tree.Pieces]).
//
// Invariants: the tree is never changed after Parse returns, and nodes are
// numbered in document order: the descendants of node n are exactly the ids
// n+1 up to, not including, Node(n).After. A stage that needs facts about
// nodes keeps a slice beside the tree, indexed by id, and fills it in one loop.
//
// The parser follows the WHATWG HTML standard, section 13.2, whose terms and
// numbers the comments use. It departs from it on purpose in these points:
// a noscript is parsed as a fragment of its own ([NoscriptFragments]), adjacent
// text is one node only if it is one range of the input, the content of a
// template is its children, a selectedcontent stays empty, and what no ordinary
// page comes near is limited (limits.go).
//
// Parsing cannot fail. Limits are counts of work, never of time, and one that
// bites is reported in [Tree.Limits].
//
// Start reading at [Node], then [Parser.Parse]. Parser.run in tokenizer.go finds
// the tokens and calls the tree builder: onStartTag and onEndTag in modes.go and
// text in characters.go, which lead to the insertion modes.
package dom
