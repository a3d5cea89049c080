package layout

import "bytes"

// parseValue reads the value of a property. Keywords are numbered: 1 is the one
// that can hide.
func parseValue(p prop, body []byte) value {
	word := lower(body)
	is := func(hit bool) value {
		if hit {
			return value{kind: keyword, n: 1}
		}
		return value{kind: keyword}
	}
	switch p {
	case pDisplay:
		return displayValue(word)
	case pVisibility:
		return is(string(word) == "hidden" || string(word) == "collapse")
	case pOpacity:
		v := parseLength(body)
		if v.kind != length || v.unit == em {
			return value{}
		}
		if v.unit == percent {
			v.n /= 100
		}
		return value{kind: number, n: v.n}
	case pPosition:
		switch string(word) {
		case "absolute", "fixed":
			return value{kind: keyword, n: 2}
		case "relative", "sticky", "-webkit-sticky":
			return value{kind: keyword, n: 1}
		}
		return value{kind: keyword}
	case pClip:
		return is(clipsAll(word))
	case pClipPath:
		return is(pathClipsAll(word))
	case pOverflow:
		for f := range bytes.FieldsSeq(word) {
			if string(f) != "visible" {
				return is(true)
			}
		}
		return is(false)
	case pFloat:
		return is(string(word) != "none")
	case pColour, pFill, pGround:
		if string(word) == "currentcolor" && p != pGround {
			return value{kind: inherit}
		}
		return value{kind: coloured, colour: parseColour(body)}
	case pImage:
		return is(string(word) != "none" && string(word) != "initial" && string(word) != "unset")
	case pGroundClip:
		return is(bytes.Contains(word, []byte("text")))
	case pShadow:
		return is(string(word) != "none")
	case pTransform:
		return transform(word)
	case pScale:
		for f := range bytes.FieldsSeq(word) {
			if v := parseLength(f); v.kind == length && abs(v.n) <= 0.01 {
				return is(true)
			}
		}
		return is(false)
	case pTranslate:
		return value{kind: keyword, n: float32(moved(word))}
	case pFilter:
		return is(bytes.Contains(word, []byte("opacity(0)")) || bytes.Contains(word, []byte("opacity(0%)")))
	case pContent:
		return is(string(word) == "hidden")
	case pFont:
		return fontValue(word)
	}
	return parseLength(body)
}

// The numbers of display values: boxes that width and height apply to, inline
// ones, and the parts of tables, which grow with their content.
const (
	displayNone   = 1
	displayInline = 2
	displayBlock  = 3
	displayTable  = 4
)

func displayValue(word []byte) value {
	v := value{kind: keyword, n: displayBlock}
	switch {
	case string(word) == "none":
		v.n = displayNone
	case string(word) == "inline" || string(word) == "contents" || bytes.HasPrefix(word, []byte("ruby")):
		v.n = displayInline
	case bytes.Contains(word, []byte("table")):
		v.n = displayTable
	case string(word) == "revert" || string(word) == "unset" || string(word) == "initial":
		v = value{}
	}
	return v
}

// fontValue reads the size of a font.
func fontValue(word []byte) value {
	switch string(word) {
	case "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large", "initial":
		return value{kind: length, n: 16}
	case "smaller":
		return value{kind: length, unit: percent, n: 83}
	case "larger":
		return value{kind: length, unit: percent, n: 120}
	}
	return parseLength(word)
}

// fontSize returns the size in a font shorthand: the first length in it.
func fontSize(body []byte) value {
	for f := range bytes.FieldsSeq(lower(body)) {
		size, _, _ := bytes.Cut(f, []byte("/"))
		if v := fontValue(size); v.kind == length && !(v.unit == px && v.n >= 100 && !bytes.HasSuffix(size, []byte("x"))) {
			return v
		}
	}
	return value{}
}

// functions calls do with the name and the arguments of each function in word.
func functions(word []byte, do func(name string, args [][]byte)) {
	for len(word) > 0 {
		open := bytes.IndexByte(word, '(')
		if open < 0 {
			return
		}
		name := string(bytes.TrimLeft(bytes.TrimSpace(word[:open]), ", "))
		depth, end := 1, open+1
		for end < len(word) && depth > 0 {
			switch word[end] {
			case '(':
				depth++
			case ')':
				depth--
			}
			end++
		}
		inner := word[open+1 : end]
		if depth == 0 {
			inner = inner[:len(inner)-1]
		}
		do(name, split(nil, inner))
		word = word[end:]
	}
}

