package dom

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// corpora returns a folder of the corpora, and skips the test if it is not
// there.
func corpora(t testing.TB, folder string) string {
	root := os.Getenv("WINNOW_CORPORA")
	if root == "" {
		t.Skip("WINNOW_CORPORA is not set: no test data, nothing was tested")
	}
	dir := filepath.Join(root, folder)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no test data, nothing was tested: %v", err)
	}
	return dir
}

// treeTest is one test of a .dat file.
type treeTest struct {
	data, want, context string
	scripting           []Scripting
}

// exceptions are the tests that do not apply: selectedcontent shows a copy of
// the chosen option's content, which would put text in the tree twice.
var exceptions = map[string]bool{
	"<select><button><selectedcontent></button><option>X":                   true,
	"<select><button><selectedcontent></button><option>x<i>i<b>ib</i>b":     true,
	"<select><button><selectedcontent></button><option>X<option>Y":          true,
	"<select><button><selectedcontent></button><option>X<option selected>Y": true,
}

func TestHTML5LibTreeConstruction(t *testing.T) {
	dir := corpora(t, "html5lib/tree-construction")
	files, err := filepath.Glob(filepath.Join(dir, "*.dat"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no .dat files in %s", dir)
	}
	scripted, _ := filepath.Glob(filepath.Join(dir, "scripted", "*.dat"))
	files = append(files, scripted...)
	var p Parser
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(file, dir+"/"), ".dat")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, test := range readTreeTests(data) {
			if exceptions[test.data] {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", name, i), func(t *testing.T) {
				if filepath.Dir(file) != dir && strings.Contains(test.data, "document.") {
					t.Skip("runs a script")
				}
				for _, scripting := range test.scripting {
					got := test.run(&p, scripting)
					if got != test.want {
						t.Errorf("%q in %q, scripting %d:\ngot\n%s\nwant\n%s", test.data, test.context, scripting, got, test.want)
					}
				}
			})
		}
	}
}

// readTreeTests reads a .dat file.
func readTreeTests(data []byte) (tests []treeTest) {
	for _, part := range strings.Split("\n"+string(data), "\n#data\n")[1:] {
		test := treeTest{scripting: []Scripting{ScriptingOn, ScriptingOff}}
		if rest, ok := strings.CutPrefix(part, "#errors\n"); ok {
			part = rest
		} else {
			test.data, part, _ = strings.Cut(part, "\n#errors\n")
		}
		_, test.want, _ = strings.Cut("\n"+part, "\n#document\n")
		head := strings.TrimSuffix("\n"+part, "\n#document\n"+test.want)
		test.want = strings.TrimRight(test.want, "\n") + "\n"
		if strings.Contains(head, "\n#script-on") {
			test.scripting = test.scripting[:1]
		}
		if strings.Contains(head, "\n#script-off") {
			test.scripting = test.scripting[1:]
		}
		if _, after, ok := strings.Cut(head, "\n#document-fragment\n"); ok {
			test.context, _, _ = strings.Cut(after, "\n")
		}
		tests = append(tests, test)
	}
	return tests
}

func (test *treeTest) run(p *Parser, scripting Scripting) string {
	o := Options{Scripting: scripting}
	if test.context == "" {
		return serialize(p.Parse([]byte(test.data), o))
	}
	ns, name := HTML, test.context
	if rest, ok := strings.CutPrefix(name, "svg "); ok {
		ns, name = SVG, rest
	} else if rest, ok := strings.CutPrefix(name, "math "); ok {
		ns, name = MathML, rest
	}
	return serialize(p.ParseFragment([]byte(test.data), name, ns, o))
}

// serialize writes a tree in the format of the tests.
func serialize(t *Tree) string {
	var out bytes.Buffer
	depth := make([]int, len(t.Nodes))
	for i := 1; i < len(t.Nodes); i++ {
		n := &t.Nodes[i]
		depth[i] = depth[n.Parent] + 1
		line := "\n| " + strings.Repeat("  ", depth[i]-1)
		switch n.Kind {
		case DoctypeNode:
			fmt.Fprintf(&out, "%s<!DOCTYPE %s>", line, doctypeString(t))
		case CommentNode:
			fmt.Fprintf(&out, "%s<!-- %s -->", line, t.AppendText(nil, ID(i)))
		case TextNode:
			fmt.Fprintf(&out, `%s"%s"`, line, t.AppendText(nil, ID(i)))
			for n.Next != 0 && n.Next == ID(i+1) && t.Nodes[n.Next].Kind == TextNode {
				i++
				n = &t.Nodes[i]
				out.Truncate(out.Len() - 1)
				fmt.Fprintf(&out, `%s"`, t.AppendText(nil, ID(i)))
			}
		case ElementNode:
			fmt.Fprintf(&out, "%s<%s%s>", line, [...]string{"", "svg ", "math "}[n.NS], t.Name(ID(i)))
			out.WriteString(serializeAttrs(t, ID(i), line+"  "))
			if n.NS == HTML && n.Tag == TagTemplate {
				fmt.Fprintf(&out, "%s  content", line)
				depth[i]++
			}
		}
	}
	return strings.TrimPrefix(out.String(), "\n") + "\n"
}

func serializeAttrs(t *Tree, id ID, line string) string {
	var lines []string
	attrs := t.Attrs(id)
	for i := range attrs {
		name := t.AttrName(id, &attrs[i])
		if prefix, local, ok := strings.Cut(name, ":"); ok && t.Nodes[id].NS != HTML {
			switch name {
			case "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
				"xlink:type", "xml:lang", "xml:space", "xmlns:xlink":
				name = prefix + " " + local
			}
		}
		lines = append(lines, fmt.Sprintf(`%s%s="%s"`, line, name, t.Value(&attrs[i])))
	}
	sort.Strings(lines)
	return strings.Join(lines, "")
}

func doctypeString(t *Tree) string {
	d := &t.Doctype
	get := func(r [2]int32) []byte { return inRaw.append(nil, t.Src[r[0]:r[1]]) }
	name := domName(t.Src[d.Name[0]:d.Name[1]])
	if d.Public == [2]int32{} && d.System == [2]int32{} {
		return name
	}
	return fmt.Sprintf(`%s "%s" "%s"`, name, get(d.Public), get(d.System))
}
