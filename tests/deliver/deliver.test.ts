import { describe, expect, test } from "vitest";
import { startDelivery } from "../../src/deliver/deliver.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import type { Platform, Receipt, SendRequest } from "../../src/model/platform.ts";
import { aChannel, anEdition, anEditionStory, aSubscription } from "../build.ts";
import { aClock, type VirtualClock } from "../kit/clock.ts";
import { type DeliveryStores, openDeliveryStores } from "../store/open.ts";

const start = new Date("2026-11-24T06:00Z");
const past = (ms: number): Date => new Date(start.getTime() + ms);

interface Scene {
  readonly stores: DeliveryStores;
  readonly clock: VirtualClock;
  readonly platform: Platform;
  /** Every send with its time since the start. */
  readonly sends: { readonly request: SendRequest; readonly atMs: number }[];
  readonly warnings: string[];
  run(untilMs: number): Promise<void>;
  states(): Promise<readonly Delivery["state"][]>;
}

interface Script {
  readonly channels?: number;
  readonly parts?: number;
  readonly answer?: (request: SendRequest, attempt: number) => Receipt | Promise<Receipt>;
  readonly platform?: Partial<Platform>;
}

const sent = (request: SendRequest): Receipt => ({ status: "sent", messageId: `m-${request.deliveryId}` });

async function aScene({ channels = 1, parts = 1, answer = sent, platform: changes = {} }: Script = {}): Promise<Scene> {
  const stores = openDeliveryStores();
  const clock = aClock(start);
  const sends: Scene["sends"] = [];
  const warnings: string[] = [];
  const ids = Array.from({ length: channels }, (_, place) => `fake:${place + 1}`);
  for (const id of ids) {
    await stores.subscriptions.putChannel(aChannel({ id }));
    await stores.subscriptions.put(aSubscription({ channelId: id }));
  }
  const edition = anEdition({ stories: Array.from({ length: parts }, (_, place) => anEditionStory({ storyId: `s${place}` })) });
  await stores.outbox.enqueue(
    edition,
    ids.map((channelId) => ({ channelId, subscriptionId: "world", parts: 1, dueAt: start, coveredTo: edition.coversTo })),
  );
  const platform: Platform = {
    id: "fake",
    recognisesRepeatsForMs: 0,
    limits: { platform: [], channel: () => [] },
    split: ({ blocks }) => blocks.filter(({ kind }) => kind === "story").map((block) => ({ blocks: [block] })),
    async send(request) {
      sends.push({ request, atMs: clock.now().getTime() - start.getTime() });
      return answer(request, sends.filter((send) => send.request.deliveryId === request.deliveryId).length);
    },
    edit: async (request) => sent(request),
    notify: async () => ({ status: "sent", messageId: "" }),
    health: () => ({ state: "connected", words: "" }),
    close: async () => undefined,
    ...changes,
  };
  const log = {
    info: () => undefined,
    warn: (words: string) => void warnings.push(words),
    error: (words: string) => void warnings.push(words),
  };
  return {
    stores,
    clock,
    platform,
    sends,
    warnings,
    async run(untilMs) {
      const loop = startDelivery(platform, { ...stores, log, now: clock.now, wait: clock.wait, chance: () => 0 });
      await clock.runTo(past(untilMs));
      await loop.stop();
    },
    states: async () => (await Promise.all(ids.map((id) => stores.outbox.ofChannel(id, 10)))).flat().map(({ state }) => state),
  };
}

/** What managers were told, with the calls behind the buttons. */
function aListener(): Pick<Platform, "notify"> & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    async notify({ id }, { blocks, buttons = [] }) {
      const words = blocks.map((block) => (block.kind === "text" ? block.text : block.kind)).join("\n");
      const calls = buttons.flat().map((button) => ("call" in button ? `${button.label}: ${button.call}` : button.label));
      told.push([`${id}: ${words}`, ...calls].join(" | "));
      return { status: "sent", messageId: "" };
    },
  };
}

