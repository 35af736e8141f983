import { extractQuotes } from "../quotes/extract.ts";
import { articleFrom } from "./bullets.ts";
import { eachQuestion } from "./index.ts";

/** `{id, text, title?, lang?, source?}` → `{id, quotes}`; `speaker` is null when nobody nameable speaks. */
export const task = eachQuestion((question) => ({
  id: question.id ?? null,
  quotes: extractQuotes(articleFrom(question)).map(({ text, start, end, speaker, relayedVia, cue, group }) => ({
    text,
    start,
    end,
    speaker: speaker.name ?? null,
    ...(speaker.role === undefined ? {} : { role: speaker.role }),
    ...(relayedVia === undefined ? {} : { relayed_via: relayedVia }),
    ...(cue === undefined ? {} : { cue }),
    group,
  })),
}));
