import { readdirSync, readFileSync } from "node:fs";
import { splitSentences } from "../../src/text/sentences.ts";

const folder = new URL("../fixtures/sentences/", import.meta.url);

/** A text given as the sentences it should be split into; they are joined by a space. */
export interface SentenceCase {
  readonly lang: string;
  readonly expected: readonly string[];
}

/** The project's own golden rules: abbreviations, initials, ordinals, quotations, brackets, dots, datelines in eight languages. */
export function readSentenceCases(): readonly SentenceCase[] {
  return readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as string[][]).map((expected) => ({ lang: file.slice(0, 2), expected })),
  );
}

export function splitCase({ lang, expected }: SentenceCase): readonly string[] {
  const text = expected.join(" ");
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

export function isExact(one: SentenceCase): boolean {
  const found = splitCase(one);
  return found.length === one.expected.length && found.every((sentence, index) => sentence === one.expected[index]);
}
