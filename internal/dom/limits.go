package dom

// The limits of the parser. None is in sight of an ordinary page; they keep a
// hostile one from costing more than a constant for each of its bytes. One that
// bites is reported in [Tree.Limits]. All but those on the size of the input and of
// the tree keep the text in the tree.
const (
	// MaxDepth is how deep nodes nest. A deeper element, and what stands in it, is
	// attached to the parent of its parent instead, as in Blink, and is marked
	// Flattened. Only the adoption agency may push down what is closed already, by
	// a few levels.
	MaxDepth = 512
	// MaxOpen is how many elements can be open at once. Start tags beyond it make
	// elements that are empty.
	MaxOpen = 1 << 14
	// MaxFormatting is how many formatting elements (a, b, font ...) since the
	// last cell, caption or object are opened anew after they were cut off. When
	// there are more, the oldest is forgotten.
	MaxFormatting = 64
	// MaxAttrs is how many attributes one element can have; more are dropped.
	MaxAttrs = 1024
	// FreeNodes, and one more for every NodeBytes bytes of input, is how many
	// nodes a tree can have; MaxTreeAttrs is how many attributes. At either the
	// parser stops: the tree holds what came before. With them, and the limit on
	// blocks, extracting a page takes less memory than 64 MiB and 40 times the
	// input. Ordinary pages have a node for a hundred bytes.
	FreeNodes    = 1 << 20
	NodeBytes    = 8
	MaxTreeAttrs = 1 << 27
	// MaxInput is how many bytes are parsed.
	MaxInput = 1<<31 - 1 - 64

	// Repair of misnested markup (the adoption agency, opening formatting
	// elements anew, taking elements out of the middle of the stack) is the one
	// part of the algorithm whose cost does not follow from the input's size. Its
	// steps and the elements it makes are paid from two budgets that do. When
	// one is spent, misnested end tags do nothing and formatting elements are not
	// opened anew.
	repairStepsFree   = 1 << 16
	repairStepsPer    = 2 // for each byte of input
	repairElementFree = 1 << 12
	repairElementPer  = 16 // bytes of input for each element
)

// Limit is a limit that bit.
type Limit struct {
	What   string // which: one of the Limit... constants
	Count  int    // how often
	Offset int    // where in the input first
}

// The values of Limit.What.
const (
	LimitDepth      = "nesting depth"
	LimitOpen       = "open elements"
	LimitFormatting = "active formatting elements"
	LimitAttrs      = "attributes of an element"
	LimitNodes      = "nodes"
	LimitRepair     = "repair of misnested markup"
	LimitInput      = "bytes parsed"
)

// limitKind numbers the limits.
type limitKind uint8

const (
	limitDepth limitKind = iota
	limitOpen
	limitFormatting
	limitAttrs
	limitNodes
	limitRepair
	limitInput
	limitKinds
)

var limitNames = [limitKinds]string{
	LimitDepth, LimitOpen, LimitFormatting, LimitAttrs, LimitNodes, LimitRepair, LimitInput,
}

// limit notes that a limit bit at the present token.
func (p *Parser) limit(kind limitKind) {
	if p.bites[kind].count++; p.bites[kind].count == 1 {
		p.bites[kind].offset = p.at
	}
}

// reportLimits lists the limits that bit.
func (p *Parser) reportLimits() {
	for kind, bite := range p.bites {
		if bite.count > 0 {
			p.tree.Limits = append(p.tree.Limits, Limit{limitNames[kind], bite.count, bite.offset})
		}
	}
}

// maySpend reports whether repair may take another n steps, and takes them.
func (p *Parser) maySpend(n int) bool {
	if p.steps < n {
		p.limit(limitRepair)
		return false
	}
	p.steps -= n
	p.tree.Work += n
	return true
}
