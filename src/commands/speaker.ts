import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import type { SpeakerProfile } from "../model/quote.ts";
import { followDigestId, followId, followKey, readFollowed } from "../quotes/follow.ts";
import { askButton } from "./ask.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, note, type RoomDeps, text } from "./command.ts";
import { completeSpeaker } from "./quote.ts";
import { isAscii, maxCall, quoteLines } from "./quote-blocks.ts";
import { rich, said } from "./rich.ts";
import { dateWords, monthWords } from "./when.ts";

const nameArgument: ArgumentDef = { name: "name", kind: "word", completes: true, takesRest: true };
const shape = { private: false, isLookup: true, arguments: [nameArgument], complete: completeSpeaker } as const;

export const speaker: Command = {
  name: "speaker",
  aliases: [],
  example: "/speaker show carpenter",
  usualVerb: "show",
  verbs: [
    { ...shape, name: "show", who: "anyone", run: show },
    { ...shape, name: "follow", who: "manager", run: (asked, deps) => follow(asked, deps, true) },
    { ...shape, name: "unfollow", who: "manager", run: (asked, deps) => follow(asked, deps, false) },
  ],
};

const shown = 5;
const maxFollowed = 50;

async function show(asked: Asked, deps: RoomDeps): Promise<Reply> {
  if (asked.args.name === undefined) return showFollowed(asked, deps);
  const found = await findSpeaker(asked, deps);
  if ("reply" in found) return found.reply;
  const { profile } = found;
  const { words } = asked;
  const hits = await deps.quotes.ofSpeaker(profile.id, shown);
  const blocks: readonly Block[] = [
    { kind: "heading", text: profile.name, aside: words.quotes(profile.quotes) },
    ...roleBlocks(profile, asked),
    ...timelineBlocks(profile, asked),
    ...hits.flatMap((hit) => quoteLines(hit, asked)),
  ];
  const follows = await followed(asked, deps);
  const call = `speaker ${follows.includes(profile.id) ? "unfollow" : "follow"} ${profile.id}`;
  const button = { label: follows.includes(profile.id) ? words.buttons.unfollow : words.buttons.follow, call };
  // Those that are one utterance are shown as one, so fewer than asked for are all.
  const more =
    hits.length >= shown && profile.quotes > hits.length
      ? [askButton(words.buttons.more, `speaker:"${profile.name}"`, asked, deps, 2)]
      : [];
  const topics = (profile.topics ?? []).slice(0, 5).map(({ word }) => askButton(word, `speaker:"${profile.name}" ${word}`, asked, deps));
  return {
    message: messageOf(blocks, [topics, [...(call.length <= maxCall && isAscii(call) ? [button] : []), ...more]]),
    private: false,
    outcome: "done",
  };
}

function roleBlocks({ roles, aliases, name }: SpeakerProfile, { words }: Asked): readonly Block[] {
  const told = roles.slice(0, 4).map(({ role, from, to }): Block => {
    const [first, last] = [dateWords(from, words), dateWords(to, words)];
    return { kind: "bullet", text: `${role} (${first === last ? first : `${first} – ${last}`})` };
  });
  const others = aliases.filter((alias) => alias !== name).slice(0, 6);
  return [...told, ...(others.length > 0 ? [note(words.speaker.alsoCalled(others))] : [])];
}

const bars = "▁▂▃▄▅▆▇█";

/** "Topics: harbour (4), pilots (2)" and a bar a month: how much was heard of this person in a year. */
function timelineBlocks({ topics = [], months = [] }: SpeakerProfile, { words }: Asked): readonly Block[] {
  const most = Math.max(1, ...months.map(({ quotes }) => quotes));
  const line = months.map(({ quotes }) => (quotes === 0 ? "·" : bars[Math.ceil((quotes / most) * bars.length) - 1])).join("");
  const [first, last] = [months[0], months.at(-1)];
  const told = topics.map(({ word, quotes }) => `${word} (${quotes})`).join(", ");
  return [
    ...(told === "" ? [] : [note(`${words.speaker.topics}: ${told}`)]),
    ...(first && last && months.filter(({ quotes }) => quotes > 0).length > 1
      ? [note(words.speaker.timeline(monthWords(first.from, words), line, monthWords(last.from, words)))]
      : []),
  ];
}

