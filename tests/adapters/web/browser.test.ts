import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderEdition } from "../../../src/deliver/render.ts";
import { aBullet, aChannel, anArticle, anEdition, anEditionStory, aSubscription } from "../../build.ts";
import { openPage, type Page } from "./open.ts";

const executablePath = "/usr/bin/chromium";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const here = existsSync(executablePath);
if (!here) console.info(`${executablePath} is not here: the local channel is not tried in a browser.`);

describe.skipIf(!here)("the local channel in a browser", () => {
  let folder = "";
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "quoth-browser-"));
    context = await chromium.launchPersistentContext(folder, {
      executablePath,
      args: flags,
      headless: true,
      viewport: { width: 1440, height: 900 },
    });
    page = await openPage();
  });
  afterAll(async () => {
    await context?.close();
    await page?.platform.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = async () => {
    const tab = await context.newPage();
    const faults: string[] = [];
    tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    tab.on("pageerror", (error) => faults.push(error.message));
    await tab.goto(page.address);
    await tab.locator(".state.live").waitFor();
    return { tab, faults };
  };

  test("an edition appears while the page is open, and a bullet opens its source beside it", async () => {
    const { tab, faults } = await visit();
    const channel = aChannel({ id: "web:local", platform: "web", address: "local" });
    const { stores } = page.room;
    const text = "Talks ended late. Three ports will allow night sailings. The first ship leaves at ten.";
    const { article } = await stores.articles.put(anArticle({ text }), ["url:x"]);
    const evidence = [{ articleId: article.id, version: article.version, spans: [{ start: 18, end: 56 }], edits: [] }];
    const edition = anEdition({
      stories: [anEditionStory({ bullets: [aBullet({ text: "Three ports will allow night sailings.", evidence })] })],
    });
    await stores.subscriptions.putChannel(channel);
    await stores.subscriptions.put(aSubscription({ channelId: channel.id }));
    const now = page.room.now();
    await stores.outbox.enqueue(edition, [{ channelId: channel.id, subscriptionId: "world", parts: 1, dueAt: now, coveredTo: now }]);
    const [delivery] = await stores.outbox.claim("web", now, 60_000, 1);
    await page.platform.send(
      { deliveryId: delivery!.id, channel, message: renderEdition(edition, "en"), mention: "", options: {}, title: "" },
      AbortSignal.timeout(20_000),
    );
    await stores.outbox.settle({ ...delivery!, state: "sent", messageId: "1", sentAt: now });

    const bullet = tab.getByRole("link", { name: "Three ports will allow night sailings." });
    await bullet.click();
    const beside = tab.locator(".beside");
    await beside.waitFor();
    expect(await beside.locator("mark").textContent()).toBe("Three ports will allow night sailings.");
    const [source, words] = [await beside.boundingBox(), await bullet.boundingBox()];
    expect(source!.x).toBeGreaterThan(words!.x + words!.width);
    await tab.keyboard.press("Escape");
    expect(await beside.count()).toBe(0);
    expect(faults).toEqual([]);
    await tab.close();
  });

  test("a command is completed, sent and answered by the keyboard alone", async () => {
    const { tab, faults } = await visit();
    const line = tab.getByRole("combobox", { name: "Command" });
    await line.focus();
    await line.pressSequentially("subscribe sam");
    await tab.getByRole("option", { name: /Sample/ }).waitFor();
    await tab.keyboard.press("Tab");
    expect(await line.inputValue()).toBe("subscribe sample ");
    await line.pressSequentially("09:15 mon-fri");
    await tab.keyboard.press("Enter");
    await tab.getByText("This channel gets Sample on weekdays at 09:15").first().waitFor();
    await tab.locator("#side").getByText("09:15").waitFor();
    expect(faults).toEqual([]);
    await tab.close();
  });

  test("an empty line tells every command by the arrow key, and leaves the way on to the next field", async () => {
    const { tab } = await visit();
    const line = tab.getByRole("combobox", { name: "Command" });
    await line.focus();
    await tab.keyboard.press("ArrowDown");
    await tab.getByRole("option", { name: "quote Look up who said what" }).waitFor();
    await tab.keyboard.press("Tab");
    expect(await line.inputValue()).toBe("");
    expect(await line.evaluate((field) => field.ownerDocument.activeElement === field)).toBe(false);
    await tab.close();
  });

  test("the newest answer is in view", async () => {
    const { tab } = await visit();
    const line = tab.getByRole("combobox", { name: "Command" });
    for (const topic of ["quote", "digest", "feed", "filter", "schedule"]) {
      await line.fill(`help ${topic}`);
      await tab.keyboard.press("Enter");
      await tab.getByRole("heading", { name: `/${topic}` }).waitFor();
    }
    const last = tab.locator("article.message").last();
    const box = await last.boundingBox();
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(900);
    await tab.close();
  });

  test("without JavaScript a command is sent and answered, and a bullet leads to its source", async () => {
    const browser = await chromium.launch({ executablePath, args: flags });
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.goto(page.address);
    await tab.getByRole("textbox", { name: "Command" }).fill("help why");
    await tab.getByRole("button", { name: "Send" }).click();
    await tab.getByRole("heading", { name: "/why" }).waitFor();
    await tab.locator("a.opens").first().click();
    await tab.locator("figure.evidence").first().waitFor();
    await browser.close();
  });

  test("nothing is wider than a phone", async () => {
    const { tab } = await visit();
    await tab.setViewportSize({ width: 390, height: 844 });
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await tab.close();
  });
});
