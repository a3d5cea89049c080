package label

// QualityFeatures are what the model of quality knows of a page. Each is a byte,
// as in [Features].
type QualityFeatures struct {
	Expected  uint8 // the F1 that the decoder expects, in 255ths
	Kept      uint8 // share of the words that are kept
	Sure      uint8 // mean probability of the words that are kept
	KeptWords uint8 // log scale
	Doubtful  uint8 // share of the words with a probability from 0.2 to 0.8
	Apart     uint8 // how far the two probabilities of main text are apart, in the mean of the words kept or wanted
	Missed    uint8 // expected words of the main text that are not kept, by those kept
	Blocks    uint8 // kept; log scale
	Described uint8 // 0 if the head says nothing of the text, 1 if what it says is not kept, 2 if it is
	PageBlocks, PageWords, PageLinks, PageRunning,
	PagePrices, PageH1s, PageForms, PageScore, PageImages, PageControls, PageTimes,
	TopItems, TopShare, TopScore,
	TypeArticle, TypeForum, TypeProduct, TypeCollection, TypeListing, TypeDocs, TypeService uint8
}

// Append appends the features to dst in the order of the struct's fields.
func (q *QualityFeatures) Append(dst []uint8) []uint8 {
	return append(
		dst, q.Expected, q.Kept, q.Sure, q.KeptWords, q.Doubtful,
		q.Apart, q.Missed, q.Blocks, q.Described,
		q.PageBlocks, q.PageWords, q.PageLinks, q.PageRunning,
		q.PagePrices, q.PageH1s, q.PageForms, q.PageScore, q.PageImages, q.PageControls, q.PageTimes,
		q.TopItems, q.TopShare, q.TopScore,
		q.TypeArticle, q.TypeForum, q.TypeProduct, q.TypeCollection, q.TypeListing, q.TypeDocs, q.TypeService,
	)
}

// quality returns the probability that the choice of the main text is good: the
// expectation of its word F1.
func (l *Labeller) quality(m *Model) float32 {
	if len(l.rows) == 0 {
		return 0
	}
	q := l.qualityFeatures()
	var row [maxFeatures]uint8
	q.Append(row[:0])
	return float32(probability(m.quality.score(&row))) / probUnit
}

func (l *Labeller) qualityFeatures() QualityFeatures {
	f := &l.facts.ofPage
	var all, kept, sure, doubtful, apart, wanted, missed int64
	blocks := int32(0)
	for i := range l.text {
		w, p := int64(l.facts.page.Blocks.Blocks[i].Words), int64(l.text[i])
		all += w
		if l.decoder.keep[i] {
			kept += w
			sure += w * p
			blocks++
		} else {
			missed += w * p
		}
		if l.decoder.keep[i] || p > probUnit/5 {
			apart += w * int64(l.apart[i])
			wanted += w
		}
		if p > probUnit/5 && p < probUnit*4/5 {
			doubtful += w
		}
	}
	ratio := func(a, b int64) uint8 {
		if b == 0 {
			return 0
		}
		return uint8(min(a*255/b, 255))
	}
	return QualityFeatures{
		Expected: ratio(int64(l.decoder.f1), probUnit), Kept: ratio(kept, all), Sure: ratio(sure, kept*probUnit),
		KeptWords: logScale(int32(min(kept, 1<<30))), Doubtful: ratio(doubtful, all),
		Apart: ratio(apart, wanted*probUnit), Missed: ratio(missed, kept*probUnit), Blocks: logScale(blocks), Described: l.described(),
		PageBlocks: f.PageBlocks, PageWords: f.PageWords, PageLinks: f.PageLinks, PageRunning: f.PageRunning,
		PagePrices: f.PagePrices, PageH1s: f.PageH1s, PageForms: f.PageForms, PageScore: f.PageScore,
		PageImages: f.PageImages, PageControls: f.PageControls, PageTimes: f.PageTimes,
		TopItems: f.TopItems, TopShare: f.TopShare, TopScore: f.TopScore,
		TypeArticle: f.TypeArticle, TypeForum: f.TypeForum, TypeProduct: f.TypeProduct, TypeCollection: f.TypeCollection,
		TypeListing: f.TypeListing, TypeDocs: f.TypeDocs, TypeService: f.TypeService,
	}
}

// described says whether the block that the page's head describes is kept.
func (l *Labeller) described() uint8 {
	at := l.facts.summary.at
	if at < 0 {
		return 0
	}
	return 1 + flag(l.decoder.keep[at])
}
