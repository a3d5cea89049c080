package label

// wideLayer holds the weights of a layer in the order in which instructions for
// many numbers at once want them, see wide_amd64.s. It is not used elsewhere.
type wideLayer struct {
	// near: for 16 activations at a time and pairs of taps (the last alone), the
	// weights of activations 0 to 3 and 8 to 11, then those of the others; those
	// of the two taps of a pair take turns.
	near [netWidth / 16][(netTaps + 1) / 2][2][8][2]int16
	// mix: for pairs of activations, their weights to all sums, taking turns.
	mix       [netWidth / 2][netWidth][2]int16
	gate      [netWidth]int32
	nearShift uint64
	mixShift  uint64
	nearHalf  int32 // a half before the shift, which rounds
	mixHalf   int32
	gateHalf  int32
	most      int32 // the greatest activation
	least     int32
}

func (w *wideLayer) fill(l *netLayer) {
	for g := range w.near {
		for p := range w.near[g] {
			for half := range 2 {
				for k := range 8 {
					j := 16*g + k%4 + 8*(k/4) + 4*half
					w.near[g][p][half][k][0] = l.near[j][2*p]
					if 2*p+1 < netTaps {
						w.near[g][p][half][k][1] = l.near[j][2*p+1]
					}
				}
			}
		}
	}
	for k := range netWidth {
		for j := range netWidth {
			low, high := unpack(l.mix[j/laneCount][k][j%laneCount/2])
			w.mix[k/2][j][k%2] = int16([2]int32{low, high}[j%2])
		}
	}
	for j, g := range l.gate {
		w.gate[j] = int32(g)
	}
	w.nearShift, w.mixShift = uint64(l.nearShift), uint64(l.mixTo.shift)
	w.nearHalf, w.mixHalf, w.gateHalf = 1<<w.nearShift>>1, 1<<w.mixShift>>1, 1<<gateBits>>1
	w.most, w.least = actLimit, -actLimit
}
