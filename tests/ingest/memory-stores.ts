import type { Article } from "../../src/model/article.ts";
import type { ArticleStore, Ledger, SourceState, SourceStore } from "../../src/model/stores.ts";

export interface MemoryStores {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly ledger: Pick<Ledger, "get" | "set">;
}

/** The stores that a round works with, in memory: what survives a "restart" of everything else. */
export function memoryStores(): MemoryStores {
  const kept = new Map<string, string>();
  const versions = new Map<string, Article[]>();
  const idOf = new Map<string, string>();
  const carriers = new Map<string, Set<string>>();
  const states = new Map<string, SourceState>();
  const seen = new Map<string, Set<string>>();
  const newest = (id: string | undefined): Article | undefined => versions.get(id ?? "")?.at(-1);
  return {
    ledger: {
      get: async (key) => kept.get(key),
      set: async (key, value) => void (value === undefined ? kept.delete(key) : kept.set(key, value)),
    },
    articles: {
      async put(article, aliases) {
        const id = aliases.map((alias) => idOf.get(alias)).find((known) => known !== undefined) ?? article.id;
        for (const alias of aliases) idOf.set(alias, idOf.get(alias) ?? id);
        const earlier = newest(id);
        if (earlier?.hash === article.hash) return { article: earlier, change: "same" };
        const stored = { ...article, id, version: (earlier?.version ?? 0) + 1 };
        versions.set(id, [...(versions.get(id) ?? []), stored]);
        return { article: stored, change: earlier ? "changed" : "new" };
      },
      find: async (id, version) => (version === undefined ? newest(id) : versions.get(id)?.[version - 1]),
      findByAlias: async (alias) => newest(idOf.get(alias)),
      versions: async (id) => versions.get(id) ?? [],
      alsoFrom: async (id, source) => void carriers.set(id, (carriers.get(id) ?? new Set()).add(source)),
      since: async (sources, from, to, limit) =>
        [...versions.values()]
          .flatMap((all) => all.at(-1) ?? [])
          .filter(({ id, source = "" }) => [source, ...(carriers.get(id) ?? [])].some((carrier) => sources.includes(carrier)))
          .filter(({ fetchedAt }) => fetchedAt > from && fetchedAt <= to)
          .slice(0, limit),
    },
    sources: {
      find: async (address) => states.get(address),
      put: async (state) => void states.set(state.address, state),
      all: async () => [...states.values()],
      isFirstPoll: async (address) => !seen.has(address),
      async addSeen(address, keys) {
        const known = seen.get(address) ?? new Set<string>();
        const fresh = new Set(keys.filter((key) => !known.has(key)));
        for (const key of fresh) known.add(key);
        seen.set(address, known);
        return fresh;
      },
    },
  };
}
