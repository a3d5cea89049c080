package winnow_test

import (
	"fmt"

	"github.com/winnowtext/winnow"
)

func ExampleExtract() {
	page := []byte(`<html><head><title>Swifts return – Tower News</title></head><body>
<nav><a href="/">Home</a></nav>
<h1>Swifts return</h1>
<p>The swifts came back to the old tower on Sunday, three days later than in any year since the count began.</p>
</body></html>`)
	doc, err := winnow.Extract(page, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Blocks {
		fmt.Printf("%s: %s\n", b.Role, b.Text)
	}
	// Output:
	// navigation: Home
	// title: Swifts return
	// body: The swifts came back to the old tower on Sunday, three days later than in any year since the count began.
}
