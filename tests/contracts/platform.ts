import { expect, test } from "vitest";
import { renderEdition } from "../../src/deliver/render.ts";
import type { Channel } from "../../src/model/delivery.ts";
import type { Message } from "../../src/model/message.ts";
import type { Platform, SendRequest } from "../../src/model/platform.ts";
import { aBullet, anEdition, anEditionStory, aQuote } from "../build.ts";

/** One connected platform, and what a person sees on it. */
export interface PlatformUnderTest {
  readonly platform: Platform;
  readonly channel: Channel;
  /** A channel that is not there (any more). */
  readonly goneChannel: Channel;
  /** The texts of the messages in the channel, oldest first, as a person reads them. */
  readonly seen: () => Promise<readonly string[]>;
  /** The labels of the buttons under the newest message. */
  readonly buttons: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const hostileWords = "<script>alert(1)</script> **bold** @everyone <@&12345> [x](https://evil.example) \u202eabc\u200b `code` & \u{1f600}";

/** What every platform owes: run it with a way to open one. */
export function describePlatform(open: () => Promise<PlatformUnderTest>): void {
  const request = (under: PlatformUnderTest, message: Message, deliveryId = "d00000000000000001"): SendRequest => ({
    deliveryId,
    channel: under.channel,
    message,
    mention: "",
    options: {},
    title: "World",
  });

  const check = (name: string, body: (under: PlatformUnderTest) => Promise<void>): void => {
    test(name, async () => {
      const under = await open();
      try {
        await body(under);
      } finally {
        await under.close();
      }
    });
  };
  const signal = (): AbortSignal => AbortSignal.timeout(20_000);

  check("an edition arrives with its stories, bullets, quote and buttons", async (under) => {
    const story = anEditionStory({ quotes: [aQuote()] });
    const receipt = await under.platform.send(request(under, renderEdition(anEdition({ stories: [story] }), "en")), signal());
    expect(receipt).toMatchObject({ status: "sent", messageId: expect.stringMatching(/./) });
    const [seen = ""] = await under.seen();
    for (const words of ["World", story.title, story.bullets[0]!.text, "The lights will stay on all winter long", "Ilse Varn"])
      expect(seen).toContain(words);
    expect(await under.buttons()).toEqual(expect.arrayContaining(["Sources", "Quotes", "Earlier editions"]));
  });

  check("a repeat that the platform recognises brings back the first message", async (under) => {
    if (under.platform.recognisesRepeatsForMs === 0) return expect(under.platform.recognisesRepeatsForMs).toBe(0);
    const message = renderEdition(anEdition(), "en");
    const first = await under.platform.send(request(under, message), signal());
    const second = await under.platform.send(request(under, message), signal());
    expect(second).toEqual(first);
    expect(await under.seen()).toHaveLength(1);
  });

  check("hostile words stand as they are, and nothing of them works", async (under) => {
    const stories = [anEditionStory({ title: hostileWords, bullets: [aBullet({ text: hostileWords })] })];
    const receipt = await under.platform.send(request(under, renderEdition(anEdition({ stories }), "en")), signal());
    expect(receipt.status).toBe("sent");
    const [seen = ""] = await under.seen();
    expect(seen).toContain("<script>alert(1)</script>");
    expect(seen).not.toMatch(/[\u202a-\u202e]/);
  });

  check("a correction replaces the message", async (under) => {
    const message = renderEdition(anEdition(), "en");
    const sent = await under.platform.send(request(under, message), signal());
    const corrected = renderEdition(anEdition({ stories: [anEditionStory({ title: "Ports call the night sailings off" })] }), "en");
    const messageId = sent.status === "sent" ? sent.messageId : "";
    expect(await under.platform.edit({ ...request(under, corrected), messageId }, signal())).toMatchObject({ status: "sent" });
    expect((await under.seen()).join()).toContain("Ports call the night sailings off");
    expect(await under.seen()).toHaveLength(1);
  });

  check("a channel that is gone is refused, for good", async (under) => {
    const message = renderEdition(anEdition(), "en");
    const receipt = await under.platform.send({ ...request(under, message), channel: under.goneChannel }, signal());
    expect(receipt).toMatchObject({ status: "refused", reason: "channel-gone" });
  });

  check("a long edition is cut at story borders, nothing lost", async (under) => {
    const words = Array.from({ length: 25 }, (_, place) => `word${place}`).join(" ");
    const stories = Array.from({ length: 20 }, (_, place) =>
      anEditionStory({
        storyId: `s${place}`,
        title: `Story number ${place}`,
        bullets: Array.from({ length: 5 }, () => aBullet({ text: words })),
      }),
    );
    const parts = under.platform.split(renderEdition(anEdition({ stories, form: { ...anEdition().form, stories: 20, bullets: 5 } }), "en"));
    for (const [place, part] of parts.entries()) {
      expect(
        await under.platform.send(request(under, part, `d0000000000000000${String.fromCharCode(97 + place)}`), signal()),
      ).toMatchObject({ status: "sent" });
    }
    const seen = (await under.seen()).join("\n");
    for (const { title } of stories) expect(seen).toContain(title);
  });

  check("health says in words how it is", async (under) => {
    expect(under.platform.health()).toMatchObject({ state: "connected", words: expect.stringMatching(/.{4}/) });
  });
}
