import { beforeEach, describe, expect, test } from "vitest";
import { tellDeadSources } from "../../src/deliver/notices.ts";
import type { Receipt } from "../../src/model/platform.ts";
import type { Stores } from "../../src/model/stores.ts";
import { openStores } from "../../src/store/open.ts";
import { aChannel, aDigest, aSubscription } from "../build.ts";

const address = "https://outlet.example/feed.xml";
const since = new Date("2026-11-22T09:00Z");
let stores: Stores;
let now: Date;
let told: string[];
let answer: Receipt;

beforeEach(async () => {
  stores = await openStores(":memory:");
  now = new Date("2026-11-23T09:00Z");
  told = [];
  answer = { status: "sent", messageId: "n1" };
  for (const id of ["fake:1", "fake:2"]) {
    await stores.subscriptions.putChannel(aChannel({ id, lang: id === "fake:2" ? "uk" : "en" }));
    await stores.subscriptions.put(aSubscription({ channelId: id }));
  }
  await fails(since);
  return () => stores.close();
});

const fails = (failingSince: Date): Promise<void> =>
  stores.sources.put({ address, nextAt: now, failures: 9, problem: "It answers 403: it blocks bots.", failingSince });

const round = (): Promise<void> =>
  tellDeadSources({
    stores,
    findDigest: (id) => (id === "world" ? aDigest() : undefined),
    platforms: () => [
      {
        id: "fake",
        async notify(channel, message) {
          told.push(`${channel.id} ${JSON.stringify(message.blocks[0])}`);
          return answer;
        },
      },
    ],
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => now,
  });

describe("a source that is dead for a day", () => {
  test("is told of once in each channel that gets its digest, in the channel's language", async () => {
    await round();
    await round();
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("Outlet cannot be read since 22 Nov, 11:00 Kyiv, so World comes without it. It answers 403: it blocks bots.");
    expect(told[1]).toContain("не вдається прочитати");
  });

  test("is not told of a minute before", async () => {
    now = new Date(now.getTime() - 60_000);
    await round();
    expect(told).toEqual([]);
  });

  test("is told of again when it has been well in between", async () => {
    await round();
    now = new Date("2026-11-30T09:00Z");
    await fails(new Date("2026-11-28T09:00Z"));
    await round();
    expect(told).toHaveLength(4);
  });

  test("is told of at the next round where the platform asks to wait", async () => {
    answer = { status: "later", retryAfterMs: 1_000, scope: "channel", cause: "429" };
    await round();
    answer = { status: "sent", messageId: "n1" };
    await round();
    expect(told).toHaveLength(4);
    await round();
    expect(told).toHaveLength(4);
  });

  test("is nobody's business where the subscription is paused", async () => {
    for (const channelId of ["fake:1", "fake:2"]) await stores.subscriptions.put(aSubscription({ channelId, state: "paused" }));
    await round();
    expect(told).toEqual([]);
  });
});
