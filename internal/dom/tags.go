package dom

// Tag is the name of an element, interned; 0 means a name that is not one of
// the constants below. It does not tell namespaces apart: a title in HTML and
// one in SVG are both TagTitle, with a different Node.NS.
type Tag uint16

// The known element names. TagH1 to TagH6 are consecutive.
const (
	_ Tag = iota
	TagA
	TagAbbr
	TagAcronym
	TagAddress
	TagApplet
	TagArea
	TagArticle
	TagAside
	TagAudio
	TagB
	TagBase
	TagBasefont
	TagBdi
	TagBdo
	TagBgsound
	TagBig
	TagBlink
	TagBlockquote
	TagBody
	TagBr
	TagButton
	TagCanvas
	TagCaption
	TagCenter
	TagCite
	TagCode
	TagCol
	TagColgroup
	TagData
	TagDatalist
	TagDD
	TagDel
	TagDetails
	TagDfn
	TagDialog
	TagDir
	TagDiv
	TagDL
	TagDT
	TagEm
	TagEmbed
	TagFieldset
	TagFigcaption
	TagFigure
	TagFont
	TagFooter
	TagForm
	TagFrame
	TagFrameset
	TagH1
	TagH2
	TagH3
	TagH4
	TagH5
	TagH6
	TagHead
	TagHeader
	TagHgroup
	TagHr
	TagHTML
	TagI
	TagIframe
	TagImage
	TagImg
	TagInput
	TagIns
	TagKbd
	TagKeygen
	TagLabel
	TagLegend
	TagLi
	TagLink
	TagListing
	TagMain
	TagMap
	TagMark
	TagMarquee
	TagMenu
	TagMeta
	TagMeter
	TagNav
	TagNobr
	TagNoembed
	TagNoframes
	TagNoscript
	TagObject
	TagOl
	TagOptgroup
	TagOption
	TagOutput
	TagP
	TagParam
	TagPicture
	TagPlaintext
	TagPre
	TagProgress
	TagQ
	TagRb
	TagRp
	TagRt
	TagRtc
	TagRuby
	TagS
	TagSamp
	TagScript
	TagSearch
	TagSection
	TagSelect
	TagSlot
	TagSmall
	TagSource
	TagSpan
	TagStrike
	TagStrong
	TagStyle
	TagSub
	TagSummary
	TagSup
	TagTable
	TagTbody
	TagTd
	TagTemplate
	TagTextarea
	TagTfoot
	TagTh
	TagThead
	TagTime
	TagTitle
	TagTr
	TagTrack
	TagTt
	TagU
	TagUl
	TagVar
	TagVideo
	TagWbr
	TagXmp
	TagSVG
	TagMath
	TagAnnotation
	TagAnnotationXML
	TagCircle
	TagClipPath
	TagDefs
	TagDesc
	TagEllipse
	TagForeignObject
	TagG
	TagLine
	TagLinearGradient
	TagMalignmark
	TagMask
	TagMetadata
	TagMglyph
	TagMi
	TagMn
	TagMo
	TagMrow
	TagMs
	TagMsub
	TagMsup
	TagMtable
	TagMtd
	TagMtext
	TagMtr
	TagPath
	TagPattern
	TagPolygon
	TagPolyline
	TagRadialGradient
	TagRect
	TagSemantics
	TagStop
	TagSymbol
	TagText
	TagTspan
	TagUse
	TagView

	// TagCount is one more than the greatest Tag: the size of a table that is
	// indexed by Tag.
	TagCount
)

// String returns the name in lower case, "" for a name that is not known.
func (t Tag) String() string { return tagNames[t] }

