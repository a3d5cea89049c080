package meta

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineLabels are what stands before an author's name, in lower case. Each is
// followed by something that is no letter. Longer ones come before those that
// they begin with.
var bylineLabels = [...]string{
	"article written by", "article by", "written by", "posted by", "published by", "submitted by", "created by",
	"story by", "text by", "words by", "post by", "blog by", "guest post by", "contributed by", "authored by", "by",
	"about the author", "author(s)", "authors", "author", "contributors:", "contributor:", "writer:", "written and reviewed by", "medically written by",
	"geschrieben von", "verfasst von", "ein beitrag von", "ein artikel von", "veröffentlicht von", "von", "autoren", "autorin", "autor",
	"écrit par", "rédigé par", "publié par", "par", "auteur", "auteurs",
	"escrito por", "publicado por", "por", "autora", "autores",
	"scritto da", "pubblicato da", "di", "autore",
	"geschreven door", "door", "oleh", "penulis", "ditulis oleh", "skrevet af", "skrevet av", "skriven av", "av", "af",
	"napisał", "przez", "автор", "текст", "yazan", "yazar", "作者", "文", "著者", "記者", "记者",
}

// credentials are the titles and degrees that follow a name. They are no names.
var credentials = map[string]bool{
	"phd": true, "md": true, "ms": true, "ma": true, "msc": true, "bsc": true, "ba": true, "bs": true, "mba": true,
	"rd": true, "rdn": true, "ldn": true, "rn": true, "np": true, "aprn": true, "fnp": true, "do": true, "dds": true,
	"dvm": true, "vmd": true, "dacvb": true, "mph": true, "msn": true, "bsn": true, "jd": true, "esq": true, "llm": true,
	"cfa": true, "cfp": true, "cpa": true, "cepf": true, "cissp": true, "pmp": true, "psp": true, "cpp": true,
	"cscs": true, "cpt": true, "lmft": true, "lcsw": true, "lpc": true, "psyd": true, "facc": true, "faap": true, "facs": true, "faclm": true,
	"pt": true, "dpt": true, "pharmd": true, "edd": true, "meng": true, "pe": true, "cdn": true, "cnsc": true, "fand": true, "foma": true, "dphil": true,
}

// roleWords are words of job titles and departments. A piece of a byline that
// has one is a description of the name before it.
var roleWords = map[string]bool{
	"editor": true, "editors": true, "reporter": true, "writer": true, "correspondent": true, "columnist": true, "journalist": true,
	"contributor": true, "contributing": true, "author": true, "director": true, "manager": true, "specialist": true, "expert": true,
	"ceo": true, "cto": true, "cmo": true, "coo": true, "cfo": true, "founder": true, "cofounder": true, "president": true, "chief": true,
	"senior": true, "sr": true, "professor": true, "analyst": true, "consultant": true, "strategist": true, "producer": true,
	"marketing": true, "dietitian": true, "nutritionist": true, "engineer": true, "developer": true, "head": true, "vp": true,
	"representative": true, "horticulturalist": true, "educator": true, "photographer": true, "coach": true, "therapist": true,
	"redakteur": true, "redakteurin": true, "redaktion": true, "rédacteur": true, "rédactrice": true, "journaliste": true, "redactor": true,
	"redactora": true, "giornalista": true, "redattore": true, "редактор": true, "корреспондент": true,
}

// nobodies are what systems and templates write where a name should be, as keys.
var nobodies = map[string]bool{
	"": true, "admin": true, "administrator": true, "root": true, "webmaster": true, "user": true, "guest": true, "unknown": true,
	"null": true, "undefined": true, "none": true, "na": true, "author": true, "theauthor": true, "default": true, "superuser": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true,
	"wpadmin": true, "wordpress": true, "website": true, "home": true, "readmore": true, "readbio": true, "fullbio": true, "login": true, "signin": true, "jr": true, "inc": true, "llc": true,
}

