import type { Json } from "./json.ts";
import { limits } from "./limits.ts";
import { alreadyAcknowledged, hold, invalidToken, tooManyFollowUps, unknownInteraction, unknownWebhook } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import type { FakeMessage } from "./state.ts";

/** One thing a person did, and what came back. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 completion, 5 form. */
  readonly type: number;
  readonly channelId: string;
  readonly personId: string;
  /** By a person's own installation, where the bot is no member. */
  readonly isGuest: boolean;
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
  followUps: number;
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
  /** @throws Refusal when the token is unknown, not acknowledged or older than 15 minutes. */
  forToken(token: string): Interaction;
  /** @throws Refusal when it is one too many. */
  countFollowUp(interaction: Interaction): void;
}

export function createInteractions(nowMs: () => number, rules: Rules): Interactions {
  const all = new Map<string, Interaction>();
  const orNobodys = (found: Interaction | undefined): Interaction => found ?? nobodys(nowMs());
  return {
    all,
    forCallback(id, token) {
      const known = all.get(id);
      hold(rules, "interaction", known?.token === token, unknownInteraction);
      const found = orNobodys(known);
      hold(rules, "answeredOnce", found.answered === undefined, alreadyAcknowledged);
      hold(rules, "firstAnswer", nowMs() - found.atMs <= limits.firstAnswerMs, unknownInteraction);
      return found;
    },
    forToken(token) {
      const known = [...all.values()].find((each) => each.token === token);
      hold(rules, "interaction", known !== undefined, unknownWebhook);
      const found = orNobodys(known);
      hold(rules, "acknowledged", found.answered !== undefined, unknownWebhook);
      hold(rules, "token", nowMs() - found.atMs <= limits.tokenMs, invalidToken);
      return found;
    },
    countFollowUp(interaction) {
      interaction.followUps++;
      hold(rules, "followUps", !interaction.isGuest || interaction.followUps <= limits.followUps, tooManyFollowUps);
    },
  };
}

/** Stands in where a rule that is switched off lets an unknown interaction through. */
const nobodys = (atMs: number): Interaction => ({
  id: "0",
  token: "",
  type: 2,
  channelId: "0",
  personId: "0",
  isGuest: false,
  atMs,
  answered: 5,
  isPrivate: false,
  originalDeleted: false,
  followUps: 0,
  shown: [],
  onChange: () => undefined,
});
