import { afterEach, expect, test } from "vitest";
import { aPerson, openPlace } from "../kit/telegram-fake/actors.ts";
import { until } from "../until.ts";
import { beforeEight, carriesEdition, editionsIn, openTelegramScene, patienceMs, subscribing } from "./telegram-scene.ts";

const scene = openTelegramScene();
afterEach(() => scene.end());

test("removed, blocked, shut out and moved in mid-send: nothing ends, managers hear of it once, and on return each has its edition once", {
  timeout: 400_000,
}, async () => {
  const fake = await scene.aFake();
  const mara = aPerson(fake, 77, "Mara");
  const rolf = aPerson(fake, 78, "Rolf");
  const home = openPlace(fake, { id: 77, type: "private", first_name: "Mara" });
  const group = (id: number, title: string) => {
    const place = openPlace(fake, { id, type: id > -1_000_000_000_000 ? "group" : "supergroup", title });
    place.room.administrators.add(77);
    return place;
  };
  const kept = group(-1_001_000_000_001, "Kept");
  const left = group(-1_001_000_000_002, "Left");
  const forum = group(-1_001_000_000_003, "Forum");
  const small = group(-500, "Small");
  const grown = group(-1_001_000_000_500, "Small");
  const news = openPlace(fake, { id: -1_001_000_000_004, type: "channel", title: "News", username: "harbournews" });
  news.room.administrators.add(77);
  const own = openPlace(fake, { id: 78, type: "private", first_name: "Rolf" });
  forum.room.topics.set(5, "open").set(6, "open");
  const folder = scene.aFolder();
  const first = scene.start({ fake, dataFolder: folder, startsAt: beforeEight, clockStands: true });
  for (const place of [kept, left, small]) mara.types(subscribing, place);
  for (const thread of [5, 6]) mara.types(subscribing, forum, thread);
  mara.types(`${subscribing} @harbournews`, home);
  rolf.types(subscribing, own);
  const asked = [kept, left, small, forum, home, own];
  await until(() => asked.every((place) => place.own().length > 0) && forum.own().length === 2, first.output, patienceMs);

  const hit = new Map<unknown, () => void>([
    [left.room.chat.id, () => mara.makesBot("left", left)],
    [own.room.chat.id, () => rolf.makesBot("left", own)],
    [`${forum.room.chat.id}/5`, () => mara.setsTopic("closed", 5, forum)],
    [`${forum.room.chat.id}/6`, () => forum.room.topics.delete(6)],
    [small.room.chat.id, () => mara.upgrades(small, grown)],
    [news.room.chat.id, () => Object.assign(news.room, { own: "mayNotPost" })],
  ]);
  fake.onMoment = (moment, method, params) => {
    if (moment !== "received" || !carriesEdition(method, params)) return undefined;
    const address = params.message_thread_id === undefined ? params.chat_id : `${params.chat_id}/${params.message_thread_id}`;
    hit.get(address)?.();
    hit.delete(address);
    return undefined;
  };
  const told = (name: string) => home.seen().filter((text) => text.startsWith(`${name}: `)).length;
  first.runClock();
  await until(() => hit.size === 0 && told("Left") > 0 && told("News") > 0 && told("Forum") > 1, first.output, patienceMs);
  await until(() => editionsIn(kept).length > 0 && editionsIn(grown).length > 0, first.output, patienceMs);
  expect([left, own, forum, small, news].map((place) => editionsIn(place).length)).toEqual([0, 0, 0, 0, 0]);
  mara.types("/subscriptions @harbournews", home);
  await until(() => home.seen().some((text) => /may not post/.test(text)), first.output, patienceMs);
  expect(first.isOver()).toBe(false);
  await first.stop();

  mara.makesBot("member", left);
  rolf.makesBot("member", own);
  mara.setsTopic("open", 5, forum);
  delete news.room.own;
  mara.makesBot("member", news);
  const later = new Date(beforeEight.getTime() + 600_000);
  const second = scene.start({ fake, dataFolder: folder, startsAt: later });
  const back = [left, own, forum, news];
  await until(() => back.every((place) => editionsIn(place).length > 0), second.output, patienceMs);
  mara.types("/status", kept);
  await until(() => kept.seen().at(-1)?.includes("Sample") === true && kept.own().length > 2, second.output, patienceMs);
  expect([...back, kept, grown].map((place) => editionsIn(place).length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(["Left", "News", "Forum"].map(told)).toEqual([1, 1, 2]);
  expect(forum.own().findLast(({ rich_message }) => rich_message)?.message_thread_id).toBe(5);
});
