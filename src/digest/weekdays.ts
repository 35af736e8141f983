import { clauseWeekdays } from "./weekday-words.ts";

/** What a language needs to read a weekday as a day, and to write that day. Months by `Date.getUTCMonth`, weekdays by `getUTCDay`. */
export interface WeekdayWords {
  /** A weekday with what stands before and after it: groups `before`, `day` and, where the language parts it, `time`. */
  readonly find: RegExp;
  /** Beginnings of the weekdays, Sunday first. */
  readonly days: readonly string[];
  readonly months: readonly string[];
  /** "24 November" as it stands in the place of what `find` took. */
  readonly write: (date: string, before: string, time: string) => string;
  readonly dateOf: (day: number, month: string) => string;
  readonly readTense: (before: string, after: string) => Tense;
}

export type Tense = "past" | "future" | "unsure";

const times = "morning|afternoon|evening|night";

export const weekdayWords: Readonly<Record<string, WeekdayWords>> = {
  en: {
    find: new RegExp(
      `(?<![-–—/&]\\s?|\\p{L}|(?:Mail|Independent|Scotland|Wales|Star|Express|Mirror|Post)\\s)(?<before>(?:[Oo]n|[Ll]ast)\\s|(?<=\\s(?:said|says|reported|confirmed|announced|opened|closed|arrived|died|late|early)\\s))(?<day>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?:\\s(?<time>${times})(?!\\p{L}))?(?=[.;:!?)]|,(?!\\s(?:\\p{Lu}\\p{Ll}{2,8}\\.?\\s)?\\d)|\\s(?!(?:and|or|to(?=\\s\\p{Lu})|through|until|till|week|the|last|next|${times})(?!\\p{L})|\\p{Lu}|\\d|[-–—&/]))(?!,?\\s(?:and\\s|or\\s)?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)`,
      "gu",
    ),
    days: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    dateOf: (day, month) => `${day} ${month}`,
    write: (date, before, time) => `${/^[OL]/.test(before) ? "On" : "on"} ${time ? `the ${time} of ` : ""}${date}`,
    readTense: readEnglish,
  },
  ...clauseWeekdays,
};

const say =
  "said|told|says|announced|agreed|planned|proposed|called|ordered|asked|demanded|promised|threatened|warned|urged|wanted|expected|scheduled|postponed|delayed|set|moved|confirmed|reported|decided|voted|hoped|vowed|offered|invited|booked|pledged|listed|arranged|organi[sz]ed|advised|noted|added|claimed|believed|stated|declared|revealed|insisted|suggested";
const act =
  "was|were|had|came|went|left|began|fell|rose|held|won|lost|took|found|met|struck|broke|made|gave|saw|sent|shot|led|got|became|ran|drew|flew|sank|spoke|wrote|fed|grew|chose|bought|sold|brought|caught|fought|built|paid|rode|sang|stole|stood|threw|withdrew|(?!(?:hundred|indeed|speed|need|exceed|proceed|succeed|breed|seed|feed|agreed|freed)(?!\\p{L}))\\p{Ll}{2,}ed";
const ahead = "will|shall|(?:is|are) (?:due|set|expected|scheduled|going) to";
const marker = new RegExp(
  `(?<!\\p{L})(?:(?<say>${say})|(?<ahead>${ahead})|(?<open>would|could|may|might|can|must|should|is|are|be|being|has|have)|(?<act>${act}))(?!\\p{L})`,
  "gu",
);
/** Between a verb and its day: another clause, an aim, or an event that lies ahead. */
const interrupts =
  /(?<!\p{L})(?:that|who|which|whose|if|whether|when|because|ahead|before|until|till|by|for|against|due|next|upcoming|to\s(?!the\s|an?\s|his\s|her\s|its\s|their\s|all\s|any\s|\p{N})\p{Ll}+)(?!\p{L})|[;:·]/u;

function readEnglish(before: string, after: string): Tense {
  const led = [...before.matchAll(marker)];
  const last = led.at(-1);
  if (!last) return readOpening(before, after);
  const between = behindVerb(last[0], before.slice(last.index + last[0].length));
  const { ahead: isAhead, act: isAct } = last.groups ?? {};
  const auxiliary = /(?<!\p{L})(will|would|could|may|might|can|must|should|to|is|are|being?)\s(?:\p{Ll}+\s){0,2}$/u.exec(
    before.slice(0, last.index),
  )?.[1];
  if (interrupts.test(between)) return "unsure";
  if (isAhead !== undefined || (/^(?:is|are)$/.test(last[0]) && between === " ")) return "future"; // "the first sailing is on Saturday"
  if (auxiliary !== undefined) return "unsure";
  if (isAct !== undefined) return "past";
  return saysThen(last[0], between) ? "past" : "unsure";
}

/** What stands between a verb and its day, without "to give" of "began to give" and "by 17 to 12" of "voted by 17 to 12". */
function behindVerb(verb: string, between: string): string {
  if (/^(?:began|started|managed|failed|continued|ceased)$/.test(verb)) return between.replace(/^\sto\s\p{Ll}+/u, "");
  return verb === "voted" ? between.replace(/^\s(?:by\s)?\p{N}+(?:\sto\s|\s?[-–]\s?)\p{N}+(?=\s$)/u, "") : between;
}

/** "said on Monday", "told reporters in Kelva on Monday": the day is that of the telling, not of what is told. */
function saysThen(verb: string, between: string): boolean {
  if (!new RegExp(`^(?:${say})$`, "u").test(verb)) return false;
  if (/^\s(?:late |early )?$/u.test(between)) return true;
  if (verb === "said") return /^\s(?:in|at|during)(?:\s[\p{L}’'-]+){1,5}\s$/u.test(between);
  return verb === "told" && /^(?:\s[\p{L}’'-]+){1,3}\s$/u.test(between);
}

/** "On Monday, the board closed …": the first verb decides, unless something ahead follows before anybody is said to say it. */
function readOpening(before: string, after: string): Tense {
  if (before.trim() !== "") return "unsure";
  const [first, second] = [...after.matchAll(marker)];
  const { say: isSay, act: isAct, ahead: isAhead } = first?.groups ?? {};
  if (isAhead !== undefined) return "future";
  if (isSay !== undefined) return "past";
  return isAct !== undefined && second?.groups?.ahead === undefined && second?.groups?.open === undefined ? "past" : "unsure";
}
