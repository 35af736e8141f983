import { expect, test } from "vitest";
import { textOf } from "../../kit/discord-fake/actors.ts";
import { permissions } from "../../kit/discord-fake/limits.ts";
import { everything } from "../../kit/discord-fake/state.ts";
import { until } from "../../until.ts";
import { aRequest, aScene, never, type Scene } from "./scene.ts";

/** Mara has managed these channels. */
async function managed(scene: Scene, count = 1) {
  const channels = [
    scene.channel,
    ...Array.from({ length: count - 1 }, (_, place) => scene.fake.channel(scene.guildId, { name: `n${place}` })),
  ];
  const mara = scene.fake.person("Mara", scene.channel, true);
  for (const channel of channels) await scene.fake.as(mara, channel).slash("subscribe", { at: "08:00" });
  return { channels, mara };
}

const changes = ({ events }: Scene, { id }: { readonly id: string }) =>
  events.flatMap((event) => ("channelId" in event && event.channelId === `discord:${id}` ? [event] : []));

test("a permission that is taken away stops the channel and is named; given back, the channel is back", async () => {
  const scene = await aScene();
  const { mara } = await managed(scene);
  scene.fake.permit(scene.channel, permissions.viewChannel);
  await until(() => scene.fake.toldInPerson(mara).length > 0);
  expect(changes(scene, scene.channel).at(-1)).toMatchObject({ kind: "gone", why: expect.stringContaining("Send Messages") });
  expect(scene.fake.toldInPerson(mara).map(textOf)).toEqual([
    "#news: Quoth lacks Send Messages there. Give it that permission. Nothing is sent there until that changes; subscriptions and settings are kept.",
  ]);
  scene.fake.permit(scene.channel, everything);
  await until(() => changes(scene, scene.channel).at(-1)?.kind === "back");
});

test("a server that Quoth was removed from is told in one line, and only what stopped is told", async () => {
  const scene = await aScene({ deps: { onChannel: async (event) => event.kind === "gone" && !event.channelId.endsWith("0") } });
  const { channels, mara } = await managed(scene, 8);
  scene.fake.kick(scene.guildId);
  await until(() => scene.fake.toldInPerson(mara).length > 0);
  const [told] = scene.fake.toldInPerson(mara).map(textOf);
  expect(told).toMatch(/^#\w+, #\w+.*, …: Quoth was removed from the server\./);
  expect(scene.fake.toldInPerson(mara)).toHaveLength(1);
  expect(channels.length).toBe(8);
});

test("invited again, Quoth is back in the channels where it may write", async () => {
  const scene = await aScene();
  const { channels } = await managed(scene, 2);
  scene.fake.kick(scene.guildId);
  await until(() => channels.every((channel) => changes(scene, channel).at(-1)?.kind === "gone"));
  scene.channel.permissions = permissions.viewChannel;
  const before = scene.events.length;
  scene.fake.invite(scene.guildId);
  await until(() => changes(scene, channels[1]!).at(-1)?.kind === "back");
  // The rest of what it told came with it.
  await scene.fake.as(scene.fake.person("Ann", channels[1]!), channels[1]!).slash("status");
  expect(scene.events.slice(before).map(({ kind }) => kind)).toEqual(["back"]);
});

test("at the start the channels where Quoth may write are back, and no other is said to be gone: the next send finds out", async () => {
  let closed = "";
  const scene = await aScene({
    before(fake) {
      closed = fake.channel([...fake.state.guilds.keys()][0], { permissions: permissions.viewChannel }).id;
    },
  });
  await until(() => scene.events.length > 0);
  await scene.fake.person("Ann", scene.channel).slash("status");
  expect(scene.events).toEqual([{ kind: "back", channelId: `discord:${scene.channel.id}` }]);
  expect(changes(scene, { id: closed })).toEqual([]);
});

test("where the gateway does not tell what Quoth may do, nothing is stopped, and what was stopped is tried again", async () => {
  const scene = await aScene({
    before(fake) {
      for (const each of fake.state.channels.values()) each.permissions = 0n;
    },
  });
  await until(() => scene.events.length > 0);
  scene.fake.permit(scene.channel, permissions.viewChannel);
  await scene.fake.person("Ann", scene.channel).slash("status");
  expect(new Set(scene.events.map(({ kind }) => kind))).toEqual(new Set(["back"]));
});

test("what cannot be told in the channel is told to whoever managed it last, in person and without buttons", async () => {
  const scene = await aScene();
  const { mara } = await managed(scene);
  scene.channel.permissions = permissions.viewChannel;
  const { channel } = aRequest(scene.channel);
  const message = {
    blocks: [{ kind: "text" as const, text: "Is it there?" }],
    buttons: [[{ label: "It arrived", call: "delivery d1 arrived" }]],
  };
  expect(await scene.platform.notify(channel, message, never)).toMatchObject({ status: "sent" });
  expect(scene.fake.toldInPerson(mara).map(textOf)).toEqual(["Is it there?"]);
  mara.person.isClosed = true;
  expect(await scene.platform.notify(channel, message, never)).toMatchObject({ status: "refused" });
});
