package eval

// The search for where two sequences of words meet again after they differ.
const (
	alignReach = 400 // how far ahead it looks in either
	alignRun   = 3   // how many words in a row must agree
)

// Align returns for each word of a the index of the same word in b, -1 where
// there is none. Both are in the order of the page, and differ where one leaves
// something out. It is greedy: linear where they agree, and alignReach steps for
// a word where they do not.
func Align(a, b []string) []int {
	pairs := make([]int, len(a))
	i, j := 0, 0
	for i < len(a) {
		if j < len(b) && a[i] == b[j] {
			pairs[i] = j
			i++
			j++
			continue
		}
		di, dj := meet(a[i:], b[min(j, len(b)):])
		for range di {
			pairs[i] = -1
			i++
		}
		j += dj
	}
	return pairs
}

// meet returns how many words of a and of b to skip until they agree again. It
// skips one word of a if they do not within reach.
func meet(a, b []string) (di, dj int) {
	for sum := 1; sum < alignReach; sum++ {
		for di := 0; di <= sum; di++ {
			if dj := sum - di; agree(a, b, di, dj) {
				return di, dj
			}
		}
		if sum > 40 { // far ahead, only what one of them left out
			for ; sum < alignReach; sum++ {
				if agree(a, b, 0, sum) {
					return 0, sum
				}
				if agree(a, b, sum, 0) {
					return sum, 0
				}
			}
		}
	}
	return 1, 0
}

// agree reports whether a from di on and b from dj on begin with the same words.
func agree(a, b []string, di, dj int) bool {
	n := min(alignRun, len(a)-di, len(b)-dj)
	if n <= 0 {
		return false
	}
	for k := range n {
		if a[di+k] != b[dj+k] {
			return false
		}
	}
	return true
}
