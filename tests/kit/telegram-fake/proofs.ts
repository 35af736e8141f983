import { openPlace, type Place } from "./actors.ts";
import type { Rules } from "./rules.ts";
import { startTelegramFake, type TelegramFake } from "./server.ts";

/** One rule: a request that is taken and one that is refused, by plain HTTP. Both answer "did it?". */
export interface Proof {
  readonly rule: keyof Rules;
  readonly accepted: (scene: Scene) => Promise<boolean>;
  readonly refused: (scene: Scene) => Promise<boolean>;
}

interface Scene {
  readonly fake: TelegramFake;
  readonly home: Place;
  readonly group: Place;
  readonly call: (method: string, params?: object, token?: string) => Promise<Answer>;
  readonly pass: (ms: number) => void;
}

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

const isOk = ({ ok }: Answer): boolean => ok;
const says =
  (code: number, words: string) =>
  ({ ok, error_code, description = "" }: Answer): boolean =>
    !ok && error_code === code && description.includes(words);

const message = (more: object = {}) => ({ chat_id: 7, text: "hello", ...more });
const inGroup = (more: object = {}) => message({ chat_id: -1009, ...more });
const key = (callback_data: string) => ({ reply_markup: { inline_keyboard: [[{ text: "Go", callback_data }]] } });
const withEntities = (...entities: readonly object[]) => message({ text: "ab😀cd", entities });
const bold = (offset: number, length: number) => ({ type: "bold", offset, length });
const rich = (html: string) => ({ chat_id: 7, rich_message: { html } });
const link = (url: string) => withEntities({ type: "text_link", offset: 0, length: 2, url });
const results = (ids: readonly string[]) => ({
  inline_query_id: "i",
  results: ids.map((id) => ({ type: "article", id, title: "A", input_message_content: { message_text: "a" } })),
});
const command = (name: string) => ({ commands: [{ command: name, description: "What it does" }] });
const ids = (count: number) => Array.from({ length: count }, (_, place) => `r${place}`);

/** A rule of one request: this one is taken, that one refused with these words. */
const ofRequest = (rule: keyof Rules, method: string, right: object, wrong: object, words: string): Proof => ({
  rule,
  accepted: async ({ call }) => isOk(await call(method, right)),
  refused: async ({ call }) => says(400, words)(await call(method, wrong)),
});

async function sendMany(count: number, params: (place: number) => object, { call, pass }: Scene, everyMs = 0): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let place = 0; place < count; place++, pass(everyMs)) answers.push(await call("sendMessage", params(place)));
  return answers;
}

const asksToWait = (answer: Answer | undefined, seconds: number): boolean =>
  answer?.error_code === 429 && answer.parameters?.retry_after === seconds;

const toManyChats = (scene: Scene) => (place: number) => {
  openPlace(scene.fake, { id: 1_000 + place, type: "private", first_name: "Ann" });
  return message({ chat_id: 1_000 + place });
};

const anUpdate = (text: string) => ({ message: { message_id: 1, date: 1, chat: { id: 7, type: "private" }, text } });

