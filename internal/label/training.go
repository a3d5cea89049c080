package label

// Trainer gives the trainer the very features and tokens that the labeller
// computes, so that the two cannot drift apart.
type Trainer struct{ facts }

// Gather surveys a page with the given linear models, nil for none.
func (t *Trainer) Gather(p *Page, l *Linear) {
	t.linear = l
	t.gather(p)
}

// Features returns the features of block i.
func (t *Trainer) Features(i int) Features { return t.features(i) }

// NameRows appends the rows of the table of names that speak of block i.
func (t *Trainer) NameRows(i int, dst []uint32) []uint32 {
	if t.page.Tree == nil {
		return dst
	}
	k := t.partOf[t.page.Blocks.Blocks[i].Node]
	for level := 0; k >= 0; level++ {
		q := &t.parts[k]
		for _, token := range t.nameAt[q.names[0]:q.names[1]] {
			whole := t.whole(q)
			if !whole {
				dst = append(dst, NameRow(token, saltFar))
			}
			switch {
			case level == 0:
				dst = append(dst, NameRow(token, saltNear))
			case level <= 2 && !whole:
				dst = append(dst, NameRow(token, saltNext))
			}
		}
		k = q.parent
	}
	return dst
}

// WordRows appends the rows of the table of words that speak of block i.
func (t *Trainer) WordRows(i int, dst []uint32) []uint32 {
	t.tokens = t.texts[i].tokens(t.tokens[:0])
	for _, token := range t.tokens {
		dst = append(dst, WordRow(token))
	}
	return dst
}

// TypeRows appends the rows of the table of page types that speak of the page.
func (t *Trainer) TypeRows(dst []uint32) []uint32 { return t.typeTokens(dst) }

// WordScale is what the sum of the weights of n words is multiplied by.
func WordScale(n int) float32 { return float32(inverseRoot[min(n, len(inverseRoot)-1)]) / 64 }

// The sizes of the tables.
const (
	NameRowCount = 1 << nameBits
	WordRowCount = 1 << wordBits
	TypeRowCount = 1 << typeBits
)

// NewLinear makes linear models of tables of weights in 32nds of log-odds. Their
// lengths must be the counts above.
func NewLinear(names, words, types [][GroupCount]int8) *Linear {
	l := &Linear{}
	for _, w := range names {
		l.names = append(l.names, w)
	}
	for _, w := range words {
		l.words = append(l.words, w)
	}
	for _, w := range types {
		l.types = append(l.types, w)
	}
	return l
}

// Bytes returns the tables, one behind the other, as they stand in a model file.
func (l *Linear) Bytes() []byte {
	var b []byte
	for _, table := range [][]weights{l.names, l.words, l.types} {
		for i := range table {
			for _, w := range table[i] {
				b = append(b, byte(w))
			}
		}
	}
	return b
}
