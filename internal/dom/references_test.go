package dom

import (
	"html"
	"testing"
)

// TestEntities compares every named reference with the standard library's.
func TestEntities(t *testing.T) {
	count := 0
	for i := 0; i < len(entityList); {
		name := entityList[i+2 : i+2+int(entityList[i])]
		i += 2 + int(entityList[i]) + int(entityList[i+1])
		count++
		if name == "nLt;" || name == "nGt;" {
			continue // the library leaves these two: their characters are longer than they
		}
		if got, want := string(DecodeText(nil, []byte("&"+name))), html.UnescapeString("&"+name); got != want {
			t.Errorf("&%s is %q, not %q", name, got, want)
		}
	}
	if count != entityCount {
		t.Errorf("%d names, not %d", count, entityCount)
	}
}

func TestDecode(t *testing.T) {
	for _, test := range []struct{ raw, text, attr string }{
		{"a &amp b &ampx; &notit;", "a & b &x; ¬it;", "a & b &ampx; &notit;"},
		{"&copy=1&copy;=&copy", "©=1©=©", "&copy=1©=©"},
		{"&#x41;&#65&#0;&#x110000;&#xD800;&#128;&#13;", "AA\uFFFD\uFFFD\uFFFD€\r", "AA\uFFFD\uFFFD\uFFFD€\r"},
		{"&#;&#x;&;&x &", "&#;&#x;&;&x &", "&#;&#x;&;&x &"},
		{"a\r\nb\rc\x00", "a\nb\nc", "a\nb\nc\uFFFD"},
		{"&NotEqualTilde;&CounterClockwiseContourIntegral;", "≂̸∳", "≂̸∳"},
	} {
		if got := string(DecodeText(nil, []byte(test.raw))); got != test.text {
			t.Errorf("text %q is %q, not %q", test.raw, got, test.text)
		}
		if got := string(DecodeAttr(nil, []byte(test.raw))); got != test.attr {
			t.Errorf("attribute %q is %q, not %q", test.raw, got, test.attr)
		}
	}
}
