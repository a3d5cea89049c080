package eval

import (
	"cmp"
	"math"
	"slices"
)

// Calibration is how well the estimates of quality foretell the word F1.
type Calibration struct {
	Spearman float64 `json:"spearman"` // rank correlation with the F1
	// Error is the expected calibration error: the distance of mean estimate and
	// mean F1, averaged over ten bins of equally many pages.
	Error float64          `json:"calibration_error"`
	AUC   float64          `json:"auc"` // of telling pages with an F1 below 0.8
	Bins  []ReliabilityBin `json:"bins"`
}

// ReliabilityBin is a tenth of the pages, by estimate.
type ReliabilityBin struct {
	Pages   int     `json:"pages"`
	Quality float64 `json:"quality"`
	F1      float64 `json:"f1"`
}

// poorF1 is the F1 below which a page counts as poor.
const poorF1 = 0.8

// Calibrate compares the estimates of quality with what was reached.
func Calibrate(scores []Score) Calibration {
	n := len(scores)
	if n == 0 {
		return Calibration{}
	}
	quality := ranks(scores, func(s *Score) float64 { return float64(s.Quality) })
	f1 := ranks(scores, func(s *Score) float64 { return s.F1.F1 })
	c := Calibration{Spearman: correlation(quality, f1)}
	var poor, rankSum float64
	for i := range scores {
		if scores[i].F1.F1 < poorF1 {
			poor++
			rankSum += float64(n) + 1 - quality[i] // rank from the best estimate down
		}
	}
	if good := float64(n) - poor; poor > 0 && good > 0 {
		c.AUC = (rankSum - poor*(poor+1)/2) / (poor * good)
	}
	order := slices.Clone(scores)
	slices.SortStableFunc(order, func(a, b Score) int { return cmp.Compare(a.Quality, b.Quality) })
	const bins = 10
	for b := range bins {
		part := order[b*n/bins : (b+1)*n/bins]
		if len(part) == 0 {
			continue
		}
		bin := ReliabilityBin{Pages: len(part)}
		for i := range part {
			bin.Quality += float64(part[i].Quality) / float64(len(part))
			bin.F1 += part[i].F1.F1 / float64(len(part))
		}
		c.Error += math.Abs(bin.Quality-bin.F1) * float64(len(part)) / float64(n)
		c.Bins = append(c.Bins, bin)
	}
	return c
}

// ranks returns the rank of each score from 1, the mean rank for equal values.
func ranks(scores []Score, value func(*Score) float64) []float64 {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(value(&scores[a]), value(&scores[b])) })
	r := make([]float64, len(scores))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && value(&scores[order[j]]) == value(&scores[order[i]]) {
			j++
		}
		for k := i; k < j; k++ {
			r[order[k]] = float64(i+j+1) / 2
		}
		i = j
	}
	return r
}

// correlation returns Pearson's correlation of two lists, 0 if one is constant.
func correlation(a, b []float64) float64 {
	n := float64(len(a))
	var ma, mb, ab, aa, bb float64
	for i := range a {
		ma += a[i] / n
		mb += b[i] / n
	}
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}
