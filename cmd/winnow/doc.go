// Winnow tells what a web page's author published from what the site put around
// it and from what somebody else planted in it.
//
// In: pages (files, directories, standard input, addresses). Out: on standard
// output the labelled pages in one of several formats; on standard error what
// went wrong, and what was found planted.
//
// Invariant: an input that fails is named, and costs no other input anything.
//
// Start reading at main, then newExtractCommand (extract.go).
package main
