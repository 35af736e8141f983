import type { ModelUse } from "../../deps.ts";
import type { RunningWords } from "../en/running.ts";
import { codes, count, editions, feeds, list, number, sources, subscriptions } from "./counts.ts";

/** How Quoth is, what it keeps, and how to ask it. */
export const running: RunningWords = {
  status: {
    last: (moment) => `Востаннє: ${moment}.`,
    nothingYet: "Ще нічого не надіслано.",
    allRead: "Усі джерела читаються.",
    failing: (number) => `Не читаються: ${sources(number)}.`,
    since: (moment) => `Від ${moment}.`,
    unknown: (moment) => `Випуск за ${moment} міг надійти сюди, а міг і ні. Гляньте й скажіть.`,
    operator: (version, queued, unknown, refused) =>
      `Quoth ${version}. Чекають: ${queued}, під сумнівом: ${unknown}, відхилено: ${refused}.`,
    models: ({ worded, replaced, failed, tokens, money, limits, reasons }: ModelUse) =>
      `Моделі сьогодні: ${number(tokens)} із ${number(limits.tokensPerDay)} токенів, витрачено ${money.toFixed(2)} із ${limits.moneyPerDay.toFixed(2)}. Пунктів складено: ${worded}, замінено: ${replaced}, новин без відповіді: ${failed}.${reasons.length > 0 ? " Останні причини заміни:" : ""}`,
    settledAlready: "Це вже вирішено.",
    sentAgain: (what) => `${what}: надсилається ще раз.`,
    tookArrived: (what) => `${what}: занотовано, випуск надійшов.`,
  },
  privacy: {
    kept: (subs, ownFeeds, sent) =>
      `Про цей канал збережено таке: адреса й назва, ${subscriptions(subs)}, ${feeds(ownFeeds)}, ${editions(sent)} з часом надсилання.`,
    nobody:
      "Про людей зберігається лише номер того, хто востаннє керував цим каналом: йому кажуть, коли Quoth звідти вилучають. Частоту запитів лічать у пам’яті хвилину.",
    sure: "Буде видалено підписки, стрічки, налаштування й записи про надіслане сюди. Скасувати це не можна.",
    gone: (rows) =>
      `Видалено ${count({ one: "рядок", few: "рядки", many: "рядків", other: "рядка" })(rows)}. Сюди більше нічого не надходить.`,
  },
  lang: {
    which: "Якою мовою тут відповідати?",
    unknown: (word, codesKnown) => `Мови \`${word}\` тут немає. Спробуйте ${list(codesKnown.map((code) => `\`/lang ${code}\``))}.`,
    now: "Відтепер відповіді тут українською. Дайджести лишаються мовою своїх джерел.",
  },
  help: {
    title: "Що вміє Quoth",
    alsoCalled: (names) => `Також ${codes(names)}.`,
    noTopic: (word) => `Команди ${word} немає.`,
  },
};
