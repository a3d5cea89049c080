package meta

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// dump writes the values of a JSON text back, so that a test can show them.
func (j *jsonText) dump(b *strings.Builder, i int32) {
	v := &j.values[i]
	if v.keyEnd > v.keyStart {
		b.Write(j.src[v.keyStart:v.keyEnd])
		b.WriteByte('=')
	}
	switch v.kind {
	case jsonArray, jsonObject:
		brackets := "[]"
		if v.kind == jsonObject {
			brackets = "{}"
		}
		b.WriteByte(brackets[0])
		for k := i + 1; k < v.after; k = j.values[k].after {
			if k > i+1 {
				b.WriteByte(' ')
			}
			j.dump(b, k)
		}
		b.WriteByte(brackets[1])
	case jsonString:
		b.WriteByte('\'')
		b.Write(appendString(nil, j.raw(i)))
		b.WriteByte('\'')
	default:
		b.Write(j.raw(i))
	}
}

func TestJSON(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"empty", ``, `[]`},
		{"nested", `{"a":[1,{"b":null}],"c":true}`, `[{a=[1 {b=null}] c=true}]`},
		{"escapes", `["\u00e9\ud83d\ude00\n\"\\\/","\ud83d","\u12"]`, "[['é😀 \"\\/' '\uFFFD' '\uFFFD12']]"},
		{"two texts", `{"a":1}{"b":2}`, `[{a=1} {b=2}]`},
		{"stray commas", `{"a":1,,"b":[1,],}`, `[{a=1 b=[1]}]`},
		{"missing comma", "{\"a\":\"x\"\n\"b\":\"y\"}", `[{a='x' b='y'}]`},
		{"line end in a string", "{\"a\":\"x\ny\"}", "[{a='x\ny'}]"},
		{"unescaped quotes", `{"a":"He said "yes" and left","b":1}`, `[{a='He said "yes" and left' b=1}]`},
		{"comments", "//<![CDATA[\n{\"a\":1}\n//]]>", `[[[{a=1}]]]`},
		{"cut off in a container", `{"a":{"b":[1,2`, `[{a={b=[1 2]}}]`},
		{"cut off in a string", `{"a":"x","b":"yz`, `[{a='x'}]`},
		{"wrong bracket", `{"a":[1,2},"b":3}`, `[{a=[1 2]} 'b' 3]`},
		{"no JSON", `var x = y;`, `[]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var j jsonText
			j.parse([]byte(tt.src))
			var b strings.Builder
			j.dump(&b, 0)
			if b.String() != tt.want {
				t.Errorf("parse(%q) = %s, want %s", tt.src, b.String(), tt.want)
			}
		})
	}
}

// What is nested too deeply is left out, and what follows it is not.
func TestJSONDepth(t *testing.T) {
	deep := strings.Repeat(`{"d":[`, 100) + `"]}"` + strings.Repeat(`]}`, 100)
	var j jsonText
	j.parse([]byte(`{"before":1,"deep":` + deep + `,"after":2}`))
	if j.member(1, "before") == 0 || j.member(1, "after") == 0 {
		t.Errorf("lost a neighbour of the deep value")
	}
	if len(j.values) > maxJSONDepth+4 {
		t.Errorf("%d values of a text nested too deeply", len(j.values))
	}
}

func TestJSONLinear(t *testing.T) {
	for _, unit := range []string{`"`, `{`, `[`, `}`, `"a" `, `{"a":`, `\`, `"\`, ` `, `" `, `,`, `[{]`} {
		src := bytes.Repeat([]byte(unit), 1<<21/len(unit))
		start := time.Now()
		var j jsonText
		j.parse(src)
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%q repeated: %v for %d bytes", unit, d, len(src))
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"@graph":[{"@type":"Article","headline":"\u00e9 "x" y","author":[{"name":"A"}]}]}`))
	f.Add([]byte("//<![CDATA[\n{\"a\":[1,2},\"b\":\"c"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var j jsonText
		j.parse(src)
		for i := range j.values {
			v := &j.values[i]
			if v.start < 0 || v.end < v.start || int(v.end) > len(src) || v.keyEnd < v.keyStart || int(v.keyEnd) > len(src) {
				t.Fatalf("value %d: [%d, %d) of %d bytes", i, v.start, v.end, len(src))
			}
			if int(v.after) <= i || int(v.after) > len(j.values) {
				t.Fatalf("value %d ends before value %d of %d", i, v.after, len(j.values))
			}
			appendString(nil, j.raw(int32(i)))
		}
	})
}
