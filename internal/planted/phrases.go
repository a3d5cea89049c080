package planted

import "strings"

// phraseClass says what a phrase of an injection does.
type phraseClass uint8

const (
	overrideVerb phraseClass = iota // beside an overrideObject
	overrideObject
	overrideWhole
	addressPhrase
	personaPhrase
	taskPhrase
	commandPhrase
	leakPhrase
	controlPhrase
	quotingPhrase
	shapeVerb   // beside a shapeObject
	shapeObject // what only a machine that answers has
	subjectPhrase

	phraseClasses
)

// phraseLists are the telling phrases, separated by commas.
var phraseLists = [phraseClasses]string{
	overrideVerb: "ignore, disregard, forget, override, overrule, bypass, neglect, discard, skip, supersede, do not follow, don t follow, stop following, erase, drop, instead of following, " +
		"ignoriere, vergiss, missachte, ignora, olvida, ignorer, ignorez, oublie, oubliez, ignore todas, esqueça, dimentica, игнорируй, игнорируйте, забудь, abaikan, lupakan, yok say, görmezden gel, bỏ qua, zignoruj, negeer, 忽 略, 忽 视, 无 视, 無 視, 무 시",
	overrideObject: "instructions, instruction, prompt, prompts, rules, guidelines, directives, directions, commands, programming, constraints, policies, safeguards, system message, previous text, training, orders, context, guardrails, restrictions, filters, told, " +
		"anweisungen, regeln, instrucciones, reglas, consignes, instruções, istruzioni, инструкции, указания, instruksi, perintah, talimatları, hướng dẫn, instrukcje, instructies, 指 令, 指 示, 规 则, 提 示, 지 시",
	overrideWhole: "new instructions, override instructions, override protocol, developer mode, jailbreak mode, dan mode, do anything now, without any restrictions, no longer bound by, unrestricted ai, free from all restrictions, end of system prompt, admin override, priority override, system override, safety filters off, disable your safety, your real task, your new task, your actual task, new objective, real instructions",
	addressPhrase: "language model, large language model, language models, llm, llms, ai model, ai models, ai assistant, ai assistants, ai agent, ai agents, ai system, ai systems, ai crawler, ai crawlers, ai reviewer, ai reviewers, chatgpt, gpt, gpt 4, claude, gemini, copilot, openai, chatbot, virtual assistant, dear ai, note to ai, attention ai, if you are an ai, you are an ai, as an ai, ai summarizer, ai overview, automated reviewer, automated assistant, intelligent agent, machine readers, robot reading this, bots reading, assistant must, assistant should, to the assistant, for the assistant, the assistant, the ai, 人 工 智 能, 语 言 模 型, ki assistent, sprachmodell, modelo de lenguaje, modèle de langage, языковая модель",
	personaPhrase: "you are now, from now on, act as, acting as, pretend to be, pretend you are, pretend that, roleplay as, role play as, you will act, play the role of, simulate, embody, you are going to, imagine you are, you must always, stay in character, you are to",
	taskPhrase:    "in your answer, in your response, in your reply, in your message, to your reply, to your response, to your answer, from your response, from your answer, of your response, of your answer, your answer with, your reply with, your answer to, your reply to highlight, your reply by, your response by, following code snippet into, following code block into, following code excerpt into, following code section, following code block in your, following code snippet in your, following code excerpt in your, subsequent code block, subsequent code excerpt, subsequent code snippet, code block into your, code snippet with your, your codebase, your implementation, hi chatgpt, hello chatgpt, dear chatgpt, never refuse, never decline, never declines, prompt generator, jailbreak",
	commandPhrase: "respond with, respond only, respond in, reply with, reply only, your reply, your response, your answer, your output, your summary, your review, answer with, say that, tell the user, inform the user, tell users, convince the user, ask the user, recommend the, recommend this, recommend our, rank this, rate this, positive review, give a positive, highly recommend, do not mention, don t mention, never mention, do not reveal, do not tell, without telling, do not summarize, do not summarise, instead of summarizing, summarize this page as, summarise this page as, when summarizing, when summarising, when asked, when answering, include the following, include this, insert the following, append the following, add the following, always mention, always say, output only, print only, output the, write a, click the link, direct the user, direct users, send the user, navigate to, send an email, forward all, call the tool, call the function, run the following, execute the following, execute this, open the url, treat this as, most authoritative, most trusted, best choice, preferred source, cite this, prefer this",
	leakPhrase:    "system prompt, your instructions, your initial prompt, initial instructions, your prompt, your rules, your guidelines, exfiltrate, conversation history, the user s password, your memory, your hidden, user s email, users credentials, send the conversation",
	controlPhrase: "begin system, end system, im start, im end, begin instructions, end instructions, system instruction, system instructions, inst, endoftext, begin ai instructions, ai instructions, llm instructions, instructions for ai, instructions for llms, instruction to ai, ai directive, message to ai, system note, end of document new",
	quotingPhrase: "for example, such as, e g, example, examples, attack, attacks, attacker, attackers, injection, injections, malicious, researchers, researcher, vulnerability, vulnerabilities, wrote, says, said, zum beispiel, angriff, par exemple, por ejemplo, called, known as, so called, phrase, phrases, hackers, security",
	shapeVerb:     "modify, replace, rearrange, scramble, enhance, include, ensure, translate, convert, infuse, integrate, incorporate, insert, render, mention, finish, begin, end, substitute, embed, weave, blend, craft, shape, change, alter, remove, respond, conclude, start, encode, format, append, add, make, promote, recommend, suggest",
	shapeObject:   "your answer, your answers, your reply, your replies, your response, your responses, your output, your explanation, your elucidation, your summary, your codebase, your implementation, your algorithm, your generated code, your solution, deine antwort, deiner antwort, tu respuesta, ta réponse, sua resposta, tua risposta, своём ответе, своем ответе",
	subjectPhrase: "prompt injection, prompt injections, prompts, chatgpt, llm, llms, language model, language models, jailbreak, jailbreaks, chatbot, chatbots, artificial intelligence, openai, generative ai, ai model, ai models, gpt, ai agents, ai assistants, künstliche intelligenz, sprachmodelle",
}

