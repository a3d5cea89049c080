package planted

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
)

// injection finds text addressed to the machines that read a page.
//
// Two kinds of evidence must meet: the words, which give orders to a machine,
// and the place, which no reader sees; or in visible text words that take over a
// machine's orders, on a page that speaks of nothing of the kind. An article about
// such attacks quotes them and is no victim.
var injection = Detector{
	Name: "injection",
	Doc:  "text that gives orders to the machines that read the page",
	Find: findInjection,
}

// The log-odds from which the model is heard: alone in a place no reader sees,
// in company of phrases that may be telling, and of those that are.
const (
	alone     = 2.2
	inCompany = -0.5
	faint     = -3
	dim       = -6
	onSubject = 3 // on a page that speaks of such attacks

	mannerAlone   = 12
	mannerCompany = 9
	mannerOrders  = 5
	// manifold is how many kinds of orders speak for themselves where no reader
	// sees them: of 2,613 honest pages none has as many there, two have one less.
	manifold = 3
)

func findInjection(p *Page, found []document.Finding) []document.Finding {
	model := p.Model
	if model == nil {
		model = &injectionModel
	}
	about := -1 // mentions of machines in visible text; counted when needed
	p.Carriers(func(c *Carrier) {
		if len(c.Text) < minCarrier {
			return
		}
		how := ""
		if hidden := uncover(p, c.Text); hidden != nil {
			c.Text, how = hidden, "written in characters that are never shown"
			if len(hidden) < minCarrier {
				return
			}
		} else if plain := decodeBase64(c); plain != nil {
			c.Text, how = plain, "encoded as base64"
		}
		o := ordersIn(c.Text)
		secret := how != "" || c.Place != Shown
		if o.empty() && !secret {
			return
		}
		own := model.Score(&p.features, c.Text)
		score := own
		if secret && manner(model.Manner(c.Text), &o) {
			score = max(score, alone)
		}
		if o.empty() && score < alone {
			return
		}
		if about < 0 {
			about = p.mentions()
		}
		if about >= 3 {
			score = own // pages about such attacks have their manner
		}
		if f, ok := o.judge(c, score, how, about); ok {
			found = append(found, f)
		}
	})
	return found
}

// manner reports whether the single words of a text that no reader sees are those
// of an injection; the less other things say so, the more of them it takes.
func manner(m float32, o *orders) bool {
	switch {
	case o.empty() && o.command == 0:
		return m >= mannerAlone
	case o.orders():
		return m >= mannerOrders
	default:
		return m >= mannerCompany
	}
}

// orders counts the telling phrases of a text.
type orders struct {
	override int // it puts aside what a machine was told
	address  int // it speaks to a machine
	persona  int // it gives a machine a role
	task     int // it says how to answer
	command  int // it says what to answer or do
	leak     int // it asks for secrets
	control  int // it imitates the markup of a conversation
	quoted   bool
	sample   string
}

func (o *orders) empty() bool {
	return o.override+o.address+o.persona+o.task+o.leak+o.control == 0
}

// orders reports whether the text gives any, beyond naming a machine.
func (o *orders) orders() bool { return o.override+o.persona+o.task+o.leak+o.control > 0 }

// kinds returns how many different things the text does that only orders to a
// machine do together.
func (o *orders) kinds() int {
	n := 0
	for _, count := range [...]int{o.override, o.address, o.persona, o.task, o.command, o.leak, o.control} {
		if count > 0 {
			n++
		}
	}
	return n
}

// need returns the log-odds that the model must give to a text in a place that
// no reader sees. To be given a role, or told what to do, can happen to people too.
func (o *orders) need() float32 {
	switch {
	case o.override+o.task+o.leak+o.control > 0:
		return faint
	case o.command+o.address > 0:
		return inCompany
	default:
		return alone
	}
}

