import type { CommandDeps } from "../../src/commands/deps.ts";
import { type Commands, createCommands } from "../../src/commands/index.ts";
import { renderEdition } from "../../src/deliver/render.ts";
import type { Caller, CommandCall, Reply } from "../../src/model/command.ts";
import type { Digest } from "../../src/model/digest.ts";
import type { Block, Message } from "../../src/model/message.ts";
import type { Log } from "../../src/model/platform.ts";
import type { Stores } from "../../src/model/stores.ts";
import { describeClockChange } from "../../src/schedule/clock-change.ts";
import { nextSlot } from "../../src/schedule/slots.ts";
import { openStores } from "../../src/store/open.ts";
import { aChannel, aDigest, anArticle, anEdition, aQuote } from "../build.ts";

/** Commands over a real store in memory, with a clock that stands still until it is moved. */
export interface Room {
  readonly commands: Commands;
  readonly stores: Stores;
  readonly deps: CommandDeps;
  readonly failures: readonly string[];
  /** Types a line in a channel, as a manager unless told otherwise. */
  types(line: string, change?: Partial<CommandCall>): Promise<Reply>;
  /** Calls a command by named arguments, as Discord does. */
  calls(command: string, verb: string, args: Readonly<Record<string, string>>, change?: Partial<CommandCall>): Promise<Reply>;
  passes(ms: number): void;
  now(): Date;
}

export const manager: Caller = { id: "fake:manager", name: "Manager", mayManage: true, isOperator: false };
export const reader: Caller = { id: "fake:reader", name: "Reader", mayManage: false, isOperator: false };

const digests: readonly Digest[] = [
  aDigest(),
  aDigest({ id: "sample", name: "Sample", description: "Invented news" }),
  aDigest({ id: "science", name: "Science", description: "New findings" }),
];

export async function openRoom(change: Partial<CommandDeps> = {}): Promise<Room> {
  const stores = await openStores(":memory:");
  const failures: string[] = [];
  let now = new Date("2026-11-24T09:00Z");
  let tokens = 0;
  const silent: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (words, fields) => void failures.push(`${words} ${fields?.cause}`),
  };
  const deps: CommandDeps = {
    ...stores,
    digests: () => digests,
    findDigest: (id) => digests.find((digest) => digest.id === id),
    ownDigestsChanged: async () => undefined,
    buildPreview: async (digest, form, { from, to }) =>
      anEdition({ id: "epreview00001", digestId: digest.id, digestName: digest.name, form, coversFrom: from, coversTo: to }),
    publishNow: async ({ digestId }) => anEdition({ digestId }),
    wake: () => undefined,
    revive: (channelId) => stores.subscriptions.reviveChannel(channelId, now, new Date(0)),
    renderEdition,
    digestArticle: async () => {
      const article = anArticle();
      return { article, summary: { title: article.title, bullets: anEdition().stories[0]!.bullets }, quotes: [aQuote()] };
    },
    findFeeds: async (url) => [{ url: `${url}rss`, title: "Harbour News", entries: 12 }],
    readOpml: async () => [{ url: "https://one.example/rss", title: "One" }],
    writeOpml: (feeds) => `<opml>${feeds.length}</opml>`,
    findArticle: async (url) => stores.articles.findByAlias(`url:${url}`),
    nextSlot,
    describeClockChange,
    drawCard: async () => new Uint8Array([137, 80, 78, 71]),
    settings: { version: "0.1.0", zone: "Europe/Kyiv", lang: "en" },
    platforms: () => [],
    modelUse: async () => undefined,
    log: silent,
    now: () => now,
    token: () => `t${++tokens}`,
    ...change,
  };
  const commands = createCommands(deps);
  const call = (typed: Partial<CommandCall>): CommandCall => ({
    command: "",
    verb: "",
    args: {},
    channel: aChannel(),
    caller: manager,
    lang: "en",
    at: now,
    pressed: false,
    ...typed,
  });
  return {
    commands,
    stores,
    deps,
    failures,
    types(line, more = {}) {
      const [, command = "", rest = ""] = /^\/?(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
      return commands.answer(call({ command, line: rest, ...more }));
    },
    calls: (command, verb, args, more = {}) => commands.answer(call({ command, verb, args, ...more })),
    passes(ms) {
      now = new Date(now.getTime() + ms);
    },
    now: () => now,
  };
}

/** What a person reads, one line a block. */
export const wordsOf = (reply: Reply): string => textOf(reply.message);

export const textOf = ({ blocks }: Message): string => blocks.map(lineOf).join("\n");

function lineOf(block: Block): string {
  if (block.kind === "image") return block.alt;
  if (block.kind === "file") return block.name;
  if (block.kind === "divider") return "";
  const words = block.kind === "story" ? block.title : block.text;
  return typeof words === "string" ? words : words.map(({ text }) => text).join("");
}

/** The call behind a button. */
export function buttonOf(reply: Reply, label: string): string {
  const button = (reply.message.buttons ?? []).flat().find((each) => each.label === label);
  if (!button || !("call" in button))
    throw new Error(
      `no button "${label}" among: ${(reply.message.buttons ?? [])
        .flat()
        .map((each) => each.label)
        .join(", ")}`,
    );
  return button.call;
}
