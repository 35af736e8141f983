import type { Block, Button, Message, Run, Text } from "../../model/message.ts";
import { quoted } from "../../text/quoted.ts";
import { Html, html } from "./html.ts";
import type { Entry } from "./log.ts";
import type { PageWords } from "./words.ts";

/** One message as an article of the page. `token` guards its buttons. */
export function renderEntry({ seq, at, typed, message }: Entry, token: string, words: PageWords): Html {
  const time = html`<a class="time" href="#m${seq}"><time datetime="${at.toISOString()}">${clock(at, words)}</time></a>`;
  if (!message)
    return html`<article class="typed" id="m${seq}"><p><span class="sr">${words.youTyped}</span><code>${typed ?? ""}</code></p>${time}</article>`;
  const buttons = message.buttons?.filter((row) => row.length > 0) ?? [];
  const foot = buttons.length > 0 && buttonForm(buttons, seq, token);
  return html`<article class="message" id="m${seq}"${message.lang === undefined ? "" : html` lang="${message.lang}"`}>${renderBlocks(message, seq, words)}${foot}${time}</article>`;
}

/** Blocks in order; bullets that follow one another are a list, and inside a story they open their sources. */
export function renderBlocks({ blocks, lang }: Pick<Message, "blocks" | "lang">, seq: number, words: PageWords): Html {
  const out: Html[] = [];
  let bullets: Html[] = [];
  let story: string | undefined;
  let number = 0;
  const close = (): void => {
    if (bullets.length > 0) out.push(html`<ul>${bullets}</ul>`);
    bullets = [];
  };
  blocks.forEach((block, place) => {
    if (block.kind === "bullet") {
      number++;
      bullets.push(renderBullet(block, story === undefined ? undefined : `${story} ${number}`, words));
      return;
    }
    close();
    if (block.kind === "story" || block.kind === "heading") {
      story = block.kind === "story" ? sourcesCall(block.buttons) : undefined;
      number = 0;
    }
    out.push(renderBlock(block, `/file/${seq}/${place}`, lang));
  });
  close();
  return html`${out}`;
}

/** The rule of the model: a story's `sources` button, with a bullet's number after its call, opens that bullet's sources alone. */
const sourcesCall = (buttons: readonly Button[] | undefined): string | undefined =>
  buttons?.map((button) => ("call" in button ? button.call : "")).find((call) => /^sources [a-z0-9]+ \d+$/i.test(call));

const signs = { corrected: "✎", withdrawn: "✎", new: "＋" } as const;

function renderBullet({ text, sign }: Extract<Block, { kind: "bullet" }>, call: string | undefined, words: PageWords): Html {
  const mark = sign && html`<span class="sign" role="img" aria-label="${words.signs[sign]}">${signs[sign]}</span> `;
  if (call === undefined) return html`<li>${mark}${renderText(text)}</li>`;
  const address = `/sources?call=${encodeURIComponent(call)}`;
  return html`<li>${mark}<a class="opens" href="${address}" title="${words.openSource}">${renderPlain(text)}</a></li>`;
}

/** `file` = where the bytes of this block are to be had. */
function renderBlock(block: Exclude<Block, { kind: "bullet" }>, file: string, lang: string | undefined): Html {
  switch (block.kind) {
    case "heading":
      return html`<header><h2>${renderText(block.text)}</h2>${block.aside !== undefined && html`<p class="aside">${block.aside}</p>`}</header>`;
    case "story":
      return html`<h3><span class="number">${block.number}</span> <span>${renderText(block.title)}</span>${block.aside !== undefined && html` <span class="aside">${block.aside}</span>`}</h3>`;
    case "text":
      return html`<p>${renderText(block.text)}</p>`;
    case "note":
      return html`<p class="note">${renderText(block.text)}</p>`;
    case "quote":
      return html`<figure class="card"><blockquote><p>${around(block.before)}${quoted(block.text, lang)}${around(block.after)}</p></blockquote><figcaption>${renderText(block.speaker)}${block.source !== undefined && html`<span class="source">${renderText(block.source)}</span>`}</figcaption></figure>`;
    case "evidence":
      return html`<figure class="evidence"><blockquote>${renderMarked(block.text, block.mark)}</blockquote><figcaption>${renderText(block.source)}</figcaption></figure>`;
    case "image":
      return html`<p class="image"><img src="${file}" alt="${block.alt}"${sizeOf(block.png)}></p>`;
    case "file":
      return html`<p><a href="${file}" download="${block.name}">${block.name}</a></p>`;
    case "divider":
      return html`<hr>`;
    default:
      return unknownBlock(block);
  }
}

/** So that nothing moves when it has loaded. Width and height stand at bytes 16 and 20 of a PNG (ISO/IEC 15948, 11.2.2). */
function sizeOf(png: Uint8Array): Html {
  if (png.byteLength < 24) return html``;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return html` width="${view.getUint32(16)}" height="${view.getUint32(20)}"`;
}

/** Nothing for a kind of block that this page does not know. */
const unknownBlock = (_block: never): Html => html``;

const around = (text: string | undefined): Html => (text ? html`<span class="around">${text}</span>` : html``);

export function renderText(text: Text): Html {
  return typeof text === "string" ? html`${text}` : html`${text.map(renderRun)}`;
}

/** Without links: it stands in a link itself. */
const renderPlain = (text: Text): Html =>
  typeof text === "string" ? html`${text}` : html`${text.map(({ link: _, ...run }) => renderRun(run))}`;

function renderRun({ text, style, link }: Run): Html {
  const inner = style === undefined ? html`${text}` : html`${new Html(openTag[style])}${text}${new Html(closeTag[style])}`;
  return link !== undefined && /^https?:\/\//i.test(link)
    ? html`<a href="${link}" rel="noopener noreferrer nofollow" target="_blank">${inner}</a>`
    : inner;
}

const openTag = { bold: "<strong>", italic: "<em>", code: "<code>", strike: "<s>", mark: "<mark>", quiet: '<span class="quiet">' } as const;
const closeTag = { bold: "</strong>", italic: "</em>", code: "</code>", strike: "</s>", mark: "</mark>", quiet: "</span>" } as const;

/** Paragraphs with the spans marked; spans that overlap are one. */
function renderMarked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Html {
  const parts: Html[] = [];
  let done = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(text.length, Math.max(done, start));
    const to = Math.min(text.length, Math.max(from, end));
    if (to <= from) continue;
    parts.push(html`${text.slice(done, from)}<mark>${text.slice(from, to)}</mark>`);
    done = to;
  }
  return html`<p>${parts}${text.slice(done)}</p>`;
}

function buttonForm(rows: readonly (readonly Button[])[], seq: number, token: string): Html {
  const one = (button: Button): Html =>
    "url" in button
      ? /^https?:\/\//i.test(button.url)
        ? html`<a class="button" href="${button.url}" rel="noopener noreferrer" target="_blank">${button.label}</a>`
        : html``
      : html`<button name="call" value="${button.call}" class="${button.tone ?? "plain"}">${button.label}</button>`;
  return html`<form class="buttons" method="post" action="/press"><input type="hidden" name="token" value="${token}"><input type="hidden" name="held" value="${seq}">${rows.map((row) => html`<div>${row.map(one)}</div>`)}</form>`;
}

const clock = (at: Date, { locale }: PageWords): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
