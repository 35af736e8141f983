import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { limits } from "./limits.ts";
import { proofs } from "./proofs/all.ts";
import { succeeds } from "./proofs/proof.ts";
import { ask, dial } from "./raw.ts";
import { allRules } from "./rules.ts";
import { type DiscordFake, startDiscord } from "./start.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

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
  expect([...new Set(proofs.map(({ rule }) => rule))].toSorted()).toEqual(Object.keys(allRules).toSorted());
});

test("nothing but a rule refuses, and every number stands behind one", () => {
  const sources = readdirSync(here)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ name, text: readFileSync(join(here, name), "utf8") }));
  const throwing = sources.filter(({ text }) => /throw (?!error;|new Error\()/.test(text)).map(({ name }) => name);
  expect(throwing).toEqual(["refusal.ts"]);
  const judging = sources.filter(({ name }) => name !== "limits.ts").map(({ text }) => text);
  expect(Object.keys(limits).filter((name) => !judging.some((text) => text.includes(`limits.${name}`)))).toEqual([]);
});

describe.for(proofs)("$rule", ({ rule, accepted, refused }) => {
  test("what keeps the rule is accepted", async () => {
    expect(await succeeds(accepted)).toBe(true);
  });

  test.for(Object.entries(refused))("refused: %s", async ([, attempt]) => {
    expect(await succeeds(attempt)).toBe(true);
  });

  test.for(Object.entries(refused))("with the rule switched off it would pass: %s", async ([, attempt]) => {
    expect(await succeeds(attempt, { [rule]: false })).toBe(false);
  });
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
