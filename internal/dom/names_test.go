package dom

import "testing"

// TestNameTables checks that every known name is found; when one was added that
// has the index of another, it tells a multiplier with which none has.
func TestNameTables(t *testing.T) {
	for _, table := range []struct {
		what  string
		names []string
		find  func(string) int
	}{
		{"tags", tagNames[:], func(s string) int { return int(TagOf(s)) }},
		{"keys", keyNames[:], func(s string) int { return int(KeyOf(s)) }},
	} {
		if len(table.names) > 256 {
			t.Fatalf("%s: %d names, an index holds 256", table.what, len(table.names))
		}
		for id, name := range table.names {
			if got := table.find(name); got != id {
				t.Fatalf("%s: %q is %d, not %d; use the multiplier %#x", table.what, name, got, id, multiplier(table.names))
			}
		}
	}
	for _, name := range []string{"", "x", "divx", "blockquotes", "blockquoockquote", "h\x11", "hr\x00", "data-srcsets"} {
		if TagOf(name) != 0 || KeyOf(name) != 0 && name != "x" {
			t.Errorf("%q is taken for a known name", name)
		}
	}
	if TagOf("BlockQuote") != TagBlockquote || KeyOf("ARIA-Labelledby") != KeyAriaLabelledby {
		t.Error("case matters")
	}
}

// multiplier finds one for a perfect hash of the names.
func multiplier(names []string) uint64 {
	seed := uint64(0x9E3779B97F4A7C15)
search:
	for {
		seed = seed*6364136223846793005 + 1442695040888963407
		var used [1 << nameTableBits]bool
		for _, name := range names[1:] {
			i := keyOf([]byte(name), 0, len(name)).mix() * (seed | 1) >> (64 - nameTableBits)
			if used[i] {
				continue search
			}
			used[i] = true
		}
		return seed | 1
	}
}
