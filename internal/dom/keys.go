package dom

// Key is the name of an attribute, interned; 0 means a name that is not one of
// the constants below.
type Key uint16

// The known attribute names.
const (
	_ Key = iota
	KeyAbbr
	KeyAccept
	KeyAction
	KeyAlign
	KeyAllow
	KeyAlt
	KeyAs
	KeyAsync
	KeyBackground
	KeyBgColor
	KeyBorder
	KeyCellpadding
	KeyCellspacing
	KeyCharset
	KeyChecked
	KeyCite
	KeyClass
	KeyColor
	KeyCols
	KeyColspan
	KeyContent
	KeyContenteditable
	KeyControls
	KeyCoords
	KeyData
	KeyDataSrc
	KeyDataSrcset
	KeyDatetime
	KeyDefinitionURL
	KeyDir
	KeyDisabled
	KeyDownload
	KeyEncoding
	KeyEnctype
	KeyFace
	KeyFor
	KeyFrameborder
	KeyHeaders
	KeyHeight
	KeyHidden
	KeyHref
	KeyHreflang
	KeyHTTPEquiv
	KeyID
	KeyIntegrity
	KeyIsmap
	KeyItemid
	KeyItemprop
	KeyItemref
	KeyItemscope
	KeyItemtype
	KeyLabel
	KeyLang
	KeyList
	KeyLoading
	KeyMedia
	KeyMethod
	KeyMultiple
	KeyName
	KeyNowrap
	KeyOnclick
	KeyOpen
	KeyPlaceholder
	KeyPoster
	KeyPrefix
	KeyProperty
	KeyReadonly
	KeyRel
	KeyRequired
	KeyResource
	KeyRev
	KeyRole
	KeyRows
	KeyRowspan
	KeyScope
	KeySelected
	KeyShape
	KeySize
	KeySizes
	KeySlot
	KeySpan
	KeySrc
	KeySrcdoc
	KeySrcset
	KeyStart
	KeyStyle
	KeySummary
	KeyTabIndex
	KeyTarget
	KeyTitle
	KeyTranslate
	KeyType
	KeyTypeof
	KeyUseMap
	KeyValign
	KeyValue
	KeyVocab
	KeyWidth
	KeyXLinkHref
	KeyXMLLang
	KeyXMLNS
	KeyAriaHidden
	KeyAriaLabel
	KeyAriaLabelledby
	KeyAriaDescribedby
	KeyAriaLevel
	KeyAriaExpanded
	KeyAriaModal
	KeyCrossorigin
	KeyCx
	KeyCy
	KeyD
	KeyFill
	KeyViewBox
	KeyStroke
	KeyTransform
	KeyPoints
	KeyX
	KeyY

	// KeyCount is one more than the greatest Key.
	KeyCount
)

// String returns the name in lower case, "" for a name that is not known.
func (k Key) String() string { return keyNames[k] }

var keyNames = [KeyCount]string{
	KeyAbbr:            "abbr",
	KeyAccept:          "accept",
	KeyAction:          "action",
	KeyAlign:           "align",
	KeyAllow:           "allow",
	KeyAlt:             "alt",
	KeyAs:              "as",
	KeyAsync:           "async",
	KeyBackground:      "background",
	KeyBgColor:         "bgcolor",
	KeyBorder:          "border",
	KeyCellpadding:     "cellpadding",
	KeyCellspacing:     "cellspacing",
	KeyCharset:         "charset",
	KeyChecked:         "checked",
	KeyCite:            "cite",
	KeyClass:           "class",
	KeyColor:           "color",
	KeyCols:            "cols",
	KeyColspan:         "colspan",
	KeyContent:         "content",
	KeyContenteditable: "contenteditable",
	KeyControls:        "controls",
	KeyCoords:          "coords",
	KeyData:            "data",
	KeyDataSrc:         "data-src",
	KeyDataSrcset:      "data-srcset",
	KeyDatetime:        "datetime",
	KeyDefinitionURL:   "definitionurl",
	KeyDir:             "dir",
	KeyDisabled:        "disabled",
	KeyDownload:        "download",
	KeyEncoding:        "encoding",
	KeyEnctype:         "enctype",
	KeyFace:            "face",
	KeyFor:             "for",
	KeyFrameborder:     "frameborder",
	KeyHeaders:         "headers",
	KeyHeight:          "height",
	KeyHidden:          "hidden",
	KeyHref:            "href",
	KeyHreflang:        "hreflang",
	KeyHTTPEquiv:       "http-equiv",
	KeyID:              "id",
	KeyIntegrity:       "integrity",
	KeyIsmap:           "ismap",
	KeyItemid:          "itemid",
	KeyItemprop:        "itemprop",
	KeyItemref:         "itemref",
	KeyItemscope:       "itemscope",
	KeyItemtype:        "itemtype",
	KeyLabel:           "label",
	KeyLang:            "lang",
	KeyList:            "list",
	KeyLoading:         "loading",
	KeyMedia:           "media",
	KeyMethod:          "method",
	KeyMultiple:        "multiple",
	KeyName:            "name",
	KeyNowrap:          "nowrap",
	KeyOnclick:         "onclick",
	KeyOpen:            "open",
	KeyPlaceholder:     "placeholder",
	KeyPoster:          "poster",
	KeyPrefix:          "prefix",
	KeyProperty:        "property",
	KeyReadonly:        "readonly",
	KeyRel:             "rel",
	KeyRequired:        "required",
	KeyResource:        "resource",
	KeyRev:             "rev",
	KeyRole:            "role",
	KeyRows:            "rows",
	KeyRowspan:         "rowspan",
	KeyScope:           "scope",
	KeySelected:        "selected",
	KeyShape:           "shape",
	KeySize:            "size",
	KeySizes:           "sizes",
	KeySlot:            "slot",
	KeySpan:            "span",
	KeySrc:             "src",
	KeySrcdoc:          "srcdoc",
	KeySrcset:          "srcset",
	KeyStart:           "start",
	KeyStyle:           "style",
	KeySummary:         "summary",
	KeyTabIndex:        "tabindex",
	KeyTarget:          "target",
	KeyTitle:           "title",
	KeyTranslate:       "translate",
	KeyType:            "type",
	KeyTypeof:          "typeof",
	KeyUseMap:          "usemap",
	KeyValign:          "valign",
	KeyValue:           "value",
	KeyVocab:           "vocab",
	KeyWidth:           "width",
	KeyXLinkHref:       "xlink:href",
	KeyXMLLang:         "xml:lang",
	KeyXMLNS:           "xmlns",
	KeyAriaHidden:      "aria-hidden",
	KeyAriaLabel:       "aria-label",
	KeyAriaLabelledby:  "aria-labelledby",
	KeyAriaDescribedby: "aria-describedby",
	KeyAriaLevel:       "aria-level",
	KeyAriaExpanded:    "aria-expanded",
	KeyAriaModal:       "aria-modal",
	KeyCrossorigin:     "crossorigin",
	KeyCx:              "cx",
	KeyCy:              "cy",
	KeyD:               "d",
	KeyFill:            "fill",
	KeyViewBox:         "viewbox",
	KeyStroke:          "stroke",
	KeyTransform:       "transform",
	KeyPoints:          "points",
	KeyX:               "x",
	KeyY:               "y",
}
