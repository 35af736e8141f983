/** Limits of the Bot API 10.1, beside where they are said. */
export const limits = {
  /** sendMessage: characters after entity parsing, counted in UTF-16 units. */
  text: 4_096,
  /** sendRichMessage: characters and blocks of a rich message. */
  richText: 32_768,
  richBlocks: 500,
  /** sendPhoto, sendDocument. */
  caption: 1_024,
  /** Entities after the hundredth are dropped without a word: MessageEntity, as the official server behaves. */
  entities: 100,
  /** InlineKeyboardButton: bytes. */
  callbackData: 64,
  /** answerInlineQuery. */
  inlineResults: 50,
  /** getFile: bytes. */
  download: 20_000_000,
  /** BotCommand. */
  commandAbout: 256,
  /** setMyCommands. */
  commands: 100,
} as const;