// phraseWords are words of links and labels that stand beside bylines. A piece
// of a byline that has one is no name.
var phraseWords = map[string]bool{
	"by": true, "view": true, "posts": true, "profile": true, "comment": true, "comments": true, "reading": true,
	"min": true, "mins": true, "minutes": true, "see": true, "share": true, "follow": true, "subscribe": true, "updated": true,
	"published": true, "posted": true, "written": true, "edited": true, "reviewed": true, "articles": true, "article": true,
	"photo": true, "learn": true, "more": true, "menu": true, "navigation": true, "sign": true, "press": true, "release": true, "insights": true, "request": true, "review": true, "reviews": true, "blog": true, "news": true, "about": true, "contact": true, "your": true,
}

// maxNames is how many authors are read from one page.
const maxNames = 24

// appendNames appends the names in a byline to names: without labels, job
// titles, degrees, addresses and dates.
func appendNames(names []string, byline string) []string {
	byline = cutByline(stripLabels(strings.TrimSpace(cutDate(byline))))
	first := len(names)
	for len(byline) > 0 && len(names) < maxNames {
		piece, rest := cutName(byline)
		byline = rest
		piece = cleanName(piece)
		if piece == "" || isPhrase(piece) || len(names) > first && describes(piece) {
			continue
		}
		names = append(names, piece)
	}
	return names
}

// cutDate drops the date that a byline begins with, and what divides it from the
// name.
func cutDate(s string) string {
	var buf [maxDateText]byte
	n := copy(buf[:], s)
	if !hasDigit(buf[:n]) {
		return s
	}
	if d, ok := nextDate(buf[:n], 0, dateStyle{}); ok && d.start == 0 {
		return strings.TrimLeft(s[d.end:], " ,|•·-–—/")
	}
	return s
}

// stripLabels drops "By", "Author:" and the like from the start of a byline,
// and what stands before "written by".
func stripLabels(s string) string {
	const label = "written by"
	if k := indexFold(s, label); k > 0 {
		s = s[k:]
	}
	for range 3 {
		rest, ok := cutLabel(s)
		if !ok {
			break
		}
		s = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '@' })
	}
	return s
}

// cutLabel cuts the label that s begins with.
func cutLabel(s string) (rest string, ok bool) {
	for _, label := range bylineLabels {
		rest, ok := cutPrefixFold(s, label)
		if ok && endsLabel(label, rest) {
			return rest, true
		}
	}
	return s, false
}

// endsLabel reports whether a label ends before rest, and is not the beginning
// of a name. In "Written byAda" a page has put two elements side by side.
func endsLabel(label, rest string) bool {
	c, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" || strings.HasSuffix(label, ":"):
		return true
	case strings.HasSuffix(label, " by"):
		return !unicode.IsLower(c)
	case label[0] >= utf8.RuneSelf:
		return c == ':' || c == '：' || c == ' '
	}
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(".-'’", c)
}

// turnName turns "Muster, Ada", as library records write names, into "Ada
// Muster".
func turnName(s string) string {
	last, first, ok := strings.Cut(s, ", ")
	if !ok || strings.Contains(first, ",") || strings.Contains(last, " and ") || describes(first) {
		return s
	}
	return first + " " + last
}

// cutPrefixFold cuts a prefix in lower case from s, whatever the case of s.
func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// bylineEnds are what divides the names of a byline from what comes behind.
var bylineEnds = [...]string{
	" | ", " » ", " • ", " · ", " – ", " — ", " - ", " / ", " in ", " on ", " at ", "•", "●", "⋅", "∙", "|", "http", " @", "(",
	" Published", " Updated", " Posted", " Last ", " Reviewed", " Edited", " Medically", " Fact", " published", " updated", " reviewed", " edited",
}

// cutByline cuts a byline where its names end: at one of bylineEnds, or at a
// date or another number.
func cutByline(s string) string {
	for _, end := range bylineEnds {
		if k := strings.Index(s, end); k > 0 {
			s = s[:k]
		}
	}
	for k := 1; k < len(s); k++ {
		if '0' <= s[k] && s[k] <= '9' && s[k-1] == ' ' {
			return cutMonth(s[:k-1])
		}
	}
	return s
}

