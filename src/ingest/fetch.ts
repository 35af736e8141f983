import type { Agent, request } from "undici";
import { SourceError } from "../model/errors.ts";
import { type AllowPrivate, checkAddress, refused } from "./addresses.ts";
import { answerError, networkError } from "./answers.ts";
import { readBody } from "./body.ts";
import type { GuardOptions } from "./guard.ts";
import { watchPace } from "./pace.ts";
import { type ResolveHost, resolveHost } from "./resolve.ts";

export interface FetchRequest {
  readonly url: string;
  /** What is hoped for: decides the Accept header and the size limit. */
  readonly want: "feed" | "page" | "robots";
  /** Validators of the last good answer, byte for byte. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface Fetched {
  /** "unchanged" = 304: no body. */
  readonly status: "fresh" | "unchanged";
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
  const hop = createHop(() => (client ??= openClient(guard)), options.userAgent, limits);

  return {
    async get(wanted, signal) {
      let url = checkAddress(wanted.url, allowPrivate);
      let permanent = true;
      for (let redirects = 0; redirects <= limits.maxRedirects; redirects++) {
        const answer = await hop(url, wanted, signal);
        if ("body" in answer) {
          const movedTo = permanent && redirects > 0 ? { movedTo: url.href } : {};
          return { status: answer.status, url: url.href, headers: answer.headers, body: answer.body, ...movedTo };
        }
        url = checkRedirect(url, answer.location, allowPrivate);
        permanent &&= answer.permanent;
      }
      throw new SourceError("http", `It redirects more than ${limits.maxRedirects} times.`);
    },
    async close() {
      await (await client)?.agent.destroy();
    },
  };
}

/** Where a redirect leads, checked like a first address; encryption is never given up on the way. @throws SourceError */
export function checkRedirect(from: URL, location: string, allowPrivate: AllowPrivate): URL {
  if (!URL.canParse(location, from)) throw new SourceError("http", "It redirects to what is no address.");
  const next = checkAddress(new URL(location, from).href, allowPrivate);
  if (from.protocol === "https:" && next.protocol === "http:") throw refused(next.host, "a redirect from https leads to http");
  return next;
}

type Hop =
  | { readonly status: Fetched["status"]; readonly headers: Fetched["headers"]; readonly body: Uint8Array }
  | { readonly location: string; readonly permanent: boolean };

const accepts: Readonly<Record<FetchRequest["want"], string>> = {
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1",
  page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
  robots: "text/plain, */*;q=0.1",
};

interface Client {
  readonly agent: Agent;
  readonly request: typeof request;
}

/** Loaded with the first request: 20 MB that a bot at rest does not need. */
async function openClient(guard: GuardOptions): Promise<Client> {
  const [undici, { guardedConnector }] = await Promise.all([import("undici"), import("./guard.ts")]);
  const connect = guardedConnector(guard);
  return { agent: new undici.Agent({ connect, connections: 2, keepAliveTimeout: 4_000, maxHeaderSize: 32_768 }), request: undici.request };
}

function createHop(getClient: () => Promise<Client>, agentName: string, limits: FetchLimits) {
  return async (url: URL, wanted: FetchRequest, signal: AbortSignal): Promise<Hop> => {
    const headers: Record<string, string> = {
      "user-agent": agentName,
      accept: accepts[wanted.want],
      "accept-encoding": "gzip, br",
    };
    if (wanted.etag !== undefined) headers["if-none-match"] = wanted.etag;
    if (wanted.lastModified !== undefined) headers["if-modified-since"] = wanted.lastModified;
    const cut = new AbortController();
    const late = setTimeout(() => cut.abort(timedOut("did not answer", limits.headersMs)), limits.headersMs);
    const stop = AbortSignal.any([signal, cut.signal]);
    try {
      const client = await getClient();
      const answer = await client.request(url, {
        dispatcher: client.agent,
        method: "GET",
        headers,
        signal: stop,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      clearTimeout(late);
      return await readAnswer(answer, wanted, limits, cut, stop);
    } catch (error) {
      signal.throwIfAborted();
      throw networkError(url, cut.signal.aborted ? cut.signal.reason : error);
    } finally {
      clearTimeout(late);
      cut.abort();
    }
  };
}

type Answer = Awaited<ReturnType<typeof request>>;

async function readAnswer(
  answer: Answer,
  wanted: FetchRequest,
  limits: FetchLimits,
  cut: AbortController,
  stop: AbortSignal,
): Promise<Hop> {
  const headers = flatten(answer.headers);
  const status = answer.statusCode;
  answer.body.on("error", () => {}); // Cutting the body is our own doing; whoever reads it hears of the error there.
  if (status === 304) return { status: "unchanged", headers, body: new Uint8Array() };
  if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined)
    return { location: headers.location, permanent: status === 301 || status === 308 };
  const pace = watchPace(limits, (reason) => cut.abort(reason));
  try {
    const bounds = status < 300 ? bodyLimits(wanted, limits) : errorBodyLimits;
    const body = await readBody(answer.body, headers["content-encoding"], { ...bounds, onWire: pace.count }, stop);
    const error = answerError(status, headers, body);
    if (error) throw error;
    return { status: "fresh", headers, body };
  } catch (error) {
    // The body of a "no" is only a hint: what counts is its status.
    throw answerError(status, headers, new Uint8Array()) ?? error;
  } finally {
    pace.stop();
  }
}

/** Enough of an error page to know a bot wall by. */
const errorBodyLimits = { maxWireBytes: 64_000, maxBytes: 512_000 };

function bodyLimits(wanted: FetchRequest, limits: FetchLimits) {
  const maxBytes = wanted.want === "feed" ? limits.maxFeedBytes : limits.maxPageBytes;
  return { maxWireBytes: limits.maxWireBytes, maxBytes };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

function timedOut(what: string, afterMs: number): SourceError {
  return new SourceError("timeout", `It ${what} within ${afterMs / 1_000} s.`);
}
