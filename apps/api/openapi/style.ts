/** The page's own style sheet. */
export const STYLE = `
body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1f2933;background:#fff}
nav a{display:inline-block;margin:0 .6rem .3rem 0}a{color:#1456a0}h2{border-bottom:1px solid #ccd3da;margin-top:2rem}
details{margin:.3rem 0;padding:.3rem .6rem;border:1px solid #dde3e9;border-radius:4px}summary{cursor:pointer}summary span{color:#52606d}
b{display:inline-block;min-width:4.2rem}.get{color:#0b6b3a}.post{color:#8a4b00}.patch,.put{color:#5b3fa0}.delete{color:#a61b1b}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #e4e9ee;padding:.2rem .5rem;vertical-align:top;overflow-wrap:anywhere}
code{font-family:ui-monospace,monospace;font-size:.92em}.who{color:#52606d;margin:.3rem 0}dt{font-weight:600}dd{margin:0 0 .4rem 1rem}
@media print{details{break-inside:avoid}}
`;
