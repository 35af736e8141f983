import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button } from "../model/message.ts";
import { retell } from "../text/retell.ts";
import {
  type ArgumentDef,
  type Asked,
  type Command,
  callTimeoutMs,
  messageOf,
  note,
  type RoomDeps,
  type Typed,
  text,
  type VerbDef,
} from "./command.ts";
import type { FoundFeed, ListedFeed } from "./deps.ts";
import { describe } from "./here.ts";
import { feedsOf, maxFeeds, ownDigest, ownDigestId, putFeeds } from "./own-digest.ts";
import { rich, said } from "./rich.ts";
import { newSubscription } from "./subscribe.ts";
import { dateWords, momentWords } from "./when.ts";

const urlArgument: ArgumentDef = { name: "url", kind: "word", required: true };
const fileArgument: ArgumentDef = { name: "file", kind: "attachment", required: true };
const manager = { who: "manager", private: false } as const;

const verbs: Readonly<Record<string, Omit<VerbDef, "name">>> = {
  add: { ...manager, isLookup: true, arguments: [urlArgument], run: add },
  list: { who: "anyone", private: true, arguments: [], run: list },
  test: { who: "anyone", private: true, isLookup: true, arguments: [urlArgument], run: test },
  remove: { ...manager, arguments: [{ ...urlArgument, completes: true }], complete: completeFeed, run: remove },
  health: { who: "anyone", private: true, arguments: [], run: health },
  import: { ...manager, isLookup: true, arguments: [fileArgument], run: importFeeds },
  export: { who: "anyone", private: true, arguments: [], run: exportFeeds },
};

/** Feeds that a channel's managers add: together they are the channel's own digest. `/import` and `/export` are verbs on their own. */
export const feed: Command = {
  name: "feed",
  aliases: Object.keys(verbs).filter((name) => name.endsWith("port")),
  verbOf: Object.fromEntries(Object.keys(verbs).map((name) => [name, name])),
  example: "/feed add https://example.org/rss",
  usualVerb: "list",
  verbs: Object.entries(verbs).map(([name, verb]) => ({ name, ...verb })),
};

async function completeFeed({ prefix, channelId }: Typed, deps: RoomDeps) {
  const feeds = await feedsOf(channelId, deps.subscriptions);
  return feeds
    .filter(({ url }) => url.includes(prefix) && url.length <= 100)
    .map(({ url, title }) => ({ value: url, label: title ?? url }));
}

/** @throws InputError for what is no web address; the fetcher refuses private ones. */
export function urlFrom(value: string | undefined, { words }: Asked): string {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(value ?? "") ? (value ?? "") : `https://${value ?? ""}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".") || address.length > 2_000) {
    throw new InputError(words.feed.noUrl(said(value ?? "")));
  }
  return url.href;
}

const find = (asked: Asked, deps: RoomDeps): Promise<readonly FoundFeed[]> =>
  deps.findFeeds(urlFrom(asked.args.url, asked), AbortSignal.timeout(callTimeoutMs));

/** One feed is added; of several the manager chooses. */
async function add(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words, call } = asked;
  const found = await find(asked, deps);
  if (found.length === 0) throw new InputError(words.feed.noFeed(said(asked.args.url ?? "")));
  if (found.length > 1) return choose(found, asked);
  const before = await feedsOf(call.channel.id, deps.subscriptions);
  const only = found[0]!;
  if (before.some(({ url }) => url === only.url)) throw new InputError(words.feed.already(titleOf(only)));
  const told = await addAll([only], before, asked, deps);
  const undo: readonly Button[] =
    `feed remove ${only.url}`.length <= 56 ? [{ label: words.buttons.undo, call: `feed remove ${only.url}` }] : [];
  return { message: messageOf([text(words.feed.added(titleOf(only))), ...told], [undo]), private: false, outcome: "done" };
}

function choose(found: readonly FoundFeed[], { words }: Asked): Reply {
  const bullets = found.map((each): Block => ({ kind: "bullet", text: `${titleOf(each)} · ${each.url}` }));
  const buttons = found
    .filter(({ url }) => `feed add ${url}`.length <= 56)
    .slice(0, 5)
    .map((each) => ({ label: titleOf(each).slice(0, 40), call: `feed add ${each.url}` }));
  return { message: messageOf([text(words.feed.several), ...bullets], [buttons]), private: true, outcome: "not-found" };
}

/** Keeps the feeds; the first ones subscribe the channel to them. */
async function addAll(
  added: readonly ListedFeed[],
  before: readonly ListedFeed[],
  asked: Asked,
  deps: RoomDeps,
): Promise<readonly Block[]> {
  const { call, words } = asked;
  const channelId = call.channel.id;
  if (before.length + added.length > maxFeeds) throw new InputError(words.feed.tooMany(maxFeeds));
  const feeds = [...before, ...added.map(({ url, title }) => ({ url, ...(title !== undefined && { title: said(title) }) }))];
  await deps.subscriptions.putChannel({ ...call.channel, lang: asked.lang });
  await putFeeds(channelId, feeds, deps.subscriptions);
  await deps.ownDigestsChanged();
  const here = await deps.subscriptions.ofChannel(channelId);
  const known = here.find(({ digestId }) => digestId === ownDigestId(channelId));
  if (known) return describe(known, words, deps);
  const digest = ownDigest(channelId, feeds, { zone: deps.settings.zone, lang: words.code });
  const taken = here.some(({ id }) => id === "feeds");
  const subscription = newSubscription(
    digest,
    { mode: "schedule", schedule: digest.schedule, form: digest.form },
    taken ? digest.id : "feeds",
    asked,
    deps,
  );
  await deps.subscriptions.put(subscription);
  return describe(subscription, words, deps);
}

async function list({ call, words }: Asked, deps: RoomDeps): Promise<Reply> {
  const feeds = await feedsOf(call.channel.id, deps.subscriptions);
  if (feeds.length === 0) return { message: messageOf([text(rich(words.feed.none))]), private: true, outcome: "done" };
  const bullets = feeds.slice(0, 25).map(({ url, title }): Block => ({ kind: "bullet", text: [{ text: title ?? url, link: url }] }));
  const rest = feeds.length > 25 ? [note(words.feed.andMore(feeds.length - 25))] : [];
  return { message: messageOf([{ kind: "heading", text: words.feed.title }, ...bullets, ...rest]), private: true, outcome: "done" };
}

async function test(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words } = asked;
  const found = await find(asked, deps);
  if (found.length === 0) throw new InputError(words.feed.noFeed(said(asked.args.url ?? "")));
  const bullets = found.map((each): Block => {
    const newest = each.newestAt ? ` · ${words.feed.newest(dateWords(each.newestAt, words))}` : "";
    return { kind: "bullet", text: [{ text: titleOf(each), link: each.url }, { text: ` · ${words.entries(each.entries)}${newest}` }] };
  });
  return { message: messageOf(bullets), private: true, outcome: "done" };
}

async function remove(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, call, words } = asked;
  const before = await feedsOf(call.channel.id, deps.subscriptions);
  const gone = before.find(({ url, title }) => url === args.url || title === args.url || url === `https://${args.url}`);
  if (!gone) throw new InputError(words.feed.notHere(said(args.url ?? "")));
  const after = before.filter((each) => each !== gone);
  await putFeeds(call.channel.id, after, deps.subscriptions);
  await deps.ownDigestsChanged();
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const own = here.find(({ digestId }) => digestId === ownDigestId(call.channel.id));
  if (own && after.length === 0) await deps.subscriptions.remove(call.channel.id, own.id);
  const buttons = `feed add ${gone.url}`.length <= 56 ? [[{ label: words.buttons.undo, call: `feed add ${gone.url}` }]] : [];
  return {
    message: messageOf([text(words.feed.removed(gone.title ?? gone.url)), text(words.feed.left(after.length))], buttons),
    private: false,
    outcome: "done",
  };
}

