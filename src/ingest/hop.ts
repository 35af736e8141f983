import { SourceError } from "../model/errors.ts";
import { answerError, networkError } from "./answers.ts";
import { readBody } from "./body.ts";
import type { Client } from "./client.ts";
import type { Fetched, FetchLimits, FetchRequest } from "./fetch.ts";
import { watchPace } from "./pace.ts";

export type Hop =
  | { readonly status: Fetched["status"]; readonly headers: Fetched["headers"]; readonly body: Uint8Array }
  | { readonly location: string; readonly permanent: boolean };

const accepts: Readonly<Record<FetchRequest["want"], string>> = {
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1",
  page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
  robots: "text/plain, */*;q=0.1",
};

/** Sends one request and reads its answer; redirects are handed back. @throws SourceError */
export type SendHop = (url: URL, wanted: FetchRequest, signal: AbortSignal) => Promise<Hop>;

export function createHop(getClient: () => Promise<Client>, agentName: string, limits: FetchLimits): SendHop {
  return async (url, wanted, signal) => {
    const cut = new AbortController();
    const late = setTimeout(() => cut.abort(timedOut(limits.headersMs)), limits.headersMs);
    const stop = AbortSignal.any([signal, cut.signal]);
    try {
      const client = await getClient();
      const headers = requestHeaders(wanted, agentName);
      const own = { headersTimeout: 0, bodyTimeout: 0 }; // Ours are finer.
      const answer = await client.request(url, { dispatcher: client.agent, method: "GET", headers, signal: stop, ...own });
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

function requestHeaders({ want, etag, lastModified }: FetchRequest, agentName: string): Record<string, string> {
  return {
    "user-agent": agentName,
    accept: accepts[want],
    "accept-encoding": "gzip, br",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

type Answer = Awaited<ReturnType<Client["request"]>>;

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
    return { location: readLocation(headers.location), permanent: status === 301 || status === 308 };
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
  const flat = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
  );
  // What came without a date gets the time it came at (RFC 9110, section 6.6.1): a Retry-After or Expires is measured by it.
  return { date: new Date().toUTCString(), ...Object.fromEntries(flat) };
}

/** A header's bytes come one a character. Some servers redirect to "/новини" as they would write it: in UTF-8. */
function readLocation(value: string): string {
  const text = Buffer.from(value, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? value : text;
}

function timedOut(afterMs: number): SourceError {
  return new SourceError("timeout", `It did not answer within ${afterMs / 1_000} s.`);
}
