package charset

// encoding is one of the encodings of the WHATWG Encoding Standard.
type encoding uint8

// The encodings of one byte a character come first, in the order of their
// tables in the index.
const (
	ibm866 encoding = iota
	iso8859_2
	iso8859_3
	iso8859_4
	iso8859_5
	iso8859_6
	iso8859_7
	iso8859_8
	iso8859_8I
	iso8859_10
	iso8859_13
	iso8859_14
	iso8859_15
	iso8859_16
	koi8R
	koi8U
	macintosh
	windows874
	windows1250
	windows1251
	windows1252
	windows1253
	windows1254
	windows1255
	windows1256
	windows1257
	windows1258
	macCyrillic
	xUserDefined
	gbk
	gb18030
	big5
	eucJP
	shiftJIS
	eucKR
	utf8Encoding
	iso2022JP
	utf16BE
	utf16LE
	replacement
	unknown // no encoding: a label nobody knows, a declaration not found
)

// names are the names of the encodings as the standard gives them, in lower case.
var names = [...]string{
	ibm866:       "ibm866",
	iso8859_2:    "iso-8859-2",
	iso8859_3:    "iso-8859-3",
	iso8859_4:    "iso-8859-4",
	iso8859_5:    "iso-8859-5",
	iso8859_6:    "iso-8859-6",
	iso8859_7:    "iso-8859-7",
	iso8859_8:    "iso-8859-8",
	iso8859_8I:   "iso-8859-8-i",
	iso8859_10:   "iso-8859-10",
	iso8859_13:   "iso-8859-13",
	iso8859_14:   "iso-8859-14",
	iso8859_15:   "iso-8859-15",
	iso8859_16:   "iso-8859-16",
	koi8R:        "koi8-r",
	koi8U:        "koi8-u",
	macintosh:    "macintosh",
	windows874:   "windows-874",
	windows1250:  "windows-1250",
	windows1251:  "windows-1251",
	windows1252:  "windows-1252",
	windows1253:  "windows-1253",
	windows1254:  "windows-1254",
	windows1255:  "windows-1255",
	windows1256:  "windows-1256",
	windows1257:  "windows-1257",
	windows1258:  "windows-1258",
	macCyrillic:  "x-mac-cyrillic",
	xUserDefined: "x-user-defined",
	gbk:          "gbk",
	gb18030:      "gb18030",
	big5:         "big5",
	eucJP:        "euc-jp",
	shiftJIS:     "shift_jis",
	eucKR:        "euc-kr",
	utf8Encoding: "utf-8",
	iso2022JP:    "iso-2022-jp",
	utf16BE:      "utf-16be",
	utf16LE:      "utf-16le",
	replacement:  "replacement",
}

func (e encoding) String() string { return names[e] }

// longestLabel is the length of the longest label that labelled knows.
const longestLabel = 19

