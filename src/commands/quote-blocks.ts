import type { Block, Button, Run } from "../model/message.ts";
import type { QuoteHit, Speaker } from "../model/quote.ts";
import { surround } from "../quotes/around.ts";
import { readDifference } from "../quotes/merge.ts";
import { type Asked, note } from "./command.ts";
import { dateWords } from "./when.ts";

/** One quotation: the source's own words in their sentence, who said them, to whom, where and when they were printed, and where other outlets word it otherwise. */
export function quoteLines(hit: QuoteHit, asked: Asked): readonly Block[] {
  const { quote, alsoIn, outdated } = hit;
  const { before, words, after } = surround(hit);
  return [
    { kind: "quote", before, text: words, after, speaker: speakerText(quote.speaker, asked), source: sourceText(hit, asked) },
    ...(outdated ? [note(asked.words.quote.outdated(quote.version, outdated.newestVersion))] : []),
    ...alsoIn.flatMap(({ outlet, differs }) => (differs === undefined ? [] : [note(differenceText(quote.text, outlet, differs))])),
  ];
}

/** Words kept in both that stand between differences: this many on each side of them show where one is. */
const keptWords = 5;

/** "≠ OUTLET: “We will ~~not~~ **count** the hours”": cut words struck, their own words bold, long stretches that are the same left out. */
function differenceText(ours: string, outlet: string, theirs: string): readonly Run[] {
  const { pieces } = readDifference(ours, theirs);
  const runs = pieces.map((piece, place): Run => {
    if (piece.in === "ours") return { text: piece.text, style: "strike" };
    if (piece.in === "theirs") return { text: piece.text, style: "bold" };
    return { text: shortened(piece.text, place > 0, place < pieces.length - 1) };
  });
  return [{ text: `≠ ${outlet}: “` }, ...runs.flatMap((run, place) => (place === 0 ? [run] : [{ text: " " }, run])), { text: "”" }];
}

function shortened(text: string, follows: boolean, isFollowed: boolean): string {
  const words = text.split(" ");
  if (words.length <= 2 * keptWords + 2) return text;
  return [...(follows ? words.slice(0, keptWords) : []), "…", ...(isFollowed ? words.slice(-keptWords) : [])].join(" ");
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
function sourceText(hit: QuoteHit, asked: Asked): readonly Run[] {
  const { quote, article, outdated } = hit;
  const { words } = asked;
  const relayed =
    quote.relayedVia !== undefined && quote.relayedVia !== article.outlet ? [{ text: `${words.quote.to(quote.relayedVia)} · ` }] : [];
  const outlet = article.outlet || words.pasted;
  const date = article.publishedAt ? dateWords(article.publishedAt, words) : words.quote.readOn(dateWords(article.fetchedAt, words));
  const link = article.url !== undefined && /^https?:/.test(article.url) ? [{ text: " · " }, { text: words.link, link: article.url }] : [];
  const version = quote.version > 1 && !outdated ? [{ text: ` · ${words.quote.version(quote.version)}` }] : [];
  return [...relayed, { text: `${outlet}, ${date}` }, ...link, ...version, ...alsoText(hit, asked)];
}

/** " · first in Hollen Post · also in Radio Selholm (shorter)": those that word it otherwise have a line of their own. */
function alsoText({ alsoIn, article }: QuoteHit, { words }: Asked): readonly Run[] {
  const others = alsoIn.filter(({ outlet }) => outlet !== article.outlet);
  const first = others.find(({ isEarlier }) => isEarlier);
  const rest = others.filter((other) => other !== first && other.differs === undefined);
  const named = rest.map(({ outlet, extent }) => (extent === undefined ? outlet : words.quote[extent](outlet)));
  return [
    ...(first
      ? [{ text: ` · ${words.quote.firstIn(first.extent === undefined ? first.outlet : words.quote[first.extent](first.outlet))}` }]
      : []),
    ...(named.length > 0 ? [{ text: ` · ${words.quote.alsoIn(named)}` }] : []),
  ];
}
