import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandList } from "../../src/commands/index.ts";
import type { Edition } from "../../src/model/digest.ts";
import { BotError, SourceError } from "../../src/model/errors.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { aBullet, aChannel, aDelivery, anArticle, anEdition, anEditionStory, aQuote, aSubscription } from "../build.ts";
import { buttonOf, manager, openRoom, type Room, reader, wordsOf } from "./room.ts";

const minuteMs = 60_000;
const elsewhere = aChannel({ id: "fake:2", address: "2" });

describe("subscribe", () => {
  test("says what comes, when next, and offers the way back", async () => {
    const room = await openRoom();
    const reply = await room.calls("subscribe", "", { digest: "sample", at: "08:00,18:30", zone: "Europe/Kyiv", days: "mon-fri" });
    expect(wordsOf(reply)).toContain("This channel gets Sample on weekdays at 08:00 and 18:30 (Kyiv). Next: Tue 24 Nov, 18:30 (Kyiv).");
    expect((reply.message.buttons ?? []).flat().map(({ label }) => label)).toEqual(["Preview now", "Change", "Undo"]);
  });

  test("answers in the channel's language", async () => {
    const room = await openRoom();
    await room.types("/lang uk");
    expect(wordsOf(await room.types("/subscribe sample 08:00 Київ пн-пт"))).toContain(
      "Цей канал отримує «Sample» у будні о 08:00 (Київ). Далі: ср 25 лист., 08:00 (Київ).",
    );
  });

  test("tells of a clock change before it matters", async () => {
    const room = await openRoom();
    expect(wordsOf(await room.types("/subscribe sample 03:30 Europe/Kyiv"))).toContain("there is no 03:30; that edition comes at 04:00");
  });

  test.each([
    ["sample 25:99", "`25:99` is no time of day"],
    ["sample Mars/Base", "is no time zone. Near: Europe/Kyiv, Europe/Berlin, Europe/London"],
    ["smaple", "There is no digest smaple. There is sample."],
    ["sample days:whenever", "`mon-fri`"],
  ])("%s is answered with what is wrong and what works", async (line, words) => {
    const room = await openRoom();
    const reply = await room.types(`/subscribe ${line}`);
    expect([reply.outcome, reply.private]).toEqual(["bad-input", true]);
    expect(wordsOf(reply)).toContain(words.replaceAll("`", ""));
    expect(await room.stores.subscriptions.ofChannel("fake:1")).toEqual([]);
  });

  test("the same twice is one subscription, another time a second", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 08:00");
    expect((await room.types("/subscribe sample 08:00")).outcome).toBe("refused");
    await room.types("/subscribe sample 09:00");
    expect((await room.stores.subscriptions.ofChannel("fake:1")).map(({ id }) => id)).toEqual(["sample", "sample-2"]);
  });

  test("is for those who manage the channel", async () => {
    const room = await openRoom();
    expect((await room.types("/subscribe sample", { caller: reader })).outcome).toBe("refused");
    expect(await room.stores.subscriptions.ofChannel("fake:1")).toEqual([]);
  });
});

describe("undo", () => {
  test("brings back what was removed", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 08:00 mon-fri");
    const before = await room.stores.subscriptions.find("fake:1", "sample");
    const undo = buttonOf(await room.types("/unsubscribe sample"), "Undo");
    await room.types(undo, { pressed: true });
    expect(await room.stores.subscriptions.find("fake:1", "sample")).toEqual(before);
  });

  test("works for ten minutes", async () => {
    const room = await openRoom();
    const undo = buttonOf(await room.types("/subscribe sample"), "Undo");
    room.passes(10 * minuteMs + 1);
    expect((await room.types(undo)).outcome).toBe("bad-input");
    expect(await room.stores.subscriptions.ofChannel("fake:1")).toHaveLength(1);
  });

  test("of another channel is not to be had", async () => {
    const room = await openRoom();
    const undo = buttonOf(await room.types("/subscribe sample"), "Undo");
    expect((await room.types(undo, { channel: elsewhere })).outcome).toBe("bad-input");
    expect(await room.stores.subscriptions.ofChannel("fake:1")).toHaveLength(1);
  });
});

