import type { QuestionWords } from "../index.ts";
import { codes, quotes, sources } from "./counts.ts";

/** Editions, quotes, people and articles. */
export const reading = {
  digest: {
    whichOne: (ids: readonly string[]) => `Which digest? There is ${codes(ids)}.`,
    onItsWay: (name: string, number: string) => `${name} is on its way here: ${number}.`,
    nothingSince: (name: string, moment: string) => `Nothing new in ${name} since ${moment}.`,
    unread: (failing: number, all: number, why: string) =>
      failing === all
        ? `${all === 1 ? "Its only source cannot be read." : `None of its ${sources(all)} can be read.`} ${why}`
        : `${failing} of its ${sources(all)} cannot be read. ${why}`,
    noPeriod: (word: string) => `\`${word}\` is no period. Try \`24h\` or \`7d\`.`,
    neverHere: (name: string) => `${name} was never sent here.`,
    nothingYet: (name: string, moment: string) => `Nothing of ${name} has come here since ${moment}.`,
  },
  editions: {
    gone: "That edition is not here, or no longer. `/digest last` shows the newest.",
    noStory: "That edition has no such story.",
    whichStory: "Sources of which story?",
    moreOfWhich: "More of which story?",
    readAt: "Read it at",
    noLonger: "The article is no longer kept.",
    before: (time: string) => `Corrected at ${time}, after the outlet changed its text. Until then it said:`,
    withdrawn: (time: string) => `Struck at ${time}: the outlet no longer says this.`,
    edits: (whys: readonly string[]) => `Changed by Quoth: ${whys.join("; ")}.`,
    leftOut: (cut: string, why: string) => `“${cut}” left out (${why})`,
    replaced: (whys: readonly string[]) => `The source’s own sentence stands here: ${whys.join("; ")}.`,
    toldBy: "Told by ",
    noQuotes: "No quotes in this edition.",
    noEarlier: (name: string) => `There is no earlier edition of ${name} here.`,
    earlier: (name: string) => `Earlier editions of ${name}`,
  },
  quote: {
    empty: (number: number) =>
      number === 0
        ? "There are no quotes yet: they come with the first articles. Then try `/quote carpenter surrender`."
        : `What should be looked for? Try \`/quote carpenter surrender\` or \`/quote "this is surrender"\`. ${quotes(number)} are kept.`,
    tooLong: (most: number) => `A question can have ${most} characters. Try \`/quote carpenter surrender\`.`,
    tooShort: "A single letter finds nothing. Try `/quote carpenter surrender`.",
    oldList: "That list is too old to turn. Ask again.",
    goneId: "That quote is not there, or no longer.",
    nothing: ({ words, by, in: outlet, since, until }: QuestionWords) =>
      `No quote${words === "" ? "" : ` with *${words}*`}${by === undefined ? "" : ` by *${by}*`}${outlet === undefined ? "" : ` in *${outlet}*`}${since === undefined ? "" : ` since ${since}`}${until === undefined ? "" : ` before ${until}`}.`,
    readOn: (date: string) => `read ${date}`,
    nearSpeakers: (names: readonly string[]) => `Names like it: ${names.join(", ")}.`,
    nearWords: (words: readonly string[]) => `With one word alone: ${words.join(", ")}.`,
    topics: (name: string, words: readonly string[]) => `${name} on ${words.join(", ")}.`,
    others: (words: string, names: readonly string[]) => `Others on *${words}*: ${names.join(", ")}.`,
    readAs: (question: string) => `Read as *${question}*.`,
    partial: "No quote has all of these words; these have all but one.",
    shorter: (outlet: string) => `${outlet} (shorter)`,
    longer: (outlet: string) => `${outlet} (more of it)`,
    firstIn: (outlet: string) => `first in ${outlet}`,
    version: (number: number) => `corrected article, version ${number}`,
    outdated: (version: number, newest: number) =>
      `These words stood in version ${version}. The article was corrected and no longer has them (version ${newest}).`,
    ambiguous: (names: readonly string[]) => `Several people fit: ${names.join(", ")}.`,
    ofTotal: (from: number, to: number, total: number) => (from === to ? `${from} of ${total}.` : `${from}–${to} of ${total}.`),
    unnamed: "Speaker not named",
    to: (outlet: string) => `to ${outlet}`,
    alsoIn: (outlets: readonly string[]) => `also in ${outlets.join(", ")}`,
  },
  speaker: {
    whom: "Whom? Try `/speaker show carpenter`.",
    several: (name: string) => `Several people fit *${name}*.`,
    nobody: (name: string) => `Nobody called *${name}* was quoted.`,
    alsoCalled: (names: readonly string[]) => `Also: ${names.join(", ")}.`,
    tooMany: (most: number) => `A channel can follow ${most} people. Unfollow somebody first.`,
    follows: (name: string) => `${name} is followed here: what is said next comes within minutes, once, whoever carries it.`,
    unfollows: (name: string) => `${name} is no longer followed here.`,
    followedHere: "Newest by those followed here",
    followedSubscription: "Followed speakers",
    topics: "Topics",
    timeline: (from: string, bars: string, to: string) => `${from} ${bars} ${to}`,
  },
  article: {
    empty: "Give a link, some text or a file. Try `/article https://example.org/ports`.",
    tooShort: "That is too short for an article. Paste at least a paragraph, or give a link that begins with `https://`.",
    tooLarge: "That file is larger than 5 MB.",
    nothing: "There is nothing in it that stands alone: no sentence that says who did what.",
    moreQuotes: (number: number) => `And ${quotes(number)} more.`,
  },
  why: {
    fetched: (moment: string, outlet: string, version: number) =>
      `Fetched ${moment} from ${outlet}${version > 1 ? `, version ${version}` : ""}.`,
    reasons: {
      joined: (title: string, percent: number, both: string) => `Same story as *${title}*: ${percent} % alike; both say ${both}.`,
      merged: (title: string, percent: number, both: string) =>
        `Its story became one with that of *${title}*: ${percent} % alike; both say ${both}.`,
      apart: (title: string, percent: number, names: string) =>
        `Kept apart from *${title}*, though ${percent} % alike: that story knows nothing of ${names}.`,
      unlike: (title: string, percent: number, both: string) =>
        `Nearest other story: *${title}*, ${percent} % alike, too little to be one${both === "" ? "" : `; both say ${both}`}.`,
    },
    leftOut: (name: string, pattern: string) => `${name} leaves it out here, for the filter ${pattern}.`,
    notAmong: (name: string) => `${name} leaves it out here: none of the filters that let stories in finds it.`,
    notSentHere: "It was not sent here.",
    placed: (name: string, place: number, title: string, why: string, when: string) =>
      `Here in ${name}, place ${place}: ${title} (${why}). ${when}.`,
    posted: (moment: string) => `Posted ${moment}`,
    states: {
      queued: "Waiting to be sent",
      sending: "Being sent",
      sent: "Sent",
      refused: "Refused by the platform",
      unknown: "May or may not have arrived",
      dropped: "Not sent",
    },
    neverSeen: "Never seen. These sources of this channel could have had it:",
    noSuchSource: (host: string) => `Never seen. No source of this channel is at \`${host}\`.`,
  },
};

export type ReadingWords = typeof reading;
