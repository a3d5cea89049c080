package planted

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// scripts finds promotion that is not in the text of the page: links that a
// script writes, often in pieces that no filter recognises, and titles and
// descriptions made for search engines.
var scripts = Detector{
	Name: "scripts",
	Doc:  "promotion written by scripts in pieces, and in titles and descriptions",
	Find: findScripts,
}

// maxScript is how much of a script is read.
const maxScript = 1 << 15

func findScripts(p *Page, found []document.Finding) []document.Finding {
	if p.Tree == nil {
		return found
	}
	t := p.Tree
	for id := range t.Nodes {
		n := &t.Nodes[id]
		if n.Kind != dom.TextNode || t.Nodes[n.Parent].Tag != dom.TagScript {
			continue
		}
		src := t.Src[n.Start:min(n.End, n.Start+maxScript)]
		if !bytes.Contains(src, []byte("document.write")) && !bytes.Contains(src, []byte("fromCharCode")) {
			continue
		}
		written := joinStrings(src)
		if f, ok := p.judgeText(written, document.Span{Start: int(n.Start), End: int(n.End)}, true); ok {
			f.Technique = "written by a script"
			f.Evidence = append(f.Evidence, "a script writes it into the page")
			found = append(found, f)
		}
	}
	return p.findInHead(found)
}

// findInHead looks at titles, descriptions and keywords. What follows them in
// the page is not searched for promotion again.
func (p *Page) findInHead(found []document.Finding) []document.Finding {
	t := p.Tree
	for id := range t.Nodes {
		n := &t.Nodes[id]
		if n.Tag == dom.TagBody {
			return found
		}
		if n.Kind != dom.ElementNode || n.Tag != dom.TagMeta {
			continue
		}
		a := t.Find(dom.ID(id), dom.KeyContent)
		if a == nil || a.ValEnd-a.ValStart < minCarrier {
			continue
		}
		text := t.Value(a)
		if k := words.anchors.sketch(text); k.topical*10 < k.letters {
			continue
		}
		if f, ok := p.judgeText(text, document.Span{Start: int(a.ValStart), End: int(a.ValEnd)}, false); ok {
			f.Technique = Metadata.String()
			f.Evidence = append(f.Evidence, "it stands in the page's metadata")
			found = append(found, f)
		}
	}
	return found
}

// judgeText judges a text that is no block, with or without links in it.
func (p *Page) judgeText(text []byte, at document.Span, script bool) (document.Finding, bool) {
	t := tallyOf(-1, text)
	topic, ok := t.best()
	if !ok {
		return document.Finding{}, false
	}
	n := &t.topics[topic]
	bars := nativeBars
	if script {
		bars = hiddenBars
		if !bytes.Contains(bytes.ToLower(text), []byte("href")) || n.strong == 0 {
			return document.Finding{}, false
		}
	}
	r := p.survey().restOf(topic)
	if !r.strange() || !script && !clearsAny(bars, &t, topic) {
		return document.Finding{}, false
	}
	f := document.Finding{
		Kind: document.SEOSpam, Topic: topic.String(), Spans: []document.Span{at}, Confidence: .8,
		Evidence: []string{
			fmt.Sprintf("%d %% of its letters are in words of %s", t.percent(n.topical), topic),
			fmt.Sprintf("the rest of the page (%d letters) is not about %s", r.letters, topic),
		},
	}
	return f, true
}

// joinStrings returns the contents of the string literals of a script, joined,
// with escapes and character codes decoded.
func joinStrings(src []byte) []byte {
	var out []byte
	for i := 0; i < len(src); i++ {
		switch c := src[i]; c {
		case '"', '\'', '`':
			out, i = appendLiteral(out, src, i+1, c)
		case 'f':
			const call = "fromCharCode("
			if rest := src[i:]; bytes.HasPrefix(rest, []byte(call)) {
				out = appendCodes(out, rest[len(call):])
			}
		}
	}
	if bytes.Contains(out, []byte("%3C")) || bytes.Contains(out, []byte("%3c")) {
		return unescape(out)
	}
	return out
}

// appendLiteral appends the literal that begins at i, and returns where it ends.
func appendLiteral(out, src []byte, i int, quote byte) ([]byte, int) {
	for ; i < len(src) && src[i] != quote; i++ {
		if src[i] != '\\' || i+1 == len(src) {
			out = append(out, src[i])
			continue
		}
		i++
		size := map[byte]int{'x': 2, 'u': 4}[src[i]]
		if size > 0 && i+size < len(src) {
			if v, err := strconv.ParseUint(string(src[i+1:i+1+size]), 16, 32); err == nil {
				out = append(out, string(rune(v))...)
				i += size
				continue
			}
		}
		out = append(out, src[i])
	}
	return out, i
}

// appendCodes appends the characters of a list of numbers up to ')'.
func appendCodes(out, src []byte) []byte {
	if k := bytes.IndexByte(src, ')'); k >= 0 {
		src = src[:k]
	}
	for code := range strings.SplitSeq(string(src), ",") {
		if v, err := strconv.ParseUint(strings.TrimSpace(code), 0, 21); err == nil {
			out = append(out, string(rune(v))...)
		}
	}
	return out
}

// unescape decodes %XX.
func unescape(text []byte) []byte {
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+2 < len(text) {
			if v, err := strconv.ParseUint(string(text[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, text[i])
	}
	return out
}
