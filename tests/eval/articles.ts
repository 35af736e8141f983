import { readdirSync, readFileSync } from "node:fs";

/** What is expected of one quoted segment; fields that are undefined are not checked, but an outlet that is not expected is an error. */
export interface ExpectedQuote {
  readonly words: string;
  /** Undefined: nobody is named. */
  readonly speaker: string | undefined;
  readonly role?: string | undefined;
  readonly cue?: string | undefined;
  readonly via?: string | undefined;
}

export interface TestArticle {
  readonly lang: string;
  readonly name: string;
  readonly text: string;
  readonly quotes: readonly ExpectedQuote[];
}

const folders = {
  articles: new URL("../fixtures/quotes/articles/", import.meta.url),
  unseen: new URL("../fixtures/quotes/unseen/", import.meta.url),
} as const;

/** The invented articles of `tests/fixtures/quotes/articles/<lang>.txt`, or the ones written later; the format is told in the README there. */
export function readTestArticles(set: keyof typeof folders = "articles"): readonly TestArticle[] {
  const folder = folders[set];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split(/^=== /m)
        .slice(1)
        .map((part) => parseArticle(part, file.replace(".txt", ""))),
    );
}

function parseArticle(part: string, lang: string): TestArticle {
  const [name = "", ...lines] = part.split("\n");
  const expected = lines.filter((line) => line.startsWith("> "));
  const text = lines
    .filter((line) => !line.startsWith("> "))
    .join("\n")
    .trim();
  return { lang, name: name.trim(), text, quotes: expected.map((line) => parseQuote(line.slice(2))) };
}

function parseQuote(line: string): ExpectedQuote {
  const [words = "", speaker = "-", ...more] = line.split(" | ").map((field) => field.trim());
  const field = (key: string): string | undefined =>
    more
      .find((each) => each.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim();
  return { words, speaker: speaker === "-" ? undefined : speaker, role: field("role"), cue: field("cue"), via: field("via") };
}
