import type { QuoteHit } from "../model/quote.ts";
import { splitSentences } from "../text/sentences.ts";

export interface Surrounded {
  /** What the sentence says before the words; "" where it begins with them. White space as it stands. */
  readonly before: string;
  /** The words, in the source's own marks where both stand there. */
  readonly words: string;
  readonly after: string;
}

/** UTF-16 units on each side of the words: a line or two; the button shows the rest. */
const longestSide = 280;

/** The words of a quotation in the sentences that they stand in. `before + words + after` is the source's text, but for marks that lack their pair. */
export function surround({ quote, context }: Pick<QuoteHit, "quote" | "context">): Surrounded {
  const { text, start, end } = context;
  const sentences = splitSentences(text, quote.lang);
  const from = sentences.findLast((sentence) => sentence.start <= start)?.start ?? start;
  const to = Math.max(sentences.find((sentence) => sentence.end >= end)?.end ?? end, end + Number(closing.test(text.slice(end))));
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  const [open, close] = [opening.exec(before)?.[0] ?? "", closing.exec(after)?.[0] ?? ""];
  const isPair = open !== "" && close !== "";
  return {
    before: cutBeginning(before.slice(0, before.length - open.length)),
    words: isPair ? open + quote.text + close : quote.text,
    after: cutEnd(after.slice(close.length)),
  };
}

const opening = /[“”"„«»‟″][\u00a0\u202f]?$/; // French keeps its marks off the words
const closing = /^[\u00a0\u202f]?[”“"»«″]/;

/** Cut between words; a text without spaces is left out, for half a sign is none. */
function cutBeginning(text: string): string {
  if (text.length <= longestSide) return text;
  const kept = text.slice(-longestSide);
  const space = kept.search(/\s/);
  return space < 0 ? "…" : `…${kept.slice(space)}`;
}

function cutEnd(text: string): string {
  if (text.length <= longestSide) return text;
  const kept = text.slice(0, longestSide);
  return `${kept.slice(0, Math.max(0, kept.search(/\s\S*$/)))}…`;
}
