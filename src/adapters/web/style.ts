/** The page's style, sent as a file of its own. Contrast of text on its ground: at least 4.5 : 1 in both lights (WCAG 2.2 AA). */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#faf7f1, #17181a);
  --paper: light-dark(#fffdf9, #1e2023);
  --ink: light-dark(#22201c, #e8e3d9);
  --quiet: light-dark(#655f55, #a49d91);
  --rule: light-dark(#e4ddd0, #33353a);
  --edge: light-dark(#8c8476, #7d7a74);
  --accent: light-dark(#0b5a60, #8accc9);
  --onaccent: light-dark(#ffffff, #10211f);
  --mark: light-dark(#f6e7b4, #4d431d);
  --danger: light-dark(#9a2c1f, #f0a195);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
* { box-sizing: border-box; }
html { scroll-padding: 5rem 0 8rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere;
  display: grid; min-height: 100vh; grid-template: "top top top" auto "side main ." 1fr "line line line" auto / minmax(13rem, 1fr) minmax(0, 42rem) minmax(13rem, 1fr); column-gap: 2.5rem; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: fixed; left: 1rem; top: -4rem; z-index: 3; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { top: 1rem; }

.top { grid-area: top; display: flex; justify-content: space-between; align-items: baseline; padding: 1.4rem 2rem .6rem; }
.top h1 { margin: 0; font-size: 1.35rem; font-weight: 600; letter-spacing: .01em; }
.top h1 a { color: inherit; text-decoration: none; }
.state { margin: 0; font: .8125rem var(--sans); color: var(--quiet); }
.state.live::before { content: ""; display: inline-block; width: .5rem; height: .5rem; margin-right: .5rem; border-radius: 50%; background: var(--accent); }

.side { grid-area: side; align-self: start; position: sticky; top: 1.5rem; padding: .5rem 0 0 2rem; font: .875rem/1.5 var(--sans); color: var(--quiet); }
.side h2 { margin: 0 0 .6rem; font: 600 .8125rem var(--sans); color: var(--ink); }
.side ul { list-style: none; margin: 0; padding: 0; }
.side li { padding: .6rem 0; border-top: 1px solid var(--rule); }
.side strong { color: var(--ink); }
.side p { margin: 0 0 .6rem; }
.side li code { display: none; }
.side .try { margin-top: 2rem; }
body:has(.welcome) .try { display: none; }
.side .try button { display: block; width: 100%; min-height: 2rem; padding: .35rem 0; border: 0; border-top: 1px solid var(--rule); border-radius: 0; background: none; color: inherit; text-align: left; }
.side .try button:hover { color: var(--accent); }
#notice { grid-column: 1 / -1; margin: 0; padding: .5rem .9rem; border: 1px solid var(--danger); border-radius: 10px; background: var(--paper); color: var(--danger); font: .875rem/1.4 var(--sans); }

main { grid-area: main; padding: .5rem 0 2.5rem; min-width: 0; }
main.alone { padding: 1rem; }
.alone .message { border-top: 0; padding-top: 0; }
.turn { text-align: center; font: .875rem var(--sans); }
.message, .typed { position: relative; padding: 1.6rem 0; border-top: 1px solid var(--rule); }
#log > :first-child { border-top: 0; padding-top: .5rem; }
.time { position: absolute; right: 0; bottom: .35rem; font: .75rem var(--sans); color: var(--quiet); text-decoration: none; }
.typed { padding: 1.1rem 0 .2rem; }
.typed + .message { border-top: 0; padding-top: .4rem; }
.typed p { margin: 0; max-height: 8rem; overflow: auto; }
.typed code { background: none; padding: 0; color: var(--quiet); white-space: pre-wrap; }
.typed code::before { content: "/ "; color: var(--accent); }
.typed .time { display: none; }
.message > :first-child { margin-top: 0; }
.message header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .2rem 1.5rem; margin-bottom: 1.1rem; }
.message h2 { margin: 0; font-size: 1.5rem; line-height: 1.25; font-weight: 600; letter-spacing: -.005em; text-wrap: balance; }
.message p { margin: .5rem 0; }
.aside, .note, .quiet { font: .875rem/1.5 var(--sans); color: var(--quiet); }
header .aside { margin: 0; }
.message h3 { display: grid; grid-template-columns: 1.6rem 1fr auto; gap: 0 .4rem; align-items: baseline; margin: 1.7rem 0 .3rem; font-size: 1.125rem; line-height: 1.35; font-weight: 600; }
.message h3 a { color: inherit; text-decoration-color: var(--rule); }
.message h3 a:hover { text-decoration-color: currentColor; }
.number { font: 600 .9375rem var(--sans); color: var(--accent); font-variant-numeric: tabular-nums; }
.message ul { margin: .4rem 0; padding: 0; list-style: none; }
.message li { position: relative; margin: .35rem 0; padding-left: 2rem; }
.message li::before { content: ""; position: absolute; left: .55rem; top: .72em; width: .34rem; height: .34rem; border-radius: 50%; background: var(--edge); }
.opens { color: inherit; text-decoration: none; border-radius: 2px; }
.opens:hover, .opens[aria-expanded="true"] { text-decoration: underline dotted var(--accent); text-decoration-thickness: 2px; }
.sign { color: var(--accent); font-weight: 600; }
code { font: .875em ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; padding: .1em .35em; border-radius: 4px; background: color-mix(in srgb, var(--rule) 55%, transparent); }
mark { background: var(--mark); color: inherit; padding: .08em .12em; border-radius: 2px; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1.4rem 0; }
img { max-width: 100%; height: auto; border-radius: 6px; display: block; }

figure { margin: 1rem 0; }
figure blockquote, figure blockquote p { margin: 0; }
.card { margin-left: 2rem; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid var(--accent); }
.card blockquote { font-size: 1.125rem; line-height: 1.5; text-wrap: pretty; }
.around { color: var(--quiet); }
figcaption { margin-top: .4rem; font: .875rem/1.5 var(--sans); color: var(--quiet); }
figcaption strong { color: var(--ink); font-weight: 600; }
.card .source { display: block; }
.evidence { padding: .9rem 1.1rem; border-radius: 8px; background: var(--paper); border: 1px solid var(--rule); font-size: 1rem; }
.evidence p { white-space: pre-line; }
.beside { display: flow-root; margin: .6rem 0 .8rem; font-size: .9375rem; }
.beside .evidence { margin: 0 0 .5rem; }
.beside:focus { outline: 0; }
.beside > button { float: right; }

.buttons { margin-top: 1.1rem; padding-right: 6rem; }
.buttons div { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
button, .button { min-height: 2.1rem; padding: .3rem .85rem; border: 1px solid var(--edge); border-radius: 999px; background: var(--paper); color: var(--ink); font: .875rem/1.3 var(--sans); text-decoration: none; cursor: pointer; }
button:hover, .button:hover { border-color: var(--accent); color: var(--accent); }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--onaccent); }
button.primary:hover { filter: brightness(1.08); color: var(--onaccent); }
button.danger { border-color: var(--danger); color: var(--danger); }
button code { background: none; padding: 0; }
[aria-busy="true"] { opacity: .65; }
.welcome { padding: 12vh 0 2rem; font-size: 1.1875rem; }
.welcome .buttons { padding: 0; }

.line { grid-area: line; position: sticky; bottom: 0; z-index: 2; display: grid; grid-template-columns: 1fr auto auto; gap: .5rem; align-items: end; justify-self: center; width: min(46rem, 100%); padding: .8rem 1rem 1.1rem;
  background: linear-gradient(transparent, var(--ground) .9rem); }
.line textarea { width: 100%; resize: none; min-height: 2.9rem; padding: .7rem 1rem; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); color: var(--ink); font: 1rem/1.4 ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; }
.line textarea::placeholder { white-space: nowrap; text-overflow: ellipsis; overflow: hidden; color: var(--quiet); opacity: 1; }
.line textarea:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
.line button, .attach { min-height: 2.9rem; border-radius: 12px; }
.attach { display: grid; place-items: center; padding: 0 .9rem; border: 1px solid var(--edge); background: var(--paper); font: .875rem var(--sans); cursor: pointer; }
.attach.chosen { border-color: var(--accent); color: var(--accent); }
.attach:focus-within { outline: 2px solid var(--accent); outline-offset: 3px; }
#completions { position: absolute; left: 1rem; right: 1rem; bottom: calc(100% - .6rem); margin: 0; padding: .35rem; list-style: none; max-height: 40vh; overflow: auto; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); font: .9375rem var(--sans); box-shadow: 0 6px 24px rgb(0 0 0 / .14); }
#completions[hidden] { display: none; }
#completions li span { margin-left: .6rem; font-size: .875rem; color: var(--quiet); }
#completions li[aria-selected="true"] span, #completions li:hover span { color: inherit; }
#completions li { padding: .45rem .7rem; border-radius: 8px; cursor: pointer; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
#completions li:hover, #completions li[aria-selected="true"] { background: var(--accent); color: var(--onaccent); }

@media (min-width: 84rem) {
  .beside { position: absolute; left: calc(100% + 2.5rem); top: -.4rem; width: min(21rem, calc(50vw - 24.5rem)); margin: 0; z-index: 1; }
}
@media (max-width: 62rem) {
  body { display: block; padding: 0 1.1rem; }
  .top { padding: 1rem 0 .4rem; }
  .side { position: static; padding: 0 0 .5rem; }
  .side ul { display: flex; gap: .6rem; overflow-x: auto; padding-bottom: .3rem; }
  .side li { flex: 0 0 15rem; padding: .6rem .8rem; border: 1px solid var(--rule); border-radius: 10px; }
  .side .try { display: none; }
  main { max-width: 42rem; margin: 0 auto; }
  .line { margin: 0 -1.1rem; width: auto; justify-self: stretch; }
}
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  .message li { padding-left: 1.6rem; }
  .message li::before { left: .3rem; }
  .card { margin-left: 1.6rem; padding-left: .9rem; }
  .message h3 { grid-template-columns: 1.2rem 1fr; }
  .message h3 .aside { grid-column: 2; }
  .buttons { padding-right: 0; margin-bottom: 1rem; }
  button, .button { min-height: 2.75rem; }
  .line { grid-template-columns: 1fr auto; }
  .attach { display: none; }
  .line button { width: 2.9rem; padding: 0; }
  .line button span { position: absolute; clip-path: inset(50%); }
  .line button::before { content: "↑"; font-size: 1.25rem; }
}
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5a60"/><path d="M8 21c0-6 2-9 6-11v3c-2 1-3 2-3 4h3v6H8zm10 0c0-6 2-9 6-11v3c-2 1-3 2-3 4h3v6h-6z" fill="#fff"/></svg>`;
