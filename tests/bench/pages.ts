import type { Page } from "../eval/extract.ts";

/** A page of our own with what belongs to its article and what does not. */
export interface OwnPage {
  readonly page: Page;
  readonly article: readonly string[];
  readonly furniture: readonly string[];
}

const sentences = [
  "The pilots of the harbour voted on Monday for a strike that is to keep some forty ships outside the mole.",
  "Their speaker said that the talks about the night watch had led nowhere, and that nobody wanted to wait until summer.",
  "The board, which met behind closed doors, offers a supplement for nights but no second pilot on the large ferries.",
  "“We have asked for the same three things since autumn,” said Ilse Varn, who has guided ships through the narrows for twenty years.",
  "Shippers fear for their timetables, since every hour at anchor costs them more than a day in the dock.",
  "The town has asked a judge from the coast to mediate, and both sides have let it be known that they will come.",
];

const furniture = [
  "Sign up for our newsletter and read the harbour's news every morning before the tide.",
  "More about ships: the ten largest ferries that ever came through the narrows, in pictures.",
  "Anonymous reader, an hour ago: I have never seen a pilot who was not asleep, and I am at sea.",
  "We use cookies so that this outlet works; by reading on you accept them, or so we say.",
];

const article = (paragraph: (text: string) => string): string => sentences.map(paragraph).join("\n");
const p = (text: string): string => `<p>${text}</p>`;
const [newsletter, related, comment, cookies] = furniture as [string, string, string, string];

/** Shapes in which pages come: by elements, by class names, by bare blocks, by line breaks, in tables, with furniture between the paragraphs. */
const shapes: Readonly<Record<string, string>> = {
  elements: `<header><nav><a href="/">Front page</a></nav></header><main><article><h1>Pilots vote</h1>${article(p)}</article><aside>${p(related)}</aside></main><form>${p(newsletter)}</form><section class="comments">${p(comment)}</section><footer>${p(cookies)}</footer>`,
  names: `<div class="menu"><a href="/">Front page</a></div><div class="story"><h1>Pilots vote</h1>${article(p)}<div class="newsletter-box">${p(newsletter)}</div></div><div class="related-articles">${p(related)}</div><div id="comments">${p(comment)}</div><div class="cookie-banner">${p(cookies)}</div>`,
  blocks: `<div><h2>Pilots vote</h2>${article((text) => `<div>${text}</div>`)}</div><div class="teaser"><div>${related}</div></div><div class="signup"><div>${newsletter}</div></div><div class="comment-list"><div>${comment}</div></div><div id="consent"><div>${cookies}</div></div>`,
  breaks: `<table><tr><td class="sidebar">${related}</td><td><h1>Pilots vote</h1>${sentences.join("<br><br>")}</td></tr></table><div class="subscribe">${newsletter}</div><div class="comments">${comment}</div><div class="cookies">${cookies}</div>`,
  between: `<main><h1>Pilots vote</h1>${sentences.map((text, index) => p(text) + (index === 2 ? `<div class="related">${p(related)}</div><div class="newsletter">${p(newsletter)}</div>` : "")).join("")}</main><div class="kommentare">${p(comment)}</div><div class="consent">${p(cookies)}</div>`,
};

export const ownPages: readonly OwnPage[] = Object.entries(shapes).map(([id, body]) => ({
  page: {
    id,
    url: `https://outlet.example/${id}`,
    bytes: Buffer.from(`<!doctype html><html lang="en"><head><title>Pilots vote | Outlet</title></head><body>${body}</body></html>`),
  },
  article: sentences,
  furniture,
}));
