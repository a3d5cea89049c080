package render

import (
	"fmt"
	"strings"

	"github.com/winnowtext/winnow/document"
)

// ANSI escape sequences, indexed by verdict.
var verdictColors = [...]string{
	document.NoVerdict: "\x1b[0m", document.Published: "\x1b[32m", document.Site: "\x1b[90m", document.Planted: "\x1b[31m",
}

const (
	colorBold = "\x1b[1m"
	colorOff  = "\x1b[0m"
)

// explainWidth is how many characters of a block's text explain prints.
const explainWidth = 160

// appendExplain renders each block with what was decided about it and why,
// followed by the findings. No character of the page reaches the terminal as a
// control character.
func appendExplain(dst []byte, d *document.Document, o Options) []byte {
	paint := func(color, s string) {
		if o.Color {
			dst = append(dst, color...)
		}
		dst = append(dst, s...)
		if o.Color {
			dst = append(dst, colorOff...)
		}
	}
	if o.ID != "" {
		paint(colorBold, string(appendSafe(nil, o.ID)))
		dst = append(dst, '\n')
	}
	dst = appendSummary(dst, d)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		dst = fmt.Appendf(dst, "%4d ", b.ID)
		paint(verdictColors[b.Verdict()], fmt.Sprintf("%-9s %-12s %3.0f%%", b.Verdict(), b.Role, b.P*100))
		dst = append(dst, "  "...)
		dst = appendSafe(dst, shorten(b.Text, explainWidth))
		dst = append(dst, '\n')
		if why := explainReasons(b); why != "" {
			dst = append(dst, "                                  "...)
			dst = appendSafe(dst, why)
			dst = append(dst, '\n')
		}
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		paint(verdictColors[document.Planted], fmt.Sprintf("planted: %s", FindingLine(f)))
		dst = append(dst, '\n')
		for _, e := range f.Evidence {
			dst = append(dst, "    - "...)
			dst = appendSafe(dst, e)
			dst = append(dst, '\n')
		}
	}
	return dst
}

// appendSummary appends what is known of the page as a whole.
func appendSummary(dst []byte, d *document.Document) []byte {
	line := func(name, value, origin string) {
		if value == "" {
			return
		}
		dst = fmt.Appendf(dst, "%-10s ", name)
		dst = appendSafe(dst, value)
		if origin != "" {
			dst = append(dst, "  ("...)
			dst = appendSafe(dst, origin)
			dst = append(dst, ')')
		}
		dst = append(dst, '\n')
	}
	line("source", fmt.Sprintf("%s, %d bytes, %s", d.Source.Format, d.Source.Bytes, d.Source.Charset), d.Source.CharsetFrom)
	if d.Type.Value != "" {
		line("type", d.Type.Value, fmt.Sprintf("%.0f%%", d.Type.P*100))
	}
	if len(d.Blocks) > 0 {
		line("quality", fmt.Sprintf("%.2f", d.Quality), "")
	}
	line("language", d.Lang, "")
	line("title", d.Meta.Title.Value, d.Meta.Title.Origin)
	for _, a := range d.Meta.Authors {
		line("author", a.Value, a.Origin)
	}
	line("published", d.Meta.Published.Value, d.Meta.Published.Origin)
	for _, r := range d.Meta.Rejected {
		line("not "+r.Name, r.Value, r.Origin)
	}
	for i := range d.Threads {
		t := &d.Threads[i]
		line("thread", fmt.Sprintf("%s, %d posts", t.Kind, len(t.Posts)), "")
	}
	for _, l := range d.Limits {
		line("limit", fmt.Sprintf("%s, %d times", l.What, l.Count), fmt.Sprintf("first at byte %d", l.Span.Start))
	}
	return dst
}

func explainReasons(b *document.Block) string {
	why := strings.Join(b.Reasons, "; ")
	if hidden := b.Hidden.Reasons(); len(hidden) > 0 {
		if why != "" {
			why += "; "
		}
		why += "hidden: " + strings.Join(hidden, ", ")
	}
	if b.Data != 0 {
		if why != "" {
			why += "; "
		}
		why += "carried as data: " + b.Data.String()
	}
	return why
}

// FindingLine describes a finding in one line, without its evidence.
func FindingLine(f *document.Finding) string {
	var s strings.Builder
	s.WriteString(f.Kind.String())
	if f.Topic != "" {
		fmt.Fprintf(&s, " (%s)", f.Topic)
	}
	switch len(f.Blocks) {
	case 0:
	case 1:
		fmt.Fprintf(&s, " in block %d", f.Blocks[0])
	default:
		fmt.Fprintf(&s, " in blocks %s", strings.Trim(strings.ReplaceAll(fmt.Sprint(f.Blocks), " ", ", "), "[]"))
	}
	fmt.Fprintf(&s, ", %.0f%%", f.Confidence*100)
	return s.String()
}

// shorten cuts text to at most n characters.
func shorten(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i] + "…"
		}
		n--
	}
	return text
}
