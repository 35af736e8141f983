import { femaleNames, maleNames } from "../languages/given-names.ts";
import { moreFemaleNames, moreMaleNames, sharedNames } from "../languages/given-names-en.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import type { FoundName } from "./names.ts";

export type Gender = "he" | "she";

const isMale = (name: string): boolean => maleNames.has(name) || moreMaleNames.has(name);
const isFemale = (name: string): boolean => femaleNames.has(name) || moreFemaleNames.has(name);

/** Given names that are oftener another word at the head of a sentence. */
const ordinary = new Set(["said", "will", "may", "hope", "art", "max"]);

/** Is the word a given name that Quoth knows? */
export function isGivenName(word: string): boolean {
  const plain = word.toLowerCase();
  if (ordinary.has(plain)) return false;
  return isMale(plain) || isFemale(plain) || sharedNames.has(plain);
}

/** By title, by given name, by the role, then by the pronouns that follow the name in its own sentence. */
export function findGender(
  given: string,
  titles: readonly string[],
  role: string | undefined,
  names: readonly FoundName[],
  text: string,
  language: QuoteLanguage,
): Gender | undefined {
  if (titles.some((title) => language.femaleTitles.includes(title))) return "she";
  if (titles.some((title) => language.maleTitles.includes(title))) return "he";
  const plain = given.toLowerCase();
  const male = isMale(plain);
  if (male !== isFemale(plain) && !sharedNames.has(plain)) return male ? "he" : "she";
  if (role && /\b(?:woman|mother|wife|daughter|sister|widow|girl|actress|\p{L}+woman)\b/iu.test(role)) return "she";
  if (role && /\b(?:man|father|husband|son|brother|widower|boy|actor|\p{L}+man)\b/iu.test(role)) return "he";
  let vote = 0;
  for (const { end } of names.slice(0, 12)) {
    const rest = /^[^.!?“”"«»\n]*/.exec(text.slice(end, end + 160))?.[0] ?? "";
    const next = /(?<!\p{L})(he|his|him|she|her|hers|він|його|вона|її|он|его|она|её)(?!\p{L})/iu.exec(rest);
    if (next && !/\p{Lu}\p{Ll}/u.test(rest.slice(0, next.index))) vote += /^(?:she|her|hers|вона|її|она|её)$/i.test(next[1] ?? "") ? -1 : 1;
  }
  return vote > 0 ? "he" : vote < 0 ? "she" : undefined;
}
