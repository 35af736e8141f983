import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkError, readRetryAfter } from "../../src/ingest/answers.ts";
import { type Fetcher, type FetchLimits, openFetcher, userAgent } from "../../src/ingest/fetch.ts";
import type { SourceError } from "../../src/model/errors.ts";
import { openPublisher, type Publisher } from "../kit/publisher.ts";

let publisher: Publisher;
let fetcher: Fetcher;
/** Gives up on slow senders at once; the other is never in a hurry, so that a busy machine decides nothing. */
let hasty: Fetcher;

beforeAll(async () => {
  publisher = await openPublisher();
  const sizes = { maxWireBytes: 200_000, maxPageBytes: 1_000_000, maxFeedBytes: 1_000_000 };
  const open = (limits: Partial<FetchLimits>): Fetcher =>
    openFetcher({ userAgent: userAgent("1.2.3", "https://example.org/quoth"), allowPrivate: ["127.0.0.1"], limits });
  fetcher = open(sizes);
  hasty = open({ ...sizes, headersMs: 300, bodyMs: 400, paceAfterMs: 100, minBytesPerSecond: 1_000 });
});

afterAll(async () => {
  await fetcher.close();
  await hasty.close();
  await publisher.close();
});

const get = (path: string, more: { etag?: string; lastModified?: string } = {}, by = fetcher) =>
  by.get({ url: `${publisher.url}${path}`, want: "feed", ...more }, AbortSignal.timeout(20_000));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe("what is asked", () => {
  test("says who asks and where to complain", async () => {
    publisher.set("/a", { body: "x" });
    await get("/a");
    expect(publisher.requests.at(-1)?.headers["user-agent"]).toBe("Quoth/1.2.3 (+https://example.org/quoth)");
  });

  test("sends both validators back byte for byte", async () => {
    publisher.set("/a", { body: "x" });
    await get("/a", { etag: 'W/"odd  one"', lastModified: "Tue, 5 Mar 2024 9:00:00 GMT" });
    expect(publisher.requests.at(-1)?.headers).toMatchObject({
      "if-none-match": 'W/"odd  one"',
      "if-modified-since": "Tue, 5 Mar 2024 9:00:00 GMT",
    });
  });

  test("a 304 is an answer without a body", async () => {
    publisher.set("/same", { body: "same" });
    const first = await get("/same");
    expect(await get("/same", { etag: first.headers.etag ?? "" })).toMatchObject({ status: "unchanged" });
  });
});

describe("redirects", () => {
  test("a chain of permanent ones says where the source moved", async () => {
    publisher.set("/old", { status: 301, headers: { location: "/older" } });
    publisher.set("/older", { status: 308, headers: { location: "/new" } });
    publisher.set("/new", { body: "here" });
    expect(await get("/old")).toMatchObject({ url: `${publisher.url}/new`, movedTo: `${publisher.url}/new` });
  });

  test("an address that is written in UTF-8 is followed", async () => {
    const moved = "HTTP/1.1 301 Moved\r\nLocation: /новини\r\nContent-Length: 0\r\n\r\n";
    publisher.set("/news", { answer: (request) => request.socket.end(Buffer.from(moved)) });
    publisher.set(encodeURI("/новини"), { body: "here" });
    expect(text((await get("/news")).body)).toBe("here");
  });

  test("one temporary hop makes the chain temporary", async () => {
    publisher.set("/p", { status: 301, headers: { location: "/q" } });
    publisher.set("/q", { status: 302, headers: { location: "/new" } });
    publisher.set("/new", { body: "here" });
    expect(await get("/p")).not.toHaveProperty("movedTo");
  });

  test("ten in a row and circles end after five", async () => {
    for (let hop = 0; hop < 10; hop++) publisher.set(`/hop${hop}`, { status: 302, headers: { location: `/hop${hop + 1}` } });
    publisher.set("/circle", { status: 302, headers: { location: "/circle" } });
    await expect(get("/hop0")).rejects.toMatchObject({ kind: "http", message: expect.stringContaining("more than 5 times") });
    await expect(get("/circle")).rejects.toMatchObject({ kind: "http" });
  });
});

