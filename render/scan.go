package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/winnowtext/winnow/document"
)

// ScanVersion is the version of the JSON form of a [Found].
const ScanVersion = "winnow-scan/1"

// Found is one finding of a scan, ready to be printed: addresses in it are
// defanged, so that no program makes a link of them.
type Found struct {
	V           string   `json:"v"`
	Input       string   `json:"input"`
	URL         string   `json:"url,omitempty"`
	Level       string   `json:"level"` // "planted" or "suspicious"
	Kind        string   `json:"kind"`
	Grade       string   `json:"grade,omitempty"`
	Technique   string   `json:"technique"`
	Topic       string   `json:"topic,omitempty"`
	P           float64  `json:"p"`
	Spans       [][2]int `json:"spans"`
	Domains     []string `json:"domains"`
	Evidence    []string `json:"evidence"`
	Text        string   `json:"text"`
	Fingerprint string   `json:"fingerprint"` // the same wherever on the page, and whenever, it is found
}

// maxScanText is how many characters of a finding's text are printed.
const maxScanText = 240

// Scan returns the findings of a document, and the suspicions if asked for. src
// is its source, from which text that is in no block is taken.
func Scan(d *document.Document, input string, src []byte, suspicions bool) []Found {
	var all []Found
	add := func(list []document.Finding, level string) {
		for i := range list {
			all = append(all, found(d, &list[i], input, src, level))
		}
	}
	add(d.Findings, "planted")
	if suspicions {
		add(d.Suspicions, "suspicious")
	}
	return all
}

func found(d *document.Document, f *document.Finding, input string, src []byte, level string) Found {
	text := findingText(d, f, src)
	out := Found{
		V: ScanVersion, Input: input, URL: Defang(d.Source.URL), Level: level, Kind: f.Kind.String(), Grade: f.Grade,
		Technique: f.Technique, Topic: f.Topic, P: float64(rounded(f.Confidence)), Spans: [][2]int{}, Domains: []string{},
		Text:        Defang(string(appendSafe(nil, shorten(text, maxScanText)))),
		Fingerprint: fingerprint(f, text),
	}
	for _, s := range f.Spans {
		out.Spans = append(out.Spans, [2]int{s.Start, s.End})
	}
	for _, name := range f.Domains {
		out.Domains = append(out.Domains, strings.ReplaceAll(name, ".", "[.]"))
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, Defang(string(appendSafe(nil, e))))
	}
	return out
}

// findingText returns the text of a finding's blocks, or of its spans.
func findingText(d *document.Document, f *document.Finding, src []byte) string {
	var text []string
	for _, id := range f.Blocks {
		text = append(text, d.Blocks[id].Text)
	}
	if len(text) == 0 {
		for _, s := range f.Spans {
			if s.Start <= s.End && s.End <= len(src) {
				text = append(text, strings.ToValidUTF8(string(src[s.Start:s.End]), "\uFFFD"))
			}
		}
	}
	return strings.Join(text, " ")
}

// fingerprint tells a finding from others by what it says, not by its place.
func fingerprint(f *document.Finding, text string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s", f.Kind, f.Topic, strings.Join(strings.Fields(text), " "))
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// defanged are addresses and what stands for them.
var defanged = strings.NewReplacer("https://", "hxxps://", "http://", "hxxp://", "HTTPS://", "hxxps://", "HTTP://", "hxxp://", "javascript:", "javascript[:]", "www.", "www[.]")

// Defang writes the addresses in a text so that no program makes links of them.
func Defang(text string) string {
	text = defanged.Replace(text)
	const scheme = "://"
	if !strings.Contains(text, scheme) {
		return text
	}
	var b strings.Builder
	for {
		k := strings.Index(text, scheme)
		if k < 0 {
			b.WriteString(text)
			return b.String()
		}
		k += len(scheme)
		end := k
		for end < len(text) && !strings.ContainsRune("/?#:)>\"' \n\t[", rune(text[end])) {
			end++
		}
		b.WriteString(text[:k])
		b.WriteString(strings.ReplaceAll(text[k:end], ".", "[.]"))
		text = text[end:]
	}
}

// AppendScanJSONL renders findings, one JSON object on a line each.
func AppendScanJSONL(dst []byte, all []Found) []byte {
	for i := range all {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(&all[i]); err != nil {
			panic(err) // strings and numbers only
		}
		dst = append(dst, b.Bytes()...)
	}
	return dst
}

// AppendScanTable renders findings for people, one in a few lines.
func AppendScanTable(dst []byte, all []Found) []byte {
	for i := range all {
		f := &all[i]
		dst = appendSafe(dst, f.Input)
		dst = fmt.Appendf(dst, ": %s: %s", f.Level, f.Kind)
		if what := strings.TrimSpace(f.Topic + " " + f.Grade); what != "" {
			dst = fmt.Appendf(dst, " (%s)", what)
		}
		dst = fmt.Appendf(dst, ", %s, %.0f%%", f.Technique, f.P*100)
		if len(f.Spans) > 0 {
			dst = fmt.Appendf(dst, ", bytes %d-%d", f.Spans[0][0], f.Spans[len(f.Spans)-1][1])
		}
		dst = append(dst, "\n    "...)
		dst = append(dst, f.Text...)
		dst = append(dst, '\n')
		for _, e := range f.Evidence {
			dst = append(dst, "    - "...)
			dst = append(dst, e...)
			dst = append(dst, '\n')
		}
		if len(f.Domains) > 0 {
			dst = fmt.Appendf(dst, "    - leads to %s\n", strings.Join(f.Domains, ", "))
		}
	}
	return dst
}
