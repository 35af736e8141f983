import type { Block } from "../model/message.ts";
import { followDigestId } from "../quotes/follow.ts";
import { type Command, done, messageOf, text } from "./command.ts";
import { nameOf, nextWords } from "./here.ts";
import { rich } from "./rich.ts";
import { scheduleWords } from "./when.ts";

export const subscriptions: Command = {
  name: "subscriptions",
  aliases: ["list"],
  example: "/subscriptions",
  verbs: [
    {
      name: "",
      who: "anyone",
      private: true,
      arguments: [{ name: "page", kind: "number" }],
      async run({ call, words, args }, deps) {
        const all = await deps.subscriptions.ofChannel(call.channel.id);
        if (all.length === 0) {
          const offer = deps
            .digests()
            .slice(0, 4)
            .map(({ id, name }) => ({ label: name, call: `subscribe ${id}` }));
          return { message: messageOf([text(rich(words.subscriptions.none))], [offer]), private: true, outcome: "done" };
        }
        const pages = Math.ceil(all.length / perPage);
        const page = Math.min(pages, Math.max(1, Number.parseInt(args.page ?? "1", 10) || 1));
        const shown = all.slice((page - 1) * perPage, page * perPage);
        const bullets = shown.map((subscription): Block => {
          const isFollowing = subscription.digestId === followDigestId;
          const when = isFollowing
            ? words.asTheySpeak
            : subscription.mode === "instant"
              ? words.instantly
              : scheduleWords(subscription.schedule, words);
          const isTold = subscription.mode === "instant" && subscription.state === "active";
          const next = isTold ? "" : ` ${nextWords(subscription, words)}`;
          return {
            kind: "bullet",
            text: [
              { text: nameOf(subscription, deps, words), style: "bold" },
              { text: ` · ${when}.${next} ` },
              { text: subscription.id, style: "code" },
            ],
          };
        });
        const turn = page < pages ? [[{ label: words.buttons.more, call: `subscriptions ${page + 1}` }]] : [];
        return {
          ...done([{ kind: "heading", text: words.subscriptions.title }, ...bullets], turn),
          private: true,
          replace: call.pressed && page > 1,
        };
      },
    },
  ],
};

const perPage = 10;