describe("the manager of a channel is told", () => {
  test("of a send in doubt, with the two ways to settle it", async () => {
    const { told, ...platform } = aListener();
    const scene = await aScene({ platform, answer: () => ({ status: "unknown", cause: "no answer" }) });
    await scene.run(60_000);
    const [{ id }] = (await scene.stores.outbox.ofChannel("fake:1", 1)) as [Delivery];
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(
          `^fake:1: World of .* Kyiv may or may not .* \\| It arrived: delivery ${id} arrived \\| Send again: delivery ${id} again$`,
        ),
      ),
    ]);
  });

  test("that nothing more comes, and why", async () => {
    const { told, ...platform } = aListener();
    const scene = await aScene({ platform, answer: () => ({ status: "refused", reason: "no-permission", cause: "" }) });
    await scene.run(60_000);
    expect(told).toEqual([expect.stringContaining("Quoth may not post there")]);
  });
});

const later = (retryAfterMs: number, scope: "channel" | "platform"): Receipt => ({ status: "later", retryAfterMs, scope, cause: "busy" });

describe("the delivery loop", () => {
  test("an edition reaches every channel once", async () => {
    const scene = await aScene({ channels: 40 });
    await scene.run(60_000);
    expect(new Set(scene.sends.map(({ request }) => request.channel.id)).size).toBe(40);
    expect(scene.sends).toHaveLength(40);
    expect(await scene.stores.outbox.counts()).toMatchObject({ sent: 40, queued: 0, sending: 0 });
  });

  test("a long message goes out in parts, in order, each after the one before", async () => {
    const scene = await aScene({
      parts: 3,
      answer: (request, attempt) =>
        request.message.blocks[0]?.kind === "story" && request.message.blocks[0].number === 2 && attempt === 1
          ? later(9_000, "channel")
          : sent(request),
    });
    await scene.run(60_000);
    const numbers = scene.sends.map(({ request, atMs }) => [
      request.message.blocks[0]?.kind === "story" && request.message.blocks[0].number,
      atMs,
    ]);
    expect(numbers).toEqual([
      [1, 0],
      [2, 0],
      [2, 9_000],
      [3, 9_000],
    ]);
  });

  test("only the first part mentions anybody", async () => {
    const scene = await aScene({ parts: 2 });
    await scene.stores.subscriptions.put(aSubscription({ mention: "role-7" }));
    await scene.run(60_000);
    expect(scene.sends.map(({ request }) => request.mention)).toEqual(["role-7", ""]);
  });

  test("a platform that asks for rest gets it in every channel", async () => {
    const scene = await aScene({
      channels: 20,
      answer: (request, attempt) => (attempt === 1 && request.channel.id === "fake:1" ? later(20_000, "platform") : sent(request)),
    });
    await scene.run(60_000);
    const afterRest = scene.sends.slice(16);
    expect(afterRest.map(({ atMs }) => atMs)).toEqual(afterRest.map(() => 20_000));
    expect(await scene.stores.outbox.counts()).toMatchObject({ sent: 20 });
  });

  test("a channel that asks for rest keeps nobody else waiting", async () => {
    const scene = await aScene({
      channels: 2,
      answer: (request, attempt) => (attempt === 1 && request.channel.id === "fake:1" ? later(20_000, "channel") : sent(request)),
    });
    await scene.run(60_000);
    expect(scene.sends.map(({ request, atMs }) => [request.channel.id, atMs])).toEqual([
      ["fake:1", 0],
      ["fake:2", 0],
      ["fake:1", 20_000],
    ]);
  });

  test("the pace of the platform holds for all channels together", async () => {
    const scene = await aScene({ channels: 7, platform: { limits: { platform: [{ count: 3, windowMs: 1_000 }], channel: () => [] } } });
    await scene.run(60_000);
    expect(scene.sends.map(({ atMs }) => atMs)).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000]);
  });

  test("the pace of a channel holds for its parts, whether the wait is short or long", async () => {
    for (const windowMs of [1_000, 20_000]) {
      const scene = await aScene({ parts: 3, platform: { limits: { platform: [], channel: () => [{ count: 1, windowMs }] } } });
      await scene.run(60_000);
      expect(scene.sends.map(({ atMs }) => atMs)).toEqual([0, windowMs, 2 * windowMs]);
    }
  });

  test("a channel that is gone suspends its subscriptions, keeps their settings and drops what was queued", async () => {
    const scene = await aScene({ parts: 2, answer: () => ({ status: "refused", reason: "channel-gone", cause: "403" }) });
    await scene.run(60_000);
    const [subscription] = await scene.stores.subscriptions.ofChannel("fake:1");
    expect(subscription).toMatchObject({
      state: "suspended",
      stateReason: "The channel is gone, or Quoth is no longer in it.",
      form: { stories: 5 },
    });
    expect(await scene.states()).toEqual(["dropped", "refused"]);
  });

  test("content that a platform refuses costs that edition, not the subscription", async () => {
    const scene = await aScene({ answer: () => ({ status: "refused", reason: "content", cause: "400" }) });
    await scene.run(60_000);
    expect((await scene.stores.subscriptions.ofChannel("fake:1"))[0]?.state).toBe("active");
    expect(await scene.states()).toEqual(["refused"]);
  });

  test("an adapter that throws leaves the delivery unknown and is not tried again", async () => {
    const scene = await aScene({ answer: () => Promise.reject(new Error("socket hang up")) });
    await scene.run(600_000);
    expect(scene.sends).toHaveLength(1);
    expect(await scene.states()).toEqual(["unknown"]);
    expect(scene.warnings.join()).toContain("may or may not have arrived");
  });

  test("an unanswered send is repeated with the same id where the platform recognises it", async () => {
    const scene = await aScene({
      answer: (request, attempt) => (attempt === 1 ? { status: "unknown", cause: "timeout" } : sent(request)),
      platform: { recognisesRepeatsForMs: 180_000 },
    });
    await scene.run(60_000);
    expect(scene.sends.map(({ request, atMs }) => [request.deliveryId, atMs])).toEqual([
      [scene.sends[0]?.request.deliveryId, 0],
      [scene.sends[0]?.request.deliveryId, 2_000],
    ]);
    expect(await scene.states()).toEqual(["sent"]);
  });

  test("a delivery in doubt that was put off beyond the platform's memory is not sent again", async () => {
    const scene = await aScene({
      answer: (_, attempt) => (attempt === 1 ? { status: "unknown", cause: "timeout" } : later(400_000, "channel")),
      platform: { recognisesRepeatsForMs: 180_000 },
    });
    await scene.run(900_000);
    expect(scene.sends).toHaveLength(2);
    expect(await scene.states()).toEqual(["unknown"]);
  });

  test("a platform that can look finds the message of an unanswered send", async () => {
    const scene = await aScene({
      answer: () => ({ status: "unknown", cause: "timeout" }),
      platform: { findSent: async () => ({ messageId: "m77" }) },
    });
    await scene.run(60_000);
    expect((await scene.stores.outbox.ofChannel("fake:1", 1))[0]).toMatchObject({ state: "sent", messageId: "m77" });
  });

  test("a platform that can look, and finds nothing, is sent the message again", async () => {
    const scene = await aScene({
      answer: (request, attempt) => (attempt === 1 ? { status: "unknown", cause: "timeout" } : sent(request)),
      platform: { findSent: async () => "absent" },
    });
    await scene.run(60_000);
    expect(scene.sends).toHaveLength(2);
    expect(await scene.states()).toEqual(["sent"]);
  });

  test("what a dead process left in sending is settled at the next start", async () => {
    const scene = await aScene();
    await scene.stores.outbox.claim("fake", start, 90_000, 10);
    await scene.run(60_000);
    expect(scene.sends).toEqual([]);
    expect(await scene.states()).toEqual(["unknown"]);
  });

  test("stopping claims nothing more and waits for what is in flight", async () => {
    let answer: (receipt: Receipt) => void = () => undefined;
    const scene = await aScene({
      channels: 17,
      answer: (request) => (request.channel.id === "fake:1" ? new Promise((resolve) => (answer = resolve)) : later(1_000, "platform")),
    });
    const running = scene.run(0);
    while (scene.sends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    answer({ status: "sent", messageId: "m1" });
    await running;
    expect((await scene.stores.outbox.ofChannel("fake:1", 1))[0]?.state).toBe("sent");
    expect(await scene.stores.outbox.counts()).toMatchObject({ sending: 0 });
  });

  test("a subscription removed meanwhile gets nothing", async () => {
    const scene = await aScene();
    await scene.stores.subscriptions.remove("fake:1", "world");
    await scene.run(60_000);
    expect(scene.sends).toEqual([]);
    expect(await scene.states()).toEqual(["dropped"]);
  });

  test("an edition corrected between two channels reaches the second one corrected", async () => {
    const scene: Scene = await aScene({
      async answer(request) {
        await scene.stores.outbox.amend(anEdition({ stories: [anEditionStory({ title: "Ports put off night sailings" })] }), start);
        return sent(request);
      },
    });
    await scene.stores.subscriptions.putChannel(aChannel({ id: "fake:2" }));
    await scene.stores.subscriptions.put(aSubscription({ channelId: "fake:2" }));
    const edition = anEdition();
    await scene.stores.outbox.enqueue(edition, [
      { channelId: "fake:2", subscriptionId: "world", parts: 1, dueAt: past(40_000), coveredTo: edition.coversTo },
    ]);
    await scene.run(60_000);
    expect(scene.sends.map(({ request }) => JSON.stringify(request.message).match(/Ports [a-z]+ [a-z]+/)?.[0])).toEqual([
      "Ports agree on",
      "Ports put off",
    ]);
  });

  describe("a corrected edition", () => {
    const corrected = anEdition({ stories: [anEditionStory({ title: "Ports put off night sailings" })] });
    interface Edited {
      readonly messageId: string;
      readonly deliveryId: string;
      readonly atMs: number;
    }
    const anEditingScene = async (answer: (attempt: number) => Receipt): Promise<Scene & { readonly edits: Edited[] }> => {
      const edits: Edited[] = [];
      const scene: Scene = await aScene({
        platform: {
          async edit({ messageId, deliveryId }) {
            edits.push({ messageId, deliveryId, atMs: scene.clock.now().getTime() - start.getTime() });
            return answer(edits.length);
          },
        },
      });
      await scene.run(10_000);
      await scene.stores.outbox.amend(corrected, past(10_000));
      return { ...scene, edits };
    };

    test("edits the message that was sent, once", async () => {
      const scene = await anEditingScene(() => ({ status: "sent", messageId: "" }));
      await scene.run(120_000);
      const [delivery] = await scene.stores.outbox.ofEdition(corrected.id);
      expect(scene.edits.map(({ messageId }) => messageId)).toEqual([delivery!.messageId]);
      expect(scene.sends).toHaveLength(1);
    });

    test("is edited again when the answer never came, and after the time the platform asks for", async () => {
      const scene = await anEditingScene((attempt) =>
        attempt === 1
          ? { status: "unknown", cause: "reset" }
          : attempt === 2
            ? later(45_000, "channel")
            : { status: "sent", messageId: "" },
      );
      await scene.run(300_000);
      expect(scene.edits).toHaveLength(3);
      expect(scene.edits[2]!.atMs - scene.edits[1]!.atMs).toBeGreaterThanOrEqual(45_000);
    });

    test("leaves a message alone that may not be edited, and says so", async () => {
      const scene = await anEditingScene(() => ({ status: "refused", reason: "no-permission", cause: "403" }));
      await scene.run(300_000);
      expect(scene.edits).toHaveLength(1);
      expect(scene.warnings.join()).toContain("could not be corrected");
      expect(await scene.states()).toEqual(["sent"]);
    });
  });

  test("a store that fails for a moment stops nothing", async () => {
    const scene = await aScene();
    let failures = 2;
    const claim = scene.stores.outbox.claim;
    Object.assign(scene.stores.outbox, {
      claim: async (...args: Parameters<typeof claim>) => {
        if (failures-- > 0) throw new Error("disk full");
        return claim(...args);
      },
    });
    await scene.run(60_000);
    expect(scene.sends.map(({ atMs }) => atMs)).toEqual([10_000]);
  });
});
