import { codes, feeds, subscriptions } from "./counts.ts";

/** What comes to a channel, when, and from where. */
export const subscribing = {
  subscribe: {
    which: "Which digest should this channel get?",
    noDigest: (name: string, near: readonly string[]) =>
      `There is no digest \`${name}\`.${near.length > 0 ? ` There is ${codes(near)}.` : ""}`,
    already: (id: string) => `That is here already, as \`${id}\`.`,
    tooMany: (most: number) => `A channel can have ${subscriptions(most)}. Remove one first: \`/subscriptions\` lists them.`,
  },
  unsubscribe: {
    gone: (name: string, id: string) => `This channel no longer gets ${name} (\`${id}\`).`,
    left: (number: number) => (number === 0 ? "Nothing else comes here." : `${subscriptions(number)} left.`),
  },
  subscriptions: {
    title: "Subscriptions",
    none: "Nothing comes to this channel yet. Try `/subscribe sample 08:00 Europe/Kyiv`.",
  },
  schedule: {
    noTime: (word: string) => `\`${word}\` is no time of day. Try \`08:00\`, or \`08:00,18:30\` for two.`,
    tooManyTimes: (most: number) => `That is more than ${most} times a day. Try \`instant\` for stories as they break.`,
    noDays: (word: string) => `\`${word}\` is no day. Try \`mon-fri\`, \`daily\` or \`mon,wed\`.`,
    noZone: (word: string, near: string) => `*${word}* is no time zone. Near: ${near}.`,
    nothingSaid: (id: string) => `Say what should change. Try \`/schedule set ${id} 08:00 weekdays\`.`,
    noRange: (word: string) => `${word === "" ? "Hours are missing." : `\`${word}\` is no range of hours.`} Try \`22:00-07:00\`.`,
    quietNeedsTimes: (id: string) => `Quiet hours need times of day. Give it some: \`/schedule set ${id} 08:00,18:00\`.`,
    allQuiet: (id: string) => `Then nothing would ever come. To stop it for a while: \`/schedule pause ${id}\`.`,
    catchUp: "What was missed meanwhile comes with the next edition.",
    fresh: "What was missed meanwhile is left out.",
  },
  settings: {
    noStyle: (word: string, styles: readonly string[]) => `\`${word}\` is no style. There is ${codes(styles)}.`,
    noNumber: (word: string, name: string, most: number) => `\`${word}\` does not fit ${name}: 1 to ${most}. Try \`${name}:3\`.`,
    noFlag: (word: string, name: string) => `\`${word}\` is neither on nor off. Try \`${name}:on\`.`,
    noMention: (word: string) => `\`${word}\` is no role or person here. Pick one by mentioning it, or \`mention:none\`.`,
    quotes: (on: boolean): string => (on ? "With quotes" : "Without quotes"),
  },
  feed: {
    title: "Feeds of this channel",
    ownName: "Own feeds",
    ownAbout: "The feeds that were added in this channel.",
    none: "This channel has no feeds of its own. Try `/feed add https://example.org/rss`.",
    noUrl: (word: string) => `\`${word}\` is no web address. One looks like \`https://example.org/ports\`.`,
    noFeed: (word: string) =>
      `No feed was found at \`${word}\`. Give the address of the feed itself, often ending in \`/rss\` or \`/feed\`.`,
    several: "Which of these?",
    already: (title: string) => `${title} is here already.`,
    tooMany: (most: number) => `A channel can have ${feeds(most)}. Remove one first.`,
    added: (title: string) => `Added ${title}.`,
    removed: (title: string) => `Removed ${title}.`,
    left: (number: number) => (number === 0 ? "No feed is left here." : `${feeds(number)} left.`),
    notHere: (word: string) => `\`${word}\` is no feed of this channel. \`/feed list\` shows them.`,
    andMore: (number: number) => `And ${number} more.`,
    newest: (date: string) => `newest ${date}`,
    readAt: (moment: string) => `read ${moment}`,
    notYetRead: "not read yet",
    needsFile: "Attach the reading list (an OPML file) to `/feed import`.",
    noneInFile: "There is no feed's address in that file. Attach what a feed reader exports as OPML to `/feed import`.",
    imported: (added: number, known: number, left: number) =>
      `${feeds(added)} added${known > 0 ? `, ${known} here already` : ""}${left > 0 ? `, ${left} left out: the channel is full` : ""}.`,
  },
  filter: {
    noWords: "Which words? Try `/filter add exclude football`.",
    badPattern: {
      "look-around": (near: string) =>
        `\`${near}\` looks around, which can take for ever, so it is not taken. Say what should stand there: \`/ferr(y|ies) strike/\`.`,
      "back-reference": (near: string) =>
        `\`${near}\` asks for the same words again, which can take for ever, so it is not taken. Write the words out: \`/(ferry|train) strike/\`.`,
      "too-big": (near: string) => `\`${near}\` is too large a pattern. Make it shorter, with smaller repeats, or use two filters.`,
      syntax: (near: string) => `\`${near}\` is no pattern. An example: \`/ferr(y|ies) strike/\`. For plain words leave out the slashes.`,
    },
    badWords: (most: number) => `A filter is a word or phrase of at most ${most} characters. Try \`/filter add exclude football\`.`,
    tooMany: (most: number) => `A subscription can have ${most} filters. Remove one first.`,
    tooManyPatterns: (most: number) => `A subscription can have ${most} patterns. Remove one first, or use plain words.`,
    already: (pattern: string) => `\`${pattern}\` is there already.`,
    added: (mode: "include" | "exclude", pattern: string, name: string) =>
      mode === "include" ? `${name} keeps only stories with \`${pattern}\`.` : `${name} leaves out stories with \`${pattern}\`.`,
    removed: (pattern: string, name: string) => `${name} no longer filters \`${pattern}\`.`,
    notThere: (pattern: string) => `There is no filter \`${pattern}\`. \`/filter list\` shows them.`,
    none: (name: string) => `${name} has no filters. Try \`/filter add exclude football\`.`,
    title: (name: string) => `Filters of ${name}`,
    line: (mode: "include" | "exclude", pattern: string) => (mode === "include" ? `only with ${pattern}` : `not with ${pattern}`),
    tested: (pattern: string, number: string) => `\`${pattern}\` stands in ${number} of the last seven days.`,
  },
  undo: {
    back: "Back as it was.",
    removed: (id: string) => `Undone: \`${id}\` is gone again.`,
    gone: "That can no longer be undone: the way back is open for ten minutes, once.",
  },
};

export type SubscribingWords = typeof subscribing;
