package label

import "github.com/winnowtext/winnow/document"

// Group is a group of roles that the linear models tell apart.
type Group uint8

// The groups.
const (
	GroupText Group = iota
	GroupHead
	GroupComment
	GroupNavigation
	GroupRelated
	GroupForm
	GroupWidget
	GroupLegal

	GroupCount
)

// groupRoles are the roles of each group.
var groupRoles = [GroupCount][]document.Role{
	GroupText:       {document.Standfirst, document.Body, document.Caption, document.Code, document.Footnote, document.Post},
	GroupHead:       {document.Title, document.Byline, document.Date},
	GroupComment:    {document.Comment},
	GroupNavigation: {document.Navigation, document.Breadcrumb, document.Header, document.Footer},
	GroupRelated:    {document.Related, document.Advert},
	GroupForm:       {document.Form, document.Share, document.Consent, document.Paywall},
	GroupWidget:     {document.Widget},
	GroupLegal:      {document.Legal, document.Duplicate},
}

// groupOfRole is the group of each role.
var groupOfRole = func() (t [64]Group) {
	for g, roles := range groupRoles {
		for _, r := range roles {
			t[r] = Group(g)
		}
	}
	return t
}()

// GroupOf returns the group of a role, false for a role that is in none.
func GroupOf(r document.Role) (Group, bool) {
	return groupOfRole[r], r != document.NoRole && r.Verdict() != document.Planted
}

// GroupRoles returns the roles of a group, in the order of the model's classes.
func GroupRoles(g Group) []document.Role { return groupRoles[g] }

// scores are log-odds of the groups, in 32nds.
type scores [GroupCount]int32

func (s *scores) add(t *scores) {
	for g := range s {
		s[g] += t[g]
	}
}

// The sizes of the tables of weights, as powers of two.
const (
	nameBits = 15
	wordBits = 16
	typeBits = 13
)

// Salts tell what a name says of blocks in and under its element apart.
const (
	saltFar  = 0x1234567
	saltNear = 0x89abcde
	saltNext = 0xf012345
)

// NameRow returns the row of the table of names for a token.
func NameRow(token, salt uint32) uint32 { return mix(token^salt) & (1<<nameBits - 1) }

// WordRow returns the row of the table of words for a token.
func WordRow(token uint32) uint32 { return mix(token^0xabcdef) & (1<<wordBits - 1) }

// TypeRow returns the row of the table of page types for a token.
func TypeRow(token uint32) uint32 { return mix(token^0x13579b) & (1<<typeBits - 1) }

// weights are the weights of one hashed token, in 32nds of log-odds.
type weights [GroupCount]int8

func (s *scores) weigh(w *weights) {
	for g := range s {
		s[g] += int32(w[g])
	}
}

// Linear holds the tables of the linear models.
type Linear struct {
	names []weights
	words []weights
	types []weights
}

// inverseRoot is 256 divided by the square roots of 0 to 127.
var inverseRoot = func() (t [128]int32) {
	for n := 1; n < len(t); n++ {
		r := int32(1)
		for int(r+1)*int(r+1)*n <= 256*256 {
			r++
		}
		t[n] = r
	}
	return t
}()

// ofWords returns what the words of a block say.
func (l *Linear) ofWords(tokens []uint32) (s scores) {
	for _, t := range tokens {
		s.weigh(&l.words[WordRow(t)])
	}
	n := inverseRoot[min(len(tokens), len(inverseRoot)-1)]
	for g := range s {
		s[g] = s[g] * n >> 6 // four times their sum by the root of their number
	}
	return s
}

// toByte returns a score of a group as a feature: its distance from the mean of
// all groups, in eighths of log-odds, centred at 128.
func (s *scores) toByte(g Group) uint8 { return clampByte(128 + (s[g]-s.mean())>>2) }

func (s *scores) mean() int32 {
	sum := int32(0)
	for _, x := range s {
		sum += x
	}
	return sum >> 3
}
