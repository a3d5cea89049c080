package corpus

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// Input is one page to read.
type Input struct {
	// Name is how the user named it: a path, "-" for standard input, a URL.
	Name string
	kind kind
}

type kind uint8

const (
	file kind = iota
	stdin
	address
)

// Content is what an input holds.
type Content struct {
	Bytes   []byte // unpacked
	URL     string // where it was fetched from, "" for a file
	Charset string // the charset the server named, "" if none
}

// pageSuffixes are the names of files that a directory's pages have.
var pageSuffixes = [...]string{".html", ".htm", ".xhtml", ".txt"}

// Expand returns the inputs that the arguments name, in order. A directory
// stands for the pages below it, in the order of their names. An argument that
// names nothing to read is an error of its own; the others are still expanded.
func Expand(args []string) (inputs []Input, errs []error) {
	for _, arg := range args {
		switch {
		case arg == "-":
			inputs = append(inputs, Input{arg, stdin})
		case strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://"):
			inputs = append(inputs, Input{arg, address})
		default:
			info, err := os.Stat(arg)
			if err == nil && info.IsDir() {
				found, failed := expandDir(arg)
				inputs = append(inputs, found...)
				errs = append(errs, failed...)
				continue
			}
			// A file that is not there is found out when it is read.
			inputs = append(inputs, Input{arg, file})
		}
	}
	return inputs, errs
}

func expandDir(dir string) (inputs []Input, errs []error) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			errs = append(errs, inputError(path, err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() && isPage(path) {
			inputs = append(inputs, Input{path, file})
		}
		return nil
	})
	if err != nil {
		errs = append(errs, inputError(dir, err))
	}
	if len(inputs) == 0 && len(errs) == 0 {
		errs = append(errs, fmt.Errorf("%s: no pages in this directory: looked for files ending in %s, also with .gz behind it",
			dir, strings.Join(pageSuffixes[:], ", ")))
	}
	return inputs, errs
}

func isPage(path string) bool {
	name := strings.ToLower(strings.TrimSuffix(path, ".gz"))
	return slices.ContainsFunc(pageSuffixes[:], func(s string) bool { return strings.HasSuffix(name, s) })
}

// Read returns the input's content, unpacked if it is gzip data, and no more than
// maxBytes of it. The error names the input.
func (in Input) Read(ctx context.Context, maxBytes int) (Content, error) {
	var c Content
	var err error
	switch in.kind {
	case stdin:
		c.Bytes, err = readAll(os.Stdin, maxBytes)
	case address:
		c, err = fetch(ctx, in.Name, maxBytes)
	default:
		c.Bytes, err = ReadFile(in.Name, maxBytes)
		return c, err
	}
	if err != nil {
		return c, inputError(in.Name, err)
	}
	return c, nil
}

// ReadFile is [Input.Read] for a file.
func ReadFile(path string, maxBytes int) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, inputError(path, err)
	}
	defer f.Close()
	b, err := readAll(f, maxBytes)
	if err != nil {
		return b, inputError(path, err)
	}
	return b, nil
}

// readAll reads at most maxBytes, after unpacking all gzip members if r holds
// gzip data. The error for damaged data says how much of it could be read.
func readAll(r io.Reader, maxBytes int) ([]byte, error) {
	br := bufio.NewReader(r)
	if magic, _ := br.Peek(2); string(magic) != "\x1f\x8b" {
		return io.ReadAll(io.LimitReader(br, int64(maxBytes)))
	}
	z, err := gzip.NewReader(br)
	if err != nil {
		return nil, fmt.Errorf("damaged gzip data: %w", err)
	}
	b, err := io.ReadAll(io.LimitReader(z, int64(maxBytes)))
	if err != nil {
		return b, fmt.Errorf("damaged gzip data after %d bytes: %w", len(b), err)
	}
	return b, nil
}

// inputError puts the input's name before the error, once.
func inputError(name string, err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w: check the path ('winnow --help' lists the commands)", name, err)
	}
	return fmt.Errorf("%s: %w", name, err)
}
