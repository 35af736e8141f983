import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createFaults, type Fault, type Faults } from "../faults.ts";
import { texts } from "./limits.ts";
import { methods } from "./methods.ts";
import type { Params } from "./posting.ts";
import { findRefusal, isRefusal, keep, type Refusal } from "./refusal.ts";
import type { RuleName, Rules } from "./rules.ts";
import { faultsOfAnswer, faultsOfRequest, faultsOfUpdate } from "./spec.ts";
import { createWorld, type World } from "./state.ts";
import { createUpdateLine } from "./updates.ts";

export interface TelegramFake {
  /** "http://127.0.0.1:PORT" */
  readonly address: string;
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  /** What the real server would not have understood; a test ends with none. */
  readonly violations: readonly string[];
  /** "method" of every request, in order. */
  readonly requests: readonly string[];
  readonly nowMs: () => number;
  /** Puts an update in line and wakes the poll that waits. */
  push(body: Readonly<Record<string, unknown>>, updateId?: number): void;
  /** May be replaced: sees every request as it passes. "received": "lose" ends the connection before anything is done. */
  onMoment: (moment: Moment, method: string, params: Params) => "lose" | undefined;
  /** Calls the webhook with updates that wait. */
  callWebhook(): void;
  /** True while a poll waits for updates. */
  isPolled(): boolean;
  close(): Promise<void>;
}

export type Moment = "received" | "stored" | "answered";

/** A Bot API server on loopback, after the documents. */
export async function startTelegramFake(now: () => number = Date.now, rules: Partial<Rules> = {}): Promise<TelegramFake> {
  const token = "4242:test-token";
  const world = createWorld(rules);
  const faults = createFaults();
  const violations: string[] = [];
  const requests: string[] = [];
  const line = createUpdateLine(world, now);
  let nextUpdate = 1_000;

  const answer = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, { rule, code, message, parameters }: Refusal): void => {
    world.refusedBy.push(rule);
    answer(response, code, { ok: false, error_code: code, description: message, ...(parameters && { parameters }) });
  };
  const judge = (rule: RuleName, faults: readonly string[]): void => {
    if (world.rules[rule]) violations.push(...faults);
  };

  function getUpdates(params: Params, response: ServerResponse): void {
    line.poll(params, {
      answer: (result) => answer(response, 200, { ok: true, result }),
      refuse: (refusal) => refuse(response, refusal),
      isGone: () => response.destroyed || response.writableEnded,
      onGone: (then) => void response.on("close", then),
    });
  }

  /** @throws Refusal */
  function perform(name: string, params: Params, fault: Fault | undefined, response: ServerResponse): void {
    const method = world.absent.has(name) ? undefined : methods[name];
    if (!method && !world.absent.has(name)) judge("method", [`${name}: no such method`]);
    keep(world.rules, "method", method !== undefined, { code: 404, words: texts.method });
    const unknown = Object.keys(params).filter((field) => !method?.fields.includes(field));
    if (unknown.length > 0) judge("field", [`${name}: unknown ${unknown.join(", ")}`]);
    else judge("type", faultsOfRequest(name, params));
    if (fake.onMoment("received", name, params) === "lose") {
      response.socket?.destroy();
      return;
    }
    const result = method?.run(params, world, now());
    if (name === "setWebhook") line.call();
    fake.onMoment("stored", name, params);
    violations.push(...faultsOfAnswer(name, result));
    if (fault && "stored" in fault) strike(fault, response);
    else answer(response, 200, { ok: true, result });
    fake.onMoment("answered", name, params);
  }

  async function run(name: string, params: Params, response: ServerResponse): Promise<void> {
    const fault = faults.take(`POST /${name}`);
    if (fault?.kind === "latency") await sleep(fault.ms);
    else if (fault && (!("stored" in fault) || !fault.stored)) return strike(fault, response);
    try {
      if (name === "getUpdates") getUpdates(params, response);
      else perform(name, params, fault, response);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (error.code === 429) world.refusals.push(name);
      refuse(response, error);
    }
  }

  const server = createServer((request, response) => {
    const [, kind = "", rest = ""] = /^\/((?:file\/)?bot[^/]+)\/(.*)$/.exec(request.url ?? "") ?? [];
    const isTrusted = kind === `bot${token}` || kind === `file/bot${token}`;
    const stranger = findRefusal(world.rules, "token", isTrusted, { code: 401, words: texts.token });
    if (stranger) return void refuse(response, stranger);
    if (kind.startsWith("file/")) {
      const bytes = world.files.get(rest.replace("documents/", ""));
      return void response.writeHead(bytes ? 200 : 404).end(bytes);
    }
    requests.push(rest);
    readParams(request)
      .then((params) => run(rest, params, response))
      .catch((cause: unknown) => {
        violations.push(`${rest}: ${cause}`);
        answer(response, 400, { ok: false, error_code: 400, description: "Bad Request: can't parse the request" });
      });
  });
  // Node would end idle connections after 5 s, in the middle of a request where a machine is busy; the real server keeps them for a minute and more.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const fake: TelegramFake = {
    onMoment: () => undefined,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    world,
    faults,
    violations,
    requests,
    nowMs: now,
    push(body, updateId = nextUpdate++) {
      violations.push(...faultsOfUpdate({ update_id: updateId, ...body }));
      line.push(updateId, body);
    },
    callWebhook: line.call,
    isPolled: line.isPolled,
    async close() {
      line.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return fake;
}

function strike(fault: Fault, response: ServerResponse): void {
  const json = (status: number, description: string): void =>
    void response
      .writeHead(status, { "content-type": "application/json" })
      .end(JSON.stringify({ ok: false, error_code: status, description }));
  if (fault.kind === "status") response.writeHead(fault.status).end("<html>bad gateway</html>");
  else if (fault.kind === "reset") response.socket?.destroy();
  else if (fault.kind === "html429") response.writeHead(429, { "content-type": "text/html" }).end("<html>slow down</html>");
  else if (fault.kind === "bare429") json(429, "Too Many Requests");
  else if (fault.kind === "unauthorized") json(401, texts.token);
  // "hang": nothing is ever answered.
}

async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (body.length === 0) return {};
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/json")) return JSON.parse(body.toString("utf8")) as Params;
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const params: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") params[name] = new Uint8Array(await value.arrayBuffer());
    else params[name] = /^[[{]|^-?\d+$|^(true|false)$/.test(value) && name !== "caption" ? JSON.parse(value) : value;
  }
  return params;
}
