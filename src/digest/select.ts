import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";
import type { Edit, Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { contentWords, countWords } from "../text/words.ts";
import { findForeign } from "./foreign.ts";
import { type Piece, splitGlued } from "./glue.ts";
import { isNews } from "./news.ts";
import fitted from "./select.weights.json" with { type: "json" };
import { shapeSentence } from "./shape.ts";
import { findTurns, type Turn } from "./turns.ts";

export interface Candidate {
  readonly article: Article;
  readonly span: Span;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Place among the article's sentences, 0 = first. */
  readonly place: number;
  readonly score: number;
}

/** Later sentences than this are never better than earlier ones in news, and work stays bounded. */
const sentencesRead = 60;

/** What a sentence's score is made of: each 0..1, weighed by `select.weights.json`. */
export interface Features {
  /** 1 for the first sentence, halved every few sentences. */
  readonly early: number;
  readonly first: number;
  /** The same as `early`, falling faster. */
  readonly near: number;
  /** Share of its words that other sentences say too. */
  readonly about: number;
  /** The same against the first three sentences. */
  readonly lead: number;
  readonly length: number;
  readonly number: number;
  readonly name: number;
  readonly quoted: number;
  /** "I", "we", "you" outside quotation marks: somebody's voice, unmarked. */
  readonly voice: number;
  /** A picture's caption: "Grand finale: …", "(left)". */
  readonly caption: number;
  /** Share of the sentence's words that had to be cut. */
  readonly cut: number;
}

/** Sentences of an article that could stand as bullets, each with its score: early, central to the article, concrete. */
export function findCandidates(article: Article, maxWords: number, mentions: readonly Mention[]): readonly Candidate[] {
  return findFeatures(article, maxWords, mentions).map(({ features, ...candidate }) => ({
    ...candidate,
    score: weigh(features, fitted.weights),
  }));
}

/** The same before weighing: what `scripts/fit-bullets.ts` fits on. */
export function findFeatures(
  article: Article,
  maxWords: number,
  mentions: readonly Mention[],
): readonly (Omit<Candidate, "score"> & { readonly features: Features })[] {
  const text = article.text.slice(0, 40_000);
  const turns = findTurns(text);
  const read = readSentences(text, article.lang, turns);
  const words = read.map((span) => contentWords(text.slice(span.start, span.end)));
  const counts = countDocuments(words, article.title);
  const lead = new Set(words.slice(0, 3).flat());
  const unmarked = findInsideQuotes(text);
  const shapeAll = (lastResort: boolean): ReturnType<typeof findFeatures> =>
    read.flatMap(({ unstopped = false, ...span }, place) => {
      if (unmarked(span)) return [];
      const lostStop = unstopped || (lastResort && endsOpen(text.slice(span.start, span.end)));
      const turn = turnOf(span, turns);
      const options = { lang: article.lang, maxWords, mentions, unstopped: lostStop, lastResort, ...(turn && { turn }) };
      const shaped = shapeSentence(article.text, span, options);
      if (!shaped) return [];
      const said = text.slice(Math.max(span.start, turn?.wordsFrom ?? 0), span.end);
      const features = describe(said, shaped.text, place, counts, lead);
      return [{ article, span, place, ...shaped, features: turn?.speaker === undefined ? features : { ...features, voice: 0 } }];
    });
  const found = shapeAll(false);
  return found.length > 0 ? found : shapeAll(true);
}

/** The sentences that may be told, in text order: news, in one language, and no question of a conversation. */
function readSentences(text: string, lang: string, turns: readonly Turn[]): readonly Piece[] {
  const shouts = !/\p{Ll}/u.test(text);
  const spans = splitSentences(text, lang)
    .flatMap((span) => splitGlued(text, span, lang))
    .filter((span) => isNews(text.slice(span.start, span.end), shouts) && !turnOf(span, turns)?.asks)
    .slice(0, sentencesRead);
  const foreign = findForeign(
    spans.map(({ start, end }) => text.slice(start, end)),
    lang,
  );
  return spans.filter((_, place) => !foreign[place]);
}

const turnOf = ({ start }: Span, turns: readonly Turn[]): Turn | undefined => turns.find((turn) => turn.start <= start && start < turn.end);

export function weigh(features: Features, by: Readonly<Record<string, number>>): number {
  return Object.entries(features).reduce((sum, [name, value]) => sum + (by[name] ?? 0) * value, 0);
}

/** Words by how many sentences of the article say them: what it is about. Title words count double. */
function countDocuments(sentences: readonly (readonly string[])[], title: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of new Set(contentWords(title))) counts.set(word, (counts.get(word) ?? 0) + 2);
  return counts;
}

