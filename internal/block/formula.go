package block

import (
	"bytes"

	"github.com/winnowtext/winnow/internal/dom"
)

// maxFormula is how many nodes of a formula are read.
const maxFormula = 4096

// Formula returns the LaTeX of a formula, nil if there is none to be had, and
// whether it is displayed on a line of its own.
func Formula(t *dom.Tree, id dom.ID) (tex []byte, display bool) {
	n := &t.Nodes[id]
	switch n.Tag {
	case dom.TagScript:
		kind, _ := t.AttrBytes(id, dom.KeyType)
		return bytes.TrimSpace(textOf(t, id)), bytes.Contains(kind, []byte("mode=display"))
	case dom.TagImg:
		alt, _ := t.AttrBytes(id, dom.KeyAlt)
		class, _ := t.AttrBytes(id, dom.KeyClass)
		return trimFormula(alt), hasWord(class, "mwe-math-fallback-image-display")
	}
	math, end := id, min(n.After, id+maxFormula)
	for k := id; k < end; k++ {
		c := &t.Nodes[k]
		switch {
		case c.Kind != dom.ElementNode:
		case c.Tag == dom.TagMath:
			math = k
			v, _ := t.AttrByName(k, "display")
			display = display || string(v) == "block"
		case c.Tag == dom.TagAnnotation:
			kind, _ := t.AttrBytes(k, dom.KeyEncoding)
			if bytes.Contains(kind, []byte("tex")) || bytes.Contains(kind, []byte("TeX")) {
				return trimFormula(textOf(t, k)), display
			}
		}
	}
	if t.Nodes[math].Tag != dom.TagMath {
		return nil, display
	}
	if alt, ok := t.AttrByName(math, "alttext"); ok && len(alt) > 0 {
		return trimFormula(alt), display
	}
	w := texWriter{tree: t, left: maxFormula}
	w.children(math)
	return bytes.TrimSpace(w.out), display
}

// trimFormula takes off what wraps the TeX of a formula in an annotation: white
// space, delimiters, a display style around the whole.
func trimFormula(tex []byte) []byte {
	tex = bytes.TrimSpace(tex)
	for _, pair := range [][2]string{{`{\displaystyle`, "}"}, {`{\textstyle`, "}"}, {"$$", "$$"}, {"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}} {
		if len(tex) >= len(pair[0])+len(pair[1]) && bytes.HasPrefix(tex, []byte(pair[0])) && bytes.HasSuffix(tex, []byte(pair[1])) {
			return bytes.TrimSpace(tex[len(pair[0]) : len(tex)-len(pair[1])])
		}
	}
	return tex
}

// textOf returns the text of the children of an element.
func textOf(t *dom.Tree, id dom.ID) []byte {
	var text []byte
	for c := t.Nodes[id].First; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == dom.TextNode {
			text = t.AppendText(text, c)
		}
	}
	return text
}

// texWriter writes MathML as LaTeX.
type texWriter struct {
	tree *dom.Tree
	out  []byte
	left int // how many more elements it reads
}

func (w *texWriter) children(id dom.ID) {
	for c := w.tree.Nodes[id].First; c != 0; c = w.tree.Nodes[c].Next {
		w.element(c)
	}
}

// args writes the children of an element, each between the strings around it in
// forms: before the first, between the first and the second ... behind the last.
func (w *texWriter) args(id dom.ID, forms ...string) {
	w.out = append(w.out, forms[0]...)
	k := 1
	for c := w.tree.Nodes[id].First; c != 0; c = w.tree.Nodes[c].Next {
		if w.tree.Nodes[c].Kind != dom.ElementNode {
			continue
		}
		w.element(c)
		if k < len(forms)-1 {
			w.out = append(w.out, forms[k]...)
			k++
		}
	}
	w.out = append(w.out, forms[len(forms)-1]...)
}

