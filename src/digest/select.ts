import type { Article } from "../model/article.ts";
import type { Mention } from "../model/quote.ts";
import type { Edit, Span } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { clauseWords } from "./clauses.ts";
import { findForeign } from "./foreign.ts";
import { type Piece, splitGlued } from "./glue.ts";
import { findLikelihood, type Likelihood } from "./likelihood.ts";
import { isNews } from "./news.ts";
import { shapeSentence } from "./shape.ts";
import { findTurns, type Turn } from "./turns.ts";

export interface Candidate {
  readonly article: Article;
  readonly span: Span;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Place among the article's sentences, 0 = first. */
  readonly place: number;
  /** What it is worth to a reader beside its words, 0..1. */
  readonly weight: number;
}

/** Later sentences than this are never better than earlier ones in news, and work stays bounded. */
const sentencesRead = 60;

/** An article as its bullets are chosen from: the sentences that could stand as one, and how likely its words are in a summary of it. */
export interface Reading {
  readonly candidates: readonly Candidate[];
  readonly likelihood: Likelihood;
  /** The sentences that were read. */
  readonly sentences: readonly string[];
}

export function readArticle(article: Article, maxWords: number, mentions: readonly Mention[]): Reading {
  const text = article.text.slice(0, 40_000);
  const turns = findTurns(text);
  const read = readSentences(text, article.lang, turns);
  const sentences = read.map(({ start, end }) => text.slice(start, end));
  const unmarked = findInsideQuotes(text);
  const shapeAll = (lastResort: boolean): readonly Candidate[] =>
    read.flatMap(({ unstopped = false, ...span }, place) => {
      if (unmarked(span) || (unstopped && !says.test(sentences[place]!))) return [];
      const lostStop = unstopped || (lastResort && endsOpen(sentences[place]!));
      const turn = turnOf(span, turns);
      const options = { lang: article.lang, maxWords, mentions, unstopped: lostStop, lastResort, ...(turn && { turn }) };
      const shaped = shapeSentence(article.text, span, options);
      if (!shaped) return [];
      const said = text.slice(Math.max(span.start, turn?.wordsFrom ?? 0), span.end);
      return [{ article, span, place, ...shaped, weight: weigh(said, turn?.speaker === undefined ? shaped.text : "", place) }];
    });
  const found = shapeAll(false);
  return { candidates: found.length > 0 ? found : shapeAll(true), likelihood: findLikelihood(sentences, article.title), sentences };
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

/** What a later sentence is worth of the first, which says what happened. */
const ofLater = 0.94;
/** What an unmarked "I" or "we" leaves of a sentence's worth: somebody speaks, and a reader does not see who. */
const ofVoice = 0.6;
/** What is left of a picture's caption, which speaks of what the reader does not see. */
const ofCaption = 0.85;

/** `unmarked` is the text in which nobody is named to speak. */
const weigh = (source: string, unmarked: string, place: number): number =>
  (place > 0 ? ofLater : 1) * (firstPerson.test(unmarked.replace(quotedText, "")) ? ofVoice : 1) * (caption.test(source) ? ofCaption : 1);

/** "Grand finale: …", "(left)". */
const caption = /\((?:pictured|left|right|centre|center|above|below)|,\s(?:pictured|seen here)|^(?![-–—]\s)[\p{L}’' -]{3,30}:\s/iu;

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

/** A glued piece without its stop is a sentence only where something is said in it: "A look at the charges" heads a list. */
const says = new RegExp(
  `\\s(?:${clauseWords.en?.predicate}|\\p{Ll}{3,}s(?=\\s(?:on|in|at|to|for|with|as|out|up|off|after|from|his|her|their|its|the|an?)\\s))(?!\\p{L})`,
  "u",
);

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
