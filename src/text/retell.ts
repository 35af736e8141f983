import { ukrainian } from "./retell-uk.ts";

interface Told {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly words: string }[];
}

const known: Readonly<Record<string, Told>> = { uk: readTable(ukrainian) };

/**
 * A short explanation that a room wrote in English ("It answers 403: it blocks bots."), told in the reader's language (BCP 47); as it is where the
 * language, or the sentence, is not known. What stands for {} in it is told as well, so that "{} Quoth has stopped asking." needs to be said once.
 */
export function retell(english: string, lang: string): string {
  const told = known[lang.toLowerCase().split("-")[0] ?? ""];
  return told ? retellBy(told, english) : english;
}

function retellBy(told: Told, english: string): string {
  const exact = told.exact.get(english);
  if (exact !== undefined) return exact;
  for (const { pattern, words } of told.patterns) {
    const parts = pattern.exec(english)?.slice(1);
    if (!parts) continue;
    let place = 0;
    return words.replace(/\{\}/g, () => retellBy(told, parts[place++] ?? ""));
  }
  return english;
}

/** Tried first: what is added to a whole sentence, then the pattern with most words of its own. */
function readTable(table: Readonly<Record<string, string>>): Told {
  const entries = Object.entries(table);
  const isAdded = (english: string): number => Number(/^\{\} \p{Lu}/u.test(english));
  const open = entries.filter(([english]) => english.includes("{}")).toSorted(([a], [b]) => isAdded(b) - isAdded(a) || b.length - a.length);
  return {
    exact: new Map(entries.filter(([english]) => !english.includes("{}"))),
    patterns: open.map(([english, words]) => ({
      // What stands first may be a whole explanation with the same commas: it takes all it can.
      pattern: new RegExp(
        `^${english
          .split("{}")
          .map(RegExp.escape)
          .join("(.+?)")
          .replace(/^\(\.\+\?\)/, "(.+)")}$`,
        "s",
      ),
      words,
    })),
  };
}
