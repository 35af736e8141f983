import type { Message } from "../../model/message.ts";
import { type Html, html } from "./html.ts";
import type { Entry } from "./log.ts";
import { renderBlocks, renderEntry } from "./markup.ts";
import type { PageWords } from "./words.ts";

export interface PageContent {
  readonly entries: readonly Entry[];
  /** The channel's subscriptions as the command answers them. */
  readonly side: Message;
  readonly token: string;
  readonly hasEarlier: boolean;
  /** Older messages are shown: nothing new is added to this page. */
  readonly isPast: boolean;
}

const suggestions = ["quote solvang pilots", "digest preview world", "subscribe world 08:00 Europe/Kyiv mon-fri", "help"] as const;

/** The whole page: a column of messages, the command line at its foot, the subscriptions at its side. */
export function renderPage({ entries, side, token, hasEarlier, isPast }: PageContent, words: PageWords): Html {
  const first = entries[0]?.seq ?? 1;
  const last = entries.at(-1)?.seq ?? 0;
  return frame(
    html`<a class="skip" href="#line">${words.skip}</a>
<header class="top"><h1><a href="/">${words.title}</a></h1><p class="state" id="state" data-live="${words.live}" data-offline="${words.offline}" role="status"></p></header>
<aside class="side" aria-label="${words.side}"><div id="side">${renderSide(side, words)}</div>${renderSuggestions("try", token, words)}</aside>
<main>
<h2 class="sr">${words.messages}</h2>
${hasEarlier && html`<p class="turn"><a href="/?before=${first}">${words.earlier}</a></p>`}
<div id="log" role="log" aria-live="polite" aria-label="${words.messages}" data-last="${last}" data-past="${isPast ? "yes" : ""}" data-close="${words.close}">${entries.length === 0 ? renderWelcome(token, words) : entries.map((entry) => renderEntry(entry, token, words))}</div>
${isPast && html`<p class="turn"><a href="/">${words.newest}</a></p>`}
</main>
<form class="line" id="say" method="post" action="/say" enctype="multipart/form-data">
<input type="hidden" name="token" value="${token}">
<p id="notice" role="alert" hidden></p>
<ul id="completions" role="listbox" aria-label="${words.command}" hidden></ul>
<label class="sr" for="line">${words.command}</label>
<textarea id="line" name="line" rows="1" maxlength="200000" placeholder="${words.hint}" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus></textarea>
<label class="attach"><span>${words.attach}</span><input type="file" name="file" class="sr"></label>
<button class="primary"><span>${words.send}</span></button>
</form>`,
    words,
  );
}

/** Without JavaScript: what a bullet rests on, as a page of its own. */
export function renderSourcesPage(message: Message, words: PageWords): Html {
  return frame(
    html`<header class="top"><h1><a href="/">${words.title}</a></h1></header>
<main class="alone"><article class="message">${renderBlocks(message, 0, words)}</article><p class="turn"><a href="/">${words.back}</a></p></main>`,
    words,
  );
}

/** Small headings and lists: the same words as `/subscriptions` answers. */
export function renderSide(side: Message, words: PageWords): Html {
  const blocks = side.blocks.filter(({ kind }) => kind !== "heading");
  return html`<h2>${words.side}</h2>${renderBlocks({ ...side, blocks }, 0, words)}`;
}

function renderWelcome(token: string, words: PageWords): Html {
  return html`<section class="welcome" id="welcome"><p>${words.welcome}</p>${renderSuggestions("buttons", token, words)}</section>`;
}

function renderSuggestions(look: "try" | "buttons", token: string, words: PageWords): Html {
  const buttons = suggestions.map((call) => html`<button name="line" value="${call}"><code>${call}</code></button>`);
  return html`<form class="${look}" method="post" action="/say" enctype="multipart/form-data"><p>${words.tryThese}</p><input type="hidden" name="token" value="${token}"><div>${buttons}</div></form>`;
}

function frame(body: Html, { title, locale }: PageWords): Html {
  return html`<!doctype html>
<html lang="${locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
<script src="/app.js" defer></script>
</head>
<body>
${body}
</body>
</html>
`;
}
