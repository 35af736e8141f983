import { setImmediate } from "node:timers/promises";
import type { Article } from "../model/article.ts";
import type { Digest } from "../model/digest.ts";
import type { Quote } from "../model/quote.ts";
import type { Stores } from "../model/stores.ts";

export interface IndexDeps {
  readonly stores: Pick<Stores, "articles" | "quotes" | "ledger">;
  readonly extractQuotes: (article: Article) => readonly Quote[];
  readonly now: () => Date;
}

/** Articles between two rounds; far more than any round brings. */
const mostUnindexed = 5_000;

/** Keeps the quotes of what is new in a digest's sources, and of `changed`. The mark moves only when everything before it is indexed: a crash in between leaves nothing out. */
export async function indexQuotes(
  digest: Digest,
  changed: readonly Article[],
  { stores, extractQuotes, now }: IndexDeps,
  signal: AbortSignal,
): Promise<void> {
  const key = `quotes-indexed:${digest.id}`;
  const upTo = now();
  const mark = new Date(Number((await stores.ledger.get(key)) ?? 0));
  const addresses = digest.sources.map(({ address }) => address);
  const fresh = await stores.articles.since(addresses, mark, upTo, mostUnindexed);
  const articles = new Map([...fresh, ...changed].map((article) => [article.id, article]));
  for (const article of articles.values()) {
    signal.throwIfAborted();
    await stores.quotes.add(article, extractQuotes(article), now());
    await setImmediate(); // A new catalogue of 200 feeds brings thousands: commands are answered in between.
  }
  if (articles.size > 0) await stores.ledger.set(key, `${upTo.getTime()}`);
}
