import { SourceError } from "../model/errors.ts";
import { type AllowPrivate, checkAddress, refused } from "./addresses.ts";
import type { Client } from "./client.ts";
import { createHop } from "./hop.ts";
import { type ResolveHost, resolveHost } from "./resolve.ts";

export interface FetchRequest {
  readonly url: string;
  /** What is hoped for: decides the Accept header and the size limit. */
  readonly want: "feed" | "page" | "robots";
  /** Validators of the last good answer, byte for byte. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Hand back a redirect to another host instead of following it: whoever asks may have to wait for that host, or stay away from it. */
  readonly stay?: boolean;
}

export interface Fetched {
  /** "unchanged" = 304, no body; "elsewhere" = `url` is at another host and was not asked. */
  readonly status: "fresh" | "unchanged" | "elsewhere";
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Set when every redirect on the way was a permanent one. */
  readonly movedTo?: string;
  /** Names in lower case; a repeated header's values joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Fetcher {
  /** @throws SourceError saying what went wrong and, by its kind, when to try again. */
  get(wanted: FetchRequest, signal: AbortSignal): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetchLimits {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  /** After `paceAfterMs` a body slower than this many bytes a second is cut. */
  readonly minBytesPerSecond: number;
  readonly paceAfterMs: number;
  readonly maxWireBytes: number;
  readonly maxPageBytes: number;
  readonly maxFeedBytes: number;
  readonly maxRedirects: number;
}

export const usualLimits: FetchLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 20_000,
  minBytesPerSecond: 1_000,
  paceAfterMs: 5_000,
  maxWireBytes: 5_000_000,
  maxPageBytes: 10_000_000,
  maxFeedBytes: 15_000_000,
  maxRedirects: 5,
};

export interface FetcherOptions {
  /** Says who asks and how to reach them: userAgent(). */
  readonly userAgent: string;
  readonly allowPrivate?: AllowPrivate;
  readonly resolve?: ResolveHost;
  readonly limits?: Partial<FetchLimits>;
}

/** An honest name: product, version, and where a publisher can write to. */
export function userAgent(version: string, contact: string): string {
  const reach = contact.trim() === "" ? "self-hosted news digest bot" : `+${contact.trim()}`;
  return `Quoth/${version} (${reach})`.replace(/[^\x20-\x7e]/g, "");
}

/** GETs from public addresses only, bounded in time and size. Proxy variables of the environment are not looked at. */
export function openFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...usualLimits, ...options.limits };
  const allowPrivate = options.allowPrivate ?? false;
  const guard = { allowPrivate, resolve: options.resolve ?? resolveHost, connectMs: limits.connectMs };
  let client: Promise<Client> | undefined;
  const hop = createHop(
    () => (client ??= import("./client.ts").then(({ createClient }) => createClient(guard))),
    options.userAgent,
    limits,
  );

  return {
    async get(wanted, signal) {
      let url = checkAddress(wanted.url, allowPrivate);
      let permanent = true;
      for (let redirects = 0; redirects <= limits.maxRedirects; redirects++) {
        const answer = await hop(url, wanted, signal);
        if ("body" in answer) return { ...answer, ...whereTo(url, redirects > 0 && permanent) };
        const next = checkRedirect(url, answer.location, allowPrivate);
        permanent &&= answer.permanent;
        if (wanted.stay && next.host !== url.host) return { ...elsewhere, ...whereTo(next, permanent) };
        url = next;
      }
      throw new SourceError("http", `It redirects more than ${limits.maxRedirects} times.`);
    },
    async close() {
      await (await client)?.agent.destroy();
    },
  };
}

const elsewhere = { status: "elsewhere", headers: {}, body: new Uint8Array() } as const;

function whereTo({ href }: URL, moved: boolean): Pick<Fetched, "url" | "movedTo"> {
  return moved ? { url: href, movedTo: href } : { url: href };
}

/** Where a redirect leads, checked like a first address; encryption is never given up on the way. @throws SourceError */
export function checkRedirect(from: URL, location: string, allowPrivate: AllowPrivate): URL {
  if (!URL.canParse(location, from)) throw new SourceError("http", "It redirects to what is no address.");
  const next = checkAddress(new URL(location, from).href, allowPrivate);
  if (from.protocol === "https:" && next.protocol === "http:") throw refused(next.host, "a redirect from https leads to http");
  return next;
}
