import type { Mention } from "../model/quote.ts";
import type { Edit, Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import { type Cut, findAsides, findLastAsides } from "./asides.ts";
import { isBalanced } from "./balance.ts";
import { repairMarks } from "./marks.ts";
import { standsAlone } from "./standing.ts";
import { findTail, type TitleCut } from "./tail.ts";
import { labelTurn, type Turn } from "./turns.ts";

export interface ShapedSentence {
  readonly text: string;
  /** Offsets into the article; applied to the span they give `text`. */
  readonly edits: readonly Edit[];
}

/** What a sentence is shaped with. */
export interface ShapeOptions {
  readonly lang: string;
  readonly maxWords: number;
  readonly mentions: readonly Mention[];
  /** A page lost the full stop behind it, so one is set. */
  readonly unstopped?: boolean;
  /** The article would otherwise tell nothing: an aside may go with its number, never a number of the main clause. */
  readonly lastResort?: boolean;
  /** The turn of a conversation that the sentence stands in. */
  readonly turn?: Turn;
  /** A headline is shorter than a sentence may become, and it may end before a denial or a hedge; "phrase": before a phrase of place or time too. */
  readonly forTitle?: TitleCut;
}

/**
 * A source sentence as a bullet: caption and dateline off, opening pronoun named, then the least needed pieces while it is too long.
 * Undefined when it cannot stand alone in `maxWords` words. Nothing is reworded: every change is an edit on record.
 */
export function shapeSentence(
  article: string,
  span: Span,
  { lang, maxWords, mentions, unstopped, lastResort, turn, forTitle }: ShapeOptions,
): ShapedSentence | undefined {
  const marks = repairMarks(article, span);
  if (!isBalanced(joinEdits(article, span, marks))) return undefined; // half a quotation: whose words these are is elsewhere
  const label = turn && labelTurn(span, turn);
  const words = { ...span, start: label?.end ?? span.start };
  const edits = [...(label ? [label] : []), ...openSentence(article, words, lang, mentions), ...marks];
  if (unstopped) edits.push({ start: span.end, end: span.end, text: ".", why: "full stop set" });
  const fits = (): boolean => countWords(joinEdits(article, span, edits)) <= maxWords;
  if (!fits()) {
    cutAsides(article, span, edits, (sentence) => findAsides(sentence, lang), fits);
    if (!fits() && lastResort) cutAsides(article, span, edits, findLastAsides, fits);
    if (!fits()) cutTail(article, span, edits, { lang, maxWords, forTitle });
    if (!fits()) return undefined;
  }
  const text = applyEdits(article, span, edits);
  return standsAlone(text, lang) ? { text, edits: edits.toSorted((a, b) => a.start - b.start) } : undefined;
}

/** What goes from the head whatever the length: caption, dateline, connective; then the name for an opening pronoun. */
function openSentence(article: string, span: Span, lang: string, mentions: readonly Mention[]): Edit[] {
  const edits: Edit[] = [];
  let at = span.start;
  for (const { find, why } of heads) {
    const length = find(article.slice(at, span.end), lang);
    if (length > 0) edits.push({ start: at, end: at + length, text: "", why });
    at += length;
  }
  const named = nameSubject(article, at, span, mentions);
  if (named) edits.push(named);
  for (const { index, 0: words } of article.slice(at, span.end).matchAll(pointer))
    edits.push({ start: at + index, end: at + index + words.length, text: "", why: "pointer to a picture" });
  return edits;
}

const heads: readonly { readonly find: (sentence: string, lang: string) => number; readonly why: string }[] = [
  { find: (sentence) => heading.exec(sentence)?.[0].length ?? 0, why: "heading" },
  { find: (sentence) => marker.exec(sentence)?.[0].length ?? 0, why: "list mark or time of posting" },
  { find: (sentence) => promotion.exec(sentence)?.[0].length ?? 0, why: "promotion" },
  { find: findDateline, why: "dateline" },
  {
    find: (sentence, lang) => (connective.exec(sentence) ?? (lang === "en" ? /^so\s(?=\p{L})/iu.exec(sentence) : null))?.[0].length ?? 0,
    why: "connective",
  },
  { find: (sentence) => announcement.exec(sentence)?.[0].length ?? 0, why: "announcement" },
];

/** "- A new quay -The board …", as AFP parts its articles. */
const heading = /^[-–—]\s[^-–—]{3,60}\s[-–—]\s?(?=["“«]?\p{Lu})/u;

/** "- ", "3) " of a list; "14:35 ", "13.52: ", "13:40 GMT — " of a live blog. */
const marker =
  /^(?:[-–—•*·]\s+|\d{1,2}\)\s+|\[?\d{1,2}[:.]\d{2}\]?(?:\s?(?:[ap]\.?m\.?|Uhr|GMT|UTC|[BC]ES?T|E[SD]?T))?(?:\s?[:–—|-])?\s+(?=[\p{Lu}“"„«]))/u;

const promotion = /^(?:scroll down for videos?|click here for videos?)[.:…]*\s/iu;

/** "(pictured)", ", left,": speaks of a picture that a bullet does not show. */
const pointer =
  /\s\((?:(?:not |file )?pictured|left|right|centre|center|above|below|seen|far left|far right|circled|file|inset|[tf]\.\s?[vhn]\.|l\.|r\.|v\.\s?l\.|links|rechts|im bild|à gauche|à droite|au centre|izq\.|izda\.|dcha\.|ліворуч|праворуч|зліва|справа|слева|на фото)[^()]{0,30}\)|,\s(?:pictured|seen here)(?:\s(?:above|below|left|right|together|here))?(?=[,.])/giu;

/** "This is the moment", "It comes after": what came is told by the clause that follows, where that has a verb of its own. */
const announcement =
  /^this is the (?:\p{L}+ ){0,2}moment (?:that |when )?(?=(?:an?|the) )|^(?:it|this|that|the (?:news|move))\s(?:comes|came)\s(?:after|as)\s(?=(?:\p{Lu}|the\s|an?\s)[^,]{1,60}\s(?:was|were|is|are|has|have|had|will|announced|said)\s)|^(?:напомним|добавим|отметим|уточним|нагадаємо|додамо|зазначимо|відзначимо)(?:\s(?:также|также,|також|також,))?,\s(?:що\s|что\s)?/iu;

function cutAsides(article: string, span: Span, edits: Edit[], find: (sentence: string) => readonly Cut[], fits: () => boolean): void {
  const from = headEnd(span, edits);
  const opened = edits.find(({ start, end }) => start === span.start && end === start)?.text ?? "";
  for (const cut of find(article.slice(from, span.end))) {
    if (fits()) return;
    if (!isBalanced(opened + article.slice(from, from + cut.start))) continue; // inside a quotation, which stays word for word
    const edit = { start: from + cut.start, end: from + cut.end, text: "", why: cut.why };
    if (!edits.some((other) => other.start < edit.end && edit.start < other.end)) edits.push(edit);
  }
}

function cutTail(
  article: string,
  span: Span,
  edits: Edit[],
  { lang, maxWords, forTitle }: Pick<ShapeOptions, "lang" | "maxWords"> & { readonly forTitle: TitleCut | undefined },
): void {
  const from = headEnd(span, edits);
  const without = (cut: Span): readonly Edit[] => [
    ...edits.filter((edit) => edit.end <= cut.start || edit.start >= cut.end),
    { ...cut, text: "", why: "" },
  ];
  const fits = ({ start, end }: Span): boolean => {
    const cut = { start: from + start, end: from + end };
    const splits = edits.some((edit) => edit.start < cut.start && cut.start < edit.end);
    return !splits && countWords(joinEdits(article, span, without(cut))) <= maxWords;
  };
  const tail = findTail(article.slice(from, span.end), lang, fits, forTitle);
  if (!tail) return;
  const cut = { ...tail, start: from + tail.start, end: from + tail.end };
  edits.splice(0, edits.length, ...edits.filter((edit) => edit.end <= cut.start || edit.start >= cut.end), cut);
}

/** Where the sentence proper begins: behind what was cut from its head. */
function headEnd(span: Span, edits: readonly Edit[]): number {
  let at = span.start;
  for (const edit of edits) if (edit.start === at && edit.text === "") at = edit.end;
  return at;
}

/** The span of the article with the edits applied, white space and the first letter put right as `tidy` does. */
export const applyEdits = (article: string, span: Span, edits: readonly Edit[]): string => tidy(joinEdits(article, span, edits));

function joinEdits(article: string, span: Span, edits: readonly Edit[]): string {
  let text = "";
  let at = span.start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += article.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + article.slice(at, span.end);
}

/** What every cut needs: single spaces, none before a stop, a capital at the head. */
function tidy(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .replace(/,+([,.;!?])/g, "$1")
    .trim();
  return plain.replace(/^"\s/, '"').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Length of "KYIV, Nov 23 (Reuters) — " or "(CNN) " at the head; 0 when there is none. */
export function findDateline(sentence: string): number {
  const patterns = [
    /^[\p{Lu}][\p{L}.’' -]{1,40}(?:,\s[\p{L}\p{N}.,/ ]{2,40})?\s\((?:[\p{L}.&/ ]{2,30})\)\s?[—–:-]{1,2}\s?/u,
    /^\((?:[\p{L}.&/ ]{2,30})\)\s?(?:[—–-]{1,2}\s?)?(?!(?<=\p{Lu}.*)\p{Ll})/u,
    /^\p{Lu}{3,}(?:[ ,]+\p{Lu}[\p{L}.]*){0,3}(?:,? \p{L}{3,9}\.? \d{1,2}|,? \d{1,2}\.? \p{L}{3,9})?\s?[—–]\s?/u,
  ];
  return patterns.map((pattern) => pattern.exec(sentence)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

/** "He" at the head, or "the official" where the subject stands, becomes the name that the article's cast knows. */
function nameSubject(article: string, start: number, span: Span, mentions: readonly Mention[]): Edit | undefined {
  const mention = mentions.find(
    ({ kind, ...each }) => each.end <= span.end && each.start >= start && (kind === "pronoun" || kind === "description"),
  );
  if (!mention) return undefined;
  const words = article.slice(mention.start, mention.end);
  return { start: mention.start, end: mention.end, text: mention.name, why: `${words} → ${mention.name}` };
}

/** A word that only ties the sentence to the one before it. */
const connective =
  /^(?:(?:but|and|yet)\s(?=\p{L})|(?:however|meanwhile|moreover|furthermore|also|now|then|instead|still|in addition|for example|for instance|as a result|finally)(?:,\s|\s(?=the\s))|(?:mais|et|or|car|pero|y|men|og|aber|und|doch|denn|але|та|й|но)\s(?=\p{L})|(?:en effet|toutefois|cependant|pourtant|par ailleurs|en outre|ainsi|sin embargo|no obstante|asimismo|además|imidlertid|dessuten|likevel|проте|однак|однако|при этом|при цьому),\s)/iu;
