//go:build !amd64 || purego

package label

// isWide says that the machine computes on many numbers at once.
const isWide = false

// blockWide is block.
func (l *netLayer) blockWide(next *activation, taps *[netTaps]*activation, bias *[netWidth]int32) {
	l.block(next, taps, bias)
}

// addWide is never called.
func addWide(*[netWidth]int32, *network, []change) {}
