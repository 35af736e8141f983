import type { Article } from "../model/article.ts";
import type { Edit, Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import { applyEdits, type ShapedSentence } from "./shape.ts";
import { type Tense, type WeekdayWords, weekdayWords } from "./weekdays.ts";

const dayMs = 24 * 60 * 60 * 1000;
/**
 * Days between the publication and the day meant. Six days ago may as well be tomorrow to an outlet east of Greenwich, and so the other
 * way round: only what no time zone changes is sure.
 */
const farthest = 5;

/**
 * The bullet with "on Tuesday" as the date it meant when the article came out, so that it reads the same a week later. Every date is an
 * edit on record. Unsure readings, quotations and names ("Black Friday") stay as they are, and so does a bullet that would grow over
 * `maxWords`.
 */
export function setDates({ text, lang, publishedAt }: Article, span: Span, shaped: ShapedSentence, maxWords: number): ShapedSentence {
  const words = weekdayWords[lang];
  if (!words || !publishedAt) return shaped;
  return findDates(text.slice(span.start, span.end), words, publishedAt)
    .map((date) => ({ ...date, start: date.start + span.start, end: date.end + span.start }))
    .filter((date) => !shaped.edits.some((edit) => edit.start < date.end && date.start < edit.end))
    .reduce((bullet, date) => {
      const edits = [...bullet.edits, date].toSorted((a, b) => a.start - b.start);
      const dated = applyEdits(text, span, edits);
      return countWords(dated) <= maxWords ? { text: dated, edits } : bullet;
    }, shaped);
}

/** A sentence that a bullet of other words rests on. */
export interface CitedSentence {
  readonly article: Article;
  readonly span: Span;
  readonly text: string;
}

/**
 * The same for a bullet in other words than its sources': a weekday becomes a date where a cited sentence means that date by it. What was
 * set is an edit on record in that sentence.
 */
export function setCitedDates(
  bullet: string,
  cited: readonly CitedSentence[],
  maxWords: number,
): { readonly text: string; readonly edits: ReadonlyMap<CitedSentence, readonly Edit[]> } {
  const edits = new Map<CitedSentence, readonly Edit[]>();
  const text = cited.reduce((dated, sentence) => {
    const { lang, publishedAt } = sentence.article;
    const words = weekdayWords[lang];
    if (!words || !publishedAt) return dated;
    const meant = findDates(sentence.text, words, publishedAt);
    const own = findDates(dated, words, publishedAt).filter(({ why }) => meant.some((edit) => edit.why === why));
    const next = own.toReversed().reduce((all, { start, end, text: date }) => all.slice(0, start) + date + all.slice(end), dated);
    if (own.length === 0 || countWords(next) > maxWords) return dated;
    const set = meant.filter(({ why }) => own.some((edit) => edit.why === why));
    edits.set(
      sentence,
      set.map((edit) => ({ ...edit, start: edit.start + sentence.span.start, end: edit.end + sentence.span.start })),
    );
    return next;
  }, bullet);
  return { text, edits };
}

function findDates(sentence: string, words: WeekdayWords, publishedAt: Date): readonly Edit[] {
  const own = sentence.replace(quoted, (quotation) => "·".repeat(quotation.length));
  return [...own.matchAll(words.find)].flatMap(({ index, 0: found, groups = {} }) => {
    const { before = "", day = "", time = "" } = groups;
    const tense = words.readTense(own.slice(0, index), own.slice(index + found.length));
    const at = findDay(
      words.days.findIndex((start) => day.toLowerCase().startsWith(start.toLowerCase())),
      tense,
      /^last/i.test(before),
      publishedAt,
    );
    if (!at) return [];
    const date = words.dateOf(at.getUTCDate(), words.months[at.getUTCMonth()] ?? "");
    return [{ start: index, end: index + found.length, text: words.write(date, before, time), why: `${day} → ${date}` }];
  });
}

/** What others said stays as it was said. */
const quoted = /["“„][^"“”„]*["”“]|«[^«»]*»|(?<=\s|^|\()['‘](?=\p{L}).*?[\p{L}\p{N}.,!?]['’](?=[\s.,;:!?)]|$)/gu;

/** The day that the weekday (0 = Sunday) means in an article of that day, UTC; undefined when it may be another. */
function findDay(weekday: number, tense: Tense, isLast: boolean, publishedAt: Date): Date | undefined {
  if (tense === "unsure") return undefined;
  const today = publishedAt.getUTCDay();
  const distance = tense === "past" ? (today - weekday + 7) % 7 : (weekday - today + 7) % 7;
  // "Last Monday" on a Wednesday is this week's to one writer and the week before's to another; across a Sunday all mean the same.
  if (isLast && (tense === "future" || (weekday + 6) % 7 <= (today + 6) % 7)) return undefined;
  if (distance > farthest || (tense === "future" && distance === 0)) return undefined;
  return new Date(publishedAt.getTime() + (tense === "past" ? -distance : distance) * dayMs);
}
