package label

import "github.com/winnowtext/winnow/document"

// reason says in words what speaks most for the role of block i: the element it
// stands in, its form, the names around it, its words, or its neighbours.
func (l *Labeller) reason(i int, role document.Role) string {
	f := &l.facts
	b := &f.page.Blocks.Blocks[i]
	within := within(0)
	if f.page.Tree != nil {
		within = f.parts[f.partOf[b.Node]].within
	}
	switch {
	case role == document.Duplicate:
		return "the same text as another block"
	case role == document.Navigation && within&inNav != 0:
		return "inside a nav element"
	case role == document.Footer && within&inFooter != 0:
		return "inside the footer element"
	case role == document.Header && within&inHeader != 0:
		return "inside the header element"
	case role == document.Form && within&(inForm|inControl) != 0:
		return "part of a form"
	case role == document.Code && within&inCode != 0:
		return "preformatted text"
	case role == document.Caption && within&inFigure != 0:
		return "inside a figure"
	case role == document.Title && f.texts[i].titled > 0:
		return "the page's own title says the same"
	}
	g := groupOfRole[role]
	names, words := f.names[i][g]-f.names[i].mean(), f.words[i][g]-f.words[i].mean()
	switch {
	case names <= 0 && words <= 0:
		if isRunning(b) && document.MainText.Has(role) {
			return "running text"
		}
		return "what stands around it"
	case names > words:
		return "the names of the elements around it"
	case isRunning(b) && document.MainText.Has(role):
		return "running text"
	default:
		return "its words"
	}
}

// longText is how many words make a block running text rather than a label, a
// menu entry or a button.
const longText = 12
