package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/winnowtext/winnow/document"
)

// Row is a text of the planted corpora.
type Row struct {
	Text   string `json:"text"`
	Label  int    `json:"label"` // 1 if it is planted
	Source string `json:"source"`
	Kind   string `json:"kind"`
}

// LoadRows reads a file of the folder "planted" of the corpora.
func LoadRows(folder, name string) ([]Row, error) {
	data, err := ReadFile(filepath.Join(folder, "planted", name+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var rows []Row
	for line := range bytes.Lines(data) {
		var r Row
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, err
		}
		r.Text = strings.Join(strings.Fields(r.Text), " ")
		rows = append(rows, r)
	}
	return rows, nil
}

// Half assigns a name to one of two halves, for good: 0 is for training, 1 is
// held out.
func Half(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32()>>7) & 1
}

// Wrapper is a way to put a text into a page.
type Wrapper struct {
	Name          string
	Rule          string // of a style element in the head, "" if none
	Before, After string
	Hidden        bool // a reader does not see the text
}

// inlineStyles hide a text by a style attribute or rule, by technique.
var inlineStyles = []struct{ name, style string }{
	{"display-none", "display:none"},
	{"visibility-hidden", "visibility:hidden"},
	{"off-screen-left", "position:absolute;left:-9999px"},
	{"off-screen-top", "position:absolute;top:-3000px"},
	{"off-screen-margin", "margin-left:-9999px"},
	{"text-indent", "text-indent:-9999px;overflow:hidden;white-space:nowrap"},
	{"clip", "position:absolute;clip:rect(0,0,0,0)"},
	{"clip-path", "clip-path:inset(100%)"},
	{"font-size-0", "font-size:0"},
	{"font-size-1", "font-size:1px"},
	{"box-0", "height:0;overflow:hidden"},
	{"box-1", "width:1px;height:1px;overflow:hidden"},
	{"opacity-0", "opacity:0"},
	{"same-colour", "color:#fff;background:#fff"},
	{"transparent", "color:transparent"},
	{"scale-0", "transform:scale(0)"},
	{"max-height-0", "max-height:0;overflow:hidden"},
}

// Wrappers returns the ways to plant a text, visible ones first.
func Wrappers() []Wrapper {
	w := []Wrapper{
		{Name: "plain"},
		{Name: "div", Before: "<div>", After: "</div>"},
		{Name: "list", Before: "<ul><li>", After: "</li></ul>"},
		{Name: "hidden-attribute", Before: "<div hidden>", After: "</div>", Hidden: true},
		{Name: "noscript", Before: "<noscript>", After: "</noscript>", Hidden: true},
		{Name: "marquee", Before: `<marquee width="1" height="1">`, After: "</marquee>", Hidden: true},
	}
	for _, s := range inlineStyles {
		w = append(w,
			Wrapper{Name: s.name, Before: `<div style="` + s.style + `">`, After: "</div>", Hidden: true},
			Wrapper{Name: s.name + " by rule", Rule: ".qz7{" + s.style + "}", Before: `<div class="qz7">`, After: "</div>", Hidden: true})
	}
	return w
}

// Planting is a page with something put into it.
type Planting struct {
	Name    string // of the wrapper
	Place   string
	Carrier string // id of the page
	URL     string
	HTML    []byte   // nil for flat text
	Flat    []byte   // nil for HTML
	Texts   []string // what was put in, by blocks
	Planted bool     // it is promotion, not honest text in the same wrapper
	Hidden  bool
	Links   bool // each text is a link
}

// Places are where a text is put.
var Places = []string{"start", "middle", "end", "after"}

