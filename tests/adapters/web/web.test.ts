import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { web } from "../../../src/adapters/web/index.ts";
import { renderEdition } from "../../../src/deliver/render.ts";
import { aChannel, anEdition } from "../../build.ts";
import { openPage, type Page } from "./open.ts";

const opened: Page[] = [];
const open = async (...how: Parameters<typeof openPage>): Promise<Page> => {
  const page = await openPage(...how);
  opened.push(page);
  return page;
};
afterEach(async () => {
  for (const page of opened.splice(0)) await page.platform.close();
});

const sending = (deliveryId = "d00000000000000001") => ({
  deliveryId,
  channel: aChannel({ id: "web:local", platform: "web", address: "local" }),
  message: renderEdition(anEdition(), "en"),
  mention: "",
  options: {},
  title: "",
});
const signal = AbortSignal.timeout(20_000);

describe("without JavaScript", () => {
  test("a typed command is answered on the page", async () => {
    const page = await open();
    const said = await page.post("/say", { token: await page.token(), line: "subscribe sample 08:00 Europe/Kyiv mon-fri" });
    expect([said.status, said.headers.get("location")]).toEqual([303, "/#m2"]);
    const text = await (await page.get("/")).text();
    expect(text).toContain("This channel gets Sample on weekdays at 08:00 (Kyiv).");
    expect(text).toMatch(/<aside class="side"[\s\S]*Sample[\s\S]*Next: Wed 25 Nov, 08:00[\s\S]*<\/aside>/);
  });

  test("a pressed button is answered, and takes the place of its message where it may", async () => {
    const page = await open();
    const token = await page.token();
    await page.post("/say", { token, line: "subscribe sample 08:00" });
    await page.post("/press", { token, call: "undo t1", held: "2" });
    const text = await (await page.get("/")).text();
    expect(text).toContain("Undone:");
    expect(text).not.toContain("This channel gets Sample");
  });

  test("the sources of a bullet are a page of their own", async () => {
    const page = await open();
    await page.platform.send(sending(), signal);
    expect(await (await page.get("/")).text()).toContain('href="/sources?call=sources%20e000000000001%201%201"');
    expect((await page.get("/sources?call=sources%20e000000000001%201%201")).status).toBe(200);
  });

  test.each([
    ["bytes", new Uint8Array([137, 80, 78, 71])],
    ["a buffer, as the renderer gives it", Buffer.from([137, 80, 78, 71])],
  ])("a picture is shown also after a restart, kept from %s", async (_, png) => {
    const page = await open();
    await page.platform.send({ ...sending(), message: { blocks: [{ kind: "image", png, alt: "A card", name: "card.png" }] } }, signal);
    const again = await open(page.memory, page.room);
    const [path] = /\/file\/\d+\/\d+/.exec(await (await again.get("/")).text()) ?? [""];
    const picture = await again.get(path);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([137, 80, 78, 71]);
  });

  test("a picture keeps its place while it loads", async () => {
    const page = await open();
    const png = new Uint8Array(32);
    new DataView(png.buffer).setUint32(16, 1_200);
    new DataView(png.buffer).setUint32(20, 675);
    await page.platform.send({ ...sending(), message: { blocks: [{ kind: "image", png, alt: "A card", name: "card.png" }] } }, signal);
    expect(await (await page.get("/")).text()).toContain('alt="A card" width="1200" height="675"');
  });

  test("a refusal is told in the browser’s language", async () => {
    const page = await open();
    expect(await (await page.get("/nothing", { "accept-language": "uk" })).text()).toBe("За цією адресою нічого немає.\n");
  });

  test("a link can read sources, and do nothing else", async () => {
    const page = await open();
    expect((await page.get("/sources?call=privacy%20delete%20confirm")).status).toBe(404);
  });
});

describe("messages", () => {
  test("survive a restart, with the token of open pages", async () => {
    const page = await open();
    await page.platform.send(sending(), signal);
    const token = await page.token();
    await page.platform.close();
    const again = await open(page.memory, page.room);
    expect(await (await again.get("/")).text()).toContain("Ports agree on night sailings");
    expect(await again.token()).toBe(token);
  });

  test("a delivery is recognised after a restart too", async () => {
    const page = await open();
    const first = await page.platform.send(sending(), signal);
    const again = await open(page.memory, page.room);
    expect(await again.platform.send(sending(), signal)).toEqual(first);
  });

  test("a process that died before its message was visible has sent nothing", async () => {
    const memory = new Map([["delivery:d00000000000000001", "1"]]);
    const page = await open(memory);
    expect(await page.platform.findSent?.(sending(), signal)).toBe("absent");
    await page.platform.send(sending(), signal);
    expect((await (await page.get("/")).text()).match(/<article class="message"/g)).toHaveLength(1);
  });

  test("older ones are a page away", async () => {
    const page = await open();
    for (let number = 0; number < 45; number++)
      await page.platform.notify(aChannel(), { blocks: [{ kind: "text", text: `note ${number}.` }] }, signal);
    expect(await (await page.get("/")).text()).not.toContain("note 4.");
    expect(await (await page.get("/?before=6")).text()).toContain("note 4.");
  });
});

describe("other sites' pages", () => {
  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["a request across sites", { "sec-fetch-site": "cross-site" }],
  ])("are refused: %s", async (_, headers) => {
    const page = await open();
    const token = await page.token();
    expect((await page.post("/say", { token, line: "help" }, headers)).status).toBe(403);
    expect(await (await page.get("/")).text()).not.toContain("What Quoth can do");
  });

  test("are refused without the page's token", async () => {
    const page = await open();
    expect((await page.post("/say", { token: "guess", line: "help" })).status).toBe(403);
  });

  test("are refused under a name rebound to loopback", async () => {
    const page = await open();
    const { port } = new URL(page.address);
    const status = await new Promise((resolve, reject) => {
      const sent = request({ port, host: "127.0.0.1", path: "/", headers: { host: `evil.example:${port}` } }, (response) =>
        resolve(response.statusCode),
      );
      sent.on("error", reject).end();
    });
    expect(status).toBe(403);
  });

  test("may hold nothing of this one, nor it of theirs", async () => {
    const page = await open();
    const { headers } = await page.get("/");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(await (await page.get("/")).text()).not.toMatch(/<style|style="|<script>|\son\w+=/);
  });
});

test("a body beyond the limit is refused", async () => {
  const page = await open();
  const sent = await page.post("/say", { line: "x".repeat(6_500_000) }).catch((error: unknown) => error);
  expect(sent instanceof Response ? sent.status : 413).toBe(413);
  expect((await page.get("/")).status).toBe(200);
});

test("the line is completed", async () => {
  const page = await open();
  expect(await (await page.get("/complete?line=digest%20pre")).json()).toEqual([
    { value: "digest preview ", label: "preview", about: "See what an edition would hold" },
  ]);
});

describe("settings", () => {
  test("the environment's port wins", () => {
    expect(web.settings({ port: 9000 }, { QUOTH_PORT: "0" })).toEqual({ state: "ready", settings: { port: 0, host: "127.0.0.1" } });
  });

  test.each([
    ["QUOTH_PORT", { QUOTH_PORT: "http" }, {}],
    ["host", {}, { host: "0.0.0.0" }],
    ["port", {}, { port: 70_000 }],
  ])("a wrong %s is named", (key, env, block) => {
    expect(web.settings(block, env)).toMatchObject({ state: "wrong", problems: [{ key }] });
  });
});
