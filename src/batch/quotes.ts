import type { Quote } from "../model/quote.ts";
import { extractQuotes } from "../quotes/extract.ts";
import { articleFrom } from "./bullets.ts";
import { eachQuestion } from "./index.ts";

/**
 * `{id, text, title?, lang?, source?}` → `{id, quotes, turns?}`; `speaker` is null when nobody nameable speaks. Quotes stand between marks;
 * turns are those of a conversation set without marks.
 */
export const task = eachQuestion((question) => {
  const all = extractQuotes(articleFrom(question));
  const turns = all.filter(({ kind }) => kind === "transcript");
  return {
    id: question.id ?? null,
    quotes: all.filter(({ kind }) => kind !== "transcript").map(answer),
    ...(turns.length === 0 ? {} : { turns: turns.map(answer) }),
  };
});

const answer = ({ text, start, end, speaker, relayedVia, cue, group }: Quote): Record<string, unknown> => ({
  text,
  start,
  end,
  speaker: speaker.name ?? null,
  ...(speaker.role === undefined ? {} : { role: speaker.role }),
  ...(relayedVia === undefined ? {} : { relayed_via: relayedVia }),
  ...(cue === undefined ? {} : { cue }),
  group,
});
