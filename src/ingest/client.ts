import { Agent, request } from "undici";
import { type GuardOptions, guardedConnector } from "./guard.ts";

export interface Client {
  readonly agent: Agent;
  readonly request: typeof request;
}

/**
 * The HTTP client behind the guard. A file of its own, so that it is loaded with the first request (20 MB that a bot at rest does not
 * need) by an import of ours: a bundle hands a CommonJS package imported at run time over without its names.
 */
export const createClient = (guard: GuardOptions): Client => ({
  agent: new Agent({ connect: guardedConnector(guard), allowH2: false, connections: 2, keepAliveTimeout: 4_000, maxHeaderSize: 32_768 }),
  request,
});
