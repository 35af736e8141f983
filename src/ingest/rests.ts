import type { Ledger } from "../model/stores.ts";

/** Hosts that asked to be left alone (Retry-After), and until when. Kept in the ledger: a restart is no reason to ask again. */
export interface Rests {
  until(host: string): Promise<Date | undefined>;
  /** The later of two times counts. */
  put(host: string, until: Date): Promise<void>;
}

const key = "resting-hosts";

export function createRests(ledger: Pick<Ledger, "get" | "set">, now: () => Date): Rests {
  let known: Map<string, number> | undefined;
  const load = async (): Promise<Map<string, number>> => {
    const kept = known ? undefined : await ledger.get(key);
    known ??= new Map(Object.entries(JSON.parse(kept ?? "{}") as Readonly<Record<string, number>>));
    return known;
  };
  return {
    async until(host) {
      const at = (await load()).get(host);
      return at === undefined ? undefined : new Date(at);
    },
    async put(host, until) {
      const hosts = await load();
      hosts.set(host, Math.max(until.getTime(), hosts.get(host) ?? 0));
      for (const [each, at] of hosts) if (at <= now().getTime()) hosts.delete(each);
      await ledger.set(key, JSON.stringify(Object.fromEntries(hosts)));
    },
  };
}
