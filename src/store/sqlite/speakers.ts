import type { Speaker, SpeakerProfile } from "../../model/quote.ts";
import { crossKey, isSamePerson, nameWords, surnameKey } from "../../quotes/people.ts";
import { foldRoles } from "../../quotes/roles.ts";
import { editDistance } from "../../text/similarity.ts";
import { soundOf, toLatin } from "../../text/transliterate.ts";
import type { Connection } from "./connection.ts";
import { writeWordKeys } from "./speaker-keys.ts";

export interface NamedSpeaker {
  readonly id: number;
  readonly name: string;
  readonly role?: string;
  readonly quotes: number;
}

interface SpeakerRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly quotes: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly role: string | null;
}

const select =
  "SELECT s.id, s.name, s.kind, s.quotes, s.first_at, s.last_at, (SELECT r.role FROM speaker_roles r WHERE r.speaker_id = s.id ORDER BY r.to_at DESC LIMIT 1) AS role FROM speakers s";

const namedFrom = ({ id, name, role, quotes }: SpeakerRow): NamedSpeaker => ({ id, name, quotes, ...(role === null ? {} : { role }) });

export interface SpeakerTable {
  /** Finds or adds the person or body and counts one quotation; undefined for somebody unnamed. */
  record(speaker: Speaker, at: number): number | undefined;
  forgetOne(id: number): void;
  /** Before everything is counted again. */
  forgetCounts(): void;
  nameOf(id: number): string | undefined;
  /** Everybody whom this name may mean, most quoted first: the full name, else any word of it, in any script. */
  named(name: string): readonly NamedSpeaker[];
  /** Names spelt nearly so, nearest first. */
  near(name: string): readonly NamedSpeaker[];
  complete(prefix: string, limit: number): readonly NamedSpeaker[];
  profile(id: number): SpeakerProfile | undefined;
}

const mostNamed = 20;
/** Bearers of one surname that a new name is compared with. */
const mostCompared = 500;
const keptIds = 5_000;

