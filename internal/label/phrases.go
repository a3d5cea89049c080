package label

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
)

// phrase is a line that sites put around what is published.
type phrase struct {
	text string // lower case, without punctuation at the end
	role document.Role
}

// phrases are matched with the start of a short block.
var phrases = [...]phrase{
	{"you might also like", document.Related},
	{"you may also like", document.Related},
	{"you might also be interested", document.Related},
	{"related posts", document.Related},
	{"related articles", document.Related},
	{"related stories", document.Related},
	{"related content", document.Related},
	{"related products", document.Related},
	{"related news", document.Related},
	{"related topics", document.Related},
	{"more from", document.Related},
	{"more stories", document.Related},
	{"more news", document.Related},
	{"read next", document.Related},
	{"read also", document.Related},
	{"also read", document.Related},
	{"recommended for you", document.Related},
	{"recommended", document.Related},
	{"recent posts", document.Related},
	{"latest posts", document.Related},
	{"latest news", document.Related},
	{"latest articles", document.Related},
	{"most read", document.Related},
	{"most popular", document.Related},
	{"popular posts", document.Related},
	{"trending", document.Related},
	{"see also", document.Related},
	{"customers also", document.Related},
	{"similar products", document.Related},
	{"similar posts", document.Related},
	{"recently viewed", document.Related},
	{"das könnte sie auch interessieren", document.Related},
	{"das könnte dich auch interessieren", document.Related},
	{"mehr zum thema", document.Related},
	{"ähnliche beiträge", document.Related},
	{"weitere artikel", document.Related},
	{"lesen sie auch", document.Related},
	{"meistgelesen", document.Related},
	{"à lire aussi", document.Related},
	{"lire aussi", document.Related},
	{"articles similaires", document.Related},
	{"sur le même sujet", document.Related},
	{"también te puede interesar", document.Related},
	{"artículos relacionados", document.Related},
	{"noticias relacionadas", document.Related},
	{"leia também", document.Related},
	{"veja também", document.Related},
	{"leggi anche", document.Related},
	{"articoli correlati", document.Related},
	{"lees ook", document.Related},
	{"baca juga", document.Related},
	{"artikel terkait", document.Related},
	{"читайте также", document.Related},
	{"相关文章", document.Related},
	{"相关推荐", document.Related},
	{"推荐阅读", document.Related},
	{"関連記事", document.Related},

	{"leave a reply", document.Form},
	{"leave a comment", document.Form},
	{"post a comment", document.Form},
	{"add a comment", document.Form},
	{"write a review", document.Form},
	{"your email address will not", document.Form},
	{"cancel reply", document.Form},
	{"sign up for", document.Form},
	{"sign up to", document.Form},
	{"subscribe to", document.Form},
	{"newsletter", document.Form},
	{"schreibe einen kommentar", document.Form},
	{"kommentar schreiben", document.Form},
	{"kommentar verfassen", document.Form},
	{"laisser un commentaire", document.Form},
	{"deja un comentario", document.Form},
	{"deja una respuesta", document.Form},
	{"deixe um comentário", document.Form},
	{"lascia un commento", document.Form},
	{"tinggalkan balasan", document.Form},
	{"geef een reactie", document.Form},
	{"发表评论", document.Form},
	{"log in", document.Form},
	{"login", document.Form},
	{"sign in", document.Form},
	{"add to cart", document.Form},

	{"share this", document.Share},
	{"share on", document.Share},
	{"share", document.Share},
	{"follow us", document.Share},
	{"tweet", document.Share},
	{"teilen", document.Share},
	{"partager", document.Share},
	{"compartir", document.Share},
	{"compartilhar", document.Share},
	{"condividi", document.Share},
	{"bagikan", document.Share},
	{"分享", document.Share},

	{"advertisement", document.Advert},
	{"sponsored", document.Advert},
	{"anzeige", document.Advert},
	{"publicité", document.Advert},
	{"publicidad", document.Advert},
	{"publicidade", document.Advert},
	{"iklan", document.Advert},

	{"we use cookies", document.Consent},
	{"this site uses cookies", document.Consent},
	{"this website uses cookies", document.Consent},
	{"accept all cookies", document.Consent},
	{"cookie settings", document.Consent},
	{"wir verwenden cookies", document.Consent},

	{"all rights reserved", document.Footer},
	{"copyright ©", document.Footer},
	{"© ", document.Footer},
	{"privacy policy", document.Footer},
	{"terms of use", document.Footer},
	{"terms of service", document.Footer},
	{"impressum", document.Footer},
	{"datenschutz", document.Footer},

	{"skip to", document.Navigation},
	{"back to top", document.Navigation},
	{"previous post", document.Navigation},
	{"next post", document.Navigation},
	{"table of contents", document.Navigation},
	{"tags:", document.Navigation},
	{"filed under", document.Navigation},
	{"posted in", document.Navigation},
	{"older posts", document.Navigation},

	{"read more", document.Widget},
	{"continue reading", document.Widget},
	{"learn more", document.Widget},
	{"show more", document.Widget},
	{"load more", document.Widget},
	{"click here to", document.Widget},
	{"reply", document.Widget},
	{"loading", document.Widget},
	{"weiterlesen", document.Widget},
	{"leer más", document.Widget},
	{"lire la suite", document.Widget},
	{"saiba mais", document.Widget},
	{"mehr erfahren", document.Widget},
}

