package meta

import "bytes"

// zones are the names of time zones that mean one thing wherever they stand, in
// minutes east of Greenwich. (CST is in America as in China, IST in three
// countries: a time with such a name keeps no zone.)
var zones = [...]struct {
	name    string
	minutes int16
}{
	{"Z", 0},
	{"UTC", 0},
	{"GMT", 0},
	{"WET", 0},
	{"CET", 60},
	{"CEST", 120},
	{"MEZ", 60},
	{"MESZ", 120},
	{"EET", 120},
	{"EEST", 180},
	{"MSK", 180},
	{"EST", -300},
	{"EDT", -240},
	{"CDT", -300},
	{"MST", -420},
	{"MDT", -360},
	{"PST", -480},
	{"PDT", -420},
	{"JST", 540},
	{"KST", 540},
	{"WIB", 420},
	{"WITA", 480},
	{"WIT", 540},
}

// clock reads the time of day behind a date that ends before token k, and
// returns where it ends: k if there is none.
func (r *dateReader) clock(k int, s *stamp) int {
	i := r.clockFillers(k)
	if !r.num(i, 1, 2) || !r.num(i+2, 2, 2) {
		return k
	}
	colon := r.is(i+1, ':')
	if !colon && !r.isWord(i+1, "h") && !(r.is(i+1, '.') && r.isWord(i+3, "uhr", "wib")) {
		return k
	}
	hour, minute, second := r.tokens[i].value, r.tokens[i+2].value, -1
	i += 3
	if colon && r.is(i, ':') && r.num(i+1, 2, 2) {
		second = r.tokens[i+1].value
		i += 2
		if (r.is(i, '.') || r.is(i, ',')) && r.num(i+1, 1, 9) && r.tokens[i].end == r.tokens[i+1].start {
			i += 2
		}
	}
	hour, i = r.halfDay(i, hour)
	if hour > 23 || minute > 59 || second > 60 {
		return k
	}
	s.hour, s.minute, s.second = int8(hour), int8(minute), int8(min(second, 59))
	return r.zone(i, s)
}

// clockFillers steps over what may stand between a date and its time.
func (r *dateReader) clockFillers(k int) int {
	for n := 0; n < 3 && k < r.n; n++ {
		switch r.tokens[k].kind {
		case ',', '-', '–', '—', '|', '•', '·', '@', '/', '(':
			k++
		case wordToken:
			if !r.isWord(k, "t", "at", "um", "alle", "ore", "kl", "klo", "om", "pukul", "a", "las", "saat", "g") &&
				!bytes.Equal(r.text[r.tokens[k].start:r.tokens[k].end], []byte("à")) &&
				!bytes.Equal(r.text[r.tokens[k].start:r.tokens[k].end], []byte("в")) {
				return k
			}
			k++
		default:
			return k
		}
	}
	return k
}

// halfDay reads "pm" or "a.m." at token i and returns the hour it makes of hour.
func (r *dateReader) halfDay(i, hour int) (int, int) {
	var afternoon bool
	next := i + 1
	switch {
	case r.isWord(i, "am", "pm"):
		afternoon = r.isWord(i, "pm")
	case r.isWord(i, "a", "p") && r.is(i+1, '.') && r.isWord(i+2, "m"):
		afternoon = r.isWord(i, "p")
		next = i + 3
		if r.is(next, '.') {
			next++
		}
	default:
		return hour, i
	}
	if hour > 12 {
		return hour, next
	}
	hour %= 12
	if afternoon {
		hour += 12
	}
	return hour, next
}

// zone reads a time zone at token i and returns where it ends.
func (r *dateReader) zone(i int, s *stamp) int {
	if r.is(i, wordToken) {
		word := r.text[r.tokens[i].start:r.tokens[i].end]
		for k := range zones {
			if string(word) != zones[k].name {
				continue
			}
			s.zone = zones[k].minutes
			if s.zone == 0 {
				return r.offset(i+1, s)
			}
			return i + 1
		}
	}
	return r.offset(i, s)
}

// offset reads +02:00, -0500 or +2 at token i.
func (r *dateReader) offset(i int, s *stamp) int {
	if !r.is(i, '+') && !r.is(i, '-') && !r.is(i, '−') || i+1 >= r.n || r.tokens[i].end != r.tokens[i+1].start {
		return i
	}
	v, next := r.tokens[i+1].value, i+2
	var hours, minutes int
	switch {
	case r.num(i+1, 4, 4):
		hours, minutes = v/100, v%100
	case r.num(i+1, 1, 2) && r.is(next, ':') && r.num(next+1, 2, 2):
		hours, minutes = v, r.tokens[next+1].value
		next += 2
	case r.num(i+1, 1, 2):
		hours = v
	default:
		return i
	}
	if hours > 14 || minutes > 59 {
		return i
	}
	s.zone = int16(hours*60 + minutes)
	if !r.is(i, '+') {
		s.zone = -s.zone
	}
	return next
}
