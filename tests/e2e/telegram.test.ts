import { afterEach, describe, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import { beforeEight, editionsIn, openTelegramScene, patienceMs, subscribing } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

for (const [form, absent] of [
  ["rich messages", []],
  ["no rich messages", ["sendRichMessage"]],
] as const)
  describe(`on a server that knows ${form}`, () => {
    const aFake = async () => {
      const fake = await scene.aFake();
      for (const method of absent) fake.world.absent.add(method);
      return fake;
    };

    test("subscribe, the slot passes, the edition arrives once with working buttons, quotes are found, settings change, unsubscribe", {
      timeout: 300_000,
    }, async () => {
      const fake = await aFake();
      const chat = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
      const mara = aPerson(fake, 77, "Mara");
      const bot = scene.start({ fake, dataFolder: scene.aFolder(), startsAt: beforeEight, clockStands: true });
      const answerTo = async (act: () => void): Promise<string> => {
        const before = chat.own().length;
        act();
        await until(() => chat.own().length > before, bot.output, patienceMs);
        return chat.seen().at(-1) ?? "";
      };

      expect(await answerTo(() => mara.types(subscribing, chat))).toContain("Sample");
      bot.runClock();
      await until(() => editionsIn(chat).length > 0, bot.output, patienceMs);
      expect(editionsIn(chat)[0]).toContain("Monday morning");
      expect(chat.own().filter(({ rich_message }) => rich_message)).toHaveLength(absent.length === 0 ? 1 : 0);
      expect((await answerTo(() => mara.presses("Sources", chat))).length).toBeGreaterThan(100);
      expect(await answerTo(() => mara.types("/quote sailings", chat))).toMatch(/“|No quote/);
      expect(await answerTo(() => mara.types("/settings style:one-liner", chat))).toMatch(/\S/);
      expect(await answerTo(() => mara.types("/subscriptions", chat))).toContain("08:00");
      await answerTo(() => mara.types("/unsubscribe sample", chat));
      expect(await answerTo(() => mara.types("/subscriptions", chat))).toContain("Nothing comes to this channel yet");
      expect(editionsIn(chat)).toHaveLength(1);
    });

    for (const stored of [true, false])
      test(`killed in mid-send, ${stored ? "after" : "before"} the edition arrived: it is there once after the restart`, {
        timeout: 400_000,
      }, async () => {
        const fake = await aFake();
        const group = openPlace(fake, { id: -1001000000001, type: "supergroup", title: "Harbour" });
        group.room.administrators.add(77);
        openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
        const settings = { fake, dataFolder: scene.aFolder(), configFolder: scene.config('telegram:\n  operatorChat: "99"\n') };
        const first = scene.start({ ...settings, startsAt: beforeEight, clockStands: true });
        aPerson(fake, 77, "Mara").types(subscribing, group);
        await until(() => group.own().length > 0, first.output, patienceMs);
        fake.faults.next(/send(Rich)?Message/, { kind: "hang", stored });
        first.runClock();
        await until(() => fake.faults.left() === 0, first.output, patienceMs);
        await first.kill();
        expect(editionsIn(group)).toHaveLength(stored ? 1 : 0);
        const forwards = () => fake.requests.filter((name) => name === "forwardMessage").length;
        const second = scene.start({ ...settings, startsAt: new Date(beforeEight.getTime() + 600_000) });
        await until(() => editionsIn(group).length > 0 && forwards() > 1, second.output, patienceMs);
        expect(editionsIn(group)).toHaveLength(1);
      });
  });
