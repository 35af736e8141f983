/** Everything this server refuses or drops, and why; a mutation check switches off one at a time: then its proof (proofs/) has to fail. */
export const allRules = {
  // who asks, and how
  token: true,
  method: true,
  field: true,
  type: true,
  // words
  empty: true,
  text: true,
  entityInside: true,
  entityWhole: true,
  entityNested: true,
  entityType: true,
  entityCount: true,
  link: true,
  // rich messages
  richOne: true,
  richTag: true,
  richEmpty: true,
  richText: true,
  richBlocks: true,
  richDepth: true,
  // buttons and presses
  button: true,
  buttonUrl: true,
  pressOnce: true,
  pressText: true,
  pressUrl: true,
  // files
  file: true,
  caption: true,
  uploadSize: true,
  fileKnown: true,
  downloadSize: true,
  // chats
  chat: true,
  blocked: true,
  member: true,
  rights: true,
  upgraded: true,
  thread: true,
  topicClosed: true,
  reply: true,
  // ephemeral messages
  ephemeralGroup: true,
  ephemeralCause: true,
  ephemeralFresh: true,
  ephemeralReply: true,
  // how many
  perSecond: true,
  burst: true,
  perGroup: true,
  // edits, forwards, deletions
  editKnown: true,
  editOwn: true,
  editChanges: true,
  editText: true,
  forwarded: true,
  protected: true,
  deleteKnown: true,
  deleteOwn: true,
  deleteAge: true,
  // inline mode
  inlineKnown: true,
  inlineCount: true,
  inlineIds: true,
  inlineText: true,
  // commands
  commands: true,
  commandCount: true,
  commandLanguage: true,
  // updates
  onePoller: true,
  webhookOrPoll: true,
  webhookAddress: true,
  webhookSecret: true,
  webhookRepeat: true,
  allowedUpdates: true,
  updateCount: true,
  privacy: true,
  kept: true,
  confirmed: true,
};

export type Rules = Readonly<typeof allRules>;
export type RuleName = keyof Rules;
