const en = {
  failed: "That did not work. The log of Quoth says why.",
  oldButton: "This button is too old. Ask again with /help.",
  notAdministrator: (chat: string) =>
    `Only an administrator of ${chat} may do that, and Quoth has to be in it. Add Quoth there as an administrator, then ask again.`,
  tooLarge: "Telegram hands files of up to 20 MB to bots. Send a smaller one.",
  ask: "Ask Quoth",
  notMember: "This button is about a chat that you are not in.",
  blocked: "Quoth was blocked.",
  removed: "Quoth was removed from the chat.",
  silenced: "Quoth may not write there any more.",
  topicClosed: "The topic was closed.",
  suspended: (chat: string, why: string) =>
    `${chat}: ${why} Nothing is sent there until that changes; its subscriptions and settings are kept.`,
};

const uk: typeof en = {
  failed: "Не вийшло. Причина — у журналі Quoth.",
  oldButton: "Ця кнопка застара. Спитайте ще раз: /help.",
  notAdministrator: (chat) =>
    `Це може лише адміністратор ${chat}, і Quoth має бути там. Додайте туди Quoth як адміністратора і спитайте ще раз.`,
  tooLarge: "Telegram передає ботам файли до 20 МБ. Надішліть менший.",
  ask: "Спитати Quoth",
  notMember: "Ця кнопка про чат, у якому вас немає.",
  blocked: "Quoth заблоковано.",
  removed: "Quoth вилучили з чату.",
  silenced: "Quoth більше не може там писати.",
  topicClosed: "Тему закрили.",
  suspended: (chat, why) => `${chat}: ${why} Доки це так, туди нічого не надходить; підписки й налаштування збережено.`,
};

export const wordsFor = (lang: string): typeof en => (/^uk\b/i.test(lang) ? uk : en);
