package label

import "github.com/winnowtext/winnow/document"

// leadFeatures fills in what stands over the rows and the box around the block,
// and what they say as a whole.
func (f *facts) leadFeatures(v *Features, k int32) {
	box := &f.parts[f.several(k)]
	v.Box1Widget, v.Box1FirstText = f.meanOf(box.first, box.end, GroupWidget), f.words[box.first].toByte(GroupText)
	item := f.parts[k].item
	if item < 0 {
		return
	}
	r := &f.rows[f.parts[item].row]
	v.RowComment, v.RowForm = f.meanOf(r.first, r.end, GroupComment), f.meanOf(r.first, r.end, GroupForm)
	v.RowLegal, v.RowWidget = f.meanOf(r.first, r.end, GroupLegal), f.meanOf(r.first, r.end, GroupWidget)
	heading, before := f.over(r.first)
	v.RowHeadText, v.RowLeadText = heading.toByte(GroupText), before.toByte(GroupText)
	heading, before = f.over(f.rows[f.parts[f.parts[k].outerItem].row].first)
	v.OuterHeadText, v.OuterLeadRelated = heading.toByte(GroupText), before.toByte(GroupRelated)
}

// over returns what the last heading over a row that begins with block first, and
// the last block over it, say.
func (f *facts) over(first int32) (heading, before scores) {
	if first == 0 {
		return heading, before
	}
	if h := f.heading[first-1]; h >= 0 {
		heading = f.words[h]
	}
	return heading, f.words[first-1]
}

// maxPast is the most words of a heading over related links.
const maxPast = 7

// findPast finds for each block the heading, behind the title and up to the block,
// that is most like one over related links.
func (f *facts) findPast() {
	f.past = f.past[:0]
	most := uint8(0)
	for i := range f.texts {
		b := &f.page.Blocks.Blocks[i]
		if b.Kind == document.Heading && b.Words > 0 && b.Words <= maxPast && int32(i) > f.titleAt {
			most = max(most, f.words[i].toByte(GroupRelated))
		}
		f.past = append(f.past, most)
	}
}

// topRow fills in what the row with most words is like.
func (f *facts) topRow(v *Features) {
	for k := range f.rows {
		if r := &f.rows[k]; r.items >= minRow && r.words == f.rowMost && r.words > 0 {
			v.TopWords, v.TopItems = logScale(r.words/r.items), logScale(r.items)
			v.TopShare, v.TopScore = share(r.words, f.total.Words), f.meanOf(r.first, r.end, GroupText)
		}
	}
}
