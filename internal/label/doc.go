// Package label gives every block of a page its role, the page its type, and the
// choice of main text an estimate of how good it is.
//
// In: the blocks of a page, with the tree they were cut from where there is one
// ([Page]). Out: a [Result]: for each block its role, the confidence in the
// verdict and the reason in words.
//
// The steps, a file each: a survey of the page finds the elements that hold
// blocks, rows of like elements and the holders of the running text (survey.go);
// two linear models score the names around each block and its words (tokens.go,
// linear.go), a third the page's type (pagetype.go); all of that becomes a row of
// bytes ([Features], facts.go); a network that reads the rows of a page in order
// finds the probability of main text, the scores of the roles and those of the
// page's type (net.go, and wide.go for machines that compute on many numbers at
// once); the decoder keeps the blocks with the best expected F1 (decode.go);
// boosted trees estimate how good the choice is (quality.go, forest.go). What was
// learned is a [Model], embedded as model.bin; train/ makes it.
//
// Invariant: every block gets a role, and it depends on the page and the model
// alone: all arithmetic is on integers, so that every machine agrees.
//
// Start reading at [Labeller.Label].
package label