/** People and bodies across articles. One row a person; who shares a surname stays apart, spellings and scripts of one name come together. */
export function createSpeakerTable(connection: Connection): SpeakerTable {
  const ids = new Map<string, number>();
  const all = (where: string, params: readonly (string | number)[]): readonly SpeakerRow[] =>
    connection.all<SpeakerRow>(`${select} ${where}`, params);

  const findId = (speaker: Speaker & { readonly name: string }): number | undefined => {
    const isPerson = speaker.kind === "person";
    const exact = connection.all<{ id: number }>(
      `SELECT s.id FROM speaker_names n JOIN speakers s ON s.id = n.speaker_id WHERE n.name = ? AND (s.kind = 'person') = ? LIMIT 2`,
      [speaker.name, Number(isPerson)],
    );
    if (exact.length === 1) return exact[0]!.id;
    if (!isPerson) return connection.find<{ id: number }>("SELECT id FROM speakers WHERE name_key = ?", [`=${toLatin(speaker.name)}`])?.id;
    const bearers = connection.all<{ id: number; name: string }>(
      "SELECT n.speaker_id AS id, n.name FROM speaker_names n JOIN speakers s ON s.id = n.speaker_id WHERE s.kind = 'person' AND s.surname IN (SELECT value FROM json_each(?)) LIMIT ?",
      [JSON.stringify(surnameKeys(speaker.name)), mostCompared],
    );
    const fitting = [...Map.groupBy(bearers, ({ id }) => id).values()].filter((spellings) =>
      isPersonOf(
        speaker.name,
        spellings.map(({ name }) => name),
      ),
    );
    // Two who fit are two people: the new spelling is nobody's until an article tells more.
    return fitting.length === 1 ? fitting[0]![0]!.id : undefined;
  };

  const add = (speaker: Speaker & { readonly name: string }): number => {
    const key = speaker.kind === "person" ? speaker.name : `=${toLatin(speaker.name)}`;
    const free = (number: number): string => (number === 0 ? key : `${key}#${number}`);
    let number = 0;
    while (connection.find("SELECT 1 FROM speakers WHERE name_key = ?", [free(number)])) number++;
    return connection.find<{ id: number }>("INSERT INTO speakers (name, name_key, surname, kind) VALUES (?, ?, ?, ?) RETURNING id", [
      speaker.name,
      free(number),
      surnameKey(speaker.name),
      speaker.kind,
    ])!.id;
  };

  const keepName = (id: number, name: string): void => {
    if (connection.run("INSERT OR IGNORE INTO speaker_names VALUES (?, ?)", [name, id]) > 0) writeWordKeys(connection, id, name);
  };

  const named = (name: string): readonly NamedSpeaker[] => {
    const words = nameWords(name);
    if (words.length === 0) return [];
    const having = (column: "sound" | "key", of: (word: string) => string): readonly SpeakerRow[] =>
      all(
        `WHERE s.quotes > 0 AND s.id IN (${words.map(() => `SELECT speaker_id FROM speaker_words WHERE ${column} = ?`).join(" INTERSECT ")}) ORDER BY s.quotes DESC LIMIT ${mostNamed}`,
        words.map(of),
      );
    const bySound = having("sound", soundOf);
    const found = bySound.length > 0 ? bySound : having("key", crossKey);
    const exact = found.filter((row) => toLatin(row.name) === toLatin(name));
    return (exact.length > 0 && words.length > 1 ? exact : found).map(namedFrom);
  };

  return {
    named,
    record(speaker, at) {
      if (!speaker.name || speaker.kind === "unnamed") return undefined;
      const known = { ...speaker, name: speaker.name };
      const key = `${speaker.kind === "person"} ${speaker.name}`;
      const id = ids.get(key) ?? findId(known) ?? add(known);
      if (!ids.has(key)) {
        keepName(id, known.name);
        if (ids.size >= keptIds) ids.clear();
        ids.set(key, id);
      }
      connection.run(
        "UPDATE speakers SET quotes = quotes + 1, first_at = min(coalesce(first_at, ?), ?), last_at = max(coalesce(last_at, ?), ?) WHERE id = ?",
        [at, at, at, at, id],
      );
      if (speaker.role) {
        connection.run(
          "INSERT INTO speaker_roles VALUES (?, ?, ?, ?) ON CONFLICT (speaker_id, role) DO UPDATE SET from_at = min(from_at, excluded.from_at), to_at = max(to_at, excluded.to_at)",
          [id, speaker.role, at, at],
        );
      }
      return id;
    },
    forgetOne(id) {
      connection.run("UPDATE speakers SET quotes = quotes - 1 WHERE id = ?", [id]);
    },
    forgetCounts() {
      connection.run("UPDATE speakers SET quotes = 0");
      for (const { id, name } of connection.all<{ id: number; name: string }>("SELECT id, name FROM speakers")) keepName(id, name);
    },
    nameOf: (id) => connection.find<{ name: string }>("SELECT name FROM speakers WHERE id = ?", [id])?.name,
    near(name) {
      const words = nameWords(name).map(soundOf);
      const best = new Map<number, number>();
      for (const word of words.filter(({ length }) => length > 2)) {
        for (const { sound, id } of soundsLike(connection, word)) {
          const distance = editDistance(word, sound, 2);
          if (distance <= (word.length > 5 ? 2 : 1)) best.set(id, Math.min(best.get(id) ?? 9, distance));
        }
      }
      const nearest = [...best].toSorted((a, b) => a[1] - b[1]).slice(0, 12);
      return nearest
        .flatMap(([id, distance]) => all("WHERE s.id = ? AND s.quotes > 0", [id]).map((row) => ({ row, distance })))
        .toSorted((a, b) => a.distance - b.distance || b.row.quotes - a.row.quotes)
        .slice(0, 4)
        .map(({ row }) => namedFrom(row));
    },
    complete(prefix, limit) {
      const sound = soundOf(nameWords(prefix).join("") || prefix);
      if (sound === "") return all("WHERE s.quotes > 0 ORDER BY s.quotes DESC LIMIT ?", [limit]).map(namedFrom);
      return beginsWith(sound, limit, all).map(namedFrom);
    },
    profile(id) {
      const [row] = all("WHERE s.id = ?", [id]);
      if (!row) return undefined;
      const aliases = connection.all<{ name: string }>("SELECT name FROM speaker_names WHERE speaker_id = ? ORDER BY name", [id]);
      const roles = connection.all<{ role: string; from_at: number; to_at: number }>(
        "SELECT role, from_at, to_at FROM speaker_roles WHERE speaker_id = ? ORDER BY to_at DESC",
        [id],
      );
      return {
        id: String(id),
        name: row.name,
        kind: row.kind as SpeakerProfile["kind"],
        aliases: aliases.map(({ name }) => name).filter((name) => name !== row.name),
        roles: foldRoles(roles.map(({ role, from_at, to_at }) => ({ role, from: new Date(from_at), to: new Date(to_at) }))),
        quotes: row.quotes,
        ...(row.first_at === null ? {} : { firstAt: new Date(row.first_at) }),
        ...(row.last_at === null ? {} : { lastAt: new Date(row.last_at) }),
      };
    },
  };
}

