import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quoth-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function quoth(
  words: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
) {
  const run = spawnSync(process.execPath, ["src/cli.ts", ...words], {
    encoding: "utf8",
    input,
    env: { ...process.env, QUOTH_DATA: join(folder, "data"), DISCORD_TOKEN: "", TELEGRAM_TOKEN: "", ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const article =
  "“The lights are back,” said Ingrid Solvang, harbour master of Varnmouth. The ports will allow night sailings from 1 December, she said on Monday.";

describe("the command line", () => {
  test("prints an edition of the sample without a network", () => {
    const { code, out } = quoth(["preview", "sample"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Sample · [\s\S]*4 outlets[\s\S]*• /);
  });

  test("says who said what, and how it knows", () => {
    const { code, out } = quoth(["quotes", "-", "--explain"], { input: article });
    expect(code).toBe(0);
    expect(out).toMatch(/“The lights are back,”\s+— Ingrid Solvang, harbour master of Varnmouth[\s\S]*subject after “said”/);
  });

  test("gives JSON to machines", () => {
    const { out } = quoth(["quotes", "-", "--json"], { input: article });
    expect(JSON.parse(out)).toMatchObject([{ text: "The lights are back,", speaker: { name: "Ingrid Solvang" } }]);
  });

  test("shows what a bullet rests on", () => {
    const { code, out } = quoth(["digest", "-", "--explain"], { input: article });
    expect(code).toBe(0);
    expect(out).toContain("• ");
  });

  test("answers batch lines in order, a bad line with an error in its place", () => {
    const { code, out } = quoth(["batch", "quotes"], { input: `${JSON.stringify({ id: 1, text: article })}\nnot json\n{"id":3}\n` });
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; error?: string });
    expect(code).toBe(0);
    expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
      [1, false],
      [null, true],
      [3, true],
    ]);
  });

  test("writes a digest's feeds as a reading list, and reads one back as sources", () => {
    const list = join(folder, "list.opml");
    const written = quoth(["opml", "world"]);
    expect(written.code).toBe(0);
    writeFileSync(list, written.out);
    const read = quoth(["opml", list]);
    expect(read.out).toMatch(/^sources:\n {2}- feed: "https:\/\/[^"]+"\n {4}name: "[^"]+"\n/);
    expect(quoth(["opml", join(folder, "none.opml")])).toMatchObject({ code: 2, err: expect.stringContaining("neither a digest") });
  });

  test.each([
    [["dance"], /no command "dance"/],
    [["preview", "nonsense"], /no digest "nonsense"/],
    [["digest"], /Use: npm run -s quoth -- digest FILE/],
    [["digest", "src"], /it is a folder/],
    [["run", "digest", "ports.txt"], /nothing that fits here. Use: npm run -s quoth -- run/],
    [["check", "--explain"], /--explain/],
    [["digest", "/nowhere/at/all.txt"], /no such file/],
    [["batch", "dance"], /one of: quotes, bullets/],
    [["quotes", "-", "--loud"], /--loud/],
  ])("%j is a wrong call: exit 2 and what works instead", (words, pattern) => {
    const { code, err } = quoth(words);
    expect(code).toBe(2);
    expect(err).toMatch(pattern);
  });

  test("lists every wrong setting at once and starts nothing", () => {
    const config = mkdtempSync(join(folder, "config-"));
    writeFileSync(join(config, "quoth.yaml"), "lang: de\nzone: Mars/Base\nweb:\n  host: 0.0.0.0\n");
    const { code, err } = quoth(["run"], { env: { QUOTH_CONFIG: config, QUOTH_PORT: "70000" } });
    expect(code).toBe(2);
    expect(err).toMatch(/settings are wrong; nothing was started[\s\S]*lang[\s\S]*zone[\s\S]*web\.host/);
  });

  test("says that npm start takes no words, and what does", () => {
    const run = spawnSync(process.execPath, ["scripts/start.mjs", "digest", "ports.txt"], { encoding: "utf8" });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("npm run -s quoth -- digest ports.txt");
  });

  test("tells one command’s form when asked about it", () => {
    expect(quoth(["help", "backup"]).out).toMatch(/backup FILE/);
    expect(quoth(["help", "backup"]).out).not.toMatch(/preview DIGEST/);
  });

  test("says that nothing is kept yet, instead of that a file cannot be opened", () => {
    const { code, err } = quoth(["quote", "solvang"], { env: { QUOTH_DATA: join(folder, "fresh") } });
    expect(code).toBe(1);
    expect(err).toMatch(/There is no database .*fresh.quoth\.sqlite yet: npm start makes it/);
  });

  test("exits with 3 when there is nothing to find", () => {
    expect(quoth(["quotes", "-"], { input: "Nobody said a word in this short text about the sea." }).code).toBe(3);
  });

  test("refuses a database that is none, in words", () => {
    const data = mkdtempSync(join(folder, "data-"));
    writeFileSync(join(data, "quoth.sqlite"), "this is no database at all, but a text of some length\n".repeat(40));
    const { code, err } = quoth(["migrate"], { env: { QUOTH_DATA: data } });
    expect(code).toBe(1);
    expect(err).toMatch(/quoth\.sqlite/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
