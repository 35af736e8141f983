import type { PaceLimits } from "../../model/platform.ts";

/** Discord's documented numbers, each beside the page it stands on (discord.com/developers/docs). Lengths are UTF-16 units. */
export const limits = {
  /** Components in a message, nested ones counted: components/reference. */
  components: 40,
  /** All text displays of a message together: components/reference. */
  text: 4_000,
  /** components/reference: button. */
  buttonLabel: 80,
  buttonsPerRow: 5,
  customId: 100,
  url: 512,
  /** resources/message: attachment description. */
  altText: 1_024,
  /** resources/channel: thread name. */
  threadName: 100,
  /** interactions/application-commands. */
  commandDescription: 100,
  options: 25,
  choices: 25,
  choice: 100,
  /** components/reference: modal, label, select. */
  modalTitle: 45,
  label: 45,
  labelDescription: 100,
  modalFields: 5,
  selectOptions: 25,
} as const;

/** How long Discord certainly knows a nonce again; its documents say "in the past few minutes". */
export const recognisesRepeatsForMs = 180_000;

/**
 * 50 requests a second for the whole bot (topics/rate-limits) and 5 messages in 5 s in one channel, counted where they arrive: one that
 * is 34 ms longer on its way than those after it still meets no full window. Two at a time, for a burst at a window's edge would; two and
 * not one, so that time lost on the way to one is caught up with.
 */
export const paceLimits: PaceLimits = {
  platform: [
    { count: 48, windowMs: 1_000 },
    { count: 2, windowMs: 34 },
  ],
  channel: () => [{ count: 5, windowMs: 5_100 }],
};

/** An announcement channel may publish 10 messages an hour. */
export const publishLimit = { count: 10, windowMs: 3_600_000 } as const;
