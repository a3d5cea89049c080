package pipeline

import (
	"context"
	"sync"
)

// lookAhead is how many inputs per worker may be done before their turn to be
// emitted. It bounds memory when one input takes long.
const lookAhead = 4

// Ordered calls do for the inputs 0 to n-1 on several workers at once, and emit
// with each result in order, on the caller's goroutine. do gets the number of
// its worker, 0 to workers-1, so that workers can keep memory of their own.
//
// It stops early when ctx is done or emit returns an error, and returns that.
func Ordered[T any](ctx context.Context, n, workers int, do func(worker, i int) T, emit func(i int, result T) error) error {
	workers = max(1, min(workers, n))
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()

	slots := make([]chan T, min(n, workers*lookAhead))
	for i := range slots {
		slots[i] = make(chan T, 1)
	}
	turns := make(chan int)
	for w := range workers {
		wg.Go(func() {
			for i := range turns {
				slots[i%len(slots)] <- do(w, i)
			}
		})
	}
	// An input may begin once the slot it will use has been emptied.
	free := make(chan struct{}, len(slots))
	for range len(slots) {
		free <- struct{}{}
	}
	wg.Go(func() {
		defer close(turns)
		for i := range n {
			select {
			case <-free:
			case <-ctx.Done():
				return
			}
			select {
			case turns <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	for i := range n {
		select {
		case result := <-slots[i%len(slots)]:
			if err := emit(i, result); err != nil {
				return err
			}
			free <- struct{}{}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
