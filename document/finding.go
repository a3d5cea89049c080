package document

// Finding is something a third party planted in the page, with what speaks for it.
type Finding struct {
	// Kind is what was found: SEOSpam, HiddenLink, PromptInjection or OtherPlanted.
	Kind Role
	// Grade is how bad a PromptInjection is: "notice" speaks to machines,
	// "steering" tells them what to say, "hijack" takes their orders over; "" for
	// other kinds.
	Grade string
	// Technique is how it is placed or hidden: "visible text", "display-none" ...
	Technique string
	// Topic is what it promotes: "gambling", "pharmacy" ...; "" if that does not apply.
	Topic string
	// Confidence is 0 to 1.
	Confidence float32
	Spans      []Span
	Blocks     []int // ids of the blocks it covers, ascending
	Links      []Link
	// Domains lists the registrable domains that it links to or names, sorted.
	Domains []string
	// Evidence says in words what speaks for the finding, strongest first.
	Evidence []string
}
