import { InputError } from "../model/errors.ts";
import type { QuoteQuery } from "../model/quote.ts";

const keys = ["speaker", "outlet", "lang", "since", "until", "check"] as const;
type Key = (typeof keys)[number];

/** Words of a question that ask nothing. */
const empty = new Set(
  "what did does do has have had say says said tell told about on of the a an and or in to for with who that this is was were be by from any some quote quotes що сказав сказала каже про на за у в і та й кто что сказал сказала о об про и на в во was hat gesagt über sagte qu'a a-t-il dit sur qué dijo sobre".split(
    " ",
  ),
);

/**
 * A question as people type it: bare words, `"exact phrase"`, `speaker:carpenter since:2024-06`, "what did X say about Y".
 * @throws InputError for a date that is none, naming what works.
 */
export function parseQuestion(question: string, now: Date): QuoteQuery {
  const fields: Partial<Record<Key, string>> = {};
  const phrases: string[] = [];
  let rest = question.normalize("NFC").replace(/[“”„«»]/g, '"');
  rest = rest.replace(
    /(?<![\p{L}])(speaker|outlet|lang|since|until|check):\s*(?:"([^"]*)"|(\S+))/giu,
    (_, key: string, quoted?: string, bare?: string) => {
      fields[key.toLowerCase() as Key] = (quoted ?? bare ?? "").trim();
      return " ";
    },
  );
  rest = rest.replace(/"([^"]+)"/g, (_, phrase: string) => {
    phrases.push(phrase.trim());
    return " ";
  });
  const asked =
    /^\s*what\s+(?:did|does|has|have)\s+(.{2,60}?)\s+(?:say|said|says|tell|told)(?:\s+(?:about|on|of)\s+(.+?))?\s*\??\s*$/i.exec(rest);
  // "what did the harbour master say": an office is no name, so its words are looked for where the speaker is described.
  const office = /^(?:the|a|an)\s+(.+)/i.exec(asked?.[1] ?? "")?.[1];
  const speaker = fields.speaker || (office === undefined ? asked?.[1] : undefined);
  const words = (asked ? `${office ?? ""} ${asked[2] ?? ""}` : rest).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? [];
  const telling = words.filter((word) => !empty.has(word.toLowerCase()));
  // What a card prints, typed alone: seven letters and digits. A word of seven letters is tried as a code as well, and asked when it is none.
  const code = fields.check ?? /^\s*(q[a-z0-9]{12}|[a-z0-9]{7})\s*$/i.exec(question)?.[1];
  return {
    words: telling.length > 0 || phrases.length > 0 || speaker ? telling : words,
    phrases: phrases.filter((phrase) => phrase !== ""),
    ...(speaker ? { speaker: speaker.trim() } : {}),
    ...(fields.outlet ? { outlet: fields.outlet } : {}),
    ...(fields.lang ? { lang: fields.lang.toLowerCase().slice(0, 3) } : {}),
    ...(fields.since ? { since: readDay(fields.since, "since", now) } : {}),
    ...(fields.until ? { until: endOf(fields.until, now) } : {}),
    ...(code ? { id: code.toLowerCase() } : {}),
  };
}

/** "2024", "2024-06", "2024-06-03", "7d", "2w", "3m", "1y", "today", "yesterday". Days begin at midnight UTC. */
function readDay(text: string, key: Key, now: Date): Date {
  const plain = text.toLowerCase();
  const back = /^(\d{1,3})\s?([dwmy])$/.exec(plain);
  if (back) return shiftBack(now, Number(back[1]), back[2] ?? "d");
  if (plain === "today" || plain === "yesterday") return startOfDay(new Date(now.getTime() - (plain === "today" ? 0 : 86_400_000)));
  const date = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(plain);
  const [year, month, day] = [Number(date?.[1]), Number(date?.[2] ?? 1), Number(date?.[3] ?? 1)];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (!date || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) {
    throw new InputError(`\`${text}\` is no date. Try \`${key}:2024-06\`, \`${key}:2024-06-03\` or \`${key}:7d\`.`);
  }
  return at;
}

function endOf(text: string, now: Date): Date {
  const start = readDay(text, "until", now);
  const parts = text.split("-").length;
  if (!/^\d{4}(?:-|$)/.test(text)) return new Date(start.getTime() + 86_400_000);
  if (parts === 1) return new Date(Date.UTC(start.getUTCFullYear() + 1, 0, 1));
  if (parts === 2) return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return new Date(start.getTime() + 86_400_000);
}

const startOfDay = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

function shiftBack(now: Date, count: number, unit: string): Date {
  const at = startOfDay(now);
  if (unit === "m") at.setUTCMonth(at.getUTCMonth() - count);
  else if (unit === "y") at.setUTCFullYear(at.getUTCFullYear() - count);
  else at.setUTCDate(at.getUTCDate() - count * (unit === "w" ? 7 : 1));
  return at;
}
