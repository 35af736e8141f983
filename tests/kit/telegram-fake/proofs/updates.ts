import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { aPerson } from "../actors.ts";
import { type Answer, count, isOk, message, ofRequest, type Proof, type Scene, says } from "./scene.ts";

const anUpdate = (text: string) => ({ message: { message_id: 1, date: 1, chat: { id: 7, type: "private" }, text } });
const hook = (url: string, secret_token = "s") => ({ url, secret_token });
const command = (name: string) => ({ commands: [{ command: name, description: "What it does" }] });
const commands = (many: number) => ({ commands: Array.from({ length: many }, (_, at) => ({ command: `c${at}`, description: "a" })) });
const language = (language_code: string) => ({ ...command("help"), language_code });
const ids = (many: number) => Array.from({ length: many }, (_, place) => `r${place}`);

function answerInline({ fake, call }: Scene, given: readonly string[], text = "a"): Promise<Answer> {
  fake.world.inline.set("i", undefined);
  const input_message_content = { message_text: text };
  return call("answerInlineQuery", {
    inline_query_id: "i",
    results: given.map((id) => ({ type: "article", id, title: "A", input_message_content })),
  });
}

function answerPress({ fake, call }: Scene, more: object): Promise<Answer> {
  fake.world.callbacks.add("q");
  return call("answerCallbackQuery", { callback_query_id: "q", ...more });
}

