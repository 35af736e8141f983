import { openPlace, type Place } from "../actors.ts";
import type { RuleName, Rules } from "../rules.ts";
import { startTelegramFake, type TelegramFake } from "../server.ts";
import type { Room } from "../state.ts";

/** One rule: a request that is taken and one that is refused, by plain HTTP. Both answer "did it?". */
export interface Proof {
  readonly rule: RuleName;
  readonly accepted: (scene: Scene) => Promise<boolean>;
  readonly refused: (scene: Scene) => Promise<boolean>;
}

export interface Scene {
  readonly fake: TelegramFake;
  /** Ann's private chat, 7. */
  readonly home: Place;
  /** A supergroup, -1009, with the topics 3 (open) and 4 (closed). */
  readonly group: Place;
  readonly call: (method: string, params?: object, token?: string) => Promise<Answer>;
  readonly upload: (method: "sendPhoto" | "sendDocument", bytes: Uint8Array, caption?: string) => Promise<Answer>;
  readonly pass: (ms: number) => void;
}

export interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

export const isOk = ({ ok }: Answer): boolean => ok;

export const says =
  (code: number, words: string) =>
  ({ ok, error_code, description = "" }: Answer): boolean =>
    !ok && error_code === code && description.includes(words);

export const count = ({ result }: Answer): number => (Array.isArray(result) ? result.length : Number.NaN);

export const message = (more: object = {}) => ({ chat_id: 7, text: "hello", ...more });
export const inGroup = (more: object = {}) => message({ chat_id: -1009, ...more });

/** A rule of one request: this one is taken, that one refused with these words. */
export const ofRequest = (rule: RuleName, method: string, right: object, wrong: object, words: string): Proof => ({
  rule,
  accepted: async ({ call }) => isOk(await call(method, right)),
  refused: async ({ call }) => says(400, words)(await call(method, wrong)),
});

/** A rule of the state of the group: the same request is taken before it and refused after it. */
export const ofState = (rule: RuleName, state: Partial<Room>, [code, words]: readonly [number, string]): Proof => ({
  rule,
  accepted: async ({ call }) => isOk(await call("sendMessage", inGroup())),
  async refused({ call, group }) {
    Object.assign(group.room, state);
    return says(code, words)(await call("sendMessage", inGroup()));
  },
});

/** Whether a proof holds in a stand-in of its own, and by which rules it refused. */
export async function tryOut(proof: Proof, side: "accepted" | "refused", rules: Partial<Rules> = {}) {
  let nowMs = Date.parse("2026-11-24T09:00Z");
  const fake = await startTelegramFake(() => nowMs, rules);
  const headers = { "content-type": "application/json" };
  const address = `${fake.address}/bot`;
  try {
    const group = openPlace(fake, { id: -1009, type: "supergroup", title: "Group" });
    group.room.topics.set(3, "open").set(4, "closed");
    const holds = await proof[side]({
      fake,
      group,
      home: openPlace(fake, { id: 7, type: "private", first_name: "Ann" }),
      async call(method, params = {}, token = fake.token) {
        const response = await fetch(`${address}${token}/${method}`, { method: "POST", headers, body: JSON.stringify(params) });
        return (await response.json()) as Answer;
      },
      async upload(method, bytes, caption = "") {
        const form = new FormData();
        form.set("chat_id", "7");
        form.set("caption", caption);
        form.set(method === "sendPhoto" ? "photo" : "document", new Blob([new Uint8Array(bytes)]), "a.png");
        return (await (await fetch(`${address}${fake.token}/${method}`, { method: "POST", body: form })).json()) as Answer;
      },
      pass(ms) {
        nowMs += ms;
      },
    });
    return { holds, refusedBy: [...new Set(fake.world.refusedBy)] };
  } finally {
    await fake.close();
  }
}