describe("limits", () => {
  test("a compressed answer is inflated", async () => {
    publisher.set("/zip", { body: "squeezed", gzip: true });
    expect(text((await get("/zip")).body)).toBe("squeezed");
  });

  test("a gzip file that no header announced is inflated too", async () => {
    publisher.set("/feed.xml.gz", { body: gzipSync("in a file") });
    expect(text((await get("/feed.xml.gz")).body)).toBe("in a file");
  });

  test.each([
    ["compressed twice, announced twice", gzipSync(gzipSync("squeezed")), "gzip, gzip"],
    ["compressed twice, announced once", gzipSync(gzipSync("squeezed")), "gzip"],
    ["announced and not compressed", Buffer.from("squeezed"), "gzip"],
    ["deflated", deflateSync("squeezed"), "deflate"],
    ["deflated without a header", deflateRawSync("squeezed"), "deflate"],
    ["an encoding that is none", Buffer.from("squeezed"), "utf-8"],
  ])("an answer is read as it came: %s", async (_name, body, encoding) => {
    publisher.set("/odd", { body, headers: { "content-encoding": encoding } });
    expect(text((await get("/odd")).body)).toBe("squeezed");
  });

  test("a bomb within a bomb is cut like one", async () => {
    publisher.set("/bomb-in-bomb", { body: gzipSync(gzipSync(Buffer.alloc(64_000_000))), headers: { "content-encoding": "gzip, gzip" } });
    await expect(get("/bomb-in-bomb")).rejects.toMatchObject({ kind: "too-large" });
  });

  test("a bomb is cut while it inflates", async () => {
    const bomb = gzipSync(Buffer.alloc(64_000_000));
    publisher.set("/bomb", { body: bomb, headers: { "content-encoding": "gzip" } });
    publisher.set("/bomb-in-file", { body: bomb });
    await expect(get("/bomb")).rejects.toMatchObject({ kind: "too-large" });
    await expect(get("/bomb-in-file")).rejects.toMatchObject({ kind: "too-large" });
  });

  test("an endless stream is cut at the wire limit, whatever length it claims", async () => {
    publisher.set("/endless", {
      answer: (_request, response) => {
        response.writeHead(200, { "content-type": "application/xml" });
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, 97)));
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      },
    });
    await expect(get("/endless")).rejects.toMatchObject({ kind: "too-large" });
  });

  test("a sender that drips is cut", async () => {
    publisher.set("/drip", {
      answer: (_request, response) => {
        response.writeHead(200);
        response.write("<rss>");
      },
    });
    await expect(get("/drip", {}, hasty)).rejects.toMatchObject({ kind: "timeout" });
  });

  test("a server that never answers is cut", async () => {
    publisher.set("/silent", { answer: () => {} });
    await expect(get("/silent", {}, hasty)).rejects.toMatchObject({ kind: "timeout", message: expect.stringContaining("did not answer") });
  });

  test("broken compression and a broken connection are told apart", async () => {
    publisher.set("/broken", { body: gzipSync("a story").fill(0, 12), headers: { "content-encoding": "gzip" } });
    publisher.set("/hang-up", { answer: (request) => request.socket.destroy() });
    publisher.set("/babble", { answer: (request) => request.socket.end("hello there\n") });
    await expect(get("/broken")).rejects.toMatchObject({ kind: "unreadable" });
    await expect(get("/hang-up")).rejects.toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("broke the connection off"),
    });
    await expect(get("/babble")).rejects.toMatchObject({ kind: "unreachable", message: expect.stringContaining("does not speak HTTP") });
  });
});

