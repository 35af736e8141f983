import type { Reply } from "../model/command.ts";
import type { Delivery, Subscription } from "../model/delivery.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button, Run } from "../model/message.ts";
import { retell } from "../text/retell.ts";
import { type Asked, type Command, messageOf, note, type RoomDeps, text } from "./command.ts";
import { nameOf, nextWords } from "./here.ts";
import { rich, runsOf } from "./rich.ts";
import { momentWords } from "./when.ts";

const problemsShown = 8;
const deliveriesLookedAt = 200;

export const status: Command = {
  name: "status",
  aliases: [],
  example: "/status",
  verbs: [{ name: "", who: "anyone", private: true, isLookup: true, arguments: [], run: answerStatus }],
};

async function answerStatus(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { call, words } = asked;
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const sent = await deps.outbox.ofChannel(call.channel.id, deliveriesLookedAt);
  const unknown = sent.filter(({ state }) => state === "unknown").slice(0, 2);
  const blocks: readonly Block[] = [
    ...(here.length === 0 ? [text(rich(words.subscriptions.none))] : here.slice(0, 10).map((each) => line(each, sent, asked, deps))),
    ...(await problemBlocks(here, asked, deps)),
    ...unknown.map(({ slotAt }) => note(words.status.unknown(momentWords(slotAt, here[0]?.schedule.zone ?? deps.settings.zone, words)))),
    ...(call.caller.isOperator ? await operatorBlocks(asked, deps) : []),
  ];
  const buttons = call.caller.mayManage || call.caller.isOperator ? unknown.map(({ id }) => settleButtons(id, asked)) : [];
  return { message: messageOf(blocks, buttons), private: true, outcome: "done" };
}

/** One subscription: its last edition and its next. */
function line(subscription: Subscription, sent: readonly Delivery[], { words }: Asked, deps: RoomDeps): Block {
  const last = sent.find(({ subscriptionId, sentAt }) => subscriptionId === subscription.id && sentAt !== undefined)?.sentAt;
  const told = last ? words.status.last(momentWords(last, subscription.schedule.zone, words)) : words.status.nothingYet;
  const name: Run = { text: nameOf(subscription, deps, words), style: "bold" };
  return { kind: "bullet", text: [name, ...runsOf(rich(` · ${told} ${nextWords(subscription, words)}`))] };
}

/** Sources of this channel's digests that cannot be read, in words, and since when. */
async function problemBlocks(here: readonly Subscription[], { words, call }: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const digests = [...new Set(here.map(({ digestId }) => digestId))].map((id) => deps.findDigest(id)).filter((each) => each !== undefined);
  const sources = call.caller.isOperator ? deps.digests().flatMap((each) => each.sources) : digests.flatMap((each) => each.sources);
  const addresses = new Map(sources.map((source) => [source.address, source.name]));
  const states = (await deps.sources.all()).filter(({ address, problem }) => addresses.has(address) && problem !== undefined);
  const bullets = states.slice(0, problemsShown).map(({ address, title, problem, failingSince }): Block => {
    const since = failingSince ? ` ${words.status.since(momentWords(failingSince, deps.settings.zone, words))}` : "";
    return { kind: "bullet", text: `${addresses.get(address) ?? title ?? hostOf(address)}: ${retell(problem ?? "", words.code)}${since}` };
  });
  if (bullets.length === 0) return here.length > 0 ? [note(words.status.allRead)] : [];
  return [note(words.status.failing(states.length)), ...bullets];
}

async function operatorBlocks({ words }: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const counts = await deps.outbox.counts();
  const platforms = deps
    .platforms()
    .map(({ name, health }): Block => ({ kind: "bullet", text: `${retell(name, words.code)}: ${retell(health.words, words.code)}` }));
  return [
    { kind: "divider" },
    text(words.status.operator(deps.settings.version, counts.queued + counts.sending, counts.unknown, counts.refused)),
    ...platforms,
    ...(await modelBlocks(words, deps)),
  ];
}

/** What models worded today, what was replaced and why, and what is left of the day's budget. */
async function modelBlocks(words: Asked["words"], deps: RoomDeps): Promise<readonly Block[]> {
  const use = await deps.modelUse();
  if (!use) return [];
  return [text(words.status.models(use)), ...use.reasons.map((reason): Block => ({ kind: "bullet", text: retell(reason, words.code) }))];
}

const settleButtons = (id: string, { words }: Asked): readonly Button[] => [
  { label: words.buttons.arrived, call: `delivery ${id} arrived` },
  { label: words.buttons.sendAgain, call: `delivery ${id} again` },
];

/** `delivery ID arrived|again`: a person looked, and says what became of a send in doubt. Only in its own channel. */
export const delivery: Command = {
  name: "delivery",
  aliases: [],
  hidden: true,
  example: "/status",
  verbs: [
    {
      name: "",
      who: "manager",
      private: true,
      arguments: [
        { name: "id", kind: "word", required: true },
        { name: "what", kind: "word", required: true, choices: ["arrived", "again"] },
      ],
      async run(asked, deps) {
        const { args, call, words } = asked;
        const found = await deps.outbox.find(args.id ?? "");
        if (found?.channelId !== call.channel.id) throw new InputError(words.status.settledAlready);
        const told = (line: string, outcome: Reply["outcome"]): Reply => ({
          message: messageOf([text(line)]),
          private: true,
          replace: true,
          outcome,
        });
        // The line that asked may stand in several places; a press of any but the first takes its buttons away.
        if (found.state !== "unknown") return told(words.status.settledAlready, "refused");
        await deps.outbox.settle(settledBy(args.what === "again" ? "again" : "arrived", found, deps.now()));
        if (args.what === "again") deps.wake();
        const what = await nameOfEdition(found, asked, deps);
        return told(args.what === "again" ? words.status.sentAgain(what) : words.status.tookArrived(what), "done");
      },
    },
  ],
};

/** "World, Mon 23 Nov, 08:00 (Kyiv)". */
async function nameOfEdition({ editionId, slotAt }: Delivery, { words }: Asked, deps: RoomDeps): Promise<string> {
  const edition = await deps.outbox.findEdition(editionId);
  const moment = momentWords(slotAt, edition?.slot.zone ?? deps.settings.zone, words);
  return edition ? `${edition.digestName}, ${moment}` : moment;
}

function settledBy(what: "arrived" | "again", found: Delivery, now: Date): Delivery {
  const { problem: _, firstTriedAt: __, leaseUntil: ___, ...rest } = found;
  return what === "again" ? { ...rest, state: "queued", dueAt: now } : { ...rest, state: "sent", sentAt: now };
}

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);
