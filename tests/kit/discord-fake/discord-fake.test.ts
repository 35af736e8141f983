import { afterEach, describe, expect, test } from "vitest";
import { holds, proofs } from "./proofs.ts";
import { ask, dial } from "./raw.ts";
import { allRules } from "./rules.ts";
import { type DiscordFake, startDiscord } from "./start.ts";

const open: DiscordFake[] = [];
const start = async (...options: Parameters<typeof startDiscord>): Promise<DiscordFake> => {
  const fake = await startDiscord(...options);
  open.push(fake);
  return fake;
};
afterEach(async () => {
  for (const fake of open.splice(0)) await fake.close();
});

test("every rule has a proof", () => {
  expect(proofs.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(allRules).toSorted());
});

describe.for(proofs)("$rule", (proof) => {
  test("what keeps the rule is accepted", async () => {
    expect(await holds(proof, "accepted")).toBe(true);
  });

  test("what breaks the rule is refused", async () => {
    expect(await holds(proof, "refused")).toBe(true);
  });

  test("with the rule switched off its proof fails", async () => {
    expect(await holds(proof, "refused", { [proof.rule]: false })).toBe(false);
  });
});

test("a nonce brings back the first message within minutes, and not for ever", async () => {
  let nowMs = Date.now();
  const fake = await start({ nowMs: () => nowMs });
  const channel = fake.channel(fake.guild());
  const send = () => ask(fake, "POST", `/channels/${channel.id}/messages`, { content: "a", nonce: "n1", enforce_nonce: true });
  const first = await send();
  expect((await send()).body.id).toBe(first.body.id);
  nowMs += 180_000;
  expect((await send()).body.id).not.toBe(first.body.id);
});

test("a resume brings what was missed, and an unknown session begins anew", async () => {
  const fake = await start();
  fake.guild();
  const first = dial(fake);
  await first.next();
  first.send(2, { token: fake.token, intents: 1, properties: {} });
  const ready = await first.next();
  await first.next();
  first.end();
  await first.closed();
  fake.gateway.dispatch("CHANNEL_UPDATE", { id: "1" });
  const second = dial(fake);
  await second.next();
  second.send(6, { token: fake.token, session_id: ready.d.session_id, seq: 2 });
  expect([(await second.next()).t, (await second.next()).t]).toEqual(["CHANNEL_UPDATE", "RESUMED"]);
  second.end();
  const third = dial(fake);
  await third.next();
  third.send(6, { token: fake.token, session_id: "gone", seq: 2 });
  expect(await third.next()).toMatchObject({ op: 9, d: false });
  third.end();
});

test("a heartbeat is answered, and an event before the identify ends the connection", async () => {
  const fake = await start();
  const socket = dial(fake);
  await socket.next();
  socket.send(1, null);
  expect(await socket.next()).toMatchObject({ op: 11 });
  socket.send(3, {});
  expect(await socket.closed()).toBe(4003);
});

test("a fault before storing leaves nothing, one after storing leaves the message", async () => {
  const fake = await start();
  const channel = fake.channel(fake.guild());
  const send = () => ask(fake, "POST", `/channels/${channel.id}/messages`, { content: "a" });
  fake.faults.next(/messages$/, { kind: "status", status: 502, stored: false });
  expect((await send()).status).toBe(502);
  expect(fake.messagesIn(channel)).toHaveLength(0);
  fake.faults.next(/messages$/, { kind: "status", status: 502, stored: true });
  expect((await send()).status).toBe(502);
  expect(fake.messagesIn(channel)).toHaveLength(1);
});
