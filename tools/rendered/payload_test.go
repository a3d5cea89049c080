package rendered

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldhtml "github.com/yuin/goldmark/renderer/html"

	winnow "github.com/winnowtext/winnow"
	"github.com/winnowtext/winnow/document"
	"github.com/winnowtext/winnow/render"
)

// minPayloads is how many payloads there must be, and minFired the share of them
// that must run from raw HTML for the test to mean anything.
const (
	minPayloads = 118
	minFired    = 0.5
)

// payloads returns pieces of HTML that try to call X.
func payloads() []string {
	var all []string
	add := func(p ...string) { all = append(all, p...) }
	for _, event := range []string{"onerror", "OnErRoR", "onerror\n", "onload=1 onerror"} {
		for _, tag := range []string{"img src=q:", "video src=q:", "audio src=q:", "script src=q:", "object data=q:", "input type=image src=q:", "link rel=stylesheet href=q:", "svg><image href=q:"} {
			add("<" + tag + " " + event + "=X>")
		}
	}
	for _, tag := range []string{"svg", "body", "iframe", "style", "svg/", "iframe src=about:blank", "iframe srcdoc=a", "img src=data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="} {
		add("<"+tag+" onload=X></"+strings.Fields(tag)[0]+">", "<"+tag+" onload='X'>text")
	}
	for _, scheme := range []string{
		"javascript:", "JaVaScRiPt:", " javascript:", "java\tscript:", "java\nscript:", "java&#9;script:", "&#106;avascript:", "&#x6a;avascript:",
		"javascript&colon;", "\x01javascript:", "javascript://%0a", "javascript:/**/", "javascript:void 0;", "java&NewLine;script:", "&Tab;javascript:",
	} {
		for _, form := range []string{`<a href="%sX">text of the link</a>`, `<iframe src="%sX"></iframe>`, `<p><a href="%sX"><b>bold link</b></a></p>`} {
			add(fmt.Sprintf(form, scheme))
		}
	}
	add(
		"<script>X</script>", "<script type=module>X</script>", "<SCRIPT>X</SCRIPT>", "<svg><script>X</script></svg>", "<svg><script>X//</svg>",
		"<script/x>X</script>", "<script\n>X</script>", "<iframe srcdoc='<script>top.hit(N)</script>'></iframe>",
		"<iframe srcdoc='&lt;img src=q: onerror=X>'></iframe>", "<details open ontoggle=X><summary>s</summary>t</details>",
		"<input autofocus onfocus=X>", "<textarea autofocus onfocus=X></textarea>", "<select autofocus onfocus=X></select>", "<p tabindex=1 autofocus onfocus=X>t</p>",
		"<marquee onstart=X>t</marquee>", "<svg><animate onbegin=X attributeName=x dur=1s>", "<svg><set onbegin=X attributeName=x>",
		"<math><mtext><style><img src=q: onerror=X></style></mtext></math>", "<math><mi><img src=q: onerror=X></mi></math>",
		"<a onclick=X>click here</a>", "<a href=https://a.example onclick=X>click there</a>", "<p onclick=X><a href=https://a.example>t</a></p>",
		"<form action=javascript:X><button>send it</button></form>", "<form><button formaction=javascript:X>send it</button></form>",
		"<svg><a href=javascript:X><text>drawn</text></a></svg>", "<math><a href=javascript:X>f(x)</a></math>",
		"<noscript><p title='</noscript><img src=q: onerror=X>'></noscript>", "<template><img src=q: onerror=X></template>",
		"<xmp><p title='</xmp><img src=q: onerror=X>'></xmp>", "<title><a title='</title><img src=q: onerror=X>'>",
		"<textarea></textarea><img src=q: onerror=X>", "<table><td background=q:><img src=q: onerror=X></table>",
		"<style>@import 'q:';</style><img src=q: onerror=X>", "<base href='javascript:X//'><a href=''>here</a>",
		"<object data=javascript:X></object>", "<embed src=javascript:X>", "<meta http-equiv=refresh content='0;url=javascript:X'>",
		// Text that a careless writer would turn into markup.
		"<p>&lt;img src=q: onerror=X&gt;</p>", "<p>&lt;script&gt;X&lt;/script&gt;</p>", "<p>[text](javascript:X)</p>", "<p>![text](javascript:X)</p>",
		"<p>&lt;javascript:X&gt;</p>", "<p>[a]: javascript:X</p><p>[a]</p>", "<p>`&lt;img src=q: onerror=X&gt;`</p>", "<p>\\&lt;img src=q: onerror=X&gt;</p>",
		"<code>`&lt;img src=q: onerror=X&gt;`</code>", "<code>``&lt;script&gt;X&lt;/script&gt;</code>", "<pre>```\n&lt;img src=q: onerror=X&gt;</pre>",
		"<pre>~~~\n```\n&lt;script&gt;X&lt;/script&gt;\n````</pre>", "<pre class='language-a\"><img src=q: onerror=X>'>code</pre>",
		"<pre><code class='language-x`<img src=q: onerror=X>'>code</code></pre>", "<h2>&lt;img src=q: onerror=X&gt;</h2>",
		"<ul><li>&lt;img src=q: onerror=X&gt;</ul>", "<table><tr><th>a|b<th>c<tr><td>&lt;img src=q: onerror=X&gt;<td>`|`</table>",
		"<table><tr><th>a<th>b<tr><td><code>|&lt;img src=q: onerror=X&gt;</code><td>c</table>", "<blockquote>&lt;script&gt;X&lt;/script&gt;</blockquote>",
		"<p>a<br>&lt;script&gt;X&lt;/script&gt;</p>", "<p>&amp;lt;img src=q: onerror=X&amp;gt;</p>", "<figure><img src='q.png' alt='\"><img src=q: onerror=X>'><figcaption>c</figcaption></figure>",
		"<img src='q.png' alt='](x)<img src=q: onerror=X>'>", "<img src='q.png\"onerror=\"X' alt=a>", "<img src='q.png>)<img src=q: onerror=X>' alt=a>",
		"<a href='https://a.example/\"onclick=\"X'>quoted</a>", "<a href='https://a.example/>)<img src=q: onerror=X>'>closed</a>",
		"<a href='https://a.example/'>](javascript:X) &lt;img src=q: onerror=X&gt;</a>", "<a href='data:text/html,&lt;script&gt;top.hit(N)&lt;/script&gt;'>data</a>",
		"<iframe src='https://v.example/&quot;onload=&quot;X' title='&lt;img src=q: onerror=X&gt;'></iframe>",
		"<video src='https://v.example/a.mp4' title='\"><img src=q: onerror=X>'></video>",
		"<script type=math/tex>&lt;<img src=q: onerror=X></script>", "<script type='math/tex; mode=display'>\\frac<script>X</script>",
		"<img class=latex alt='x $ <img src=q: onerror=X>' src=f.png>", "<img class=latex alt='`<img src=q: onerror=X>`' src=f.png>",
		"<math alttext='<img src=q: onerror=X>'><mi>x</mi></math>", "<span class=katex><math><semantics><mi>x</mi><annotation encoding=application/x-tex>&lt;img src=q: onerror=X&gt;</annotation></semantics></math></span>",
		"<ol start='1\"onclick=\"X'><li>one</ol>", "<table><tr><td colspan='2\"onclick=\"X'>a<td>b</table>",
		"<p id=fn1\"onclick=X class=footnote>note</p><a href='#fn1\"onclick=X'>1</a>", "<html lang='x\"onload=\"X'>", "<html dir='rtl\"onload=\"X'>",
	)
	return all
}

