import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStores } from "../../src/store/open.ts";
import { type Connection, openConnection } from "../../src/store/sqlite/connection.ts";
import { refreshSpeakerKeys } from "../../src/store/sqlite/speaker-keys.ts";
import { anArticle, aQuote } from "../build.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quoth-keys-"));
  file = join(folder, "quoth.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function sayAs(name: string, id: string): Promise<void> {
  const stores = await openStores(file);
  await stores.quotes.add(anArticle({ id }), [aQuote({ id: `q${id.padEnd(12, "0")}`, articleId: id, speaker: { kind: "person", name } })]);
  await stores.close();
}

function withDatabase<T>(work: (connection: Connection) => T): T {
  const connection = openConnection(file);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

const speakersIn = (connection: Connection): number => connection.find<{ count: number }>("SELECT count(*) AS count FROM speakers")!.count;

describe("keys of speakers that an older rule made", () => {
  test("are made anew at the start, so that the same person in another script is found again", async () => {
    await sayAs("Ingrid Solvang", "a1");
    withDatabase((connection) =>
      connection.script("UPDATE speakers SET surname = 'old'; DELETE FROM speaker_words; DELETE FROM ledger WHERE key = 'speaker-keys';"),
    );
    await sayAs("Інгрід Солванг", "a2");
    expect(withDatabase(speakersIn)).toBe(1);
  });

  test("are left alone where the rule is the same", async () => {
    await sayAs("Ingrid Solvang", "a1");
    expect(withDatabase((connection) => refreshSpeakerKeys(connection))).toBe(0);
  });

  test("are made anew once when the rule changes", async () => {
    await sayAs("Ingrid Solvang", "a1");
    expect(
      withDatabase((connection) => [refreshSpeakerKeys(connection, "another rule"), refreshSpeakerKeys(connection, "another rule")]),
    ).toEqual([1, 0]);
  });

  test("a start that was killed half way goes on where it stopped", async () => {
    for (const [at, name] of ["Ann Tern", "Eva Lund", "Ida Moe"].entries()) await sayAs(name, `a${at}`);
    const left = withDatabase((connection) => {
      connection.run("UPDATE ledger SET value = 'rule2 1' WHERE key = 'speaker-keys'");
      return refreshSpeakerKeys(connection, "rule2");
    });
    expect(left).toBe(2);
  });
});
