import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import { evil, writeHostileOutlet } from "./hostile-outlet.ts";
import { beforeEight, openTelegramScene, patienceMs } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

for (const absent of [[], ["sendRichMessage"]])
  test(`hostile news, names, lines and presses break nothing and ping nobody (${absent.length === 0 ? "rich" : "plain"} form)`, {
    timeout: 300_000,
  }, async () => {
    const fake = await scene.aFake({ perSecond: false, burst: false, perGroup: false });
    for (const method of absent) fake.world.absent.add(method);
    const mara = aPerson(fake, 77, evil);
    const rolf = aPerson(fake, 78, "Rolf");
    const home = openPlace(fake, { id: 77, type: "private", first_name: evil });
    const group = openPlace(fake, { id: -1_001_000_000_001, type: "supergroup", title: `${evil} Harbour` });
    const other = openPlace(fake, { id: -1_001_000_000_002, type: "supergroup", title: "Other" });
    group.room.administrators.add(77);
    const digestsFolder = scene.aFolder();
    writeHostileOutlet(digestsFolder, beforeEight);
    const bot = scene.start({ fake, dataFolder: scene.aFolder(), digestsFolder, startsAt: beforeEight, clockStands: true });
    const typed = async (line: string): Promise<string> => {
      const before = group.own().length;
      mara.types(line, group);
      await until(() => group.own().length > before, bot.output, patienceMs);
      return group.seen().at(-1) ?? "";
    };
    await typed("/subscribe harbour 08:00 Europe/Kyiv daily");
    bot.runClock();
    const edition = () =>
      group.own().find((message) => message.reply_markup?.inline_keyboard.flat().some(({ text }) => text === "Sources"));
    await until(() => edition() !== undefined, bot.output, patienceMs);

    for (const line of [
      `/quote ${evil}`,
      `/speaker ${evil}`,
      `/why ${evil}`,
      `/subscribe ${evil}`,
      `/filter add exclude ${evil}`,
      `/help ${evil}`,
    ])
      expect(await typed(line)).not.toBe("");
    for (const command of ["subscribe", "quote", "why", "settings", "filter add exclude", "speaker show"])
      expect((await typed(`/${command} ${"😀y".repeat(1_300)}`)).length).toBeLessThan(600);
    await typed("/quote pilots");
    await typed("/speaker quill");
    rolf.presses("Sources", group);
    await until(() => fake.world.callbacks.size === 0, bot.output, patienceMs);

    // Presses that were never offered: another chat's, another time's, nobody's.
    const settled = group.own().length;
    const foreign = ["v1:unsubscribe harbour", "v1:privacy delete confirm", "v1@zz:status", "v9:x", "", "v1:delivery d1 again"];
    for (const [at, data] of foreign.entries()) {
      fake.world.callbacks.add(`foreign${at}`);
      const message = { message_id: 1, date: 0, chat: other.room.chat };
      fake.push({ callback_query: { id: `foreign${at}`, from: rolf.user, message, data, chat_instance: "1" } });
    }
    await until(() => fake.world.callbacks.size === 0, bot.output, patienceMs);
    expect(await typed("/subscriptions")).toContain("Harbour");
    expect(group.own().length).toBe(settled + 1);

    const words = [home, group, other].flatMap((place) => place.seen()).join("\n");
    expect(words).toContain("Harbour number 1 opens");
    expect(words).not.toMatch(/@[a-z0-9_]/i);
    expect(words).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(JSON.stringify([group.room.messages, home.room.messages.filter(({ from }) => from?.is_bot)])).not.toContain('"url":"javascript');
    expect(bot.isOver()).toBe(false);
  });
