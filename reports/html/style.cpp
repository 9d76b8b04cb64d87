#include <string>

#include "reports/html/page.hpp"

namespace sextant::html {

namespace {

constexpr std::string_view kStyle = R"css(
:root{--ink:#1f2933;--muted:#5a6672;--rule:#c9d1d9;--panel:#f3f6f9;--brand:#12436d;--tint:#dce9f5;
--accent:#f46a25;--accent-ink:#b5440e;--link:#1f5f99;--side:clamp(1rem,5vw,3.5rem);color-scheme:light}
*,::before,::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.6 "Noto Sans","Noto Sans Arabic",system-ui,
-apple-system,"Segoe UI",Roboto,Ubuntu,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
:lang(ar),:lang(fa),:lang(ur){line-height:1.8}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
[tabindex="-1"]:focus{outline:none}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;z-index:3;background:#fff;padding:.75rem 1rem}
.skip:focus{top:1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.muted{color:var(--muted)}
.accent{color:var(--accent-ink)}
.fill .muted,.fill .accent,.fill a{color:inherit}

.band{position:relative;overflow:hidden;background:var(--brand);color:#fff;padding:clamp(3.5rem,9vw,7rem) var(--side)
clamp(2rem,5vw,3.5rem);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.band .motif{position:absolute;top:0;inset-inline-end:0;width:clamp(9rem,24vw,17rem);height:auto}
[dir=rtl] .band .motif{transform:scaleX(-1)}
.inner{position:relative;max-width:68rem;margin-inline:auto}
.kicker{margin:0 0 clamp(1.5rem,5vw,4rem);font-size:.9375rem;font-weight:700;color:var(--tint);max-width:70%}
h1{margin:0;font-size:clamp(2rem,1.4rem + 3vw,3.25rem);line-height:1.2;max-width:86%;text-wrap:balance}
.subtitle{margin:.75rem 0 0;font-size:clamp(1.1rem,1rem + .6vw,1.4rem);line-height:1.4;color:var(--tint);
max-width:86%}
.under{padding:2rem var(--side) 0}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.25rem 2rem;margin:0}
.facts div{border-top:1px solid var(--rule);padding-top:.5rem}
.facts dt{font-size:.8125rem;color:var(--muted)}
.facts dd{margin:0;font-weight:700;line-height:1.4}
.notice{margin:2rem 0 0;padding-inline-start:1rem;border-inline-start:4px solid var(--accent);
font-size:.875rem;color:var(--muted);max-width:46rem}

.page{max-width:calc(68rem + 2*var(--side));margin-inline:auto;padding-inline:var(--side)}
nav{padding-block:2.5rem 0}
nav h2{margin:0 0 .75rem;font-size:1rem;color:var(--brand)}
nav ol{list-style:none;margin:0;padding:0}
nav li{border-top:1px solid var(--rule)}
nav li.deep{border:0;padding-inline-start:1rem}
nav a{display:block;padding:.45rem 0;color:var(--ink);text-decoration:none;font-size:.875rem;line-height:1.4}
nav a:hover{color:var(--link);text-decoration:underline}
main{min-width:0;padding-block:0 4rem}
@media screen and (min-width:68rem){
.page{display:grid;grid-template-columns:14rem minmax(0,46rem);gap:4.5rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding-block:3.5rem 2rem}
}

h2,h3,h4,h5,h6{line-height:1.3;text-wrap:balance;scroll-margin-top:1rem}
.l1{margin:4.5rem 0 1rem;font-size:clamp(1.6rem,1.3rem + 1.4vw,2.1rem);color:var(--brand)}
.chapter:first-child>.l1:first-child{margin-top:3.25rem}
h1.l1{max-width:none}
.l2{margin:2.75rem 0 .6rem;font-size:1.35rem;color:var(--brand)}
.l3{margin:2rem 0 .4rem;font-size:1.1rem;color:var(--ink)}
.l4{margin:1.5rem 0 .25rem;font-size:1rem;color:var(--muted)}
p{margin:.75rem 0}
.lead{font-size:clamp(1.2rem,1.1rem + .5vw,1.4rem);line-height:1.45;color:var(--brand)}
.small{font-size:.8125rem;line-height:1.5;color:var(--muted)}
blockquote{margin:1rem 0;padding-inline-start:1.25rem;border-inline-start:3px solid #8fbce6;color:var(--muted)}
ul,ol{margin:.75rem 0;padding-inline-start:1.4rem}
li{margin:.35rem 0}
main li::marker{color:var(--brand)}

.scroll{overflow-x:auto;margin:1.5rem 0}
table{width:100%;border-collapse:collapse;font-size:.9rem;line-height:1.4}
table.compact{font-size:.8125rem}
caption{text-align:start;font-weight:700;font-size:1rem;padding-bottom:.6rem}
th,td{padding:.5rem .6rem;text-align:start;vertical-align:top;font-weight:400;border-bottom:1px solid var(--rule)}
.compact th,.compact td{padding:.4rem .55rem}
thead th,thead td{background:var(--panel);color:var(--brand);font-weight:700;font-size:.8125rem;
vertical-align:bottom;border-bottom:1.5px solid var(--brand)}
.centre{text-align:center}
.end{text-align:end;font-variant-numeric:tabular-nums}
.fill{print-color-adjust:exact;-webkit-print-color-adjust:exact}
td.fill{border-bottom-color:#fff}
@media screen and (max-width:40rem){table.wide{min-width:36rem}figure .scroll svg{min-width:34rem}}

figure{margin:2rem 0}
figcaption{font-weight:700}
figure .scroll{margin:.75rem 0}
figure .small{margin:0}
.scroll svg{display:block;width:100%;height:auto;font-family:inherit}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:.9rem;margin:1.5rem 0}
.figures>div{display:flex;flex-direction:column;padding:1rem 1.1rem;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.figures>div:not(.fill){background:var(--panel)}
.figures dt{order:2;font-weight:700;font-size:.9rem;line-height:1.4}
.figures dd{margin:0}
.figures .value{order:1;font-size:2rem;line-height:1.25;font-weight:700;color:var(--brand)}
.figures .remark{order:3;font-size:.8125rem;line-height:1.4;color:var(--muted)}
.figures .fill .value,.figures .fill .remark{color:inherit}
.room{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:.9rem;margin:1.5rem 0}
.room>div{min-height:8rem;padding:.7rem 1rem;border:1px solid var(--muted);break-inside:avoid}
.room p{margin:0;font-weight:700}
.fill-in{margin:.6rem 0;break-inside:avoid}
.fill-in p{margin:.3rem 0}
.fill-in ul{list-style:none;margin:.4rem 0;padding:0}
.fill-in li{display:flex;gap:.6rem;align-items:baseline;margin:.3rem 0}
.fill-in .run-in{display:flex;flex-wrap:wrap;gap:0 2rem}
.fill-in .columns{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr));gap:0 1.5rem}
.small-print{font-size:.8125rem}
.sides{display:flex;flex:1;gap:1.5rem}
.sides>span{flex:1 1 0;min-width:0}
.box{flex:none;display:inline-block;width:.9em;height:.9em;border:1.5px solid var(--ink);vertical-align:-.1em}
td .box{margin-inline-end:.4em}
.box.large{width:1.5em;height:1.6em;vertical-align:-.5em}
.box+.box{margin-inline-start:calc(-.6rem - 1.5px)}
.key{flex:none;min-width:1em}
.line{min-height:2.2em;border-bottom:1px solid var(--muted)}
.callout{margin:1.5rem 0;padding:.9rem 1.2rem;background:var(--panel);border-inline-start:5px solid #9aa8b5;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.callout>:first-child{margin-top:0}
.callout>:last-child{margin-bottom:0}
.callout .title{margin:0 0 .4rem;font-weight:700}
.callout p{margin:.4rem 0}
.attention{background:#fef3ec;border-color:var(--accent)}
.attention .title{color:var(--accent-ink)}
.sign{width:.8em;height:.75em;margin-inline-end:.45em;fill:var(--accent)}
.ask{background:#eaf2fa;border-color:var(--brand)}
.ask .title{color:var(--brand)}
.split{display:flex;flex-wrap:wrap;gap:0 2.5rem}
.split>div{flex-basis:16rem;min-width:min(100%,14rem)}
.split>div>.l3:first-child{margin-top:1.25rem}
footer{border-top:1px solid var(--rule);padding:1.25rem var(--side) 2.5rem;font-size:.8125rem;color:var(--muted)}
footer p{max-width:68rem;margin:0 auto}

.tools{position:absolute;top:1rem;inset-inline-end:var(--side);z-index:2;display:flex;gap:.5rem;
align-items:center;flex-wrap:wrap;justify-content:end}
.tools[hidden],.tools [hidden]{display:none}
button{font:inherit;font-size:.875rem;min-height:2.75rem;padding:.4rem 1rem;border:1px solid;
border-radius:4px;border-color:var(--line,var(--brand));background:var(--under,#fff);color:var(--on,var(--brand));
cursor:pointer}
button:hover:enabled{background:var(--tint);color:var(--brand)}
.tools:has(+.cover){--on:#fff;--under:transparent;--line:var(--tint)}
.tools:not(:has(+.cover)):not(.projector *){position:static;padding:1rem var(--side) 0}
@media screen and (max-width:44rem){.tools:has(+.cover):not(.projector *){position:static;padding:.75rem var(--side) 0;
background:var(--brand);justify-content:start}}
button:disabled{color:var(--muted);border-color:var(--rule);background:#fff;cursor:default}
)css";

constexpr std::string_view kProjector = R"css(
@media screen{
.projector{font-size:24px}
.projector nav,.projector .skip,.projector .off{display:none}
.projector .page,.projector .inner,.projector footer p{display:block;max-width:62rem}
.projector body{padding-bottom:4rem}
.projector main{padding-block:0 1rem}
.projector h1{font-size:2.2rem}
.projector .l1{margin-top:1.5rem;font-size:1.75rem}
.projector .l2{font-size:1.3rem}
.projector .lead{font-size:1.3rem}
.projector :is(.l3,.l4,.small,.kicker,.subtitle,.facts dt,.facts dd,.notice,table,table.compact,thead th,
caption,.figures dt,.figures .remark,footer,button){font-size:1rem}
.projector figure svg{min-width:1345px}
.projector table.wide{min-width:44rem}
.projector .cover.off{position:absolute;display:block;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.projector .cover.off :is(.under,.kicker,.subtitle){display:none}
.projector .tools button{min-height:2rem;padding:.1rem .7rem}
.projector .tools{--on:var(--brand);--under:#fff;--line:var(--brand);position:fixed;top:auto;bottom:0;inset-inline:0;justify-content:center;background:#fff;
border-top:1px solid var(--rule);padding:.3rem 1rem}
.projector footer{display:none}
}
)css";

constexpr std::string_view kPrint = R"css(
@media print{
html{font-size:10pt}
body{line-height:1.45}
.skip,.tools,main .page-break:first-child{display:none}
.page-break{break-after:page}
.page,.inner{max-width:none;padding:0;margin:0}
.cover,.cover-break{break-after:page}
.cover{page:cover}
.band{min-height:150mm;padding:22mm 21mm 16mm;display:flex;align-items:flex-end}
.band .inner{width:100%;position:static}
.kicker{position:absolute;top:22mm;inset-inline-start:21mm;margin:0}
.band .motif{width:85mm}
.under{padding:16mm 21mm 0}
.facts{grid-template-columns:1fr 1fr}
h1{font-size:34pt}
.subtitle{font-size:16pt}
nav{break-after:page;padding:0}
nav h2{font-size:22pt}
nav a{font-size:10.5pt;padding:.35rem 0}
main{padding:0}
.chapter.new-page{break-before:page}
.chapter:first-child,nav+main .chapter:first-child{break-before:auto}
.l1,.new-page>.l1:first-child,.chapter:first-child>.l1:first-child{font-size:22pt;margin-top:0}
.chapter:not(.new-page)>.l1{margin-top:30pt}
.l2{font-size:14.5pt;margin-top:20pt}
.l3{font-size:11.5pt}
.l4{font-size:10pt}
.lead{font-size:14pt}
.small,table.compact,thead th,.facts dt,.figures .remark{font-size:8.5pt}
table,.figures dt{font-size:9.25pt}
h1,h2,h3,h4,h5,h6,.keep,caption,figcaption,.callout .title,thead,tbody tr:first-child,
p:has(+ul),p:has(+ol),p:has(+.scroll){break-after:avoid}
tbody tr:nth-last-child(1){break-before:avoid}
.chapter:has(>.page-break:last-child)+.chapter>.l1{margin-top:0}
p,li{orphans:3;widows:3}
tr,figure,.figures>div,.split{break-inside:avoid}
.callout{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table.wide{min-width:0}
figure .scroll svg{min-width:0}
a{color:inherit;text-decoration-color:var(--rule)}
nav a{color:inherit}
footer{display:none}
.names-off body{page:unnamed}
}
)css";

}  // namespace

std::string_view page_style() {
  static const std::string kAll = std::string(kStyle) + std::string(kProjector) + std::string(kPrint);
  return kAll;
}

}  // namespace sextant::html
