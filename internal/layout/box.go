package layout

import "github.com/winnowtext/winnow/internal/dom"

// Box is how an element takes part in the flow of the page.
type Box uint8

// The boxes.
const (
	Inline Box = iota
	Block      // begins and ends a line
	Break      // ends a line: br
	None       // never shown, nor is anything in it: script, style, template ...
)

// boxes holds the boxes of the elements that are not inline, by the user agent
// style sheet of the HTML standard (section 15.3). Form controls and table
// cells, which stand beside each other on a line, are blocks here: their text
// does not run into their neighbours'.
var boxes = func() (t [dom.TagCount]Box) {
	for _, tag := range []dom.Tag{
		dom.TagAddress, dom.TagArticle, dom.TagAside, dom.TagBlockquote, dom.TagBody, dom.TagCaption,
		dom.TagCenter, dom.TagDD, dom.TagDetails, dom.TagDialog, dom.TagDir, dom.TagDiv, dom.TagDL,
		dom.TagDT, dom.TagFieldset, dom.TagFigcaption, dom.TagFigure, dom.TagFooter, dom.TagForm,
		dom.TagFrameset, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHeader,
		dom.TagHgroup, dom.TagHr, dom.TagHTML, dom.TagLegend, dom.TagLi, dom.TagListing, dom.TagMain,
		dom.TagMarquee, dom.TagMenu, dom.TagNav, dom.TagNoscript, dom.TagOl, dom.TagOptgroup,
		dom.TagOption, dom.TagP, dom.TagPlaintext, dom.TagPre, dom.TagSearch, dom.TagSection,
		dom.TagSelect, dom.TagSummary, dom.TagTable, dom.TagTbody, dom.TagTd, dom.TagTextarea,
		dom.TagTfoot, dom.TagTh, dom.TagThead, dom.TagTr, dom.TagUl, dom.TagXmp, dom.TagButton,
		dom.TagAudio, dom.TagVideo, dom.TagCanvas, dom.TagObject,
	} {
		t[tag] = Block
	}
	for _, tag := range []dom.Tag{
		dom.TagHead, dom.TagScript, dom.TagStyle, dom.TagTemplate, dom.TagTitle, dom.TagIframe,
		dom.TagNoembed, dom.TagNoframes, dom.TagDatalist,
	} {
		t[tag] = None
	}
	t[dom.TagBr] = Break
	return t
}()

// BoxOf returns the box of an element.
func BoxOf(n *dom.Node) Box {
	switch n.NS {
	case dom.HTML:
		return boxes[n.Tag]
	case dom.SVG:
		return svgBox(n.Tag)
	default:
		if n.Tag == dom.TagAnnotation || n.Tag == dom.TagAnnotationXML {
			return None
		}
		return Inline
	}
}

// svgBox returns the box of an SVG element: each text element is drawn at a
// place of its own, and descriptions are not drawn.
func svgBox(tag dom.Tag) Box {
	switch tag {
	case dom.TagSVG, dom.TagText, dom.TagForeignObject:
		return Block
	case dom.TagTitle, dom.TagDesc, dom.TagStyle, dom.TagScript, dom.TagMetadata, dom.TagDefs:
		return None
	}
	return Inline
}
