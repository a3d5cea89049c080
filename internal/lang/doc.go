// Package lang says which language a short text is in.
//
// In: a text as UTF-8 bytes ([Detect]). Out: the primary tag of BCP 47 and how
// sure that is; no tag where the text is too short or too mixed to tell.
//
// Invariant: the answer is a pure function of the text, worked out in integers,
// in time linear in its length and without allocating. Saying nothing is
// better than guessing.
//
// Many scripts belong to one language and decide alone. The languages that share
// the Latin, Cyrillic, Arabic and Devanagari scripts are told apart by their
// most frequent words, their endings and their letters (tables.go).
//
// Start reading at [Detect], then votes.go, which reads the text, and index.go,
// which the tables are looked up in.
package lang
