package label

// QualityFeatures are what the model of quality knows of a page. Each is a byte,
// as in [Features].
type QualityFeatures struct {
	Expected  uint8 // the F1 that the decoder expects, in 255ths
	Kept      uint8 // share of the words that are kept
	Sure      uint8 // mean probability of the words that are kept
	KeptWords uint8 // log scale
	Doubtful  uint8 // share of the words with a probability from 0.2 to 0.8
	PageBlocks, PageWords, PageLinks, PageRunning,
	PagePrices, PageH1s, PageForms, PageScore,
	TypeArticle, TypeForum, TypeProduct, TypeCollection, TypeListing, TypeDocs, TypeService uint8
}

// Append appends the features to dst in the order of the struct's fields.
func (q *QualityFeatures) Append(dst []uint8) []uint8 {
	return append(
		dst, q.Expected, q.Kept, q.Sure, q.KeptWords, q.Doubtful,
		q.PageBlocks, q.PageWords, q.PageLinks, q.PageRunning,
		q.PagePrices, q.PageH1s, q.PageForms, q.PageScore,
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
	var row [1][maxFeatures]uint8
	q.Append(row[0][:0])
	var score [1]int32
	m.quality.score(0, row[:], []int32{0}, score[:])
	return float32(probability(score[0])) / probUnit
}

func (l *Labeller) qualityFeatures() QualityFeatures {
	f := &l.facts.ofPage
	var all, kept, sure, doubtful int64
	for i := range l.text {
		w, p := int64(l.facts.page.Blocks.Blocks[i].Words), int64(l.text[i])
		all += w
		if l.decoder.keep[i] {
			kept += w
			sure += w * p
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
		PageBlocks: f.PageBlocks, PageWords: f.PageWords, PageLinks: f.PageLinks, PageRunning: f.PageRunning,
		PagePrices: f.PagePrices, PageH1s: f.PageH1s, PageForms: f.PageForms, PageScore: f.PageScore,
		TypeArticle: f.TypeArticle, TypeForum: f.TypeForum, TypeProduct: f.TypeProduct, TypeCollection: f.TypeCollection,
		TypeListing: f.TypeListing, TypeDocs: f.TypeDocs, TypeService: f.TypeService,
	}
}
