module github.com/winnowtext/winnow/tools/rendered

go 1.26.0

require (
	github.com/winnowtext/winnow v0.0.0
	github.com/yuin/goldmark v1.8.7
)

replace github.com/winnowtext/winnow => ../..
