// Package pipeline does the same work on many inputs at once.
//
// In: a number of inputs and a function for one of them. Out: the results, in
// the order of the inputs.
//
// Invariant: the results do not depend on how many workers there are.
//
// Start reading at [Ordered].
package pipeline
