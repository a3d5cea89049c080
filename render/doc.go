// Package render turns a document into an output format.
//
// In: a document.Document and [Options]. Out: text in one of the [Formats],
// one file of this package each; JSON can also be read back ([ReadJSON]).
//
// Invariant: a format only chooses and lays out what the document holds. Text a
// third party planted appears among the published only if the options ask for
// its role by name, and then marked as such.
//
// Start reading at [Formats].
package render