// cutMonth drops the name of a month from the end of s, even one that hangs on
// the word before.
func cutMonth(s string) string {
	var buf [64]byte
	s = strings.TrimRight(s, ". ")
	start := len(s)
	for start > 0 && (isASCIILetter(s[start-1]) || s[start-1] >= utf8.RuneSelf) {
		start--
		c := s[start]
		if 'A' <= c && c <= 'Z' || start == 0 || s[start-1] == ' ' {
			if monthOf[string(appendLower(buf[:0], s[start:]))] != 0 {
				return strings.TrimRight(s[:start], " ,")
			}
		}
	}
	return s
}

// nameSeparators divide the names of a byline.
var nameSeparators = [...]string{",", ";", " and ", " And ", " AND ", " & ", " und ", " et ", " y ", " en ", " och ", " og ", " e ", " i ", " with ", "、", "，", " и "}

// cutName cuts a byline behind its first name.
func cutName(s string) (name, rest string) {
	at, width := len(s), 0
	for _, sep := range nameSeparators {
		if k := strings.Index(s[:at], sep); k >= 0 {
			at, width = k, len(sep)
		}
	}
	return s[:at], s[at+width:]
}

// cleanName returns a piece of a byline as a name, "" if it is none.
func cleanName(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(":;,|•·-–—/\"“”'<>[](){}*~&»", r)
	})
	if after, ok := strings.CutPrefix(s, "and "); ok {
		s = after
	}
	s = strings.TrimPrefix(s, "@")
	const longest, mostWords = 60, 7
	if len(s) > longest || strings.Count(s, " ") >= mostWords || isAddress(s) || strings.ContainsAny(s, "»›:") || startsAsDate(s) {
		return ""
	}
	var buf [128]byte
	k := appendKey(buf[:0], s)
	if nobodies[string(k)] || credentials[string(k)] || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return trimTitle(trimCredentials(s))
}

// startsAsDate reports whether a piece begins with a year, or with a number that
// is a word: "5 ways", "2023-05-01".
func startsAsDate(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && rest != "" && (rest[0] == ' ' || rest[0] == '-' && len(s)-len(rest) == 4)
}

// trimTitle drops the job title behind a name of at least two words that nothing
// divides from it: the page has put them in two elements.
func trimTitle(s string) string {
	var buf [64]byte
	words := 0
	for k := 0; k < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[k:], ' '); n >= 0 {
			end = k + n
		}
		if words >= 2 && roleWords[string(appendLower(buf[:0], s[k:end]))] {
			return strings.TrimRight(s[:k], " ")
		}
		words++
		k = end + 1
	}
	return s
}

// trimCredentials drops the degrees behind a name that no comma divides from it.
func trimCredentials(s string) string {
	for {
		k := strings.LastIndexByte(s, ' ')
		if k < 0 || !isCredential(s[k+1:]) || !strings.Contains(s[:k], " ") {
			return s
		}
		s = strings.TrimRight(s[:k], " ,")
	}
}

// isCredential reports whether word is a degree: in capitals, since many are
// also names (Do, Ma, Ba).
func isCredential(word string) bool {
	var buf [64]byte
	return len(word) > 1 && (!strings.ContainsFunc(word, isNoCapital) || strings.Contains(word, ".") || strings.HasSuffix(word, "D")) && credentials[string(appendKey(buf[:0], word))]
}

// isNoCapital reports whether c has a capital and is not it.
func isNoCapital(c rune) bool { return unicode.ToUpper(c) != c }

// isAddress reports whether s is a URL or an e-mail address, or has one in it.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@") || strings.Contains(s, "/") && !strings.Contains(s, " ")
}

// isPhrase reports whether a piece of a byline is a label or a link beside it.
func isPhrase(piece string) bool {
	var buf [64]byte
	for word := range strings.FieldsSeq(piece) {
		if phraseWords[string(appendLower(buf[:0], word))] {
			return true
		}
	}
	return false
}

// describes reports whether a piece of a byline tells what its author does.
func describes(piece string) bool {
	var buf [64]byte
	for word := range strings.FieldsSeq(piece) {
		lower := appendLower(buf[:0], word)
		if roleWords[string(bytes.Trim(lower, ".,-"))] || credentials[string(bytes.Trim(lower, ".,"))] {
			return true
		}
	}
	return false
}
