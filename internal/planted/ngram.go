package planted

import (
	_ "embed"
	"math"
)

// Model is a logistic regression over hashed words and pairs and triples of
// words; in scripts without spaces these are characters. Only hashes and weights
// are kept, no text. The zero value is no model.
//
// Its form is one byte of bias in eighths, one byte of scale in hundredths, and
// ModelSize weights of one byte.
//
// Words weighs single words, to tell the manner of a longer text by many of them,
// where the pairs and triples know phrases. It is one byte a weight, in units of
// 1/MannerScale.
type Model struct{ Data, Words []byte }

const (
	modelBits = 17
	// ModelSize is the number of weights of a model.
	ModelSize = 1 << modelBits
	// modelWindow is the number of tokens that are judged at once: a long text is
	// as bad as its worst part. Windows overlap by half.
	modelWindow = 48
	// minTokens is the number of tokens a text needs to be judged.
	minTokens = 4
)

// injectionModel is trained by "winnow-lab plant train".
//
//go:embed injection.bin
var injectionBin []byte

//go:embed words.bin
var wordsBin []byte

var injectionModel = Model{injectionBin, wordsBin}

const (
	mannerBits = 16
	// MannerSize is the number of weights of single words.
	MannerSize = 1 << mannerBits
	// MannerScale is how many units of a weight are a log-odd.
	MannerScale = 16
	// mannerWindow is the number of words judged at once.
	mannerWindow = 240
	// mannerPower is the power of the number of words by which their sum is
	// divided: many words say more than few, but not as much as they are many.
	mannerPower = 0.3
)

// Manner calls do with the number of the weight of each word of a text.
func Manner(text []byte, do func(weight int)) {
	z := tokenizer{text: text}
	var last, before uint64
	for t, ok := z.next(); ok; t, ok = z.next() {
		if t.hash == last || t.hash == before {
			continue // said again: it tells nothing new
		}
		last, before = t.hash, last
		do(int(t.hash * 0xA24BAED4963EE407 >> (64 - mannerBits)))
	}
}

// Manner returns how much the words of the worst window of a text are those of
// injections; 0 for a text of too few words. Windows overlap by half.
func (m Model) Manner(text []byte) float32 {
	if len(m.Words) < MannerSize {
		return 0
	}
	best := float32(0)
	var half [2]int32 // the sums of the two halves of the window
	n := 0
	Manner(text, func(weight int) {
		half[1] += int32(int8(m.Words[weight]))
		n++
		if n%(mannerWindow/2) == 0 {
			best = max(best, mannerOf(half[0]+half[1], min(n, mannerWindow)))
			half[0], half[1] = half[1], 0
		}
	})
	if n < minTokens {
		return 0
	}
	if left := n % (mannerWindow / 2); left > 0 {
		best = max(best, mannerOf(half[0]+half[1], left+min(n-left, mannerWindow/2)))
	}
	return best
}

func mannerOf(sum int32, words int) float32 {
	return float32(float64(sum) / MannerScale / math.Pow(float64(words), mannerPower))
}

// Windows calls do with the features of each window of a text, and the number of
// its tokens. The slice is valid until do returns. buf is memory to use, and is
// returned.
func Windows(buf []uint32, text []byte, do func(features []uint32, tokens int)) []uint32 {
	z := tokenizer{text: text}
	var last, before uint64
	features := buf[:0]
	n, half := 0, 0 // tokens in the window, and where its second half begins
	fresh := false
	for {
		t, ok := z.next()
		if !ok {
			break
		}
		features = append(features, bucket(t.hash))
		if n > 0 || half > 0 {
			features = append(features, bucket(last*3+t.hash*0x9E3779B97F4A7C15))
			features = append(features, bucket(before*7+last*5+t.hash*0xD6E8FEB86659FD93))
		}
		before, last = last, t.hash
		n++
		fresh = true
		if n == modelWindow/2 {
			half = len(features)
		}
		if n == modelWindow {
			do(features, n)
			kept := copy(features, features[half:])
			features = features[:kept]
			n, half, fresh = modelWindow/2, kept, false
		}
	}
	if fresh {
		do(features, n)
	}
	return features
}

func bucket(h uint64) uint32 {
	return uint32(h * 0xA24BAED4963EE407 >> (64 - modelBits))
}

// Score returns how surely the worst window of a text is what the model was
// trained on, as log-odds; very low for no text.
func (m Model) Score(buf *[]uint32, text []byte) float32 {
	best := float32(math.Inf(-1))
	if len(m.Data) < ModelSize+2 {
		return best
	}
	bias, scale := float32(int8(m.Data[0]))/8, float32(m.Data[1])/100
	weights := m.Data[2:]
	*buf = Windows(*buf, text, func(features []uint32, n int) {
		sum := int32(0)
		for _, f := range features {
			sum += int32(int8(weights[f]))
		}
		s := bias + scale*float32(sum)/float32(math.Sqrt(float64(len(features))))
		if n >= minTokens {
			best = max(best, s)
		}
	})
	return best
}