describe("schedule", () => {
  test("a paused subscription has no next edition, a resumed one has", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 08:00");
    await room.types("/schedule pause sample");
    expect(await room.stores.subscriptions.find("fake:1", "sample")).toMatchObject({ state: "paused" });
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.nextAt).toBeUndefined();
    await room.types("/schedule resume sample");
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.nextAt).toEqual(new Date("2026-11-25T06:00Z"));
  });

  test("starting fresh leaves out what was missed", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 08:00");
    await room.types("/schedule pause sample");
    await room.types("/schedule resume sample fresh");
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.coveredTo).toEqual(room.now());
  });

  test("quiet hours leave out the times within them", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 06:00,12:00,23:00");
    await room.types("/schedule quiet sample 22:00-07:00");
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.schedule.times).toEqual(["12:00"]);
  });
});

test("a filter's words may be several, and name their subscription or not", async () => {
  const room = await openRoom();
  await room.types("/subscribe sample");
  await room.types("/filter add exclude moon landing");
  await room.types("/filter add sample include harbour");
  const filters = (await room.stores.subscriptions.find("fake:1", "sample"))?.filters;
  expect(filters).toMatchObject([
    { mode: "exclude", pattern: "moon landing" },
    { mode: "include", pattern: "harbour" },
  ]);
});

test("/why names the filter that leaves an article out", async () => {
  const room = await openRoom({ findArticle: async () => anArticle({ title: "Ferries return" }) });
  await room.types("/subscribe sample");
  await room.types("/filter add exclude /ferr(y|ies)/");
  expect(wordsOf(await room.types("/why https://one.example/a"))).toContain("for the filter /ferr(y|ies)/");
  await room.types("/filter remove /ferr(y|ies)/");
  await room.types("/filter add include trains");
  expect(wordsOf(await room.types("/why https://one.example/a"))).toContain("none of the filters that let stories in");
  await room.types("/filter add include ferries");
  expect(wordsOf(await room.types("/why https://one.example/a"))).not.toContain("leaves it out");
});

test("/why tells what joined an article to its story, and what kept it out of a look-alike", async () => {
  const article = anArticle({ id: "a1", title: "Sawmill burns in Dorvik" });
  const room = await openRoom({ findArticle: async () => article });
  await room.stores.articles.put(article, ["a1"]);
  await room.stores.articles.put(anArticle({ id: "a2", title: "Dorvik sawmill fire", outlet: "Courier" }), ["a2"]);
  await room.stores.articles.put(anArticle({ id: "a3", title: "Sawmill burns in Kelva" }), ["a3"]);
  await room.stores.articles.put(anArticle({ id: "a4", title: "Private list", source: "https://private.example/feed" }), ["a4"]);
  const joined = { kind: "joined", articleId: "a2", score: 0.43, words: ["Dorvik", "Sawmill"] } as const;
  const apart = { kind: "apart", articleId: "a3", score: 0.38, words: ["Dorvik", "Aker"] } as const;
  const hidden = { kind: "unlike", articleId: "a4", score: 0.1, words: ["burns"] } as const;
  await room.stores.stories.assign(new Map([["a1", "s1"]]), new Map([["a1", [joined, apart, hidden]]]), room.now());
  const answer = wordsOf(await room.types("/why https://one.example/a"));
  expect(answer).toContain("Same story as Dorvik sawmill fire, Courier: 43 % alike; both say Dorvik, Sawmill.");
  expect(answer).toContain("Kept apart from Sawmill burns in Kelva, Outlet, though 38 % alike: that story knows nothing of Dorvik, Aker.");
  expect(answer).not.toContain("Private list");
});

test("a line that names no verb means the usual one", async () => {
  const room = await openRoom();
  await room.types("/subscribe sample");
  expect(wordsOf(await room.types("/filter"))).toContain("no filters");
  expect((await room.types("/feed")).outcome).toBe("done");
  expect(wordsOf(await room.types("/speaker nobody"))).toBe(wordsOf(await room.types("/speaker show nobody")));
});