// target is what a payload calls in the place of X.
func target(payload string, i int) string {
	payload = strings.ReplaceAll(payload, "N", fmt.Sprint(i))
	return strings.ReplaceAll(payload, "X", fmt.Sprintf("top.hit(%d)", i))
}

// TestPayloadsDoNotRun shows payloads to a browser, raw and in our formats.
func TestPayloadsDoNotRun(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("SKIPPED: needs a browser: apt-get install chromium")
	}
	all := payloads()
	if len(all) < minPayloads {
		t.Fatalf("%d payloads, want %d", len(all), minPayloads)
	}
	gold := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(goldhtml.WithUnsafe()))
	everything := document.OfVerdict(document.Published) | document.OfVerdict(document.Site) | document.OfVerdict(document.Planted)
	pages := map[string][]string{}
	for i, p := range all {
		raw := "<!doctype html><title>Kites</title><h1>Kites in spring</h1><p>The wind came from the sea, and the kites of the whole village were up before breakfast.</p>" +
			target(p, i) + "<p>By noon every line was tangled with another, and nobody minded at all, for the sun was out.</p>"
		doc, err := winnow.Extract([]byte(raw), &winnow.Options{Format: winnow.HTML, URL: "https://page.example/"})
		if err != nil {
			t.Fatal(err)
		}
		pages["raw"] = append(pages["raw"], raw)
		for _, show := range []document.RoleSet{0, everything} {
			o := render.Options{Show: show}
			pages["html"] = append(pages["html"], string(render.ByName("html").Append(nil, doc, o)))
			var b bytes.Buffer
			if err := gold.Convert(render.ByName("md").Append(nil, doc, o), &b); err != nil {
				t.Fatal(err)
			}
			pages["markdown"] = append(pages["markdown"], b.String())
		}
	}
	for _, format := range []string{"raw", "html", "markdown"} {
		hits := fired(t, browser, pages[format])
		t.Logf("%s: %d of %d payloads ran", format, len(hits), len(all))
		switch {
		case format == "raw" && float64(len(hits)) < minFired*float64(len(all)):
			t.Errorf("only %d of %d raw payloads ran: the test proves nothing", len(hits), len(all))
		case format != "raw":
			for _, i := range hits {
				t.Errorf("%s: payload %d ran: %s", format, i, all[i])
			}
		}
	}
}

