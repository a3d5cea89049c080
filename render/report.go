package render

import (
	"bytes"
	"html/template"
)

// reportTemplate is a page without links, scripts and anything from elsewhere.
var reportTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"percent": func(p float64) int { return int(p*100 + .5) },
}).Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Winnow: planted content</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
section{border-left:4px solid #b00;padding:.2em 1em;margin:1.5em 0;background:#f7f7f7}
section.suspicious{border-color:#c90}
h2{font-size:1.05em;margin:.3em 0;overflow-wrap:anywhere}
blockquote{margin:.5em 0;font-family:monospace;overflow-wrap:anywhere}
small{color:#555}
</style></head><body>
<h1>Planted content</h1>
<p>{{.Inputs}} inputs were read; {{len .Found}} findings. Addresses are written so that nothing links to them.</p>
{{range .Found}}<section class="{{.Level}}">
<h2>{{.Input}}</h2>
<p><b>{{.Level}}: {{.Kind}}</b>{{with .Topic}}, {{.}}{{end}}{{with .Grade}}, {{.}}{{end}}, {{.Technique}}, {{percent .P}} %</p>
<blockquote>{{.Text}}</blockquote>
<ul>{{range .Evidence}}<li>{{.}}</li>{{end}}</ul>
{{with .Domains}}<p>Leads to: {{range $i, $d := .}}{{if $i}}, {{end}}{{$d}}{{end}}</p>{{end}}
<small>bytes {{range .Spans}}{{index . 0}}–{{index . 1}} {{end}}· fingerprint {{.Fingerprint}}</small>
</section>
{{end}}</body></html>
`))

// AppendReport renders findings as one HTML page that needs nothing else.
func AppendReport(dst []byte, all []Found, inputs int) []byte {
	var b bytes.Buffer
	err := reportTemplate.Execute(&b, struct {
		Found  []Found
		Inputs int
	}{all, inputs})
	if err != nil {
		panic(err) // the template is fixed
	}
	return append(dst, b.Bytes()...)
}
