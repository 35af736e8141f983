import { expect, test } from "vitest";
import { discord } from "../../../src/adapters/discord/index.ts";
import type { Message } from "../../../src/model/message.ts";
import { textOf } from "../../kit/discord-fake/actors.ts";
import { until } from "../../until.ts";
import { platformDeps } from "../deps.ts";
import { aRequest, aScene, never } from "./scene.ts";

test("an edition arrives as one message that a person can read", async () => {
  const { fake, platform, channel } = await aScene();
  const receipt = await platform.send(aRequest(channel), never);
  const [message] = fake.messagesIn(channel);
  expect(receipt).toEqual({ status: "sent", messageId: message!.id });
  expect(textOf(message!)).toBe(
    "## World · Monday morning\n-# 24 Nov, 08:00\n### 1\u2002Ports agree on night sailings\n-# 2 outlets\n- Three ports allow night sailings from December.\n> “The lights will stay on”\n> — **Ilse Varn**",
  );
  expect(message!.body.allowed_mentions).toEqual({ parse: [] });
});

test("the same delivery sent again brings back the first message", async () => {
  const { fake, platform, channel } = await aScene();
  const request = aRequest(channel);
  const first = await platform.send(request, never);
  expect(await platform.send(request, never)).toEqual(first);
  expect(fake.messagesIn(channel)).toHaveLength(1);
});

test.for(["status", "reset"] as const)("a %s after storing leaves it open, and the repeat settles it", async (kind) => {
  const { fake, platform, channel } = await aScene();
  const request = aRequest(channel);
  fake.faults.next(/POST .*messages$/, kind === "status" ? { kind, status: 502, stored: true } : { kind, stored: true });
  expect(await platform.send(request, never)).toMatchObject({ status: "unknown" });
  expect(await platform.send(request, never)).toMatchObject({ status: "sent" });
  expect(fake.messagesIn(channel)).toHaveLength(1);
});

test("a request without an answer ends when its time is up", async () => {
  const { fake, platform, channel } = await aScene();
  fake.faults.next(/POST .*messages$/, { kind: "hang", stored: true });
  const given = new AbortController();
  const sending = platform.send(aRequest(channel), given.signal);
  await until(() => fake.messagesIn(channel).length === 1);
  given.abort();
  expect(await sending).toMatchObject({ status: "unknown" });
});

test("a delivery in doubt is found in its channel, or found missing", async () => {
  const { fake, platform, channel } = await aScene();
  const request = aRequest(channel, { mention: "<@&123456789012345678>" });
  await platform.send(request, never);
  expect(await platform.findSent!(request, never)).toEqual({ messageId: fake.messagesIn(channel)[0]!.id });
  const other: Message = { blocks: [{ kind: "text", text: "Something else" }] };
  expect(await platform.findSent!({ ...request, message: other }, never)).toBe("absent");
});

test("the sixth message within five seconds waits for its channel alone", async () => {
  const { platform, channel, fake } = await aScene();
  for (let count = 0; count < 5; count++) await platform.send(aRequest(channel), never);
  const sixth = await platform.send(aRequest(channel), never);
  expect(sixth).toMatchObject({ status: "later", scope: "channel" });
  expect(fake.rates.refusals()).toBe(0);
});

test("a firewall's 429 ends all sending for a while after one request", async () => {
  const { fake, platform, channel } = await aScene();
  fake.faults.next(/POST .*messages$/, { kind: "html429" }, 100);
  expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "later", scope: "platform", retryAfterMs: 300_000 });
  await platform.send(aRequest(channel), never);
  expect(fake.faults.left()).toBe(99);
  expect(platform.health().state).toBe("failed");
});

test("one stray 401 does not end sending", async () => {
  const { fake, platform, channel } = await aScene();
  fake.faults.next(/POST .*messages$/, { kind: "unauthorized" });
  expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "later" });
  expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "sent" });
});

