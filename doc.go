// Package winnow tells what a web page's author published from what the site
// put around it and from what somebody else planted in it.
//
// In: a page as bytes, HTML or flattened text, in any encoding of the web
// ([Extract]). Out: a [document.Document], every visible piece of the page with
// a role, the reasons for it, and the bytes of the source it came from.
//
// Invariants: the result depends on nothing but the bytes and the [Options];
// every visible character of the source is in exactly one block (conservation),
// and every output character has a byte range in the source (provenance).
// [Verify] proves both for any result.
//
// Package render turns a document into Markdown, JSON and plain text.
//
// Start reading at [Extractor.Extract], which is the whole flow.
package winnow
