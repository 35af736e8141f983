import type { Reply } from "../model/command.ts";
import { type Asked, type Command, messageOf, type RoomDeps, text } from "./command.ts";
import { feedsOf } from "./own-digest.ts";

const deliveriesTold = 1_000;

/** What is kept about a channel. Of people, adapters keep whoever managed it last, for somebody has to be told when it stops; it goes with the channel. */
export const privacy: Command = {
  name: "privacy",
  aliases: [],
  example: "/privacy show",
  usualVerb: "show",
  verbs: [
    { name: "show", who: "anyone", private: true, arguments: [], run: show },
    { name: "export", who: "manager", private: true, arguments: [], run: exportAll },
    { name: "delete", who: "manager", private: true, arguments: [{ name: "confirm", kind: "word", choices: ["confirm"] }], run: forget },
  ],
};

async function show({ call, words }: Asked, deps: RoomDeps): Promise<Reply> {
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const feeds = await feedsOf(call.channel.id, deps.subscriptions);
  const sent = await deps.outbox.ofChannel(call.channel.id, deliveriesTold);
  const buttons = [
    { label: words.buttons.export, call: "privacy export" },
    { label: words.buttons.delete, call: "privacy delete", tone: "danger" as const },
  ];
  return {
    message: messageOf([text(words.privacy.kept(here.length, feeds.length, sent.length)), text(words.privacy.nobody)], [buttons]),
    private: true,
    outcome: "done",
  };
}

async function exportAll({ call }: Asked, deps: RoomDeps): Promise<Reply> {
  const channel = await deps.subscriptions.findChannel(call.channel.id);
  const kept = {
    channel: channel ?? null,
    subscriptions: await deps.subscriptions.ofChannel(call.channel.id),
    feeds: await feedsOf(call.channel.id, deps.subscriptions),
    followed: (await deps.subscriptions.setting(call.channel.id, "follow")) ?? null,
    lang: (await deps.subscriptions.setting(call.channel.id, "lang")) ?? null,
    deliveries: await deps.outbox.ofChannel(call.channel.id, deliveriesTold),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(kept, undefined, 2)}\n`);
  return {
    message: messageOf([{ kind: "file", name: "quoth-channel.json", mediaType: "application/json", bytes }]),
    private: true,
    outcome: "done",
  };
}

/** Asks once more; then nothing of the channel is left. */
async function forget({ call, args, words }: Asked, deps: RoomDeps): Promise<Reply> {
  if (args.confirm?.toLowerCase() !== "confirm") {
    const buttons = [{ label: words.buttons.deleteAll, call: "privacy delete confirm", tone: "danger" as const }];
    return { message: messageOf([text(words.privacy.sure)], [buttons]), private: true, outcome: "done" };
  }
  const rows = await deps.subscriptions.forget(call.channel.id);
  await deps.ownDigestsChanged();
  return { message: messageOf([text(words.privacy.gone(rows))]), private: true, outcome: "done", replace: call.pressed };
}
