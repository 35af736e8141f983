import { editDistance } from "../text/similarity.ts";
import { nameKey, soundOf, spellingOf, toLatin } from "../text/transliterate.ts";

const tails = /^(?:jr|sr|ii|iii|iv)$/;
const cyrillic = /\p{Script=Cyrillic}/u;

/** The words of a name that tell people apart: no initials, no "Jr."; initials that stand for a given name ("J. D. Vance") are one word. */
export const nameWords = (name: string): readonly string[] =>
  partsOf(name).filter((word) => word.length > 1 && !tails.test(word.toLowerCase()));

const partsOf = (name: string): readonly string[] =>
  name
    .replace(/(?<![\p{L}])(\p{Lu})\.\s?(\p{Lu})\./gu, "$1$2 ")
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.,]/g, ""))
    .filter(Boolean);

/** The key under which a word of a name is found in any script: consonants, or the whole sound where they are too few to tell names apart. */
export function crossKey(word: string): string {
  const key = nameKey(word);
  return /^a?[^aeiouy]{3,}$/.test(key) ? key : soundOf(word) || toLatin(word);
}

/** The key a person's spellings are looked up by: the last word of the name. */
export const surnameKey = (name: string): string => crossKey(nameWords(name).at(-1) ?? name);

/**
 * Whether two spellings name one person: first and last name alike, and nothing between or behind them that speaks against it. Within one
 * script names must be spelt alike but for transliteration; only across scripts they may just sound alike. A surname alone is nobody's:
 * it may be anybody's who has it.
 */
export function isSamePerson(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)];
  if (x.length < 2 || y.length < 2) return x.length === y.length && x.length > 0 && isSameWord(x[0]!, y[0]!);
  const [given, family] = [isSameWord(x[0]!, y[0]!), isSameWord(x.at(-1)!, y.at(-1)!)];
  if (!(given && family) && !(given && isNearWord(x.at(-1)!, y.at(-1)!)) && !(family && isNearWord(x[0]!, y[0]!))) return false;
  return agree(tailOf(a), tailOf(b)) && agree(initialsOf(a), initialsOf(b)) && middlesAgree(middlesOf(x), middlesOf(y));
}

/** What only one of them has speaks against nothing. */
const agree = (a: string, b: string): boolean => a === "" || b === "" || a === b;

const particle = /^(?:von|van|der|den|de|di|da|du|la|le|el|al|bin|фон|ван|дер|де|ді|ла|ель|аль|бін)$/i;
const middlesOf = (words: readonly string[]): readonly string[] => words.slice(1, -1).filter((word) => !particle.test(word));

const middlesAgree = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || (a.length === b.length && a.every((word, place) => isSameWord(word, b[place] ?? "")));

const tailOf = (name: string): string =>
  partsOf(name)
    .map((word) => word.toLowerCase())
    .find((word) => tails.test(word)) ?? "";

/** Letters between the first and the last name: the W of one Bush, the HW of the other. */
const initialsOf = (name: string): string =>
  partsOf(name)
    .slice(1, -1)
    .filter((word) => word === word.toUpperCase() && word.length <= 2)
    .map((word) => soundOf(word))
    .join("");

function isSameWord(a: string, b: string): boolean {
  if (cyrillic.test(a) !== cyrillic.test(b)) return crossKey(a) === crossKey(b);
  return transliterated(a) === transliterated(b);
}

/** One consonant more, less or another in a name of the other script ("Benjamin", "Біньямін"): near enough when the rest of the name fits. */
function isNearWord(a: string, b: string): boolean {
  if (cyrillic.test(a) === cyrillic.test(b)) return false;
  const [x, y] = [nameKey(a), nameKey(b)];
  return Math.min(x.length, y.length) >= 3 && x[0] === y[0] && editDistance(x, y, 1) <= 1;
}

/** Without what transliteration leaves open: -y, -yy, -iy or -ii at the end, i or y, е or ye, ü or ue, doubled letters. */
const transliterated = (word: string): string =>
  spellingOf(word)
    .replace(/[iyj]+$/, "y")
    .replace(/[iyj]+(?=[aeou])/g, "")
    .replace(/(?<=[aou])e/g, "")
    .replace(/[ij]/g, "y")
    .replace(/(.)\1+/g, "$1");
