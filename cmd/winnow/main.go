package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// The exit codes. GLOSSARY.md and the help text list them.
const (
	exitProblems    = 1   // some inputs failed, or verify found violations
	exitUsage       = 2   // the command line is wrong
	exitEmpty       = 3   // nothing was published in any input, with --fail-empty
	exitAllFailed   = 126 // every input failed
	exitInterrupted = 130
)

// exitError ends the program with a code. Its message, if any, is still to be
// printed.
type exitError struct {
	code int
	err  error // nil if everything has been said
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run runs the command line and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if ctx.Err() != nil {
		fmt.Fprintln(stderr, "winnow: interrupted")
		return exitInterrupted
	}
	var exit *exitError
	if !errors.As(err, &exit) {
		exit = &exitError{exitUsage, err} // cobra found the command line wrong
	}
	if exit.err != nil {
		fmt.Fprintf(stderr, "winnow: %v\n", exit.err)
	}
	if exit.code == exitUsage {
		fmt.Fprintln(stderr, "Run 'winnow --help' for how to call it.")
	}
	return exit.code
}

func newRootCommand() *cobra.Command {
	root := newExtractCommand()
	root.Use = "winnow [extract] [flags] INPUT..."
	root.Version = version()
	root.SetVersionTemplate("winnow {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SilenceErrors = true
	root.SilenceUsage = true

	extract := newExtractCommand()
	extract.Use = "extract [flags] INPUT..."
	root.AddCommand(extract, newVerifyCommand(), newScanCommand(), newEvalCommand())
	return root
}

// version returns the version the binary was built as.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown version)"
	}
	return info.Main.Version
}
