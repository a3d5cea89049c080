package layout

import (
	"bytes"
	"strings"
)

// The window a page is assumed to be shown in, in CSS pixels.
const (
	windowWidth  = 1280
	windowHeight = 800
)

// mediaApplies reports whether a list of media queries holds on a desktop
// screen. What it does not understand does not hold.
func mediaApplies(list []byte) bool {
	query := strings.ToLower(string(bytes.TrimSpace(list)))
	if query == "" {
		return true
	}
	for part := range strings.SplitSeq(query, ",") {
		if mediaQuery(strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// media is mediaApplies, which it asks once for most queries.
func (s *styles) media(list []byte) bool {
	known := &s.queries[hashFold(seedAny, list)>>26]
	if known.query == nil || !bytes.Equal(known.query, list) {
		known.query, known.applies = list, mediaApplies(list)
	}
	return known.applies
}

func mediaQuery(q string) bool {
	q = strings.TrimPrefix(q, "only ")
	if rest, not := strings.CutPrefix(q, "not "); not {
		return !mediaQuery(rest)
	}
	if a, b, or := strings.Cut(q, " or "); or {
		return mediaQuery(strings.TrimSpace(a)) || mediaQuery(strings.TrimSpace(b))
	}
	q = strings.ReplaceAll(q, ")and", ") and")
	for part := range strings.SplitSeq(q, " and ") {
		part = strings.TrimSpace(part)
		switch {
		case part == "all" || part == "screen":
		case strings.HasPrefix(part, "(") && strings.HasSuffix(part, ")"):
			if !mediaFeature(strings.TrimSpace(strings.TrimPrefix(part[1:len(part)-1], "("))) {
				return false
			}
		case strings.HasPrefix(part, "(") || strings.HasPrefix(part, "and"):
			return false
		default:
			return false
		}
	}
	return true
}

func mediaFeature(f string) bool {
	name, value, colon := strings.Cut(f, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !colon {
		return mediaRange(f)
	}
	px, isLength := absolute(parseLength([]byte(value)))
	switch name {
	case "min-width", "min-device-width":
		return isLength && windowWidth >= px
	case "max-width", "max-device-width":
		return isLength && windowWidth <= px
	case "min-height", "min-device-height":
		return isLength && windowHeight >= px
	case "max-height", "max-device-height":
		return isLength && windowHeight <= px
	case "orientation":
		return value == "landscape"
	case "prefers-color-scheme":
		return value == "light"
	case "prefers-reduced-motion", "prefers-contrast", "prefers-reduced-data", "prefers-reduced-transparency":
		return value == "no-preference"
	case "hover", "any-hover":
		return value == "hover"
	case "pointer", "any-pointer":
		return value == "fine"
	case "scripting":
		return value == "enabled"
	case "display-mode":
		return value == "browser"
	case "update":
		return value == "fast"
	case "forced-colors", "inverted-colors":
		return value == "none"
	}
	return false
}

// mediaRange decides "width", "width >= 40em" and "20em < width < 40em".
func mediaRange(f string) bool {
	switch strings.TrimSpace(f) {
	case "width", "height", "color", "hover", "pointer", "any-hover", "any-pointer", "scripting", "update":
		return true
	}
	f = strings.NewReplacer("<=", " { ", ">=", " } ", "<", " < ", ">", " > ").Replace(f)
	parts := strings.Fields(f)
	if len(parts) != 3 && len(parts) != 5 {
		return false
	}
	number := func(v string) (float32, bool) {
		switch v {
		case "width":
			return windowWidth, true
		case "height":
			return windowHeight, true
		}
		return absolute(parseLength([]byte(v)))
	}
	for i := 0; i+2 < len(parts); i += 2 {
		a, ok1 := number(parts[i])
		b, ok2 := number(parts[i+2])
		holds := false
		switch parts[i+1] {
		case "{":
			holds = a <= b
		case "}":
			holds = a >= b
		case "<":
			holds = a < b
		case ">":
			holds = a > b
		}
		if !ok1 || !ok2 || !holds {
			return false
		}
	}
	return true
}
