import { nameKey, toLatin } from "../text/transliterate.ts";

const tails = /^(?:jr|sr|ii|iii|iv)$/;

/** The words of a name that tell people apart: no initials, no "Jr.". */
export function nameWords(name: string): readonly string[] {
  return name
    .split(/\s+/)
    .map((word) => word.replace(/[.,]/g, ""))
    .filter((word) => word.length > 1 && !tails.test(word.toLowerCase()));
}

/**
 * One key for one person across articles and scripts: first and last name by their consonants. Bill and Hillary Clinton differ in the first;
 * a surname alone is a key of its own, since it may be anybody's.
 */
export function personKey(name: string): string {
  const words = nameWords(name);
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  if (words.length < 2) return `~${nameKey(last) || toLatin(last)}`;
  return `${given(first)} ${nameKey(last) || toLatin(last)}`;
}

/** Given names differ by vowels too (Jen, Jon, Jan): the first letter and the consonants, and for short ones the whole. */
function given(name: string): string {
  const key = nameKey(name);
  return key.length >= 3 ? key : toLatin(name);
}

/** The key a surname is looked up by. */
export const surnameKey = (name: string): string => {
  const last = nameWords(name).at(-1) ?? name;
  return nameKey(last) || toLatin(last);
};
