// Package charset reads the bytes of a page as UTF-8 and remembers the way back.
//
// In: bytes, and what was said about them from outside ([Options]). Out: a
// [Text], valid UTF-8 with the name of the encoding, how that was found, and
// [Text.Source], the bytes of the page that any part of the text came from.
//
// Invariant: the characters of the text are in the order of the source, and each
// of them came from bytes of its own. So ranges keep their order on the way
// back, and the ranges of two characters never overlap.
//
// The encodings, their labels and what malformed bytes become are those of the
// WHATWG Encoding Standard; the declaration in a page is found as the HTML
// standard says. One thing is different: a page that is valid UTF-8 is UTF-8,
// whatever it declares (see chooser.settle). Nothing is ever an error but a label
// of the caller's that does not exist.
//
// Start reading at [Decoder.Decode], then cursor in decode.go.
package charset

//go:generate go run ./gen
