import { lookup } from "node:dns/promises";

/** A name → its addresses. An argument so that tests can answer for the DNS. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export const resolveHost: ResolveHost = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);
