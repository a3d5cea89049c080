package eval

import (
	"strings"

	"github.com/winnowtext/winnow/document"
)

// Score is how well one page was labelled. What its set cannot tell is zero.
type Score struct {
	ID   string `json:"id"`
	Type string `json:"type,omitempty"`
	Raw  bool   `json:"raw"`
	F1          // of the main text's words

	With         int `json:"with"` // snippets of the main text found ...
	WithAll      int `json:"with_all"`
	Without      int `json:"without"` // snippets of other text found ...
	WithoutAll   int `json:"without_all"`
	Words        int `json:"words"`         // words of the page that a reader labelled ...
	VerdictWords int `json:"verdict_words"` // of them, those with the right verdict
	RoleWords    int `json:"role_words"`    // of them, those with the right role

	Quality float32 `json:"quality"` // the page's own estimate of its F1
	GotType string  `json:"got_type,omitempty"`
	Planted bool    `json:"planted,omitempty"` // something planted was reported
}

// ScorePage compares a document with what is known of its page. confusion may be
// nil; otherwise the words of role-labelled pages are counted in it.
func ScorePage(p *Page, d *document.Document, confusion *Confusion) Score {
	s := Score{ID: p.ID, Type: p.Type, Raw: p.Raw, Planted: len(d.Findings) > 0, Quality: d.Quality, GotType: d.Type.Value}
	text := d.Text()
	switch {
	case p.HasText:
		s.F1 = WordF1(text, p.Text)
	case p.Expected != "":
		s.F1 = WordF1(text, PlainText(p.Expected))
	}
	folded := Fold(text)
	s.With, s.WithAll = countFound(folded, p.With), len(p.With)
	s.Without, s.WithoutAll = countFound(folded, p.Without), len(p.Without)
	if len(p.Blocks) > 0 {
		s.scoreRoles(p, d, confusion)
	}
	return s
}

// Confusion counts words by the role a reader gave them and the role we gave.
// NoRole stands for words that are in none of our blocks.
type Confusion map[[2]document.Role]int

// scoreRoles counts the words of the reader's blocks whose role is ours too.
func (s *Score) scoreRoles(p *Page, d *document.Document, confusion *Confusion) {
	var want, got []string
	var wantRoles, gotRoles []document.Role
	for _, b := range p.Blocks {
		for _, w := range Words(b.Text) {
			want, wantRoles = append(want, w), append(wantRoles, b.Role)
		}
	}
	for i := range d.Blocks {
		for _, w := range Words(d.Blocks[i].Text) {
			got, gotRoles = append(got, w), append(gotRoles, d.Blocks[i].Role)
		}
	}
	for i, j := range Align(want, got) {
		role := document.NoRole
		if j >= 0 {
			role = gotRoles[j]
		}
		s.Words++
		if role.Verdict() == wantRoles[i].Verdict() {
			s.VerdictWords++
		}
		if role.Verdict() == document.Planted {
			role = document.OtherPlanted // readers do not tell planted text apart
		}
		if role == wantRoles[i] {
			s.RoleWords++
		}
		if confusion != nil {
			(*confusion)[[2]document.Role{wantRoles[i], role}]++
		}
	}
}

// PlainText returns the text of simple HTML, such as that of an expected result:
// what is between the tags, with the commonest character references decoded.
func PlainText(html string) string {
	var b strings.Builder
	for html != "" {
		text, rest, found := strings.Cut(html, "<")
		b.WriteString(text)
		if !found {
			break
		}
		b.WriteByte(' ')
		_, html, _ = strings.Cut(rest, ">")
	}
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'",
		"&#x27;", "'", "&apos;", "'", "&nbsp;", " ").Replace(b.String())
}
