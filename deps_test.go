package winnow

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports is the architecture: which packages of the module each package may
// import. A line is a package, a colon and what it may import; "." is the root.
// The packages of the core (down to the root) must do no input or output.
const imports = `
document:
render: document
internal/charset:
internal/dom:
internal/lang:
internal/layout: document internal/dom
internal/block: document internal/dom internal/layout
internal/preload: document internal/dom internal/layout internal/block
internal/meta: document internal/dom internal/block
internal/thread: document internal/dom internal/block internal/meta
internal/label: document internal/dom internal/block
internal/planted: document internal/dom internal/block internal/lang
.: document internal/charset internal/dom internal/lang internal/layout internal/block internal/meta internal/label internal/planted internal/preload internal/thread

internal/corpus:
internal/pipeline:
internal/eval: document internal/corpus
cmd/winnow: document render internal/corpus internal/pipeline internal/eval .
cmd/winnow-lab: document render internal/charset internal/corpus internal/pipeline internal/eval internal/dom internal/layout internal/block internal/label internal/lang internal/meta internal/planted .
`

// forbidden are packages that the core must not import: it has no input, output,
// clock, environment, goroutine, logger or randomness.
var forbidden = []string{"os", "io/fs", "net", "net/http", "time", "log", "log/slog", "sync", "math/rand", "math/rand/v2", "unsafe", "regexp", "context", "C"}

const module = "github.com/winnowtext/winnow"

func TestImportsFollowTheArchitecture(t *testing.T) {
	allowed := map[string][]string{}
	core, inCore := map[string]bool{}, true
	for line := range strings.Lines(strings.TrimSpace(imports)) {
		line = strings.TrimSpace(line)
		if line == "" {
			inCore = false
			continue
		}
		name, list, _ := strings.Cut(line, ":")
		allowed[name] = strings.Fields(list)
		core[name] = inCore
	}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "tools" || d.Name() == "peers" || d.Name() == "gen") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(file))
		may, known := allowed[pkg]
		if !known {
			t.Errorf("%s: package %s is not in the table of imports: say there what it may import", file, pkg)
			return nil
		}
		f, err := parser.ParseFile(fset, file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			ours, isOurs := strings.CutPrefix(name, module)
			if ours = strings.TrimPrefix(ours, "/"); ours == "" {
				ours = "."
			}
			switch {
			case isOurs && !slices.Contains(may, ours):
				t.Errorf("%s: package %s must not import %s", file, pkg, ours)
			case core[pkg] && slices.Contains(forbidden, name):
				t.Errorf("%s: package %s is of the core and must not import %s", file, pkg, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
