package layout

import (
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/winnowtext/winnow/document"
)

// specimen is a small page, and what is believed to hide the text "quince".
type specimen struct {
	name, page string
	want       document.Hiding
}

// specimens are all wrappers in all variants, and the pages of the cascade.
func specimens(t *testing.T) (list []specimen) {
	add := func(name, page string) {
		page = "<!DOCTYPE html>" + page
		list = append(list, specimen{name, page, hidingOf(t, page)})
	}
	for _, w := range wrappers {
		for _, v := range variants {
			add(w.style+" by "+v.name, strings.ReplaceAll(v.head, "%%", w.style)+"<body><main><div "+v.attrs+">quince</div></main>")
		}
		add(w.style+" inline", "<body><main><div style='"+w.style+"'>quince</div></main>")
		if !strings.HasPrefix(w.style, "background") { // as wide as its text
			add(w.style+" on a span", "<body><p>x <span style='"+w.style+"'>quince</span></p>")
		}
		// The same declarations where they do nothing.
		add(w.style+" on hover", "<style>.k:hover{"+w.style+"}</style><body><main><div class=k>quince</div></main>")
		add(w.style+" in print", "<style>@media print{.k{"+w.style+"}}</style><body><main><div class=k>quince</div></main>")
	}
	for _, c := range cascade {
		switch c.name {
		case "no-js", "js", "noscript": // a page whose scripts run
		case "whole page": // a page that is about to be shown
		case "image", "external", "gradient text", "marquee shown", "narrow", "range": // not a matter of one picture
		default:
			add(c.name, c.page)
		}
	}
	return list
}

// The pictures: each specimen in a frame of its own, in rows of two.
const (
	frameWidth, frameHeight = 620, 40
	perPicture              = 160
)

// TestChromiumAgrees takes pictures of the specimens with Chromium, with the text
// and with blanks in its place: what is hidden makes no difference.
func TestChromiumAgrees(t *testing.T) {
	chromium := os.Getenv("WINNOW_CHROMIUM")
	if chromium == "" {
		t.Skip("what a browser shows is not compared: set WINNOW_CHROMIUM to the path of Chromium")
	}
	list := specimens(t)
	hidden, wrong := 0, 0
	for first := 0; first < len(list); first += perPicture {
		part := list[first:min(first+perPicture, len(list))]
		with, without := picture(t, chromium, part, "quince"), picture(t, chromium, part, "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;")
		for i, s := range part {
			if s.want != 0 {
				hidden++
			}
			seen := difference(with, without, i)
			if (seen < 30) != (s.want != 0) {
				wrong++
				t.Errorf("%s: %v, but %d pixels of it are seen: %s", s.name, s.want.Reasons(), seen, s.page)
			}
		}
	}
	t.Logf("%d specimens, %d of them hidden: Chromium disagrees about %d", len(list), hidden, wrong)
}

// picture returns a picture of the specimens with text in place of "quince".
func picture(t *testing.T, chromium string, list []specimen, text string) image.Image {
	t.Helper()
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><style>body{margin:0}iframe{position:absolute;border:0}</style>")
	for i, s := range list {
		fmt.Fprintf(&b, "<iframe width=%d height=%d style='left:%dpx;top:%dpx' srcdoc=\"%s\"></iframe>", frameWidth, frameHeight,
			i%2*frameWidth, i/2*frameHeight, html.EscapeString(strings.ReplaceAll(s.page, "quince", text)))
	}
	dir := t.TempDir()
	page, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	if err := os.WriteFile(page, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+dir,
		fmt.Sprintf("--window-size=%d,%d", 2*frameWidth, perPicture/2*frameHeight), "--screenshot="+shot, "file://"+page).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	f, err := os.Open(shot)
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// difference returns how many pixels of frame i differ clearly.
func difference(a, b image.Image, i int) (n int) {
	x0, y0 := i%2*frameWidth, i/2*frameHeight
	for y := y0; y < y0+frameHeight; y++ {
		for x := x0; x < x0+frameWidth; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if apart(r1, r2) || apart(g1, g2) || apart(b1, b2) {
				n++
			}
		}
	}
	return n
}

func apart(a, b uint32) bool { return max(a, b)-min(a, b) > 48<<8 }
