import type { Reply } from "../model/command.ts";
import type { Subscription } from "../model/delivery.ts";
import type { Digest, Edition, Form } from "../model/digest.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import { followDigestId } from "../quotes/follow.ts";
import { retell } from "../text/retell.ts";
import { type ArgumentDef, type Asked, type Command, callTimeoutMs, messageOf, note, type RoomDeps, type Typed, text } from "./command.ts";
import { completeDigest, completeSubscription, findAmong, findDigestNamed, getDigest } from "./here.ts";
import { rich, said } from "./rich.ts";
import { hostOf } from "./status.ts";
import { momentWords } from "./when.ts";
import { WhichOne } from "./which.ts";

const digestArgument: ArgumentDef = { name: "digest", kind: "word", completes: true };
const periodArgument: ArgumentDef = {
  name: "period",
  kind: "word",
  choices: ["6h", "12h", "24h", "3d", "7d"],
  fits: (word) => /^\d{1,3}[hd]$/i.test(word),
};

/** The channel's own first, then the rest of the catalogue. */
async function complete(typed: Typed, deps: RoomDeps) {
  const here = await completeSubscription(typed, deps);
  return [...here, ...completeDigest(typed, deps).filter(({ value }) => !here.some((each) => each.value === value))];
}

export const digest: Command = {
  name: "digest",
  aliases: ["today"],
  verbOf: { today: "now" },
  example: "/digest preview world",
  usualVerb: "preview",
  verbs: [
    { name: "now", who: "manager", private: false, isLookup: true, arguments: [digestArgument], complete, run: answerNow },
    {
      name: "preview",
      who: "anyone",
      private: true,
      isLookup: true,
      arguments: [periodArgument, digestArgument],
      complete,
      run: answerPreview,
    },
    { name: "last", who: "anyone", private: true, isLookup: true, arguments: [digestArgument], complete, run: answerLast },
  ],
};

interface Target {
  readonly digest: Digest;
  readonly form: Form;
  readonly subscription?: Subscription;
}

/** A subscription of this channel where one fits, else a digest of the catalogue. @throws InputError */
async function getTarget(asked: Asked, deps: RoomDeps): Promise<Target> {
  const { args, call, words } = asked;
  // Followed speakers are told of as they speak: there is no edition of them to ask for.
  const here = (await deps.subscriptions.ofChannel(call.channel.id)).filter(({ digestId }) => digestId !== followDigestId);
  const name = args.digest;
  const subscription = name === undefined ? here[0] : findAmong(here, name, deps);
  if (name === undefined && here.length !== 1) {
    const ids = here.length > 0 ? here.map(({ id }) => id) : deps.digests().map(({ id }) => id);
    throw new WhichOne(words.digest.whichOne(ids.slice(0, 8)), "digest", ids, asked);
  }
  const own = subscription && deps.findDigest(subscription.digestId);
  if (subscription && own) return { digest: own, form: subscription.form, subscription };
  const found = findDigestNamed(name ?? "", deps) ?? getDigest(name ?? "", asked, deps);
  return { digest: found, form: found.form };
}

/**
 * An edition of what is new, at once. A subscription's goes through the outbox, like any other, so that nothing is told twice;
 * a digest that nobody subscribed to is answered here, from the last day.
 */
async function answerNow(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words, lang } = asked;
  const { digest, form, subscription } = await getTarget(asked, deps);
  if (!subscription) return showEdition(digest, await preview(digest, form, dayMs, asked, deps), asked, deps);
  const edition = await deps.publishNow(subscription, AbortSignal.timeout(callTimeoutMs));
  const count = edition?.stories.length ?? 0;
  if (count > 0)
    return { message: messageOf([text(words.digest.onItsWay(digest.name, words.stories(count)))]), private: true, outcome: "done" };
  const since = momentWords(subscription.coveredTo, subscription.schedule.zone, words);
  const buttons = [
    { label: words.buttons.last, call: `digest last ${subscription.id}` },
    { label: words.buttons.lastDay, call: `digest preview ${subscription.id} 24h` },
  ];
  return {
    message: {
      ...messageOf([text(words.digest.nothingSince(digest.name, since)), ...(await unreadNote(digest, asked, deps))], [buttons]),
      lang,
    },
    private: true,
    outcome: "not-found",
  };
}

async function answerPreview(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { digest, form } = await getTarget(asked, deps);
  return { ...(await showEdition(digest, await preview(digest, form, periodMs(asked), asked, deps), asked, deps)), private: true };
}

const dayMs = 24 * 3_600_000;
const mostDays = 30;

function periodMs({ args, words }: Asked): number {
  if (args.period === undefined) return dayMs;
  const match = /^(\d{1,3})([hd])$/i.exec(args.period.trim());
  const ms = match ? Number(match[1]) * (match[2]?.toLowerCase() === "d" ? dayMs : 3_600_000) : 0;
  if (ms <= 0 || ms > mostDays * dayMs) throw new InputError(words.digest.noPeriod(said(args.period)));
  return ms;
}

async function preview(digest: Digest, form: Form, backMs: number, { call }: Asked, deps: RoomDeps): Promise<Edition> {
  const to = deps.now();
  const edition = await deps.buildPreview(digest, form, { from: new Date(to.getTime() - backMs), to }, AbortSignal.timeout(callTimeoutMs));
  deps.desk.keepPreview(edition, call.channel.id);
  return edition;
}

async function showEdition(digest: Digest, edition: Edition, asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { call, lang } = asked;
  deps.desk.keepPreview(edition, call.channel.id);
  const message = deps.renderEdition(edition, lang);
  if (edition.stories.length > 0) return { message, private: false, outcome: "done" };
  return {
    message: { ...message, blocks: [...message.blocks, ...(await unreadNote(digest, asked, deps))] },
    private: false,
    outcome: "not-found",
  };
}

/** No news is one thing, and no source that can be read another. */
async function unreadNote({ sources }: Digest, { words }: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const told = await Promise.all(
    sources.map(async ({ address, name }) => {
      const state = await deps.sources.find(address);
      return state?.problem === undefined ? [] : `${name ?? state.title ?? hostOf(address)}: ${retell(state.problem, words.code)}`;
    }),
  );
  const problems = told.flat();
  const [first] = problems;
  return first === undefined ? [] : [note(words.digest.unread(problems.length, sources.length, first))];
}

async function answerLast(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words, lang, call } = asked;
  const { digest, subscription } = await getTarget(asked, deps);
  const edition = await deps.outbox.lastEdition(digest.id, call.channel.id);
  if (edition) return { message: deps.renderEdition(edition, lang), private: true, outcome: "done" };
  const since = subscription && momentWords(subscription.createdAt, subscription.schedule.zone, words);
  const words2 = since === undefined ? words.digest.neverHere(digest.name) : words.digest.nothingYet(digest.name, since);
  const buttons = [{ label: words.buttons.preview, call: `digest preview ${subscription?.id ?? digest.id}` }];
  return { message: messageOf([text(rich(words2))], [buttons]), private: true, outcome: "not-found" };
}
