package label

// Features are what the models know of a block. Each is a byte, and every step
// from the page to it is integer arithmetic: the same page gives the same
// features, and so the same roles, on every machine.
//
// Counts are on a scale of eighths of a power of two ([logScale]), shares in
// 255ths, scores of the linear models centred at 128. Where a page lacks the
// thing (flattened text has no elements) the feature is 0.
//
// The trainer takes names and order from this struct. Adding a field means
// filling it in here, listing it in [Features.Append], and training anew.
type Features struct {
	// The block itself.
	Chars, Words, Sentences, Commas, Links        uint8
	LinkShare, DigitShare, UpperShare, FormShare  uint8
	WordLength                                    uint8
	Kind, Level, Hidden                           uint8
	FirstChar, LastChar                           uint8 // character classes
	Price, Year, At, Copyright                    uint8
	Phrase                                        uint8 // 1 + the group of a phrase that sites use; 0 for none
	Copies, EarlierCopies                         uint8
	TitleShare, TitleCover                        uint8 // of the page title's words in the block, and of the block's in the title
	Place, WordPlace                              uint8 // how far down the page
	PageBlocks, PageWords, PageLinks, PageRunning uint8
	PagePrices, PageH1s, PageForms                uint8

	// The elements around it.
	Depth, Tag                                uint8
	InNav, InHeader, InFooter, InAside        uint8
	InArticle, InMain, InForm, InTable        uint8
	InList, InLink, InHeading, InControl      uint8
	InFigure, InQuote, InDetails, InCode      uint8
	Box1Blocks, Box1Words, Box1Links, Box1Run uint8
	Box1Place, Box1Score                      uint8
	Box2Blocks, Box2Words, Box2Links, Box2Run uint8
	Box2Score                                 uint8
	Box3Blocks, Box3Words, Box3Links, Box3Run uint8
	Box3Score                                 uint8
	Core                                      uint8 // innermost of the elements with 50, 75, 90 % of the running text that holds it
	BeforeCore, AfterCore                     uint8 // blocks between it and the core
	RowItems, RowIndex, RowWords, RowLinks    uint8 // the innermost row of like elements
	RowShare, RowPlace, RowBlocks, RowScore   uint8
	OuterItems, OuterIndex, OuterWords        uint8 // the outermost row
	OuterShare                                uint8

	// The blocks beside it.
	PrevWords, NextWords, Prev2Words, Next2Words uint8
	PrevLinks, NextLinks, PrevKind, NextKind     uint8
	RunBefore, RunAfter                          uint8
	HeadingDistance, HeadingLevel                uint8
	HeadingText, HeadingComment, HeadingRelated  uint8
	HeadingNavigation, HeadingForm               uint8
	SectionWords, SectionBlocks, SectionLinks    uint8
	SectionScore                                 uint8

	// What the linear models say of its names and its words, and of those of
	// the blocks beside it.
	NameText, NameHead, NameComment, NameNavigation    uint8
	NameRelated, NameForm, NameWidget, NameLegal       uint8
	WordText, WordHead, WordComment, WordNavigation    uint8
	WordRelated, WordForm, WordWidget, WordLegal       uint8
	PrevName, NextName, PrevWord, NextWord             uint8
	Prev2, Next2, Prev3, Next3                         uint8
	PrevHead, NextHead, PrevComment, NextComment       uint8
	Around5, PageScore                                 uint8
	TypeArticle, TypeForum, TypeProduct                uint8
	TypeCollection, TypeListing, TypeDocs, TypeService uint8

	// How it stands to the title, what the containers, rows and blocks that look
	// like it hold, and the headings above it.
	BeforeTitle, AfterTitle, TitleRun, TitleBoxBlocks, TitleBoxRun, TitleBoxDepth   uint8
	Box1Comment, Box1Related, Box1Legal, Box1Form, Box1Navigation                   uint8
	Box2Comment, Box2Related, Box2Legal, Box2Form, Box2Navigation                   uint8
	ItemWords, ItemLinks, ItemHeads, ItemPrices, ItemScore                          uint8
	RowPrices, RowHeads, RowTop, RowRelated, RowNavigation                          uint8
	OuterTop, OuterScore, OuterPrices                                               uint8
	LookCount, LookDistinct, LookWords, LookShare, LookLinks, LookScore, LookPrices uint8
	HeadingLegal, HeadingWidget, UpperText, UpperComment, UpperRelated, UpperLegal  uint8

	// What the page says twice and what its head says of it.
	SaidBefore, RepeatWords, RepeatBlocks, SummaryAt, SummaryUp, SummaryRun uint8

	// Links, images, controls and times around it.
	ItemAnchors, ItemImages, RowAnchors, Box1Anchors, Box1Controls, Box2Anchors uint8
	Box2Controls, PageImages, PageControls, PageTimes, HeadingLinks             uint8

	// What rows, the box and the blocks of its look say, and what stands over them.
	RowComment, RowForm, RowLegal, RowWidget, Box1Widget, Box1FirstText    uint8
	LookRelated, LookComment, LookForm, LookLegal, LookWidget, PastRelated uint8
	TopWords, TopItems, TopShare, TopScore, RowHeadText, RowLeadText       uint8
	OuterHeadText, OuterLeadRelated                                        uint8
	SectionRelated, SectionComment, SectionLegal                           uint8
	Box3Related, Box3Comment, Box3Legal, Box3Form                          uint8
	Symbols                                                                uint8 // share of the signs of programs and data
}

