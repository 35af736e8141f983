import table from "./concepts.json" with { type: "json" };

/** Letters that tell a word from another, behind which inflection begins. */
const keyLetters = 6;
/** An ending of up to two letters may follow a listed word of four and more: "Verhandlungen" finds "Verhandlung". */
const endingLetters = 2;
const leastLetters = 4;
const hanLengths = [4, 3, 2, 1];

/** Finds what a word means whatever its language: "пожежа", "incendio" and "Brand" are one term. The alphabet keeps words apart that read alike in Latin letters. */
export interface Concepts {
  /** `latin` = the word in lower-case Latin letters. */
  find(word: string, latin: string): string | undefined;
  /** Concepts in a run of Chinese characters, which has no spaces: the longest at each place. */
  findHan(letters: readonly string[]): readonly string[];
}

/** A table of common news words (concepts.json) as a lookup. A key that two concepts share tells nothing and is left out. */
export function readConcepts(toPlain: (word: string) => string): Concepts {
  const known = new Map<string, string | undefined>();
  const han = new Map<string, string>();
  for (const [name, ...words] of readLines())
    for (const word of [name!, ...words]) {
      if (/\p{Script=Han}/u.test(word)) {
        han.set(word, `=${name}`);
        continue;
      }
      const key = keyOf(word, toPlain(word).slice(0, keyLetters));
      known.set(key, known.has(key) && known.get(key) !== `=${name}` ? undefined : `=${name}`);
    }
  return {
    find(word, latin) {
      for (let cut = 0; cut <= endingLetters; cut++) {
        const letters = Math.min(keyLetters, latin.length - cut);
        if (cut > 0 && letters < leastLetters) return undefined;
        const concept = known.get(keyOf(word, latin.slice(0, letters)));
        if (concept) return concept;
      }
      return undefined;
    },
    findHan(letters) {
      const found: string[] = [];
      for (let at = 0; at < letters.length; at++) {
        const length = hanLengths.find((size) => han.has(letters.slice(at, at + size).join("")));
        if (length === undefined) continue;
        found.push(han.get(letters.slice(at, at + length).join(""))!);
        at += length - 1;
      }
      return found;
    },
  };
}

const termsIn = (lines: readonly string[]): readonly string[] => lines.map((line) => `=${line.split(" ")[0]}`);
/** January to December; the days of the week stand before them. */
export const monthTerms: readonly string[] = termsIn(table.days).slice(7);
const naming: ReadonlySet<string> = new Set(termsIn([...table.places, ...table.people]));

/** Whether a term is a common word: "Mayor", "Police" and "Monday" name nobody, whatever their first letter. */
export const isCommon = (term: string): boolean => term.startsWith("=") && !naming.has(term);

const readLines = (): readonly (readonly string[])[] =>
  Object.values(table)
    .filter((lines) => Array.isArray(lines))
    .flatMap((lines) => lines.map((line) => line.split(" ")));

function keyOf(word: string, stem: string): string {
  const first = word.charCodeAt(0);
  if (first >= 0x400 && first < 0x530) return `c${stem}`;
  return first >= 0x600 && first < 0x700 ? `a${stem}` : `l${stem}`;
}
