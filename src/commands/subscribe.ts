import type { Reply } from "../model/command.ts";
import type { Subscription } from "../model/delivery.ts";
import type { Digest, Form, FormStyle, Schedule } from "../model/digest.ts";
import { InputError } from "../model/errors.ts";
import type { Button } from "../model/message.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, type RoomDeps, type Typed, text } from "./command.ts";
import { readDays } from "./days.ts";
import { changeButtons, changed, completeDigest, describe, getDigest, scheduled } from "./here.ts";
import { codes, rich, said } from "./rich.ts";
import { looksLikeTimes, maxTimes, readTimes } from "./times.ts";
import { keepUndo } from "./undo.ts";
import { findZone, looksLikeZone, zonesLike, zonesNear } from "./zones.ts";

export const styles: readonly FormStyle[] = ["bullets", "one-liner", "brief", "long"];

/** When: the same three arguments wherever a schedule is said. A bare word is known by its shape. */
export const scheduleArguments: readonly ArgumentDef[] = [
  { name: "at", kind: "word", fits: (word) => looksLikeTimes(word) || isInstant(word) },
  { name: "zone", kind: "word", completes: true, fits: looksLikeZone },
  { name: "days", kind: "word", completes: true, fits: (word) => readDays(word) !== undefined },
];

export const isInstant = (word: string): boolean => /^(instant|instantly|now|одразу|миттєво)$/i.test(word);

export const subscribe: Command = {
  name: "subscribe",
  aliases: ["sub"],
  example: "/subscribe world 08:00 Europe/Kyiv mon-fri",
  verbs: [
    {
      name: "",
      who: "manager",
      private: false,
      arguments: [
        ...scheduleArguments,
        { name: "style", kind: "word", choices: styles, fits: (word) => (styles as readonly string[]).includes(word) },
        { name: "digest", kind: "word", completes: true },
        { name: "stories", kind: "number" },
        { name: "bullets", kind: "number" },
        { name: "quotes", kind: "flag" },
      ],
      run: answerSubscribe,
      complete: async (typed, deps) => (typed.argument === "digest" ? completeDigest(typed, deps) : completeSchedule(typed)),
    },
  ],
};

export function completeSchedule({ argument, prefix }: Typed): readonly { readonly value: string; readonly label: string }[] {
  const values = argument === "zone" ? zonesLike(prefix, 25) : ["daily", "weekdays", "weekends", "mon-fri", "mon,wed,fri"];
  return values.filter((value) => argument === "zone" || value.startsWith(prefix)).map((value) => ({ value, label: value }));
}

async function answerSubscribe(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words, call, lang } = asked;
  if (args.digest === undefined) return offerDigests(asked, deps);
  const digest = getDigest(args.digest, asked, deps);
  const instant = args.at !== undefined && isInstant(args.at);
  const schedule = readSchedule(asked, digest.schedule);
  const wanted = { mode: instant ? "instant" : "schedule", schedule, form: readForm(asked, digest.form) } as const;
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const same = here.find((each) => each.digestId === digest.id && isAlike(each, wanted));
  if (same) {
    const buttons = changeButtons(same, "", asked).slice(0, 2);
    const blocks = [text(rich(words.subscribe.already(same.id))), ...describe(same, words, deps)];
    return { message: messageOf(blocks, [buttons]), private: false, outcome: "refused" };
  }
  if (here.length >= maxSubscriptions) throw new InputError(words.subscribe.tooMany(maxSubscriptions));
  const subscription = newSubscription(digest, wanted, freeId(digest.id, here), asked, deps);
  await deps.subscriptions.putChannel({ ...call.channel, lang });
  await deps.subscriptions.put(subscription);
  return changed(subscription, await keepUndo(asked, subscription.id, undefined, deps), asked, deps);
}

const maxSubscriptions = 50;
const hourMs = 3_600_000;
const firstCoverageMs = 24 * hourMs;

export function newSubscription(
  digest: Digest,
  wanted: Pick<Subscription, "mode" | "schedule" | "form">,
  id: string,
  { call }: Asked,
  deps: Pick<RoomDeps, "nextSlot" | "now">,
): Subscription {
  const now = deps.now();
  return scheduled(
    {
      ...wanted,
      id,
      channelId: call.channel.id,
      digestId: digest.id,
      filters: [],
      sendEmpty: false,
      mention: "",
      options: {},
      state: "active",
      createdAt: now,
      // The first edition tells the last day, from a full hour on: all who subscribe within one share it. What breaks is told from now on.
      coveredTo: wanted.mode === "instant" ? now : new Date(Math.floor((now.getTime() - firstCoverageMs) / hourMs) * hourMs),
    },
    deps,
  );
}

