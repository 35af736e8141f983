/**
 * Every rule by which the stand-in refuses. Each has a request that keeps it and one that breaks it in `proofs/`, and a mutation check
 * switches them off one at a time: then what broke the rule has to pass. What they are and where they stand: `limits.ts`, `check-*.ts`.
 */
export const allRules = {
  // Any request.
  route: true,
  authorization: true,
  userAgent: true,
  json: true,
  fileSize: true,
  requestSize: true,
  // What a message may hold.
  field: true,
  content: true,
  v2Alone: true,
  nonce: true,
  nonceRepeat: true,
  mentions: true,
  empty: true,
  page: true,
  // Components.
  components: true,
  textSum: true,
  place: true,
  rows: true,
  rowSize: true,
  section: true,
  text: true,
  gallery: true,
  altText: true,
  attachment: true,
  customId: true,
  buttonStyle: true,
  buttonLabel: true,
  buttonLink: true,
  select: true,
  selectOption: true,
  // Forms.
  modalTitle: true,
  modalSize: true,
  modalLabel: true,
  modalField: true,
  textInput: true,
  // Commands.
  commandName: true,
  commandCount: true,
  commandDescription: true,
  commandSize: true,
  optionCount: true,
  optionOrder: true,
  optionChoices: true,
  choices: true,
  // Places.
  channel: true,
  access: true,
  permission: true,
  textChannel: true,
  forum: true,
  message: true,
  threadName: true,
  threadOnce: true,
  announcement: true,
  publishedOnce: true,
  // Interactions.
  interaction: true,
  firstAnswer: true,
  answeredOnce: true,
  callbackType: true,
  acknowledged: true,
  original: true,
  token: true,
  followUps: true,
  // How often.
  globalRate: true,
  channelRate: true,
  crossposts: true,
  ban: true,
  // The gateway.
  identify: true,
  intents: true,
  privileged: true,
  identifyFirst: true,
  identifyOnce: true,
  session: true,
  opcode: true,
  gatewayJson: true,
  gatewayRate: true,
  gatewayBytes: true,
};

export type Rule = keyof typeof allRules;
export type Rules = Readonly<Record<Rule, boolean>>;
