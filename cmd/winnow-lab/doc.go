// Winnow-lab is the developers' binary: it measures and compares.
//
// In: lists of pages. Out: figures on standard output.
//
// Invariant: what is compared is measured in one run, in turns, on one core.
//
// Start reading at newBenchCommand (bench.go).
package main
