import type { Reply } from "../model/command.ts";
import type { Subscription } from "../model/delivery.ts";
import { InputError } from "../model/errors.ts";
import { type Asked, type Command, messageOf, type RoomDeps, type Typed, text } from "./command.ts";
import { changeButtons, changed, completeSubscription, describe, getSubscription, scheduled, subscriptionArgument } from "./here.ts";
import { said } from "./rich.ts";
import { completeSchedule, isInstant, readSchedule, scheduleArguments } from "./subscribe.ts";
import { isWithin, readRange } from "./times.ts";
import { keepUndo } from "./undo.ts";

const complete = async (typed: Typed, deps: RoomDeps) =>
  typed.argument === "subscription" ? completeSubscription(typed, deps) : completeSchedule(typed);

export const schedule: Command = {
  name: "schedule",
  aliases: [],
  example: "/schedule set world 08:00,18:30 weekdays",
  verbs: [
    { name: "set", who: "manager", private: false, arguments: [...scheduleArguments, subscriptionArgument], complete, run: setSchedule },
    { name: "pause", who: "manager", private: false, arguments: [subscriptionArgument], complete, run: pause },
    {
      name: "resume",
      who: "manager",
      private: false,
      arguments: [
        { name: "start", kind: "word", choices: ["catch-up", "fresh"], fits: (word) => /^(fresh|catch-up)$/i.test(word) },
        subscriptionArgument,
      ],
      complete,
      run: resume,
    },
    {
      name: "quiet",
      who: "manager",
      private: false,
      arguments: [{ name: "hours", kind: "word", fits: (word) => readRange(word) !== undefined }, subscriptionArgument],
      complete,
      run: quiet,
    },
  ],
};

async function setSchedule(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const before = await getSubscription(asked, deps);
  if (args.at === undefined && args.days === undefined && args.zone === undefined)
    throw new InputError(words.schedule.nothingSaid(before.id));
  const mode = args.at === undefined ? before.mode : isInstant(args.at) ? "instant" : "schedule";
  return keep(before, { ...before, mode, schedule: readSchedule(asked, before.schedule) }, asked, deps);
}

async function pause(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const before = await getSubscription(asked, deps);
  return keep(before, { ...before, state: "paused" }, asked, deps);
}

/** What was missed comes with the next edition, unless the manager would rather start fresh. */
async function resume(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const before = await getSubscription(asked, deps);
  const { stateReason: _, ...rest } = before;
  const fresh = args.start?.toLowerCase() === "fresh";
  // Whoever can be answered here may be written to: what was held back goes out with this.
  if (before.state === "suspended" && !fresh) await deps.revive(before.channelId);
  const after = scheduled({ ...rest, state: "active", ...(fresh && { coveredTo: deps.now() }) }, deps);
  await deps.subscriptions.put(after);
  const undo = await keepUndo(asked, after.id, before, deps);
  const buttons = fresh ? [] : [{ label: words.buttons.fresh, call: `schedule resume ${after.id} fresh` }];
  const told = fresh ? words.schedule.fresh : words.schedule.catchUp;
  return {
    message: messageOf([...describe(after, words, deps), text(told)], [[...buttons, ...changeButtons(after, undo, asked)]]),
    private: false,
    outcome: "done",
    ...(fresh && asked.call.pressed && { replace: true }),
  };
}

/** Hours in which nothing is sent: the times that fall into them are left out. */
async function quiet(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const before = await getSubscription(asked, deps);
  const range = readRange(args.hours ?? "");
  if (!range) throw new InputError(words.schedule.noRange(said(args.hours ?? "")));
  if (before.mode === "instant") throw new InputError(words.schedule.quietNeedsTimes(before.id));
  const times = before.schedule.times.filter((time) => !isWithin(time, range));
  if (times.length === 0) throw new InputError(words.schedule.allQuiet(before.id));
  return keep(before, { ...before, schedule: { ...before.schedule, times } }, asked, deps);
}

/** Keeps a change and tells it, with the way back. */
export async function keep(before: Subscription, wanted: Subscription, asked: Asked, deps: RoomDeps): Promise<Reply> {
  const after = scheduled(wanted, deps);
  await deps.subscriptions.put(after);
  return changed(after, await keepUndo(asked, after.id, before, deps), asked, deps);
}
