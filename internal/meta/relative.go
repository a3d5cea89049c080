package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A relative date, such as "3 hours ago", is as precise as its unit: minutes and
// seconds name a minute, hours and days a day, weeks and months a month, years a
// year. Without the time at which the page was captured it names nothing.

// timeUnit is a unit of time.
type timeUnit uint8

const (
	noUnit timeUnit = iota
	seconds
	minutes
	hours
	days
	weeks
	months
	years
)

// unitTable names the units of time in many languages, in lower case: the names
// of one unit are a line.
var unitTable = [...]string{
	seconds: "second seconds sec secs s sekunde sekunden seconde secondes seconden segundo segundos secondo secondi sekund sekundy sekundę sekunder sekunti sekuntia saniye detik giây секунд секунду секунды δευτερόλεπτα secunde másodperce 秒 秒钟 秒鐘 초 ثانية ثوان שניות सेकंड วินาที",
	minutes: "minute minutes min mins m minuten minuut minuto minutos minuti minuta minuty minutę minut minuter minutter minuutti minuuttia dakika menit phút минут минуту минуты хвилин хвилини хвилину минути λεπτά λεπτό perce perccel perc 分钟 分鐘 分 분 دقيقة دقائق דקות मिनट นาที",
	hours:   "hour hours hr hrs h stunde stunden std heure heures uur uren hora horas ora ore godzin godziny godzinę hodin hodinami hodinou hodín timme timmar time timer tunti tuntia saat jam giờ час часа часов годин години годину ώρες ώρα órája óra 小时 小時 時間 个小时 個小時 시간 ساعة ساعات שעות घंटे घंटा ชั่วโมง",
	days:    "day days d tag tage tagen jour jours dag dagen día días dia dias giorno giorni dzień dni dnem dny dňami dagar dage dager päivä päivää gün hari ngày день дня дней дні днів ден дни ημέρες μέρες zile zi napja nap 天 日 일 يوم أيام ימים दिन วัน päeva dienas dieną",
	weeks:   "week weeks wk wks w woche wochen semaine semaines weken semana semanas settimana settimane tydzień tygodni tygodnie týdny týdnem vecka veckor uge uger uke uker viikko viikkoa hafta minggu tuần неделю недели недель тиждень тижні тижнів седмици εβδομάδες săptămâni hete hét 周 週間 週 个星期 주 أسبوع أسابيع שבועות सप्ताह हफ़्ते สัปดาห์",
	months:  "month months mo mos monat monate monaten mois maand maanden mes meses mês mese mesi miesiąc miesiące miesięcy měsíci měsícem månad månader måned måneder kuukausi kuukautta ay bulan tháng месяц месяца месяцев місяць місяці місяців месеца μήνες luni lună hónapja hónap 个月 個月 か月 ヶ月 カ月 개월 شهر أشهر חודשים महीने เดือน",
	years:   "year years yr yrs y jahr jahre jahren an ans année années jaar año años ano anos anno anni rok lata lat roky lety rokem år vuosi vuotta yıl tahun năm год года лет рік роки років години г χρόνια έτη ani éve év 年 년 سنة سنوات שנים साल वर्ष ปี",
}

// agoWords say that the time lies back. They stand before or behind it.
var agoWords = map[string]bool{
	"ago": true, "vor": true, "hace": true, "há": true, "ha": true, "fa": true, "atrás": true, "geleden": true, "temu": true, "sedan": true, "siden": true,
	"sitten": true, "önce": true, "lalu": true, "yang": true, "trước": true, "назад": true, "тому": true, "преди": true, "πριν": true, "před": true, "pred": true,
	"acum": true, "ezelőtt": true, "前": true, "之前": true, "以前": true, "전": true, "منذ": true, "לפני": true, "पहले": true, "ที่แล้ว": true, "prieš": true, "pirms": true,
	"tagasi": true, "earlier": true, "prije": true, "पूर्व": true, "för": true,
}

// oneWords stand for one of a unit.
var oneWords = map[string]bool{
	"a": true, "an": true, "one": true, "ein": true, "einem": true, "einer": true, "eine": true, "un": true, "une": true, "una": true, "uno": true, "um": true, "uma": true,
	"een": true, "en": true, "et": true, "bir": true, "satu": true, "один": true, "одну": true,
}

// dayWords name a day by how many days it lies back: the words of one day are a
// line, and a dot in one is a space.
var dayWords = [...]string{
	"today now heute aujourd'hui hoy oggi hoje vandaag dziś dzisiaj dnes idag tänään bugün hari.ini hôm.nay сегодня сьогодні днес σήμερα astăzi azi ma danas 今天 今日 오늘 اليوم היום आज วันนี้ šiandien šodien täna avui",
	"yesterday gestern hier ayer ieri ontem gisteren wczoraj včera igår eilen dün kemarin hôm.qua вчера вчора χθες χτες ieri tegnap jučer juče 昨天 昨日 어제 أمس אתמול कल เมื่อวาน vakar eile ahir i.går",
	"vorgestern avant-hier anteayer anteontem eergisteren przedwczoraj позавчера позавчора προχθές 前天 一昨日 그저께 předevčírem toissapäivänä",
}

// relativeWords are the tables above as one.
type relativeWords struct {
	units map[string]timeUnit
	days  map[string]int
}