test("a channel that is gone and one that is closed are refused with the reason", async () => {
  const { fake, platform, guildId } = await aScene();
  const gone = fake.channel(guildId);
  gone.gone = true;
  const closed = fake.channel(guildId, { permissions: 1n << 10n });
  const hidden = fake.channel(guildId, { permissions: 0n });
  expect(await platform.send(aRequest(gone), never)).toMatchObject({ status: "refused", reason: "channel-gone" });
  expect(await platform.send(aRequest(closed), never)).toMatchObject({ status: "refused", reason: "no-permission" });
  expect(await platform.send(aRequest(hidden), never)).toMatchObject({ status: "refused", reason: "no-permission" });
});

test("only the role that was chosen is mentioned", async () => {
  const { fake, platform, channel } = await aScene();
  await platform.send(aRequest(channel, { mention: "<@&123456789012345678>" }), never);
  const [message] = fake.messagesIn(channel);
  expect(message!.body.allowed_mentions).toEqual({ parse: [], roles: ["123456789012345678"] });
  expect(textOf(message!)).toContain("<@&123456789012345678>");
});

test("what was sent before a restart is found before the gateway has told who Quoth is", async () => {
  const { fake, platform, channel, memory } = await aScene();
  const request = aRequest(channel);
  const sent = await platform.send(request, never);
  const settings = { token: fake.token, apiUrl: fake.apiUrl, managerRoles: [] };
  const second = await discord.connect(settings, platformDeps({ memory }), never);
  const state = second.health().state;
  const found = await second.findSent?.(request, never);
  await second.close();
  expect([state, found]).toEqual(["connecting", { messageId: sent.status === "sent" ? sent.messageId : "" }]);
});

test("a forum gets a post an edition, once", async () => {
  const { fake, platform, guildId } = await aScene();
  const forum = fake.channel(guildId, { type: 15, name: "digests" });
  const request = aRequest(forum);
  fake.faults.next(/POST .*threads$/, { kind: "status", status: 502, stored: true });
  expect(await platform.send(request, never)).toMatchObject({ status: "unknown" });
  const again = await platform.send(request, never);
  const posts = [...fake.state.channels.values()].filter(({ parentId }) => parentId === forum.id);
  expect(posts.map(({ name }) => name)).toEqual(["World · Monday morning"]);
  expect(again).toEqual({ status: "sent", messageId: `${posts[0]!.id}/${posts[0]!.id}` });
});

test("an edition can open a thread under itself", async () => {
  const { fake, platform, channel } = await aScene();
  await platform.send(aRequest(channel, { options: { thread: "on" } }), never);
  const rest: Message = { blocks: [{ kind: "text", text: "The second part" }] };
  await platform.send(aRequest(channel, { options: { thread: "on" }, message: rest }), never);
  const thread = [...fake.state.channels.values()].find(({ parentId }) => parentId === channel.id);
  expect(thread?.name).toBe("World · Monday morning");
  expect(fake.messagesIn(thread!).map(textOf)).toEqual(["The second part"]);
});

test("a correction edits the message in place", async () => {
  const { fake, platform, channel } = await aScene();
  const request = aRequest(channel);
  const sent = await platform.send(request, never);
  if (sent.status !== "sent") throw new Error("not sent");
  const message: Message = { blocks: [{ kind: "bullet", text: "Two ports, not three.", sign: "corrected" }] };
  expect(await platform.edit({ ...request, message, messageId: sent.messageId }, never)).toEqual(sent);
  expect(fake.messagesIn(channel).map(textOf)).toEqual(["- ✎ Two ports, not three."]);
});

test("an image goes along as a file", async () => {
  const { fake, platform, channel } = await aScene();
  const message: Message = { blocks: [{ kind: "image", png: new Uint8Array([137, 80, 78, 71]), alt: "A card", name: "card.png" }] };
  expect(await platform.notify(aRequest(channel).channel, message, never)).toMatchObject({ status: "sent" });
  expect(fake.messagesIn(channel)[0]!.files).toEqual(["card.png"]);
});

test("when Discord is not there, nothing is in doubt", async () => {
  const { fake, platform, channel } = await aScene();
  await fake.close();
  expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "later", scope: "platform" });
});
