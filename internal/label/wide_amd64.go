//go:build !purego

package label

import "golang.org/x/sys/cpu"

// isWide says that the machine computes on many numbers at once.
var isWide = cpu.X86.HasAVX2

// blockWide is block. The result is the same.
func (l *netLayer) blockWide(next *activation, taps *[netTaps]*activation, bias *[netWidth]int32) {
	layerAVX2(next, taps, &l.wide, bias)
}

//go:noescape
func layerAVX2(next *activation, taps *[netTaps]*activation, w *wideLayer, bias *[netWidth]int32)

// addWide adds to the sums of the first layer what changed features bring.
func addWide(sums *[netWidth]int32, n *network, changes []change) {
	if len(changes) > 0 {
		changesAVX2(sums, &n.inWide, changes)
	}
}

//go:noescape
func changesAVX2(sums *[netWidth]int32, w *[maxFeatures][netWidth]int32, changes []change)
