import { afterEach, beforeEach, expect, test } from "vitest";
import { createApi } from "../../../src/adapters/telegram/api.ts";
import { registerCommands } from "../../../src/adapters/telegram/register.ts";
import type { CommandList, CommandShape } from "../../../src/model/command.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";

let fake: TelegramFake;
const kept = new Map<string, string>();
beforeEach(async () => {
  kept.clear();
  fake = await startTelegramFake();
});
afterEach(async () => {
  await fake.close();
  expect(fake.violations).toEqual([]);
});

const memory = { get: async (key: string) => kept.get(key), set: async (key: string, value: string) => void kept.set(key, value) };
const aCommand = (name: string, about: string, who: "anyone" | "manager"): CommandList[number] => ({
  name,
  about,
  aliases: [],
  example: `/${name}`,
  verbs: [{ name: "", about, who, arguments: [], private: false }],
});
const english = [aCommand("quote", "Find a quote", "anyone"), aCommand("subscribe", "Subscribe here", "manager")];
const ukrainian = [aCommand("quote", "Знайти цитату", "anyone"), aCommand("subscribe", "Підписатися", "manager")];
const register = (commands: CommandList = english, whispers = false) =>
  registerCommands(
    createApi({ token: fake.token, apiRoot: fake.address }),
    { commands, commandsByLang: { uk: ukrainian }, memory, whispers },
    AbortSignal.timeout(5_000),
  );

test("everybody sees what they may ask, in their own language", async () => {
  await register();
  expect(Object.fromEntries(fake.world.commands)).toMatchObject({
    default: [{ command: "quote", description: "Find a quote" }],
    "default uk": [{ command: "quote", description: "Знайти цитату" }],
    "all_private_chats uk": [{ command: "quote" }, { command: "subscribe", description: "Підписатися" }],
    all_chat_administrators: [{ command: "quote" }, { command: "subscribe", description: "Subscribe here" }],
  });
});

test("a command whose every answer is private is whispered, where the server knows that", async () => {
  const status: CommandShape = { ...aCommand("status", "What comes", "anyone"), verbs: [{ ...english[0]!.verbs[0]!, private: true }] };
  await register([english[0]!, status], true);
  expect(fake.world.commands.get("default")).toEqual([
    { command: "quote", description: "Find a quote" },
    { command: "status", description: "What comes", is_ephemeral: true },
  ]);
});

test("a list that did not change is not told again, a list that did is", async () => {
  await register();
  const first = fake.requests.length;
  await register();
  expect(fake.requests).toHaveLength(first);
  await register([aCommand("quote", "Look a quote up", "anyone")]);
  expect(fake.world.commands.get("default")).toEqual([{ command: "quote", description: "Look a quote up" }]);
});

test("a list that was told only in part is told again", async () => {
  fake.faults.next(/setMyCommands/, { kind: "unauthorized" });
  await expect(register()).rejects.toThrow("Unauthorized");
  await register();
  expect(fake.world.commands.size).toBe(6);
});
