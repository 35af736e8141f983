import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import { findMarkedText, type MarkedSegment } from "../marks.ts";
import { givenGender, isPersonWord } from "./names.ts";
import { isAge } from "./phrase.ts";
import { sentenceStarts, type Token, tokenize } from "./tokens.ts";

/** Words that somebody may have spoken, without their marks, within one paragraph. */
export interface SpokenSegment extends Span {
  readonly paragraph: number;
  /** A quotation mark, or the dash that opens speech. */
  readonly open: string;
  /** Where its mark or dash begins and where the text goes on behind it. */
  readonly outer: Span;
  readonly closed: boolean;
  readonly isDash: boolean;
  /** A cue stands right behind it inside the marks or after a dash. */
  readonly hasInnerCue: boolean;
}

export interface SpokenText {
  readonly paragraphs: readonly Span[];
  readonly segments: readonly SpokenSegment[];
}

/** Marked quotations and speech after dashes, in order; a cue that stands inside («A, — said X. — B») parts them. */
export function findSpoken(text: string, grammar: Grammar): SpokenText {
  const { paragraphs, segments: marked } = findMarkedText(text);
  const byParagraph = Map.groupBy(marked, ({ paragraph }) => paragraph);
  const segments = paragraphs.flatMap((paragraph, index) => {
    const own = byParagraph.get(index) ?? [];
    const carried = carriedOver(text, paragraph, index, byParagraph.get(index - 1)?.at(-1));
    const inMarks = [...carried, ...own].flatMap((segment) => partMarked(text, segment, grammar));
    return [...inMarks, ...findDashed(text, paragraph, index, own, grammar)].toSorted((a, b) => a.start - b.start);
  });
  return { paragraphs, segments: withoutOverlaps(segments) };
}

/** Marks inside a dashed line are a quotation in a quotation: the outer one stays. */
function withoutOverlaps(segments: readonly SpokenSegment[]): readonly SpokenSegment[] {
  let end = -1;
  return segments.filter((segment) => {
    if (segment.end <= segment.start || segment.start < end) return false;
    end = segment.end;
    return true;
  });
}

