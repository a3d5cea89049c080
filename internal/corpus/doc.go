// Package corpus reads pages from where they are kept.
//
// In: what a user names: files, directories, standard input, addresses
// ([Expand]). Out: the inputs one by one ([Input.Read]), unpacked.
//
// Invariant: one input that cannot be read is an error of that input alone.
//
// Start reading at [Expand].
package corpus
