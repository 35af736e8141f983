import { createHash } from "node:crypto";
import type { SourceState, SourceStore } from "../model/stores.ts";
import type { FeedDocument, FeedEntry } from "./document.ts";

export interface Stability {
  readonly unstableGuids: boolean;
  /** False for an entry that an unstable feed showed before under another guid. */
  readonly isNew: (entry: FeedEntry) => boolean;
  /** To be remembered when the entries are kept. */
  readonly names: readonly string[];
}

/** Fewer entries prove nothing. */
const leastEntries = 5;

/**
 * Some feeds make their guids anew on each fetch: nearly all guids are new while nearly all titles are old. From then on the titles tell what is new.
 * Both are remembered on every poll, so that the first poll with other guids floods nobody.
 */
export async function checkStability(
  document: FeedDocument,
  state: SourceState,
  sources: Pick<SourceStore, "findSeen">,
): Promise<Stability> {
  const entries = document.entries.slice(0, 500);
  const guids = [...new Set(entries.flatMap((entry) => (entry.guid === undefined ? [] : [key("guid", entry.guid)])))];
  const titles = [...new Set(entries.map((entry) => key("title", entry.title ?? "")))];
  const names = [...guids, ...titles];
  const seen = await sources.findSeen(state.address, names);
  const freshTitles = new Set(titles.filter((title) => !seen.has(title)));
  const freshGuids = guids.filter((guid) => !seen.has(guid));
  const looksUnstable = guids.length >= leastEntries && freshGuids.length > 0.8 * guids.length && freshTitles.size < 0.2 * titles.length;
  const unstableGuids = state.unstableGuids === true || looksUnstable;
  return { unstableGuids, names, isNew: (entry) => !unstableGuids || freshTitles.has(key("title", entry.title ?? "")) };
}

function key(kind: "guid" | "title", text: string): string {
  return `${kind}?${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
