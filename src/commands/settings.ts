import type { Reply } from "../model/command.ts";
import type { Subscription } from "../model/delivery.ts";
import { InputError } from "../model/errors.ts";
import type { Button } from "../model/message.ts";
import { type Asked, type Command, messageOf, type RoomDeps } from "./command.ts";
import { completeSubscription, describe, getSubscription, subscriptionArgument } from "./here.ts";
import { said } from "./rich.ts";
import { keep } from "./schedule.ts";
import { flagFrom, readForm, styles } from "./subscribe.ts";

/** What adapters understand beside the form; an adapter that knows no such option leaves it. */
const flags = ["publish", "thread", "silent"] as const;

export const settings: Command = {
  name: "settings",
  aliases: ["set"],
  example: "/settings world style:brief quotes:off",
  verbs: [
    {
      name: "",
      who: "manager",
      private: true,
      complete: completeSubscription,
      run: answerSettings,
      arguments: [
        subscriptionArgument,
        { name: "style", kind: "word", choices: styles, fits: (word) => (styles as readonly string[]).includes(word) },
        { name: "stories", kind: "number" },
        { name: "bullets", kind: "number" },
        { name: "quotes", kind: "flag" },
        { name: "empty", kind: "flag" },
        { name: "mention", kind: "word", fits: (word) => /^(<@&?\d{5,20}>|none)$/.test(word) },
        ...flags.map((name) => ({ name, kind: "flag" }) as const),
      ],
    },
  ],
};

/** Without a change: how it is, and buttons that change it. */
async function answerSettings(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const before = await getSubscription(asked, deps);
  const { subscription: _, ...wanted } = asked.args;
  if (Object.keys(wanted).length === 0)
    return { message: messageOf(describe(before, asked.words, deps), menuFor(before, asked)), private: true, outcome: "done" };
  const after: Subscription = {
    ...before,
    form: readForm(asked, before.form),
    sendEmpty: flagFrom(asked.args.empty, before.sendEmpty, "empty", asked.words),
    mention: mentionFrom(asked, before),
    options: optionsFrom(asked, before),
  };
  return { ...(await keep(before, after, asked, deps)), replace: asked.call.pressed };
}

function menuFor({ id, form, state }: Subscription, { words }: Asked): readonly (readonly Button[])[] {
  const looks = styles
    .filter((style) => style !== form.style)
    .map((style): Button => ({ label: words.styles[style], call: `settings ${id} style:${style}` }));
  const fewer = form.stories > 3 ? 3 : 8;
  const rest: readonly Button[] = [
    { label: words.settings.quotes(!form.quotes), call: `settings ${id} quotes:${form.quotes ? "off" : "on"}` },
    { label: words.stories(fewer), call: `settings ${id} stories:${fewer}` },
    state === "active"
      ? { label: words.buttons.pause, call: `schedule pause ${id}` }
      : { label: words.buttons.resume, call: `schedule resume ${id}` },
    { label: words.buttons.unsubscribe, call: `unsubscribe ${id}`, tone: "danger" },
  ];
  return [looks, rest];
}

/** The platform's own id of a role or person; adapters put the mention together. */
function mentionFrom({ args, words }: Asked, before: Subscription): string {
  if (args.mention === undefined) return before.mention;
  if (/^(none|off|-)$/i.test(args.mention)) return "";
  if (!/^(<@&?\d{5,20}>|@[A-Za-z0-9_]{3,32}|\d{5,20})$/.test(args.mention))
    throw new InputError(words.settings.noMention(said(args.mention)));
  return args.mention;
}

function optionsFrom({ args, words }: Asked, before: Subscription): Readonly<Record<string, string>> {
  const set = flags.filter((name) => args[name] !== undefined);
  return { ...before.options, ...Object.fromEntries(set.map((name) => [name, flagFrom(args[name], false, name, words) ? "on" : "off"])) };
}
