import type { Span } from "../../model/story.ts";
import type { TranscriptWords } from "./words.ts";

/** What one voice says until the next label: a paragraph or more, labels left out. */
export interface Turn {
  /** As it stands before the colon, remarks in brackets left out. */
  readonly label: string;
  readonly at: Span;
  readonly paragraphs: readonly Span[];
}

/** Fewer turns than this prove no conversation. */
const fewestTurns = 4;
/** Words that a turn has at least, on average: lists of results are shorter. */
const fewestWords = 3;
/** Of neighbouring turns so many belong to different voices, of lines so many to a turn that a label opens. */
const mostlyAlternates = 0.7;
const mostlyLabelled = 0.5;
/** Of the turns so many say I, we, you, or ask. */
const mostlyTalk = 0.4;

/** One to four capitalised words or letters before a colon, at a line's head; a remark in brackets may stand between. */
const labelled =
  /^(?:[–—-]\s)?(\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|del|der|van|von|la|le|di|da|al|el|bin)\s){0,2}\p{Lu}[\p{L}\p{M}.’'-]*){0,3})(?:\s\([^()\n]{1,40}\))?\s?:[^\S\n]+(?=\S)/u;
const longestLabel = 80;

/**
 * The turns of a conversation that is set without quotation marks ("Q: … A: …", "SMITH: …"), or none: its labels come back and alternate,
 * its lines are turns for the most part, long enough, and in the first or second person. Linear in the text.
 */
export function findTurns(text: string, words: TranscriptWords): readonly Turn[] {
  const lines = linesOf(text);
  const turns = withoutSingles(readTurns(text, lines));
  if (turns.length < fewestTurns || !isConversation(text, turns, lines, words)) return [];
  return turns.map((turn) => withoutNarration(turn, text, words));
}

/** A paragraph behind the first goes on with the turn where it talks too: "She laughs." is the writer's. */
function withoutNarration(turn: Turn, text: string, words: TranscriptWords): Turn {
  const [first, ...more] = turn.paragraphs;
  return { ...turn, paragraphs: [first!, ...more.filter(({ start, end }) => talks(text.slice(start, end), words))] };
}

const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
const talks = (words: string, { persons }: TranscriptWords): boolean =>
  /\?/.test(words) || wordsOf(words).some((word) => persons.has(word.replaceAll("’", "'")));

export const labelKey = (label: string): string => label.toLowerCase().replace(/\.$/, "");

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) lines.push({ start: index, end: index + line.trimEnd().length });
  return lines;
}

function readTurns(text: string, lines: readonly Span[]): readonly Turn[] {
  const turns: { label: string; at: Span; paragraphs: Span[] }[] = [];
  for (const { start, end } of lines) {
    const match = labelled.exec(text.slice(start, Math.min(end, start + longestLabel)));
    const label = match?.[1];
    if (match && label !== undefined) {
      const at = start + match[0].indexOf(label);
      turns.push({ label, at: { start: at, end: at + label.length }, paragraphs: [{ start: start + match[0].length, end }] });
    } else turns.at(-1)?.paragraphs.push({ start, end });
  }
  return turns;
}

/** From the first label that comes back to the last: what stands before is the introduction, a lone label in between is no voice. */
function withoutSingles(turns: readonly Turn[]): readonly Turn[] {
  const counts = new Map<string, number>();
  for (const { label } of turns) counts.set(labelKey(label), (counts.get(labelKey(label)) ?? 0) + 1);
  const returning = ({ label }: Turn): boolean => (counts.get(labelKey(label)) ?? 0) > 1;
  const from = turns.findIndex(returning);
  const to = turns.findLastIndex(returning);
  const inside = from < 0 ? [] : turns.slice(from, to + 1);
  const voices = new Set(inside.filter(returning).map(({ label }) => labelKey(label)));
  return voices.size >= 2 && inside.filter(returning).length >= inside.length * mostlyAlternates ? closed(inside, returning) : [];
}

/** The last turn has one paragraph: what follows may be the article's own. */
function closed(turns: readonly Turn[], returning: (turn: Turn) => boolean): readonly Turn[] {
  const last = turns.at(-1)!;
  return [...turns.slice(0, -1), { ...last, paragraphs: last.paragraphs.slice(0, 1) }].filter(returning);
}

function isConversation(text: string, turns: readonly Turn[], lines: readonly Span[], known: TranscriptWords): boolean {
  const [from, to] = [turns[0]!.at.start, turns.at(-1)!.paragraphs.at(-1)!.end];
  const inside = lines.filter(({ start, end }) => end > from && start < to).length;
  const alternating = turns.filter(({ label }, at) => at > 0 && labelKey(label) !== labelKey(turns[at - 1]!.label)).length;
  const said = turns.map(({ paragraphs }) => text.slice(paragraphs[0]!.start, paragraphs[0]!.end));
  return (
    turns.length >= inside * mostlyLabelled &&
    alternating >= (turns.length - 1) * mostlyAlternates &&
    said.reduce((sum, words) => sum + wordsOf(words).length, 0) >= turns.length * fewestWords &&
    said.filter((words) => talks(words, known)).length >= turns.length * mostlyTalk &&
    !said.some((words) => /^[“"„«]/.test(words)) // marks say already what was said
  );
}
