const en = {
  failed: "That did not work. The log of Quoth says why.",
  oldButton: "This button is too old. Ask again with /help.",
  notAdministrator: (chat: string) =>
    `Only an administrator of ${chat} may do that, and Quoth has to be in it. Add Quoth there as an administrator, then ask again.`,
  tooLarge: "Telegram hands files of up to 20 MB to bots. Send a smaller one.",
  ask: "Ask Quoth",
};

const uk: typeof en = {
  failed: "Не вийшло. Причина — у журналі Quoth.",
  oldButton: "Ця кнопка застара. Спитайте ще раз: /help.",
  notAdministrator: (chat) =>
    `Це може лише адміністратор ${chat}, і Quoth має бути там. Додайте туди Quoth як адміністратора і спитайте ще раз.`,
  tooLarge: "Telegram передає ботам файли до 20 МБ. Надішліть менший.",
  ask: "Спитати Quoth",
};

export const wordsFor = (lang: string): typeof en => (/^uk\b/i.test(lang) ? uk : en);
