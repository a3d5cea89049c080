package pipeline

import (
	"context"
	"errors"
	"testing"
)

func TestOrderedKeepsOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 64} {
		for _, n := range []int{0, 1, 5, 500} {
			next := 0
			err := Ordered(t.Context(), n, workers,
				func(_, i int) int {
					x := i
					for range (n - i) * 50 { // the earlier the slower
						x = x*31 + 7
					}
					_ = x
					return i * 2
				},
				func(i, result int) error {
					if i != next || result != 2*i {
						t.Fatalf("%d workers: got result %d for input %d, want input %d", workers, result, i, next)
					}
					next++
					return nil
				})
			if err != nil || next != n {
				t.Fatalf("%d workers: %d of %d results, error %v", workers, next, n, err)
			}
		}
	}
}

func TestOrderedStops(t *testing.T) {
	stop := errors.New("stop")
	emitted := 0
	err := Ordered(t.Context(), 1000, 4, func(_, i int) int { return i }, func(i, _ int) error {
		emitted++
		if i == 10 {
			return stop
		}
		return nil
	})
	if err != stop || emitted != 11 {
		t.Errorf("error %v after %d results, want %v after 11", err, emitted, stop)
	}

	ctx, cancel := context.WithCancel(t.Context())
	err = Ordered(ctx, 1000, 4, func(_, i int) int { return i }, func(i, _ int) error {
		if i == 5 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v after cancelling, want %v", err, context.Canceled)
	}
}
