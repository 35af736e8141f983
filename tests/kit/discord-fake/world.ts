import type { Interactions } from "./interactions.ts";
import type { Json } from "./json.ts";
import type { Referee } from "./referee.ts";
import type { State } from "./state.ts";

/** What one request asks. */
export interface Asked {
  readonly body: Json;
  /** Names of the files that came along. */
  readonly files: readonly string[];
  readonly query: URLSearchParams;
}

export interface World {
  readonly state: State;
  readonly interactions: Interactions;
  readonly referee: Referee;
  readonly nowMs: () => number;
  readonly gatewayUrl: () => string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** `ids`: what the groups of the path caught. */
export type Handler = (world: World, ids: readonly string[], asked: Asked) => Answer;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const done: Answer = { status: 204 };
