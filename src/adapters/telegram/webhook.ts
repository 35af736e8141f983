import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Log } from "../../model/platform.ts";
import type { Update } from "./updates.ts";

/** Not by `import`: that reads every name of the module, and some of them load Node's whole fetch, 15 MB that nothing here needs. */
const { createServer } = process.getBuiltinModule("node:http");

const maxBodyBytes = 1_000_000;

/** Listens where Telegram calls: only POST to the path of the address, only with the secret. An update is recorded before it is acknowledged. */
export async function openWebhook(
  { url, secret, port }: { readonly url: string; readonly secret: string; readonly port: number },
  take: (update: Update) => Promise<void>,
  log: Log,
): Promise<Server> {
  const path = new URL(url).pathname;
  const server = createServer((request, response) => {
    const isOurs =
      request.method === "POST" && request.url === path && isSecret(request.headers["x-telegram-bot-api-secret-token"], secret);
    if (!isOurs) return void response.writeHead(403).end();
    readUpdate(request)
      .then(take)
      .then(
        () => response.writeHead(200).end(),
        (cause: unknown) => {
          log.warn("telegram: an update from the webhook could not be taken", { cause });
          response.writeHead(cause instanceof RangeError ? 413 : 500).end();
          // What is still on its way is let in and thrown away, or the caller would see a broken connection instead of the answer.
          request.resume();
        },
      );
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
  return server;
}

function isSecret(given: string | readonly string[] | undefined, secret: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readUpdate(request: IncomingMessage): Promise<Update> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new RangeError("an update is too long");
    chunks.push(chunk);
  }
  const update: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  if (typeof update !== "object" || update === null || !("update_id" in update)) throw new TypeError("not an update");
  return update as Update;
}