describe("what a refusal means", () => {
  const walls: readonly (readonly [string, { status: number; headers?: Record<string, string>; body?: string }])[] = [
    ["a challenge header", { status: 403, headers: { "cf-mitigated": "challenge" } }],
    ["a wall's own header", { status: 403, headers: { "x-datadome": "protected" } }],
    [
      "a challenge page that answers 200",
      { status: 200, headers: { "content-type": "text/html" }, body: "<title>Just a moment...</title>" },
    ],
  ];
  test.each(walls)("%s is called a block", async (_name, resource) => {
    publisher.set("/wall", resource);
    await expect(get("/wall")).rejects.toMatchObject({ kind: "blocked", message: expect.stringContaining("it blocks bots") });
  });

  test.each([
    [410, "gone"],
    [404, "http"],
    [403, "blocked"],
    [500, "http"],
    [429, "rate-limited"],
  ] as const)("a %i is %s", async (status, kind) => {
    publisher.set("/no", { status, body: "no" });
    await expect(get("/no")).rejects.toMatchObject({ kind, status });
  });

  test("an error page without end changes nothing about its status", async () => {
    publisher.set("/long", { status: 404, body: "x".repeat(300_000) });
    await expect(get("/long")).rejects.toMatchObject({ status: 404 });
  });

  test("a site that DataDome guards is read while it answers", async () => {
    publisher.set("/guarded", { body: "news", headers: { "x-datadome": "protected" } });
    expect(text((await get("/guarded")).body)).toBe("news");
  });

  test("a 429 that names no time means a quarter of an hour", async () => {
    publisher.set("/later", { status: 429 });
    await expect(get("/later")).rejects.toMatchObject({ retryAfterMs: 15 * 60_000 });
  });

  test("a date in Retry-After counts from the answer's arrival where the answer has none", async () => {
    const until = new Date(Date.now() + 3_600_000).toUTCString();
    const busy = `HTTP/1.1 503 Busy\r\nRetry-After: ${until}\r\nContent-Length: 0\r\n\r\n`;
    publisher.set("/undated", { answer: (request) => request.socket.end(busy) });
    const isAnHour = ({ retryAfterMs = 0 }: SourceError): boolean => Math.abs(retryAfterMs - 3_600_000) < 600_000;
    await expect(get("/undated")).rejects.toSatisfy(isAnHour);
  });

  test("Retry-After is read in seconds and as a date by the server's own clock, a week at most", async () => {
    publisher.set("/later", { status: 429, headers: { "retry-after": "120" } });
    await expect(get("/later")).rejects.toMatchObject({ retryAfterMs: 120_000 });
    expect(readRetryAfter("Tue, 05 Mar 2024 10:30:00 GMT", "Tue, 05 Mar 2024 10:00:00 GMT")).toBe(30 * 60_000);
    expect(readRetryAfter("99999999")).toBe(7 * 24 * 3_600_000);
    expect(readRetryAfter("soon")).toBeUndefined();
  });
});

describe("what the network throws is said in plain words", () => {
  const failed = (code: string, wrap: (error: Error) => Error = (error) => error): Error =>
    networkError(new URL("https://news.example/"), wrap(Object.assign(new Error("inner"), { code })));

  test.each([
    ["ENOTFOUND", "unreachable", /unknown to the DNS/],
    ["ECONNREFUSED", "unreachable", /refuses connections/],
    ["CERT_HAS_EXPIRED", "unreachable", /certificate has run out/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "unreachable", /certificate is for another name/],
    ["CERT_NOT_YET_VALID", "unreachable", /clock right/],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "unreachable", /signed by nobody known/],
    ["HPE_INVALID_HEADER_TOKEN", "unreachable", /does not speak HTTP/],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout", /does not take connections/],
    ["SOMETHING_NEW", "unreachable", /the connection failed/],
  ])("%s", (code, kind, words) => {
    expect(failed(code)).toMatchObject({ kind, message: expect.stringMatching(words) });
    expect(failed(code, (error) => new AggregateError([error]))).toMatchObject({ kind });
    expect(failed(code, (cause) => new Error("outer", { cause }))).toMatchObject({ kind });
  });
});

test("stopping stops at once and throws the reason", async () => {
  publisher.set("/silent", { answer: () => {} });
  const stop = new AbortController();
  const wanted = fetcher.get({ url: `${publisher.url}/silent`, want: "page" }, stop.signal);
  stop.abort(new Error("closing"));
  await expect(wanted).rejects.toThrow("closing");
});