export const proofs: readonly Proof[] = [
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
  ofRequest("text", "sendMessage", message({ text: "x".repeat(4_096) }), message({ text: "x".repeat(4_097) }), "message is too long"),
  ofRequest("empty", "sendMessage", message(), message({ text: " \n " }), "message text is empty"),
  ofRequest("chat", "sendMessage", message(), message({ chat_id: 8 }), "chat not found"),
  ofRequest("thread", "sendMessage", inGroup({ message_thread_id: 3 }), inGroup({ message_thread_id: 9 }), "message thread not found"),
  ofRequest("topicClosed", "sendMessage", inGroup({ message_thread_id: 3 }), inGroup({ message_thread_id: 4 }), "TOPIC_CLOSED"),
  ofRequest("button", "sendMessage", message(key("x".repeat(64))), message(key("é".repeat(33))), "BUTTON_DATA_INVALID"),
  ofRequest("entityInside", "sendMessage", withEntities(bold(0, 6)), withEntities(bold(0, 7)), "ends after the end"),
  ofRequest("entityWhole", "sendMessage", withEntities(bold(2, 2)), withEntities(bold(3, 1)), "middle of a UTF-16 symbol"),
  ofRequest("entityNested", "sendMessage", withEntities(bold(0, 4), bold(1, 1)), withEntities(bold(0, 2), bold(1, 4)), "entities cross"),
  ofRequest("entityType", "sendMessage", withEntities(bold(0, 1)), withEntities({ ...bold(0, 1), type: "loud" }), "unsupported type"),
  ofRequest("link", "sendMessage", link("https://a.example/"), link("javascript:alert(1)"), "wrong URL"),
  ofRequest("commands", "setMyCommands", command("help"), command("Help me"), "BOT_COMMAND_INVALID"),
  ofRequest("richOne", "sendRichMessage", rich("<p>a</p>"), { chat_id: 7, rich_message: { html: "a", markdown: "a" } }, "exactly one of"),
  ofRequest("richTag", "sendRichMessage", rich("<p><b>a</b></p>"), rich("<p><b>a</p></b>"), "unexpected end tag"),
  ofRequest("richText", "sendRichMessage", rich("x".repeat(32_768)), rich("x".repeat(32_769)), "message is too long"),
  ofRequest("richBlocks", "sendRichMessage", rich("<p>a</p>".repeat(500)), rich("<p>a</p>".repeat(501)), "too many blocks"),
  {
    rule: "caption",
    accepted: async (scene) => isOk(await sendPhoto(scene, "x".repeat(1_024))),
    refused: async (scene) => says(400, "caption is too long")(await sendPhoto(scene, "x".repeat(1_025))),
  },
  {
    rule: "file",
    accepted: async (scene) => isOk(await sendPhoto(scene, "x")),
    refused: async (scene) => says(400, "there is no photo")(await sendPhoto(scene, "x", new Uint8Array(0))),
  },
  {
    rule: "blocked",
    accepted: async ({ call }) => isOk(await call("sendMessage", message())),
    async refused({ call, home }) {
      home.room.refusal = "blocked";
      return says(403, "bot was blocked by the user")(await call("sendMessage", message()));
    },
  },
  {
    rule: "upgraded",
    accepted: async ({ call }) => isOk(await call("sendMessage", inGroup())),
    async refused({ call, group }) {
      group.room.upgradedTo = -10010;
      const answer = await call("sendMessage", inGroup());
      return says(400, "upgraded to a supergroup")(answer) && answer.parameters?.migrate_to_chat_id === -10010;
    },
  },
  {
    rule: "burst",
    accepted: async (scene) => (await sendMany(3, () => message(), scene)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(4, () => message(), scene)).at(-1), 1),
  },
  {
    rule: "perSecond",
    accepted: async (scene) => (await sendMany(30, toManyChats(scene), scene)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(31, toManyChats(scene), scene)).at(-1), 1),
  },
  {
    rule: "perGroup",
    accepted: async (scene) => (await sendMany(20, () => inGroup(), scene, 1_000)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(21, () => inGroup(), scene, 1_000)).at(-1), 40),
  },
  {
    rule: "inlineCount",
    accepted: async (scene) => isOk(await answerInline(scene, ids(50))),
    refused: async (scene) => says(400, "too many inline query results")(await answerInline(scene, ids(51))),
  },
  {
    rule: "inlineIds",
    accepted: async (scene) => isOk(await answerInline(scene, ["a", "b"])),
    refused: async (scene) => says(400, "RESULT_ID_DUPLICATE")(await answerInline(scene, ["a", "a"])),
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
    rule: "editChanges",
    async accepted({ call }) {
      await call("sendMessage", message());
      return isOk(await call("editMessageText", message({ message_id: 1, text: "other" })));
    },
    async refused({ call }) {
      await call("sendMessage", message());
      return says(400, "message is not modified")(await call("editMessageText", message({ message_id: 1, entities: [] })));
    },
  },
  {
    rule: "editOwn",
    async accepted({ call }) {
      await call("sendMessage", message());
      return isOk(await call("editMessageText", message({ message_id: 1, text: "other" })));
    },
    async refused({ call, home }) {
      home.room.messages.push({
        message_id: 1,
        date: 1,
        chat: home.room.chat,
        from: { id: 7, is_bot: false, first_name: "Ann" },
        text: "a",
      });
      return says(400, "message to edit not found")(await call("editMessageText", message({ message_id: 1, text: "other" })));
    },
  },
  {
    rule: "forwarded",
    async accepted({ call }) {
      await call("sendMessage", inGroup());
      return isOk(await call("forwardMessage", { chat_id: 7, from_chat_id: -1009, message_id: 1 }));
    },
    refused: async ({ call }) =>
      says(400, "message to forward not found")(await call("forwardMessage", { chat_id: 7, from_chat_id: -1009, message_id: 1 })),
  },
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
      await call("setWebhook", { url: "https://a.example/hook" });
      return says(409, "while webhook is active")(await call("getUpdates", { timeout: 0 }));
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

const count = ({ result }: Answer): number => (Array.isArray(result) ? result.length : Number.NaN);

async function sendPhoto({ fake }: Scene, caption: string, bytes = new Uint8Array([1])): Promise<Answer> {
  const form = new FormData();
  form.set("chat_id", "7");
  form.set("caption", caption);
  form.set("photo", new Blob([bytes]), "a.png");
  return (await (await fetch(`${fake.address}/bot${fake.token}/sendPhoto`, { method: "POST", body: form })).json()) as Answer;
}

function answerInline({ fake, call }: Scene, given: readonly string[]): Promise<Answer> {
  fake.world.inline.set("i", undefined);
  return call("answerInlineQuery", results(given));
}

function answerPress({ fake, call }: Scene, more: object): Promise<Answer> {
  fake.world.callbacks.add("q");
  return call("answerCallbackQuery", { callback_query_id: "q", ...more });
}

/** Whether a rule holds in a stand-in of its own. */
export async function holds(proof: Proof, side: "accepted" | "refused", rules: Partial<Rules> = {}): Promise<boolean> {
  let nowMs = Date.parse("2026-11-24T09:00Z");
  const fake = await startTelegramFake(() => nowMs, rules);
  const headers = { "content-type": "application/json" };
  try {
    const group = openPlace(fake, { id: -1009, type: "supergroup", title: "Group" });
    group.room.topics.set(3, "open").set(4, "closed");
    return await proof[side]({
      fake,
      group,
      home: openPlace(fake, { id: 7, type: "private", first_name: "Ann" }),
      async call(method, params = {}, token = fake.token) {
        const response = await fetch(`${fake.address}/bot${token}/${method}`, { method: "POST", headers, body: JSON.stringify(params) });
        return (await response.json()) as Answer;
      },
      pass(ms) {
        nowMs += ms;
      },
    });
  } finally {
    await fake.close();
  }
}
