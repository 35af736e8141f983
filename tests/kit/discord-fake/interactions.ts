import type { Json } from "./check.ts";
import { limits } from "./limits.ts";
import { alreadyAcknowledged, unknownInteraction, unknownWebhook } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import type { FakeMessage } from "./state.ts";

/** One thing a person did, and what came back. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly personId: string;
  readonly atMs: number;
  /** The message whose button was pressed. */
  readonly on?: FakeMessage;
  /** Callback type, once it was answered. */
  answered?: number;
  answeredAtMs?: number;
  /** The deferred answer is for this person alone. */
  isPrivate: boolean;
  original?: FakeMessage;
  originalDeleted: boolean;
  /** All messages it brought, in order. */
  readonly shown: FakeMessage[];
  choices?: readonly Json[];
  modal?: Json;
  /** Called whenever something new is to be seen. */
  onChange: () => void;
}

export interface Interactions {
  readonly all: Map<string, Interaction>;
  /** @throws Refusal when it is unknown, late or answered. */
  forCallback(id: string, token: string): Interaction;
  /** @throws Refusal when the token is unknown or older than 15 minutes. */
  forToken(token: string): Interaction;
}

export function createInteractions(nowMs: () => number, rules: Rules): Interactions {
  const all = new Map<string, Interaction>();
  return {
    all,
    forCallback(id, token) {
      const found = all.get(id);
      if (!found || found.token !== token) throw unknownInteraction();
      if (rules.answeredOnce && found.answered !== undefined) throw alreadyAcknowledged();
      if (rules.firstAnswer && nowMs() - found.atMs > limits.firstAnswerMs) throw unknownInteraction();
      return found;
    },
    forToken(token) {
      const found = [...all.values()].find((each) => each.token === token);
      if (!found || found.answered === undefined || nowMs() - found.atMs > limits.tokenMs) throw unknownWebhook();
      return found;
    },
  };
}
