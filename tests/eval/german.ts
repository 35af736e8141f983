import type { Row } from "./row.ts";

interface GoldQuote {
  readonly start: number;
  readonly end: number;
  readonly optional?: boolean;
  readonly speaker: string | null;
}

interface FoundQuote {
  readonly start: number;
  readonly end: number;
  readonly speaker?: string | null;
}

export type MentionGold = readonly { readonly id: string; readonly quotes: readonly GoldQuote[] }[];
export type MentionAnswers = readonly { readonly id: string; readonly quotes: readonly FoundQuote[] }[];

/** Two capitals in a row behind the article: a mention that holds a name of its own. "Ein Sprecher des Senders" and "Das Gericht" hold none. */
const holdsName = (mention: string): boolean =>
  !/^eine?s?\s/i.test(mention) && /\p{Lu}[\p{L}-]+\s\p{Lu}[\p{L}-]+/u.test(mention.replace(/^(?:der|die|das|den|dem)\s/i, ""));

/**
 * Speakers in the German set, whose gold gives mentions and no resolved names: of the required segments found with the same place whose
 * mention holds a name, how many were given to somebody named in that mention. Pronouns and descriptions cannot be judged so.
 */
export function measureMentions(gold: MentionGold, answers: MentionAnswers): readonly Row[] {
  const byId = new Map(answers.map(({ id, quotes }) => [id, quotes]));
  const judged = gold.flatMap(({ id, quotes }) =>
    quotes
      .filter(({ optional, speaker }) => !optional && speaker !== null && holdsName(speaker))
      .flatMap((quote) => {
        const found = byId.get(id)?.find(({ start, end }) => Math.abs(start - quote.start) <= 2 && Math.abs(end - quote.end) <= 2);
        return found ? [{ mention: quote.speaker ?? "", name: found.speaker ?? undefined }] : [];
      }),
  );
  const named = judged.filter(({ name }) => name !== undefined);
  const right = named.filter(({ mention, name }) => mention.includes(name!.split(" ").at(-1) ?? ""));
  const share = (part: number, of: number): number => (of === 0 ? 0 : (100 * part) / of);
  return [
    {
      task: "quotes",
      set: "de",
      measure: `speaker named in the mention, of ${judged.length}`,
      value: share(right.length, judged.length),
      target: "",
    },
    { task: "quotes", set: "de", measure: "the same, of those named", value: share(right.length, named.length), target: "" },
  ];
}
