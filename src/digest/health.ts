import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/platform.ts";
import type { Ledger } from "../model/stores.ts";

/** How each source of a digest fared in a round, as far as it matters here. */
export interface RoundReport {
  readonly sources: readonly { readonly outcome: "fresh" | "unchanged" | "not-due" | "failed" | "suspended"; readonly words: string }[];
}

/** Under which key of the ledger a digest's trouble is kept, in words for /status. */
const problemKey = (digestId: string): string => `digest-problem:${digestId}`;

/** Keeps a word for /status, and tells the log once, while no source of a digest can be read. A round in which none was due tells nothing. */
export async function tellHealth(digest: Digest, { sources }: RoundReport, ledger: Ledger, log: Log): Promise<void> {
  const key = problemKey(digest.id);
  const dead = sources.length > 0 && sources.every(({ outcome }) => outcome === "failed" || outcome === "suspended");
  const problem = dead ? `None of ${digest.name}'s ${sources.length} sources can be read: ${sources[0]!.words}` : undefined;
  if (!dead && sources.every(({ outcome }) => outcome === "not-due")) return;
  if ((await ledger.get(key)) === problem) return;
  if (problem) log.warn(problem, { digest: digest.id });
  await ledger.set(key, problem);
}
