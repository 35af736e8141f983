import type { Article } from "../../model/article.ts";
import type { Speaker } from "../../model/quote.ts";
import { labelKey, type Turn } from "./turns.ts";
import type { TranscriptWords } from "./words.ts";

/** Somebody whom the article names. */
export interface Named {
  readonly name: string;
  readonly role?: string | undefined;
  /** Where it first stands. */
  readonly start: number;
}

/** Each label's speaker; labels of nobody by name have none. */
export type Voices = ReadonlyMap<string, Speaker>;

/** Of the turns so many have a label that says who speaks or asks; else they are headings. */
const mostlyKnown = 0.7;

/** Label → speaker: a name in full, the surname or the initials of somebody whom the article names, or "A" for whoever was introduced. */
export function findVoices({ title, text }: Article, turns: readonly Turn[], people: readonly Named[], words: TranscriptWords): Voices {
  const voices = new Map<string, Speaker>();
  let known = 0;
  for (const { label } of turns) {
    const key = labelKey(label);
    if (words.asks.has(key)) {
      known++;
      continue;
    }
    const person = words.answers.has(key) ? introduced(title, text.slice(0, turns[0]!.at.start), people, words) : findBearer(label, people);
    if (!person) continue;
    known++;
    voices.set(key, { kind: "person", name: inReadableCase(person.name), ...(person.role === undefined ? {} : { role: person.role }) });
  }
  return known >= turns.length * mostlyKnown ? voices : new Map();
}

/** "JAKE TERN" is named only in capitals: "Jake Tern". */
const inReadableCase = (name: string): string =>
  name === name.toUpperCase() ? name.replace(/(?<=\p{L})\p{Lu}+/gu, (letters) => letters.toLowerCase()) : name;

/** The only one who bears the name that a label gives; titles before it ("Mr. Lee", "SEN. CRUZ") are left off. */
function findBearer(label: string, people: readonly Named[]): Named | undefined {
  const words = label.toUpperCase().replaceAll(".", "").split(/\s+/);
  const fitting = people.filter(({ name }) => {
    const own = name.toUpperCase().replaceAll(".", "").split(/\s+/);
    if (own.length < 2) return false;
    const isWhole = words.length > 1 && own.every((word) => words.includes(word));
    const isSurname = words.at(-1) === own.at(-1) && words.length <= 2 && (words.length === 1 || !own.includes(words[0]!));
    const isInitials = words.length === 1 && words[0]!.length === own.length && words[0] === own.map((word) => word[0]).join("");
    return isWhole || isSurname || isInitials;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** From "interview with" to the name, in characters. */
const longestLead = 120;

/** Whoever is named behind "interview with", in the title or before the conversation, else the only one named there. */
function introduced(title: string, lead: string, people: readonly Named[], { introduces }: TranscriptWords): Named | undefined {
  const named = people.filter(({ start, name }) => name.includes(" ") && (start < lead.length || title.includes(name)));
  const led = named.filter(({ start, name }) => {
    const inTitle = title.indexOf(name);
    return (
      (start < lead.length && introduces.test(lead.slice(Math.max(0, start - longestLead), start))) ||
      (inTitle >= 0 && introduces.test(title.slice(0, inTitle)))
    );
  });
  const [only, ...others] = led.length > 0 ? led : named;
  return others.length === 0 ? only : undefined;
}
