import type { IncomingMessage, ServerResponse } from "node:http";
import type { Faults } from "../faults.ts";
import type { Json } from "./check.ts";
import type { Rates } from "./rates.ts";
import { Refusal } from "./refusal.ts";
import { type Answer, type Asked, type Route, routes, type World } from "./routes.ts";
import { findSpec, type Side } from "./spec.ts";

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
  if (fault?.kind === "unauthorized") return send(response, 401, JSON.stringify({ message: "401: Unauthorized", code: 0 }));
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

function decide(
  request: IncomingMessage,
  path: string,
  asked: Asked,
  deps: RestDeps,
): { answer: Answer; headers: Readonly<Record<string, string>> } {
  const { world, rates, violation } = deps;
  const method = request.method ?? "GET";
  const route = routes.find((each) => each.method === method && each.path.test(path));
  if (!route) {
    violation(`${method} ${path} is not known here`);
    return { answer: { status: 404, body: { message: "404: Not Found", code: 0 } }, headers: {} };
  }
  if (rates.isBanned()) return { answer: { status: 429 }, headers: {} };
  try {
    checkHeaders(request, route, world);
    const { headers, retryAfterMs, scope } = rates.take(method, path, route.isInteraction ?? false);
    if (retryAfterMs !== undefined) {
      const seconds = Math.ceil(retryAfterMs) / 1_000;
      rates.noteInvalid();
      return {
        answer: { status: 429, body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" } },
        headers: { ...headers, "retry-after": `${seconds}` },
      };
    }
    return { answer: route.handle(world, route.path.exec(path)?.slice(1) ?? [], asked), headers };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401 || error.status === 403) rates.noteInvalid();
    if (isViolation(error)) violation(`${method} ${path}: ${error.message}`);
    return {
      answer: {
        status: error.status,
        body: { message: error.message, code: error.code, ...(error.errors !== undefined && { errors: error.errors }) },
      },
      headers: {},
    };
  }
}

/** What a careful client never causes; a channel that is gone or closed is nobody's fault. */
const isViolation = ({ code, status }: Refusal): boolean =>
  [50_006, 50_024, 50_035, 40_060, 10_062].includes(code) || (status === 401 && code === 0) || (status === 400 && code === 0);

function checkHeaders({ headers }: IncomingMessage, route: Route, { state, rules }: World): void {
  if (rules.userAgent && !/^DiscordBot \(\S+, \S+\)/.test(headers["user-agent"] ?? ""))
    throw new Refusal(400, 0, "The User-Agent is not DiscordBot (url, version)");
  if (route.isInteraction || !rules.authorization) return;
  if (headers.authorization !== `Bot ${state.bot.token}`) throw new Refusal(401, 0, "401: Unauthorized");
}

async function readBody(request: IncomingMessage, url: URL): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const query = url.searchParams;
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data"))
    return { body: bytes.length > 0 ? (JSON.parse(bytes.toString()) as Json) : {}, files: [], query };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === "string" ? [] : [value.name]));
  return { body: JSON.parse(`${form.get("payload_json") ?? "{}"}`) as Json, files, query };
}

function send(response: ServerResponse, status: number, body: string | undefined, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, {
    ...(body !== undefined && { "content-type": "application/json" }),
    date: new Date().toUTCString(),
    ...headers,
  });
  response.end(body);
}
