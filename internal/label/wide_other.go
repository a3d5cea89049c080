//go:build !amd64 || purego

package label

// isWide says that the machine computes on many numbers at once.
const isWide = false

func (l *netLayer) block(next *activation, taps *[netTaps]*activation, bias *[netWidth]int32) {
	l.blockPlain(next, taps, bias)
}

func (n *network) add(sums *[netWidth]int32, changes []change) { n.addPlain(sums, changes) }
