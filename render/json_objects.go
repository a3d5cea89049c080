package render

import (
	"fmt"

	"github.com/winnowtext/winnow/document"
)

func objectsToJSON(d *document.Document) (objects []jsonObject, notes []jsonNote) {
	for i := range d.Objects {
		o := &d.Objects[i]
		j := jsonObject{
			Kind: o.Kind, Block: o.Block, Alone: o.Alone, Start: o.Start, End: o.End,
			URL: o.URL, Text: o.Text, Display: o.Display, Hidden: o.Hidden.Reasons(), Span: span(o.Span),
		}
		if o.Container >= 0 {
			j.Container = &o.Container
		}
		objects = append(objects, j)
	}
	for _, n := range d.Notes {
		notes = append(notes, jsonNote{n.Container, n.ID})
	}
	return objects, notes
}

func objectsFromJSON(d *document.Document, j *jsonDocument) error {
	for i := range j.Objects {
		from := &j.Objects[i]
		o := document.Object{
			Kind: from.Kind, Block: from.Block, Alone: from.Alone, Start: from.Start, End: from.End, Container: -1,
			URL: from.URL, Text: from.Text, Display: from.Display, Span: from.Span.span(),
		}
		if from.Container != nil {
			o.Container = *from.Container
		}
		if o.Block < 0 || o.Block > len(d.Blocks) || o.Container < -1 || o.Container >= len(d.Containers) {
			return fmt.Errorf("object %d: its block or container does not exist", i)
		}
		if o.Block == len(d.Blocks) {
			o.Alone = true
		}
		if !o.Alone && (o.Start < 0 || o.End < o.Start || o.End > len(d.Blocks[o.Block].Text)) {
			return fmt.Errorf("object %d: its range goes beyond the text", i)
		}
		for _, name := range from.Hidden {
			if err := o.Hidden.Add(name); err != nil {
				return fmt.Errorf("object %d: %w", i, err)
			}
		}
		d.Objects = append(d.Objects, o)
	}
	for i, n := range j.Notes {
		if n.Container < 0 || n.Container >= len(d.Containers) {
			return fmt.Errorf("note %d: its container does not exist", i)
		}
		d.Notes = append(d.Notes, document.Note{Container: n.Container, ID: n.ID})
	}
	return nil
}
