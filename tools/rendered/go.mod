module github.com/winnowtext/winnow/tools/rendered

go 1.26.0

require (
	github.com/winnowtext/winnow v0.0.0
	github.com/yuin/goldmark v1.8.7
)

require (
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/sys v0.50.0 // indirect
)

replace github.com/winnowtext/winnow => ../..
