// Package layout says how a page is shown: which elements stand on lines of
// their own, and what of it a reader would not see, with the reasons.
//
// In: a tree. Out: the box of an element ([BoxOf]) and, for every node of the
// tree, the set of reasons that hide it ([Layout]).
//
// Invariant: hiding is inherited. A node has every reason its parent has, but
// for visibility, which a descendant may turn on again.
//
// Start reading at [Layout.Resolve].
package layout
