import { setImmediate as turn } from "node:timers/promises";
import { connectTelegram } from "../../../src/adapters/telegram/connect.ts";
import type { RichSetting } from "../../../src/adapters/telegram/rich-form.ts";
import { commandList } from "../../../src/commands/index.ts";
import type { ChannelEvent, Platform } from "../../../src/model/platform.ts";
import { openRoom, type Room } from "../../commands/room.ts";
import { aPerson, openPlace, type Person, type Place } from "../../kit/telegram-fake/actors.ts";
import type { Rules } from "../../kit/telegram-fake/rules.ts";
import { startTelegramFake, type TelegramFake } from "../../kit/telegram-fake/server.ts";
import { answersOf, platformDeps } from "../deps.ts";

export interface Telegram {
  readonly fake: TelegramFake;
  readonly platform: Platform;
  readonly room: Room;
  readonly events: readonly ChannelEvent[];
  readonly problems: readonly string[];
  readonly home: Place;
  readonly group: Place;
  readonly channel: Place;
  readonly operator: Place;
  readonly manager: Person;
  readonly reader: Person;
  close(): Promise<void>;
}

/** The adapter over real commands and stores, polling a server on loopback whose clock runs fast. */
export async function openTelegram(
  memory = new Map<string, string>(),
  absent: readonly string[] = [],
  rich: RichSetting = "auto",
  rules: Partial<Rules> = {},
  before: (fake: TelegramFake) => void = () => undefined,
): Promise<Telegram> {
  let nowMs = Date.parse("2026-11-24T09:00Z");
  const fake = await startTelegramFake(() => {
    nowMs += 4_000;
    return nowMs;
  }, rules);
  before(fake);
  for (const method of absent) fake.world.absent.add(method);
  const manager = aPerson(fake, 77, "Mara");
  const reader = aPerson(fake, 78, "Rolf");
  const home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  const group = openPlace(fake, { id: -1001000000001, type: "supergroup", title: "Harbour" });
  const channel = openPlace(fake, { id: -1001000000002, type: "channel", title: "Port news", username: "portnews" });
  const operator = openPlace(fake, { id: 99, type: "private", first_name: "Operator" });
  group.room.administrators.add(77);
  channel.room.administrators.add(77);
  const room = await openRoom();
  const deps = platformDeps({ ...answersOf(room), commands: commandList("en"), memory });
  const settings = { token: fake.token, apiRoot: fake.address, operatorChat: "99", rich };
  // Waiting takes no time, but the clock goes on by it: a limit a second is over after a second.
  const wait = (ms: number): Promise<void> => {
    room.passes(ms);
    return turn();
  };
  const platform = await connectTelegram(settings, { ...deps, wait }, new AbortController().signal);
  return {
    fake,
    platform,
    room,
    ...deps.told,
    home,
    group,
    channel,
    operator,
    manager,
    reader,
    async close() {
      await platform.close();
      await fake.close();
      await room.stores.close();
      if (fake.violations.length > 0) throw new Error(`the server did not understand: ${fake.violations.join("; ")}`);
    },
  };
}

/** Lets everything go on until it is so. @throws after a minute, which no machine needs */
export async function until(isSo: () => boolean): Promise<void> {
  const deadline = AbortSignal.timeout(60_000);
  while (!isSo()) {
    if (deadline.aborted) throw new Error(`it never came to be: ${isSo}`);
    await turn();
  }
}
