import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Update } from "../../../src/adapters/telegram/updates.ts";
import { openWebhook } from "../../../src/adapters/telegram/webhook.ts";

let server: Server;
let taken: Update[];
let isFull: boolean;

beforeEach(async () => {
  taken = [];
  isFull = false;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const take = async (update: Update): Promise<void> => {
    if (isFull) throw new Error("the disk is full");
    taken.push(update);
  };
  server = await openWebhook({ url: "https://harbour.example/telegram", secret: "lighthouse", port: 0 }, take, log);
});
afterEach(async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
});

async function post(body: string, { secret = "lighthouse", path = "/telegram", method = "POST" } = {}): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(method === "POST" && { body }) });
  return response.status;
}

const update = JSON.stringify({ update_id: 7 });

test("an update with the secret is taken, then acknowledged", async () => {
  expect(await post(update)).toBe(200);
  expect(taken).toEqual([{ update_id: 7 }]);
});

for (const [name, change] of [
  ["another secret", { secret: "lighthousf" }],
  ["a shorter secret", { secret: "light" }],
  ["another path", { path: "/" }],
  ["another method", { method: "GET" }],
] as const)
  test(`${name} is turned away`, async () => {
    expect(await post(update, change)).toBe(403);
    expect(taken).toEqual([]);
  });

test("an update that could not be recorded is not acknowledged, so that Telegram calls again", async () => {
  isFull = true;
  expect(await post(update)).toBe(500);
});

test("an update longer than any of Telegram's is refused, and the next is taken", async () => {
  expect(await post(JSON.stringify({ update_id: 7, text: "x".repeat(1_000_000) }))).toBe(413);
  expect(await post(update)).toBe(200);
  expect(taken).toEqual([{ update_id: 7 }]);
});

for (const body of ["", "null", "[]", '{"update_id"', '"words"'])
  test(`${body === "" ? "nothing" : body} is no update`, async () => {
    expect(await post(body)).toBe(500);
    expect(taken).toEqual([]);
  });