/** One person by id or name; several that fit are offered, none names the closest. */
async function findSpeaker(asked: Asked, deps: RoomDeps): Promise<{ readonly profile: SpeakerProfile } | { readonly reply: Reply }> {
  const { words, args } = asked;
  const name = args.name ?? "";
  if (name === "") throw new InputError(words.speaker.whom);
  const byId = await deps.quotes.speaker(name);
  if (byId) return { profile: byId };
  const named = await deps.quotes.speakersNamed(name.slice(0, 100));
  const full = named.filter((each) => /\s/.test(each.name.trim()));
  const fitting = (full.length > 0 ? full : named).slice(0, 5);
  const near = fitting.length > 0 ? fitting : await deps.quotes.speakers(name.slice(0, 100), 5);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const profile = only && (await deps.quotes.speaker(only.id));
  if (profile) return { profile };
  const told = fitting.length > 1 ? words.speaker.several(said(name)) : words.speaker.nobody(said(name));
  const verb = asked.verb;
  const buttons = near
    .filter(({ id }) => isAscii(id))
    .map((each) => ({ label: each.name, call: `speaker ${verb} ${each.id}`.slice(0, maxCall) }));
  const bullets = near.map(
    ({ name, role, quotes }): Block => ({
      kind: "bullet",
      text: `${name}${role === undefined ? "" : `, ${role}`} · ${words.quotes(quotes)}`,
    }),
  );
  return { reply: { message: messageOf([text(rich(told)), ...bullets], [buttons]), private: true, outcome: "not-found" } };
}

/** Nobody, once the subscription that stands for it is removed. */
async function followed({ call }: Asked, deps: RoomDeps): Promise<readonly string[]> {
  if (!(await deps.subscriptions.find(call.channel.id, followId))) return [];
  return readFollowed(await deps.subscriptions.setting(call.channel.id, followKey));
}

/** The subscription that alerts go out on: added with the first speaker, removed with the last. */
async function keepSubscription({ call }: Asked, wanted: boolean, deps: RoomDeps): Promise<void> {
  const channelId = call.channel.id;
  const kept = await deps.subscriptions.find(channelId, followId);
  if (!wanted && kept) await deps.subscriptions.remove(channelId, followId);
  if (!wanted || kept) return;
  const now = deps.now();
  await deps.subscriptions.put({
    id: followId,
    channelId,
    digestId: followDigestId,
    mode: "instant",
    schedule: { times: ["08:00"], days: [1, 2, 3, 4, 5, 6, 7], zone: deps.settings.zone },
    form: { style: "bullets", stories: 5, bullets: 3, quotes: true },
    filters: [],
    sendEmpty: false,
    mention: "",
    options: {},
    state: "active",
    createdAt: now,
    coveredTo: now,
  });
}

async function follow(asked: Asked, deps: RoomDeps, wanted: boolean): Promise<Reply> {
  const found = await findSpeaker(asked, deps);
  if ("reply" in found) return found.reply;
  const { words, call } = asked;
  const { id, name } = found.profile;
  const before = (await followed(asked, deps)).filter((each) => each !== id);
  if (wanted && before.length >= maxFollowed) throw new InputError(words.speaker.tooMany(maxFollowed));
  const after = wanted ? [...before, id] : before;
  await deps.subscriptions.putChannel({ ...call.channel, lang: asked.lang });
  await deps.subscriptions.putSetting(call.channel.id, followKey, after.length > 0 ? JSON.stringify(after) : undefined);
  await keepSubscription(asked, after.length > 0, deps);
  const back = `speaker ${wanted ? "unfollow" : "follow"} ${id}`;
  const buttons = back.length <= maxCall && isAscii(back) ? [[{ label: words.buttons.undo, call: back }]] : [];
  return {
    message: messageOf([text(rich(wanted ? words.speaker.follows(name) : words.speaker.unfollows(name)))], buttons),
    private: false,
    outcome: "done",
  };
}

/** The newest words of everybody who is followed here. */
async function showFollowed(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const ids = await followed(asked, deps);
  if (ids.length === 0) throw new InputError(asked.words.speaker.whom);
  const hits = (await Promise.all(ids.map((id) => deps.quotes.ofSpeaker(id, 2)))).flat();
  const newest = hits.toSorted((a, b) => seenAt(b.article) - seenAt(a.article)).slice(0, shown);
  return {
    message: messageOf([{ kind: "heading", text: asked.words.speaker.followedHere }, ...newest.flatMap((hit) => quoteLines(hit, asked))]),
    private: false,
    outcome: "done",
  };
}

const seenAt = ({ publishedAt, fetchedAt }: { readonly publishedAt?: Date; readonly fetchedAt: Date }): number =>
  (publishedAt ?? fetchedAt).getTime();
