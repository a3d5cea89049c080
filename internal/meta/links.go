package meta

import (
	"bytes"
	"net/url"
	"unicode/utf8"

	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/dom"
)

// nextWords and previousWords are what links to the next and the previous page
// of a sequence say, as keys.
var (
	nextWords = map[string]bool{
		"next": true, "nextpage": true, "older": true, "olderposts": true, "weiter": true, "nächste": true, "nächsteseite": true, "vor": true, "suivant": true,
		"suivante": true, "pagesuivante": true, "siguiente": true, "páginasiguiente": true, "volgende": true, "volgendepagina": true, "successiva": true, "successivo": true,
		"avanti": true, "próxima": true, "próximo": true, "seguinte": true, "nästa": true, "næste": true, "neste": true, "seuraava": true, "następna": true, "dalej": true,
		"další": true, "ďalej": true, "следующая": true, "вперед": true, "далее": true, "наступна": true, "sonraki": true, "berikutnya": true, "επόμενη": true, "következő": true,
		"următoarea": true, "下一页": true, "下一頁": true, "次へ": true, "次のページ": true, "다음": true, "التالي": true, "הבא": true, "अगला": true, "ถัดไป": true,
	}
	previousWords = map[string]bool{
		"previous": true, "prev": true, "previouspage": true, "newer": true, "newerposts": true, "zurück": true, "vorherige": true, "vorherigeseite": true, "précédent": true,
		"précédente": true, "pageprécédente": true, "anterior": true, "vorige": true, "precedente": true, "indietro": true, "föregående": true, "forrige": true, "edellinen": true,
		"poprzednia": true, "wstecz": true, "předchozí": true, "предыдущая": true, "назад": true, "попередня": true, "önceki": true, "sebelumnya": true, "προηγούμενη": true,
		"előző": true, "上一页": true, "上一頁": true, "前へ": true, "前のページ": true, "이전": true, "السابق": true, "הקודם": true, "पिछला": true, "ก่อนหน้า": true,
	}
)

// readAnchor takes notes of a link that says what its target is: a licence, a tag,
// or the next or previous page, if it stands in what calls itself pagination.
func (c *Collector) readAnchor(id dom.ID) {
	t := c.tree
	var href, rel *dom.Attr
	attrs := t.Attrs(id)
	for i := range attrs {
		switch attrs[i].Key {
		case dom.KeyHref:
			href = &attrs[i]
		case dom.KeyRel:
			rel = &attrs[i]
		}
	}
	if href == nil || href.ValStart == href.ValEnd || t.Src[href.ValStart] == '#' {
		return
	}
	s, ok := subject(0), false
	if rel != nil {
		if s, ok = relSubject(t.Value(rel)); ok && s == tag {
			c.readText(id, tag, fromRel)
			return
		}
	}
	if s != licence && (!ok || s == next || s == previous) {
		if !ok {
			s, ok = c.linkSays(id)
		}
		ok = ok && c.inPagination(id)
	}
	if ok {
		c.addWrapped(note{subject: s, origin: fromRel, rank: 1, span: document.Span{Start: int(href.ValStart), End: int(href.ValEnd)}, node: id}, t.Value(href))
	}
}

// relSubject returns what a rel attribute says of the target of a link.
func relSubject(rel []byte) (s subject, ok bool) {
	var buf [16]byte
	for word := range bytes.FieldsSeq(rel) {
		if len(word) > len(buf) {
			continue
		}
		switch string(appendLower(buf[:0], word)) {
		case "canonical":
			return canonical, true
		case "license":
			return licence, true
		case "next":
			return next, true
		case "prev", "previous":
			return previous, true
		case "tag":
			return tag, true
		}
	}
	return 0, false
}

// linkSays returns whether the text of a link says that it leads to the next or
// the previous page.
func (c *Collector) linkSays(id dom.ID) (s subject, ok bool) {
	const longest = 40
	n := &c.tree.Nodes[id]
	if n.First == 0 || n.After-id > 4 {
		return 0, false
	}
	var buf [longest * 2]byte
	key := buf[:0]
	for k := id + 1; k < n.After; k++ {
		if m := &c.tree.Nodes[k]; m.Kind == dom.TextNode {
			if m.End-m.Start > longest {
				return 0, false
			}
			c.linkText = c.tree.AppendText(c.linkText[:0], k)
			key = appendKey(key, c.linkText)
		}
	}
	switch {
	case len(key) == 0 || linkLengths[key[0]]>>min(len(key), 63)&1 == 0:
	case nextWords[string(key)]:
		return next, true
	case previousWords[string(key)]:
		return previous, true
	}
	return 0, false
}

// linkLengths holds for each first byte how long the keys in nextWords and
// previousWords can be: bit n is for those of n bytes. All are shorter than 63.
var linkLengths = func() (t [256]uint64) {
	for _, words := range [...]map[string]bool{nextWords, previousWords} {
		for word := range words {
			t[word[0]] |= 1 << len(word)
		}
	}
	return t
}()