// judge weighs orders in a place.
func (o *orders) judge(c *Carrier, score float32, how string, about int) (document.Finding, bool) {
	f := document.Finding{Kind: document.PromptInjection, Technique: c.Place.String(), Grade: "notice"}
	if c.Block >= 0 {
		f.Blocks = []int{c.Block}
	} else {
		f.Spans = []document.Span{c.Span}
	}
	secret := how != "" || c.Place != Shown
	points := 3*o.override + 2*o.control + 2*o.leak + o.persona + o.task + min(o.address, 2) + min(o.command, 2)
	switch {
	case o.override > 0 || o.leak > 0 || o.control > 0:
		f.Grade = "hijack"
	case o.command+o.persona+o.task > 0:
		f.Grade = "steering"
	}
	if o.sample != "" {
		f.Evidence = append(f.Evidence, fmt.Sprintf("gives orders to a machine: %q", o.sample))
	}
	if how != "" {
		f.Evidence = append(f.Evidence, how)
		f.Technique = "invisible characters"
		if how[0] == 'e' {
			f.Technique = "base64"
		}
	}
	if secret && c.Place != Shown {
		f.Evidence = append(f.Evidence, "stands where no reader sees it: "+c.Place.String())
	}
	if score >= inCompany {
		f.Evidence = append(f.Evidence, fmt.Sprintf("reads like known injections (log-odds %.1f)", score))
	}
	subject := about >= 3
	if !subject {
		f.Evidence = append(f.Evidence, "the page does not speak of such attacks")
	}
	quoted := subject
	if secret {
		quoted = subject && score < onSubject
	} else {
		quoted = quoted || o.quoted
	}
	switch {
	case how != "" && (points >= 2 || score >= inCompany):
		f.Confidence = .95
	case secret && !quoted && o.orders() && (points >= 4 && score > 0 || points >= 3 && score >= inCompany):
		f.Confidence = .95
	case secret && !quoted && (o.orders() || o.command > 0) && score >= o.need():
		f.Confidence = .85
	case secret && !quoted && o.kinds() >= manifold:
		f.Confidence = .8
	case secret && !quoted && o.orders() && o.sample != "" && o.kinds() == manifold-1 && score >= dim:
		f.Confidence = .6
	case secret && !quoted && c.Place != Structure && score >= alone:
		f.Confidence = .7
	case secret && o.orders() && points >= 4:
		f.Confidence = .45
	case !secret && !quoted && !subject && points >= 4 && o.override+o.control+o.leak > 0 && score > 0:
		f.Confidence = .8
	case !secret && !quoted && !subject && points >= 3 && score >= 2*inCompany && o.orders() && o.address+o.persona+o.command > 0:
		f.Confidence = .6
	case !secret && points >= 4 && o.orders() && score > 0:
		f.Confidence = .35
	default:
		return f, false
	}
	return f, true
}

// mentions counts the words by which the visible text of a page shows that it
// speaks about machines and attacks on them.
func (p *Page) mentions() int {
	n := 0
	asked := p.carrier // by the one who asks, in the midst of the carriers
	defer func() { p.carrier = asked }()
	p.blockCarriers(func(c *Carrier) {
		if c.Place == Shown {
			if o := ordersIn(c.Text); o.override > 0 || o.control > 0 {
				return // what may be the attack itself
			}
			n += subjects.count(c.Text)
		}
	})
	return n
}

// uncover returns the text that is written in tag characters, or with characters
// of no width between its letters; nil if there is none.
func uncover(p *Page, text []byte) []byte {
	if !bytes.Contains(text, []byte("\xf3\xa0")) {
		return nil
	}
	out := p.buf[:0]
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r > 0xE0000 && r < 0xE007F {
			out = append(out, byte(r-0xE0000))
		}
		i += n
	}
	p.buf = out
	const flag = 6 // letters of the flags of regions are written in them too
	if len(out) <= flag {
		return nil
	}
	return out
}

// minBase64 is the number of characters from which a word may be encoded text.
const minBase64 = 40

// decodeBase64 returns the text that a word of a carrier encodes, nil if there is
// none. Data of pictures and scripts is none: it is not text.
func decodeBase64(c *Carrier) []byte {
	if len(c.Text) < minBase64 || len(c.Text) > maxComment {
		return nil
	}
	run := 0
	for i := 0; i <= len(c.Text); i++ {
		if i < len(c.Text) && (isAlnum(c.Text[i]) || c.Text[i] == '+' || c.Text[i] == '/') {
			run++
			continue
		}
		if run >= minBase64 {
			word := c.Text[i-run : i]
			word = word[:len(word)/4*4]
			out := make([]byte, base64.StdEncoding.DecodedLen(len(word)))
			if n, err := base64.StdEncoding.Decode(out, word); err == nil && isText(out[:n]) {
				return out[:n]
			}
		}
		run = 0
	}
	return nil
}

// isText reports whether bytes are words with spaces between.
func isText(b []byte) bool {
	if !utf8.Valid(b) || bytes.Count(b, []byte(" "))*12 < len(b) {
		return false
	}
	return !slices.ContainsFunc(b, func(c byte) bool { return c < ' ' && c != '\n' && c != '\t' && c != '\r' })
}
