package preload

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/layout"
)

// emitter makes blocks of the candidates that were chosen.
type emitter struct {
	f       *Finder
	tree    *dom.Tree
	layout  *layout.Layout // of tree
	builder *block.Builder
	set     *block.Set

	runs []block.Run // the runs of a candidate, as they are in the page
}

// emit adds the candidates. What is weak is held back until prose follows or has
// just come.
func (e *emitter) emit() {
	from := len(e.set.Blocks)
	for i := range e.f.candidates {
		c := &e.f.candidates[i]
		if c.weak && !e.besideProse(i) {
			continue
		}
		if e.f.known.holds(plain(c)) {
			continue // what was added before says it
		}
		e.candidate(c)
	}
	for i := from; i < len(e.set.Blocks); i++ {
		e.set.Blocks[i].First, e.set.Blocks[i].Node = 0, 0
	}
}

// near is how many weak candidates may lie between one and the prose that
// bears it out.
const near = 3

// besideProse reports whether prose follows candidate i, or, unless that is a
// heading, comes before it.
func (e *emitter) besideProse(i int) bool {
	all := e.f.candidates
	for k := i + 1; k < len(all) && k <= i+near; k++ {
		if !all[k].weak || all[k].words >= minProse {
			return true
		}
	}
	if all[i].kind == document.Heading {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-near; k-- {
		if !all[k].weak || all[k].words >= minProse {
			return true
		}
	}
	return all[i].words >= minProse
}

// candidate adds the blocks of one candidate.
func (e *emitter) candidate(c *candidate) {
	first, links, containers := len(e.set.Blocks), len(e.set.Links), len(e.set.Containers)
	switch {
	case c.template != 0:
		e.builder.AddNodes(e.tree, e.layout, c.template+1, e.tree.Node(c.template).After)
	case c.html:
		t := e.f.parser.ParseFragment(c.bytes, "div", dom.HTML, dom.Options{})
		e.f.layout.Resolve(t)
		e.builder.AddNodes(t, &e.f.layout, 1, dom.ID(len(t.Nodes)))
	default:
		e.builder.AddText(c.bytes)
	}
	if c.template == 0 {
		if !e.trace(c, first) {
			e.builder.Truncate(first)
			e.set.Containers = e.set.Containers[:containers]
			return
		}
		e.set.Links = e.set.Links[:links]
	}
	e.f.known.add(plain(c))
	for i := first; i < len(e.set.Blocks); i++ {
		b := &e.set.Blocks[i]
		b.Data = c.wrap
		if c.template == 0 {
			b.Links = [2]int32{int32(links), int32(links)}
		}
		if c.form != (form{}) && b.Kind == document.Paragraph {
			b.Kind, b.Level = c.kind, c.level
		}
	}
}

// trace makes the runs of the blocks from first on, which are ranges of the
// candidate, ranges of the page. It reports whether all of them are.
func (e *emitter) trace(c *candidate, first int) bool {
	if first == len(e.set.Blocks) {
		return true
	}
	start := e.set.Blocks[first].Runs[0]
	e.runs = e.runs[:0]
	for i := first; i < len(e.set.Blocks); i++ {
		b := &e.set.Blocks[i]
		from := start + int32(len(e.runs))
		for _, r := range e.set.Runs[b.Runs[0]:b.Runs[1]] {
			if !e.run(c, r) {
				return false
			}
		}
		b.Runs = [2]int32{from, start + int32(len(e.runs))}
	}
	e.set.Runs = append(e.set.Runs[:start], e.runs...)
	return true
}

// run appends a run as ranges of the page.
func (e *emitter) run(c *candidate, r block.Run) bool {
	if r.Decoding != document.Verbatim {
		s, ok := c.source(int(r.SrcStart), int(r.SrcEnd))
		if !ok && r.Decoding == document.FoldedSpace {
			s, ok = e.beginning(c, r)
		}
		r.SrcStart, r.SrcEnd = s.src, s.end
		e.runs = append(e.runs, r)
		return ok
	}
	for i := c.segmentAt(int(r.SrcStart)); r.SrcStart < r.SrcEnd; i++ {
		end := min(int32(c.segmentEnd(i)), r.SrcEnd)
		s, ok := c.source(int(r.SrcStart), int(end))
		if !ok {
			return false
		}
		part := block.Run{Start: r.Start, End: r.Start + end - r.SrcStart, SrcStart: s.src, SrcEnd: s.end}
		if !s.same {
			part.Decoding = document.FromJSON
		}
		e.runs = append(e.runs, part)
		r.Start, r.SrcStart = part.End, end
	}
	return true
}

// beginning returns the range of the page of the first segment of a run of white
// space that has a gap in the page.
func (e *emitter) beginning(c *candidate, r block.Run) (segment, bool) {
	end := min(c.segmentEnd(c.segmentAt(int(r.SrcStart))), int(r.SrcEnd))
	return c.source(int(r.SrcStart), end)
}
