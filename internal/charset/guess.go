package charset

import "bytes"

// hasISO2022JP reports whether ASCII is ISO-2022-JP in truth: it has an escape
// sequence that begins Japanese characters.
func hasISO2022JP(src []byte) bool {
	return bytes.Contains(src, []byte("\x1B$B")) || bytes.Contains(src, []byte("\x1B$@"))
}

// guess returns the encoding that src is probably in.
func guess([]byte) encoding { return windows1252 }
