package lang

// Detect returns the language of a text as a BCP 47 primary tag and the
// probability that this is right; "" and 0 if it cannot tell.
func Detect(text []byte) (tag string, p float32) { return "", 0 }
