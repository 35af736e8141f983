import type { ModelUse } from "../../deps.ts";
import { codes, count, editions, feeds, list, number, sources, subscriptions } from "./counts.ts";

/** How Quoth is, what it keeps, and how to ask it. */
export const running = {
  status: {
    last: (moment: string) => `Last: ${moment}.`,
    nothingYet: "Nothing sent yet.",
    allRead: "Every source can be read.",
    failing: (number: number) => `${sources(number)} cannot be read:`,
    since: (moment: string) => `Since ${moment}.`,
    unknown: (moment: string) => `The edition of ${moment} may or may not have arrived here. Look, and say so.`,
    operator: (version: string, queued: number, unknown: number, refused: number) =>
      `Quoth ${version}. ${queued} waiting, ${unknown} in doubt, ${refused} refused.`,
    models: ({ worded, replaced, failed, tokens, money, limits, reasons }: ModelUse) =>
      `Models today: ${number(tokens)} of ${number(limits.tokensPerDay)} tokens, ${money.toFixed(2)} of ${limits.moneyPerDay.toFixed(2)} spent. ${count({ one: "bullet", other: "bullets" })(worded)} worded, ${replaced} replaced, ${count({ one: "story", other: "stories" })(failed)} without an answer.${reasons.length > 0 ? " Replaced last because:" : ""}`,
    settledAlready: "That is settled already.",
    sentAgain: (what: string) => `${what}: it is sent again.`,
    tookArrived: (what: string) => `${what}: noted, it arrived.`,
  },
  privacy: {
    kept: (subs: number, ownFeeds: number, sent: number) =>
      `Kept about this channel: its address and name, ${subscriptions(subs)}, ${feeds(ownFeeds)}, and when ${editions(sent)} came here.`,
    nobody:
      "Of people, only the number of whoever managed this channel last is kept, to tell them when Quoth is removed from it. How often you ask is counted in memory for a minute.",
    sure: "This removes the subscriptions, feeds, settings and the record of what was sent here. It cannot be undone.",
    gone: (rows: number) => `${count({ one: "row", other: "rows" })(rows)} removed. Nothing comes here any more.`,
  },
  lang: {
    which: "Which language should answers here have?",
    unknown: (word: string, codesKnown: readonly string[]) =>
      `\`${word}\` is not spoken here. Try ${list(codesKnown.map((code) => `\`/lang ${code}\``))}.`,
    now: "Answers here are in English from now on. Digests keep the language of their sources.",
  },
  help: {
    title: "What Quoth can do",
    alsoCalled: (names: readonly string[]) => `Also ${codes(names)}.`,
    noTopic: (word: string) => `There is no command ${word}.`,
  },
};

export type RunningWords = typeof running;
