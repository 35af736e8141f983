import { expect, test } from "vitest";
import { textOf } from "../kit/discord-fake/actors.ts";
import { permissions } from "../kit/discord-fake/limits.ts";
import type { DiscordFake } from "../kit/discord-fake/start.ts";
import { everything, type FakeChannel } from "../kit/discord-fake/state.ts";
import { until } from "../until.ts";
import { aFake, aFolder, beforeEight, connectOnDiscord, daysLater, editionsIn, everyDayAtEight } from "./discord-bot.ts";

/** What happens to the channel while its edition is on the way, how a manager reads of it, and how it is undone; a deleted channel stays so. */
interface Removal {
  readonly name: string;
  readonly happens: (fake: DiscordFake, channel: FakeChannel) => void;
  readonly told: RegExp;
  readonly undone?: (fake: DiscordFake, channel: FakeChannel) => void;
}

const removals: readonly Removal[] = [
  {
    name: "kicked from the server",
    happens: (fake, { guildId = "" }) => fake.kick(guildId),
    told: /Quoth was removed from the server|Quoth may not post there/,
    undone: (fake, { guildId = "" }) => fake.invite(guildId),
  },
  { name: "the channel deleted", happens: (fake, channel) => fake.remove(channel), told: /The channel was deleted|The channel is gone/ },
  {
    name: "the permission taken away",
    happens: (fake, channel) => fake.permit(channel, permissions.viewChannel),
    told: /Quoth lacks Send Messages there|Quoth may not post there/,
    undone: (fake, channel) => fake.permit(channel, everything),
  },
  {
    name: "the permission taken away without a word",
    happens: (_, channel) => {
      channel.permissions = permissions.viewChannel;
    },
    told: /Quoth may not post there/,
    undone: (fake, channel) => fake.permit(channel, everything),
  },
];

test.each(removals)(
  "$name in mid-send: the others get theirs, the manager is told once, and nothing comes twice",
  {
    timeout: 300_000,
  },
  async ({ happens, told, undone }) => {
    const fake = await aFake();
    const channel = fake.channel(fake.guild("Harbour"), { name: "news" });
    const elsewhere = fake.channel(fake.guild("Market"), { name: "market" });
    const dataFolder = aFolder();
    const first = await connectOnDiscord({ fake, dataFolder, startsAt: beforeEight, clockStands: true });
    const ann = fake.person("Ann", channel, true);
    const ben = fake.person("Ben", elsewhere, true);
    for (const manager of [ann, ben]) {
      await manager.slash("subscribe", everyDayAtEight);
      // The sample has no news on the second day.
      await manager.slash("settings", { subscription: "sample", empty: "on" });
    }

    fake.onMoment = (moment, name) => {
      if (moment === "received" && name === `POST /channels/${channel.id}/messages`) {
        fake.onMoment = () => undefined;
        happens(fake, channel);
      }
    };
    first.runClock();
    await until(() => editionsIn(fake, elsewhere).length > 0 && fake.toldInPerson(ann).length > 0, first.output);
    expect(fake.toldInPerson(ann).map(textOf)).toEqual([expect.stringMatching(told)]);
    expect(first.isOver()).toBe(false);
    const stopped = await ann.slash("subscriptions");
    expect(stopped.text).toMatch(/suspended/);
    expect((await ann.slash("status")).text).toContain("suspended");
    expect(fake.toldInPerson(ben)).toEqual([]);

    undone?.(fake, channel);
    if (undone) {
      await untilText(() => ann.slash("subscriptions"), /Next:/);
      await until(() => editionsIn(fake, channel).length > 0, first.output);
    }
    await first.stop();
    const second = await connectOnDiscord({ fake, dataFolder, startsAt: daysLater(1), clockStands: true });
    second.runClock();
    await until(() => editionsIn(fake, elsewhere).length > 1 && (!undone || editionsIn(fake, channel).length > 1), second.output);
    await second.stop();
    expect(editionsIn(fake, elsewhere)).toHaveLength(2);
    expect(editionsIn(fake, channel)).toHaveLength(undone ? 2 : 0);
    expect(fake.toldInPerson(ann)).toHaveLength(1);
  },
);

/** Asks again until the answer reads so. */
async function untilText(ask: () => Promise<{ readonly text: string }>, wanted: RegExp): Promise<void> {
  for (let asked = 0; asked < 50; asked++) if (wanted.test((await ask()).text)) return;
  throw new Error(`nobody ever read ${wanted}`);
}