var relative = func() (w relativeWords) {
	w.units, w.days = map[string]timeUnit{}, map[string]int{}
	for unit, names := range unitTable {
		for name := range strings.FieldsSeq(names) {
			if _, taken := w.units[name]; !taken {
				w.units[name] = timeUnit(unit)
			}
		}
	}
	for back, names := range dayWords {
		for name := range strings.FieldsSeq(names) {
			name = strings.ReplaceAll(name, ".", " ")
			if _, taken := w.days[name]; !taken {
				w.days[name] = back
			}
		}
	}
	return w
}()

// longestRelative is how many bytes a text has at most that is a relative date.
const longestRelative = 64

// relativeDate reads a text that is a relative date, such as "3 hours ago",
// "gestern" or "2天前", seen from the time at which the page was captured.
func relativeDate(text []byte, captured *stamp) (stamp, bool) {
	if captured.year == 0 || len(text) > longestRelative {
		return stamp{}, false
	}
	var buf [2 * longestRelative]byte
	var words [16]string
	const french = "il y a " // of which each word alone is another word elsewhere
	lower, ago := strings.CutPrefix(string(appendLower(buf[:0], text)), french)
	n := cutWords(&words, lower)
	count, unit, others := -1, noUnit, 0
	for i, w := range words[:n] {
		if back, ok := relative.days[w]; ok && n <= 6 {
			return captured.back(back, days), true
		}
		if i+1 < n {
			if back, ok := relative.days[w+" "+words[i+1]]; ok {
				return captured.back(back, days), true
			}
		}
		number := atoi(w)
		u := relative.units[w]
		switch {
		case number >= 0 && count < 0:
			count = number
		case agoWords[w]:
			ago = true
		case u != noUnit && unit == noUnit && (count >= 0 || i > 0 && agoWords[words[i-1]]):
			unit = u
		case oneWords[w] && count < 0:
			count = 1
		default:
			others++
		}
	}
	if unit == noUnit || !ago || others > 3 {
		return stamp{}, false
	}
	at := captured.back(max(count, 1), unit)
	return at, at.valid()
}

// cutWords cuts a text into numbers and words. In the scripts of China, Japan and
// Korea, which do not divide words, "ago" is cut from what stands before it.
func cutWords(words *[16]string, text string) int {
	n := 0
	add := func(w string) {
		if w != "" && n < len(words) {
			words[n] = w
			n++
		}
	}
	for len(text) > 0 {
		c, size := utf8.DecodeRuneInString(text)
		digit := unicode.IsDigit(c)
		if !digit && !isWordRune(c) {
			text = text[size:]
			continue
		}
		k := strings.IndexFunc(text, func(r rune) bool { return unicode.IsDigit(r) != digit || !digit && !isWordRune(r) })
		if k < 0 {
			k = len(text)
		}
		w := text[:k]
		text = text[k:]
		for _, ago := range [...]string{"之前", "以前", "前", "전"} {
			if rest, ok := strings.CutSuffix(w, ago); ok && rest != "" {
				if _, known := relative.days[w]; !known {
					add(rest)
					w = ago
					break
				}
			}
		}
		add(w)
	}
	return n
}

// isWordRune reports whether a character is part of a word of unitTable.
func isWordRune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || c == '\'' || c == '-'
}

// atoi reads a number of at most four digits, -1 if the word is none.
func atoi(w string) int {
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' || n > 999 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// back returns the time that lies n units before the stamp, as precise as the
// unit is and the stamp itself.
func (s *stamp) back(n int, unit timeUnit) stamp {
	r := stamp{year: s.year, month: s.month, day: s.day, hour: -1, minute: -1, second: -1, zone: noZone}
	if s.day == 0 {
		return r // the capture itself is not known to the day
	}
	minute := max(int(s.minute), 0) + 60*max(int(s.hour), 0)
	if s.hour < 0 {
		minute = 12 * 60
	}
	switch unit {
	case seconds:
		minute -= n / 60
	case minutes:
		minute -= n
	case hours:
		minute -= 60 * n
	case days:
		minute -= 24 * 60 * n
	case weeks:
		minute -= 7 * 24 * 60 * n
	case months:
		month := int(s.year)*12 + int(s.month) - 1 - n
		r.year, r.month, r.day = int16(month/12), uint8(month%12+1), 0
		return r
	case years:
		r.year, r.month, r.day = s.year-int16(n), 0, 0
		return r
	}
	shift := minute / (24 * 60)
	if minute %= 24 * 60; minute < 0 {
		minute += 24 * 60
		shift--
	}
	r.year, r.month, r.day = civil(dayNumber(int(s.year), int(s.month), int(s.day)) + shift)
	if unit <= minutes && s.hour >= 0 {
		r.hour, r.minute, r.zone = int8(minute/60), int8(minute%60), s.zone
	}
	if unit == weeks {
		r.day = 0
	}
	return r
}

// dayNumber returns the number of a day of the Gregorian calendar, counted from
// the first of March of the year 0.
func dayNumber(year, month, day int) int {
	month -= 3
	if month < 0 {
		month += 12
		year--
	}
	return 365*year + year/4 - year/100 + year/400 + (153*month+2)/5 + day - 1
}

// civil is the inverse of dayNumber.
func civil(n int) (year int16, month, day uint8) {
	y := (10000*n + 14780) / 3652425
	d := n - (365*y + y/4 - y/100 + y/400)
	if d < 0 {
		y--
		d = n - (365*y + y/4 - y/100 + y/400)
	}
	m := (100*d + 52) / 3060
	return int16(y + (m+2)/12), uint8((m+2)%12 + 1), uint8(d - (153*m+2)/5 + 1)
}