// labelled returns the encoding that a label in lower case stands for: the table
// of the standard, "names and labels".
func labelled(label string) encoding {
	switch label {
	case "866", "cp866", "csibm866", "ibm866":
		return ibm866
	case "csisolatin2", "iso-8859-2", "iso-ir-101", "iso8859-2", "iso88592", "iso_8859-2", "iso_8859-2:1987", "l2", "latin2":
		return iso8859_2
	case "csisolatin3", "iso-8859-3", "iso-ir-109", "iso8859-3", "iso88593", "iso_8859-3", "iso_8859-3:1988", "l3", "latin3":
		return iso8859_3
	case "csisolatin4", "iso-8859-4", "iso-ir-110", "iso8859-4", "iso88594", "iso_8859-4", "iso_8859-4:1988", "l4", "latin4":
		return iso8859_4
	case "csisolatincyrillic", "cyrillic", "iso-8859-5", "iso-ir-144", "iso8859-5", "iso88595", "iso_8859-5", "iso_8859-5:1988":
		return iso8859_5
	case "arabic", "asmo-708", "csiso88596e", "csiso88596i", "csisolatinarabic", "ecma-114", "iso-8859-6", "iso-8859-6-e", "iso-8859-6-i",
		"iso-ir-127", "iso8859-6", "iso88596", "iso_8859-6", "iso_8859-6:1987":
		return iso8859_6
	case "csisolatingreek", "ecma-118", "elot_928", "greek", "greek8", "iso-8859-7", "iso-ir-126", "iso8859-7", "iso88597", "iso_8859-7",
		"iso_8859-7:1987", "sun_eu_greek":
		return iso8859_7
	case "csiso88598e", "csisolatinhebrew", "hebrew", "iso-8859-8", "iso-8859-8-e", "iso-ir-138", "iso8859-8", "iso88598", "iso_8859-8",
		"iso_8859-8:1988", "visual":
		return iso8859_8
	case "csiso88598i", "iso-8859-8-i", "logical":
		return iso8859_8I
	case "csisolatin6", "iso-8859-10", "iso-ir-157", "iso8859-10", "iso885910", "l6", "latin6":
		return iso8859_10
	case "iso-8859-13", "iso8859-13", "iso885913":
		return iso8859_13
	case "iso-8859-14", "iso8859-14", "iso885914":
		return iso8859_14
	case "csisolatin9", "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "l9":
		return iso8859_15
	case "iso-8859-16":
		return iso8859_16
	case "cskoi8r", "koi", "koi8", "koi8-r", "koi8_r":
		return koi8R
	case "koi8-ru", "koi8-u":
		return koi8U
	case "csmacintosh", "mac", "macintosh", "x-mac-roman":
		return macintosh
	case "dos-874", "iso-8859-11", "iso8859-11", "iso885911", "tis-620", "windows-874":
		return windows874
	case "cp1250", "windows-1250", "x-cp1250":
		return windows1250
	case "cp1251", "windows-1251", "x-cp1251":
		return windows1251
	case "ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1", "iso88591",
		"iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii", "windows-1252", "x-cp1252":
		return windows1252
	case "cp1253", "windows-1253", "x-cp1253":
		return windows1253
	case "cp1254", "csisolatin5", "iso-8859-9", "iso-ir-148", "iso8859-9", "iso88599", "iso_8859-9", "iso_8859-9:1989", "l5", "latin5",
		"windows-1254", "x-cp1254":
		return windows1254
	case "cp1255", "windows-1255", "x-cp1255":
		return windows1255
	case "cp1256", "windows-1256", "x-cp1256":
		return windows1256
	case "cp1257", "windows-1257", "x-cp1257":
		return windows1257
	case "cp1258", "windows-1258", "x-cp1258":
		return windows1258
	case "x-mac-cyrillic", "x-mac-ukrainian":
		return macCyrillic
	case "x-user-defined":
		return xUserDefined
	case "chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312", "gb_2312-80", "gbk", "iso-ir-58", "x-gbk":
		return gbk
	case "gb18030":
		return gb18030
	case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5":
		return big5
	case "cseucpkdfmtjapanese", "euc-jp", "x-euc-jp":
		return eucJP
	case "csshiftjis", "ms932", "ms_kanji", "shift-jis", "shift_jis", "sjis", "windows-31j", "x-sjis":
		return shiftJIS
	case "cseuckr", "csksc56011987", "euc-kr", "iso-ir-149", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601",
		"windows-949":
		return eucKR
	case "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "utf-8", "utf8", "x-unicode20utf8":
		return utf8Encoding
	case "csiso2022jp", "iso-2022-jp":
		return iso2022JP
	case "unicodefffe", "utf-16be":
		return utf16BE
	case "csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff", "utf-16", "utf-16le":
		return utf16LE
	case "csiso2022kr", "hz-gb-2312", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr", "replacement":
		return replacement
	}
	return unknown
}

// lookup is the standard's "get an encoding": it ignores case and white space
// around the label.
func lookup[T string | []byte](label T) encoding {
	start, end := 0, len(label)
	for start < end && isSpace(label[start]) {
		start++
	}
	for start < end && isSpace(label[end-1]) {
		end--
	}
	var lower [longestLabel]byte
	if end-start > len(lower) {
		return unknown
	}
	n := copy(lower[:], label[start:end])
	for i, c := range lower[:n] {
		lower[i] = toLower(c)
	}
	return labelled(string(lower[:n]))
}

func toLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isSpace reports whether c is white space to HTML.
func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'
}
