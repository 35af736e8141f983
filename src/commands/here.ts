import type { Reply } from "../model/command.ts";
import type { Subscription } from "../model/delivery.ts";
import type { Digest } from "../model/digest.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button } from "../model/message.ts";
import { followDigestId } from "../quotes/follow.ts";
import { retell } from "../text/retell.ts";
import { type ArgumentDef, type Asked, type Completion, messageOf, note, type RoomDeps, type Typed, text } from "./command.ts";
import { fold, nearest } from "./near.ts";
import { rich, said } from "./rich.ts";
import { momentWords, scheduleWords } from "./when.ts";
import { WhichOne } from "./which.ts";
import { type Words, wordsFor } from "./words/index.ts";

export const subscriptionArgument: ArgumentDef = { name: "subscription", kind: "word", completes: true };

/** The channel's subscription of this id, digest or name; its only one where none is named. @throws InputError */
export async function getSubscription(asked: Asked, deps: RoomDeps): Promise<Subscription> {
  const { call, words } = asked;
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const ids = here.map(({ id }) => id);
  const name = asked.args.subscription;
  if (here.length === 0) throw new InputError(words.here.none);
  if (name === undefined) {
    if (here.length === 1) return here[0]!;
    throw new WhichOne(words.here.whichOne(ids), "subscription", ids, asked);
  }
  const found = findAmong(here, name, deps);
  if (!found) throw new WhichOne(words.here.noSuch(said(name), ids), "subscription", ids, asked);
  return found;
}

export function findAmong(here: readonly Subscription[], name: string, deps: Pick<RoomDeps, "findDigest">): Subscription | undefined {
  const wanted = fold(name.trim());
  return (
    here.find(({ id }) => id === wanted) ??
    here.find(({ digestId }) => digestId === wanted || fold(deps.findDigest(digestId)?.name ?? "") === wanted)
  );
}

/** A digest by id or name. @throws InputError with what is near. */
export function getDigest(name: string, asked: Asked, deps: RoomDeps): Digest {
  const found = findDigestNamed(name, deps);
  if (found) return found;
  const ids = deps.digests().map(({ id }) => id);
  const near = nearest(name, ids, 3);
  const offered = near.length > 0 ? near : ids.slice(0, 8);
  throw new WhichOne(asked.words.subscribe.noDigest(said(name), offered), "digest", offered, asked);
}

export function findDigestNamed(name: string, deps: Pick<RoomDeps, "digests">): Digest | undefined {
  const wanted = fold(name.trim());
  return deps.digests().find(({ id }) => id === wanted) ?? deps.digests().find((digest) => fold(digest.name) === wanted);
}

/** "This channel gets World on weekdays at 08:00 (Kyiv). Next: Tue 25 Nov, 08:00 (Kyiv). 5 stories, short bullets, with quotes." */
export function describe(subscription: Subscription, words: Words, deps: RoomDeps): readonly Block[] {
  const name = nameOf(subscription, deps, words);
  const change = subscription.mode === "schedule" && deps.describeClockChange(subscription.schedule, deps.now(), words.code);
  const what =
    subscription.mode === "instant" ? words.here.getsInstantly(name) : words.here.gets(name, scheduleWords(subscription.schedule, words));
  return [text(rich([what, nextWords(subscription, words), formWords(subscription, words)].join(" "))), ...(change ? [note(change)] : [])];
}

/** What happens next, whatever state it is in. */
export function nextWords(subscription: Subscription, words: Words): string {
  if (subscription.state === "paused") return words.here.paused(subscription.id);
  if (subscription.state === "suspended") return words.here.suspended(retell(subscription.stateReason ?? "", words.code), subscription.id);
  if (subscription.digestId === followDigestId) return words.here.whenQuoted;
  if (subscription.mode === "instant") return words.here.whenItBreaks;
  if (!subscription.nextAt) return "";
  return words.here.next(momentWords(subscription.nextAt, subscription.schedule.zone, words));
}

function formWords({ form }: Subscription, words: Words): string {
  return words.here.form(words.stories(form.stories), words.styles[form.style], form.quotes);
}

export const nameOf = ({ digestId }: Pick<Subscription, "digestId">, deps: Pick<RoomDeps, "findDigest">, words: Words): string =>
  digestId === followDigestId ? words.speaker.followedSubscription : (deps.findDigest(digestId)?.name ?? digestId);

/** With its next slot from now on. */
export function scheduled(subscription: Subscription, deps: Pick<RoomDeps, "nextSlot" | "now">): Subscription {
  const { nextAt: _, ...rest } = subscription;
  const next = rest.mode === "schedule" && rest.state === "active" ? deps.nextSlot(rest.schedule, deps.now()) : undefined;
  return next ? { ...rest, nextAt: next.at } : rest;
}

/** A change told: what holds now, what comes next, and the way back. */
export function changed(subscription: Subscription, undo: string, asked: Asked, deps: RoomDeps): Reply {
  return {
    message: messageOf(describe(subscription, asked.words, deps), [changeButtons(subscription, undo, asked)]),
    private: false,
    outcome: "done",
  };
}

export function changeButtons({ id }: Subscription, undo: string, { words }: Asked): readonly Button[] {
  return [
    { label: words.buttons.preview, call: `digest preview ${id}`, tone: "primary" },
    { label: words.buttons.change, call: `settings ${id}` },
    { label: words.buttons.undo, call: `undo ${undo}` },
  ];
}

/** Subscriptions of the asker's own channel, never another's. */
export async function completeSubscription({ prefix, channelId }: Typed, deps: RoomDeps): Promise<readonly Completion[]> {
  const here = await deps.subscriptions.ofChannel(channelId);
  const words = wordsFor(deps.settings.lang);
  return here
    .filter((subscription) => fold(`${subscription.id} ${nameOf(subscription, deps, words)}`).includes(fold(prefix)))
    .map((subscription) => ({ value: subscription.id, label: `${nameOf(subscription, deps, words)} (${subscription.id})` }));
}

export function completeDigest({ prefix }: Typed, deps: RoomDeps): readonly Completion[] {
  return deps
    .digests()
    .filter((digest) => fold(`${digest.id} ${digest.name}`).includes(fold(prefix)))
    .map(({ id, name, description }) => ({ value: id, label: `${name}: ${description}` }));
}