// Append appends the features to dst in the order of the struct's fields.
func (f *Features) Append(dst []uint8) []uint8 {
	return append(
		dst,
		f.Chars, f.Words, f.Sentences, f.Commas, f.Links,
		f.LinkShare, f.DigitShare, f.UpperShare, f.FormShare,
		f.WordLength,
		f.Kind, f.Level, f.Hidden,
		f.FirstChar, f.LastChar,
		f.Price, f.Year, f.At, f.Copyright,
		f.Phrase,
		f.Copies, f.EarlierCopies,
		f.TitleShare, f.TitleCover,
		f.Place, f.WordPlace,
		f.PageBlocks, f.PageWords, f.PageLinks, f.PageRunning,
		f.PagePrices, f.PageH1s, f.PageForms,
		f.Depth, f.Tag,
		f.InNav, f.InHeader, f.InFooter, f.InAside,
		f.InArticle, f.InMain, f.InForm, f.InTable,
		f.InList, f.InLink, f.InHeading, f.InControl,
		f.InFigure, f.InQuote, f.InDetails, f.InCode,
		f.Box1Blocks, f.Box1Words, f.Box1Links, f.Box1Run,
		f.Box1Place, f.Box1Score,
		f.Box2Blocks, f.Box2Words, f.Box2Links, f.Box2Run,
		f.Box2Score,
		f.Box3Blocks, f.Box3Words, f.Box3Links, f.Box3Run,
		f.Box3Score,
		f.Core,
		f.BeforeCore, f.AfterCore,
		f.RowItems, f.RowIndex, f.RowWords, f.RowLinks,
		f.RowShare, f.RowPlace, f.RowBlocks, f.RowScore,
		f.OuterItems, f.OuterIndex, f.OuterWords,
		f.OuterShare,
		f.PrevWords, f.NextWords, f.Prev2Words, f.Next2Words,
		f.PrevLinks, f.NextLinks, f.PrevKind, f.NextKind,
		f.RunBefore, f.RunAfter,
		f.HeadingDistance, f.HeadingLevel,
		f.HeadingText, f.HeadingComment, f.HeadingRelated,
		f.HeadingNavigation, f.HeadingForm,
		f.SectionWords, f.SectionBlocks, f.SectionLinks,
		f.SectionScore,
		f.NameText, f.NameHead, f.NameComment, f.NameNavigation,
		f.NameRelated, f.NameForm, f.NameWidget, f.NameLegal,
		f.WordText, f.WordHead, f.WordComment, f.WordNavigation,
		f.WordRelated, f.WordForm, f.WordWidget, f.WordLegal,
		f.PrevName, f.NextName, f.PrevWord, f.NextWord,
		f.Prev2, f.Next2, f.Prev3, f.Next3,
		f.PrevHead, f.NextHead, f.PrevComment, f.NextComment,
		f.Around5, f.PageScore,
		f.TypeArticle, f.TypeForum, f.TypeProduct,
		f.TypeCollection, f.TypeListing, f.TypeDocs, f.TypeService,
		f.BeforeTitle, f.AfterTitle, f.TitleRun, f.TitleBoxBlocks, f.TitleBoxRun, f.TitleBoxDepth,
		f.Box1Comment, f.Box1Related, f.Box1Legal, f.Box1Form, f.Box1Navigation,
		f.Box2Comment, f.Box2Related, f.Box2Legal, f.Box2Form, f.Box2Navigation,
		f.ItemWords, f.ItemLinks, f.ItemHeads, f.ItemPrices, f.ItemScore,
		f.RowPrices, f.RowHeads, f.RowTop, f.RowRelated, f.RowNavigation,
		f.OuterTop, f.OuterScore, f.OuterPrices,
		f.LookCount, f.LookDistinct, f.LookWords, f.LookShare, f.LookLinks, f.LookScore, f.LookPrices,
		f.HeadingLegal, f.HeadingWidget, f.UpperText, f.UpperComment, f.UpperRelated, f.UpperLegal,
		f.SaidBefore, f.RepeatWords, f.RepeatBlocks, f.SummaryAt, f.SummaryUp, f.SummaryRun,
		f.ItemAnchors, f.ItemImages, f.RowAnchors, f.Box1Anchors, f.Box1Controls, f.Box2Anchors,
		f.Box2Controls, f.PageImages, f.PageControls, f.PageTimes, f.HeadingLinks,
		f.RowComment, f.RowForm, f.RowLegal, f.RowWidget, f.Box1Widget, f.Box1FirstText,
		f.LookRelated, f.LookComment, f.LookForm, f.LookLegal, f.LookWidget, f.PastRelated,
		f.TopWords, f.TopItems, f.TopShare, f.TopScore, f.RowHeadText, f.RowLeadText,
		f.OuterHeadText, f.OuterLeadRelated,
		f.SectionRelated, f.SectionComment, f.SectionLegal,
		f.Box3Related, f.Box3Comment, f.Box3Legal, f.Box3Form,
		f.Symbols,
	)
}

// FeatureCount is the number of features.
const FeatureCount = 227 // checked by a test

// featureHash is [FeatureHash] of the fields, checked by a test: the built-in
// model is for these features and no others.
const featureHash = 0x166b26f8
