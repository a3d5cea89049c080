package dom

// traits are facts about an element's name that the tree builder asks for.
type traits uint16

const (
	scopeMark  traits = 1 << iota // ends "in scope" (WHATWG HTML 13.2.4.2)
	buttonMark                    // ends "in button scope"
	itemMark                      // ends "in list item scope"
	tableMark                     // ends "in table scope"
	special                       // is in the special category
	wall                          // special, but for address, div and p
	modeMark                      // decides the insertion mode (13.2.4.1)
	htmlMark                      // is in the HTML namespace

	impliedEnd   // has an implied end tag (13.2.6.3)
	heading      // h1 to h6
	fosterParent // nothing but parts of a table stand in it
	breakout     // its start tag ends foreign content (13.2.6.5)
)

// markTraits are those that the stack of open elements keeps track of.
const markTraits = scopeMark | buttonMark | itemMark | tableMark | special | wall | modeMark

const (
	everyScope = scopeMark | buttonMark | itemMark
	everyMark  = markTraits | htmlMark
)

// elementTraits are those of HTML elements by tag. breakout is there too, for it
// is asked of tokens.
var elementTraits = func() (t [TagCount]traits) {
	set := func(what traits, tags ...Tag) {
		for _, tag := range tags {
			t[tag] |= what
		}
	}
	for tag := range t {
		t[tag] = htmlMark
	}
	set(everyScope, TagApplet, TagCaption, TagHTML, TagTable, TagTd, TagTh, TagMarquee, TagObject, TagSelect, TagTemplate)
	set(buttonMark, TagButton)
	set(itemMark, TagOl, TagUl)
	set(tableMark, TagHTML, TagTable, TagTemplate)
	set(special|wall, TagApplet, TagArea, TagArticle, TagAside, TagBase, TagBasefont, TagBgsound, TagBlockquote,
		TagBody, TagBr, TagButton, TagCaption, TagCenter, TagCol, TagColgroup, TagDD, TagDetails, TagDir, TagDL,
		TagDT, TagEmbed, TagFieldset, TagFigcaption, TagFigure, TagFooter, TagForm, TagFrame, TagFrameset, TagH1,
		TagH2, TagH3, TagH4, TagH5, TagH6, TagHead, TagHeader, TagHgroup, TagHr, TagHTML, TagIframe, TagImg,
		TagInput, TagKeygen, TagLi, TagLink, TagListing, TagMain, TagMarquee, TagMenu, TagMeta, TagNav, TagNoembed,
		TagNoframes, TagNoscript, TagObject, TagOl, TagParam, TagPlaintext, TagPre, TagScript, TagSearch,
		TagSection, TagSelect, TagSource, TagStyle, TagSummary, TagTable, TagTbody, TagTd, TagTemplate,
		TagTextarea, TagTfoot, TagTh, TagThead, TagTitle, TagTr, TagTrack, TagUl, TagWbr, TagXmp)
	set(special, TagAddress, TagDiv, TagP)
	set(modeMark, TagTd, TagTh, TagTr, TagTbody, TagThead, TagTfoot, TagCaption, TagColgroup, TagTable,
		TagTemplate, TagHead, TagBody, TagFrameset, TagHTML)
	set(impliedEnd, TagDD, TagDT, TagLi, TagOptgroup, TagOption, TagP, TagRb, TagRp, TagRt, TagRtc)
	set(heading, TagH1, TagH2, TagH3, TagH4, TagH5, TagH6)
	set(fosterParent, TagTable, TagTbody, TagTfoot, TagThead, TagTr)
	set(breakout, TagB, TagBig, TagBlockquote, TagBody, TagBr, TagCenter, TagCode, TagDD, TagDiv, TagDL, TagDT,
		TagEm, TagEmbed, TagH1, TagH2, TagH3, TagH4, TagH5, TagH6, TagHead, TagHr, TagI, TagImg, TagLi, TagListing,
		TagMenu, TagMeta, TagNobr, TagOl, TagP, TagPre, TagRuby, TagS, TagSmall, TagSpan, TagStrong, TagStrike,
		TagSub, TagSup, TagTable, TagTt, TagU, TagUl, TagVar)
	return t
}()