/** What was said, laid over what held before. @throws InputError that names the word and shows one that works. */
export function readSchedule({ args, words }: Asked, before: Schedule): Schedule {
  return {
    times: args.at === undefined || isInstant(args.at) ? before.times : timesFrom(args.at, words),
    days: args.days === undefined ? before.days : daysFrom(args.days, words),
    zone: args.zone === undefined ? before.zone : zoneFrom(args.zone, words),
  };
}

function timesFrom(value: string, words: Asked["words"]): readonly string[] {
  const read = readTimes(value);
  if ("wrong" in read) throw new InputError(words.schedule.noTime(said(read.wrong)));
  if (read.times.length > maxTimes) throw new InputError(words.schedule.tooManyTimes(maxTimes));
  return read.times;
}

function daysFrom(value: string, words: Asked["words"]): Schedule["days"] {
  const days = readDays(value);
  if (!days) throw new InputError(words.schedule.noDays(said(value)));
  return days;
}

function zoneFrom(value: string, words: Asked["words"]): string {
  const zone = findZone(value);
  if (zone === undefined) throw new InputError(words.schedule.noZone(said(value), codes(zonesNear(value, 3))));
  return zone;
}

export function readForm({ args, words }: Asked, before: Form): Form {
  const style = args.style?.toLowerCase();
  if (style !== undefined && !(styles as readonly string[]).includes(style))
    throw new InputError(words.settings.noStyle(said(args.style ?? ""), styles));
  return {
    style: (style as FormStyle | undefined) ?? before.style,
    stories: numberFrom(args.stories, before.stories, { name: "stories", most: 20 }, words),
    bullets: numberFrom(args.bullets, before.bullets, { name: "bullets", most: 5 }, words),
    quotes: flagFrom(args.quotes, before.quotes, "quotes", words),
  };
}

function numberFrom(value: string | undefined, before: number, limit: { name: string; most: number }, words: Asked["words"]): number {
  if (value === undefined) return before;
  const number = /^\d{1,3}$/.test(value.trim()) ? Number(value) : 0;
  if (number < 1 || number > limit.most) throw new InputError(words.settings.noNumber(said(value), limit.name, limit.most));
  return number;
}

export function flagFrom(value: string | undefined, before: boolean, name: string, words: Asked["words"]): boolean {
  if (value === undefined) return before;
  if (/^(on|yes|true|1|так|увімк)$/i.test(value)) return true;
  if (/^(off|no|false|0|ні|вимк)$/i.test(value)) return false;
  throw new InputError(words.settings.noFlag(said(value), name));
}

const isAlike = (a: Subscription, b: Pick<Subscription, "mode" | "schedule" | "form">): boolean =>
  a.mode === b.mode &&
  JSON.stringify([a.form.style, a.form.stories, a.form.bullets, a.form.quotes]) ===
    JSON.stringify([b.form.style, b.form.stories, b.form.bullets, b.form.quotes]) &&
  (a.mode === "instant" ||
    JSON.stringify([a.schedule.times, a.schedule.days, a.schedule.zone]) ===
      JSON.stringify([b.schedule.times, b.schedule.days, b.schedule.zone]));

/** "world", then "world-2": short enough to type. */
export function freeId(digestId: string, here: readonly Subscription[]): string {
  const taken = new Set(here.map(({ id }) => id));
  if (!taken.has(digestId)) return digestId;
  let number = 2;
  while (taken.has(`${digestId}-${number}`)) number++;
  return `${digestId}-${number}`;
}

function offerDigests({ words }: Asked, deps: RoomDeps): Reply {
  const digests = deps.digests().slice(0, 10);
  const buttons = digests.map(({ id, name }): Button => ({ label: name, call: `subscribe ${id}` }));
  const bullets = digests.map(({ name, description }) => ({
    kind: "bullet" as const,
    text: [{ text: name, style: "bold" as const }, { text: `: ${description}` }],
  }));
  const rows = [buttons.slice(0, 5), buttons.slice(5)];
  return {
    message: messageOf([text(words.subscribe.which), ...bullets, { kind: "note", text: rich(words.example(subscribe.example)) }], rows),
    private: true,
    outcome: "bad-input",
  };
}
