package meta

import "testing"

// TestRelativeDate reads relative dates of 30 languages and more.
func TestRelativeDate(t *testing.T) {
	const captured = "2024-03-01T10:30:00Z"
	for text, want := range map[string]string{
		"5 minutes ago": "2024-03-01T10:25Z", "3 hours ago": "2024-03-01", "11 hours ago": "2024-02-29", "an hour ago": "2024-03-01",
		"Posted 2 days ago": "2024-02-28", "yesterday": "2024-02-29", "2 weeks ago": "2024-02", "3 months ago": "2023-12", "a year ago": "2023",
		"2h ago": "2024-03-01", "today": "2024-03-01",
		"vor 3 Tagen": "2024-02-27", "gestern": "2024-02-29", "vor einer Stunde": "2024-03-01", "vorgestern": "2024-02-28",
		"il y a 2 jours": "2024-02-28", "hier": "2024-02-29", "il y a une heure": "2024-03-01",
		"hace 4 días": "2024-02-26", "ayer": "2024-02-29", "2 giorni fa": "2024-02-28", "ieri": "2024-02-29",
		"há 2 dias": "2024-02-28", "ontem": "2024-02-29", "2 dagen geleden": "2024-02-28", "gisteren": "2024-02-29",
		"för 2 dagar sedan": "2024-02-28", "igår": "2024-02-29", "for 2 dager siden": "2024-02-28", "2 dage siden": "2024-02-28",
		"2 päivää sitten": "2024-02-28", "eilen": "2024-02-29", "2 dni temu": "2024-02-28", "wczoraj": "2024-02-29",
		"před 2 dny": "2024-02-28", "včera": "2024-02-29", "pred 2 dňami": "2024-02-28", "2 дня назад": "2024-02-28", "вчера": "2024-02-29",
		"2 дні тому": "2024-02-28", "вчора": "2024-02-29", "преди 2 дни": "2024-02-28", "πριν από 2 ημέρες": "2024-02-28", "χθες": "2024-02-29",
		"2 gün önce": "2024-02-28", "dün": "2024-02-29", "2 hari yang lalu": "2024-02-28", "kemarin": "2024-02-29", "2 ngày trước": "2024-02-28",
		"hôm qua": "2024-02-29", "acum 2 zile": "2024-02-28", "2 napja": "", "2 nappal ezelőtt": "", "tegnap": "2024-02-29",
		"2天前": "2024-02-28", "昨天": "2024-02-29", "3小时前": "2024-03-01", "3 個月前": "2023-12", "2日前": "2024-02-28", "昨日": "2024-02-29", "3時間前": "2024-03-01",
		"2일 전": "2024-02-28", "어제": "2024-02-29", "3시간 전": "2024-03-01", "منذ 2 أيام": "2024-02-28", "أمس": "2024-02-29",
		"לפני 2 ימים": "2024-02-28", "אתמול": "2024-02-29", "2 दिन पहले": "2024-02-28", "कल": "2024-02-29", "2 วันที่แล้ว": "", "เมื่อวาน": "2024-02-29",
		"prieš 2 dienas": "2024-02-28", "pirms 2 dienas": "2024-02-28", "prije 2 dana": "", "jučer": "2024-02-29",
		"3 days left": "", "2 hours of music": "", "long ago": "", "5 stars": "", "7 day forecast for today and the days before it goes on": "",
	} {
		d, ok := parseDate([]byte(captured), false)
		if !ok {
			t.Fatal("the capture date cannot be read")
		}
		got := ""
		if at, ok := relativeDate([]byte(text), &d.stamp); ok {
			got = string(at.append(nil))
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		if at, ok := relativeDate([]byte(text), &stamp{}); ok {
			t.Errorf("%q without a capture date is %q", text, at.append(nil))
		}
	}
}

// TestCivil turns days into numbers and back.
func TestCivil(t *testing.T) {
	last := dayNumber(1899, 12, 31)
	for year := 1900; year <= 2100; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= int(daysIn(year, uint8(month))); day++ {
				n := dayNumber(year, month, day)
				if n != last+1 {
					t.Fatalf("%d-%d-%d is day %d, the day before is %d", year, month, day, n, last)
				}
				last = n
				if y, m, d := civil(n); int(y) != year || int(m) != month || int(d) != day {
					t.Fatalf("%d-%d-%d comes back as %d-%d-%d", year, month, day, y, m, d)
				}
			}
		}
	}
}

// TestReadPages reads "page 2 of 10" in some languages.
func TestReadPages(t *testing.T) {
	for line, want := range map[string][2]int{
		"Page 2 of 10": {2, 10}, "Seite 3 von 7": {3, 7}, "Page 1 sur 4": {1, 4}, "Página 2 de 5": {2, 5}, "Страница 1 из 12": {1, 12}, "page 3/9": {3, 9},
		"(Page 2 of 3)": {2, 3}, "Page 12 of 3": {}, "on page 2 of the book": {}, "2 of 10": {}, "Page two of ten": {},
	} {
		if page, pages := readPages([]byte(line)); page != want[0] || pages != want[1] {
			t.Errorf("%q is page %d of %d, want %v", line, page, pages, want)
		}
	}
}

// FuzzRelativeDate finds that no text crashes the reader, and that what it reads
// is a day that exists.
func FuzzRelativeDate(f *testing.F) {
	for _, s := range []string{"3 hours ago", "vor 3 Tagen", "2天前", "9999 years ago"} {
		f.Add(s)
	}
	d, _ := parseDate([]byte("2024-03-01T10:30:00Z"), false)
	f.Fuzz(func(t *testing.T, s string) {
		if at, ok := relativeDate([]byte(s), &d.stamp); ok && !at.valid() {
			t.Errorf("%q is %+v", s, at)
		}
	})
}
