import { createHash } from "node:crypto";
import type { Subscription } from "../model/delivery.ts";
import type { Edition } from "../model/digest.ts";
import type { QuoteHit } from "../model/quote.ts";
import type { Stores } from "../model/stores.ts";
import type { EditionStory } from "../model/story.ts";

/*
 * Following a speaker is a subscription like any other, in mode "instant": it can be paused, mentions whom it should, moves and ends with its
 * channel, and an alert goes through the same outbox, in the transaction that moves the subscription on. So an alert is sent once.
 */

/** The id of that subscription, and of the digest it stands for; no file of the catalogue can be named so, for it has a dot. */
export const followId = "followed";
export const followDigestId = "quotes.followed";
/** Channel setting: ids of the speakers, as JSON. */
export const followKey = "follow";

export const readFollowed = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : (JSON.parse(value) as readonly string[]);

export type AlertStores = Pick<Stores, "quotes" | "subscriptions" | "outbox">;

/** No more than one alert in this time: what comes meanwhile comes together. */
const restMs = 10 * 60_000;
/** A channel where nothing happens: its window is moved on, so that looking stays cheap. */
const quietMs = 60 * 60_000;
/** Words of older articles are no news, however late they became known. */
const freshMs = 48 * 3_600_000;
const quotesAtOnce = 5;

/** What followed speakers were quoted with since each channel was last told: made and left in the outbox. */
export async function alertFollowers(stores: AlertStores, now: Date, signal: AbortSignal): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  for (const { channelId, value } of await stores.subscriptions.settings(followKey)) {
    signal.throwIfAborted();
    const subscription = await stores.subscriptions.find(channelId, followId);
    if (subscription?.state !== "active" || !hasRested(subscription, now)) continue;
    const edition = await alertChannel(subscription, readFollowed(value), stores, now);
    if (edition) editions.push(edition);
  }
  return editions;
}

/** The first one after somebody is followed need not wait. */
const hasRested = ({ coveredTo, createdAt }: Subscription, now: Date): boolean =>
  coveredTo.getTime() === createdAt.getTime() || now.getTime() - coveredTo.getTime() >= restMs;

async function alertChannel(
  subscription: Subscription,
  speakerIds: readonly string[],
  stores: AlertStores,
  now: Date,
): Promise<Edition | undefined> {
  const { channelId, id, coveredTo } = subscription;
  const found = await stores.quotes.freshOf(speakerIds, coveredTo, now, quotesAtOnce * 4);
  const hits = found.filter(({ article }) => now.getTime() - (article.publishedAt ?? article.fetchedAt).getTime() <= freshMs);
  if (hits.length === 0) {
    const moved = new Date(now.getTime() - restMs);
    if (now.getTime() - coveredTo.getTime() > quietMs) await stores.outbox.skip([{ channelId, subscriptionId: id, coveredTo: moved }]);
    return undefined;
  }
  const lang = (await stores.subscriptions.findChannel(channelId))?.lang ?? "en";
  const edition = buildAlert(hits, subscription, lang, now);
  await stores.outbox.enqueue(edition, [{ channelId, subscriptionId: id, parts: 1, dueAt: now, coveredTo: now }]);
  return edition;
}

/** The same quotes for the same channel since the same instant are the same alert. */
function buildAlert(hits: readonly QuoteHit[], { channelId, schedule, form, coveredTo }: Subscription, lang: string, now: Date): Edition {
  const key = [channelId, coveredTo.getTime(), ...hits.map(({ quote }) => quote.id)].join("\n");
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(schedule.zone).toPlainDateTime();
  return {
    id: `e${createHash("sha256").update(key).digest("hex").slice(0, 12)}`,
    digestId: followDigestId,
    digestName: "Followed speakers",
    lang,
    slot: { at: now, local: local.toString({ smallestUnit: "minute" }), zone: schedule.zone },
    form,
    coversFrom: coveredTo,
    coversTo: now,
    catchUp: false,
    instant: true,
    about: "speakers",
    stories: hits.slice(0, quotesAtOnce).map(storyOf),
    left: Math.max(0, hits.length - quotesAtOnce),
    madeAt: now,
  };
}

function storyOf({ quote, article, alsoIn }: QuoteHit): EditionStory {
  const { id, title, outlet, url, publishedAt } = article;
  return {
    storyId: quote.id,
    title: quote.speaker.name ?? title,
    bullets: [],
    quotes: [quote],
    outlets: [...new Set([outlet, ...alsoIn.map((carrier) => carrier.outlet)])],
    articles: [
      {
        id,
        version: quote.version,
        title,
        outlet,
        lang: quote.lang,
        ...(url !== undefined && { url }),
        ...(publishedAt && { publishedAt }),
      },
    ],
    why: "",
  };
}
