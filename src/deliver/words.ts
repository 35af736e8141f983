import { placeOf } from "../text/places.ts";

/** What a rendered edition says besides its stories, in one language. */
export interface EditionWords {
  readonly locale: string;
  readonly partsOfDay: readonly [night: string, morning: string, afternoon: string, evening: string];
  readonly stories: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  readonly outlets: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  readonly breaking: string;
  /** Heading of an alert: who was quoted. */
  readonly quoted: (names: readonly string[]) => string;
  readonly moreQuoted: (number: number) => string;
  readonly covers: (range: string) => string;
  readonly nothingSince: (when: string) => string;
  readonly via: (outlet: string) => string;
  readonly corrected: (time: string) => string;
  readonly somebody: string;
  readonly deadSource: (source: string, digest: string, since: string, problem: string) => string;
  readonly buttons: {
    readonly sources: string;
    readonly quotes: string;
    readonly more: string;
    readonly earlier: string;
    readonly context: string;
    readonly card: string;
  };
  /** What managers are told outside editions. */
  readonly notices: {
    /** `channel`: its name; absent in a private chat, which has none. */
    readonly inDoubt: (digest: string, when: string, channel: string | undefined) => string;
    readonly arrived: string;
    readonly again: string;
    readonly suspended: (channel: string | undefined, why: string) => string;
  };
}

const english: EditionWords = {
  locale: "en-GB",
  partsOfDay: ["night", "morning", "afternoon", "evening"],
  stories: { one: "story", other: "stories" },
  outlets: { one: "outlet", other: "outlets" },
  breaking: "just in",
  quoted: (names) => `Quoted: ${names.join(", ")}`,
  moreQuoted: (number) => `And ${number} more: /speaker show has them all.`,
  covers: (range) => `Covers ${range}: Quoth was away.`,
  nothingSince: (when) => `Nothing new since ${when}.`,
  via: (outlet) => `via ${outlet}`,
  corrected: (time) => `corrected ${time}`,
  somebody: "Speaker not named",
  deadSource: (source, digest, since, problem) =>
    `${source} cannot be read since ${since}, so ${digest} comes without it. ${problem} Quoth goes on trying; whoever runs it may give another address.`,
  buttons: { sources: "Sources", quotes: "Quotes", more: "More", earlier: "Earlier editions", context: "Context", card: "Card" },
  notices: {
    inDoubt: (digest, when, channel) =>
      `${digest} of ${when} may or may not have arrived ${channel === undefined ? "here" : `in ${channel}`}: no answer came. Look whether it is there, and say so.`,
    arrived: "It arrived",
    again: "Send again",
    suspended: (channel, why) =>
      `${channel === undefined ? "" : `${channel}: `}${why} Nothing more is sent there until that changes; its subscriptions and settings are kept.`,
  },
};

const ukrainian: EditionWords = {
  locale: "uk",
  partsOfDay: ["ніч", "ранок", "день", "вечір"],
  stories: { one: "новина", few: "новини", many: "новин", other: "новини" },
  outlets: { one: "видання", few: "видання", many: "видань", other: "видання" },
  breaking: "щойно",
  quoted: (names) => `Процитовано: ${names.join(", ")}`,
  moreQuoted: (number) => `І ще ${number}: усі покаже /speaker show.`,
  covers: (range) => `За ${range}: Quoth не працював.`,
  nothingSince: (when) => `Нічого нового від ${when}.`,
  via: (outlet) => `через ${outlet}`,
  corrected: (time) => `виправлено ${time}`,
  somebody: "Мовця не названо",
  deadSource: (source, digest, since, problem) =>
    `${source} не вдається прочитати від ${since}, тож «${digest}» виходить без цього джерела. ${problem} Quoth пробує далі; той, хто ним керує, може вказати іншу адресу.`,
  buttons: { sources: "Джерела", quotes: "Цитати", more: "Більше", earlier: "Попередні випуски", context: "Контекст", card: "Картка" },
  notices: {
    inDoubt: (digest, when, channel) =>
      `«${digest}» за ${when}: невідомо, чи випуск надійшов ${channel === undefined ? "сюди" : `в «${channel}»`}, бо відповіді не було. Гляньте, чи він там є, і скажіть.`,
    arrived: "Надійшов",
    again: "Надіслати ще раз",
    suspended: (channel, why) =>
      `${channel === undefined ? "" : `${channel}: `}${why} Доки це так, туди нічого не надходить; підписки й налаштування збережено.`,
  },
};

/** The words of the edition's own language, else of the channel's, else English. */
export function wordsFor(editionLang: string, channelLang: string): EditionWords {
  const known: Readonly<Record<string, EditionWords>> = { en: english, uk: ukrainian };
  return known[primary(editionLang)] ?? known[primary(channelLang)] ?? english;
}

const primary = (lang: string): string => lang.toLowerCase().split("-")[0] ?? "";

/** "3 outlets", "5 новин". */
export function countOf(count: number, forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>, { locale }: EditionWords): string {
  return `${count} ${forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? ""}`;
}

/** "24 Nov, 08:00 Kyiv". */
export function momentIn(zone: string, at: Date, words: EditionWords): string {
  return `${dayIn(zone, at, words)}, ${timeIn(zone, at, words)} ${placeOf(zone, words.locale)}`;
}

export const timeIn = (zone: string, at: Date, { locale }: EditionWords): string =>
  new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(at);

/** "Monday morning" / "понеділок, ранок". */
export function partOfDayIn(zone: string, at: Date, words: EditionWords): string {
  const weekday = new Intl.DateTimeFormat(words.locale, { weekday: "long", timeZone: zone }).format(at);
  const hour = Number(timeIn(zone, at, words).slice(0, 2));
  const part = words.partsOfDay[hour < 5 || hour >= 22 ? 0 : hour < 12 ? 1 : hour < 17 ? 2 : 3];
  return words === ukrainian ? `${weekday}, ${part}` : `${weekday} ${part}`;
}

/** "21–24 Nov"; one day is named alone. */
export const rangeIn = (zone: string, from: Date, to: Date, { locale }: EditionWords): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: zone }).formatRange(from, to);

const dayIn = (zone: string, at: Date, { locale }: EditionWords): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: zone }).format(at);
