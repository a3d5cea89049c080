package layout

import (
	"bytes"
)

// colour is a colour. The zero value is one that is not known.
type colour struct {
	r, g, b, a uint8
	known      bool
}

var (
	black = colour{0, 0, 0, 255, true}
	white = colour{255, 255, 255, 255, true}
	// link is what browsers give links without a style of their own.
	link = colour{0, 0, 0xEE, 255, true}
)

// nearest is how far the channels of two colours may be apart that nobody tells
// from each other.
const nearest = 6

// near reports whether nobody tells one colour from the other.
func near(a, b colour) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) <= nearest }
	return a.known && b.known && d(a.r, b.r) && d(a.g, b.g) && d(a.b, b.b)
}

// faint is the alpha up to which nothing is seen.
const faint = 5

// parseColour reads a colour; one it does not know is not known.
func parseColour(b []byte) colour {
	b = lower(bytes.TrimSpace(b))
	if len(b) == 0 {
		return colour{}
	}
	if b[0] == '#' {
		return hexColour(b[1:])
	}
	if k := bytes.IndexByte(b, '('); k > 0 {
		args := b[k+1:]
		if n := len(args); n > 0 && args[n-1] == ')' {
			args = args[:n-1]
		}
		return colourFunction(string(b[:k]), args)
	}
	if string(b) == "transparent" {
		return colour{known: true}
	}
	if rgb, ok := namedColours[string(b)]; ok {
		return colour{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255, true}
	}
	return colour{}
}

func hexColour(b []byte) colour {
	n := uint32(0)
	for _, c := range b {
		switch {
		case c-'0' < 10:
			n = n<<4 | uint32(c-'0')
		case c-'a' < 6:
			n = n<<4 | uint32(c-'a'+10)
		default:
			return colour{}
		}
	}
	d := func(shift int) uint8 { return uint8(n>>shift&15) * 17 }
	switch len(b) {
	case 3:
		return colour{d(8), d(4), d(0), 255, true}
	case 4:
		return colour{d(12), d(8), d(4), d(0), true}
	case 6:
		return colour{uint8(n >> 16), uint8(n >> 8), uint8(n), 255, true}
	case 8:
		return colour{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n), true}
	}
	return colour{}
}

// colourFunction reads rgb(), hsl() and hwb() with their arguments.
func colourFunction(name string, args []byte) colour {
	var v [4]float32
	var pc [4]bool
	v[3] = 1
	n := 0
	for f := range bytes.FieldsFuncSeq(args, func(r rune) bool { return r == ',' || r == '/' || r == ' ' || r == '\n' || r == '\t' }) {
		if n == 4 {
			return colour{}
		}
		if string(f) != "none" {
			c := parseLength(bytes.TrimSuffix(f, []byte("deg")))
			if c.kind != length || c.unit == em {
				return colour{}
			}
			v[n], pc[n] = c.n, c.unit == percent
		}
		n++
	}
	if n < 3 {
		return colour{}
	}
	a := v[3]
	if pc[3] {
		a /= 100
	}
	c := colour{a: channel(a * 255), known: true}
	switch name {
	case "rgb", "rgba":
		for i := range 3 {
			if pc[i] {
				v[i] *= 2.55
			}
		}
		c.r, c.g, c.b = channel(v[0]), channel(v[1]), channel(v[2])
	case "hsl", "hsla":
		c.r, c.g, c.b = hsl(v[0], v[1]/100, v[2]/100)
	default:
		return colour{}
	}
	return c
}

func channel(v float32) uint8 { return uint8(min(max(v+0.5, 0), 255)) }

func hsl(h, s, l float32) (r, g, b uint8) {
	for n := 0; h < 0 && n < 100; n++ {
		h += 360
	}
	f := func(n float32) uint8 {
		k := n + h/30
		k -= float32(int(k/12)) * 12
		return channel(255 * (l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1))))
	}
	return f(0), f(8), f(4)
}

