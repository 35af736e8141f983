import type { Edition } from "../model/digest.ts";

/** What the commands remember while the process runs: who asked how often, previews shown, long questions behind a page button. */
export interface Desk {
  /** Milliseconds until the caller may ask again; 0 = now, and it is counted. */
  waitMs(callerId: string, at: Date): number;
  keepPreview(edition: Edition, channelId: string): void;
  findPreview(editionId: string, channelId: string): Edition | undefined;
  keepQuestion(question: string, channelId: string): string;
  findQuestion(token: string, channelId: string): string | undefined;
}

const lookups = 20;
const windowMs = 60_000;
const keptCallers = 5_000;
const keptPreviews = 100;
const keptQuestions = 1_000;

export function createDesk(token: () => string): Desk {
  const asked = new Map<string, readonly number[]>();
  const previews = new Map<string, Edition>();
  const questions = new Map<string, string>();
  return {
    waitMs(callerId, at) {
      const recent = (asked.get(callerId) ?? []).filter((time) => time > at.getTime() - windowMs);
      const oldest = recent[0];
      if (recent.length >= lookups && oldest !== undefined) return oldest + windowMs - at.getTime();
      keep(asked, callerId, [...recent, at.getTime()], keptCallers);
      return 0;
    },
    keepPreview: (edition, channelId) => keep(previews, `${channelId} ${edition.id}`, edition, keptPreviews),
    findPreview: (editionId, channelId) => previews.get(`${channelId} ${editionId}`),
    keepQuestion(question, channelId) {
      const name = token();
      keep(questions, `${channelId} ${name}`, question, keptQuestions);
      return name;
    },
    findQuestion: (name, channelId) => questions.get(`${channelId} ${name}`),
  };
}

/** The newest stay; the oldest make room. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
