import { describe, expect, test } from "vitest";
import { completePacket } from "../../../src/adapters/discord/packets.ts";
import { aRequest, aScene, never } from "./scene.ts";
import { saying } from "./script.ts";

describe("where something stands between Quoth and Discord that leaves fields out", () => {
  test("a command in a server is answered", async () => {
    const { fake, channel, calls } = await aScene({ fake: { isSparse: true } });
    const seen = await fake.person("Ann", channel, true).slash("subscribe", { digest: "world" });
    expect(seen.text).toContain("Done.");
    expect(calls[0]).toMatchObject({ command: "subscribe", channel: { id: `discord:${channel.id}` }, caller: { mayManage: true } });
  });

  test("a command in a direct message is answered, and the person manages it", async () => {
    const { fake, calls } = await aScene({ fake: { isSparse: true } });
    const home = fake.channel(undefined);
    expect((await fake.person("Ann", home).slash("subscribe", { digest: "world" })).text).toContain("Done.");
    expect(calls[0]).toMatchObject({ channel: { id: `discord:${home.id}` }, caller: { mayManage: true } });
  });

  test("a button, a form and completion work", async () => {
    const scene = await aScene({ fake: { isSparse: true } });
    await scene.platform.send(aRequest(scene.channel), never);
    scene.reply = () => saying("Here is where it comes from.", { private: true });
    const ann = scene.fake.person("Ann", scene.channel, true);
    expect((await ann.clicks(scene.fake.messagesIn(scene.channel)[0]!, "Sources")).isPrivate).toBe(true);
    expect((await ann.slash("subscribe")).interaction.modal?.title).toBe("Get a digest in this channel");
    expect(await ann.types("subscribe", "digest", "wo")).toHaveLength(1);
  });

  test.each([
    ["nobody", { id: "1", token: "t", data: {} }],
    ["no token", { id: "1", data: {}, user: { id: "2" } }],
    ["no data", { id: "1", token: "t", user: { id: "2" } }],
    ["no object", null],
  ])("an interaction with %s is left out", (_, d) => {
    const packet = { t: "INTERACTION_CREATE", d };
    completePacket(packet);
    expect(packet.t).toBeNull();
  });

  test("what is there is kept as it came", () => {
    const d = {
      id: "1",
      token: "t",
      data: { type: 3 },
      user: { id: "2" },
      channel: { id: "3", type: 5 },
      locale: "uk",
      app_permissions: "0",
    };
    completePacket({ t: "INTERACTION_CREATE", d });
    expect(d).toMatchObject({ data: { type: 3 }, channel: { id: "3", type: 5 }, locale: "uk", app_permissions: "0" });
  });

  test("a 429 that says in its body alone how long is waited out, and is no ban", async () => {
    const { fake, platform, channel } = await aScene();
    fake.faults.next(/POST .*messages$/, { kind: "bare429", seconds: 0.05 });
    expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "sent" });
    fake.faults.next(/POST .*messages$/, { kind: "bare429", seconds: 30 });
    expect(await platform.send(aRequest(channel), never)).toMatchObject({ status: "later", retryAfterMs: 30_050 });
    expect(platform.health().state).toBe("connected");
  });

  test("an answer that cannot be taken back is filled in", async () => {
    const scene = await aScene();
    scene.reply = () => saying("`25:99` is no time of day.", { private: true, outcome: "bad-input" });
    scene.fake.faults.next(/DELETE .*original$/, { kind: "status", status: 500, stored: false });
    expect((await scene.fake.person("Ann", scene.channel).slash("quote", { query: "x" })).text).toContain("25:99");
  });

  test("an edit whose answer got lost is made once more", async () => {
    const scene = await aScene();
    scene.fake.faults.next(/PATCH .*original$/, { kind: "status", status: 502, stored: false });
    expect((await scene.fake.person("Ann", scene.channel).slash("status")).text).toContain("Done.");
    expect(scene.logged.filter((line) => line.includes("failed"))).toEqual([]);
  });
});
