package label

import "github.com/winnowtext/winnow/internal/dom"

// things are counts of elements that tell what a part of a page is: cards have
// links and images, pickers have controls, lists of news have times.
type things struct{ links, images, controls, times int32 }

func (a things) minus(b *things) things {
	return things{a.links - b.links, a.images - b.images, a.controls - b.controls, a.times - b.times}
}

// countThings counts them up to each node.
func (f *facts) countThings() {
	f.things = f.things[:0]
	if f.page.Tree == nil {
		return
	}
	var c things
	nodes := f.page.Tree.Nodes
	for id := range nodes {
		f.things = append(f.things, c)
		switch nodes[id].Tag {
		case dom.TagA:
			c.links++
		case dom.TagImg, dom.TagPicture, dom.TagSVG, dom.TagVideo:
			c.images++
		case dom.TagInput, dom.TagSelect, dom.TagButton, dom.TagTextarea:
			c.controls++
		case dom.TagTime:
			c.times++
		}
	}
	f.things = append(f.things, c)
}

// thingsIn counts the things in a part.
func (f *facts) thingsIn(k int32) things {
	id := f.parts[k].node
	if id == 0 {
		return f.things[len(f.things)-1]
	}
	return f.things[f.page.Tree.Nodes[id].After].minus(&f.things[id])
}

// thingFeatures fills in what stands around the block beside text.
func (f *facts) thingFeatures(v *Features, k int32) {
	if item := f.parts[k].item; item >= 0 {
		c := f.thingsIn(item)
		v.ItemAnchors, v.ItemImages = logScale(c.links), logScale(c.images)
		c = f.thingsIn(f.parts[item].parent)
		v.RowAnchors = logScale(4 * c.links / f.rows[f.parts[item].row].items)
	}
	k = f.several(k)
	c := f.thingsIn(k)
	v.Box1Anchors, v.Box1Controls = logScale(4*c.links/f.parts[k].size()), logScale(c.controls)
	k = f.wider(k)
	c = f.thingsIn(k)
	v.Box2Anchors, v.Box2Controls = logScale(4*c.links/f.parts[k].size()), logScale(c.controls)
}
