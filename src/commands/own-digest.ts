import { createHash } from "node:crypto";
import type { Digest } from "../model/digest.ts";
import type { SubscriptionStore } from "../model/outbox.ts";
import type { ListedFeed } from "./deps.ts";
import { wordsFor } from "./words/index.ts";

const feedsKey = "feeds";
export const maxFeeds = 50;

/** The feeds that a channel's managers added. */
export async function feedsOf(channelId: string, subscriptions: Pick<SubscriptionStore, "setting">): Promise<readonly ListedFeed[]> {
  return readFeeds(await subscriptions.setting(channelId, feedsKey));
}

export async function putFeeds(
  channelId: string,
  feeds: readonly ListedFeed[],
  subscriptions: Pick<SubscriptionStore, "putSetting">,
): Promise<void> {
  await subscriptions.putSetting(channelId, feedsKey, feeds.length > 0 ? JSON.stringify(feeds) : undefined);
}

/** Every channel's own digest, for the composition root: `findDigest` knows them beside the catalogue's. */
export async function readOwnDigests(
  subscriptions: Pick<SubscriptionStore, "settings" | "findChannel">,
  zone: string,
): Promise<readonly Digest[]> {
  const rows = await subscriptions.settings(feedsKey);
  return Promise.all(
    rows.map(async ({ channelId, value }) =>
      ownDigest(channelId, readFeeds(value), { zone, lang: (await subscriptions.findChannel(channelId))?.lang ?? "en" }),
    ),
  );
}

/** A channel's feeds as a digest that it alone can have, in its own language: the id follows from the channel's. */
export function ownDigest(
  channelId: string,
  feeds: readonly ListedFeed[],
  { zone, lang }: { readonly zone: string; readonly lang: string },
): Digest {
  const { code, feed } = wordsFor(lang);
  return {
    id: ownDigestId(channelId),
    name: feed.ownName,
    description: feed.ownAbout,
    lang: code,
    sources: feeds.map(({ url, title }) => ({ kind: "feed", address: url, ...(title !== undefined && { name: title }) })),
    topics: { prefer: [], mute: [] },
    schedule: { times: ["08:00"], days: [1, 2, 3, 4, 5, 6, 7], zone },
    form: { style: "bullets", stories: 5, bullets: 3, quotes: true },
    maxWords: 30,
    folder: ".",
  };
}

export const ownDigestId = (channelId: string): string => `own-${createHash("sha256").update(channelId).digest("hex").slice(0, 10)}`;

const readFeeds = (value: string | undefined): readonly ListedFeed[] =>
  value === undefined ? [] : (JSON.parse(value) as readonly ListedFeed[]);
