import { readInstallation } from "../app/installation.ts";
import { databaseFile } from "../app.ts";
import type { Channel } from "../model/delivery.ts";
import { StoreInUse } from "../model/errors.ts";
import type { Finding } from "../model/platform.ts";
import { openStores } from "../store/open.ts";
import { readArguments, refuseWords } from "./arguments.ts";
import type { ExitCode, Io } from "./commands.ts";
import { readSubscribed } from "./doctor-channels.ts";

/** What is right in one line, what is wrong with the fix. Exit 1 when something is wrong. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  refuseWords(readArguments(words, "doctor"), "doctor");
  const installation = readInstallation();
  const findings: Finding[] = [
    { ok: true, words: `Settings and ${installation.digests.length} digests are right.` },
    await checkStore(databaseFile(installation)),
    checkClock(),
  ];
  const subscribed = await findSubscribed(databaseFile(installation));
  if (subscribed.problem) findings.push(subscribed.problem);
  for (const { adapter, settings } of installation.ready) {
    const own = subscribed.channels.filter(({ platform }) => platform === adapter.id);
    const looked = await adapter.doctor?.(settings, own.slice(0, mostChannels), io.signal);
    findings.push(...(looked ?? [{ ok: true, words: `${adapter.name}: ready.` }]));
    const left = own.length - mostChannels;
    if (looked && left > 0) findings.push({ ok: true, words: `${adapter.name}: ${left} more subscribed channels were not looked at.` });
  }
  for (const { adapter, missing } of installation.off) findings.push({ ok: true, words: `${adapter.name}: off. ${missing}` });
  for (const { ok, words, fix } of findings) io.output.write(`${ok ? "right" : "WRONG"}  ${words}${fix ? `\n       ${fix}` : ""}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

/** So many channels a platform are looked at. */
const mostChannels = 20;

async function findSubscribed(file: string): Promise<{ readonly channels: readonly Channel[]; readonly problem?: Finding }> {
  try {
    return { channels: await readSubscribed(file) };
  } catch (error) {
    const words = `The subscribed channels cannot be read: ${error instanceof Error ? error.message : error}.`;
    return { channels: [], problem: { ok: false, words, fix: "Start Quoth once, then run doctor again." } };
  }
}

async function checkStore(file: string): Promise<Finding> {
  try {
    await (await openStores(file)).close();
    return { ok: true, words: `The database ${file} can be written.` };
  } catch (error) {
    if (error instanceof StoreInUse) return { ok: true, words: `The database ${file} is in use: Quoth is running.` };
    return { ok: false, words: error instanceof Error ? error.message : String(error) };
  }
}

function checkClock(): Finding {
  const year = new Date().getFullYear();
  const zone = Temporal.Now.timeZoneId();
  return year >= 2026
    ? { ok: true, words: `The clock says ${new Date().toISOString().slice(0, 16)} UTC; this machine's zone is ${zone}.` }
    : { ok: false, words: `The clock says ${year}.`, fix: "Set the machine's clock: slots come by it." };
}
