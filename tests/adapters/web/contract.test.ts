import { parseHTML } from "linkedom";
import { describe } from "vitest";
import { aChannel } from "../../build.ts";
import { describePlatform } from "../../contracts/platform.ts";
import { openPage } from "./open.ts";

describe("the local channel keeps the contract of every platform", () => {
  describePlatform(async () => {
    const page = await openPage();
    const messages = async () => {
      const { document } = parseHTML(await (await page.get("/")).text());
      return [...document.querySelectorAll("article.message")];
    };
    return {
      platform: page.platform,
      channel: aChannel({ id: "web:local", platform: "web", address: "local" }),
      goneChannel: aChannel({ id: "web:other", platform: "web", address: "other" }),
      seen: async () => (await messages()).map(({ textContent }) => textContent ?? ""),
      buttons: async () => [...((await messages()).at(-1)?.querySelectorAll("button") ?? [])].map(({ textContent }) => textContent ?? ""),
      close: () => page.platform.close(),
    };
  });
});
