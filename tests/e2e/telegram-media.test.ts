import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import { beforeEight, openTelegramScene, patienceMs } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

const isPng = (bytes: Uint8Array | undefined): boolean => Buffer.from(bytes?.slice(1, 4) ?? []).toString() === "PNG";

test("quotes are found from any chat, cards go up as pictures, files go up and come down", { timeout: 300_000 }, async () => {
  const fake = await scene.aFake();
  const mara = aPerson(fake, 77, "Mara");
  const home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  const bot = scene.start({ fake, dataFolder: scene.aFolder(), startsAt: beforeEight, clockStands: true });
  const answerTo = async (act: () => void): Promise<string> => {
    const before = home.own().length;
    act();
    await until(() => home.own().length > before, bot.output, patienceMs);
    return home.seen().at(-1) ?? "";
  };
  expect(await answerTo(() => mara.types("/digest preview sample", home))).toContain("Sample ·");

  const question = mara.asksInline("solvang ashore");
  await until(() => fake.world.inline.get(question) !== undefined, bot.output, patienceMs);
  const { results } = fake.world.inline.get(question) as { results: { input_message_content: { message_text: string } }[] };
  expect(results[0]?.input_message_content.message_text).toContain(
    "“No captain will be asked to sail on a night when the pilots stay ashore",
  );
  expect(results[0]?.input_message_content.message_text).toContain("Ingrid Solvang");
  const empty = mara.asksInline("no such words anywhere");
  await until(() => fake.world.inline.get(empty) !== undefined, bot.output, patienceMs);
  expect(fake.world.inline.get(empty)).toMatchObject({ results: [], button: { start_parameter: "help" } });

  await answerTo(() => mara.types("/quote solvang ashore", home));
  await answerTo(() => mara.presses("Card", home));
  expect(isPng(fake.world.files.get(home.own().at(-1)?.photo?.[0]?.file_id ?? ""))).toBe(true);
  await answerTo(() => mara.presses("Dark", home));
  expect(isPng(fake.world.files.get(home.own().at(-1)?.photo?.[0]?.file_id ?? ""))).toBe(true);

  await answerTo(() => mara.types("/privacy export", home));
  const kept = fake.world.files.get(home.own().at(-1)?.document?.file_id ?? "");
  expect(JSON.parse(Buffer.from(kept ?? []).toString("utf8"))).toHaveProperty("subscriptions");

  const article = `The harbour of Selholm opened at six. ${"Ships came in all day, and the pilots counted forty of them. ".repeat(12)}`;
  const text = await answerTo(() => mara.sends({ name: "harbour.txt", bytes: new TextEncoder().encode(article) }, home));
  expect(text).toContain("Selholm");
});