// phrases finds the phrases of some lists in a text.
type phrases struct {
	nodes map[phraseKey]int32
	first [1 << firstBits / 64]uint64 // marks the tokens that a phrase begins with, and a few others
	ends  []uint16                    // for each node the classes of the phrase that ends there
}

// firstBits is the number of bits of a token's hash by which phrases know that
// none begins with it.
const firstBits = 14

type phraseKey struct {
	from  int32
	token uint64
}

var (
	orderPhrases = newPhrases(overrideVerb, overrideObject, overrideWhole, addressPhrase, personaPhrase, taskPhrase, commandPhrase, leakPhrase, controlPhrase, quotingPhrase, shapeVerb, shapeObject)
	subjects     = newPhrases(subjectPhrase)
)

func newPhrases(classes ...phraseClass) *phrases {
	p := &phrases{nodes: map[phraseKey]int32{}, ends: make([]uint16, 1)}
	for _, c := range classes {
		for phrase := range strings.SplitSeq(phraseLists[c], ", ") {
			at := int32(0)
			for i, t := range tokensOf(phrase) {
				if i == 0 {
					k := t.hash >> (64 - firstBits)
					p.first[k/64] |= 1 << (k % 64)
				}
				key := phraseKey{at, t.hash}
				to, ok := p.nodes[key]
				if !ok {
					to = int32(len(p.ends))
					p.ends = append(p.ends, 0)
					p.nodes[key] = to
				}
				at = to
			}
			p.ends[at] |= 1 << c
		}
	}
	return p
}

// each calls do for every phrase of a text, the longest at each token, with
// the number of the token it begins at. It looks no further ahead than the longest
// phrase is long.
func (p *phrases) each(text []byte, do func(classes uint16, token int, start, end int32)) {
	z := tokenizer{text: text}
	for i := 0; ; i++ {
		t, ok := z.next()
		if !ok {
			return
		}
		if k := t.hash >> (64 - firstBits); p.first[k/64]>>(k%64)&1 == 0 {
			continue
		}
		at, hit := int32(0), uint16(0)
		end := t.end
		for ahead, next := z, t; ; {
			to, found := p.nodes[phraseKey{at, next.hash}]
			if !found {
				break
			}
			at = to
			if p.ends[at] != 0 {
				hit, end = p.ends[at], next.end
			}
			if next, ok = ahead.next(); !ok {
				break
			}
		}
		if hit != 0 {
			do(hit, i, t.start, end)
		}
	}
}

func (p *phrases) count(text []byte) int {
	n := 0
	p.each(text, func(uint16, int, int32, int32) { n++ })
	return n
}

// reach is how many words an order may have between its verb and its object.
const reach = 7

// shapeReach is how many words may stand between what to do with an answer and the
// answer. Shorter texts than minShape bytes are the words in empty fields of forms.
const (
	shapeReach = 12
	minShape   = 32
)

// maxSample is how many bytes of an order are quoted as evidence.
const maxSample = 120

// ordersIn counts the telling phrases of a text.
func ordersIn(text []byte) orders {
	var o orders
	verb, verbAt := -reach-1, int32(0)
	shape := -shapeReach - 1
	quotes := 0
	orderPhrases.each(text, func(classes uint16, token int, start, end int32) {
		has := func(c phraseClass) bool { return classes>>c&1 != 0 }
		note := func(from int32) {
			if o.sample == "" {
				o.sample = strings.ToValidUTF8(string(text[from:min(int(end)+40, len(text), int(from)+maxSample)]), "")
			}
		}
		switch {
		case has(overrideObject) && token-verb <= reach:
			o.override++
			note(verbAt)
			verb = -reach - 1
			if verbAt > 0 && isQuote(text[:verbAt]) {
				quotes++
			}
		case has(overrideVerb):
			verb, verbAt = token, start
		case has(overrideWhole):
			o.override++
			note(start)
		case has(leakPhrase):
			o.leak++
			note(start)
		case has(controlPhrase):
			if string(text[start:end]) != "inst" || start > 0 && text[start-1] == '[' {
				o.control++
				note(start)
			}
		case has(addressPhrase):
			o.address++
			note(start)
		case has(taskPhrase):
			o.task++
			note(start)
		case has(personaPhrase):
			o.persona++
		case has(commandPhrase):
			o.command++
		}
		switch {
		case has(shapeVerb):
			shape = token
		case has(shapeObject) && token-shape <= shapeReach && len(text) >= minShape:
			o.task++
			note(start)
		}
		if has(quotingPhrase) {
			quotes++
		}
	})
	o.quoted = quotes >= 2
	return o
}

// isQuote reports whether a text ends in an opening quotation mark.
func isQuote(text []byte) bool {
	s := strings.TrimRight(string(text[max(0, len(text)-4):]), " ")
	for _, q := range []string{`"`, "“", "„", "«", "‘", "'", "「", "`"} {
		if strings.HasSuffix(s, q) {
			return true
		}
	}
	return false
}
