/** Discord's numbers, each with the page of its documentation (discord-api-docs) or the thread it comes from. */
export const limits = {
  contentLength: 2_000, // resources/message: create message
  mentions: 100, // resources/message: allowed mentions, ids of a kind
  page: 100, // resources/channel: get channel messages, limit
  fileBytes: 10_485_760, // reference: uploading files, 10 MiB each where nobody boosts
  requestBytes: 26_214_400, // resources/message: 25 MiB a request
  components: 40, // components/reference: 40 in a message, nested ones counted
  textSum: 4_000, // components/reference: text displays together
  customId: 100, // components/reference: custom_id 1-100
  buttonLabel: 80, // components/reference: button
  rows: 5, // components/reference: action rows in a message without Components V2
  buttonsPerRow: 5, // components/reference: action row
  sectionTexts: 3, // components/reference: section 1-3
  galleryItems: 10, // components/reference: media gallery 1-10
  altText: 1_024, // components/reference: media gallery item
  linkLength: 512, // components/reference: button url
  selectOptions: 25, // components/reference: string select
  optionLabel: 100, // components/reference: select option
  placeholder: 150, // components/reference: string select
  modalTitle: 45, // interactions/receiving-and-responding: modal
  modalComponents: 5, // interactions/receiving-and-responding: modal 1-5
  label: 45, // components/reference: label
  labelDescription: 100, // components/reference: label
  textInput: 4_000, // components/reference: text input, min_length, max_length and value
  inputPlaceholder: 100, // components/reference: text input
  nonce: 25, // resources/message: nonce
  nonceMs: 180_000, // resources/message: "in the past few minutes"; three is the least that "a few" can mean
  threadName: 100, // resources/channel: 1-100
  choices: 25, // receiving-and-responding: autocomplete
  choiceLength: 100, // application-commands: choice name and value
  commands: 100, // application-commands: CHAT_INPUT
  menuCommands: 15, // application-commands: USER and MESSAGE each
  commandName: 32, // application-commands: 1-32
  commandLength: 8_000, // application-commands: names, descriptions and values of a command together
  options: 25, // application-commands
  description: 100, // application-commands: 1-100
  firstAnswerMs: 3_000, // receiving-and-responding
  tokenMs: 900_000, // receiving-and-responding: 15 minutes
  followUps: 5, // receiving-and-responding: user-installed, and not in the server
  globalPerSecond: 50, // topics/rate-limits
  invalidRequests: 10_000, // topics/rate-limits: in 10 minutes
  invalidWindowMs: 600_000,
  channelMessages: 5, // discord-relay-chat/drc#17: 5 in 5 s
  channelWindowMs: 5_000,
  crossposts: 10, // third-party publishers: 10 an hour and channel
  crosspostWindowMs: 3_600_000,
  gatewaySends: 120, // events/gateway: rate limiting, in 60 s
  gatewayWindowMs: 60_000,
  gatewayBytes: 4_096, // events/gateway: sending events
} as const;

/** topics/permissions. */
export const permissions = {
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  mentionEveryone: 1n << 17n,
  sendInThreads: 1n << 38n,
} as const;
