package planted

import "slices"

// Topic is what planted text promotes.
type Topic uint8

// The topics.
const (
	Gambling Topic = iota
	Pharmacy
	Adult
	Loans
	Essays
	Replica
	Crypto
	Software

	topicCount
	noTopic = topicCount // of words that praise and urge, whatever they sell
)

var topicNames = [topicCount]string{
	"gambling", "pharmacy", "adult", "loans", "essay-mill", "replica-goods", "crypto", "fake-software",
}

// String returns the topic's name.
func (t Topic) String() string { return topicNames[t] }

// class says what a word of the vocabulary proves.
type class uint8

const (
	// strong phrases are of the topic and promote it: whoever reports on the
	// topic has no use for them.
	strong class = iota
	// plain words are of the topic, and reports about it are full of them.
	plain
	// hint words are of the topic here and mean something else elsewhere. They
	// count only beside strong or plain ones.
	hint
	// pitch words praise, urge and lead to a counter. They have no topic.
	pitch
	// notice words declare an advertisement: the site itself sold the place.
	notice
)

// wordList is a part of the vocabulary: words and phrases separated by commas,
// in lower case.
type wordList struct {
	topic Topic
	class class
	lang  string // one of listLangs; "" where many languages use the words
	words string
}

// wordLists is the whole vocabulary. It names no operator, site or campaign: those
// change by the week. Names of goods that spam sells, such as drugs and watches,
// are the words of the trade.
var wordLists = [][]wordList{gamblingWords, healthWords, moneyWords, goodsWords, pitchWords}

// listLangs are the languages the lists are in.
var listLangs = [...]string{"en", "id", "tr", "ru", "es", "pt", "de", "fr", "it", "pl", "nl", "vi", "th", "zh", "ja", "ko"}

// langIndex returns the index of a language in listLangs, -1 if it is not there.
func langIndex(tag string) int { return slices.Index(listLangs[:], tag) }