describe("a filter's pattern", () => {
  const withSample = async (): Promise<Room> => {
    const room = await openRoom();
    await room.types("/subscribe sample");
    return room;
  };

  test("is kept as it was written, spaces, marks and all", async () => {
    const room = await withSample();
    expect((await room.types('/filter add exclude sample /say  "no (more|less)"/')).outcome).toBe("done");
    await room.calls("filter", "add", { mode: "include", words: "/ferr(y|ies)/i" });
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.filters).toMatchObject([
      { mode: "exclude", pattern: '/say  "no (more|less)"/' },
      { mode: "include", pattern: "/ferr(y|ies)/i" },
    ]);
    expect((await room.types("/filter remove /ferr(y|ies)/i")).outcome).toBe("done");
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.filters).toHaveLength(1);
  });

  test.each([
    ["/filter add exclude /(?=a)b/", "(?=` looks around"],
    ["/filter add exclude /(a)\\1/", "asks for the same words again"],
    ["/filter add exclude /a{1001}/", "too large a pattern"],
    [`/filter add exclude /${"a".repeat(200)}/`, "too large a pattern"],
    ["/filter add exclude /[a/", "`[a` is no pattern"],
  ])("%s is refused with the reason", async (line, reason) => {
    const reply = await (await withSample()).types(line);
    expect(reply.outcome).toBe("bad-input");
    expect(wordsOf(reply)).toContain(reason.replaceAll("`", ""));
  });

  test("no more than ten to a subscription", async () => {
    const room = await withSample();
    for (let place = 0; place < 10; place++) await room.types(`/filter add exclude /a${place}/`);
    expect(await room.types("/filter add exclude /b/")).toMatchObject({ outcome: "bad-input" });
    expect(await room.types("/filter add exclude b")).toMatchObject({ outcome: "done" });
  });

  test("is tried on the last week's stories before it is kept", async () => {
    const asked: unknown[] = [];
    const room = await openRoom({
      buildPreview: async (digest, form, { filters }) => {
        asked.push(filters);
        return anEdition({ digestId: digest.id, form });
      },
    });
    await room.types("/subscribe sample");
    expect(wordsOf(await room.types("/filter test /ports? agree/"))).toContain(anEdition().stories[0]!.title);
    expect(asked).toMatchObject([[{ mode: "include", pattern: "/ports? agree/" }]]);
    expect((await room.stores.subscriptions.find("fake:1", "sample"))?.filters).toEqual([]);
  });
});

test("settings change the form and refuse what does not fit", async () => {
  const room = await openRoom();
  await room.types("/subscribe sample");
  expect((await room.types("/settings sample stories:99")).outcome).toBe("bad-input");
  await room.types("/settings sample style:brief quotes:off stories:9");
  expect(await room.stores.subscriptions.find("fake:1", "sample")).toMatchObject({ form: { style: "brief", quotes: false, stories: 9 } });
});

describe("an edition's sources", () => {
  async function withEdition() {
    const room = await openRoom();
    const text = "A first paragraph.\n\nThe harbour opened. Three ports will allow night sailings. It was late.\n\nA last one.";
    const start = text.indexOf("Three");
    const stored = await room.stores.articles.put(anArticle({ text }), ["url:x"]);
    const bullet = {
      text: "Three ports will allow night sailings.",
      by: "extractive" as const,
      evidence: [{ articleId: stored.article.id, version: stored.article.version, spans: [{ start, end: start + 38 }], edits: [] }],
    };
    const story = { ...anEdition().stories[0]!, bullets: [bullet] };
    const edition = anEdition({ stories: [story] });
    await room.stores.subscriptions.putChannel(aChannel());
    await room.stores.subscriptions.put(aSubscription());
    const row = { channelId: "fake:1", subscriptionId: "world", parts: 1, dueAt: room.now(), coveredTo: room.now() };
    await room.stores.outbox.enqueue(edition, [row]);
    const [claimed] = await room.stores.outbox.claim("fake", room.now(), minuteMs, 1);
    await room.stores.outbox.settle({ ...aDelivery(claimed), state: "sent", messageId: "1", sentAt: room.now() });
    return { room, edition };
  }

  test("show the sentence marked in its paragraph", async () => {
    const { room, edition } = await withEdition();
    const reply = await room.types(`sources ${edition.id} 1 1`);
    const block = reply.message.blocks.find(({ kind }) => kind === "evidence");
    expect(block).toMatchObject({
      text: "The harbour opened. Three ports will allow night sailings. It was late.",
      mark: [{ start: 20, end: 58 }],
    });
  });

  test("show old and new after a correction, and why a bullet was struck", async () => {
    const { room, edition } = await withEdition();
    const [story] = edition.stories;
    const [bullet] = story!.bullets;
    const at = new Date("2026-11-24T12:05Z");
    const corrected = { ...bullet!, text: "Four ports will.", sign: "corrected" as const, changedAt: at, before: bullet! };
    const struck = { ...bullet!, sign: "withdrawn" as const, changedAt: at };
    await room.stores.outbox.amend({ ...edition, stories: [{ ...story!, bullets: [corrected, struck] }] }, at);
    const read = wordsOf(await room.types(`sources ${edition.id} 1`));
    expect(read).toMatch(/Four ports will\.[\s\S]+Corrected at 14:05[\s\S]+Three ports will allow night sailings\./);
    expect(read).toContain("Struck at 14:05: the outlet no longer says this.");
  });

  test("never take the place of the edition they were asked from, only of an answer whose page is turned", async () => {
    const { room, edition } = await withEdition();
    const fromEdition = await room.types(`sources ${edition.id} 1`, { pressed: true });
    const turned = await room.types(`sources ${edition.id} 1 0`, { pressed: true });
    expect([fromEdition.replace ?? false, turned.replace ?? false]).toEqual([false, true]);
  });

  test("stay in the channel it was sent to", async () => {
    const { room, edition } = await withEdition();
    const there = await room.types(`sources ${edition.id} 1`, { channel: elsewhere });
    const unknown = await room.types("sources e999999999999 1", { channel: elsewhere });
    expect(there).toEqual(unknown);
  });
});

