import type { Article } from "../../src/model/article.ts";
import type { Quote } from "../../src/model/quote.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { type ExpectedQuote, readTestArticles, type TestArticle } from "./articles.ts";
import type { Row } from "./row.ts";

/** Quotes of one invented article, expected ones beside those found. */
export interface Comparison {
  readonly article: TestArticle;
  readonly pairs: readonly { readonly expected: ExpectedQuote; readonly found: Quote }[];
  readonly missed: readonly ExpectedQuote[];
  readonly spurious: readonly Quote[];
}

export function compareArticle(article: TestArticle): Comparison {
  const left = [...extractQuotes(asArticle(article))];
  const pairs: Comparison["pairs"][number][] = [];
  const missed: ExpectedQuote[] = [];
  for (const expected of article.quotes) {
    const at = left.findIndex(({ text }) => trimEnd(text) === trimEnd(expected.words));
    if (at < 0) missed.push(expected);
    else pairs.push({ expected, found: left.splice(at, 1)[0]! });
  }
  return { article, pairs, missed, spurious: left };
}

const trimEnd = (text: string): string => text.replace(/[\s,.;:]+$/, "");

const asArticle = ({ lang, name, text }: TestArticle): Article => ({
  id: `${lang}/${name}`,
  version: 1,
  hash: "",
  title: "",
  text,
  lang,
  outlet: "",
  fetchedAt: new Date(0),
});

export const isSpeakerRight = (expected: ExpectedQuote, { speaker }: Quote): boolean => speaker.name === expected.speaker;
export const isViaRight = (expected: ExpectedQuote, { relayedVia }: Quote): boolean => relayedVia === expected.via;
export const isRoleRight = ({ role }: ExpectedQuote, { speaker }: Quote): boolean => role === undefined || speaker.role === role;
export const isCueRight = ({ cue }: ExpectedQuote, quote: Quote): boolean =>
  cue === undefined || quote.cue?.toLowerCase() === cue.toLowerCase();

/** Everything as expected: the words, who, in which role, by which word, through whom. */
export const isAllRight = ({ pairs, missed, spurious }: Comparison): boolean =>
  missed.length === 0 &&
  spurious.length === 0 &&
  pairs.every(({ expected, found }) => [isSpeakerRight, isViaRight, isRoleRight, isCueRight].every((isRight) => isRight(expected, found)));

/** Quotes in seven languages on the project's own invented articles; a row a language and measure. */
export async function measure(): Promise<readonly Row[]> {
  const byLanguage = Map.groupBy(readTestArticles(), ({ lang }) => lang);
  const unseen = readTestArticles("unseen").map(compareArticle);
  return [
    ...[...byLanguage].flatMap(([lang, articles]) => measureLanguage(lang, articles.map(compareArticle))),
    ...measureLanguage("later ones", unseen).filter(({ measure: name }) => /^(?:span|speaker|joint)/.test(name)),
  ];
}

function measureLanguage(lang: string, comparisons: readonly Comparison[]): readonly Row[] {
  const pairs = comparisons.flatMap((each) => each.pairs);
  const expected = comparisons.reduce((sum, { article }) => sum + article.quotes.length, 0);
  const found = pairs.length + comparisons.reduce((sum, { spurious }) => sum + spurious.length, 0);
  const right = pairs.filter((pair) => isSpeakerRight(pair.expected, pair.found)).length;
  const share = (isRight: (expected: ExpectedQuote, found: Quote) => boolean, of = pairs): number =>
    percent(of.filter((pair) => isRight(pair.expected, pair.found)).length, of.length);
  const row = (measure: string, value: number, target = ""): Row => ({ task: "languages", set: lang, measure, value, target });
  return [
    row(`span exact F1 of ${expected}`, f1(pairs.length, found, expected), "≥ 95"),
    row("speaker", share(isSpeakerRight), "≥ 90"),
    row("joint F1", f1(right, found, expected), "≥ 88"),
    row(
      "role",
      share(
        isRoleRight,
        pairs.filter((pair) => pair.expected.role !== undefined),
      ),
    ),
    row(
      "cue",
      share(
        isCueRight,
        pairs.filter((pair) => pair.expected.cue !== undefined),
      ),
    ),
    row("outlet spoken to", share(isViaRight)),
    row("articles wholly right", percent(comparisons.filter(isAllRight).length, comparisons.length)),
  ];
}

const percent = (part: number, of: number): number => (of === 0 ? 100 : (100 * part) / of);
const f1 = (right: number, found: number, expected: number): number => percent(2 * right, found + expected);
