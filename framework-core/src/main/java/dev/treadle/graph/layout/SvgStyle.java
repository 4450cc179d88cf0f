package dev.treadle.graph.layout;

/** The colours of a picture, every rule below {@code .treadle-graph} so that it touches nothing around the picture. */
final class SvgStyle {
  static final String CSS = """

      .treadle-graph{--ground:#fff;--surface:#f5f6f8;--text:#1b1f24;--muted:#57606a;--line:#7d8690;--group:#eef4fb;\
      --completed:#00695c;--running:#0b6bcb;--failed:#b3261e;--cached:#6b4fa0;color-scheme:light dark;\
      font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      @media (prefers-color-scheme:dark){.treadle-graph{--ground:#14171c;--surface:#1c2128;--text:#e6e9ee;--muted:#a2abb6;\
      --line:#6e7883;--group:#18222f;--completed:#4cc2a8;--running:#3d9bff;--failed:#ff8a80;--cached:#dcc6ff}}
      .treadle-graph .ground{fill:var(--ground)}
      .treadle-graph text{fill:var(--text);font-size:13px}
      .treadle-graph .name,.treadle-graph .status{text-anchor:middle}
      .treadle-graph .status{font-size:11px;fill:var(--state)}
      .treadle-graph .shape{fill:var(--surface);stroke:var(--state);stroke-width:1.25}
      .treadle-graph .box{--state:var(--line)}
      .treadle-graph .completed{--state:var(--completed)}
      .treadle-graph .cached{--state:var(--cached)}
      .treadle-graph .cached .shape{stroke-dasharray:4 3}
      .treadle-graph .running{--state:var(--running)}
      .treadle-graph .failed{--state:var(--failed)}
      .treadle-graph .failed .shape{stroke-width:2.5}
      .treadle-graph .new,.treadle-graph .queued,.treadle-graph .skipped,.treadle-graph .not-run,\
      .treadle-graph .cancelled{--state:var(--muted)}
      .treadle-graph .group rect{fill:var(--group);stroke:var(--line);stroke-dasharray:2 3}
      .treadle-graph .group text{font-size:11px;fill:var(--muted)}
      .treadle-graph .arrow path{fill:none;stroke:var(--line);stroke-width:1.25}
      .treadle-graph .arrow .head{fill:var(--line);stroke:none}
      .treadle-graph .order path{stroke-dasharray:4 4}
      .treadle-graph .arrow text{font-size:11px;fill:var(--muted);text-anchor:end}
      """;

  private SvgStyle() {}
}
