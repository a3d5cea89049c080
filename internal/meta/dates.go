package meta

import "strconv"

// The years that a page's date can name. Pages are no older than the Web, but
// what they show may be.
const (
	firstYear = 1900
	lastYear  = 2099
)

const noZone = 1 << 14

// stamp is a point in time, as precise as the page gives it.
type stamp struct {
	year         int16
	month, day   uint8 // 0 if unknown
	hour, minute int8  // -1 if unknown
	second       int8  // -1 if unknown
	zone         int16 // minutes east of Greenwich, or noZone
}

// valid reports whether there is such a day and time.
func (s *stamp) valid() bool {
	if s.year < firstYear || s.year > lastYear || s.month > 12 {
		return false
	}
	if s.month == 0 {
		return s.day == 0
	}
	return s.day <= daysIn(int(s.year), s.month)
}

// daysIn returns the number of days of a month, which is 1 to 12.
func daysIn(year int, month uint8) uint8 {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// append appends the stamp in ISO 8601, no more precise than it is.
func (s stamp) append(b []byte) []byte {
	b = strconv.AppendInt(b, int64(s.year), 10)
	if s.month == 0 {
		return b
	}
	b = append2(append(b, '-'), int(s.month))
	if s.day == 0 {
		return b
	}
	b = append2(append(b, '-'), int(s.day))
	if s.hour < 0 {
		return b
	}
	b = append2(append(b, 'T'), int(s.hour))
	b = append2(append(b, ':'), int(s.minute))
	if s.second >= 0 {
		b = append2(append(b, ':'), int(s.second))
	}
	switch zone := int(s.zone); {
	case zone == noZone:
	case zone == 0:
		b = append(b, 'Z')
	default:
		sign := byte('+')
		if zone < 0 {
			sign, zone = '-', -zone
		}
		b = append2(append(b, sign), zone/60)
		b = append2(append(b, ':'), zone%60)
	}
	return b
}

// append2 appends n, which is below 100, as two digits.
func append2(b []byte, n int) []byte {
	return append(b, '0'+byte(n/10), '0'+byte(n%10))
}

// sameDay reports whether two stamps agree as far as both say.
func (s *stamp) sameDay(o *stamp) bool {
	return s.year == o.year &&
		(s.month == o.month || s.month == 0 || o.month == 0) &&
		(s.day == o.day || s.day == 0 || o.day == 0)
}

// dateStyle says how dates are to be read.
type dateStyle struct {
	// whole says that the text is meant to be a date and nothing else, as an
	// attribute is, so that a year, or a month of a year, is one. In running
	// text only a full date is.
	whole bool
	// monthFirst says that 3/12/2023 is a day in March. Where a number is too
	// big for a month the style is not asked.
	monthFirst bool
}

// foundDate is a date and the bytes of the text it was read from.
type foundDate struct {
	stamp
	start, end int
}

// maxDateText is how much of a text is looked through for dates.
const maxDateText = 512

// parseDate reads the first date of a text that is meant to be one.
func parseDate(text []byte, monthFirst bool) (foundDate, bool) {
	return nextDate(text, 0, dateStyle{whole: true, monthFirst: monthFirst})
}

// nextDate finds the first date of text at or behind the offset from.
func nextDate(text []byte, from int, style dateStyle) (foundDate, bool) {
	text = text[:min(len(text), maxDateText)]
	if !hasDigit(text[min(from, len(text)):]) {
		return foundDate{}, false // every date has a year
	}
	r := dateReader{text: text, style: style}
	r.tokenise(text, from)
	for i := range r.n {
		if d, ok := r.date(i); ok {
			return d, true
		}
	}
	return foundDate{}, false
}

func hasDigit(text []byte) bool {
	for _, c := range text {
		if '0' <= c && c <= '9' {
			return true
		}
	}
	return false
}
