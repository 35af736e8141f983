import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../kit/telegram-fake/server.ts";
import { until } from "../until.ts";
import { aDataFolder, type Bot } from "./bot.ts";
import { startOnTelegram, type TelegramBotOptions } from "./telegram-bot.ts";

const releases: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

async function aFake(): Promise<TelegramFake> {
  const fake = await startTelegramFake();
  releases.push(async () => {
    await fake.close();
    expect(fake.violations).toEqual([]);
  });
  return fake;
}

function aFolder(): string {
  const folder = aDataFolder();
  releases.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function start(options: TelegramBotOptions): Bot {
  const bot = startOnTelegram(options);
  releases.push(() => bot.stop());
  return bot;
}

const aChat = (fake: TelegramFake) => openPlace(fake, { id: 77, type: "private", first_name: "Mara" });

/** Monday, four seconds before eight in Kyiv. */
const beforeEight = new Date("2026-11-23T05:59:56Z");
const line = "/subscribe sample 08:00 Europe/Kyiv mon-fri";

test("subscribe, the slot passes, the edition arrives once with working buttons, quotes are found, settings change, unsubscribe", {
  timeout: 90_000,
}, async () => {
  const fake = await aFake();
  const chat = aChat(fake);
  const mara = aPerson(fake, 77, "Mara");
  const bot = start({ fake, dataFolder: aFolder(), startsAt: beforeEight });
  const answerTo = async (act: () => void): Promise<string> => {
    const before = chat.own().length;
    act();
    await until(() => chat.own().length > before, bot.output);
    return chat.seen().at(-1) ?? "";
  };

  expect(await answerTo(() => mara.types(line, chat))).toContain("Sample");
  const editions = () => chat.seen().filter((text) => text.startsWith("Sample ·"));
  await until(() => editions().length > 0, bot.output, 70_000);
  expect(editions()[0]).toContain("Monday morning");
  expect((await answerTo(() => mara.presses("Sources", chat))).length).toBeGreaterThan(100);
  expect(await answerTo(() => mara.types("/quote sailings", chat))).toMatch(/“|No quote/);
  expect(await answerTo(() => mara.types("/settings style:one-liner", chat))).toMatch(/\S/);
  expect(await answerTo(() => mara.types("/subscriptions", chat))).toContain("08:00");
  await answerTo(() => mara.types("/unsubscribe sample", chat));
  expect(await answerTo(() => mara.types("/subscriptions", chat))).toContain("Nothing comes to this channel yet");
  expect(editions()).toHaveLength(1);
});

for (const stored of [true, false])
  test(`killed in mid-send, ${stored ? "after" : "before"} the edition arrived: it is there once after the restart`, {
    timeout: 120_000,
  }, async () => {
    const fake = await aFake();
    const group = openPlace(fake, { id: -1001000000001, type: "supergroup", title: "Harbour" });
    group.room.administrators.add(77);
    openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
    const [dataFolder, configFolder] = [aFolder(), aFolder()];
    writeFileSync(join(configFolder, "quoth.yaml"), 'telegram:\n  operatorChat: "99"\n');
    const first = start({ fake, dataFolder, configFolder, startsAt: beforeEight });
    aPerson(fake, 77, "Mara").types(line, group);
    await until(() => group.own().length > 0, first.output);
    fake.faults.next(/sendMessage/, { kind: "hang", stored });
    const editions = () => group.seen().filter((text) => text.startsWith("Sample ·"));
    await until(() => fake.faults.left() === 0, first.output, 70_000);
    await first.kill();
    expect(editions()).toHaveLength(stored ? 1 : 0);
    const sends = () => fake.requests.filter((name) => name === "forwardMessage").length;
    const second = start({ fake, dataFolder, configFolder, startsAt: new Date(beforeEight.getTime() + 600_000) });
    await until(() => editions().length > 0 && sends() > 1, second.output, 60_000);
    expect(editions()).toHaveLength(1);
  });
