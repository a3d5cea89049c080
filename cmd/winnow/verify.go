package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/internal/corpus"
	"github.com/winnowtext/winnow/render"
)

const verifyHelp = `Check results of winnow against the sources they were made from.

RESULT is a file of one result (-t json) or of many (-t jsonl), or - for standard
input. The source of each is the file its "id" names, unless --source gives one.

Two promises are proved for each result, from the result and the source alone:
every visible character of the source is in exactly one block, and the bytes of
every span decode to the text that is said to come from them.

Exit codes: 0 both hold; 1 one does not, or a source cannot be read; 2 the
command line is wrong.`

func newVerifyCommand() *cobra.Command {
	var source string
	c := &cobra.Command{
		Use:   "verify [flags] RESULT",
		Short: "Prove that a result loses nothing and invents nothing",
		Long:  verifyHelp,
		Example: `  winnow -t json page.html > page.json && winnow verify page.json
  winnow -t jsonl pages/ | winnow verify -
  winnow verify page.json --source page.html.gz`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("verify takes one RESULT: a file written with -t json or -t jsonl, or - for standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			v := verification{source: source, out: c.OutOrStdout(), log: newLogger(c.ErrOrStderr(), false)}
			return v.run(c.Context(), args[0])
		},
	}
	c.Flags().StringVarP(&source, "source", "s", "", "the source of the result, instead of the file its id names")
	return c
}

// verification is one run of the verify command.
type verification struct {
	source      string
	out         io.Writer
	log         *logger
	good, wrong int
}

func (v *verification) run(ctx context.Context, path string) error {
	var in io.Reader = os.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return &exitError{exitUsage, err}
		}
		defer f.Close()
		in = f
	}
	err := eachResult(in, func(n int, data []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if v.source != "" && n > 1 {
			return &exitError{exitUsage, errors.New("--source names one source, but there are several results: leave it out")}
		}
		v.check(ctx, fmt.Sprintf("%s, result %d", path, n), data)
		return nil
	})
	if err != nil {
		return err
	}
	if v.good+v.wrong == 0 {
		return &exitError{exitProblems, fmt.Errorf("%s: holds no result", path)}
	}
	fmt.Fprintf(v.out, "%d verified, %d not\n", v.good, v.wrong)
	if v.wrong > 0 {
		return &exitError{code: exitProblems}
	}
	return nil
}

// eachResult calls f with each result in a file: one to a line, or one on
// several lines.
func eachResult(r io.Reader, f func(n int, data []byte) error) error {
	br := bufio.NewReaderSize(r, 1<<20)
	first, err := br.ReadBytes('\n')
	if err != nil && err != io.EOF {
		return err
	}
	if string(bytes.TrimSpace(first)) == "{" {
		rest, err := io.ReadAll(br)
		if err != nil {
			return err
		}
		return f(1, append(first, rest...))
	}
	for n := 1; ; {
		if len(bytes.TrimSpace(first)) > 0 {
			if err := f(n, first); err != nil {
				return err
			}
			n++
		}
		if err != nil {
			return nil
		}
		if first, err = br.ReadBytes('\n'); err != nil && err != io.EOF {
			return err
		}
	}
}

// check verifies one result and prints what is wrong with it.
func (v *verification) check(ctx context.Context, place string, data []byte) {
	if err := v.checkResult(ctx, place, data); err != nil {
		v.wrong++
		v.log.fail(err)
		return
	}
	v.good++
}

func (v *verification) checkResult(ctx context.Context, place string, data []byte) error {
	doc, id, err := render.ReadJSON(data)
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	source := v.source
	if source == "" {
		source = id
	}
	if source == "" || source == "-" {
		return fmt.Errorf("%s: its source is not known: name it with --source", place)
	}
	inputs, errs := corpus.Expand([]string{source})
	if len(errs) > 0 {
		return errs[0]
	}
	if len(inputs) != 1 {
		return fmt.Errorf("%s: is a directory: --source names one page", source)
	}
	content, err := inputs[0].Read(ctx, winnow.DefaultMaxBytes)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(content.Bytes); doc.Source.SHA256 != "" && doc.Source.SHA256 != hex.EncodeToString(sum[:]) {
		return fmt.Errorf("%s: is not the source that %s was made from: its SHA-256 differs", source, place)
	}
	violations, err := winnow.Verify(doc, content.Bytes)
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	for _, x := range violations {
		fmt.Fprintf(v.out, "%s: %s\n", safe(source), safe(x.String()))
	}
	if len(violations) > 0 {
		return fmt.Errorf("%s: %d violations", source, len(violations))
	}
	return nil
}
