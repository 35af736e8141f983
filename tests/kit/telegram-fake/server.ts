import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createFaults, type Fault, type Faults } from "../faults.ts";
import { limits, texts } from "./limits.ts";
import { methods, type Params } from "./methods.ts";
import { Refusal } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import { faultsOfAnswer, faultsOfRequest, faultsOfUpdate } from "./spec.ts";
import { createWorld, type World } from "./state.ts";

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
  /** Methods that this server does not know, as an older one would not. */
  readonly absent: Set<string>;
  /** Puts an update in line and wakes the poll that waits. */
  push(body: Readonly<Record<string, unknown>>, updateId?: number): void;
  /** May be replaced: sees every request as it passes. "received": "lose" ends the connection before anything is done. */
  onMoment: (moment: Moment, method: string, params: Params) => "lose" | undefined;
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
  const absent = new Set<string>();
  let nextUpdate = 1_000;
  let poll: { readonly end: (refusal?: Refusal) => void } | undefined;

  const answer = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, { code, message, parameters }: Refusal): void =>
    answer(response, code, { ok: false, error_code: code, description: message, ...(parameters && { parameters }) });

  function getUpdates(
    { offset = 0, limit = 100, timeout = 0 }: { offset?: number; limit?: number; timeout?: number },
    response: ServerResponse,
  ): void {
    if (world.rules.webhookOrPoll && world.webhook !== "") return void refuse(response, new Refusal(409, texts.webhookActive));
    poll?.end(world.rules.onePoller ? new Refusal(409, texts.twoPollers) : undefined);
    const left = world.updates.filter(
      ({ update_id, at }) => (!world.rules.confirmed || update_id >= offset) && (!world.rules.kept || now() - at < limits.keptMs),
    );
    world.updates.splice(0, world.updates.length, ...left);
    const ready = () => world.updates.slice(0, limit).map(({ update_id, body }) => ({ update_id, ...body }));
    if (ready().length > 0 || timeout === 0) return void answer(response, 200, { ok: true, result: ready() });
    const timer = setTimeout(() => current.end(), timeout * 1_000);
    const current = {
      end(refusal?: Refusal): void {
        clearTimeout(timer);
        if (poll === current) poll = undefined;
        if (response.destroyed || response.writableEnded) return;
        if (refusal) refuse(response, refusal);
        else answer(response, 200, { ok: true, result: ready() });
      },
    };
    poll = current;
    response.on("close", () => {
      clearTimeout(timer);
      if (poll === current) poll = undefined;
    });
  }

  function run(name: string, params: Params, response: ServerResponse, fault: Fault | undefined): void {
    if (fault && "stored" in fault && !fault.stored) return void strike(fault, response);
    if (fault?.kind === "unauthorized") return void refuse(response, new Refusal(401, texts.token));
    if (fault?.kind === "html429") return void response.writeHead(429, { "content-type": "text/html" }).end("<html>slow down</html>");
    if (name === "getUpdates") return void getUpdates(params, response);
    const method = methods[name];
    if (!method || absent.has(name)) {
      if (world.rules.method && !absent.has(name)) violations.push(`${name}: no such method`);
      return void refuse(response, new Refusal(404, texts.method));
    }
    const unknown = Object.keys(params).filter((field) => !method.fields.includes(field));
    if (world.rules.field && unknown.length > 0) violations.push(`${name}: unknown ${unknown.join(", ")}`);
    else if (world.rules.field) violations.push(...faultsOfRequest(name, params));
    if (fake.onMoment("received", name, params) === "lose") return void response.socket?.destroy();
    try {
      const result = method.run(params, world, now());
      fake.onMoment("stored", name, params);
      violations.push(...faultsOfAnswer(name, result));
      if (fault && "stored" in fault) strike(fault, response);
      else answer(response, 200, { ok: true, result });
      fake.onMoment("answered", name, params);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 429) world.refusals.push(name);
      refuse(response, error);
    }
  }

  const server = createServer((request, response) => {
    const [, kind = "", rest = ""] = /^\/((?:file\/)?bot[^/]+)\/(.*)$/.exec(request.url ?? "") ?? [];
    if (kind === `file/bot${token}`) {
      const bytes = world.files.get(rest.replace("documents/", ""));
      return void response.writeHead(bytes ? 200 : 404).end(bytes);
    }
    if (world.rules.token && kind !== `bot${token}`) return void refuse(response, new Refusal(401, texts.token));
    requests.push(rest);
    readParams(request).then(
      (params) => run(rest, params, response, faults.take(`POST /${rest}`)),
      (cause: unknown) => {
        violations.push(`${rest}: ${cause}`);
        refuse(response, new Refusal(400, "Bad Request: can't parse the request"));
      },
    );
  });
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
    absent,
    push(body, updateId = nextUpdate++) {
      violations.push(...faultsOfUpdate({ update_id: updateId, ...body }));
      world.updates.push({ update_id: updateId, at: now(), body });
      poll?.end();
    },
    isPolled: () => poll !== undefined,
    async close() {
      poll?.end();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return fake;
}

function strike(fault: Fault, response: ServerResponse): void {
  if (fault.kind === "status") response.writeHead(fault.status).end("<html>bad gateway</html>");
  else if (fault.kind === "reset") response.socket?.destroy();
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
