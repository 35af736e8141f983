import type { Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import { isAge, isAgent } from "./description.ts";
import { type Gender, personGender } from "./names.ts";
import type { Person } from "./people.ts";
import type { Subject } from "./phrase.ts";
import { type Reading, rangeOf } from "./reading.ts";

/** What is known when a subject is resolved. */
export interface Past {
  readonly last: Person | undefined;
  readonly lastAt: number;
  /** Where the sentence ends that named the last speaker. */
  readonly lastNamedTo: number;
  /** True inside quotation marks: names there are spoken of. */
  readonly isQuoted: (at: number) => boolean;
}

export interface Resolved {
  readonly speaker: Speaker;
  readonly person: Person | undefined;
  readonly why: string;
}

/** Subject → person, body or nobody: abstaining beats a wrong name. `at` = where the cue stands. */
export function resolve(subject: Subject, at: number, past: Past, reading: Reading): Resolved {
  if (subject.form === "person")
    return named(subject.person, subject.mention, `“${wordsOf(subject.mention, reading)}” is ${subject.person.name}`);
  if (subject.form === "body")
    return {
      speaker: { kind: "organisation", name: subject.name, mention: subject.mention },
      person: undefined,
      why: `“${subject.name}” is a body`,
    };
  if (subject.form === "nobody") {
    const description = subject.mention && wordsOf(subject.mention, reading);
    return { speaker: { kind: "unnamed", ...(description ? { description } : {}) }, person: undefined, why: "the cue names nobody" };
  }
  if (subject.form === "description") return resolveDescription(subject, past, reading);
  const person = findCandidate(subject.gender, at, past, reading);
  const words = subject.form === "pronoun" ? `“${wordsOf(subject.mention, reading)}”` : "the verb alone";
  const mention = subject.form === "pronoun" ? subject.mention : undefined;
  if (person) return named(person, mention, `${words} → ${person.name}, the nearest who fits`);
  return {
    speaker: { kind: "unnamed", ...(mention === undefined ? {} : { mention }) },
    person: undefined,
    why: `nobody named before fits ${words}`,
  };
}

const wordsOf = ({ start, end }: Span, { text }: Reading): string => text.slice(start, end);

function named(person: Person, mention: Span | undefined, why: string): Resolved {
  return { speaker: speakerOf(person, mention), person, why };
}

export function speakerOf(person: Person, mention?: Span): Speaker {
  return {
    kind: "person",
    name: person.name,
    ...(person.role === undefined ? {} : { role: person.role }),
    ...(mention === undefined ? {} : { mention }),
  };
}

/** Farther back than this a pronoun reaches nobody, in characters. */
const pronounReach = 1500;

/** Nearness, being a sentence's subject, having spoken last or been brought in since speak for a candidate; another gender rules it out. */
function findCandidate(gender: Gender | undefined, at: number, past: Past, reading: Reading): Person | undefined {
  const near = reading.peopleIn({ start: at - pronounReach, end: at });
  const scored = [...new Set([...near, ...(past.last ? [past.last] : [])])]
    .filter((person) => gender === undefined || person.gender === undefined || person.gender === gender)
    .map((person) => ({ person, score: scoreOf(person, gender, at, past) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  return best && !isStrangerSince(best.person, gender, at, past, reading) ? best.person : undefined;
}

/** "Un randonneur a été secouru. « … », a-t-il admis": since the person was named a sentence began with somebody without a name. */
function isStrangerSince(person: Person, gender: Gender | undefined, at: number, { isQuoted }: Past, reading: Reading): boolean {
  const { tokens, grammar } = reading;
  const from = person.mentions.findLast(({ start, end }) => end <= at && !isQuoted(start))?.end ?? at;
  const { from: first, to } = rangeOf(reading, { start: Math.max(from, at - plainReach), end: at });
  for (let place = first + 1; place < to - 1; place++) {
    const { lower, capital, start } = tokens[place]!;
    if (!capital || !grammar.indefinite.has(lower) || !/[.!?]/.test(tokens[place - 1]!.text) || isQuoted(start)) continue;
    const next = tokens[place + 1]!.lower;
    const kind = personGender(next, grammar) ?? (isAgent(next, grammar) ? "either" : undefined);
    if (kind !== undefined && (kind === "either" || gender === undefined || kind === gender)) return true;
  }
  return false;
}

function scoreOf(person: Person, gender: Gender | undefined, at: number, { last, lastAt, lastNamedTo, isQuoted }: Past): number {
  const before = person.mentions.filter(({ start, end }) => end <= at && at - end < pronounReach && !isQuoted(start));
  const mention = before.at(-1);
  const spoke = last === person && at - lastAt < pronounReach;
  if (!mention && !spoke) return 0;
  const nearness = mention ? 1 / (1 + (at - mention.end) / 250) : 0;
  const isNew = mention?.subject && last !== undefined && last !== person && mention.start >= lastNamedTo;
  return (
    nearness +
    (mention?.subject ? 0.5 : 0) +
    (isNew ? 0.7 : 0) +
    (spoke ? 0.6 : 0) +
    (gender !== undefined && person.gender === gender ? 0.4 : 0)
  );
}

/** "сказала лікарка": the one whose role says so, or the last speaker where the word may stand for anybody. */
function resolveDescription(subject: Extract<Subject, { form: "description" }>, past: Past, reading: Reading): Resolved {
  const { mention, head, gender } = subject;
  const words = wordsOf(mention, reading);
  const unnamed = { speaker: { kind: "unnamed" as const, description: words, mention }, person: undefined, why: `“${words}” names nobody` };
  if (!subject.definite) return unnamed;
  const earlier = reading.people.filter(({ mentions }) => (mentions[0]?.start ?? mention.end) < mention.start);
  const lastBefore = (person: Person): number =>
    Math.max(-1, ...person.mentions.map(({ start }) => start).filter((start) => start < mention.start));
  const byRole = earlier
    .filter(
      ({ roleWords, gender: its }) =>
        (roleWords.has(head) || roleWords.has(withoutArticle(head, reading))) && (!gender || !its || its === gender),
    )
    .toSorted((a, b) => Number(b === past.last) - Number(a === past.last) || lastBefore(b) - lastBefore(a));
  const [holder] = byRole;
  if (holder) return named(holder, mention, `“${words}” → ${holder.name}, whose role says so`);
  const isVariation = reading.grammar.standIns.has(head) || isAge(head) || isUnlistedAgent(head, reading);
  const stand = isVariation
    ? findCandidate(gender, mention.start, past, reading)
    : isAlone(mention, reading)
      ? findPlain(gender, mention.start, past, reading)
      : undefined;
  return stand && fits(stand, gender) ? named(stand, mention, `“${words}” → ${stand.name}, named before`) : unnamed;
}

/** "мама трирічного Марка" is somebody's: a word behind a description tells whose. */
function isAlone({ end }: Span, reading: Reading): boolean {
  const { tokens, grammar } = reading;
  const next = tokens[rangeOf(reading, { start: end, end }).from];
  return !next?.isWord || grammar.prepositions.has(next.lower) || grammar.between.has(next.lower);
}

/** How far back a trade reaches that is said of somebody for the first time, in characters. */
const plainReach = 400;

/** "der Tischler": the only one named shortly before, of whom nothing else was said that it could contradict. */
function findPlain(gender: Gender | undefined, at: number, { isQuoted }: Past, { peopleIn }: Reading): Person | undefined {
  const near = peopleIn({ start: at - plainReach, end: at }).filter(({ mentions }) =>
    mentions.some(({ start }) => start >= at - plainReach && start < at && !isQuoted(start)),
  );
  const [only, ...others] = near;
  return only && others.length === 0 && only.role === undefined && (gender === undefined || only.gender === gender) ? only : undefined;
}

/** A trade that a list has and that is no stand-in ("die Zeugin") is somebody of its own. */
const isUnlistedAgent = (head: string, { grammar }: Reading): boolean =>
  isAgent(head, grammar) && personGender(head, grammar) === undefined;

/** "prosjektlederen" → "prosjektleder": Norwegian hangs the article on. */
const withoutArticle = (head: string, { grammar }: Reading): string => (grammar.code === "nb" ? head.replace(/(?:en|et|n)$/, "") : head);

const fits = (person: Person, gender: Gender | undefined): boolean =>
  gender === undefined || person.gender === undefined || person.gender === gender;