test("an operator reads what models did today, and why bullets were replaced", async () => {
  const use = { worded: 40, replaced: 3, failed: 1, reasons: ["the number 14 is not in the source"], tokens: 12_300, money: 0.02 };
  const room = await openRoom({ modelUse: async () => ({ ...use, limits: { tokensPerDay: 500_000, moneyPerDay: 1 } }) });
  const read = wordsOf(await room.types("/status", { caller: { ...manager, isOperator: true } }));
  expect(read).toContain("12,300 of 500,000 tokens, 0.02 of 1.00 spent. 40 bullets worded, 3 replaced");
  expect(read).toContain("the number 14 is not in the source");
  expect(wordsOf(await room.types("/status"))).not.toContain("tokens");
});

test("lookups have a pace, and the reply says when to ask again", async () => {
  const room = await openRoom();
  for (let time = 0; time < 20; time++) await room.types("/quote harbour", { caller: reader });
  expect(wordsOf(await room.types("/quote harbour", { caller: reader }))).toContain("Ask again in 60 seconds");
  room.passes(minuteMs);
  expect((await room.types("/quote harbour", { caller: reader })).outcome).toBe("not-found");
});

test("a failure is told without its cause, and logged with it", async () => {
  const room = await openRoom({
    buildPreview: async () => {
      throw new BotError("the disk at data/quoth.db is full");
    },
  });
  const reply = await room.types("/digest preview world");
  expect(reply.outcome).toBe("failed");
  expect(wordsOf(reply)).not.toContain("disk");
  expect(room.failures.join()).toContain("the disk at data/quoth.db is full");
});

test("nothing of a channel is left after privacy delete", async () => {
  const room = await openRoom();
  await room.types("/subscribe sample");
  await room.types("/feed add example.org");
  expect((await room.types("/privacy delete")).outcome).toBe("done");
  expect(await room.stores.subscriptions.ofChannel("fake:1")).not.toEqual([]);
  await room.types("privacy delete confirm", { pressed: true });
  expect(await room.stores.subscriptions.ofChannel("fake:1")).toEqual([]);
  expect(await room.stores.subscriptions.findChannel("fake:1")).toBeUndefined();
});

describe("whatever is typed", () => {
  const names = commandList("en").flatMap(({ name, aliases }) => [name, ...aliases]);

  test("every answer is one that a person can read, and every button fits a platform", async () => {
    const room = await openRoom();
    const word = fc.oneof(
      fc.constantFrom(
        "sample",
        "world",
        "08:00",
        "Europe/Kyiv",
        "mon-fri",
        "set",
        "now",
        "show",
        "add",
        "\u202eabc",
        "@everyone",
        "<b>",
        "`x`",
        "'; DROP",
        "q000000000001",
      ),
      fc.string({ maxLength: 40, unit: fc.constantFrom(..."aZ0 9-:/,.\"'«»“”`*#@<>&\\\u0000\u200b\u202eщіїєґ😀") }),
      fc.string({ minLength: 3_000, maxLength: 3_000 }),
    );
    const line = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 20 })), fc.array(word, { maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(line, async ([name, words]) => {
        room.passes(minuteMs);
        const reply = await room.types(`${name} ${words.join(" ")}`);
        expect(reply.outcome).not.toBe("failed");
        expect(wordsOf(reply)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        const calls = (reply.message.buttons ?? []).flat().flatMap((button) => ("call" in button ? [button.call] : []));
        for (const call of calls) expect(call).toMatch(/^[\x20-\x7e]{1,56}$/);
      }),
      { numRuns: 300 },
    );
    expect(room.failures).toEqual([]);
  });
});

