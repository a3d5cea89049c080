// Package layout says how a page is shown: which elements stand on lines of
// their own, and what of it a reader would not see, with the reasons.
//
// In: a tree. Out: the box of an element ([BoxOf]) and, for every node of the
// tree, the set of reasons that hide it ([Layout]).
//
// Invariant: what hides an element hides what is in it, but for visibility, the
// size of the font, indentation and colours, which a descendant may set anew.
// Style sheets elsewhere are not known; a reason that depends on them is
// document.WhiteText. Matching takes a number of steps in proportion to the page;
// when they are used up no more rules apply, and [Layout.Limits] says so.
//
// Only the elements that a declaration which can hide applies to are worked out,
// with their ancestors (trigger.go says which declarations those are): nothing
// else about the others needs to be known.
//
// Start reading at [Layout.Resolve], then Layout.style in evaluate.go. reader.go
// and selector.go read style sheets, property.go and parse.go their declarations;
// match.go and cascade.go find which of them win for an element; computeBox and
// its neighbours in resolve.go say what that hides.
package layout
