import { isPattern, readPattern } from "./pattern.ts";

/** What filters look at, made once for all of them. */
export interface Opening {
  /** Lower case, words and nothing between them but one space. */
  readonly words: string;
  /** The title, and below it the first lines of the text as one. */
  readonly lines: string;
}

export type Matcher = (opening: Opening) => boolean;

/** Characters of an article that a filter looks at, besides its title: the opening says what it is about. */
const openingLength = 1_000;

export function openingOf({ title, text }: { readonly title: string; readonly text: string }): Opening {
  const opening = text.slice(0, openingLength);
  return { words: ` ${foldWords(`${title} ${opening}`)} `, lines: `${asLine(title)}\n${asLine(opening)}` };
}

/**
 * Words match at the beginning of a word and without regard to case ("ferr" finds "ferries"); a pattern (`/ferr(y|ies)/`) matches anywhere.
 * A pattern that was taken once and is no more matches nothing.
 */
export async function readMatcher(written: string): Promise<Matcher> {
  if (!isPattern(written)) {
    const words = ` ${foldWords(written)}`;
    return (opening) => opening.words.includes(words);
  }
  const test = await readPattern(written);
  return typeof test === "function" ? ({ lines }) => test(lines) : () => false;
}

const asLine = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

const foldWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