async function health(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { call, words } = asked;
  const feeds = await feedsOf(call.channel.id, deps.subscriptions);
  if (feeds.length === 0) return { message: messageOf([text(rich(words.feed.none))]), private: true, outcome: "done" };
  const bullets = await Promise.all(
    feeds.slice(0, 25).map(async ({ url, title }): Promise<Block> => {
      const state = await deps.sources.find(url);
      const good = state?.lastGoodAt ? words.feed.readAt(momentWords(state.lastGoodAt, deps.settings.zone, words)) : words.feed.notYetRead;
      return { kind: "bullet", text: `${title ?? url}: ${state?.problem === undefined ? good : retell(state.problem, words.code)}` };
    }),
  );
  return { message: messageOf([{ kind: "heading", text: words.feed.title }, ...bullets]), private: true, outcome: "done" };
}

/** A reading list: what is new is added, the rest is counted. */
async function importFeeds(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { call, words } = asked;
  if (!call.attachment) throw new InputError(words.feed.needsFile);
  const list = await deps.readOpml(call.attachment.bytes);
  const listed = list.filter(({ url }) => URL.canParse(url) && /^https?:/.test(url));
  if (listed.length === 0) throw new InputError(words.feed.noneInFile);
  const before = await feedsOf(call.channel.id, deps.subscriptions);
  const known = new Set(before.map(({ url }) => url));
  const fresh = listed.filter(({ url }) => !known.has(url));
  const room = Math.max(0, maxFeeds - before.length);
  const told = fresh.length > 0 && room > 0 ? await addAll(fresh.slice(0, room), before, asked, deps) : [];
  const counts = words.feed.imported(Math.min(fresh.length, room), listed.length - fresh.length, Math.max(0, fresh.length - room));
  return { message: messageOf([text(counts), ...told]), private: false, outcome: "done" };
}

async function exportFeeds({ call, words }: Asked, deps: RoomDeps): Promise<Reply> {
  const feeds = await feedsOf(call.channel.id, deps.subscriptions);
  if (feeds.length === 0) return { message: messageOf([text(rich(words.feed.none))]), private: true, outcome: "done" };
  const bytes = new TextEncoder().encode(deps.writeOpml(feeds, "Quoth"));
  return { message: messageOf([{ kind: "file", name: "feeds.opml", mediaType: "text/x-opml", bytes }]), private: true, outcome: "done" };
}

const titleOf = ({ title, url }: ListedFeed): string => (title === undefined || said(title) === "" ? url : said(title));