function describe(source: string, text: string, place: number, counts: ReadonlyMap<string, number>, lead: ReadonlySet<string>): Features {
  const words = [...new Set(contentWords(text))];
  const share = (holds: (word: string) => boolean): number => words.filter(holds).length / Math.max(words.length, 6);
  const length = countWords(text);
  return {
    early: 0.8 ** place,
    first: place === 0 ? 1 : 0,
    near: 0.4 ** place,
    about: share((word) => (counts.get(word) ?? 0) > 1),
    lead: place < 3 ? 0.5 : share((word) => lead.has(word)),
    length: Math.min(length, 30) / 30,
    number: /\d/.test(text) ? 1 : 0,
    name: Math.min((text.match(/(?<=\s)\p{Lu}\p{Ll}/gu) ?? []).length, 4) / 4,
    quoted: /["“”«»„]|\s['‘]/.test(text) ? 1 : 0,
    voice: firstPerson.test(text.replace(quotedText, "")) ? 1 : 0,
    caption: /\((?:pictured|left|right|centre|center|above|below)|,\s(?:pictured|seen here)|^(?![-–—]\s)[\p{L}’' -]{3,30}:\s/iu.test(source)
      ? 1
      : 0,
    cut: 1 - Math.min(1, length / Math.max(countWords(source), 1)),
  };
}

const quotedText = /["“„«][^"“”„«»]*["”“»]|(?<=\s|^)['‘][^'‘’]*['’](?=[\s,.;:!?]|$)/gu;
const firstPerson = /(?<![\p{L}])(?:I|we|you|my|our|your|me|us|je|nous|vous|yo|nosotros|jeg|vi|ich|wir|я|ми|мы)(?:['’]\p{L}+)?(?!\p{L})/u;

/** Whether a sentence lies inside a quotation that opened in an earlier sentence of its paragraph: there nobody shows who speaks. */
function findInsideQuotes(text: string): (span: Span) => boolean {
  const inside = [
    ...text.matchAll(
      /“[^“”]{1,1500}”|«[^«»]{1,1500}»|„[^„“”]{1,1500}[“”]|"[^"\n]{1,1500}"|(?<=^|\s)['‘](?=\p{Lu})(?:(?!['’](?:[\s.,;:)]|$))[^\n]){1,1500}(?<=[.!?,])['’](?=\s|$)/gmu,
    ),
  ].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return (span) => inside.some(({ start, end }) => start < span.start && span.start < end && span.end <= end);
}

/** Words enough for a line to tell something rather than head a section. */
const shortestLine = 7;

/** The same behind the mark of a list: "- Parking: 3 crowns an hour". */
const shortestPoint = 5;
/** Capitals inside a line that no full stop explains: lines of verse, joined. */
const verseBreak =
  /\p{L}[,;]?\s(?:And|The|But|For|With|You|My|To|Over|Where|When|So|Oh?|I|We|He|She|Und|Et|Mais|Y|Og|І|Та|И|Но|Але|А)(?=\s)/gu;

/** A line that lost its full stop, as all do in some copied and scanned texts: with a number or a name in it, unlike most verse, and no menu of capitals. */
function endsOpen(line: string): boolean {
  const words = line.split(/\s+/);
  if (/^(?:[-–—•*·]|\d{1,2}[.)])\s/.test(line)) return words.length > shortestPoint;
  if ((line.match(verseBreak)?.length ?? 0) > 1) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return /[\p{L}\p{N}%)]$/u.test(line) && words.length >= shortestLine && /\s[\p{N}\p{Lu}]/u.test(line) && small > words.length / 2;
}
