import { expect, test } from "vitest";
import { aChannel, anEdition, aSubscription } from "../build.ts";
import { buttonOf, openRoom, wordsOf } from "./room.ts";

/** A room in whose channel an edition may or may not have arrived. */
async function inDoubt() {
  let woken = 0;
  const room = await openRoom({ wake: () => void woken++ });
  const { outbox, subscriptions } = room.stores;
  await subscriptions.putChannel(aChannel());
  await subscriptions.put(aSubscription());
  const { slot } = anEdition();
  const row = { channelId: "fake:1", subscriptionId: "world", parts: 1, dueAt: slot.at, coveredTo: slot.at };
  await outbox.enqueue(anEdition(), [row]);
  const [sending] = await outbox.claim("fake", room.now(), 90_000, 1);
  const { leaseUntil: _, ...rest } = sending!;
  await outbox.settle({ ...rest, state: "unknown" });
  const stateOf = async () => (await outbox.find(sending!.id))?.state;
  return { room, stateOf, woken: () => woken };
}

test("/status shows an edition in doubt with both ways out, and each says what it was about", async () => {
  for (const [label, words, state] of [
    ["It arrived", "World, Tue 24 Nov, 08:00 (Kyiv): noted, it arrived.", "sent"],
    ["Send again", "World, Tue 24 Nov, 08:00 (Kyiv): it is sent again.", "queued"],
  ] as const) {
    const { room, stateOf, woken } = await inDoubt();
    const press = buttonOf(await room.types("/status"), label);
    const reply = await room.types(`/${press}`, { pressed: true });
    expect(wordsOf(reply)).toBe(words);
    expect(await stateOf()).toBe(state);
    expect(woken()).toBe(state === "queued" ? 1 : 0);
  }
});

test("a second press changes nothing and takes the buttons away", async () => {
  const { room, stateOf } = await inDoubt();
  const status = await room.types("/status");
  await room.types(`/${buttonOf(status, "It arrived")}`, { pressed: true });
  const late = await room.types(`/${buttonOf(status, "Send again")}`, { pressed: true });
  expect(late).toMatchObject({ replace: true, outcome: "refused" });
  expect(late.message.buttons ?? []).toEqual([]);
  expect(await stateOf()).toBe("sent");
});

test("resuming a suspended subscription sends what it missed", async () => {
  const { room, stateOf } = await inDoubt();
  const { outbox, subscriptions } = room.stores;
  const [delivery] = await outbox.ofChannel("fake:1", 1);
  await outbox.settle({ ...delivery!, state: "refused", problem: "no-permission" });
  await subscriptions.suspendChannel("fake:1", "Quoth may not post there.", delivery!.id);
  await room.types("/schedule resume world");
  expect(await stateOf()).toBe("queued");
});