var tagNames = [TagCount]string{
	TagA:              "a",
	TagAbbr:           "abbr",
	TagAcronym:        "acronym",
	TagAddress:        "address",
	TagApplet:         "applet",
	TagArea:           "area",
	TagArticle:        "article",
	TagAside:          "aside",
	TagAudio:          "audio",
	TagB:              "b",
	TagBase:           "base",
	TagBasefont:       "basefont",
	TagBdi:            "bdi",
	TagBdo:            "bdo",
	TagBgsound:        "bgsound",
	TagBig:            "big",
	TagBlink:          "blink",
	TagBlockquote:     "blockquote",
	TagBody:           "body",
	TagBr:             "br",
	TagButton:         "button",
	TagCanvas:         "canvas",
	TagCaption:        "caption",
	TagCenter:         "center",
	TagCite:           "cite",
	TagCode:           "code",
	TagCol:            "col",
	TagColgroup:       "colgroup",
	TagData:           "data",
	TagDatalist:       "datalist",
	TagDD:             "dd",
	TagDel:            "del",
	TagDetails:        "details",
	TagDfn:            "dfn",
	TagDialog:         "dialog",
	TagDir:            "dir",
	TagDiv:            "div",
	TagDL:             "dl",
	TagDT:             "dt",
	TagEm:             "em",
	TagEmbed:          "embed",
	TagFieldset:       "fieldset",
	TagFigcaption:     "figcaption",
	TagFigure:         "figure",
	TagFont:           "font",
	TagFooter:         "footer",
	TagForm:           "form",
	TagFrame:          "frame",
	TagFrameset:       "frameset",
	TagH1:             "h1",
	TagH2:             "h2",
	TagH3:             "h3",
	TagH4:             "h4",
	TagH5:             "h5",
	TagH6:             "h6",
	TagHead:           "head",
	TagHeader:         "header",
	TagHgroup:         "hgroup",
	TagHr:             "hr",
	TagHTML:           "html",
	TagI:              "i",
	TagIframe:         "iframe",
	TagImage:          "image",
	TagImg:            "img",
	TagInput:          "input",
	TagIns:            "ins",
	TagKbd:            "kbd",
	TagKeygen:         "keygen",
	TagLabel:          "label",
	TagLegend:         "legend",
	TagLi:             "li",
	TagLink:           "link",
	TagListing:        "listing",
	TagMain:           "main",
	TagMap:            "map",
	TagMark:           "mark",
	TagMarquee:        "marquee",
	TagMenu:           "menu",
	TagMeta:           "meta",
	TagMeter:          "meter",
	TagNav:            "nav",
	TagNobr:           "nobr",
	TagNoembed:        "noembed",
	TagNoframes:       "noframes",
	TagNoscript:       "noscript",
	TagObject:         "object",
	TagOl:             "ol",
	TagOptgroup:       "optgroup",
	TagOption:         "option",
	TagOutput:         "output",
	TagP:              "p",
	TagParam:          "param",
	TagPicture:        "picture",
	TagPlaintext:      "plaintext",
	TagPre:            "pre",
	TagProgress:       "progress",
	TagQ:              "q",
	TagRb:             "rb",
	TagRp:             "rp",
	TagRt:             "rt",
	TagRtc:            "rtc",
	TagRuby:           "ruby",
	TagS:              "s",
	TagSamp:           "samp",
	TagScript:         "script",
	TagSearch:         "search",
	TagSection:        "section",
	TagSelect:         "select",
	TagSlot:           "slot",
	TagSmall:          "small",
	TagSource:         "source",
	TagSpan:           "span",
	TagStrike:         "strike",
	TagStrong:         "strong",
	TagStyle:          "style",
	TagSub:            "sub",
	TagSummary:        "summary",
	TagSup:            "sup",
	TagTable:          "table",
	TagTbody:          "tbody",
	TagTd:             "td",
	TagTemplate:       "template",
	TagTextarea:       "textarea",
	TagTfoot:          "tfoot",
	TagTh:             "th",
	TagThead:          "thead",
	TagTime:           "time",
	TagTitle:          "title",
	TagTr:             "tr",
	TagTrack:          "track",
	TagTt:             "tt",
	TagU:              "u",
	TagUl:             "ul",
	TagVar:            "var",
	TagVideo:          "video",
	TagWbr:            "wbr",
	TagXmp:            "xmp",
	TagSVG:            "svg",
	TagMath:           "math",
	TagAnnotation:     "annotation",
	TagAnnotationXML:  "annotation-xml",
	TagCircle:         "circle",
	TagClipPath:       "clippath",
	TagDefs:           "defs",
	TagDesc:           "desc",
	TagEllipse:        "ellipse",
	TagForeignObject:  "foreignobject",
	TagG:              "g",
	TagLine:           "line",
	TagLinearGradient: "lineargradient",
	TagMalignmark:     "malignmark",
	TagMask:           "mask",
	TagMetadata:       "metadata",
	TagMglyph:         "mglyph",
	TagMi:             "mi",
	TagMn:             "mn",
	TagMo:             "mo",
	TagMrow:           "mrow",
	TagMs:             "ms",
	TagMsub:           "msub",
	TagMsup:           "msup",
	TagMtable:         "mtable",
	TagMtd:            "mtd",
	TagMtext:          "mtext",
	TagMtr:            "mtr",
	TagPath:           "path",
	TagPattern:        "pattern",
	TagPolygon:        "polygon",
	TagPolyline:       "polyline",
	TagRadialGradient: "radialgradient",
	TagRect:           "rect",
	TagSemantics:      "semantics",
	TagStop:           "stop",
	TagSymbol:         "symbol",
	TagText:           "text",
	TagTspan:          "tspan",
	TagUse:            "use",
	TagView:           "view",
}
