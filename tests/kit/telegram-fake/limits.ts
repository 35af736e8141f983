/** Numbers of the Bot API 10.1 page, beside the method that says them; texts of the official server (tdlib/telegram-bot-api). */
export const limits = {
  /** sendMessage: 1-4096 characters after entities parsing. */
  text: 4_096,
  /** MessageEntity: those after the hundredth are dropped, as the official server does. */
  entities: 100,
  /** Rich message limits (InputRichMessage): 32768 characters, 500 blocks with nested ones and list items, 16 levels of formatting and blocks. */
  richText: 32_768,
  richBlocks: 500,
  richDepth: 16,
  /** sendPhoto, sendDocument: 0-1024. */
  caption: 1_024,
  /** sendPhoto: at most 10 MB; sendDocument: 50 MB. */
  photoBytes: 10_000_000,
  documentBytes: 50_000_000,
  /** getFile: at most 20 MB. */
  downloadBytes: 20_000_000,
  /** InlineKeyboardButton: 1-64 bytes. */
  callbackData: 64,
  /** answerInlineQuery: 50 results. */
  inlineResults: 50,
  /** InlineQueryResult: id of 1-64 bytes. */
  inlineId: 64,
  /** BotCommand: description 1-256. */
  commandAbout: 256,
  /** setMyCommands: at most 100 commands. */
  commands: 100,
  /** answerCallbackQuery: text 0-200; url only of a game, or t.me/BOT?start= with 1-64 of A-Z a-z 0-9 _ - (deep linking). */
  callbackText: 200,
  pressUrl: /^https:\/\/t\.me\/quoth_bot\?start=[A-Za-z0-9_-]{1,64}$/,
  /** deleteMessage: sent less than 48 hours ago. */
  deletableMs: 48 * 3_600_000,
  /** ReplyParameters (10.2): an ephemeral message is replied to within 15 seconds; a press gives leave for as long. */
  ephemeralMs: 15_000,
  /** Bots FAQ: 30 messages a second over all chats. */
  perSecond: 30,
  /** Bots FAQ: one message a second in a chat; a short burst is let through. */
  burst: 3,
  /** Bots FAQ: 20 messages a minute in a group. */
  groupPerMinute: 20,
  /** getUpdates: 1-100 updates, kept for 24 hours. */
  updates: 100,
  keptMs: 86_400_000,
  /** setWebhook: the ports that are called; secret_token: 1-256 characters A-Z, a-z, 0-9, _ and -. */
  webhookPorts: [443, 80, 88, 8443],
  webhookSecret: /^[A-Za-z0-9_-]{1,256}$/,
} as const;

export const texts = {
  token: "Unauthorized",
  method: "Not Found: method not found",
  chat: "Bad Request: chat not found",
  thread: "Bad Request: message thread not found",
  topicClosed: "Bad Request: TOPIC_CLOSED",
  empty: "Bad Request: message text is empty",
  tooLong: "Bad Request: message is too long",
  /** The wording of these four is not of the official server: their source is not published yet. */
  richOne: "Bad Request: exactly one of html and markdown must be specified",
  richParse: "Bad Request: can't parse the message",
  tooManyBlocks: "Bad Request: too many blocks",
  tooDeep: "Bad Request: too deep nesting",
  caption: "Bad Request: message caption is too long",
  tooBig: "Request Entity Too Large",
  fileId: "Bad Request: invalid file_id",
  fileTooBig: "Bad Request: file is too big",
  button: "Bad Request: BUTTON_DATA_INVALID",
  buttonUrl: "Bad Request: inline keyboard button URL is invalid",
  same: "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  noEdit: "Bad Request: message to edit not found",
  cannotEdit: "Bad Request: message can't be edited",
  noText: "Bad Request: there is no text in the message to edit",
  noForward: "Bad Request: message to forward not found",
  cannotForward: "Bad Request: message can't be forwarded",
  noDelete: "Bad Request: message to delete not found",
  cannotDelete: "Bad Request: message can't be deleted",
  noReply: "Bad Request: message to be replied not found",
  query: "Bad Request: query is too old and response timeout expired or query ID is invalid",
  blocked: "Forbidden: bot was blocked by the user",
  kicked: "Forbidden: bot was kicked from the supergroup chat",
  notStarted: "Forbidden: bot can't initiate conversation with a user",
  left: "Forbidden: bot is not a member of the supergroup chat",
  silenced: "Bad Request: not enough rights to send text messages to the chat",
  mayNotPost: "Bad Request: need administrator rights in the channel chat",
  upgraded: "Bad Request: group chat was upgraded to a supergroup chat",
  twoPollers: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  webhookActive: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  webhookHttps: "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
  webhookPort: "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
  webhookSecret: "Bad Request: secret token contains unallowed characters",
  manyResults: "Bad Request: too many inline query results specified",
  sameResult: "Bad Request: RESULT_ID_DUPLICATE",
  resultId: "Bad Request: RESULT_ID_INVALID",
  command: "Bad Request: BOT_COMMAND_INVALID",
  manyCommands: "Bad Request: BOT_COMMANDS_TOO_MUCH",
  language: "Bad Request: invalid language code specified",
  pressUrl: "Bad Request: URL_INVALID",
  pressText: "Bad Request: MESSAGE_TOO_LONG",
  /** Ephemeral messages are newer than the published source: wording of ours, but for MESSAGE_NOT_COMMAND. */
  ephemeralGroup: "Bad Request: ephemeral messages can be sent only to groups and supergroups",
  ephemeralCause: "Bad Request: MESSAGE_NOT_COMMAND",
  ephemeralOld: "Bad Request: EPHEMERAL_QUERY_EXPIRED",
  ephemeralReply: "Bad Request: a reply to an ephemeral message must be ephemeral",
} as const;
