# Everything a developer does with the project. `make check` is what to run
# before a commit; .ci/run runs all of it.

GO ?= go
TOOL = $(GO) tool -modfile=tools/go.mod

.PHONY: check golden fuzz bench eval

check: ## format, vet, staticcheck, tests
	@test -z "$$($(TOOL) gofumpt -l .)" || { $(TOOL) gofumpt -l .; echo "run: go tool -modfile=tools/go.mod gofumpt -w ."; exit 1; }
	$(GO) vet ./...
	$(TOOL) staticcheck ./...
	$(GO) test ./...

golden: ## rewrite the golden files; read the diff before you commit it
	$(GO) test -run 'TestGolden' . -update

FUZZTIME ?= 20s
fuzz: ## every fuzz target for FUZZTIME
	@for f in $$(grep -rlE '^func Fuzz' --include=*_test.go .); do \
	  for target in $$(grep -oE '^func Fuzz\w+' $$f | cut -c6-); do \
	    echo "$$f $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) ./$$(dirname $$f) || exit 1; \
	  done; \
	done

bench: ## benchmarks with throughput
	$(GO) test -run '^$$' -bench . -benchmem ./...

eval: ## accuracy on the labelled pages of WINNOW_CORPORA
	$(GO) run ./cmd/winnow eval $(WINNOW_CORPORA)
