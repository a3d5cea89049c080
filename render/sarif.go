package render

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
)

// The parts of SARIF 2.1.0 (OASIS) that a scan fills in.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string       `json:"id"`
		Short sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Properties   map[string]any    `json:"properties"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		ByteOffset int `json:"byteOffset"`
		ByteLength int `json:"byteLength"`
	}
)

// sarifRules are the kinds of findings. The order is their index.
var sarifRules = []sarifRule{
	{"seo-spam", sarifMessage{"Promotion that a third party put into the page"}},
	{"hidden-link", sarifMessage{"Links hidden from readers for search engines"}},
	{"prompt-injection", sarifMessage{"Text that gives orders to the machines that read the page"}},
	{"other", sarifMessage{"Other planted content"}},
}

// AppendSARIF renders findings as a SARIF 2.1.0 log. version is the program's.
func AppendSARIF(dst []byte, all []Found, version string) []byte {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "winnow", Version: version, Rules: sarifRules}},
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	for i := range all {
		run.Results = append(run.Results, sarifOf(&all[i]))
	}
	log := sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(log); err != nil {
		panic(err) // strings and numbers only
	}
	return append(dst, b.Bytes()...)
}

func sarifOf(f *Found) sarifResult {
	r := sarifResult{
		RuleID: f.Kind, Level: "warning", Message: sarifMessage{strings.Join(f.Evidence, "; ")},
		Fingerprints: map[string]string{"winnow/v1": f.Fingerprint},
		Properties: map[string]any{
			"technique": f.Technique, "topic": f.Topic, "grade": f.Grade, "confidence": f.P, "domains": f.Domains, "text": f.Text,
		},
	}
	for i := range sarifRules {
		if sarifRules[i].ID == f.Kind {
			r.RuleIndex = i
		}
	}
	switch {
	case f.Level == "suspicious":
		r.Level = "note"
	case f.Grade == "hijack":
		r.Level = "error"
	}
	artifact := sarifArtifact{(&url.URL{Path: f.Input}).String()}
	for _, s := range f.Spans {
		r.Locations = append(r.Locations, sarifLocation{sarifPhysical{artifact, &sarifRegion{s[0], s[1] - s[0]}}})
	}
	if len(r.Locations) == 0 {
		r.Locations = []sarifLocation{{sarifPhysical{artifact, nil}}}
	}
	return r
}