/** How often a webhook that answers so is called with one update. */
async function callsOf(status: number, { fake, call }: Scene): Promise<number> {
  let calls = 0;
  const first = Promise.withResolvers<void>();
  const server = createServer((_, response) => {
    response.writeHead(++calls === 1 ? status : 200).end();
    first.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  fake.world.webhookVia = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await call("setWebhook", hook("https://a.example/hook"));
  fake.push(anUpdate("a"));
  await first.promise;
  while (fake.world.updates.length > 0) await new Promise((resolve) => setImmediate(resolve));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return calls;
}

/** Who asks, presses and inline queries, commands, updates by poll and by webhook. */
export const proofsOfUpdates: readonly Proof[] = [
  {
    rule: "token",
    accepted: async ({ call }) => isOk(await call("getMe")),
    refused: async ({ call }) => says(401, "Unauthorized")(await call("getMe", {}, "1:wrong")),
  },
  {
    rule: "method",
    accepted: async ({ call, fake }) => isOk(await call("getMe")) && fake.violations.length === 0,
    refused: async ({ call, fake }) => says(404, "method not found")(await call("sendPigeon")) && fake.violations.length === 1,
  },
  {
    rule: "field",
    accepted: async ({ call, fake }) => isOk(await call("sendMessage", message())) && fake.violations.length === 0,
    refused: async ({ call, fake }) => isOk(await call("sendMessage", message({ colour: "red" }))) && fake.violations.length === 1,
  },
  {
    rule: "type",
    accepted: async ({ call, fake }) => isOk(await call("sendMessage", message())) && fake.violations.length === 0,
    refused: async ({ call, fake }) => isOk(await call("sendMessage", message({ text: 5 }))) && fake.violations.length === 1,
  },
  {
    rule: "pressOnce",
    accepted: async (scene) => isOk(await answerPress(scene, {})),
    async refused(scene) {
      await answerPress(scene, {});
      return says(400, "query is too old")(await scene.call("answerCallbackQuery", { callback_query_id: "q" }));
    },
  },
  {
    rule: "pressText",
    accepted: async (scene) => isOk(await answerPress(scene, { text: "x".repeat(200) })),
    refused: async (scene) => says(400, "MESSAGE_TOO_LONG")(await answerPress(scene, { text: "x".repeat(201) })),
  },
  {
    rule: "pressUrl",
    accepted: async (scene) => isOk(await answerPress(scene, { url: `https://t.me/quoth_bot?start=${"x".repeat(64)}` })),
    refused: async (scene) => says(400, "URL_INVALID")(await answerPress(scene, { url: "https://a.example/" })),
  },
  {
    rule: "inlineKnown",
    accepted: async (scene) => isOk(await answerInline(scene, ["a"])),
    refused: async ({ call }) => says(400, "query is too old")(await call("answerInlineQuery", { inline_query_id: "i", results: [] })),
  },
  {
    rule: "inlineCount",
    accepted: async (scene) => isOk(await answerInline(scene, ids(50))),
    refused: async (scene) => says(400, "too many inline query results")(await answerInline(scene, ids(51))),
  },
  {
    rule: "inlineIds",
    accepted: async (scene) => isOk(await answerInline(scene, ["a", "x".repeat(64)])),
    refused: async (scene) =>
      says(400, "RESULT_ID_DUPLICATE")(await answerInline(scene, ["a", "a"])) &&
      says(400, "RESULT_ID_INVALID")(await answerInline(scene, ["x".repeat(65)])),
  },
  {
    rule: "inlineText",
    accepted: async (scene) => isOk(await answerInline(scene, ["a"], "x".repeat(4_096))),
    refused: async (scene) => says(400, "message is too long")(await answerInline(scene, ["a"], "x".repeat(4_097))),
  },
  ofRequest("commands", "setMyCommands", command("help"), command("Help me"), "BOT_COMMAND_INVALID"),
  ofRequest("commandCount", "setMyCommands", commands(100), commands(101), "BOT_COMMANDS_TOO_MUCH"),
  ofRequest("commandLanguage", "setMyCommands", language("uk"), language("uk-UA"), "invalid language code"),
  {
    rule: "onePoller",
    accepted: async ({ call }) => isOk(await call("getUpdates", { timeout: 0 })),
    async refused({ call, fake }) {
      const older = call("getUpdates", { timeout: 50 });
      while (!fake.isPolled()) await new Promise((resolve) => setImmediate(resolve));
      const newer = call("getUpdates", { timeout: 50 });
      const ended = await older;
      while (!fake.isPolled()) await new Promise((resolve) => setImmediate(resolve));
      fake.push(anUpdate("a"));
      await newer;
      return says(409, "terminated by other getUpdates request")(ended);
    },
  },
  {
    rule: "webhookOrPoll",
    accepted: async ({ call }) => isOk(await call("getUpdates", { timeout: 0 })),
    async refused({ call }) {
      await call("setWebhook", hook("https://a.example/hook"));
      return says(409, "while webhook is active")(await call("getUpdates", { timeout: 0 }));
    },
  },
  {
    rule: "webhookAddress",
    accepted: async ({ call }) => isOk(await call("setWebhook", hook("https://a.example:8443/hook"))),
    refused: async ({ call }) =>
      says(400, "An HTTPS URL")(await call("setWebhook", hook("http://a.example/hook"))) &&
      says(400, "only on ports")(await call("setWebhook", hook("https://a.example:8080/hook"))),
  },
  ofRequest("webhookSecret", "setWebhook", hook("https://a.example/", "a-B_9"), hook("https://a.example/", "a b"), "unallowed characters"),
  {
    rule: "webhookRepeat",
    accepted: async (scene) => (await callsOf(200, scene)) === 1,
    refused: async (scene) => (await callsOf(500, scene)) === 2,
  },
  {
    rule: "allowedUpdates",
    async accepted({ call, fake }) {
      await call("getUpdates", { allowed_updates: ["message"] });
      fake.push(anUpdate("a"));
      return count(await call("getUpdates")) === 1;
    },
    async refused({ call, fake }) {
      await call("getUpdates", { allowed_updates: ["callback_query"] });
      fake.push(anUpdate("a"));
      return count(await call("getUpdates")) === 0;
    },
  },
  {
    rule: "updateCount",
    async accepted({ call, fake }) {
      for (let at = 0; at < 100; at++) fake.push(anUpdate("a"));
      return count(await call("getUpdates", { limit: 100 })) === 100;
    },
    async refused({ call, fake }) {
      for (let at = 0; at < 101; at++) fake.push(anUpdate("a"));
      return count(await call("getUpdates", { limit: 200 })) === 100;
    },
  },
  {
    rule: "privacy",
    async accepted({ call, fake, group }) {
      aPerson(fake, 7, "Ann").types("/status", group);
      return count(await call("getUpdates")) === 1;
    },
    async refused({ call, fake, group }) {
      aPerson(fake, 7, "Ann").types("Good morning", group);
      return count(await call("getUpdates")) === 0;
    },
  },
  {
    rule: "confirmed",
    async accepted({ call, fake }) {
      fake.push(anUpdate("a"), 5);
      return count(await call("getUpdates", { offset: 5 })) === 1;
    },
    async refused({ call, fake }) {
      fake.push(anUpdate("a"), 5);
      return count(await call("getUpdates", { offset: 6 })) === 0;
    },
  },
  {
    rule: "kept",
    async accepted({ call, fake, pass }) {
      fake.push(anUpdate("a"), 5);
      pass(86_399_000);
      return count(await call("getUpdates")) === 1;
    },
    async refused({ call, fake, pass }) {
      fake.push(anUpdate("a"), 5);
      pass(86_400_000);
      return count(await call("getUpdates")) === 0;
    },
  },
];
