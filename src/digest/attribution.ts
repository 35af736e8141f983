import { clauseWords } from "./clauses.ts";

/** Fewest characters of what was said: a shorter start of a sentence is no statement yet. */
const leastSaid = 30;

/** Where the closing words begin that tell who said it, at their comma: "The quay is closed|, the mayor said." Undefined where a sentence has none. */
export function findAttribution(sentence: string, lang: string): number | undefined {
  const { attribution } = clauseWords[lang] ?? {};
  if (!attribution) return undefined;
  const match = new RegExp(`^(.{${leastSaid},}?[^,]["”»’']?),\\s(?:${attribution})(?!.*["“”«»])`, "u").exec(sentence);
  return match?.[1]?.length;
}
