/** The few words that belong to this platform alone. */
export interface DiscordWords {
  readonly oldButton: string;
  readonly noText: string;
  readonly failed: string;
  readonly notInstalled: string;
  /** Where a channel has no name. */
  readonly here: string;
  readonly missing: (channel: string, names: readonly string[]) => string;
  readonly formTitle: string;
  /** The command in the menu of a message. */
  readonly findQuotes: string;
}

const en: DiscordWords = {
  oldButton: "This button belongs to an older message. /help shows what works now.",
  noText: "This message has no text to look up.",
  failed: "That did not work. Try again in a minute.",
  notInstalled: "Quoth is not in this server, so it cannot post here. Add it to the server first, or use it in a direct message.",
  here: "this channel",
  missing: (channel, names) =>
    `Quoth may not post in ${channel}: it lacks ${names.join(" and ")} there. Give it that permission (Edit Channel → Permissions → Quoth), or choose another channel.`,
  formTitle: "Get a digest in this channel",
  findQuotes: "Find quotes",
};

const uk: DiscordWords = {
  oldButton: "Ця кнопка зі старого повідомлення. /help покаже, що працює тепер.",
  noText: "У цьому повідомленні немає тексту для пошуку.",
  failed: "Не вийшло. Спробуйте ще раз за хвилину.",
  notInstalled: "Quoth немає на цьому сервері, тож він не може тут писати. Спершу додайте його на сервер або пишіть йому особисто.",
  here: "цей канал",
  missing: (channel, names) =>
    `Quoth не може писати в ${channel}: бракує дозволу ${names.join(" і ")}. Дайте цей дозвіл (Редагувати канал → Дозволи → Quoth) або виберіть інший канал.`,
  formTitle: "Отримувати дайджест у цьому каналі",
  findQuotes: "Знайти цитати",
};

export const wordsFor = (lang: string): DiscordWords => (lang.toLowerCase().startsWith("uk") ? uk : en);
