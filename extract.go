package winnow

import (
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/label"
	"github.com/winnowtext/winnow/internal/lang"
	"github.com/winnowtext/winnow/internal/layout"
	"github.com/winnowtext/winnow/internal/meta"
	"github.com/winnowtext/winnow/internal/planted"
	"github.com/winnowtext/winnow/internal/preload"
	"github.com/winnowtext/winnow/internal/thread"
)

// Extract labels one page. It is a pure function of its arguments; o may be nil.
//
// The document is never nil, and valid whatever the error: a *LimitError says
// that it is partial, an *InputError that src holds no text, and any other
// error that an option is wrong.
func Extract(src []byte, o *Options) (*document.Document, error) {
	var x Extractor
	return x.Extract(src, o)
}

// Extractor extracts one page after another and keeps its working memory in
// between. The zero value is ready. It must not be used by two goroutines at
// once; documents it returned stay valid.
type Extractor struct {
	charset charset.Decoder
	parser  dom.Parser
	layout  layout.Layout
	blocks  block.Builder
	preload preload.Finder
	meta    meta.Collector
	label   label.Labeller
	langs   []string
	shares  []share
	text    charset.Text
	planted planted.Page
	threads thread.Finder
	posts   thread.Page
	roles   []document.Role
	strings assembly
}

// page is everything the stages found out about the page at hand.
type page struct {
	options  *Options
	src      []byte
	size     int // of the raw source before a limit cut it
	format   document.Format
	text     *charset.Text
	strings  *assembly
	tree     *dom.Tree         // nil for flattened text
	hidden   []document.Hiding // of each node
	blocks   *block.Set
	styles   []layout.Limit  // of the style sheets
	spent    []preload.Limit // budgets of the search for data
	langs    []string        // of each block
	lang     string          // of the page
	base     string          // what its links are relative to
	meta     document.Meta
	labels   label.Result
	findings []document.Finding
	suspects []document.Finding
}

// Extract does what the function of the same name does.
func (x *Extractor) Extract(src []byte, o *Options) (*document.Document, error) {
	if o == nil {
		o = &Options{}
	}
	if err := notText(src); err != nil && o.Charset == "" {
		return emptyDocument(o, len(src)), err
	}
	size := len(src)
	if most := maxBytes(o); size > most {
		src = src[:most]
	}
	text, err := x.charset.Decode(src, charset.Options{
		Force: o.Charset, Transport: o.ContentCharset, Plain: o.Format == PlainText,
	})
	if err != nil {
		return emptyDocument(o, len(src)), err
	}
	x.text = text
	p := page{options: o, src: src, size: size, text: &x.text, strings: &x.strings}
	if o.Format == HTML || o.Format == Sniff && looksLikeHTML(text.Bytes) {
		p.format = document.HTML
		p.tree = x.parser.Parse(text.Bytes, dom.Options{})
		x.layout.Resolve(p.tree)
		p.styles = x.layout.Limits
		p.hidden = x.layout.Hidden
		p.blocks = x.blocks.FromTree(p.tree, &x.layout)
		p.spent = x.preload.Add(p.tree, &x.layout, &x.blocks, p.blocks)
	} else {
		p.format = document.PlainText
		p.blocks = x.blocks.FromText(text.Bytes)
	}
	x.findLanguages(&p)
	p.base = p.findBase()
	p.meta = x.meta.CollectWith(p.tree, p.blocks, meta.Options{Base: p.base, Captured: o.Captured, Schema: o.Schema})
	x.label.Model = o.Model
	p.labels = x.label.Label(&label.Page{Blocks: p.blocks, Tree: p.tree, Langs: p.langs, Lang: p.lang, Title: p.meta.Title.Value}, o.Bias)
	x.planted.Blocks, x.planted.Tree, x.planted.URL = p.blocks, p.tree, o.URL
	x.planted.Langs, x.planted.Lang = p.langs, p.lang
	p.findings, p.suspects = planted.Detect(&x.planted)
	d := p.document()
	x.findThreads(&p, d)
	if size > len(src) {
		return d, &LimitError{What: limitInputSize, Limit: len(src)}
	}
	return d, nil
}

// findThreads finds the discussions, and counts the words of the main text. What
// is planted is in no post.
func (x *Extractor) findThreads(p *page, d *document.Document) {
	x.roles = x.roles[:0]
	for i := range d.Blocks {
		x.roles = append(x.roles, d.Blocks[i].Role)
		if d.TextRoles.Has(d.Blocks[i].Role) {
			d.Meta.Words += int(p.blocks.Blocks[i].Words)
		}
	}
	x.posts = thread.Page{
		Tree: p.tree, Blocks: p.blocks, Roles: x.roles, Type: p.labels.Type, Dates: x.meta.Dates(), Posts: x.meta.Posts(),
	}
	d.Threads = x.threads.Find(&x.posts)
}

// findLanguages finds the language of every block, and of the page: the one
// most of its text is in.
func (x *Extractor) findLanguages(p *page) {
	x.langs = x.langs[:0]
	for i := range p.blocks.Blocks {
		tag, _ := lang.Detect(p.blocks.TextOf(i))
		x.langs = append(x.langs, tag)
	}
	p.langs = x.langs
	p.lang = x.mainLanguage(p.blocks, p.langs)
}

// share is how much of a page is in a language.
type share struct {
	tag   string
	chars int
}

// mainLanguage returns the language that most of the page's text outside links
// is in. Ties go to the language that comes first.
func (x *Extractor) mainLanguage(blocks *block.Set, langs []string) string {
	shares := x.shares[:0]
	best := -1
	for i, tag := range langs {
		if tag == "" {
			continue
		}
		b := &blocks.Blocks[i]
		k := 0
		for k < len(shares) && shares[k].tag != tag {
			k++
		}
		if k == len(shares) {
			shares = append(shares, share{tag: tag})
		}
		shares[k].chars += int(b.Chars-b.LinkChars)*4 + int(b.LinkChars)
		if best < 0 || shares[k].chars > shares[best].chars {
			best = k
		}
	}
	x.shares = shares
	if best < 0 {
		return ""
	}
	return shares[best].tag
}

func maxBytes(o *Options) int {
	if o.MaxBytes <= 0 || o.MaxBytes > DefaultMaxBytes {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

// emptyDocument is the result for input that cannot be read.
func emptyDocument(o *Options, size int) *document.Document {
	return &document.Document{
		Source:    document.Source{URL: o.URL, Bytes: size},
		TextRoles: textRoles(o),
	}
}

func textRoles(o *Options) document.RoleSet {
	if o.Text == 0 {
		return document.MainText
	}
	return o.Text
}
