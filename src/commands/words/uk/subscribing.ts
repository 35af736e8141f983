import type { SubscribingWords } from "../en/subscribing.ts";
import { codes, feeds, subscriptions } from "./counts.ts";

/** What comes to a channel, when, and from where. */
export const subscribing: SubscribingWords = {
  subscribe: {
    which: "Який дайджест надсилати в цей канал?",
    noDigest: (name, near) => `Дайджесту \`${name}\` немає.${near.length > 0 ? ` Є ${codes(near)}.` : ""}`,
    already: (id) => `Це тут уже є: \`${id}\`.`,
    tooMany: (most) => `У каналу може бути щонайбільше ${subscriptions(most)}. Спершу приберіть одну: \`/subscriptions\`.`,
  },
  unsubscribe: {
    gone: (name, id) => `Цей канал більше не отримує «${name}» (\`${id}\`).`,
    left: (number) => (number === 0 ? "Більше сюди нічого не надходить." : `Лишилося: ${subscriptions(number)}.`),
  },
  subscriptions: {
    title: "Підписки",
    none: "У цей канал ще нічого не надходить. Спробуйте `/subscribe sample 08:00 Europe/Kyiv`.",
  },
  schedule: {
    noTime: (word) => `\`${word}\` не є часом доби. Спробуйте \`08:00\` або \`08:00,18:30\` для двох.`,
    tooManyTimes: (most) => `Це частіше, ніж ${most} разів на добу. Спробуйте \`instant\`, щоб новини надходили одразу.`,
    noDays: (word) => `\`${word}\` не є днем. Спробуйте \`пн-пт\`, \`щодня\` або \`пн,ср\`.`,
    noZone: (word, near) => `*${word}* не є часовим поясом. Схожі: ${near}.`,
    nothingSaid: (id) => `Скажіть, що змінити. Спробуйте \`/schedule set ${id} 08:00 будні\`.`,
    noRange: (word) => `${word === "" ? "Бракує годин." : `\`${word}\` не є проміжком годин.`} Спробуйте \`22:00-07:00\`.`,
    quietNeedsTimes: (id) => `Для тихих годин потрібен розклад. Задайте його: \`/schedule set ${id} 08:00,18:00\`.`,
    allQuiet: (id) => `Тоді не надходило б нічого. Щоб зупинити на час: \`/schedule pause ${id}\`.`,
    catchUp: "Пропущене надійде з наступним випуском.",
    fresh: "Пропущене не надійде.",
  },
  settings: {
    noStyle: (word, styles) => `Стилю \`${word}\` немає. Є ${codes(styles)}.`,
    noNumber: (word, name, most) => `\`${word}\` не пасує для ${name}: від 1 до ${most}. Спробуйте \`${name}:3\`.`,
    noFlag: (word, name) => `\`${word}\`: ні «так», ні «ні». Спробуйте \`${name}:on\`.`,
    noMention: (word) => `\`${word}\` не є роллю чи особою тут. Згадайте її або напишіть \`mention:none\`.`,
    quotes: (on) => (on ? "З цитатами" : "Без цитат"),
  },
  feed: {
    title: "Стрічки цього каналу",
    ownName: "Власні стрічки",
    ownAbout: "Стрічки, додані в цьому каналі.",
    none: "Власних стрічок у цього каналу немає. Спробуйте `/feed add https://example.org/rss`.",
    noUrl: (word: string) => `\`${word}\` не є вебадресою. Вона виглядає так: \`https://example.org/ports\`.`,
    noFeed: (word) =>
      `За адресою \`${word}\` стрічки не знайдено. Дайте адресу самої стрічки: часто вона закінчується на \`/rss\` або \`/feed\`.`,
    several: "Яку з цих?",
    already: (title) => `${title} тут уже є.`,
    tooMany: (most) => `У каналу може бути щонайбільше ${feeds(most)}. Спершу приберіть одну.`,
    added: (title) => `Додано: ${title}.`,
    removed: (title) => `Прибрано: ${title}.`,
    left: (number) => (number === 0 ? "Стрічок тут не лишилося." : `Лишилося: ${feeds(number)}.`),
    notHere: (word) => `\`${word}\` не є стрічкою цього каналу. Усі: \`/feed list\`.`,
    andMore: (number) => `І ще ${number}.`,
    newest: (date) => `найновіше: ${date}`,
    readAt: (moment) => `прочитано ${moment}`,
    notYetRead: "ще не прочитано",
    needsFile: "Додайте список стрічок (файл OPML) до `/feed import`.",
    noneInFile:
      "У цьому файлі немає адреси жодної стрічки. Додайте до `/feed import` файл OPML, який вивантажує програма для читання стрічок.",
    imported: (added, known, left) =>
      `Додано: ${feeds(added)}${known > 0 ? `; вже були: ${known}` : ""}${left > 0 ? `; не вмістилося: ${left}` : ""}.`,
  },
  filter: {
    noWords: "Які слова? Спробуйте `/filter add exclude футбол`.",
    badPattern: {
      "look-around": (near) =>
        `\`${near}\` озирається навколо, а це може тривати без кінця, тож так не можна. Напишіть, що має там стояти: \`/пором(и|ів)? страйк/\`.`,
      "back-reference": (near) =>
        `\`${near}\` питає ті самі слова ще раз, а це може тривати без кінця, тож так не можна. Випишіть слова: \`/(пором|потяг) страйк/\`.`,
      "too-big": (near) => `\`${near}\`: завеликий шаблон. Скоротіть його, зменште повтори або зробіть два фільтри.`,
      syntax: (near) => `\`${near}\`: це не шаблон. Приклад: \`/пором(и|ів)? страйк/\`. Для звичайних слів скісні риски не потрібні.`,
    },
    badWords: (most) => `Фільтр: слово або вислів, щонайбільше ${most} символів. Спробуйте \`/filter add exclude футбол\`.`,
    tooMany: (most) => `У підписки може бути щонайбільше ${most} фільтрів. Спершу приберіть один.`,
    tooManyPatterns: (most) => `У підписки може бути щонайбільше ${most} шаблонів. Спершу приберіть один або пишіть слова.`,
    already: (pattern) => `\`${pattern}\` вже є.`,
    added: (mode, pattern, name) =>
      mode === "include" ? `У «${name}» лише новини зі словом \`${pattern}\`.` : `У «${name}» не буде новин зі словом \`${pattern}\`.`,
    removed: (pattern, name) => `«${name}» більше не фільтрує \`${pattern}\`.`,
    notThere: (pattern) => `Фільтра \`${pattern}\` немає. Усі: \`/filter list\`.`,
    none: (name) => `У «${name}» фільтрів немає. Спробуйте \`/filter add exclude футбол\`.`,
    title: (name) => `Фільтри «${name}»`,
    line: (mode, pattern) => (mode === "include" ? `лише з: ${pattern}` : `без: ${pattern}`),
    tested: (pattern, number) => `\`${pattern}\` за останні сім днів: ${number}.`,
  },
  undo: {
    back: "Усе, як було.",
    removed: (id) => `Скасовано: \`${id}\` знову немає.`,
    gone: "Цього вже не скасувати: зворотний шлях відкритий десять хвилин, один раз.",
  },
};
