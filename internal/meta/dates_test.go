package meta

import (
	"testing"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ text, want string }{
		// ISO 8601 and its relatives.
		{"2023-03-12", "2023-03-12"},
		{"2023-03", "2023-03"},
		{"2023", "2023"},
		{"20230312", "2023-03-12"},
		{"2023/03/12", "2023-03-12"},
		{"2023-03-12T10:30:00+02:00", "2023-03-12T10:30:00+02:00"},
		{"2023-03-12T10:30:00.123Z", "2023-03-12T10:30:00Z"},
		{"2023-03-12T10:30:00-0500", "2023-03-12T10:30:00-05:00"},
		{"2023-03-12 10:30", "2023-03-12T10:30"},
		// RFC 1123 and the string form of JavaScript.
		{"Sun, 12 Mar 2023 10:30:00 GMT", "2023-03-12T10:30:00Z"},
		{"Sun Mar 12 2023 10:30:00 GMT+0100 (CET)", "2023-03-12T10:30:00+01:00"},
		// Words.
		{"12 March 2023", "2023-03-12"},
		{"March 12, 2023", "2023-03-12"},
		{"March 2023", "2023-03"},
		{"Published on Mar. 12th 2023 at 5:30 p.m. EST", "2023-03-12T17:30-05:00"},
		{"12:05 am", ""},
		{"March 12, 2023 12:05 AM", "2023-03-12T00:05"},
		{"12-Mar-23", "2023-03-12"},
		{"12. März 2023, 10.30 Uhr", "2023-03-12T10:30"},
		{"le 3 mars 2023 à 10h30", "2023-03-03T10:30"},
		{"1er février 2023", "2023-02-01"},
		{"12 de marzo de 2023", "2023-03-12"},
		{"12 agosto 2023", "2023-08-12"},
		{"5 de outubro de 2023", "2023-10-05"},
		{"12 maart 2023", "2023-03-12"},
		{"17 Agustus 2023", "2023-08-17"},
		{"5 września 2023", "2023-09-05"},
		{"12 марта 2023 г.", "2023-03-12"},
		{"10 Ağustos 2023", "2023-08-10"},
		{"12. července 2023", "2023-07-12"},
		{"2 Απριλίου 2023", "2023-04-02"},
		{"12 أغسطس 2023", "2023-08-12"},
		{"12 अगस्त 2023", "2023-08-12"},
		// East Asia.
		{"2023年3月12日", "2023-03-12"},
		{"発表2023年3月12日 10:30", "2023-03-12T10:30"},
		{"2023년 3월 12일", "2023-03-12"},
		{"2023. 3. 12.", "2023-03-12"},
		// Numbers.
		{"12.03.2023", "2023-03-12"},
		{"12.03.23", "2023-03-12"},
		{"3/12/2023", "2023-03-12"},
		{"13/12/2023", "2023-12-13"},
		// No dates.
		{"", ""},
		{"yesterday", ""},
		{"30.02.2023", ""},
		{"2023-13-01", ""},
		{"1.2.23", ""},
		{"version 4.12.03.2023", ""},
		{"March 12", ""},
		{"555-12-2023", ""},
		{"99999999999999999999", ""},
	}
	for _, tt := range tests {
		d, ok := parseDate([]byte(tt.text), true)
		got := ""
		if ok {
			got = d.String()
		}
		if got != tt.want {
			t.Errorf("parseDate(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// In running text only a full date is one.
func TestNextDate(t *testing.T) {
	const text = "In 2021 and March 2022, then on 3/4/2023, and at last on May 5th, 2024."
	var got []string
	for from := 0; ; {
		d, ok := nextDate([]byte(text), from, dateStyle{})
		if !ok {
			break
		}
		got = append(got, d.String()+" "+text[d.start:d.end])
		from = d.end
	}
	want := []string{"2023-04-03 3/4/2023", "2024-05-05 May 5th, 2024"}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A row with a month too many or too few would shift every month behind it.
func TestMonthTable(t *testing.T) {
	for name, month := range monthOf {
		if month < 1 || month > 12 || len(name) > longestMonth {
			t.Errorf("%q: month %d", name, month)
		}
	}
	for _, row := range monthTable {
		months := 1
		for _, c := range row {
			if c == '|' {
				months++
			}
		}
		if months != 12 {
			t.Errorf("%d months in %q", months, row)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2023-03-12T10:30:00+02:00", "12. März 2023, 10.30 Uhr", "2023年3月12日", "Mar 12th '23", "1/2/2023 3:04 pm"} {
		f.Add([]byte(seed), true, true)
	}
	f.Fuzz(func(t *testing.T, text []byte, whole, monthFirst bool) {
		for from := 0; ; {
			d, ok := nextDate(text, from, dateStyle{whole: whole, monthFirst: monthFirst})
			if !ok {
				return
			}
			if d.start < from || d.end <= d.start || d.end > len(text) {
				t.Fatalf("date at [%d, %d) of %d bytes, from %d", d.start, d.end, len(text), from)
			}
			again, ok := parseDate([]byte(d.String()), monthFirst)
			if !ok || again.stamp != d.stamp {
				t.Fatalf("%q became %q, which reads as %q", text[d.start:d.end], d.String(), again.String())
			}
			from = d.end
		}
	})
}

func (s stamp) String() string { return string(s.append(nil)) }
