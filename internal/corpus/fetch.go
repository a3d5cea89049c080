package corpus

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"time"
)

// fetchTimeout is how long a server may take for one page.
const fetchTimeout = 30 * time.Second

// fetch gets a page from the web.
func fetch(ctx context.Context, url string, maxBytes int) (Content, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Content{}, err
	}
	req.Header.Set("User-Agent", "winnow (+https://github.com/winnowtext/winnow)")
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return Content{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Content{}, fmt.Errorf("the server answered %s", resp.Status)
	}
	c := Content{URL: resp.Request.URL.String()}
	if _, params, err := mime.ParseMediaType(resp.Header.Get("Content-Type")); err == nil {
		c.Charset = params["charset"]
	}
	c.Bytes, err = readAll(resp.Body, maxBytes)
	return c, err
}