// split returns the parts of a value between commas and spaces that are in no
// bracket, behind those in parts.
func split(parts [][]byte, v []byte) [][]byte {
	depth, start := 0, 0
	for i := 0; i <= len(v); i++ {
		if i == len(v) || depth == 0 && (v[i] == ',' || isSpace(v[i])) {
			if i > start {
				parts = append(parts, v[start:i])
			}
			start = i + 1
			continue
		}
		switch v[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return parts
}

// clipsAll reports whether a clip rectangle leaves a pixel at most.
func clipsAll(word []byte) (all bool) {
	functions(word, func(name string, args [][]byte) {
		if name != "rect" || len(args) != 4 {
			return
		}
		var n [4]float32
		var ok [4]bool
		for i, a := range args {
			n[i], ok[i] = absolute(parseLength(a))
		}
		all = ok[0] && ok[2] && n[2]-n[0] <= 1 || ok[1] && ok[3] && n[1]-n[3] <= 1 ||
			ok[1] && n[1] <= 1 && !ok[3] || ok[2] && n[2] <= 1 && !ok[0]
	})
	return all
}

// pathClipsAll reports whether a clip-path leaves nothing.
func pathClipsAll(word []byte) (all bool) {
	functions(word, func(name string, args [][]byte) {
		switch name {
		case "inset":
			if i := indexOf(args, "round"); i >= 0 {
				args = args[:i]
			}
			top, right, bottom, left := sides(bytes.Join(args, []byte(" ")))
			all = gone(top, bottom) || gone(left, right)
		case "circle", "ellipse":
			if len(args) > 0 && string(args[0]) != "at" {
				v := parseLength(args[0])
				all = v.kind == length && v.n <= 0.5
			}
		case "polygon":
			all = len(args) >= 2 && len(args)%2 == 0
			for i := 2; i < len(args); i++ {
				a, b := parseLength(args[i]), parseLength(args[i%2])
				all = all && a.unit == b.unit && a.n == b.n
			}
		}
	})
	return all
}

func indexOf(list [][]byte, s string) int {
	for i := range list {
		if string(list[i]) == s {
			return i
		}
	}
	return -1
}

// gone reports whether insets from two opposite sides leave nothing.
func gone(a, b value) bool {
	if a.kind != length || b.kind != length {
		return false
	}
	if a.unit == percent && b.unit == percent {
		return a.n+b.n >= 100
	}
	return a.unit == percent && a.n >= 100 || b.unit == percent && b.n >= 100 || a.unit == px && a.n >= 2000 || b.unit == px && b.n >= 2000
}

// How far something is moved away, and the other ways of a transform to hide.
const (
	movedOut  = 1 // just out of the window
	movedAway = 2
	flat      = 4
)

// How far away, in pixels or percent of the element itself.
const (
	away        = 900
	out         = 200
	awayPercent = 300
)

// far says how far a length moves something.
func far(v value) int {
	n, ok := v.pixels(16, 0)
	if v.kind == length && v.unit == percent {
		switch {
		case v.n <= -awayPercent || v.n >= awayPercent*4:
			return movedAway
		case v.n <= -100:
			return movedOut
		}
		return 0
	}
	switch {
	case !ok:
		return 0
	case n <= -away || n >= 4*away:
		return movedAway
	case n <= -out:
		return movedOut
	}
	return 0
}

// moved says how far the lengths in word move something.
func moved(word []byte) int {
	most := 0
	var parts [8][]byte
	for _, part := range split(parts[:0], word) {
		most = max(most, far(parseLength(part)))
	}
	return most
}

// transform says what a transform does to what is seen.
func transform(word []byte) value {
	does := 0
	functions(word, func(name string, args [][]byte) {
		switch name {
		case "scale", "scalex", "scaley", "scale3d":
			for _, a := range args {
				if v := parseLength(a); v.kind == length && abs(v.n) <= 0.01 {
					does |= flat
				}
			}
		case "translate", "translatex", "translatey", "translate3d":
			for i, a := range args {
				if i < 2 {
					does |= far(parseLength(a))
				}
			}
		case "rotatex", "rotatey":
			if len(args) == 1 && (string(args[0]) == "90deg" || string(args[0]) == "-90deg" || string(args[0]) == ".25turn" || string(args[0]) == "0.25turn") {
				does |= flat
			}
		case "matrix":
			if len(args) == 6 {
				var m [6]float32
				for i, a := range args {
					m[i] = parseLength(a).n
				}
				if abs(m[0]*m[3]-m[1]*m[2]) < 1e-4 {
					does |= flat
				}
				does |= far(value{kind: length, n: m[4]}) | far(value{kind: length, n: m[5]})
			}
		}
	})
	return value{kind: keyword, n: float32(does)}
}

// sides reads a value for four sides.
func sides(body []byte) (top, right, bottom, left value) {
	var v [4]value
	n := 0
	var parts [8][]byte
	for _, part := range split(parts[:0], lower(body)) {
		if n < 4 {
			v[n] = parseLength(part)
		}
		n++
	}
	switch n {
	case 1:
		return v[0], v[0], v[0], v[0]
	case 2:
		return v[0], v[1], v[0], v[1]
	case 3:
		return v[0], v[1], v[2], v[1]
	}
	return v[0], v[1], v[2], v[3]
}

// background reads the colour and the image of a background.
func background(body []byte) (ground, image, clip value) {
	word := lower(body)
	image, clip = value{kind: keyword}, value{kind: keyword}
	ground = value{kind: coloured, colour: colour{known: true}}
	if bytes.Contains(word, []byte("url(")) || bytes.Contains(word, []byte("gradient(")) || bytes.Contains(word, []byte("image(")) || bytes.Contains(word, []byte("image-set(")) {
		image.n = 1
	}
	var parts [8][]byte
	for _, part := range split(parts[:0], word) {
		if string(part) == "text" {
			clip.n = 1
		}
		if bytes.HasPrefix(part, []byte("url(")) || bytes.Contains(part, []byte("gradient(")) {
			continue
		}
		switch name, _, f := bytes.Cut(part, []byte("(")); {
		case string(part) == "none" || string(part) == "initial" || string(part) == "unset":
		case f && bytes.HasPrefix(name, []byte("image")):
		case part[0] == '#' || f:
			ground.colour = parseColour(part)
		default:
			if c := parseColour(part); c.known {
				ground.colour = c
			}
		}
	}
	return ground, image, clip
}

// containsVar reports whether a value refers to a custom property.
func containsVar(body []byte) bool {
	for i := bytes.IndexByte(body, '('); i >= 3; {
		if (body[i-3]|0x20) == 'v' && (body[i-2]|0x20) == 'a' && (body[i-1]|0x20) == 'r' {
			return true
		}
		k := bytes.IndexByte(body[i+1:], '(')
		if k < 0 {
			return false
		}
		i += 1 + k
	}
	return false
}
