import { readInstallation } from "../app/installation.ts";
import { InputError } from "../model/errors.ts";
import type { QuoteAnswer, QuoteHit } from "../model/quote.ts";
import { surround } from "../quotes/around.ts";
import { parseQuestion } from "../quotes/query.ts";
import { readArguments, useOf } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { openToRead } from "./open.ts";
import { wrap } from "./terminal.ts";

/** Looks quotes up, also while Quoth runs. Exit 3 when nothing is found. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("quote")?.form ?? "";
  const args = readArguments(words, form);
  if (args.words.length === 0) throw new InputError(useOf(form));
  const question = args.words.map((word) => (/\s/.test(word) && !word.includes(":") ? `"${word}"` : word)).join(" ");
  const stores = await openToRead(readInstallation());
  try {
    const now = new Date();
    const answer = await stores.quotes.search(parseQuestion(question, now), { offset: 0, limit: 5 }, now);
    if (args.json) io.output.write(`${JSON.stringify(answer)}\n`);
    else if (answer.hits.length === 0) io.output.write(describeNear(question, answer.near));
    else io.output.write(`${[...howRead(answer), ...answer.hits.map((hit) => asText(hit, io.output.columns ?? 100))].join("\n\n")}\n`);
    return answer.hits.length > 0 ? 0 : 3;
  } finally {
    await stores.close();
  }
}

/** What was made of a question that was not answered as it was typed. */
const howRead = ({ readAs, isPartial }: QuoteAnswer): readonly string[] => [
  ...(readAs === undefined ? [] : [`Read as: ${readAs}`]),
  ...(isPartial ? ["No quote has all of these words; these have all but one."] : []),
];

function asText(hit: QuoteHit, columns: number): string {
  const { quote, article, alsoIn, outdated } = hit;
  const { before, words, after } = surround(hit);
  const who = [quote.speaker.name ?? quote.speaker.description ?? "unnamed", quote.speaker.role].filter(Boolean).join(", ");
  const day = article.publishedAt ? dayOf(article.publishedAt) : `read ${dayOf(article.fetchedAt)}`;
  const version = outdated ? `version ${quote.version}, corrected since` : quote.version > 1 ? `version ${quote.version}` : "";
  const source = [quote.relayedVia && `to ${quote.relayedVia}`, article.outlet, day, version, article.url].filter(Boolean).join(" · ");
  const others = alsoIn.map(({ outlet, differs, extent, isEarlier }) =>
    differs ? `  ≠ ${outlet}: “${differs}”` : `  ${isEarlier ? "earlier" : "also"} in ${outlet}${extent ? ` (${extent})` : ""}`,
  );
  return [wrap(before + words + after, columns, ""), `  ${who}`, `  ${source}`, ...others].join("\n");
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function describeNear(question: string, { speakers, words, topics = [], topicsOf, others = [] }: QuoteAnswer["near"]): string {
  const line = (label: string, found: readonly string[]): readonly string[] => (found.length > 0 ? [`${label}: ${found.join(", ")}`] : []);
  const named = (each: readonly { readonly name: string; readonly quotes: number }[]) =>
    each.map(({ name, quotes }) => `${name} (${quotes})`);
  const worded = (each: readonly { readonly word: string; readonly quotes: number }[]) =>
    each.map(({ word, quotes }) => `${word} (${quotes})`);
  return [
    `No quote for ${question}.`,
    ...line(`${topicsOf} on`, worded(topics)),
    ...line("Others on it", named(others)),
    ...line("Speakers", named(speakers)),
    ...line("Words", worded(words)),
    "",
  ].join("\n");
}