// inPagination reports whether an element, or one a few levels around it, calls
// itself pagination.
func (c *Collector) inPagination(id dom.ID) bool {
	const levels = 5
	for range levels {
		for _, k := range [...]dom.Key{dom.KeyClass, dom.KeyID, dom.KeyRole} {
			if v, ok := c.tree.AttrBytes(id, k); ok && (hasFold(v, "pagin") || hasFold(v, "pager") || hasFold(v, "page-n") || hasFold(v, "paging")) {
				return true
			}
		}
		if id = c.tree.Nodes[id].Parent; id == 0 {
			break
		}
	}
	return false
}

// absolute makes the address that a note has absolute, if the page's own is known.
func (c *Collector) absolute(n *note) []byte {
	value := bytes.TrimSpace(n.value)
	if hasPrefixFold(value, "http:") || hasPrefixFold(value, "https:") {
		return value
	}
	base := c.findBase()
	u, err := url.Parse(string(value))
	if err != nil {
		return value
	}
	if u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return nil // data: and the like name no place
	}
	if u.IsAbs() || base == nil {
		return value
	}
	return []byte(base.ResolveReference(u).String())
}

// link returns the best note on a subject that is an address, made absolute.
func (c *Collector) link(s subject, p float32) document.Field {
	var best *note
	var value []byte
	for i := range c.notes {
		n := &c.notes[i]
		if n.subject != s || best != nil && !better(n, best) {
			continue
		}
		if v := c.absolute(n); len(v) > 0 {
			best, value = n, v
		}
	}
	if best == nil {
		return document.Field{}
	}
	return c.field(best, value, p)
}

// findBase finds what addresses are relative to: what the caller says, else the
// canonical address of the page. nil if it is not known.
func (c *Collector) findBase() *url.URL {
	if c.baseKnown {
		return c.base
	}
	c.baseKnown = true
	if c.options.Base == "" {
	} else if u, err := url.Parse(c.options.Base); err == nil && u.IsAbs() {
		c.base = u
		return u
	}
	for i := range c.notes {
		if n := &c.notes[i]; n.subject == canonical {
			if u, err := url.Parse(string(n.value)); err == nil && u.IsAbs() {
				c.base = u
				return u
			}
		}
	}
	return nil
}

// pageWords stand before the number of a page, and ofWords between it and the
// number of all pages.
var (
	pageWords = map[string]bool{
		"page": true, "seite": true, "página": true, "pagina": true, "sida": true, "side": true, "sivu": true, "strona": true, "strana": true, "stránka": true,
		"страница": true, "сторінка": true, "sayfa": true, "halaman": true, "σελίδα": true, "oldal": true, "trang": true, "صفحة": true, "עמוד": true, "पृष्ठ": true, "หน้า": true, "ページ": true, "第": true,
	}
	ofWords = map[string]bool{
		"of": true, "von": true, "sur": true, "de": true, "di": true, "van": true, "av": true, "af": true, "z": true, "ze": true, "из": true, "з": true, "dari": true,
		"από": true, "din": true, "trên": true, "من": true, "מתוך": true, "का": true, "จาก": true, "/": true,
	}
)

// maxPages is the greatest number of pages that is believed.
const maxPages = 9999

// readPages returns what a line says of the number of this page and of all pages,
// such as "Page 2 of 10"; 0 if it says nothing.
func readPages(line []byte) (page, pages int) {
	const longest = 48
	if len(line) > longest || !hasDigit(line) {
		return 0, 0
	}
	var buf [2 * longest]byte
	var words [8][]byte
	lower, n := buf[:0], 0
	for len(line) > 0 && n < len(words) {
		c, size := utf8.DecodeRune(line)
		k := size
		switch {
		case c == '/':
		case c == ' ' || c == ',' || c == ':' || c == '(' || c == ')' || c == 0xA0:
			line = line[size:]
			continue
		default:
			for k < len(line) {
				r, w := utf8.DecodeRune(line[k:])
				if r == ' ' || r == ',' || r == ':' || r == '/' || r == ')' || r == 0xA0 || ('0' <= r && r <= '9') != ('0' <= c && c <= '9') {
					break
				}
				k += w
			}
		}
		from := len(lower)
		lower = appendLower(lower, line[:k])
		words[n] = lower[from:]
		n++
		line = line[k:]
	}
	for i := 0; i+3 < n; i++ {
		if !pageWords[string(words[i])] || !ofWords[string(words[i+2])] {
			continue
		}
		page, pages = atoi(string(words[i+1])), atoi(string(words[i+3]))
		if 0 < page && page <= pages && pages <= maxPages {
			return page, pages
		}
	}
	return 0, 0
}