describe("completion", () => {
  test("knows subscriptions of the channel, and no other's", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample", { channel: elsewhere });
    const call = {
      command: "unsubscribe",
      verb: "",
      args: { subscription: "" },
      channel: aChannel(),
      caller: reader,
      lang: "en",
      at: room.now(),
      pressed: false,
    };
    expect(await room.commands.complete(call, "subscription")).toEqual([]);
    expect(await room.commands.complete({ ...call, channel: elsewhere }, "subscription")).toMatchObject([{ value: "sample" }]);
  });

  test.each([
    ["sub", "subscribe "],
    ["/subscribe sam", "/subscribe sample "],
    ["subscribe sample zone:ky", "subscribe sample zone:Europe/Kyiv "],
    ["digest pre", "digest preview "],
  ])("completes the line %j", async (line, completed) => {
    const room = await openRoom();
    const call = { command: "", verb: "", args: {}, line, channel: aChannel(), caller: reader, lang: "en", at: room.now(), pressed: false };
    expect((await room.commands.complete(call, ""))[0]?.value).toBe(completed);
  });
});

describe("people who were quoted", () => {
  const solvang = "“No captain will be asked to sail while the pilots stay ashore,” said Ingrid Solvang, harbour master of Varnmouth.";
  const read = async (room: Room, id: string, outlet: string, text: string, day = "2026-11-23") => {
    const at = new Date(`${day}T08:00Z`);
    const article = anArticle({ id, outlet, text, publishedAt: at, fetchedAt: at });
    await room.stores.articles.put(article, []);
    await room.stores.quotes.add(article, extractQuotes(article), at);
  };

  test("/speaker tells roles with dates, topics and the newest quotes", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    await read(room, "a2", "Varn Courier", "“The pilots are home,” said Ingrid Solvang, port director.", "2026-03-02");
    const words = wordsOf(await room.types("/speaker solvang"));
    expect(words).toContain("Ingrid Solvang");
    expect(words).toContain("port director (2 March 2026)");
    expect(words).toContain("pilots (2)");
    expect(words).toMatch(/Dec 2025 .*Nov 2026/);
  });

  test("following makes a subscription that is listed, and unfollowing the last one removes it", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    expect((await room.types("/speaker follow solvang")).outcome).toBe("done");
    expect(wordsOf(await room.types("/subscriptions"))).toContain("Followed speakers");
    expect(wordsOf(await room.types("/status"))).toContain("Next: when one of them is quoted.");
    await room.types("/speaker unfollow solvang");
    expect(await room.stores.subscriptions.ofChannel("fake:1")).toHaveLength(0);
  });

  test("whoever follows speakers and gets one digest need not name it", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    await room.types("/speaker follow solvang");
    await room.types("/subscribe sample 08:00");
    expect(wordsOf(await room.types("/today"))).toContain("Sample is on its way here");
  });

  test("another outlet's wording stands beside ours, the cut word struck", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", "“We will not count the hours until January,” said Peder Quill.");
    await read(room, "a2", "Hollen Post", "“We will count the hours until January,” said Peder Quill.");
    const { message } = await room.types("/quote quill hours");
    const noted = message.blocks.find((block) => block.kind === "note" && JSON.stringify(block.text).includes("≠"));
    expect(noted).toMatchObject({ text: [{ text: "≠ Hollen Post: “" }, {}, {}, { text: "not", style: "strike" }, {}, {}, {}] });
  });

  test("when nothing is found, what the person did speak of and who else spoke of it are buttons", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    await read(room, "a2", "Varn Courier", "“The ferry sails at dawn,” said Peder Quill.");
    const { message, outcome } = await room.types("/quote solvang ferry");
    expect(outcome).toBe("not-found");
    const calls = (message.buttons ?? []).flat().map((button) => [button.label, "call" in button ? button.call : ""]);
    expect(calls).toContainEqual(["captain", 'quote speaker:"Ingrid Solvang" captain']);
    expect(calls).toContainEqual(["Peder Quill", 'quote speaker:"Peder Quill" ferry']);
  });

  test("what was not found is said in its parts", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    const answer = await room.types("/quote solvang ferry since:2026-01");
    expect(wordsOf(answer)).toContain("No quote with ferry by Ingrid Solvang since 1 January 2026.");
  });

  test("a quotation is shown in its sentence, and its context between the paragraphs around it", async () => {
    const room = await openRoom();
    await read(
      room,
      "a1",
      "Varn Courier",
      "The talks took a week.\n\nNobody slept. Solvang called the rule “a paper storm” on Monday.\n\nThe boats stay.",
    );
    const { message } = await room.types("/quote paper storm");
    expect(message.blocks[0]).toMatchObject({ before: "Solvang called the rule ", text: "“a paper storm”", after: " on Monday." });
    const context = (message.buttons ?? []).flat().find((button) => "call" in button && button.call.startsWith("context "));
    const shown = await room.types(context && "call" in context ? context.call : "");
    const [evidence] = shown.message.blocks;
    if (evidence?.kind !== "evidence") throw new Error("no passage was shown");
    expect(evidence.text).toMatch(/^The talks took a week\.\n\n.*\n\nThe boats stay\.$/);
    expect(evidence.mark.map(({ start, end }) => evidence.text.slice(start, end))).toEqual(["a paper storm"]);
  });

  test("a name that fits several is a choice that keeps the question", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", "“The ferry sails,” said Peder Quill.\n\n“The ferry stays,” said Marta Quill.");
    const { message } = await room.types("/quote quill ferry");
    const calls = (message.buttons ?? []).flat().map((button) => ("call" in button ? button.call : ""));
    expect(calls).toContain('quote speaker:"Marta Quill" ferry');
  });

  test("a mistyped question says how it was read", async () => {
    const room = await openRoom();
    await read(room, "a1", "Varn Courier", solvang);
    expect(wordsOf(await room.types("/quote solvang captian"))).toContain("Read as solvang captain.");
  });
});

