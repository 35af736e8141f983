import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BotError } from "../../model/errors.ts";
import type { Platform, PlatformDeps } from "../../model/platform.ts";
import { retell } from "../../text/retell.ts";
import { HttpRefusal } from "./errors.ts";
import { refusalOf, securityHeaders } from "./guard.ts";
import { createHub } from "./hub.ts";
import { openLog } from "./log.ts";
import { langOf, type ReceiveDeps, receive } from "./receive.ts";
import { createSending, localChannel } from "./send.ts";

/** Not by `import`: that reads every name of the module, and some of them load Node's whole fetch, 15 MB that nothing here needs. */
const { createServer } = process.getBuiltinModule("node:http");

export interface WebSettings {
  /** 0 = any free one. */
  readonly port: number;
  readonly host: "127.0.0.1" | "::1";
}

/** Opens the page on loopback and tells its address. @throws BotError when the port is taken. */
export async function connectWeb(settings: WebSettings, deps: PlatformDeps, signal: AbortSignal): Promise<Platform> {
  const log = await openLog(deps.memory);
  const hub = createHub();
  const token = await keptToken(deps.memory);
  const routes: ReceiveDeps = { answer: deps.answer, complete: deps.complete, now: deps.now, log, hub, token };
  const server = createServer((request, response) => {
    void answer(request, response, portOf(server), routes, deps);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, settings, signal);
  const address = `http://${settings.host === "::1" ? "[::1]" : settings.host}:${portOf(server)}/`;
  deps.log.info(`Local channel: ${address}`, { platform: "web", address });
  await deps.onChannel({ kind: "back", channelId: localChannel("en").id });
  return {
    id: "web",
    ...createSending(log, hub, deps.now),
    health: () => (server.listening ? { state: "connected", words: `open at ${address}` } : { state: "failed", words: "closed" }),
    async close() {
      hub.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Survives restarts, so that a page that stayed open goes on working. */
async function keptToken(memory: PlatformDeps["memory"]): Promise<string> {
  const known = await memory.get("token");
  if (known !== undefined) return known;
  const token = randomBytes(24).toString("base64url");
  await memory.set("token", token);
  return token;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  routes: ReceiveDeps,
  { log }: PlatformDeps,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  try {
    const refusal = refusalOf(request, port);
    if (refusal !== undefined) throw new HttpRefusal(403, refusal);
    await receive(request, response, routes);
  } catch (error) {
    if (!(error instanceof HttpRefusal)) log.error(`web: ${request.method} ${request.url?.split("?")[0]} failed`, { cause: error });
    if (response.headersSent) return void response.end();
    const [status, words] =
      error instanceof HttpRefusal ? [error.status, error.message] : [500, "That did not work. The log of Quoth says why."];
    response
      .writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" })
      .end(`${retell(words, langOf(request))}\n`);
    request.destroy();
  }
}

function listen(server: Server, { port, host }: WebSettings, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => void server.close();
    signal.addEventListener("abort", onAbort, { once: true });
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const words =
        cause.code === "EADDRINUSE"
          ? `Port ${port} is taken by another program: set QUOTH_PORT to another one, or 0 for any free one.`
          : `The local channel cannot open port ${port}: ${cause.message}.`;
      reject(new BotError(words, { cause }));
    });
    server.listen(port, host, () => resolve());
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo | null)?.port ?? 0;
