package dom
import "testing"
func BenchmarkHost(b *testing.B){ for _,s := range []string{"foster","table text","adoption bottom"} { page:=hostile[s](1<<20); b.Run(s,func(b *testing.B){ var p Parser; b.SetBytes(int64(len(page))); for b.Loop(){ p.Parse(page,Options{}) } }) } }
func TestMoved(t *testing.T){ var p Parser; a,m,mb,tb:=0,0,0,0; pages(t,"",func(n string,pg []byte){ a++; tb+=len(pg); tr:=p.Parse(pg,Options{}); if p.moved {m++; mb+=len(pg)}; if len(tr.Limits)>0 { t.Log(n, tr.Limits)} }); t.Log(a,m,mb,tb) }
