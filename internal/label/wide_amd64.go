//go:build !purego

package label

import "golang.org/x/sys/cpu"

// isWide says that the machine computes on many numbers at once.
var isWide = cpu.X86.HasAVX2

// The routines are written for these sizes; others do not compile.
var _, _ = [1]struct{}{}[netWidth-48], [1]struct{}{}[netTaps-5]

// block is blockPlain; the result is the same.
func (l *netLayer) block(next *activation, taps *[netTaps]*activation, bias *[netWidth]int32) {
	if isWide {
		layerAVX2(next, taps, &l.wide, bias)
		return
	}
	l.blockPlain(next, taps, bias)
}

// add is addPlain; the result is the same.
func (n *network) add(sums *[netWidth]int32, changes []change) {
	if isWide && len(changes) > 0 {
		changesAVX2(sums, &n.in, changes)
		return
	}
	n.addPlain(sums, changes)
}

//go:noescape
func layerAVX2(next *activation, taps *[netTaps]*activation, w *wideLayer, bias *[netWidth]int32)

//go:noescape
func changesAVX2(sums *[netWidth]int32, w *[maxFeatures][netWidth]int32, changes []change)