describe("more", () => {
  async function sent(edition: Edition): Promise<Room> {
    const room = await openRoom();
    await room.stores.subscriptions.putChannel(aChannel());
    await room.stores.subscriptions.put(aSubscription());
    const row = { channelId: "fake:1", subscriptionId: "world", parts: 1, dueAt: room.now(), coveredTo: room.now() };
    await room.stores.outbox.enqueue(edition, [row]);
    const [claimed] = await room.stores.outbox.claim("fake", room.now(), minuteMs, 1);
    await room.stores.outbox.settle({ ...aDelivery(claimed), state: "sent", messageId: "1", sentAt: room.now() });
    return room;
  }

  test("tells a story of an edition whole: bullets, quotations, where to read it", async () => {
    const article = anArticle({ url: "https://outlet.example/ports" });
    const story = anEditionStory({ articles: [article] });
    const edition = anEdition({ stories: [story, anEditionStory({ storyId: "s000000000002" })] });
    const room = await sent(edition);
    await room.stores.articles.put(article, ["url:https://outlet.example/ports"]);
    await room.stores.quotes.add(article, [aQuote()]);
    expect(wordsOf(await room.types(`more ${edition.id}`))).toContain("More of which story?");
    const told = await room.types(`more ${edition.id} 1 0`, { pressed: true });
    expect(told).toMatchObject({ private: true, replace: true });
    for (const words of [story.title, story.bullets[0]!.text, aQuote().text, "Read it at", article.title])
      expect(wordsOf(told)).toContain(words);
  });

  test("is not told elsewhere", async () => {
    const edition = anEdition();
    const room = await sent(edition);
    expect(wordsOf(await room.types(`more ${edition.id}`))).not.toContain("That edition is not here");
    expect(wordsOf(await room.types(`more ${edition.id}`, { channel: elsewhere }))).toContain("That edition is not here");
  });
});

