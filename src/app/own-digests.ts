import { readOwnDigests } from "../commands/own-digest.ts";
import type { Digest } from "../model/digest.ts";
import type { SubscriptionStore } from "../model/outbox.ts";

/** The digests that channels made of feeds they added, beside the catalogue's. */
export function ownDigestsFrom(
  subscriptions: SubscriptionStore,
  zone: string,
): { readonly readAgain: () => Promise<void>; readonly find: (id: string) => Digest | undefined } {
  let known: ReadonlyMap<string, Digest> = new Map();
  return {
    async readAgain() {
      known = new Map((await readOwnDigests(subscriptions, zone)).map((digest) => [digest.id, digest]));
    },
    find: (id) => known.get(id),
  };
}
