import { createHash } from "node:crypto";
import { crossKey, nameWords, surnameKey } from "../../quotes/people.ts";
import { sameNames } from "../../text/same-names.ts";
import { soundOf } from "../../text/transliterate.ts";
import type { Connection } from "./connection.ts";

/** What one word of a name is found by. */
interface WordKeys {
  readonly sound: string;
  readonly key: string;
}

/** The keys of every word of a name, and of the name as a whole. */
function wordKeysOf(name: string): readonly WordKeys[] {
  const words = nameWords(name);
  return [...new Set([words.join(""), ...words])].map((word) => ({ sound: soundOf(word), key: crossKey(word) }));
}

export function writeWordKeys(connection: Connection, id: number, name: string): void {
  for (const { sound, key } of wordKeysOf(name)) connection.run("INSERT OR IGNORE INTO speaker_words VALUES (?, ?, ?)", [sound, id, key]);
}

/** Names that put each part of the rule to work: initials, tails, particles, hyphens, both scripts, signs above letters. */
const samples = [
  "J. D. Vance",
  "Martin Luther King, Jr.",
  "Ludwig van der Rohe",
  "Anne-Marie O’Neill",
  "Xi Jinping",
  "Zoë Ångström",
  "Łukasz Wąs",
  "José Núñez",
  "Ґалаґан Ївга",
  "Щербань Юрій",
  "Хрущёв Объедков",
  "Зеленський",
  "Зеленский",
  "Zelenskyy",
];

/** What the rule makes of its samples and of all spellings that it knows as one: it differs when the rule does. */
const fingerprintOf = (): string =>
  createHash("sha256")
    .update([...samples, ...sameNames].map((name) => `${surnameKey(name)} ${JSON.stringify(wordKeysOf(name))}`).join("\n"))
    .digest("hex")
    .slice(0, 16);

/** Speakers in one transaction: about 50 ms. A kill in between loses no more, since the ledger says how far it came. */
const atOnce = 1_000;

/**
 * Makes the keys of all speakers anew where another rule made them; returns how many speakers were rewritten, 0 on every other start.
 * Linear in the number of names.
 */
export function refreshSpeakerKeys(connection: Connection, fingerprint: string = fingerprintOf()): number {
  const kept = connection.find<{ value: string }>("SELECT value FROM ledger WHERE key = 'speaker-keys'")?.value ?? "";
  if (kept === fingerprint) return 0;
  let last = kept.startsWith(`${fingerprint} `) ? Number(kept.split(" ")[1]) : 0;
  let rewritten = 0;
  for (;;) {
    const speakers = connection.all<{ id: number; name: string }>(
      `SELECT id, name FROM speakers WHERE id > ? ORDER BY id LIMIT ${atOnce}`,
      [last],
    );
    const next = speakers.at(-1)?.id;
    connection.transaction(() => {
      for (const { id, name } of speakers) rewrite(connection, id, name);
      const reached = next === undefined ? fingerprint : `${fingerprint} ${next}`;
      connection.run("INSERT INTO ledger VALUES ('speaker-keys', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [reached]);
    });
    if (next === undefined) return rewritten;
    rewritten += speakers.length;
    last = next;
  }
}

function rewrite(connection: Connection, id: number, name: string): void {
  connection.run("UPDATE speakers SET surname = ? WHERE id = ?", [surnameKey(name), id]);
  connection.run("DELETE FROM speaker_words WHERE speaker_id = ?", [id]);
  const spellings = connection.all<{ name: string }>("SELECT name FROM speaker_names WHERE speaker_id = ?", [id]);
  for (const each of new Set([name, ...spellings.map((row) => row.name)])) writeWordKeys(connection, id, each);
}
