package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// logger writes notes, errors and progress to standard error. Only one
// goroutine may use it.
type logger struct {
	w        io.Writer
	quiet    bool
	terminal bool

	total, done int
	bytes       int64
	began, last time.Time
}

func newLogger(w io.Writer, quiet bool) *logger {
	return &logger{w: w, quiet: quiet, terminal: isTerminal(w)}
}

// isTerminal reports whether f is a terminal.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// wantsColor reports whether colours may be written to w (see no-color.org).
func wantsColor(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// fail writes an error.
func (l *logger) fail(err error) {
	l.clear()
	fmt.Fprintf(l.w, "winnow: %s\n", safe(err.Error()))
}

// note writes something worth knowing that is no error.
func (l *logger) note(format string, args ...any) {
	if l.quiet {
		return
	}
	l.clear()
	fmt.Fprintf(l.w, "winnow: %s\n", safe(fmt.Sprintf(format, args...)))
}

// startProgress begins to show progress, if there is something to show and
// somebody to see it.
func (l *logger) startProgress(total int) {
	l.began = time.Now()
	if l.terminal && !l.quiet && total > 1 {
		l.total = total
	}
}

// progress counts one input.
func (l *logger) progress(bytes int) {
	l.done++
	l.bytes += int64(bytes)
	if l.total == 0 || time.Since(l.last) < 200*time.Millisecond {
		return
	}
	l.last = time.Now()
	seconds := time.Since(l.began).Seconds()
	fmt.Fprintf(l.w, "\r\x1b[K%d of %d pages, %.0f MB/s", l.done, l.total, float64(l.bytes)/1e6/seconds)
}

func (l *logger) endProgress() {
	l.clear()
	l.total = 0
}

// clear removes the line of progress.
func (l *logger) clear() {
	if l.total > 0 {
		fmt.Fprint(l.w, "\r\x1b[K")
	}
}

// safe returns s without characters that steer a terminal: names of files are
// not ours.
func safe(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c < ' ' && c != '\n' || c == 0x7f {
			b[i] = '?'
		}
	}
	return string(b)
}
