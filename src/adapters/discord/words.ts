/** The few words that belong to this platform alone. */
export interface DiscordWords {
  readonly oldButton: string;
  readonly noText: string;
  readonly failed: string;
  readonly notInstalled: string;
  /** Where a channel has no name. */
  readonly here: string;
  readonly missing: (channel: string, names: readonly string[]) => string;
  /** Why a file that was handed in cannot be used. */
  readonly attachment: Readonly<Record<"too-large" | "gone", string>>;
  /** To a manager, in person. */
  readonly stopped: (channels: string, why: string) => string;
  readonly formTitle: string;
  /** The command in the menu of a message. */
  readonly findQuotes: string;
  readonly managers: {
    readonly about: string;
    readonly role: string;
    readonly onlyServer: string;
    readonly refused: string;
    readonly none: string;
    readonly chosen: (role: string) => string;
  };
}

const en: DiscordWords = {
  oldButton: "This button belongs to an older message. /help shows what works now.",
  noText: "This message has no text to look up.",
  failed: "That did not work. Try again in a minute.",
  notInstalled: "Quoth is not in this server, so it cannot post here. Add it to the server first, or use it in a direct message.",
  here: "this channel",
  missing: (channel, names) =>
    `Quoth may not post in ${channel}: it lacks ${names.join(" and ")} there. Give it that permission (Edit Channel → Permissions → Quoth), or choose another channel.`,
  attachment: {
    "too-large": "That file is larger than 5 MB. Attach a smaller one.",
    gone: "The file could not be fetched from Discord. Attach it again.",
  },
  stopped: (channels, why) => `${channels}: ${why} Nothing is sent there until that changes; subscriptions and settings are kept.`,
  formTitle: "Get a digest in this channel",
  findQuotes: "Find quotes",
  managers: {
    about: "Choose the role that manages Quoth in this server",
    role: "The role; leave it out to choose none",
    onlyServer: "Roles are a matter of servers. Here you manage Quoth yourself.",
    refused: "That needs the permission Manage Server.",
    none: "Those with Manage Channels manage Quoth here, and nobody else.",
    chosen: (role) => `Members with the role ${role} manage Quoth in every channel of this server, as do those with Manage Channels.`,
  },
};

const uk: DiscordWords = {
  oldButton: "Ця кнопка зі старого повідомлення. /help покаже, що працює тепер.",
  noText: "У цьому повідомленні немає тексту для пошуку.",
  failed: "Не вийшло. Спробуйте ще раз за хвилину.",
  notInstalled: "Quoth немає на цьому сервері, тож він не може тут писати. Спершу додайте його на сервер або пишіть йому особисто.",
  here: "цей канал",
  missing: (channel, names) =>
    `Quoth не може писати в ${channel}: бракує дозволу ${names.join(" і ")}. Дайте цей дозвіл (Редагувати канал → Дозволи → Quoth) або виберіть інший канал.`,
  attachment: {
    "too-large": "Файл більший за 5 МБ. Додайте менший.",
    gone: "Не вдалося взяти файл у Discord. Додайте його ще раз.",
  },
  stopped: (channels, why) => `${channels}: ${why} Доки це так, туди нічого не надходить; підписки й налаштування збережено.`,
  formTitle: "Отримувати дайджест у цьому каналі",
  findQuotes: "Знайти цитати",
  managers: {
    about: "Вибрати роль, що керує Quoth на цьому сервері",
    role: "Роль; без неї не вибрано жодної",
    onlyServer: "Ролі бувають лише на серверах. Тут ви керуєте Quoth самі.",
    refused: "Для цього потрібен дозвіл «Керувати сервером».",
    none: "Тут Quoth керують ті, хто має дозвіл «Керувати каналами», і більше ніхто.",
    chosen: (role) => `Учасники з роллю ${role} керують Quoth у всіх каналах цього сервера, як і ті, хто має дозвіл «Керувати каналами».`,
  },
};

export const wordsFor = (lang: string): DiscordWords => (lang.toLowerCase().startsWith("uk") ? uk : en);