describe("what was left open", () => {
  test("is asked back, each that could be meant a button that asks the same again", async () => {
    const room = await openRoom();
    await room.types("/subscribe sample 08:00 Europe/Kyiv");
    await room.types("/subscribe sample 09:00 Europe/Kyiv");
    const asked = await room.types("/schedule pause");
    expect(wordsOf(asked)).toContain("Which one? Here: sample, sample-2.");
    expect(wordsOf(await room.types(buttonOf(asked, "sample-2")))).toContain("It is paused");
  });

  test("a misspelt digest offers what is near, with all else that was said", async () => {
    const room = await openRoom();
    const asked = await room.types("/subscribe smaple 08:00 Europe/Kyiv");
    expect(buttonOf(asked, "sample")).toBe("subscribe at:08:00 zone:Europe/Kyiv digest:sample");
  });

  test("a feed that cannot be read says why, and nobody's log is troubled", async () => {
    const room = await openRoom({
      findFeeds: () => Promise.reject(new SourceError("refused-address", "10.0.0.1 is not fetched: it is a private address.")),
    });
    expect(wordsOf(await room.types("/feed add http://10.0.0.1/rss"))).toContain("10.0.0.1 is not fetched: it is a private address.");
    expect(room.failures).toEqual([]);
  });

  test("a verb left out is the one that only looks", async () => {
    const room = await openRoom();
    expect((await room.types("/digest sample")).outcome).toBe("done");
    expect(wordsOf(await room.types("/privacy"))).toContain("Kept about this channel");
  });
});

test("/why tells of an edition of this channel once, with why it stood there and when it came", async () => {
  const room = await openRoom();
  const { article } = await room.stores.articles.put(anArticle(), ["url:https://outlet.example/ports"]);
  await room.stores.subscriptions.putChannel(aChannel());
  await room.stores.subscriptions.put(aSubscription());
  const story = anEditionStory({ articles: [article], why: "4 outlets, newest 3 h old" });
  const edition = anEdition({ stories: [story] });
  await room.stores.stories.addTrace(article.id, edition.coversTo, "In World of 2026-11-24 08:00 (Europe/Kyiv), place 1: 4 outlets.");
  const row = { channelId: aChannel().id, subscriptionId: aSubscription().id, parts: 1, dueAt: room.now(), coveredTo: edition.coversTo };
  await room.stores.outbox.enqueue(edition, [row]);
  const words = wordsOf(await room.types("/why https://outlet.example/ports"));
  expect(words.match(/place 1/g)).toHaveLength(1);
  expect(words).toContain("(4 outlets, newest 3 h old). Waiting to be sent.");
  expect(words.match(/Fetched/g)).toHaveLength(1);
});

test("/article shows a source only where it says more than its bullet, and no quote twice", async () => {
  const text =
    "The ferry stays. It costs 3 million.\n\n“We are glad,” said Birgit Aas.\n\nOlav Tern called it “a bill for all of us” on Monday.";
  const article = anArticle({ text, outlet: "" });
  const from = (start: number, end: number) => [{ articleId: article.id, version: 1, spans: [{ start, end }], edits: [] }];
  const bullets = [
    aBullet({ text: "The ferry stays.", evidence: from(0, 16) }),
    aBullet({ text: "“We are glad,” said Birgit Aas.", evidence: from(38, 69) }),
  ];
  const digested = { article, summary: { title: "Ferry", bullets }, quotes: extractQuotes(article) };
  const room = await openRoom({ digestArticle: async () => digested });
  const { message } = await room.types(`/article ${text}`);
  expect(message.blocks.filter(({ kind }) => kind === "evidence")).toMatchObject([
    { text: "The ferry stays. It costs 3 million.", source: "Pasted text" },
  ]);
  expect(message.blocks.filter(({ kind }) => kind === "quote")).toMatchObject([
    { before: "Olav Tern called it ", text: "“a bill for all of us”", after: " on Monday." },
  ]);
});

test("a preview without news says so when no source could be read", async () => {
  const room = await openRoom({ buildPreview: async () => anEdition({ id: "epreview00002", stories: [] }) });
  const { address } = room.deps.digests()[0]!.sources[0]!;
  await room.stores.sources.put({
    address,
    failures: 1,
    nextAt: room.now(),
    failingSince: room.now(),
    problem: "It answers 403: it blocks bots.",
  });
  expect(wordsOf(await room.types("/digest preview world"))).toContain(
    "Its only source cannot be read. Outlet: It answers 403: it blocks bots.",
  );
});