// harness is the page that the others are framed in. It clicks on every link and
// button in them, and writes down what called it.
const harness = `<!doctype html><meta charset=utf-8><pre id=r></pre><script>
var seen = {};
function hit(n) { if (!seen[n]) { seen[n] = 1; document.getElementById('r').textContent += ' hit:' + n; } }
function press() { for (const f of document.querySelectorAll('iframe')) { try {
  for (const e of f.contentDocument.querySelectorAll('a,button,p')) { e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})); }
} catch (e) {} } }
addEventListener('load', function () { setTimeout(press, 500); setTimeout(function () { document.getElementById('r').textContent += ' done'; }, 3000); });
</script>`

var hitPattern = regexp.MustCompile(`hit:(\d+)`)

// fired shows pages to a browser and returns the numbers of the payloads that ran.
func fired(t *testing.T, browser string, pages []string) []int {
	t.Helper()
	var hits []int
	for len(pages) > 0 {
		n := min(40, len(pages))
		var b strings.Builder
		b.WriteString(harness)
		for _, p := range pages[:n] {
			b.WriteString("<iframe srcdoc=\"" + html.EscapeString(p) + "\"></iframe>\n")
		}
		pages = pages[n:]
		dir := t.TempDir()
		file := filepath.Join(dir, "page.html")
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		out, err := exec.CommandContext(
			ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir, "--virtual-time-budget=6000",
			"--host-resolver-rules=MAP * ~NOTFOUND", "--dump-dom", "file://"+file,
		).Output()
		cancel()
		if err != nil {
			t.Fatalf("%s: %v", browser, err)
		}
		result, _, _ := strings.Cut(string(out), "</pre>")
		if !strings.Contains(result, "done") {
			t.Fatalf("the browser did not finish: %.300q", result)
		}
		for _, m := range hitPattern.FindAllStringSubmatch(result, -1) {
			var i int
			if _, err := fmt.Sscan(m[1], &i); err == nil {
				hits = append(hits, i)
			}
		}
	}
	return hits
}