func (w *texWriter) element(id dom.ID) {
	n := &w.tree.Nodes[id]
	if n.Kind != dom.ElementNode || w.left <= 0 {
		return
	}
	w.left--
	switch w.tree.Name(id) {
	case "mi", "mn", "mo":
		w.token(bytes.TrimSpace(textOf(w.tree, id)))
	case "mtext", "ms":
		w.out = append(w.out, `\text{`...)
		w.out = appendPlain(w.out, textOf(w.tree, id))
		w.out = append(w.out, '}')
	case "mfrac":
		w.args(id, `\frac{`, "}{", "}")
	case "msqrt":
		w.args(id, `\sqrt{`, "}")
	case "mroot":
		w.root(id)
	case "msup", "mover":
		w.args(id, "{", "}^{", "}")
	case "msub", "munder":
		w.args(id, "{", "}_{", "}")
	case "msubsup", "munderover":
		w.args(id, "{", "}_{", "}^{", "}")
	case "mfenced":
		w.args(id, "(", ", ", ", ", ", ", ")")
	case "mtable":
		w.out = append(w.out, `\begin{matrix}`...)
		w.children(id)
		w.out = append(w.out, `\end{matrix}`...)
	case "mtr":
		w.children(id)
		w.out = append(w.out, `\\`...)
	case "mtd":
		w.children(id)
		if n.Next != 0 {
			w.out = append(w.out, '&')
		}
	case "annotation", "annotation-xml":
	case "mspace":
		w.out = append(w.out, `\ `...)
	default:
		w.children(id)
	}
}

// root writes a root, whose index is the second child but comes first in LaTeX.
func (w *texWriter) root(id dom.ID) {
	var args [2]dom.ID
	k := 0
	for c := w.tree.Nodes[id].First; c != 0 && k < 2; c = w.tree.Nodes[c].Next {
		if w.tree.Nodes[c].Kind == dom.ElementNode {
			args[k] = c
			k++
		}
	}
	if k < 2 {
		w.args(id, `\sqrt{`, "}")
		return
	}
	w.out = append(w.out, `\sqrt[`...)
	w.element(args[1])
	w.out = append(w.out, "]{"...)
	w.element(args[0])
	w.out = append(w.out, '}')
}

// texNames are the commands of characters. It is read-only.
var texNames = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "varepsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta",
	'ι': "iota", 'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'ν': "nu", 'ξ': "xi", 'π': "pi", 'ρ': "rho", 'σ': "sigma",
	'τ': "tau", 'υ': "upsilon", 'φ': "varphi", 'χ': "chi", 'ψ': "psi", 'ω': "omega", 'Γ': "Gamma", 'Δ': "Delta",
	'Θ': "Theta", 'Λ': "Lambda", 'Ξ': "Xi", 'Π': "Pi", 'Σ': "Sigma", 'Φ': "Phi", 'Ψ': "Psi", 'Ω': "Omega",
	'∑': "sum", '∏': "prod", '∫': "int", '∞': "infty", '≤': "le", '≥': "ge", '≠': "ne", '≈': "approx", '×': "times",
	'·': "cdot", '⋅': "cdot", '±': "pm", '→': "to", '∈': "in", '∂': "partial", '∇': "nabla", '√': "surd", '…': "dots",
	'∀': "forall", '∃': "exists", '∪': "cup", '∩': "cap", '⊂': "subset", '⇒': "Rightarrow", '∅': "emptyset",
}

// token writes an identifier, number or operator.
func (w *texWriter) token(text []byte) {
	for _, r := range string(text) {
		switch {
		case r == '−':
			w.out = append(w.out, '-')
		case r >= 0x2061 && r <= 0x2064: // invisible operators
		case texNames[r] != "":
			w.out = append(w.out, '\\')
			w.out = append(w.out, texNames[r]...)
			w.out = append(w.out, ' ')
		default:
			w.out = appendPlain(w.out, []byte(string(r)))
		}
	}
}

// appendPlain appends text with the characters escaped that mean something to
// LaTeX.
func appendPlain(dst, text []byte) []byte {
	for _, c := range text {
		switch c {
		case '{', '}', '%', '#', '&', '$', '_':
			dst = append(dst, '\\', c)
		case '\\':
			dst = append(dst, `\backslash `...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
