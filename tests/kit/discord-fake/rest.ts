import type { IncomingMessage, ServerResponse } from "node:http";
import type { Faults } from "../faults.ts";
import type { Json } from "./json.ts";
import { limits } from "./limits.ts";
import type { RateAnswer, Rates } from "./rates.ts";
import { hold, invalidJson, noUserAgent, Refusal, tooLarge, unauthorized, unknownRoute } from "./refusal.ts";
import { type Route, routes } from "./routes.ts";
import { findSpec, type Side } from "./spec.ts";
import type { Answer, Asked, World } from "./world.ts";

export interface RestDeps {
  readonly world: World;
  readonly rates: Rates;
  readonly faults: Faults;
  readonly violation: (words: string) => void;
  /** Every request, in order: "POST /channels/1/messages". */
  readonly seen: string[];
  /** Called as a request passes: before anything is done, before it is answered, and when the answer is out. */
  readonly onMoment: (moment: Moment, name: string) => void;
}

export type Moment = "received" | "stored" | "answered";

/** One request under /api/v10. */
export async function answerRest(request: IncomingMessage, response: ServerResponse, deps: RestDeps): Promise<void> {
  const url = new URL(request.url ?? "/", "http://discord");
  const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, "");
  const name = `${request.method} ${path}`;
  deps.seen.push(name);
  const asked = await readBody(request, url);
  deps.onMoment("received", name);
  if (request.socket.destroyed) return;
  const fault = deps.faults.take(name);
  if (fault?.kind === "latency") await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault?.kind === "html429") return send(response, 429, "<html>banned</html>", { "content-type": "text/html" });
  if (fault?.kind === "bare429")
    return send(response, 429, JSON.stringify({ message: "You are being rate limited.", retry_after: fault.seconds, global: false }));
  if (fault?.kind === "unauthorized") {
    deps.rates.noteInvalid();
    return send(response, 401, JSON.stringify({ message: "401: Unauthorized", code: 0 }));
  }
  judge({ method: request.method ?? "", path, body: asked.body }, deps);
  const isStored = fault === undefined || fault.kind === "latency" || fault.stored;
  const { answer, headers } = isStored ? decide(request, path, asked, deps) : { answer: { status: 500 } as Answer, headers: {} };
  deps.onMoment("stored", name);
  response.on("finish", () => deps.onMoment("answered", name));
  if (fault?.kind === "hang") return;
  if (fault?.kind === "reset") return void request.socket.destroy();
  if (isStored && answer.status < 400) judge({ method: request.method ?? "", path, status: answer.status, body: answer.body }, deps);
  if (fault?.kind === "status") return send(response, fault.status, "<html>bad gateway</html>", { "content-type": "text/html" });
  send(response, answer.status, answer.body === undefined ? undefined : JSON.stringify(answer.body), headers);
}

/** By Discord's own description, where it is at hand. */
function judge(side: Side, { violation }: RestDeps): void {
  const fault = findSpec()?.faultIn(side);
  if (fault !== undefined) violation(`${side.status === undefined ? "" : "the stand-in's own answer, "}${fault}`);
}

interface Decision {
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;
}

function decide(request: IncomingMessage, path: string, asked: Body, deps: RestDeps): Decision {
  const { world, rates, violation } = deps;
  const method = request.method ?? "GET";
  // A firewall's page says nothing of limits: topics/rate-limits, invalid requests.
  if (rates.isBanned()) return { answer: { status: 429 }, headers: {} };
  try {
    const route = routes.find((each) => each.method === method && each.path.test(path));
    hold(world.referee.rules, "route", route !== undefined, unknownRoute);
    if (!route) return { answer: { status: 204 }, headers: {} };
    checkHeaders(request, route, world);
    checkSizes(asked, world);
    const { headers, retryAfterMs, scope } = rates.take(method, path, route.isInteraction ?? false);
    if (retryAfterMs !== undefined) return tooMany(retryAfterMs, headers, scope, rates);
    return { answer: route.handle(world, route.path.exec(path)?.slice(1) ?? [], { body: {}, ...asked }), headers };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message, code, errors } = error;
    if (status === 401 || status === 403) rates.noteInvalid();
    if (isViolation(error)) violation(`${method} ${path}: ${message}`);
    return { answer: { status, body: { message, code, ...(errors !== undefined && { errors }) } }, headers: {} };
  }
}

function tooMany(retryAfterMs: number, headers: Decision["headers"], scope: RateAnswer["scope"], rates: Rates): Decision {
  const seconds = Math.ceil(retryAfterMs) / 1_000;
  rates.noteInvalid();
  return {
    answer: { status: 429, body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" } },
    headers: { ...headers, "retry-after": `${seconds}` },
  };
}

/** What a careful client never causes; a channel that is gone or closed is nobody's fault. */
const isViolation = ({ code }: Refusal): boolean =>
  [50_006, 50_024, 50_035, 50_109, 40_005, 40_060, 40_094, 10_062].includes(code) || code === 0;

function checkHeaders({ headers }: IncomingMessage, route: Route, { state, referee: { rules } }: World): void {
  hold(rules, "userAgent", /^DiscordBot \(\S+, \S+\)/.test(headers["user-agent"] ?? ""), noUserAgent);
  hold(rules, "authorization", route.isInteraction === true || headers.authorization === `Bot ${state.bot.token}`, unauthorized);
}

function checkSizes({ body, byteCount, fileSizes }: Body, { referee: { rules } }: World): void {
  hold(rules, "json", body !== undefined, invalidJson);
  hold(rules, "requestSize", byteCount <= limits.requestBytes, tooLarge);
  hold(
    rules,
    "fileSize",
    fileSizes.every((size) => size <= limits.fileBytes),
    tooLarge,
  );
}

/** What came; `body` is absent where it is no JSON. */
interface Body extends Omit<Asked, "body"> {
  readonly body?: Json;
  readonly byteCount: number;
  readonly fileSizes: readonly number[];
}

async function readBody(request: IncomingMessage, url: URL): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const whole = { query: url.searchParams, byteCount: bytes.length };
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { ...whole, ...parse(bytes.toString() || "{}"), files: [], fileSizes: [] };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files = [...form.values()].filter((value) => typeof value !== "string");
  return {
    ...whole,
    ...parse(`${form.get("payload_json") ?? "{}"}`),
    files: files.map(({ name }) => name),
    fileSizes: files.map(({ size }) => size),
  };
}

function parse(text: string): { readonly body?: Json } {
  try {
    return { body: JSON.parse(text) as Json };
  } catch {
    return {};
  }
}

function send(response: ServerResponse, status: number, body: string | undefined, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, {
    ...(body !== undefined && { "content-type": "application/json" }),
    date: new Date().toUTCString(),
    ...headers,
  });
  response.end(body);
}
