import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import { findNameRuns, type NameRun } from "./names.ts";
import { withoutOpeners } from "./openers.ts";
import { findPeople, type Person } from "./people.ts";
import { sentenceStarts, type Token, tokenize } from "./tokens.ts";

/** An article read once: its words, the names in it and whom they mean. */
export interface Reading {
  readonly text: string;
  readonly grammar: Grammar;
  readonly tokens: readonly Token[];
  readonly runs: readonly NameRun[];
  readonly people: readonly Person[];
  personOf(run: NameRun): Person | undefined;
  /** People named in a stretch of the text, each once. */
  peopleIn(span: Span): readonly Person[];
}

export function readArticle(text: string, grammar: Grammar): Reading {
  const tokens = tokenize(text, 0, grammar);
  const runs = withoutOpeners(findNameRuns(tokens, grammar), tokens, grammar);
  const people = findPeople(tokens, runs, text, grammar);
  const byStart = new Map(people.flatMap((person) => person.mentions.map(({ start }) => [start, person] as const)));
  const mentions = [...byStart].map(([start, person]) => ({ start, person })).toSorted((a, b) => a.start - b.start);
  return {
    text,
    grammar,
    tokens,
    runs,
    people,
    personOf: (run) => byStart.get(run.words[0]!.start),
    peopleIn: ({ start, end }) => [
      ...new Set(mentions.slice(firstFrom(mentions, start), firstFrom(mentions, end)).map(({ person }) => person)),
    ],
  };
}

/** Indices of tokens, the end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tokens that lie within a span of the text. Binary search: articles may be long. */
export function rangeOf({ tokens }: Reading, { start, end }: Span): Range {
  return { from: firstFrom(tokens, start), to: firstFrom(tokens, end) };
}

/** Index of the first that starts at a place or behind it. */
function firstFrom(tokens: readonly { readonly start: number }[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs of names within a range, in order. */
export function runsIn({ runs }: Reading, { from, to }: Range): readonly NameRun[] {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  const found: NameRun[] = [];
  for (let at = low; at < runs.length && runs[at]!.to <= to; at++) found.push(runs[at]!);
  return found;
}

/** Longest stretch beside a quotation that is read: an attribution stands near. */
const reach = 400;

export function firstSentence(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, Math.min(end, start + reach));
  const next = sentenceStarts(slice)[1];
  return { start, end: start + (next ?? slice.length) };
}

export function lastSentence(text: string, { start, end }: Span): Span {
  const from = Math.max(start, end - reach);
  const last = sentenceStarts(text.slice(from, end)).at(-1) ?? 0;
  return { start: from + last, end };
}
