package eval

import (
	"math"
	"strings"
	"testing"
)

func scoresOf(pairs ...[2]float64) []Score {
	var scores []Score
	for i, p := range pairs {
		scores = append(scores, Score{ID: string(rune('a' + i)), Quality: float32(p[0]), F1: F1{F1: p[1]}})
	}
	return scores
}

func TestCalibrate(t *testing.T) {
	same := Calibrate(scoresOf([2]float64{0.1, 0.1}, [2]float64{0.5, 0.5}, [2]float64{0.75, 0.75}, [2]float64{1, 1}))
	if same.Spearman < 0.999 || same.AUC != 1 || same.Error > 1e-6 {
		t.Errorf("a perfect estimate: %+v", same)
	}
	turned := Calibrate(scoresOf([2]float64{1, 0.1}, [2]float64{0.75, 0.5}, [2]float64{0.5, 0.85}, [2]float64{0.1, 1}))
	if turned.Spearman > -0.999 || turned.AUC != 0 {
		t.Errorf("an estimate the wrong way round: %+v", turned)
	}
	blind := Calibrate(scoresOf([2]float64{0.6, 0.2}, [2]float64{0.6, 1}))
	if blind.AUC != 0.5 || math.Abs(blind.Spearman) > 1e-9 {
		t.Errorf("an estimate that says nothing: %+v", blind)
	}
}

func TestWriteChanges(t *testing.T) {
	before := scoresOf([2]float64{0, 0.5}, [2]float64{0, 0.9}, [2]float64{0, 0.7})
	r := Result{Set: "x", Scores: scoresOf([2]float64{0, 0.6}, [2]float64{0, 0.4}, [2]float64{0, 0.7})}
	var out strings.Builder
	r.WriteChanges(&out, before, 10)
	want := "\nx: 1 pages worse, 1 better, F1 -0.1333 in all\n-0.500 to 0.400               b\n+0.100 to 0.600               a\n"
	if out.String() != want {
		t.Errorf("got %q", out.String())
	}
}

func TestFold(t *testing.T) {
	a, b := Page{URL: "https://www.example.co.uk/x"}, Page{URL: "http://shop.example.co.uk"}
	if a.Fold() != b.Fold() {
		t.Error("pages of one domain are in two folds")
	}
	seen := map[int]bool{}
	for i := range 50 {
		p := Page{ID: strings.Repeat("a", i)}
		seen[p.Fold()] = true
	}
	if len(seen) != Folds {
		t.Errorf("50 pages are in %d folds", len(seen))
	}
}
