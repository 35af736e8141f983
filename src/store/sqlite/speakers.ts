import type { QuoteQuery, Speaker, SpeakerProfile } from "../../model/quote.ts";
import { nameWords, personKey, surnameKey } from "../../quotes/people.ts";
import { editDistance } from "../../quotes/search.ts";
import { toLatin } from "../../text/transliterate.ts";
import type { Connection } from "./connection.ts";

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
  /** Everybody whom this name may mean, most quoted first: full name, else surname or given name. */
  named(name: string): readonly NamedSpeaker[];
  near(query: QuoteQuery): readonly { readonly id: string; readonly name: string; readonly quotes: number }[];
  complete(
    prefix: string,
    limit: number,
  ): readonly { readonly id: string; readonly name: string; readonly role?: string; readonly quotes: number }[];
  profile(id: number): SpeakerProfile | undefined;
}

/** People and bodies across articles. One row a person: the key tells apart who shares a surname and joins spellings and scripts. */
export function createSpeakerTable(connection: Connection): SpeakerTable {
  const all = (where: string, params: readonly (string | number)[]): readonly SpeakerRow[] =>
    connection.all<SpeakerRow>(`${select} ${where}`, params);

  const named = (name: string): readonly NamedSpeaker[] => {
    const exact = all("WHERE s.name_key = ? AND s.quotes > 0", [personKey(name)]);
    if (exact.length > 0 && nameWords(name).length > 1) return exact.map(namedFrom);
    const bySurname = all("WHERE s.surname = ? AND s.quotes > 0 ORDER BY s.quotes DESC LIMIT 20", [surnameKey(name)]);
    const wanted = nameWords(name).length > 1 ? [] : bySurname;
    if (wanted.length > 0) return wanted.map(namedFrom);
    const latin = toLatin(name);
    const begins = all(
      "WHERE s.id IN (SELECT speaker_id FROM speaker_names WHERE latin >= ? AND latin < ? LIMIT 50) AND s.quotes > 0 ORDER BY s.quotes DESC LIMIT 20",
      [latin, `${latin}\uffff`],
    );
    return begins
      .filter(
        (row) =>
          toLatin(row.name)
            .split(" ")
            .some((word) => word === latin) || toLatin(row.name).startsWith(latin),
      )
      .map(namedFrom);
  };

  return {
    named,
    record(speaker, at) {
      if (!speaker.name || speaker.kind === "unnamed") return undefined;
      const key = speaker.kind === "person" ? personKey(speaker.name) : `=${toLatin(speaker.name)}`;
      const row = connection.find<{ id: number; name: string }>(
        `INSERT INTO speakers (name, name_key, surname, kind, quotes, first_at, last_at) VALUES (?, ?, ?, ?, 1, ?, ?)
         ON CONFLICT (name_key) DO UPDATE SET quotes = quotes + 1, first_at = min(coalesce(first_at, excluded.first_at), excluded.first_at), last_at = max(coalesce(last_at, excluded.last_at), excluded.last_at)
         RETURNING id, name`,
        [speaker.name, key, surnameKey(speaker.name), speaker.kind, at, at],
      )!;
      for (const latin of new Set([toLatin(speaker.name), ...nameWords(speaker.name).map(toLatin)])) {
        connection.run("INSERT OR IGNORE INTO speaker_names VALUES (?, ?, ?)", [speaker.name, latin, row.id]);
      }
      if (speaker.role) {
        connection.run(
          "INSERT INTO speaker_roles VALUES (?, ?, ?, ?) ON CONFLICT (speaker_id, role) DO UPDATE SET from_at = min(from_at, excluded.from_at), to_at = max(to_at, excluded.to_at)",
          [row.id, speaker.role, at, at],
        );
      }
      return row.id;
    },
    forgetOne(id) {
      connection.run("UPDATE speakers SET quotes = quotes - 1 WHERE id = ?", [id]);
    },
    near(query) {
      const asked = [query.speaker ?? "", ...query.words].flatMap((each) => each.split(/\s+/)).filter((word) => word.length > 2);
      const found = asked.flatMap((word) => {
        const latin = toLatin(word);
        const prefix = latin.slice(0, 2);
        const rows = connection.all<{ latin: string; speaker_id: number }>(
          "SELECT latin, speaker_id FROM speaker_names WHERE latin >= ? AND latin < ? LIMIT 400",
          [prefix, `${prefix}\uffff`],
        );
        return rows
          .map((row) => ({ id: row.speaker_id, distance: editDistance(latin, row.latin.slice(0, latin.length + 2), 2) }))
          .filter(({ distance }) => distance <= 2);
      });
      const ids = [...new Set(found.toSorted((a, b) => a.distance - b.distance).map(({ id }) => id))].slice(0, 4);
      return ids
        .flatMap((id) => all("WHERE s.id = ? AND s.quotes > 0", [id]))
        .map(({ id, name, quotes }) => ({ id: String(id), name, quotes }));
    },
    complete(prefix, limit) {
      const latin = toLatin(prefix.trim());
      const rows =
        latin === ""
          ? all("WHERE s.quotes > 0 ORDER BY s.quotes DESC LIMIT ?", [limit])
          : all(
              "WHERE s.id IN (SELECT speaker_id FROM speaker_names WHERE latin >= ? AND latin < ? LIMIT 500) AND s.quotes > 0 ORDER BY s.quotes DESC LIMIT ?",
              [latin, `${latin}\uffff`, limit],
            );
      return rows.map((row) => ({ ...namedFrom(row), id: String(row.id) }));
    },
    profile(id) {
      const [row] = all("WHERE s.id = ?", [id]);
      if (!row) return undefined;
      const aliases = connection.all<{ name: string }>("SELECT DISTINCT name FROM speaker_names WHERE speaker_id = ? ORDER BY name", [id]);
      const roles = connection.all<{ role: string; from_at: number; to_at: number }>(
        "SELECT role, from_at, to_at FROM speaker_roles WHERE speaker_id = ? ORDER BY to_at DESC",
        [id],
      );
      return {
        id: String(id),
        name: row.name,
        kind: row.kind as SpeakerProfile["kind"],
        aliases: aliases.map(({ name }) => name).filter((name) => name !== row.name),
        roles: roles.map(({ role, from_at, to_at }) => ({ role, from: new Date(from_at), to: new Date(to_at) })),
        quotes: row.quotes,
        ...(row.first_at === null ? {} : { firstAt: new Date(row.first_at) }),
        ...(row.last_at === null ? {} : { lastAt: new Date(row.last_at) }),
      };
    },
  };
}
