package dom

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// tokenizerTest is one test of a .test file.
type tokenizerTest struct {
	Description   string
	Input         string
	Output        []any
	InitialStates []string
	LastStartTag  string
	DoubleEscaped bool
}

// tokenizerFiles finds the tokenizer tests in the corpora, or else in the folder
// that WINNOW_HTML5LIB_TOKENIZER names.
func tokenizerFiles(t *testing.T) []string {
	for _, dir := range []string{
		filepath.Join(os.Getenv("WINNOW_CORPORA"), "html5lib", "tokenizer"), os.Getenv("WINNOW_HTML5LIB_TOKENIZER"),
	} {
		if files, _ := filepath.Glob(filepath.Join(dir, "*.test")); dir != "" && len(files) > 0 {
			return files
		}
	}
	t.Skip("no .test files in $WINNOW_CORPORA/html5lib/tokenizer or $WINNOW_HTML5LIB_TOKENIZER: nothing was tested")
	return nil
}

func TestHTML5LibTokenizer(t *testing.T) {
	for _, file := range tokenizerFiles(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Files of tests for the coercion to an XML infoset, which this parser
		// does not do, have another key.
		var set struct{ Tests []tokenizerTest }
		if err := json.Unmarshal(data, &set); err != nil {
			t.Fatal(err)
		}
		for i, test := range set.Tests {
			if len(test.InitialStates) == 0 {
				test.InitialStates = []string{"Data state"}
			}
			if test.DoubleEscaped {
				test.Input = unescape(test.Input)
				unescapeAll(test.Output)
			}
			for _, state := range test.InitialStates {
				t.Run(fmt.Sprintf("%s/%d/%s", strings.TrimSuffix(filepath.Base(file), ".test"), i, state), func(t *testing.T) {
					if got := tokens(test.Input, state, test.LastStartTag); !reflect.DeepEqual(got, mergeText(test.Output)) {
						t.Errorf("%s: %q, last start tag %q:\ngot  %q\nwant %q", test.Description, test.Input, test.LastStartTag, got, test.Output)
					}
				})
			}
		}
	}
}

// tokens tokenizes input from the given state, and returns its tokens in the
// form of the tests.
func tokens(input, state, lastStartTag string) []any {
	var p Parser
	p.start([]byte(input), Options{})
	p.b = []byte(input)
	var out []any
	cdata := false
	p.tokens = func(tok token) { out = append(out, jsonToken(&p, tok, cdata)) }
	at := 0
	switch state {
	case "Data state":
	case "CDATA section state":
		cdata = true
		at = p.cdata(0, 0)
		cdata = false
	default:
		end := len(p.b)
		if state == "Script data state" && lastStartTag == "script" {
			end = scriptEnd(p.b, 0)
		} else if state != "PLAINTEXT state" && lastStartTag != "" {
			end = rawEnd(p.b, 0, lastStartTag)
		}
		flags := RawText
		if state == "RCDATA state" {
			flags = KeepNUL
		}
		if end > 0 {
			p.onText(0, end, flags)
		}
		at = end
	}
	if at < len(p.b) {
		p.run(at)
	}
	return mergeText(out)
}

// jsonToken returns a token in the form of the tests.
func jsonToken(p *Parser, tok token, cdata bool) any {
	raw := p.b[tok.data.start:tok.data.end]
	name := domName(p.b[p.name.start:p.name.end])
	switch tok.kind {
	case textToken:
		n := Node{Kind: TextNode, Flags: tok.flags}
		text := n.decodingOf().append(nil, raw)
		if n.Flags&(RawText|KeepNUL) == 0 || cdata {
			// The tree builder, not the tokenizer, drops NUL here.
			text = nil
			for i, part := range bytes.Split(raw, []byte{0}) {
				if i > 0 {
					text = append(text, 0)
				}
				text = n.decodingOf().append(text, part)
			}
		}
		return []any{"Character", string(text)}
	case commentToken:
		return []any{"Comment", string(inRaw.append(nil, raw))}
	case endTagToken:
		return []any{"EndTag", name}
	case startTagToken:
		attrs := map[string]any{}
		for i := range p.attrs[p.attr:] {
			a := &p.attrs[p.attr+i]
			attrs[domName(a.nameIn(p.b))] = string(DecodeAttr(nil, p.b[a.ValStart:a.ValEnd]))
		}
		if p.selfClosing {
			return []any{"StartTag", name, attrs, true}
		}
		return []any{"StartTag", name, attrs}
	}
	d := &p.tree.Doctype
	get := func(r [2]int32, has bool) any {
		if !has {
			return nil
		}
		return string(inRaw.append(nil, p.b[r[0]:r[1]]))
	}
	var doctypeName any
	if d.HasName {
		doctypeName = domName(inRaw.append(nil, p.b[d.Name[0]:d.Name[1]]))
	}
	return []any{"DOCTYPE", doctypeName, get(d.Public, d.HasPublic), get(d.System, d.HasSystem), !d.ForceQuirks}
}

// mergeText merges adjacent character tokens.
func mergeText(list []any) []any {
	out := []any{}
	for _, tok := range list {
		fields, ok := tok.([]any)
		if !ok {
			continue // "ParseError" of old tests
		}
		if fields[0] == "Character" && len(out) > 0 {
			if last := out[len(out)-1].([]any); last[0] == "Character" {
				out[len(out)-1] = []any{"Character", last[1].(string) + fields[1].(string)}
				continue
			}
		}
		out = append(out, tok)
	}
	return out
}

var escape = regexp.MustCompile(`\\u[0-9A-Fa-f]{4}`)

// unescape undoes the second escaping of a test. A surrogate that stands alone
// is written as if it were a character.
func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		r, _ := strconv.ParseUint(e[2:], 16, 16)
		if r >= 0xD800 && r <= 0xDFFF {
			return string([]byte{0xE0 | byte(r>>12), 0x80 | byte(r>>6)&0x3F, 0x80 | byte(r)&0x3F})
		}
		return string(utf8.AppendRune(nil, rune(r)))
	})
}

// unescapeAll unescapes every string in a test's output.
func unescapeAll(list []any) {
	for i, v := range list {
		switch v := v.(type) {
		case string:
			list[i] = unescape(v)
		case []any:
			unescapeAll(v)
		case map[string]any:
			for key, value := range v {
				delete(v, key)
				v[unescape(key)] = unescape(value.(string))
			}
		}
	}
}