// Plant puts texts into a page at a place.
func Plant(html []byte, w *Wrapper, place string, texts []string, linked bool) []byte {
	var in strings.Builder
	in.WriteString(w.Before)
	for i, t := range texts {
		t = escapeHTML(t)
		if linked {
			t = fmt.Sprintf(`<a href="https://brand%d.example/">%s</a>`, i+1, t)
		}
		switch {
		case strings.Contains(w.Before, "<li>") && i > 0:
			in.WriteString("</li><li>" + t)
		case strings.Contains(w.Before, "<li>"):
			in.WriteString(t)
		default:
			in.WriteString("<p>" + t + "</p>")
		}
	}
	in.WriteString(w.After)
	at := placeIn(html, place)
	out := append([]byte(nil), html[:at]...)
	out = append(out, in.String()...)
	out = append(out, html[at:]...)
	if w.Rule == "" {
		return out
	}
	rule := []byte("<style>" + w.Rule + "</style>")
	if k := bytes.Index(lowerASCII(out), []byte("</head>")); k >= 0 {
		return append(out[:k:k], append(rule, out[k:]...)...)
	}
	return append(rule, out...)
}

func escapeHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// placeIn returns the offset of a place in a page.
func placeIn(html []byte, place string) int {
	low := lowerASCII(html)
	body := 0
	if k := bytes.Index(low, []byte("<body")); k >= 0 {
		if e := bytes.IndexByte(low[k:], '>'); e >= 0 {
			body = k + e + 1
		}
	}
	end := len(html)
	if k := bytes.LastIndex(low, []byte("</body>")); k >= body {
		end = k
	}
	switch place {
	case "start":
		return body
	case "middle":
		var ends []int
		for at := body; at < end; {
			k := bytes.Index(low[at:end], []byte("</p>"))
			if k < 0 {
				break
			}
			at += k + len("</p>")
			ends = append(ends, at)
		}
		if len(ends) > 0 {
			return ends[len(ends)/2]
		}
	case "after":
		if end < len(html) {
			return end + len("</body>")
		}
	}
	return end
}

// Doses are how many texts are put in at once.
var Doses = []int{1, 2, 4, 8}

// Choose draws n texts that follow each other in rows.
func Choose(rng *rand.Rand, rows []string, n int) []string {
	n = min(n, len(rows))
	at := rng.IntN(len(rows) - n + 1)
	return rows[at : at+n]
}

// PlantScore counts what became of plantings.
type PlantScore struct {
	Cases, Blocks  int // blocks that were planted
	Found          int // of these, labelled planted
	False          int // other blocks labelled planted
	FalsePages     int // plantings with such
	Leaks, Hideous int // blocks hidden from readers that were published; hidden blocks
}

// Add counts the outcome of a planting.
func (s *PlantScore) Add(p *Planting, d *document.Document) {
	s.Cases++
	in := map[string]bool{}
	for _, t := range p.Texts {
		in[t] = true
	}
	wrong := false
	for i := range d.Blocks {
		b := &d.Blocks[i]
		mine := p.Planted && in[b.Text]
		planted := b.Verdict() == document.Planted
		switch {
		case mine && planted:
			s.Found++
		case planted:
			s.False++
			wrong = true
		}
		if mine {
			s.Blocks++
			if p.Hidden {
				s.Hideous++
				if d.TextRoles.Has(b.Role) {
					s.Leaks++
				}
			}
		}
	}
	if wrong {
		s.FalsePages++
	}
}

// String gives the figures in one line.
func (s *PlantScore) String() string {
	out := fmt.Sprintf("%5d cases", s.Cases)
	if s.Blocks > 0 {
		out += fmt.Sprintf("  recall %.3f of %d blocks", share(s.Found, s.Blocks), s.Blocks)
	}
	if s.Found+s.False > 0 {
		out += fmt.Sprintf("  precision %.3f", share(s.Found, s.Found+s.False))
	}
	out += fmt.Sprintf("  false on %d", s.FalsePages)
	if s.Hideous > 0 {
		out += fmt.Sprintf("  leaks %d of %d hidden", s.Leaks, s.Hideous)
	}
	return out
}

// lowerASCII returns a copy in lower case, of the same length.
func lowerASCII(b []byte) []byte {
	out := bytes.Clone(b)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}
