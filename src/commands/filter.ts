import type { Reply } from "../model/command.ts";
import type { Filter, Subscription } from "../model/delivery.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import { isPattern, readPattern } from "../text/pattern.ts";
import { type ArgumentDef, type Asked, type Command, callTimeoutMs, messageOf, type RoomDeps, text } from "./command.ts";
import { completeSubscription, findAmong, getSubscription, nameOf, nextWords, subscriptionArgument } from "./here.ts";
import { rich, said } from "./rich.ts";
import { keepUndo } from "./undo.ts";

const modeArgument: ArgumentDef = {
  name: "mode",
  kind: "word",
  choices: ["include", "exclude"],
  fits: (word) => /^(include|exclude)$/i.test(word),
};
const wordsArgument: ArgumentDef = { name: "words", kind: "word", required: true, takesRest: true };
/** By name only: a bare word is a word to filter. */
const named: ArgumentDef = { ...subscriptionArgument, fits: () => false };
const shape = { who: "manager", private: false, complete: completeSubscription } as const;

/** Words and patterns that keep stories out of a subscription, or let in those alone that have one. */
export const filter: Command = {
  name: "filter",
  aliases: [],
  example: "/filter add exclude football",
  usualVerb: "list",
  verbs: [
    { ...shape, name: "add", arguments: [modeArgument, named, wordsArgument], run: add },
    { ...shape, name: "remove", arguments: [named, wordsArgument], run: remove },
    { ...shape, name: "list", who: "anyone", private: true, arguments: [subscriptionArgument], run: list },
    { ...shape, name: "test", private: true, isLookup: true, arguments: [named, wordsArgument], run: test },
  ],
};

const maxFilters = 30;
const maxWords = 60;
const maxPattern = 120;
/** Each is matched against every article of an edition. */
const maxPatterns = 10;

/**
 * Words or a pattern. The first bare word names the subscription where the channel has one of that name; else it is part of the words.
 * @throws InputError
 */
async function getPair(asked: Asked, deps: RoomDeps): Promise<{ readonly subscription: Subscription; readonly pattern: string }> {
  const { args, call, words } = asked;
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const written = findPattern(call.line) ?? findPattern(args.words);
  const [first = "", ...more] = (written?.before ?? args.words ?? "").trim().split(/\s+/);
  const isNamed = args.subscription === undefined && (more.length > 0 || written !== undefined);
  const spoken = isNamed ? findAmong(here, first, deps) : undefined;
  const subscription = spoken ?? (await getSubscription(asked, deps));
  if (written) return { subscription, pattern: await checkPattern(written.pattern, asked) };
  const pattern = (spoken ? more : [first, ...more]).join(" ");
  if (pattern === "") throw new InputError(words.filter.noWords);
  if (pattern.length > maxWords || !/[\p{L}\p{N}]/u.test(pattern)) throw new InputError(words.filter.badWords(maxWords));
  return { subscription, pattern: said(pattern) };
}

/** `/pattern/` at the end of a line, as it was written; and the words before it, without the verb and the mode. */
function findPattern(line: string | undefined): { readonly pattern: string; readonly before: string } | undefined {
  const match = /(?:^|\s)(\/.+\/i?)\s*$/s.exec(line ?? "");
  if (match?.[1] === undefined) return undefined;
  const before = (line ?? "").slice(0, match.index).replace(/\b(add|remove|test|include|exclude|mode:\w*|subscription:\S*)(?=\s|$)/gi, "");
  return { pattern: match[1], before };
}

async function checkPattern(written: string, { words }: Asked): Promise<string> {
  if (written.length > maxPattern) throw new InputError(words.filter.badPattern["too-big"](`${written.slice(0, 20)} …`));
  const read = await readPattern(written);
  if (typeof read === "function") return written;
  throw new InputError(words.filter.badPattern[read.fault](said(read.near.slice(0, 40))));
}

async function add(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const { subscription, pattern } = await getPair(asked, deps);
  if (subscription.filters.length >= maxFilters) throw new InputError(words.filter.tooMany(maxFilters));
  if (isPattern(pattern) && subscription.filters.filter((each) => isPattern(each.pattern)).length >= maxPatterns)
    throw new InputError(words.filter.tooManyPatterns(maxPatterns));
  const mode = args.mode?.toLowerCase() === "include" ? "include" : "exclude";
  if (subscription.filters.some((each) => each.mode === mode && each.pattern === pattern))
    throw new InputError(words.filter.already(pattern));
  const filters: readonly Filter[] = [...subscription.filters, { id: deps.token(), mode, pattern }];
  return keepFilters(subscription, filters, words.filter.added(mode, pattern, nameOf(subscription, deps, asked.words)), asked, deps);
}

async function remove(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { subscription, pattern } = await getPair(asked, deps);
  const filters = subscription.filters.filter((each) => each.pattern.toLowerCase() !== pattern.toLowerCase());
  if (filters.length === subscription.filters.length) throw new InputError(asked.words.filter.notThere(pattern));
  return keepFilters(subscription, filters, asked.words.filter.removed(pattern, nameOf(subscription, deps, asked.words)), asked, deps);
}

async function keepFilters(before: Subscription, filters: readonly Filter[], told: string, asked: Asked, deps: RoomDeps): Promise<Reply> {
  const after = { ...before, filters };
  await deps.subscriptions.put(after);
  const undo = await keepUndo(asked, before.id, before, deps);
  const buttons = [
    { label: asked.words.buttons.preview, call: `digest preview ${before.id}` },
    { label: asked.words.buttons.undo, call: `undo ${undo}` },
  ];
  return { message: messageOf([text(rich(`${told} ${nextWords(after, asked.words)}`))], [buttons]), private: false, outcome: "done" };
}

async function list(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words } = asked;
  const subscription = await getSubscription(asked, deps);
  if (subscription.filters.length === 0)
    return { message: messageOf([text(rich(words.filter.none(nameOf(subscription, deps, asked.words))))]), private: true, outcome: "done" };
  const bullets = subscription.filters.map(({ mode, pattern }): Block => ({ kind: "bullet", text: words.filter.line(mode, pattern) }));
  return {
    message: messageOf([{ kind: "heading", text: words.filter.title(nameOf(subscription, deps, asked.words)) }, ...bullets]),
    private: true,
    outcome: "done",
  };
}

const weekMs = 7 * 86_400_000;
const hitsShown = 50;

/** The stories of the last week that it finds. */
async function test(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words } = asked;
  const { subscription, pattern } = await getPair(asked, deps);
  const digest = deps.findDigest(subscription.digestId);
  if (!digest) throw new InputError(words.subscribe.noDigest(subscription.digestId, []));
  const to = deps.now();
  const filters: readonly Filter[] = [{ id: "test", mode: "include", pattern }];
  const window = { from: new Date(to.getTime() - weekMs), to, filters };
  const form = { ...subscription.form, style: "one-liner", stories: hitsShown, quotes: false } as const;
  const { stories } = await deps.buildPreview(digest, form, window, AbortSignal.timeout(callTimeoutMs));
  const bullets = stories.map(({ title }): Block => ({ kind: "bullet", text: title }));
  const told = words.filter.tested(pattern, words.stories(stories.length));
  return { message: messageOf([text(rich(told)), ...bullets]), private: true, outcome: stories.length > 0 ? "done" : "not-found" };
}
