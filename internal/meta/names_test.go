package meta

import (
	"slices"
	"testing"
)

func TestAppendNames(t *testing.T) {
	tests := []struct {
		byline string
		want   []string
	}{
		{"Ada Muster", []string{"Ada Muster"}},
		{"By Ada Muster", []string{"Ada Muster"}},
		{"BY ADA MUSTER", []string{"ADA MUSTER"}},
		{"Byron Muster", []string{"Byron Muster"}},
		{"By: Ada Muster", []string{"Ada Muster"}},
		{"Author: Ada Muster", []string{"Ada Muster"}},
		{"Written by Ada Muster", []string{"Ada Muster"}},
		{"Von Ada Muster und Ben Beispiel", []string{"Ada Muster", "Ben Beispiel"}},
		{"Par Ada Muster", []string{"Ada Muster"}},
		{"作者：王小明", []string{"王小明"}},
		{"Ada Muster and Ben Example", []string{"Ada Muster", "Ben Example"}},
		{"Ada Muster, Ben Example, and Cy Test", []string{"Ada Muster", "Ben Example", "Cy Test"}},
		{"Ada Muster & Ben Example; Cy Test", []string{"Ada Muster", "Ben Example", "Cy Test"}},
		{"Ada Muster, Senior Editor", []string{"Ada Muster"}},
		{"Ada Muster, PhD, RD", []string{"Ada Muster"}},
		{"Ada Muster PhD", []string{"Ada Muster"}},
		{"Ada Muster | Updated March 3, 2023", []string{"Ada Muster"}},
		{"By Ada Muster on March 3, 2023", []string{"Ada Muster"}},
		{"Ada Muster (Content Manager)", []string{"Ada Muster"}},
		{"Jean-Luc de la Test", []string{"Jean-Luc de la Test"}},
		{"https://example.com/people/ada", nil},
		{"ada@example.com", nil},
		{"admin", nil},
		{"", nil},
		{"123", nil},
	}
	for _, tt := range tests {
		if got := appendNames(nil, tt.byline); !slices.Equal(got, tt.want) {
			t.Errorf("appendNames(%q) = %q, want %q", tt.byline, got, tt.want)
		}
	}
}
