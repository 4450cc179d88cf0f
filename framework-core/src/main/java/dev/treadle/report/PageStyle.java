package dev.treadle.report;

/** How the page looks: light or dark as the reader has it, narrow or wide, on paper. */
final class PageStyle {
  static final String CSS = """

      :root{--ground:#fff;--surface:#f5f6f8;--text:#1b1f24;--muted:#57606a;--edge:#d0d7de;--completed:#00695c;\
      --running:#0b6bcb;--failed:#b3261e;--cached:#6b4fa0;--changed:#fff4ce;--s0:#0b6bcb;--s1:#b35900;--s2:#00695c;--s3:#b3261e;\
      --s4:#6b4fa0;--s5:#7a5c00;--s6:#9c2a74;--s7:#45515c;color-scheme:light dark}
      @media (prefers-color-scheme:dark){:root{--ground:#14171c;--surface:#1c2128;--text:#e6e9ee;--muted:#a2abb6;--edge:#363e48;\
      --completed:#4cc2a8;--running:#3d9bff;--failed:#ff8a80;--cached:#dcc6ff;--changed:#3a3216;--s0:#5cabff;--s1:#ffab5c;\
      --s2:#4cc2a8;--s3:#ff8a80;--s4:#dcc6ff;--s5:#e0c050;--s6:#ff9fd6;--s7:#b5bec8}}
      body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,sans-serif}
      main{max-width:1040px;margin:0 auto;padding:24px 20px 60px}
      h1{font-size:1.7em;margin:0;overflow-wrap:anywhere}
      h2{font-size:1.25em;margin:40px 0 10px;padding-bottom:4px;border-bottom:1px solid var(--edge)}
      h3{font-size:1em;margin:0;overflow-wrap:anywhere}
      p{margin:4px 0}
      .lead{color:var(--muted)}
      .note,dt{color:var(--muted);font-size:.87em}
      dl{display:flex;flex-wrap:wrap;gap:8px 28px;margin:12px 0 0}
      dd{margin:0;overflow-wrap:anywhere}
      code,pre,.number{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
      code,td,th{unicode-bidi:isolate}
      code{overflow-wrap:anywhere}
      pre{background:var(--surface);padding:10px 12px;border-radius:6px;overflow:auto;max-height:22em;margin:6px 0}
      .wide{overflow-x:auto;margin:6px 0}
      table{border-collapse:collapse;font-size:.93em}
      th,td{text-align:left;vertical-align:top;padding:5px 16px 5px 0;border-bottom:1px solid var(--edge)}
      thead th{color:var(--muted);font-weight:normal;white-space:nowrap}
      tbody th{font-weight:600}
      #steps~div td:nth-of-type(4){min-width:13em}
      td.number{text-align:right;white-space:nowrap}
      .changed th,.changed td{background:var(--changed)}
      .state{white-space:nowrap;color:var(--muted)}
      .state.completed{color:var(--completed)}.state.cached{color:var(--cached)}
      .state.running{color:var(--running)}.state.failed{color:var(--failed);font-weight:600}
      .failed strong{color:var(--failed)}
      .digest{color:var(--muted)}
      .tag{border:1px solid var(--edge);border-radius:9px;padding:0 7px;font-size:.87em}
      article{border-left:3px solid var(--edge);padding:0 0 0 14px;margin:18px 0}
      img{display:block;max-width:100%;max-height:420px;margin:8px 0;background:#fff}
      .lineage,.lineage ul{list-style:none;padding-left:0;margin:4px 0}
      .lineage ul{padding-left:18px;border-left:1px solid var(--edge)}
      .lineage li{overflow-wrap:anywhere}
      .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(320px,100%),1fr));gap:20px;margin-top:16px}
      figure{margin:0}
      figcaption{font-weight:600;overflow-wrap:anywhere}
      .plot{width:100%;height:auto}
      .plot text,.timeline text{fill:var(--muted);font-size:12px;font-family:system-ui,sans-serif}
      .axis{stroke:var(--edge)}
      .line{fill:none;stroke:var(--c);stroke-width:1.6;stroke-linejoin:round;vector-effect:non-scaling-stroke}
      .legend{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:.8em}
      .legend span{color:var(--c)}
      .legend span:before{content:"▬ "}
      .s0{--c:var(--s0)}.s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}
      .s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}.s7{--c:var(--s7)}
      .timeline text{fill:var(--text)}
      .bar{fill:var(--muted)}
      .bar.completed{fill:var(--completed)}.bar.failed{fill:var(--failed)}.bar.running{fill:var(--running)}
      .bar.cached{fill:none;stroke:var(--cached);stroke-width:1.5;stroke-dasharray:3 2}
      @media print{main{max-width:none;padding:0}pre{max-height:none;white-space:pre-wrap}.wide{overflow:visible}
      h2,h3{break-after:avoid}tr,figure,svg,img{break-inside:avoid}}
      """;

  private PageStyle() {}
}
