import type { Block, Button, Run } from "../model/message.ts";
import type { QuoteHit, Speaker } from "../model/quote.ts";
import { type Asked, note } from "./command.ts";
import { dateWords } from "./when.ts";

/** One quotation: the source's own words, who said them, to whom, where and when they were printed. */
export function quoteLines(hit: QuoteHit, asked: Asked): readonly Block[] {
  const { quote, alsoIn } = hit;
  const differing = alsoIn.filter(({ differs }) => differs !== undefined);
  return [
    { kind: "quote", text: quote.text, speaker: speakerText(quote.speaker, asked), source: sourceText(hit, asked) },
    ...differing.map(({ outlet, differs }): Block => note(`≠ ${outlet}: “${differs}”`)),
  ];
}

export function quoteButtons({ quote, speakerId }: QuoteHit, { words }: Asked): readonly Button[] {
  const others: readonly Button[] =
    speakerId !== undefined && `speaker show ${speakerId}`.length <= maxCall && isAscii(speakerId)
      ? [{ label: words.buttons.others, call: `speaker show ${speakerId}` }]
      : [];
  return [
    { label: words.buttons.context, call: `context ${quote.id}` },
    { label: words.buttons.card, call: `card ${quote.id}` },
    ...others,
  ];
}

/** Of a button's call: fits every platform. */
export const maxCall = 56;
export const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);

export function speakerText({ name, role, description }: Speaker, { words }: Asked): readonly Run[] {
  if (name === undefined) return [{ text: description ?? words.quote.unnamed }];
  return [{ text: name, style: "bold" }, ...(role === undefined ? [] : [{ text: `, ${role}` }])];
}

/** "to Voice of America · Censor.NET, 24 November 2026 · link · also in …". */
function sourceText({ quote, article, alsoIn }: QuoteHit, { words }: Asked): readonly Run[] {
  const relayed =
    quote.relayedVia !== undefined && quote.relayedVia !== article.outlet ? [{ text: `${words.quote.to(quote.relayedVia)} · ` }] : [];
  const outlet = article.outlet || words.pasted;
  const date = article.publishedAt ? `, ${dateWords(article.publishedAt, words)}` : "";
  const link = article.url !== undefined && /^https?:/.test(article.url) ? [{ text: " · " }, { text: words.link, link: article.url }] : [];
  const others = [...new Set(alsoIn.map(({ outlet }) => outlet))].filter((name) => name !== article.outlet);
  const also = others.length > 0 ? [{ text: ` · ${words.quote.alsoIn(others)}` }] : [];
  return [...relayed, { text: `${outlet}${date}` }, ...link, ...also];
}
