package dom

import "bytes"

// markupDeclaration reads the "<!" at i and what follows it (WHATWG HTML
// 13.2.5.42) and returns the index behind it.
func (p *Parser) markupDeclaration(i int) int {
	b := p.b
	switch rest := b[i+2:]; {
	case len(rest) >= 2 && rest[0] == '-' && rest[1] == '-':
		return p.comment(i)
	case hasPrefixFold(rest, "doctype"):
		return p.doctype(i)
	case bytes.HasPrefix(rest, []byte("[CDATA[")) && p.inCDATA():
		return p.cdata(i, i+len("<![CDATA["))
	}
	return p.bogusComment(i, i+2)
}

// inCDATA reports whether a CDATA section can stand here: in foreign content.
func (p *Parser) inCDATA() bool { return p.tokens == nil && p.top().ns != HTML }

// bogusComment hands on what stands from start to the next '>' as the data of
// the comment that begins at i.
func (p *Parser) bogusComment(i, start int) int {
	end := indexFrom(p.b, start, '>')
	next := min(end+1, len(p.b))
	p.onComment(i, next, span{start, end})
	return next
}

func (p *Parser) onComment(at, next int, data span) {
	p.at, p.next = at, next
	if p.tokens != nil {
		p.tokens(token{kind: commentToken, data: data})
		return
	}
	p.commentNode(data)
}

// comment reads the comment at i, which begins "<!--" (WHATWG HTML 13.2.5.43 to
// 13.2.5.52). It ends at "-->" or "--!>", at a '>' or "->" right at its start,
// and at the end of the input, where dashes that began an end are dropped.
func (p *Parser) comment(i int) int {
	b, start := p.b, i+len("<!--")
	if start < len(b) && b[start] == '>' {
		p.onComment(i, start+1, span{start, start})
		return start + 1
	}
	if start+1 < len(b) && b[start] == '-' && b[start+1] == '>' {
		p.onComment(i, start+2, span{start, start})
		return start + 2
	}
	for k := start; ; k++ {
		dashes := bytes.Index(b[k:], []byte("--"))
		if dashes < 0 {
			break
		}
		k += dashes
		for k+2 < len(b) && b[k+2] == '-' {
			k++
		}
		if k+2 < len(b) && b[k+2] == '>' {
			p.onComment(i, k+3, span{start, k})
			return k + 3
		}
		if k+3 < len(b) && b[k+2] == '!' && b[k+3] == '>' {
			p.onComment(i, k+4, span{start, k})
			return k + 4
		}
	}
	data := b[start:]
	for _, end := range [...]string{"--!", "--", "-"} {
		if bytes.HasSuffix(data, []byte(end)) {
			data = data[:len(data)-len(end)]
			break
		}
	}
	p.onComment(i, len(b), span{start, start + len(data)})
	return len(b)
}

// cdata hands on the CDATA section at i whose text begins at start, and returns
// the index behind it (WHATWG HTML 13.2.5.69).
func (p *Parser) cdata(i, start int) int {
	end, next := len(p.b), len(p.b)
	if k := bytes.Index(p.b[start:], []byte("]]>")); k >= 0 {
		end = start + k
		next = end + len("]]>")
	}
	p.at, p.next = i, next
	if p.tokens != nil {
		if start < end {
			p.tokens(token{textToken, span{start, end}, RawText})
		}
		return next
	}
	stop := end
	for ; start < end; start = stop + 1 {
		if e := p.top(); e.htmlIntegration() || e.textIntegration() {
			// As in HTML, NUL is dropped here; elsewhere it is replaced.
			stop = indexFrom(p.b[:end], start, 0)
		}
		if start < stop {
			p.text(pendingText{start, stop, RawText})
		}
	}
	return next
}