/** Spellings that contradict within one script keep people apart, however alike they sound in another. */
function isPersonOf(name: string, spellings: readonly string[]): boolean {
  const script = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
  const own = spellings.filter((spelling) => script(spelling) === script(name));
  return own.length > 0
    ? own.every((spelling) => isSamePerson(spelling, name))
    : spellings.some((spelling) => isSamePerson(spelling, name));
}

/** The key of the last word, and those one consonant away, as a spelling from another script may have it. */
function surnameKeys(name: string): readonly string[] {
  const key = surnameKey(name);
  const without = [...key].map((_, place) => key.slice(0, place) + key.slice(place + 1)).filter((each) => each.length >= 3);
  return [...new Set([key, ...without])];
}

/** Completion looks through so many of the most quoted before it takes names in the order of the alphabet. */
const mostPopular = 3_000;
const mostBeginning = 300;

/** Most quoted first: few names begin with a long prefix, and a short one is soon found among the most quoted. */
function beginsWith(
  sound: string,
  limit: number,
  all: (where: string, params: readonly (string | number)[]) => readonly SpeakerRow[],
): readonly SpeakerRow[] {
  const range = [sound, `${sound}\uffff`] as const;
  const few = "SELECT speaker_id FROM speaker_words WHERE sound >= ? AND sound < ?";
  const beginning = all(`WHERE s.id IN (${few} LIMIT ${mostBeginning}) AND s.quotes > 0 ORDER BY s.quotes DESC`, range);
  if (beginning.length < mostBeginning / 2) return beginning.slice(0, limit);
  const popular = all(
    `WHERE s.id IN (SELECT id FROM speakers ORDER BY quotes DESC LIMIT ${mostPopular})
       AND EXISTS (SELECT 1 FROM speaker_words w WHERE w.speaker_id = s.id AND w.sound >= ? AND w.sound < ?) AND s.quotes > 0
     ORDER BY s.quotes DESC LIMIT ?`,
    [...range, limit],
  );
  return popular.length >= limit ? popular : beginning.slice(0, limit);
}

/** Words of names that begin alike, or alike but for their first or second letter. */
function soundsLike(connection: Connection, word: string): readonly { readonly sound: string; readonly id: number }[] {
  const heads = new Set([word.slice(0, 2), word[0]! + (word[2] ?? ""), (word[1] ?? "") + word[0]!, word.slice(1, 3)]);
  return [...heads].flatMap((head) =>
    connection.all<{ sound: string; id: number }>(
      "SELECT sound, speaker_id AS id FROM speaker_words WHERE sound >= ? AND sound < ? AND length(sound) BETWEEN ? AND ? LIMIT 2000",
      [head, `${head}\uffff`, word.length - 2, word.length + 2],
    ),
  );
}
