/** Numbers of the Bot API 10.1 page, beside the method that says them; texts of the official server (tdlib/telegram-bot-api). */
export const limits = {
  /** sendMessage: 1-4096 characters after entities parsing. */
  text: 4_096,
  /** sendRichMessage: characters and blocks of a rich message. */
  richText: 32_768,
  richBlocks: 500,
  /** sendPhoto, sendDocument: 0-1024. */
  caption: 1_024,
  /** InlineKeyboardButton: 1-64 bytes. */
  callbackData: 64,
  /** answerInlineQuery: 50 results. */
  inlineResults: 50,
  /** BotCommand: description 1-256. */
  commandAbout: 256,
  /** answerCallbackQuery: text 0-200. */
  callbackText: 200,
  /** Bots FAQ: 30 messages a second over all chats. */
  perSecond: 30,
  /** Bots FAQ: one message a second in a chat; a short burst is let through. */
  burst: 3,
  /** Bots FAQ: 20 messages a minute in a group. */
  groupPerMinute: 20,
  /** getUpdates: updates are kept for 24 hours. */
  keptMs: 86_400_000,
} as const;

export const texts = {
  token: "Unauthorized",
  method: "Not Found: method not found",
  chat: "Bad Request: chat not found",
  thread: "Bad Request: message thread not found",
  topicClosed: "Bad Request: TOPIC_CLOSED",
  empty: "Bad Request: message text is empty",
  tooLong: "Bad Request: message is too long",
  /** The wording of these three is not of the official server: their source is not published yet. */
  richOne: "Bad Request: exactly one of html and markdown must be specified",
  richParse: "Bad Request: can't parse the message",
  tooManyBlocks: "Bad Request: too many blocks",
  caption: "Bad Request: message caption is too long",
  button: "Bad Request: BUTTON_DATA_INVALID",
  same: "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  noEdit: "Bad Request: message to edit not found",
  noForward: "Bad Request: message to forward not found",
  noDelete: "Bad Request: message to delete not found",
  query: "Bad Request: query is too old and response timeout expired or query ID is invalid",
  blocked: "Forbidden: bot was blocked by the user",
  kicked: "Forbidden: bot was kicked from the supergroup chat",
  notStarted: "Forbidden: bot can't initiate conversation with a user",
  upgraded: "Bad Request: group chat was upgraded to a supergroup chat",
  twoPollers: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  webhookActive: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
} as const;
