import type { Quote } from "../model/quote.ts";

/**
 * A quotation of several paragraphs opens each with a mark and closes only the last: it is one person's. Where only its end says whose, the
 * paragraphs before it get that speaker.
 */
export function joinChains(text: string, quotes: readonly Quote[]): readonly Quote[] {
  const joined: Quote[] = [];
  for (const quote of quotes.toReversed()) {
    const next = joined.at(-1);
    joined.push(next && isLeftOpen(text, quote, next) && mayTake(quote, next) ? spokenWith(quote, next) : quote);
  }
  return joined.reverse();
}

/** No mark behind the words, and one before those of the next paragraph. */
const isLeftOpen = (text: string, { end }: Quote, { start }: Quote): boolean =>
  start > end && start - end < 40 && /^[^\S\n]*\n\s*["“„«»][^\S\n]*$/u.test(text.slice(end, start));

/** Only a reporting word at the end tells enough, and only of words that nobody is named or described for. */
const mayTake = ({ speaker: own, cue: ownCue }: Quote, { speaker, cue }: Quote): boolean =>
  speaker.name !== undefined && cue !== undefined && ownCue === undefined && own.description === undefined && own.name !== speaker.name;

function spokenWith(quote: Quote, { speaker, cue, relayedVia, group }: Quote): Quote {
  const { mention: _, ...known } = speaker;
  return {
    ...quote,
    speaker: known,
    group,
    ...(cue === undefined ? {} : { cue }),
    ...(relayedVia === undefined ? {} : { relayedVia }),
    why: [...quote.why, `left open: its end is ${speaker.name}'s`],
  };
}
