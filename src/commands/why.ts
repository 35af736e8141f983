import type { Article } from "../model/article.ts";
import type { Reply } from "../model/command.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Edition } from "../model/digest.ts";
import type { Block } from "../model/message.ts";
import { openingOf, readMatcher } from "../text/matcher.ts";
import { retell } from "../text/retell.ts";
import { type Asked, type Command, messageOf, note, type RoomDeps, text } from "./command.ts";
import { urlFrom } from "./feed.ts";
import { nameOf } from "./here.ts";
import { rich, said } from "./rich.ts";
import { hostOf } from "./status.ts";
import { momentWords } from "./when.ts";

export const why: Command = {
  name: "why",
  aliases: [],
  example: "/why https://example.org/ports",
  verbs: [
    { name: "", who: "anyone", private: true, isLookup: true, arguments: [{ name: "url", kind: "word", required: true }], run: answerWhy },
  ],
};

const deliveriesLookedAt = 300;
const tracesShown = 8;
const editionsShown = 5;

/** What became of an article: fetched, joined to a story or kept apart, placed, sent here; or which sources were looked at when. */
async function answerWhy(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const url = urlFrom(asked.args.url, asked);
  const article = await deps.findArticle(url);
  if (!article) return neverSeen(url, asked, deps);
  const { words } = asked;
  const zone = await zoneHere(asked, deps);
  const editions = await editionsHere(article, asked, deps);
  const here = [...editions.map(({ line }) => line), ...(await keptOutHere(article, asked, deps))];
  // What is told of this channel's editions is not told again as what happened to the article.
  const known = new Set(editions.map(({ edition }) => edition.coversTo.getTime()));
  const trace = (await deps.stories.trace(article.id)).filter(({ at }) => !known.has(at.getTime()));
  const blocks: readonly Block[] = [
    { kind: "heading", text: article.title || words.untitled },
    {
      kind: "bullet",
      text: words.why.fetched(momentWords(article.fetchedAt, zone, words), article.outlet || hostOf(url), article.version),
    },
    ...(await storyReasons(article, asked, deps)).map((line): Block => ({ kind: "bullet", text: rich(line) })),
    ...[...new Set(trace.map(({ words: line }) => line))]
      .slice(-tracesShown)
      .map((line): Block => ({ kind: "bullet", text: retell(line, words.code) })),
    ...(here.length > 0 ? here.map((each): Block => ({ kind: "bullet", text: each })) : [note(words.why.notSentHere)]),
  ];
  return { message: messageOf(blocks), private: true, outcome: "done" };
}

async function zoneHere({ call }: Asked, deps: RoomDeps): Promise<string> {
  return (await deps.subscriptions.ofChannel(call.channel.id))[0]?.schedule.zone ?? deps.settings.zone;
}

/** What joined it to its story, and what kept it out of others; of sources that are read for this channel alone. */
async function storyReasons(article: Article, { call, words }: Asked, deps: RoomDeps): Promise<readonly string[]> {
  const own = (await deps.subscriptions.ofChannel(call.channel.id)).map(({ digestId }) => deps.findDigest(digestId));
  const sources = new Set([...deps.digests(), ...own].flatMap((digest) => digest?.sources ?? []).map(({ address }) => address));
  const lines = await Promise.all(
    (await deps.stories.reasons(article.id)).map(async (reason) => {
      const other = await deps.articles.find(reason.articleId);
      if (!other?.source || !sources.has(other.source)) return undefined;
      const title = [said(other.title || words.untitled), other.outlet].filter(Boolean).join(", ");
      return words.why.reasons[reason.kind](title, Math.round(reason.score * 100), said(reason.words.join(", ")));
    }),
  );
  return lines.filter((line) => line !== undefined);
}

interface Placed {
  readonly edition: Edition;
  readonly line: string;
}

/** Editions of this channel that carry the article: place, why there, and when. Another channel's are not told. */
async function editionsHere(article: Article, { call, words }: Asked, deps: RoomDeps): Promise<readonly Placed[]> {
  const deliveries = (await deps.outbox.ofChannel(call.channel.id, deliveriesLookedAt)).filter(({ part }) => part === 0);
  const placed = await Promise.all(deliveries.map((each) => readPlace(each)));
  return placed.filter((each) => each !== undefined).slice(0, editionsShown);

  async function readPlace({ editionId, sentAt, state }: Delivery): Promise<Placed | undefined> {
    const edition = await deps.outbox.findEdition(editionId);
    const place = edition?.stories.findIndex(({ articles }) => articles.some(({ id }) => id === article.id)) ?? -1;
    const story = edition?.stories[place];
    if (!edition || !story) return undefined;
    const when = sentAt ? words.why.posted(momentWords(sentAt, edition.slot.zone, words)) : words.why.states[state];
    return { edition, line: words.why.placed(edition.digestName, place + 1, story.title, retell(story.why, words.code), when) };
  }
}

/** Filters of this channel's subscriptions that leave the article out. */
async function keptOutHere(article: Article, { call, words }: Asked, deps: RoomDeps): Promise<readonly string[]> {
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const opening = openingOf(article);
  const lines = await Promise.all(
    here.map(async (subscription) => {
      const found = await Promise.all(
        subscription.filters.map(async (each) => ({ ...each, holds: (await readMatcher(each.pattern))(opening) })),
      );
      const against = found.find(({ mode, holds }) => mode === "exclude" && holds);
      if (against) return words.why.leftOut(nameOf(subscription, deps, words), against.pattern);
      const asksFor = found.filter(({ mode }) => mode === "include");
      return asksFor.length > 0 && !asksFor.some(({ holds }) => holds) ? words.why.notAmong(nameOf(subscription, deps, words)) : undefined;
    }),
  );
  return lines.filter((line) => line !== undefined);
}

/** Never seen: which sources of this channel were asked, and when. */
async function neverSeen(url: string, { words, call }: Asked, deps: RoomDeps): Promise<Reply> {
  const here = await deps.subscriptions.ofChannel(call.channel.id);
  const digests = [...new Set(here.map(({ digestId }) => digestId))].map((id) => deps.findDigest(id)).filter((each) => each !== undefined);
  const host = hostOf(url).replace(/^www\./, "");
  const sources = digests
    .flatMap((each) => each.sources)
    .filter(({ address }) => hostOf(address).endsWith(host.split(".").slice(-2).join(".")));
  const checked = await Promise.all(
    sources.slice(0, 5).map(async ({ address, name }): Promise<Block> => {
      const state = await deps.sources.find(address);
      const when = state?.lastTriedAt
        ? words.feed.readAt(momentWords(state.lastTriedAt, deps.settings.zone, words))
        : words.feed.notYetRead;
      return {
        kind: "bullet",
        text: `${name ?? state?.title ?? hostOf(address)}: ${state?.problem === undefined ? when : retell(state.problem, words.code)}`,
      };
    }),
  );
  const told = checked.length > 0 ? words.why.neverSeen : words.why.noSuchSource(host);
  return { message: messageOf([text(rich(told)), ...checked]), private: true, outcome: "not-found" };
}