/** The end of a quotation that was left open in the paragraph before and is closed in this one, with no mark in front. */
function carriedOver(text: string, paragraph: Span, index: number, before: MarkedSegment | undefined): readonly MarkedSegment[] {
  if (!before || before.closed) return [];
  const firstMark = /["“”„«»]/.exec(text.slice(paragraph.start, paragraph.end));
  if (!firstMark || firstMark.index === 0 || !closesWhat(before.open, firstMark[0])) return [];
  return [{ paragraph: index, open: before.open, closed: true, start: paragraph.start, end: paragraph.start + firstMark.index }];
}

const closesWhat = (open: string, close: string): boolean =>
  ({ "«": "»", "„": "“”", "“": "”", '"': '"', "»": "«" })[open]?.includes(close) ?? false;

function partMarked(text: string, segment: MarkedSegment, grammar: Grammar): readonly SpokenSegment[] {
  const open = openingOf(text, segment);
  const close = segment.closed ? behindMark(text, segment.end) : segment.end;
  const parts = partByCue(text, segment, grammar, {
    dash: true,
    comma: grammar.commaCue && grammar.dash === "line" ? true : !segment.closed,
  });
  return parts.map(({ start, end, cued }, at) => ({
    start,
    end,
    paragraph: segment.paragraph,
    open: segment.open,
    outer: { start: at === 0 ? open : start, end: at === parts.length - 1 && !cued ? close : end },
    closed: segment.closed || cued,
    isDash: false,
    hasInnerCue: cued,
  }));
}

const openingOf = (text: string, { start, open }: MarkedSegment): number => {
  const at = text.lastIndexOf(open, start);
  return at >= 0 && start - at <= 3 ? at : start;
};

const behindMark = (text: string, end: number): number => end + (/^\s*["”“»«″]?/.exec(text.slice(end, end + 4))?.[0].length ?? 0);

interface Part extends Span {
  readonly cued: boolean;
}

/** Cuts "A, — said X. — B" into A and B. */
function partByCue(
  text: string,
  span: Span,
  grammar: Grammar,
  style: { readonly dash: boolean; readonly comma: boolean },
): readonly Part[] {
  const parts: Part[] = [];
  let from = span.start;
  for (;;) {
    const cue = findInnerCue(text, from, span.end, grammar, style);
    if (!cue) break;
    parts.push({ ...trimPart(text, from, cue.start), cued: true });
    if (cue.resume === undefined) return parts;
    from = cue.resume;
  }
  parts.push({ ...trimPart(text, from, span.end), cued: false });
  return parts;
}

interface InnerCue {
  readonly start: number;
  /** Where the words go on; undefined when they do not. */
  readonly resume: number | undefined;
}

/** Longest way from a dash or comma to its verb, in words. */
const cueReach = 6;

function findInnerCue(
  text: string,
  from: number,
  to: number,
  grammar: Grammar,
  style: { readonly dash: boolean; readonly comma: boolean },
): InnerCue | undefined {
  const borders = /(?:[,.!?…]\s?|\s|(?<=\S))[—–-](?=\s|\p{L})\s?|[,!?…]\s(?=\p{L})/gu;
  borders.lastIndex = from;
  for (let border = borders.exec(text); border && border.index < to; border = borders.exec(text)) {
    if (border.index <= from) continue;
    const byDash = /[—–-]/.test(border[0]);
    if (byDash ? !style.dash || !isCueDash(border[0], grammar) : !style.comma) continue;
    const begin = border.index + border[0].length;
    const clause = text.slice(begin, Math.min(to, begin + 260));
    const broken = grammar.commaCue && style.comma && /^[!?…]/.test(border[0]) && /^\p{Ll}/u.test(clause); // "Et la sécurité ? l'a interpellée …"
    if (!broken && !beginsWithCue(clause, grammar, byDash)) continue;
    const kept = /^[.!?…]/.exec(border[0])?.[0].length ?? 0; // "А завтра? — спросил …": the mark belongs to the words
    return { start: border.index + kept, resume: resumeAfter(text, begin, to, byDash, grammar) };
  }
  return undefined;
}

/** A hyphen inside a word is no dash; Spanish sets the dash close to the cue. */
function isCueDash(border: string, { code }: Grammar): boolean {
  return /\s[—–-]\s?$|[,.!?…]\s?[—–-]\s$/.test(border) || (code === "es" && /—$/.test(border));
}

function beginsWithCue(clause: string, grammar: Grammar, byDash: boolean): boolean {
  const words = tokenize(clause.slice(0, 90), 0, grammar);
  const verb = words.findIndex(({ lower }) => grammar.verbs.has(lower));
  if (verb < 0 && looksLikeCue(words, grammar, byDash)) return true;
  const reach = byDash ? cueReach : 3;
  if (verb < 0 || verb > reach) return false;
  const before = words.slice(0, verb);
  if (before.some(({ isWord }) => !isWord)) return false;
  if (byDash) return !/^\p{Lu}/u.test(clause) || before.length > 0;
  const next = words[verb + 1];
  return (
    before.every(({ lower }) => grammar.between.has(lower)) && (next === undefined || startsSubject(next.lower, next.capital, grammar))
  );
}

/** A word that no list has, in a verb's place, before a trade or a name: ", medgir prosjektleder X", "— кричал инспектор X". */
function looksLikeCue(words: readonly Token[], grammar: Grammar, byDash: boolean): boolean {
  const [first, ...rest] = words.filter(({ lower }) => !grammar.between.has(lower));
  if (!first?.isWord || first.capital || grammar.openers.has(first.lower) || grammar.prepositions.has(first.lower)) return false;
  if (
    byDash &&
    !(grammar.genderOfVerb?.he.test(first.lower) || grammar.genderOfVerb?.she.test(first.lower) || grammar.presentVerb?.test(first.lower))
  )
    return false;
  if (!byDash && grammar.code !== "nb") return false;
  const next = rest.slice(0, byDash ? 6 : 3);
  const name = next.findIndex(({ capital }) => capital);
  const trade = next.findIndex(({ lower }) => isPersonWord(lower, grammar));
  if (byDash && rest[0] && isAge(rest[0].lower)) return true;
  if (byDash && name >= 0 && givenGender(next[name]!.text, grammar) !== undefined && next.slice(0, name).every(({ isWord }) => isWord))
    return true;
  return name >= 0 && (byDash ? trade >= 0 || name <= 1 : trade === 0) && next.slice(0, name).every(({ isWord }) => isWord);
}

/** Norwegian sets nouns without an article: anything but "at" may be who speaks. */
function startsSubject(lower: string, capital: boolean, grammar: Grammar): boolean {
  if (grammar.code === "nb") return !/^(?:at|om|seg)$/.test(lower);
  return (
    capital ||
    grammar.pronouns.he.has(lower) ||
    grammar.pronouns.she.has(lower) ||
    grammar.pronouns.they.has(lower) ||
    grammar.definite.has(lower) ||
    grammar.indefinite.has(lower) ||
    grammar.between.has(lower) ||
    grammar.people.he.has(lower) ||
    grammar.people.she.has(lower) ||
    grammar.verbs.has(lower) ||
    (grammar.peopleEndings?.he.test(lower) ?? false) ||
    (grammar.peopleEndings?.she.test(lower) ?? false)
  );
}

/** Behind the cue the words go on after another dash; in French after a comma or, in a dashed line, after a full stop. */
function resumeAfter(text: string, begin: number, to: number, byDash: boolean, { code, dash: dashStyle }: Grammar): number | undefined {
  const rest = text.slice(begin, to);
  if (byDash) {
    const dash = code === "es" ? /—[.,;:]?\s/.exec(rest) : /[.,;:!?]?\s?[—–-]\s(?=\S)/.exec(rest.replace(/\p{L}-\p{L}/gu, "xxx"));
    if (!dash || (dashStyle === "sentence" && hasOwnSentence(rest.slice(0, dash.index)))) return undefined;
    return begin + dash.index + dash[0].length;
  }
  if (code !== "fr") return undefined;
  const next = /,\s(?=(?:mais|et|ou|car|donc|puis)\s)|\.\s(?=\p{Lu})/u.exec(rest);
  return next ? begin + next.index + next[0].length : undefined;
}

/** "– powiedziała Ewa. Wyszła. „…” – …": a sentence between cue and dash tells that the words had ended. */
const hasOwnSentence = (between: string): boolean => sentenceStarts(between).length > 1;

function trimPart(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s—–]/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** Where a dash opens speech; Spanish sets it close to the first word, so that it cannot be mistaken for one that parts clauses. */
const opening = {
  line: /(?:^|\n)[—–-]\s?(?=[\p{Lu}¿¡…])/gu,
  sentence: /(?:^|\n|[.!?:…]\s|[.!?…][”»"]\s)[—–-]\s(?=[\p{Lu}…])/gu,
  close: /(?:^|\n)[—–-]\s?(?=[\p{Lu}¿¡…])|[.!?:…]\s[—–](?=[\p{Lu}¿¡…])/gu,
} as const;

/** Speech that a dash opens: at the head of a line; in Polish and Norwegian also after a sentence. */
function findDashed(
  text: string,
  paragraph: Span,
  index: number,
  marked: readonly MarkedSegment[],
  grammar: Grammar,
): readonly SpokenSegment[] {
  if (grammar.dash === "none") return [];
  const own = text.slice(paragraph.start, paragraph.end);
  const pattern = opening[grammar.code === "es" ? "close" : grammar.dash];
  const openings = [...own.matchAll(pattern)]
    .map((match) => ({
      dash: paragraph.start + match.index + match[0].search(/[—–-]/),
      words: paragraph.start + match.index + match[0].length,
    }))
    .filter(({ dash }) => !marked.some(({ start, end }) => dash >= start && dash < end));
  return openings.flatMap(({ dash, words }, at) => {
    const line = text.indexOf("\n", words);
    const end = Math.min(openings[at + 1]?.dash ?? paragraph.end, line < 0 ? paragraph.end : line, paragraph.end);
    const parts = partByCue(text, { start: words, end }, grammar, { dash: true, comma: grammar.commaCue });
    return parts.map((part, place) => ({
      start: part.start,
      end: part.end,
      paragraph: index,
      open: "–",
      outer: { start: place === 0 ? dash : part.start, end: part.end },
      closed: true,
      isDash: true,
      hasInnerCue: part.cued,
    }));
  });
}
