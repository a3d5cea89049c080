package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow/internal/block"
	"github.com/winnowtext/winnow/internal/charset"
	"github.com/winnowtext/winnow/internal/dom"
	"github.com/winnowtext/winnow/internal/eval"
	"github.com/winnowtext/winnow/internal/layout"
)

func newBlocksCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "blocks FILE",
		Short: "List the blocks of a page with their numbers and places, for labelling by reading",
		Long: `List the blocks of a page, one to a line: number, kind, H if hidden, the innermost
elements around it, and its text. The first line has the number of blocks and a
checksum, which a label file repeats: labels hold for these blocks and no others.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			src, err := eval.ReadFile(args[0])
			if err != nil {
				return err
			}
			p, err := cut(src)
			if err != nil {
				return err
			}
			return p.list(c.OutOrStdout())
		},
	}
}

// cutPage is a page cut into blocks, nothing more.
type cutPage struct {
	parser  dom.Parser
	layout  layout.Layout
	builder block.Builder
	tree    *dom.Tree
	blocks  *block.Set
}

func cut(src []byte) (*cutPage, error) {
	text, err := charset.Decode(src, charset.Options{})
	if err != nil {
		return nil, err
	}
	p := &cutPage{}
	p.tree = p.parser.Parse(text.Bytes, dom.Options{})
	p.layout.Resolve(p.tree)
	p.blocks = p.builder.FromTree(p.tree, &p.layout)
	return p, nil
}

// checksum identifies the blocks of a page: their number and their texts.
func checksum(set *block.Set) uint32 {
	h := fnv.New32a()
	for i := range set.Blocks {
		h.Write(set.TextOf(i))
		h.Write([]byte{0})
	}
	return h.Sum32()
}

// list prints the blocks.
func (p *cutPage) list(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %d blocks, checksum %08x\n", len(p.blocks.Blocks), checksum(p.blocks))
	for i := range p.blocks.Blocks {
		b := &p.blocks.Blocks[i]
		hidden := ""
		if b.Hidden != 0 {
			hidden = " H"
		}
		fmt.Fprintf(out, "%d %s%s [%s] %s\n", i, b.Kind, hidden, p.place(b.Node), p.blocks.TextOf(i))
	}
	return out.Flush()
}

// placeDepth is how many elements the place of a block names.
const placeDepth = 3

// place names the innermost elements around a node, outermost first.
func (p *cutPage) place(id dom.ID) string {
	place := ""
	for range placeDepth {
		name := p.tree.Name(id)
		if name == "" || name == "body" {
			break
		}
		for _, key := range []dom.Key{dom.KeyID, dom.KeyClass} {
			if v, ok := p.tree.AttrBytes(id, key); ok {
				name += "." + strings.ToValidUTF8(string(v[:min(len(v), 18)]), "")
			}
		}
		if place != "" {
			name += ">"
		}
		place = name + place
		id = p.tree.Nodes[id].Parent
	}
	return place
}
