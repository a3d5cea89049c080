package dom

// Scripting says what the parser makes of a noscript element.
type Scripting uint8

const (
	// NoscriptFragments parses what stands in a noscript element as a fragment
	// of its own, as in the body, wherever the element is. Where it ends is found
	// as with scripting on: by the next "</noscript". So it may hold anything,
	// and an iframe without an end tag in it does not swallow the page.
	NoscriptFragments Scripting = iota
	// ScriptingOn is what a browser does: a noscript element holds raw text.
	ScriptingOn
	// ScriptingOff is what a browser does that runs no scripts: noscript is an
	// ordinary element, and in the head holds only what a head may.
	ScriptingOff
)

// Options say how a page is parsed; the zero value is what Winnow wants.
type Options struct {
	Scripting Scripting
}

// Parser parses one page after another and keeps its memory in between. The
// zero value is ready. It must not be used by two goroutines at once.
type Parser struct {
	tree  Tree
	nodes []Node
	spare []Node // what nodes are put in order into
	attrs []Attr

	// The tokenizer.
	b           []byte      // the input up to where it ends for now
	at, next    int         // where the present token begins and ends
	tag         Tag         // of a tag: its name, 0 if it is not known
	name        span        // of a tag: where its name is
	nameHash    uint32      // of a tag whose name is not known
	attr        int         // of a start tag: its first attribute in attrs
	selfClosing bool        // of a start tag: ends in "/>"
	raw         Tag         // set by the tree builder: what comes is raw text up to this end tag
	tokens      func(token) // not nil in tests of the tokenizer: takes all tokens
	attrSeen    attrSet

	// The tree builder (WHATWG HTML 13.2.4).
	mode          mode
	options       Options
	open          []openElement // the stack of open elements; open[0] is the document or a fragment's root
	last          [slotCount]uint16
	lifted        []openElement // entries taken off the stack for a while, see lift
	formatting    []formattingEntry
	templateModes []mode
	pending       []pendingText // the pending table characters
	head, body    ID
	root          ID // the html element
	form          ID
	base          int  // index in open of the root of the innermost fragment
	fragment      bool // it is a fragment
	context       Tag  // of a fragment: its context element
	framesetOK    bool
	foster        bool // foster parenting is on
	moved         bool // nodes may be out of order
	tailed        bool // a comment stands behind the body
	inherited     Flags
	skipLF        int            // where a line feed is to be dropped
	textEnd       int            // where the text that was inserted last ends
	merged        [2]mergedAttrs // what repeated html and body tags added

	maxNodes        int
	steps, elements int // what is left to be spent on repair
	bites           [limitKinds]struct{ count, offset int }
}

type span struct{ start, end int }

// Parse parses a page. It cannot fail. src should be valid UTF-8; bytes that are
// not are passed on as they are. The tree aliases src and is valid until the
// parser's next use.
func (p *Parser) Parse(src []byte, o Options) *Tree {
	p.start(src, o)
	p.push(0, slotDocument, 0, HTML, 0)
	p.run(0)
	p.finish()
	return &p.tree
}

// ParseFragment parses src as what stands in an element (WHATWG HTML 13.4, the
// fragment parsing algorithm), named by context in lower case. The nodes of the
// fragment are the children of the tree's document.
func (p *Parser) ParseFragment(src []byte, context string, ns Namespace, o Options) *Tree {
	p.start(src, o)
	p.fragment = true
	p.context = TagOf(context)
	if ns == HTML {
		p.push(0, slotRoot, TagHTML, HTML, 0)
		if p.context == TagTemplate {
			p.templateModes = append(p.templateModes, inTemplate)
		}
		if p.context == TagForm {
			p.form = contextForm
		}
	} else {
		p.push(0, slotRoot, p.context, ns, 0)
		p.context = 0
	}
	p.resetMode()
	switch p.context {
	case TagTitle, TagTextarea, TagStyle, TagXmp, TagIframe, TagNoembed, TagNoframes, TagScript, TagPlaintext:
		// No end tag is appropriate, so all of it is text.
		p.onRawText(p.context, 0, len(p.b))
	case TagNoscript:
		if o.Scripting == ScriptingOn {
			p.onRawText(p.context, 0, len(p.b))
			break
		}
		fallthrough
	default:
		p.run(0)
	}
	p.finish()
	return &p.tree
}

// contextForm is the form element pointer for a fragment in a form.
const contextForm ID = -1

// start makes the parser ready for a page.
func (p *Parser) start(src []byte, o Options) {
	p.tree = Tree{Src: src, Limits: p.tree.Limits[:0], scratch: p.tree.scratch[:0]}
	p.at, p.next = 0, 0
	clear(p.bites[:])
	if len(src) > MaxInput {
		p.at = MaxInput
		p.limit(limitInput)
		src = src[:MaxInput]
	}
	p.b = src
	p.nodes = append(p.nodes[:0], Node{Kind: DocumentNode, End: int32(len(src))})
	p.attrs = p.attrs[:0]
	p.open, p.formatting, p.pending = p.open[:0], p.formatting[:0], p.pending[:0]
	p.templateModes = p.templateModes[:0]
	clear(p.last[:])
	p.mode, p.options, p.raw = initial, o, 0
	p.head, p.body, p.root, p.form, p.base = 0, 0, 0, 0, 0
	p.fragment, p.context = false, 0
	p.framesetOK, p.foster, p.moved, p.tailed = true, false, false, false
	p.inherited, p.skipLF, p.textEnd = 0, -1, -1
	p.merged[0].attrs, p.merged[1].attrs = p.merged[0].attrs[:0], p.merged[1].attrs[:0]
	p.maxNodes = FreeNodes + len(src)/NodeBytes
	p.steps = repairStepsFree + repairStepsPer*len(src)
	p.elements = repairElementFree + len(src)/repairElementPer
}

// finish ends the page and hands its nodes to the tree.
func (p *Parser) finish() {
	p.at, p.next = len(p.b), len(p.b)
	if p.tokens == nil {
		p.endOfFile()
		p.closeAll(0)
	}
	p.nodes[0].Next = 0 // see appendChild
	p.appendMerged()
	p.reportLimits()
	p.tree.Work += len(p.b) + len(p.nodes)
	if p.moved {
		p.order()
	}
	p.tree.Nodes, p.tree.attrs = p.nodes, p.attrs
}
