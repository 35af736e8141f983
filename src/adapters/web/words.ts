/** What the page itself says; the messages come worded. */
export interface PageWords {
  readonly locale: string;
  readonly title: string;
  readonly messages: string;
  readonly side: string;
  readonly skip: string;
  readonly command: string;
  readonly hint: string;
  readonly send: string;
  readonly attach: string;
  readonly earlier: string;
  readonly newest: string;
  readonly back: string;
  readonly youTyped: string;
  readonly openSource: string;
  readonly close: string;
  readonly live: string;
  readonly offline: string;
  readonly welcome: string;
  readonly tryThese: string;
  readonly signs: { readonly corrected: string; readonly withdrawn: string; readonly new: string };
}

const english: PageWords = {
  locale: "en-GB",
  title: "Quoth",
  messages: "Messages",
  side: "Subscriptions",
  skip: "Skip to the command line",
  command: "Command",
  hint: "Type a command, or help",
  send: "Send",
  attach: "File",
  earlier: "Earlier messages",
  newest: "Newest messages",
  back: "Back",
  youTyped: "You typed: ",
  openSource: "Open the source sentence",
  close: "Close",
  live: "Live",
  offline: "Not connected; trying again",
  welcome: "A quiet reading room. Digests appear here as they are delivered; what you ask is answered here.",
  tryThese: "Try one of these:",
  signs: { corrected: "Corrected: ", withdrawn: "Withdrawn: ", new: "New: " },
};

const ukrainian: PageWords = {
  locale: "uk",
  title: "Quoth",
  messages: "Повідомлення",
  side: "Підписки",
  skip: "До рядка команд",
  command: "Команда",
  hint: "Введіть команду або help",
  send: "Надіслати",
  attach: "Файл",
  earlier: "Давніші повідомлення",
  newest: "Найновіші повідомлення",
  back: "Назад",
  youTyped: "Ви ввели: ",
  openSource: "Відкрити речення джерела",
  close: "Закрити",
  live: "На зв’язку",
  offline: "Немає зв’язку; пробую знову",
  welcome: "Тиха читальня. Дайджести з’являються тут, щойно надходять; на запитання відповідь тут само.",
  tryThese: "Спробуйте щось із цього:",
  signs: { corrected: "Виправлено: ", withdrawn: "Відкликано: ", new: "Нове: " },
};

/** By the browser's first language. */
export const pageWords = (lang: string): PageWords => (lang.toLowerCase().startsWith("uk") ? ukrainian : english);
