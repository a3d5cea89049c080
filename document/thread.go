package document

// Thread is one discussion on a page: the comments under an article, the posts
// of a forum's topic, a question and its answers. Its posts are blocks of the
// page seen another way; nothing of them is lost in the blocks.
type Thread struct {
	Kind  ThreadKind
	Posts []ThreadPost // in reading order
}

// ThreadKind is the kind of a discussion.
type ThreadKind uint8

// The kinds of thread.
const (
	Comments ThreadKind = iota // under something else
	Forum
	QuestionAnswers
)

var threadNames = [...]string{"comments", "forum", "question"}

// String returns the kind's name.
func (k ThreadKind) String() string { return threadNames[k] }

// MarshalText returns the kind's name.
func (k ThreadKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText sets the kind named by b; an unknown name is an error.
func (k *ThreadKind) UnmarshalText(b []byte) error { return parseName(k, threadNames[:], b, "thread") }

// ThreadPost is what one participant wrote at one time.
type ThreadPost struct {
	Author string // "" if unknown
	Date   string // ISO 8601, as precise as the page is; "" if unknown
	// Parent is the index in Thread.Posts of the post it answers, which is less
	// than its own; -1 for none.
	Parent int
	// Score is what readers gave it, votes up less votes down, if Scored.
	Score  int
	Scored bool
	// Accepted says that it is the answer which the asker took.
	Accepted bool
	Blocks   []int // indices in Document.Blocks of what it says, in order
}
