import { monthTerms } from "./concepts.ts";
import { termsOf } from "./terms.ts";

const day = "(?<!\\d)(3[01]|[12]\\d|0?[1-9])(?!\\d)";
const dayFirst = new RegExp(`${day}(?:st|nd|rd|th|-го|-е|\\.)?\\s+(?:de\\s+|of\\s+)?(\\p{L}{3,})`, "giu");
const monthFirst = new RegExp(`(\\p{L}{3,})\\.?\\s+${day}`, "giu");
const inDigits = new RegExp(`${day}\\.(1[0-2]|0?[1-9])\\.(?:19|20)?\\d\\d(?!\\d)`, "g");

/** Days of the year that a text names, as "5-17" for the 17th of May, in the languages of the concept table. */
export function readDays(text: string): ReadonlySet<string> {
  const named = [
    ...[...text.matchAll(dayFirst)].map(([, number, word]) => [monthOf(word!), Number(number)]),
    ...[...text.matchAll(monthFirst)].map(([, word, number]) => [monthOf(word!), Number(number)]),
    ...[...text.matchAll(inDigits)].map(([, number, month]) => [Number(month), Number(number)]),
  ];
  return new Set(named.filter(([month]) => month !== 0).map((each) => each.join("-")));
}

/** 1 to 12; 0 = no month. */
const monthOf = (word: string): number => termsOf(word).reduce((found, term) => found || monthTerms.indexOf(term) + 1, 0);
