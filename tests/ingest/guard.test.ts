import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAddress, isPublicIp } from "../../src/ingest/addresses.ts";
import { checkRedirect, openFetcher } from "../../src/ingest/fetch.ts";
import { checkedLookup, guardedConnector } from "../../src/ingest/guard.ts";
import type { ResolveHost } from "../../src/ingest/resolve.ts";
import { openPublisher, type Publisher } from "../kit/publisher.ts";

/** One address of each range that is not the open internet: IANA's special-purpose registries for IPv4 and IPv6. */
const ranges: readonly (readonly [string, string])[] = [
  ["this network", "0.0.0.0"],
  ["private 10", "10.1.2.3"],
  ["shared", "100.64.0.1"],
  ["loopback", "127.0.0.1"],
  ["loopback, last", "127.255.255.254"],
  ["link-local", "169.254.169.254"],
  ["private 172", "172.16.5.4"],
  ["protocol assignments", "192.0.0.8"],
  ["documentation 1", "192.0.2.1"],
  ["relay anycast", "192.88.99.1"],
  ["private 192", "192.168.1.1"],
  ["benchmarking", "198.18.0.1"],
  ["documentation 2", "198.51.100.1"],
  ["documentation 3", "203.0.113.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["unspecified 6", "::"],
  ["loopback 6", "::1"],
  ["mapped", "::ffff:127.0.0.1"],
  ["translated", "64:ff9b::7f00:1"],
  ["discard", "100::1"],
  ["Teredo", "2001::1"],
  ["documentation 6", "2001:db8::1"],
  ["6to4", "2002:7f00:1::1"],
  ["unique local", "fd00::1"],
  ["link-local 6", "fe80::1"],
  ["multicast 6", "ff02::1"],
];

let target: Server;
let port = 0;
let reached = 0;
let publisher: Publisher;

beforeAll(async () => {
  target = createServer((socket) => {
    reached += 1;
    socket.resume();
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi");
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  port = (target.address() as AddressInfo).port;
  publisher = await openPublisher();
});

afterAll(async () => {
  await publisher.close();
  await new Promise((resolve) => target.close(resolve));
});

const answering =
  (...addresses: readonly string[]): ResolveHost =>
  async () =>
    addresses;

async function ask(url: string, resolve: ResolveHost): Promise<unknown> {
  const agent = new Agent({ connect: guardedConnector({ allowPrivate: false, resolve, connectMs: 2_000 }) });
  try {
    return (await request(url, { dispatcher: agent })).statusCode;
  } catch (error) {
    return error;
  } finally {
    await agent.destroy();
  }
}

const literal = (ip: string): string => (ip.includes(":") ? `[${ip}]` : ip);

describe.each(ranges)("%s (%s)", (_name, ip) => {
  test("is not public", () => {
    expect(isPublicIp(ip)).toBe(false);
  });

  test("is not reached as a literal", async () => {
    expect(await ask(`http://${literal(ip)}:${port}/`, answering())).toMatchObject({ kind: "refused-address" });
    expect(() => checkAddress(`http://${literal(ip)}/`, false)).toThrow(/private address/);
    expect(reached).toBe(0);
  });

  test("is not reached by a name that leads to it, nor by one that has a public address as well", async () => {
    expect(await ask(`http://inner.test:${port}/`, answering(ip))).toMatchObject({ kind: "refused-address" });
    expect(await ask(`http://inner.test:${port}/`, answering("93.184.215.14", ip))).toMatchObject({ kind: "refused-address" });
    expect(reached).toBe(0);
  });

  test("is not reached by a name that was public a moment ago", async () => {
    const answers = [["93.184.215.14"], [ip]];
    const lookup = checkedLookup({ allowPrivate: false, resolve: async () => answers.shift() ?? [] });
    const once = () => new Promise((resolve) => lookup("moving.test", { all: true }, (error, found) => resolve(error ?? found)));
    expect(await once()).toEqual([{ address: "93.184.215.14", family: 4 }]);
    expect(await once()).toMatchObject({ kind: "refused-address" });
  });

  test("is not reached over a redirect", async () => {
    publisher.set("/jump", { status: 302, headers: { location: `http://${literal(ip)}/` } });
    publisher.set("/jump-by-name", { status: 302, headers: { location: "http://inner.test/" } });
    const resolve: ResolveHost = async (name) => (name === "start.test" ? ["127.0.0.1"] : [ip]);
    const fetcher = openFetcher({ userAgent: "test", allowPrivate: ["start.test"], resolve });
    const get = (path: string) =>
      fetcher.get({ url: `http://start.test:${publisher.port}${path}`, want: "feed" }, AbortSignal.timeout(5_000));
    await expect(get("/jump")).rejects.toMatchObject({ kind: "refused-address" });
    await expect(get("/jump-by-name")).rejects.toMatchObject({ kind: "refused-address" });
    await fetcher.close();
    expect(reached).toBe(0);
  });
});

test("the listener of these tests is there: without the guard it is reached", async () => {
  const agent = new Agent({ connect: guardedConnector({ allowPrivate: true, resolve: answering("127.0.0.1"), connectMs: 2_000 }) });
  expect((await request(`http://inner.test:${port}/`, { dispatcher: agent })).statusCode).toBe(200);
  await agent.destroy();
  expect(reached).toBe(1);
  reached = 0;
});

test.each(["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://[::ffff:7f00:1]/", "http://127.0.0.1./"])(
  "%s is loopback however it is spelt",
  async (url) => {
    expect(await ask(url.replace(/\/$/, `:${port}/`), answering("127.0.0.1"))).toMatchObject({ kind: "refused-address" });
    expect(reached).toBe(0);
  },
);

test.each([
  ["ftp://example.org/", /only http and https/],
  ["file:///etc/hostname", /only http and https/],
  ["http://example.org:22/", /port 22/],
  ["http://user:secret@example.org/", /user name/],
  ["nonsense", /no web address/],
])("%s is refused before anything is sent", (url, words) => {
  expect(() => checkAddress(url, false)).toThrow(words);
});

test("a password in an address is not repeated in the message", () => {
  expect(() => checkAddress("http://user:secret@example.org/", false)).not.toThrow(/secret/);
});

test("a redirect never gives up encryption", () => {
  const from = new URL("https://example.org/a");
  expect(() => checkRedirect(from, "http://example.org/b", false)).toThrow(/https leads to http/);
  expect(checkRedirect(from, "/b", false).href).toBe("https://example.org/b");
});

test("a host that the operator named may be private, others stay closed", async () => {
  publisher.set("/open", { body: "yes" });
  const fetcher = openFetcher({ userAgent: "test", allowPrivate: ["127.0.0.1"] });
  const answer = await fetcher.get({ url: `${publisher.url}/open`, want: "page" }, AbortSignal.timeout(5_000));
  expect(Buffer.from(answer.body).toString()).toBe("yes");
  await expect(fetcher.get({ url: "http://10.0.0.1/", want: "page" }, AbortSignal.timeout(5_000))).rejects.toMatchObject({
    kind: "refused-address",
  });
  await fetcher.close();
});
