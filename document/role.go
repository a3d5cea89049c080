package document

import (
	"fmt"
	"slices"
)

// Verdict says whose a piece of a page is.
type Verdict uint8

// The verdicts. The zero value is no verdict: a block nobody has labelled.
const (
	NoVerdict Verdict = iota
	Published         // the author's: what the page exists to show
	Site              // the site's: what helps to move, buy, sign up, share or sell something else
	Planted           // a third party's: what somebody else put there
)

var verdictNames = [...]string{"", "published", "site", "planted"}

// String returns the verdict's name, "" for NoVerdict.
func (v Verdict) String() string { return verdictNames[v] }

// MarshalText returns the verdict's name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Role is the function of a block on its page. GLOSSARY.md says which block has
// which role.
type Role uint8

// The roles. The zero value is no role.
const (
	NoRole Role = iota

	Title
	Standfirst
	Byline
	Date
	Body
	Caption
	Code
	Footnote
	Post
	Comment

	Navigation
	Breadcrumb
	Header
	Footer
	Related
	Share
	Form
	Advert
	Consent
	Paywall
	Legal
	Widget
	Duplicate

	SEOSpam
	HiddenLink
	PromptInjection
	OtherPlanted

	roleCount
)

var roleNames = [roleCount]string{
	NoRole: "", Title: "title", Standfirst: "standfirst", Byline: "byline", Date: "date",
	Body: "body", Caption: "caption", Code: "code", Footnote: "footnote", Post: "post", Comment: "comment",
	Navigation: "navigation", Breadcrumb: "breadcrumb", Header: "header", Footer: "footer", Related: "related",
	Share: "share", Form: "form", Advert: "advert", Consent: "consent", Paywall: "paywall", Legal: "legal",
	Widget: "widget", Duplicate: "duplicate",
	SEOSpam: "seo-spam", HiddenLink: "hidden-link", PromptInjection: "prompt-injection", OtherPlanted: "other",
}

// String returns the role's name, "" for NoRole.
func (r Role) String() string { return roleNames[r] }

// Verdict returns the verdict the role belongs to, NoVerdict for NoRole.
func (r Role) Verdict() Verdict {
	switch {
	case r == NoRole || r >= roleCount:
		return NoVerdict
	case r <= Comment:
		return Published
	case r <= Duplicate:
		return Site
	default:
		return Planted
	}
}

// MarshalText returns the role's name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText sets the role named by b; an unknown name is an error.
func (r *Role) UnmarshalText(b []byte) error { return parseName(r, roleNames[:], b, "role") }

// ParseRole returns the role with the given name.
func ParseRole(name string) (Role, error) {
	var r Role
	err := r.UnmarshalText([]byte(name))
	return r, err
}

// parseName sets v to the index of name in names.
func parseName[T ~uint8](v *T, names []string, name []byte, what string) error {
	i := slices.Index(names, string(name))
	if i < 0 {
		return fmt.Errorf("unknown %s %q", what, name)
	}
	*v = T(i)
	return nil
}

// RoleSet is a set of roles. The zero value is the empty set.
type RoleSet uint64

// Roles returns the set of the given roles.
func Roles(roles ...Role) RoleSet {
	var s RoleSet
	for _, r := range roles {
		s |= 1 << r
	}
	return s
}

// MainText is the set of roles whose blocks make a document's text: what the
// author wrote, without the title, byline and date, which are metadata, and
// without readers' comments.
const MainText RoleSet = 1<<Standfirst | 1<<Body | 1<<Caption | 1<<Code | 1<<Footnote | 1<<Post

// Has reports whether r is in the set.
func (s RoleSet) Has(r Role) bool { return s>>r&1 != 0 }

// OfVerdict returns the set of all roles of a verdict.
func OfVerdict(v Verdict) RoleSet {
	var s RoleSet
	for r := NoRole + 1; r < roleCount; r++ {
		if r.Verdict() == v {
			s |= 1 << r
		}
	}
	return s
}
