import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import type { SpeakerProfile } from "../model/quote.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, note, type RoomDeps, text } from "./command.ts";
import { fold } from "./near.ts";
import { askButton, completeSpeaker } from "./quote.ts";
import { isAscii, maxCall, quoteLines } from "./quote-blocks.ts";
import { rich, said } from "./rich.ts";
import { dateWords } from "./when.ts";

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
const followKey = "follow";

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
    ...hits.flatMap((hit) => quoteLines(hit, asked)),
  ];
  const follows = await followed(asked, deps);
  const call = `speaker ${follows.includes(profile.id) ? "unfollow" : "follow"} ${profile.id}`;
  const button = { label: follows.includes(profile.id) ? words.buttons.unfollow : words.buttons.follow, call };
  const more = profile.quotes > hits.length ? [askButton(words.buttons.more, `speaker:"${profile.name}"`, asked, deps, 2)] : [];
  return {
    message: messageOf(blocks, [[...(call.length <= maxCall && isAscii(call) ? [button] : []), ...more]]),
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

/** One person by id or name; several that fit are offered, none names the closest. */
async function findSpeaker(asked: Asked, deps: RoomDeps): Promise<{ readonly profile: SpeakerProfile } | { readonly reply: Reply }> {
  const { words, args } = asked;
  const name = args.name ?? "";
  if (name === "") throw new InputError(words.speaker.whom);
  const byId = await deps.quotes.speaker(name);
  if (byId) return { profile: byId };
  const near = await deps.quotes.speakers(name.slice(0, 100), 5);
  const exact = near.filter((each) => fold(each.name) === fold(name));
  const fitting =
    exact.length > 0
      ? exact
      : near.filter((each) =>
          fold(each.name)
            .split(/[\s-]+/)
            .includes(fold(name)),
        );
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

async function followed({ call }: Asked, deps: RoomDeps): Promise<readonly string[]> {
  const kept = await deps.subscriptions.setting(call.channel.id, followKey);
  return kept === undefined ? [] : (JSON.parse(kept) as readonly string[]);
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
