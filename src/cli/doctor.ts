import { readInstallation } from "../app/installation.ts";
import { databaseFile } from "../app.ts";
import { openStores } from "../store/open.ts";
import type { ExitCode, Io } from "./commands.ts";

/** What is right in one line, what is wrong with the fix. Exit 1 when something is wrong. */
export async function run(_words: readonly string[], io: Io): Promise<ExitCode> {
  const installation = readInstallation();
  const findings = [
    { ok: true, words: `Settings and ${installation.digests.length} digests are right.` },
    await checkStore(databaseFile(installation)),
    checkClock(),
  ];
  for (const { adapter, settings } of installation.ready) {
    findings.push(...((await adapter.doctor?.(settings, io.signal)) ?? [{ ok: true, words: `${adapter.name}: ready.` }]));
  }
  for (const { adapter, missing } of installation.off) findings.push({ ok: true, words: `${adapter.name}: off. ${missing}` });
  for (const { ok, words, fix } of findings as readonly Finding[])
    io.output.write(`${ok ? "right" : "WRONG"}  ${words}${fix ? `\n       ${fix}` : ""}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

interface Finding {
  readonly ok: boolean;
  readonly words: string;
  readonly fix?: string;
}

async function checkStore(file: string): Promise<Finding> {
  try {
    await (await openStores(file)).close();
    return { ok: true, words: `The database ${file} can be written.` };
  } catch (error) {
    return {
      ok: false,
      words: error instanceof Error ? error.message : String(error),
      fix: "If Quoth is running just now, that is why, and all is well.",
    };
  }
}

function checkClock(): Finding {
  const year = new Date().getFullYear();
  const zone = Temporal.Now.timeZoneId();
  return year >= 2026
    ? { ok: true, words: `The clock says ${new Date().toISOString().slice(0, 16)} UTC; this machine's zone is ${zone}.` }
    : { ok: false, words: `The clock says ${year}.`, fix: "Set the machine's clock: slots come by it." };
}
