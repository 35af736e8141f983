import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Stores } from "../../src/model/stores.ts";
import { openStores } from "../../src/store/open.ts";
import { aChannel, aSubscription } from "../build.ts";
import { openPlace } from "../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../kit/telegram-fake/server.ts";

let folder: string;
let fake: TelegramFake;
let stores: Stores;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "quoth-doctor-"));
  fake = await startTelegramFake();
  stores = await openStores(join(folder, "quoth.sqlite"));
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
  expect(fake.violations).toEqual([]);
});

async function subscribe(address: string, name: string): Promise<void> {
  const id = `telegram:${address}`;
  await stores.subscriptions.putChannel(aChannel({ id, platform: "telegram", address, name }));
  await stores.subscriptions.put(aSubscription({ channelId: id }));
}

function runDoctor(): Promise<string> {
  const env = {
    ...process.env,
    QUOTH_DATA: folder,
    DISCORD_TOKEN: "",
    TELEGRAM_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.address,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli.ts", "doctor"], { env }, (_error, out) => resolve(out));
  });
}

test("doctor looks at the subscribed chats while the database is in use", async () => {
  openPlace(fake, { id: -1001, type: "supergroup", title: "Harbour" });
  await subscribe("-1001", "Harbour");
  await subscribe("-1002", "Gone");
  const out = await runDoctor();
  await stores.close();
  expect(out).toMatch(/right {2}The database \S+ is in use: Quoth is running\./);
  expect(out).toContain("right  Telegram, Harbour: Quoth may write there.");
  expect(out).toMatch(/WRONG {2}Telegram, Gone: Quoth is not in it, or it is gone\.\n {7}Add Quoth there/);
});

test("doctor looks at twenty chats and says how many are left", async () => {
  for (let id = 1; id <= 22; id++) {
    openPlace(fake, { id, type: "private", first_name: "Ann" });
    await subscribe(`${id}`, `Ann ${id}`);
  }
  await stores.close();
  const out = await runDoctor();
  expect(out.match(/Telegram, Ann/g)).toHaveLength(20);
  expect(out).toContain("right  Telegram: 2 more subscribed channels were not looked at.");
});
