package corpus

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func pack(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestExpand(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "b.html"), []byte("b"))
	write(t, filepath.Join(dir, "a", "x.HTM.gz"), pack(t, "x"))
	write(t, filepath.Join(dir, "c.css"), []byte("c"))
	if err := os.Mkdir(filepath.Join(dir, "none"), 0o777); err != nil {
		t.Fatal(err)
	}
	inputs, errs := Expand([]string{"-", dir, "https://example.org/", "no-such-file", filepath.Join(dir, "none")})
	var names []string
	for _, in := range inputs {
		names = append(names, strings.TrimPrefix(in.Name, dir))
	}
	if got, want := strings.Join(names, " "), "- /a/x.HTM.gz /b.html https://example.org/ no-such-file"; got != want {
		t.Errorf("inputs %s, want %s", got, want)
	}
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "no pages in this directory") {
		t.Errorf("errors %v, want one about the directory without pages", errs)
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	whole := pack(t, strings.Repeat("page ", 2000))
	for name, c := range map[string]struct {
		data []byte
		most int
		want string
		err  string
	}{
		"plain":     {[]byte("plain"), 100, "plain", ""},
		"long":      {[]byte("plain"), 3, "pla", ""},
		"packed":    {pack(t, "packed"), 100, "packed", ""},
		"bomb":      {whole, 10, "page page ", ""},
		"two parts": {append(pack(t, "one "), pack(t, "two")...), 100, "one two", ""},
		"cut":       {whole[:len(whole)-12], 1 << 20, "", "damaged gzip data after"},
	} {
		path := filepath.Join(dir, name)
		write(t, path, c.data)
		inputs, _ := Expand([]string{path})
		got, err := inputs[0].Read(t.Context(), c.most)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: error %v, want one that names the file and says %q", name, err, c.err)
			}
			continue
		}
		if err != nil || string(got.Bytes) != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got.Bytes, err, c.want)
		}
	}
}

func TestFetch(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/gone" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=koi8-r")
		w.Write([]byte("<p>page"))
	}))
	defer server.Close()
	inputs, _ := Expand([]string{server.URL + "/page", server.URL + "/gone"})
	c, err := inputs[0].Read(t.Context(), 100)
	if err != nil || string(c.Bytes) != "<p>page" || c.Charset != "koi8-r" || c.URL != server.URL+"/page" {
		t.Errorf("got %+v, %v", c, err)
	}
	if _, err := inputs[1].Read(t.Context(), 100); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("error %v, want one that says 404", err)
	}
}
