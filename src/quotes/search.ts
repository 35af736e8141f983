import type { QuoteHit, QuoteQuery } from "../model/quote.ts";
import { stem, stemsOf } from "../text/stem.ts";
import { nameKey, toLatin } from "../text/transliterate.ts";
import { wordsOf } from "./merge.ts";
import { nameWords } from "./people.ts";

/** Languages a word of a question may belong to: asked without a hint, it is stemmed in each. */
const latinLanguages = ["en", "de", "fr", "es", "pl", "nb"];

/** Index words of one quotation: what was said, and what stands around it (context, speaker in every spelling, outlet). */
export function indexWords(hit: {
  readonly said: string;
  readonly context: string;
  readonly lang: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly outlet: string;
  readonly speakerToken?: string;
}): {
  readonly said: string;
  readonly around: string;
} {
  const around = [
    ...stemsOf(hit.context, hit.lang),
    ...stemsOf(hit.role ?? "", hit.lang),
    ...nameTokens(hit.speaker ?? ""),
    ...outletTokens(hit.outlet),
    ...(hit.speakerToken ? [hit.speakerToken] : []),
  ];
  return { said: stemsOf(hit.said, hit.lang).join(" "), around: around.join(" ") };
}

/** A name's words as stems and as keys that hold across scripts. */
export const nameTokens = (name: string): readonly string[] => nameWords(name).flatMap((word) => [stem(word, "en"), `n${nameKey(word)}`]);

/** An outlet by its words and as a whole: "selholm" and "radioselholm" both find Radio Selholm. */
export const outletTokens = (outlet: string): readonly string[] => {
  const words = toLatin(outlet)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...new Set([...words, words.join("")])].map((word) => `o${word}`);
};

/** The forms under which one word of a question may stand in the index. */
export function wordForms(word: string, lang: string | undefined): readonly string[] {
  const languages = lang === undefined ? latinLanguages : [lang, "en"];
  const stems = /\p{Script=Cyrillic}/u.test(word) ? [stem(word, "uk")] : languages.map((each) => stem(word, each));
  return [...new Set([...stems, `n${nameKey(word)}`])].filter((form) => form.length > 1);
}

export const quoteTerm = (term: string): string => `"${term.replaceAll('"', "")}"`;

/** The question in FTS5's own words: every word in one of its forms, the speaker and the outlet as tokens. Undefined = nothing to match by. */
export function matchExpression(query: QuoteQuery, speakerTokens: readonly string[], all: boolean): string | undefined {
  const words = [...query.words, ...query.phrases.flatMap((phrase) => wordsOf(phrase).filter((word) => word.length > 2))];
  const forms = words.map((word) => wordForms(word, query.lang)).filter((each) => each.length > 0);
  const parts = forms.map((each) => `(${each.map(quoteTerm).join(" OR ")})`);
  const asked = parts.length > 0 ? [`(${parts.join(all ? " AND " : " OR ")})`] : [];
  const speaker = speakerTokens.length > 0 ? [`(${speakerTokens.map(quoteTerm).join(" OR ")})`] : [];
  const outlet = (query.outlet ? outletTokens(query.outlet).slice(0, 1) : []).map((token) => `${quoteTerm(token)} *`);
  const expression = [...asked, ...speaker, ...outlet].join(" AND ");
  return expression === "" ? undefined : expression;
}

const halfLifeDays = 180;

/** How well a quotation answers: words in what was said, then around it, the exact phrase, freshness, and how well it stands alone. */
export function scoreHit(hit: Omit<QuoteHit, "score" | "alsoIn">, query: QuoteQuery, now: Date): number {
  const said = new Set(stemsOf(hit.quote.text, hit.quote.lang));
  const name = new Set(nameTokens(hit.quote.speaker.name ?? ""));
  let score = 0;
  for (const word of query.words) {
    const forms = wordForms(word, query.lang);
    if (forms.some((form) => name.has(form))) score += 3;
    else if (forms.some((form) => said.has(form))) score += 2;
    else score += 0.4;
  }
  const plain = wordsOf(hit.quote.text).join(" ");
  for (const phrase of query.phrases) if (plain.includes(wordsOf(phrase).join(" "))) score += 4;
  const at = (hit.article.publishedAt ?? hit.article.fetchedAt).getTime();
  const ageDays = Math.max(0, now.getTime() - at) / 86_400_000;
  const length = wordsOf(hit.quote.text).length;
  const standsAlone =
    (length >= 6 && length <= 60 ? 0.5 : 0) + (hit.quote.kind === "direct" ? 0.3 : 0) + (hit.quote.speaker.name ? 0.4 : 0);
  return score + 0.5 ** (ageDays / halfLifeDays) + standsAlone;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, at most `limit` + 1. Damerau 1964. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, twoBack[j - 2]! + 1);
      row.push(least);
    }
    twoBack = before;
    before = row;
  }
  return before.at(-1) ?? limit + 1;
}
