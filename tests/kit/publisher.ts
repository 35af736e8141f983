import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** One request as the publisher saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly host: string;
  readonly at: Date;
  readonly headers: IncomingMessage["headers"];
  /** What it was answered with; 0 until then. */
  status: number;
}

export interface Resource {
  readonly body?: string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answer If-None-Match with 304 while the body stays. On unless said otherwise. */
  readonly validators?: boolean;
  readonly gzip?: boolean;
  /** Takes over the whole answer: drips, bombs, broken connections. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface StandInEntry {
  readonly guid?: string;
  readonly link: string;
  readonly title: string;
  readonly summary?: string;
  readonly at?: Date;
}

/** A publisher on loopback whose feeds and pages change by script. It knows conditional requests and writes down who asked for what, when. */
export interface Publisher {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  set(path: string, resource: Resource): void;
  remove(path: string): void;
  feed(path: string, title: string, entries: readonly StandInEntry[], resource?: Resource): void;
  page(path: string, title: string, paragraphs: readonly string[], head?: string): void;
  /** Every path answers this until it is undone with undefined. */
  outage(resource: Resource | undefined): void;
  close(): Promise<void>;
}

export async function openPublisher(now: () => Date = () => new Date()): Promise<Publisher> {
  const resources = new Map<string, Resource>();
  const requests: SeenRequest[] = [];
  let trouble: Resource | undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const seen: SeenRequest = { path, host: request.headers.host ?? "", at: now(), headers: request.headers, status: 0 };
    requests.push(seen);
    respond(trouble ?? resources.get(path) ?? { status: 404, body: "nothing here", validators: false }, request, response, now());
    seen.status = response.statusCode;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    requests,
    set: (path, resource) => void resources.set(path, resource),
    remove: (path) => void resources.delete(path),
    feed: (path, title, entries, resource = {}) =>
      void resources.set(path, {
        ...resource,
        body: writeFeed(url, title, entries),
        headers: { "content-type": "application/rss+xml; charset=utf-8", ...resource.headers },
      }),
    page: (path, title, paragraphs, head = "") =>
      void resources.set(path, { body: writePage(title, paragraphs, head), headers: { "content-type": "text/html; charset=utf-8" } }),
    outage: (resource) => {
      trouble = resource;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(resource: Resource, request: IncomingMessage, response: ServerResponse, at: Date): void {
  if (resource.answer) {
    resource.answer(request, response);
    return;
  }
  const plain = Buffer.from(resource.body ?? "");
  const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`;
  const isGood = (resource.status ?? 200) === 200;
  response.setHeader("date", at.toUTCString());
  if (resource.validators !== false && isGood) response.setHeader("etag", etag);
  for (const [name, value] of Object.entries(resource.headers ?? {})) response.setHeader(name, value);
  if (resource.validators !== false && isGood && request.headers["if-none-match"] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.statusCode = resource.status ?? 200;
  if (resource.gzip) response.setHeader("content-encoding", "gzip");
  response.end(resource.gzip ? gzipSync(plain) : plain);
}

function writeFeed(url: string, title: string, entries: readonly StandInEntry[]): string {
  const items = entries.map(
    ({ guid, link, title: name, summary = "", at }) =>
      `<item><title>${escapeXml(name)}</title><link>${escapeXml(new URL(link, url).href)}</link>${guid === undefined ? "" : `<guid isPermaLink="false">${escapeXml(guid)}</guid>`}${
        at ? `<pubDate>${at.toUTCString()}</pubDate>` : ""
      }<description>${escapeXml(summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escapeXml(title)}</title><link>${url}/</link>${items.join("")}</channel></rss>`;
}

function writePage(title: string, paragraphs: readonly string[], head: string): string {
  const body = paragraphs.map((text) => `<p>${escapeXml(text)}</p>`).join("");
  return `<!doctype html><html lang="en"><head><title>${escapeXml(title)}</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>${escapeXml(title)}</h1>${body}</article></body></html>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