// phrasesBy are the phrases that begin with each byte.
var phrasesBy = func() (t [256][]uint8) {
	for k := range phrases {
		c := phrases[k].text[0]
		t[c] = append(t[c], uint8(k))
	}
	return t
}()

// maxPhraseWords is how many words a line may have to count as nothing but a
// site's phrase.
const maxPhraseWords = 8

// phraseRole returns the role of a short line that begins with a phrase that
// sites use, NoRole for any other.
func phraseRole(text []byte) document.Role {
	if len(text) > 120 || bytes.Count(text, []byte(" ")) >= maxPhraseWords {
		return document.NoRole
	}
	var buf [160]byte
	lower := appendLower(buf[:0], text)
	if len(lower) == 0 {
		return document.NoRole
	}
	for _, k := range phrasesBy[lower[0]] {
		p := &phrases[k]
		if len(lower) >= len(p.text) && string(lower[:len(p.text)]) == p.text && endsWord(lower, len(p.text)) {
			return p.role
		}
	}
	return document.NoRole
}

// endsWord reports whether text[at:] does not go on with the word before it.
func endsWord(text []byte, at int) bool {
	if at >= len(text) || text[at-1] == ' ' {
		return true
	}
	r, _ := utf8.DecodeRune(text[at:])
	return !unicode.IsLetter(r)
}

func appendLower(dst, text []byte) []byte {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == '’' {
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst
}

// isByline reports whether a line names an author and nothing else.
func isByline(text []byte) bool {
	if len(text) > 120 || bytes.Count(text, []byte(" ")) > 9 {
		return false
	}
	var buf [160]byte
	lower := appendLower(buf[:0], text)
	for _, by := range [...]string{"by ", "by: ", "written by ", "posted by ", "author: ", "von ", "par ", "por ", "door ", "oleh ", "автор: "} {
		if bytes.HasPrefix(lower, []byte(by)) && len(lower) > len(by) {
			r, _ := utf8.DecodeRune(text[len(by):])
			return unicode.IsUpper(r)
		}
	}
	return false
}

// isDateLine reports whether a short line is mostly a date or time: it has a
// year, or digits around separators, and few other words.
func isDateLine(text []byte) bool {
	if len(text) > 80 {
		return false
	}
	digits, letters, years, run := 0, 0, 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] >= '0' && text[i] <= '9' {
			digits++
			run++
			continue
		}
		if run == 4 && (text[i-4] == '1' && text[i-3] == '9' || text[i-4] == '2' && text[i-3] == '0') {
			years++
		}
		run = 0
		if i < len(text) && (text[i] >= 0x80 || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z') {
			letters++
		}
	}
	return years > 0 && digits >= 5 && letters <= 30 && letters <= digits*5
}

// sharedWords returns how many characters of the words of block i, short ones
// left out, occur in block j too.
func sharedWords(s *block.Set, i, j int) int {
	text := s.TextOf(j)
	shared := 0
	for w := range bytes.FieldsSeq(s.TextOf(i)) {
		w = bytes.TrimFunc(w, unicode.IsPunct)
		if len(w) >= 4 && bytes.Contains(text, w) {
			shared += len(w)
		}
	}
	return shared
}
