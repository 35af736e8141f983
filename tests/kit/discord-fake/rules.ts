/** Rules that a mutation check switches off one at a time: then a test of the stand-in has to fail. */
export const allRules = {
  content: true,
  components: true,
  textSum: true,
  customId: true,
  nonce: true,
  commands: true,
  permissions: true,
  rates: true,
  crossposts: true,
  firstAnswer: true,
  answeredOnce: true,
  authorization: true,
  userAgent: true,
  identify: true,
};

export type Rules = Readonly<typeof allRules>;
