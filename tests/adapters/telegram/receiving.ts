import { afterEach, beforeEach, expect } from "vitest";
import { createApi } from "../../../src/adapters/telegram/api.ts";
import { createBudget } from "../../../src/adapters/telegram/budget.ts";
import type { ReceiveDeps } from "../../../src/adapters/telegram/calls.ts";
import { createManagers } from "../../../src/adapters/telegram/managers.ts";
import { createMembers } from "../../../src/adapters/telegram/members.ts";
import { receive } from "../../../src/adapters/telegram/receive.ts";
import { createRichForm } from "../../../src/adapters/telegram/rich-form.ts";
import { createSender } from "../../../src/adapters/telegram/send.ts";
import { createTitles } from "../../../src/adapters/telegram/titles.ts";
import { createTopics } from "../../../src/adapters/telegram/topics.ts";
import type { Update } from "../../../src/adapters/telegram/updates.ts";
import { commandList } from "../../../src/commands/index.ts";
import type { CommandCall, Reply } from "../../../src/model/command.ts";
import type { ChannelEvent } from "../../../src/model/platform.ts";
import { openPlace, type Place } from "../../kit/telegram-fake/actors.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";
import { platformDeps } from "../deps.ts";

export const mara = { id: 77, first_name: "Mara", language_code: "uk" };
export const chat = { id: -1009, type: "supergroup", title: "Harbour" } as const;

type Message = NonNullable<Update["message"]>;

/** Updates that come in, calls of commands that come of them, and what is answered. Opened anew for every test. */
export interface Receiving {
  fake: TelegramFake;
  group: Place;
  /** Mara's private chat. */
  home: Place;
  calls: CommandCall[];
  events: ChannelEvent[];
  /** What every command answers. */
  reply: Reply;
  deps: ReceiveDeps;
  take(update: Omit<Update, "update_id">): Promise<void>;
  /** Mara types it in the group. */
  typed(text: string, more?: Partial<Message>): Promise<void>;
  /** Mara presses a button that carries it. */
  press(data: string, where?: Message["chat"]): Promise<void>;
}

export function receiving(): Receiving {
  const scene = {
    take: (update) => receive({ update_id: 1, ...update }, scene.deps, AbortSignal.timeout(5_000)),
    typed: (text, more = {}) => scene.take({ message: { message_id: 9, chat, from: mara, text, ...more } }),
    press(data, where = chat) {
      scene.fake.world.callbacks.add("p1");
      return scene.take({ callback_query: { id: "p1", from: mara, data, message: { message_id: 1, chat: where, text: "Edition" } } });
    },
  } as Receiving;
  let problems: readonly string[] = [];

  beforeEach(async () => {
    let nowMs = Date.parse("2026-11-24T09:00Z");
    const fake = await startTelegramFake(() => {
      nowMs += 4_000;
      return nowMs;
    });
    const now = () => new Date("2026-11-24T09:00Z");
    const { told, ...common } = platformDeps({ commands: commandList("en"), now });
    const { log, memory, onChannel } = common;
    const api = createApi({ token: fake.token, apiRoot: fake.address });
    const budget = createBudget(() => new Date());
    problems = told.problems;
    Object.assign(scene, {
      fake,
      group: openPlace(fake, chat),
      home: openPlace(fake, { id: 77, type: "private", first_name: "Mara" }),
      calls: [],
      events: told.events,
      reply: { message: { blocks: [{ kind: "text", text: "Done" }] }, private: false, outcome: "done" },
    } satisfies Partial<Receiving>);
    scene.deps = {
      ...common,
      api,
      answer: async (call) => {
        scene.calls.push(call);
        return scene.reply;
      },
      sender: createSender(api, { log, memory, onChannel }, budget, createRichForm("off", { memory, log, now })),
      members: createMembers(api, now),
      managers: createManagers(memory),
      topics: createTopics(memory),
      titles: createTitles(api),
      botName: () => "quoth_bot",
      whispers: false,
    };
  });
  afterEach(async () => {
    await scene.fake.close();
    expect(scene.fake.violations).toEqual([]);
    expect(problems).toEqual([]);
  });
  return scene;
}