// namedColours holds the names in use.
var namedColours = map[string]uint32{
	"white": 0xFFFFFF, "black": 0, "red": 0xFF0000, "green": 0x008000, "blue": 0x0000FF, "yellow": 0xFFFF00,
	"gray": 0x808080, "grey": 0x808080, "silver": 0xC0C0C0, "navy": 0x000080, "maroon": 0x800000, "purple": 0x800080,
	"teal": 0x008080, "olive": 0x808000, "lime": 0x00FF00, "aqua": 0x00FFFF, "cyan": 0x00FFFF, "fuchsia": 0xFF00FF,
	"magenta": 0xFF00FF, "orange": 0xFFA500, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "ghostwhite": 0xF8F8FF,
	"whitesmoke": 0xF5F5F5, "floralwhite": 0xFFFAF0, "mintcream": 0xF5FFFA, "azure": 0xF0FFFF, "aliceblue": 0xF0F8FF,
	"seashell": 0xFFF5EE, "linen": 0xFAF0E6, "beige": 0xF5F5DC, "oldlace": 0xFDF5E6, "honeydew": 0xF0FFF0,
	"lavenderblush": 0xFFF0F5, "lavender": 0xE6E6FA, "gainsboro": 0xDCDCDC, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3,
	"darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9, "dimgray": 0x696969, "dimgrey": 0x696969, "pink": 0xFFC0CB,
	"brown": 0xA52A2A, "gold": 0xFFD700, "tomato": 0xFF6347, "crimson": 0xDC143C, "darkblue": 0x00008B, "darkred": 0x8B0000,
	"darkgreen": 0x006400, "steelblue": 0x4682B4, "royalblue": 0x4169E1, "skyblue": 0x87CEEB, "lightblue": 0xADD8E6,
	"cornsilk": 0xFFF8DC, "lightyellow": 0xFFFFE0, "lightcyan": 0xE0FFFF, "indigo": 0x4B0082, "violet": 0xEE82EE,
	"coral": 0xFF7F50, "salmon": 0xFA8072, "khaki": 0xF0E68C, "tan": 0xD2B48C, "slategray": 0x708090, "slategrey": 0x708090,
	"darkslategray": 0x2F4F4F, "midnightblue": 0x191970, "dodgerblue": 0x1E90FF, "deepskyblue": 0x00BFFF, "rebeccapurple": 0x663399,
	"antiquewhite": 0xFAEBD7, "bisque": 0xFFE4C4, "wheat": 0xF5DEB3, "firebrick": 0xB22222, "orangered": 0xFF4500,
	"darkorange": 0xFF8C00, "forestgreen": 0x228B22, "seagreen": 0x2E8B57, "turquoise": 0x40E0D0, "orchid": 0xDA70D6,
	"plum": 0xDDA0DD, "chocolate": 0xD2691E, "sienna": 0xA0522D, "hotpink": 0xFF69B4, "deeppink": 0xFF1493,
	"canvas": 0xFFFFFF, "canvastext": 0, "windowtext": 0, "window": 0xFFFFFF,
}

// colourUse says which colours a page gives to text and to grounds.
type colourUse struct {
	text, ground   [64]colour
	texts, grounds int
	clear          bool // some text is transparent
	many           bool
}

// note notes a colour of text or of a ground.
func (u *colourUse) note(p prop, c colour) {
	if !c.known {
		return
	}
	list, n := &u.text, &u.texts
	if p == pGround {
		list, n = &u.ground, &u.grounds
	}
	if c.a <= faint {
		u.clear = u.clear || p != pGround
		return
	}
	for i := range *n {
		if list[i] == c {
			return
		}
	}
	if *n == len(list) {
		u.many = true
		return
	}
	list[*n] = c
	*n++
}

// props returns the properties that can make text and ground equal.
func (u *colourUse) props() propSet {
	if u.clear || u.many {
		return colourProps
	}
	for _, t := range u.text[:u.texts] {
		if near(t, white) {
			return colourProps
		}
		for _, g := range u.ground[:u.grounds] {
			if near(t, g) {
				return colourProps
			}
		}
	}
	for _, g := range u.ground[:u.grounds] {
		if near(g, black) || near(g, link) {
			return colourProps
		}
	}
	return 0
}
