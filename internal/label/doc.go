// Package label gives every block of a page its role.
//
// In: the blocks of a page, with the tree they were cut from where there is one
// ([Page]). Out: one [Decision] for each block: role, confidence in the verdict,
// and the reason in words.
//
// Invariant: every block gets a role, and it depends on the page alone.
//
// This is the first labeller: a few hand-set features and rules. It knows no
// site and no language beyond the words in its tables.
//
// Start reading at [Labeller.Label].
package label
