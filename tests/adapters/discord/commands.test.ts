import { describe, expect, test } from "vitest";
import { commandList } from "../../../src/commands/index.ts";
import { languages } from "../../../src/commands/words/index.ts";
import { buttonsOf, textOf } from "../../kit/discord-fake/actors.ts";
import { until } from "../../until.ts";
import { aRequest, aScene, never } from "./scene.ts";
import { commands, saying } from "./script.ts";

test("commands are registered at the first start and not again", async () => {
  const first = await aScene();
  expect(first.fake.state.registrations).toBe(1);
  expect(first.fake.state.commands.map(({ name }) => name)).toEqual(["subscribe", "digest", "quote", "status", "managers", "Find quotes"]);
  const second = await aScene({ memory: new Map(first.memory), before: (fake) => Object.assign(fake.state.bot, first.fake.state.bot) });
  expect(second.fake.state.registrations).toBe(0);
});

test("a slash command is answered with what the command said", async () => {
  const { fake, channel, calls } = await aScene();
  const seen = await fake
    .person("Ann", channel, true)
    .slash("subscribe", { digest: "world", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" });
  expect(seen.text).toContain("Done.");
  expect(seen.isPrivate).toBe(false);
  expect(calls[0]).toMatchObject({
    command: "subscribe",
    verb: "",
    args: { digest: "world", at: "08:00", zone: "Europe/Kyiv", days: "mon-fri" },
    channel: { id: `discord:${channel.id}`, name: "#news" },
    caller: { name: "Ann", mayManage: true },
  });
});

test("a verb is a subcommand, and a private one is seen by the asker alone", async () => {
  const { fake, channel, calls } = await aScene();
  const ben = fake.person("Ben", channel);
  const seen = await fake.person("Ann", channel).slash("digest last", { digest: "world" });
  expect(calls[0]).toMatchObject({ command: "digest", verb: "last", args: { digest: "world" }, caller: { mayManage: false } });
  expect(seen.isPrivate).toBe(true);
  expect(ben.sees()).toEqual([]);
});

test("an answer that turns out private after a public deferral is told to the asker alone", async () => {
  const scene = await aScene();
  scene.reply = () => saying("`25:99` is no time of day.", { private: true, outcome: "bad-input" });
  const seen = await scene.fake.person("Ann", scene.channel).slash("quote", { query: "x" });
  expect(seen.isPrivate).toBe(true);
  expect(scene.fake.person("Ben", scene.channel).sees()).toEqual([]);
});

test("typing into an option offers what the command completes", async () => {
  const { fake, channel } = await aScene();
  expect(await fake.person("Ann", channel).types("subscribe", "digest", "wo")).toEqual([{ name: "digest one", value: "digest-one" }]);
});

test("/subscribe without a word opens a form, and the form subscribes", async () => {
  const { fake, channel, calls } = await aScene();
  const ann = fake.person("Ann", channel, true);
  const { interaction } = await ann.slash("subscribe");
  expect(interaction.modal?.title).toBe("Get a digest in this channel");
  const seen = await ann.submits(interaction.modal!, { digest: "digest-one", at: "08:00" });
  expect(seen.text).toContain("Done.");
  expect(calls[0]).toMatchObject({ command: "subscribe", args: { digest: "digest-one", at: "08:00" } });
});

test("pressing a button of an edition answers in private", async () => {
  const scene = await aScene();
  await scene.platform.send(aRequest(scene.channel), never);
  scene.reply = () => saying("Here is where it comes from.", { private: true, replace: true });
  const [edition] = scene.fake.messagesIn(scene.channel);
  const before = textOf(edition!);
  const seen = await scene.fake.person("Ben", scene.channel).clicks(edition!, "Sources");
  expect(scene.calls[0]).toMatchObject({ command: "sources", line: "e000000000001 1", pressed: true });
  expect(seen.isPrivate).toBe(true);
  expect(textOf(edition!)).toBe(before);
});

test("a reply that replaces takes the place of the private message it was asked from", async () => {
  const scene = await aScene();
  const next = { label: "Next", call: "quotes page 2" };
  scene.reply = ({ pressed }) => ({
    ...saying(pressed ? "Page 2" : "Page 1", { private: true, replace: pressed }),
    message: { blocks: [{ kind: "text", text: pressed ? "Page 2" : "Page 1" }], buttons: [[next]] },
  });
  const ann = scene.fake.person("Ann", scene.channel);
  const first = await ann.slash("status");
  await ann.clicks(first.message!, "Next");
  expect(ann.sees()).toEqual(["Page 2"]);
});

test("a button of another time is answered with words", async () => {
  const scene = await aScene();
  await scene.platform.send(aRequest(scene.channel), never);
  const [edition] = scene.fake.messagesIn(scene.channel);
  const seen = await scene.fake.person("Ben", scene.channel).presses(edition!, "v0:gone");
  expect(seen.text).toContain("older message");
  expect(seen.isPrivate).toBe(true);
  expect(scene.calls).toEqual([]);
});

test("the message command looks the text up, and reads a link for its quotes", async () => {
  const { fake, channel, calls } = await aScene();
  const ann = fake.person("Ann", channel);
  const seen = await ann.menu("Find quotes", "night sailings");
  await ann.menu("Find quotes", "see https://outlet.example/ports for more");
  expect(seen.isPrivate).toBe(true);
  expect(calls.map(({ command, args }) => [command, args])).toEqual([
    ["quote", { query: "night sailings" }],
    ["article", { text: "https://outlet.example/ports" }],
  ]);
});

test("an interaction that Discord sends twice runs once", async () => {
  const { fake, channel, calls, logged } = await aScene();
  const ann = fake.person("Ann", channel);
  await ann.slash("status");
  fake.gateway.repeatLast();
  await ann.slash("quote", { query: "x" });
  expect(calls.map(({ command }) => command)).toEqual(["status", "quote"]);
  expect(fake.seen.filter((line) => line.endsWith("/callback"))).toHaveLength(2);
  expect(logged.filter((line) => line.includes("failed"))).toEqual([]);
});

test("an interaction that was answered before a restart is not run again", async () => {
  const { fake, channel, calls } = await aScene({ fake: { rules: { answeredOnce: false } }, deps: { firstTime: async () => false } });
  const told = fake.person("Ann", channel).slash("status");
  await until(() => fake.seen.some((line) => line.endsWith("/callback")));
  expect(calls).toEqual([]);
  // Nobody waits for the end of it: there is none.
  told.catch(() => undefined);
});

test("subscribing where Quoth may not post names the permission that is missing", async () => {
  const { fake, guildId, calls } = await aScene();
  const closed = fake.channel(guildId, { name: "announcements", permissions: 1n << 10n });
  const seen = await fake.person("Ann", closed, true).slash("subscribe", { digest: "world" });
  expect(seen.text).toContain("#announcements");
  expect(seen.text).toContain("Send Messages");
  expect(seen.isPrivate).toBe(true);
  expect(calls).toEqual([]);
});

test("a person in a direct message manages their own", async () => {
  const { fake, calls } = await aScene();
  await fake.person("Ann", fake.channel(undefined)).slash("subscribe", { digest: "world" });
  expect(calls[0]?.caller.mayManage).toBe(true);
});

test("a command that throws is answered with plain words", async () => {
  const scene = await aScene();
  scene.reply = () => {
    throw new Error("no such table: secrets");
  };
  const seen = await scene.fake.person("Ann", scene.channel).slash("status");
  expect(seen.text).toContain("That did not work");
  expect(seen.text).not.toContain("secrets");
});

test("an answer too long for one message comes in parts", async () => {
  const scene = await aScene();
  scene.reply = () => saying("night sailings ".repeat(600));
  await scene.fake.person("Ann", scene.channel).slash("quote", { query: "x" });
  await until(() => scene.fake.messagesIn(scene.channel).length > 2);
  expect(scene.fake.messagesIn(scene.channel).flatMap(buttonsOf)).toEqual([]);
});

test("commands, their verbs and options are described in each language of the interface", async () => {
  const ukrainian = commands.map((command) => ({
    ...command,
    about: `${command.about} українською`,
    verbs: command.verbs.map((verb) => ({
      ...verb,
      about: `${verb.about} українською`,
      arguments: verb.arguments.map((argument) => ({ ...argument, about: `${argument.about} українською` })),
    })),
  }));
  const { fake } = await aScene({ deps: { commandsByLang: { en: commands, uk: ukrainian } } });
  const digest = fake.state.commands.find(({ name }) => name === "digest");
  expect(digest).toMatchObject({
    description: "An edition",
    description_localizations: { uk: "An edition українською" },
    options: [
      {
        name: "now",
        description_localizations: { uk: "Send what is new українською" },
        options: [{ name: "digest", description_localizations: { uk: "About digest українською" } }],
      },
      { name: "last" },
    ],
  });
  expect(fake.state.commands.at(-1)).toMatchObject({ name: "Find quotes", name_localizations: { uk: "Знайти цитати" } });
});

test.each(Object.keys(languages))("the form of /subscribe says in whole words what each field is for (%s)", async (lang) => {
  const { fake, channel } = await aScene({ deps: { commands: commandList(lang) } });
  const { interaction } = await fake.person("Ann", channel, true).slash("subscribe");
  const known = commandList(lang).find(({ name }) => name === "subscribe")?.verbs[0]?.arguments ?? [];
  const fields = interaction.modal?.components as readonly Readonly<Record<string, string>>[];
  const told = fields.map(({ label, description }) => (description === undefined ? label : `${label}: ${description}`));
  expect(told).toEqual(["digest", "at", "days", "zone", "style"].map((name) => known.find((each) => each.name === name)?.about));
});

test("the commands of every language fit what Discord takes", async () => {
  const langs = Object.keys(languages);
  const byLang = Object.fromEntries(langs.map((lang) => [lang, commandList(lang)]));
  for (const lang of langs) {
    const { fake } = await aScene({ deps: { commands: commandList(lang), commandsByLang: byLang } });
    expect(fake.state.commands).toHaveLength(commandList(lang).length + 2);
  }
});

describe("the role that manages Quoth in a server", () => {
  const role = "123456789012345678";

  test("is chosen by whoever manages the server, and holds over a restart", async () => {
    const first = await aScene();
    first.fake.person("Ben", first.channel, false, [role]);
    const told = await first.fake.person("Ann", first.channel, "server").slash("managers", { role });
    expect([told.isPrivate, told.text]).toEqual([true, expect.stringContaining("Members with the role Editors manage Quoth")]);
    const { guilds, commands } = first.fake.state;
    const second = await aScene({ memory: first.memory, before: (fake) => Object.assign(fake.state, { guilds, commands }) });
    const channel = second.fake.channel(first.guildId);
    await second.fake.person("Ben", channel, false, [role]).slash("subscribe", { digest: "world" });
    await second.fake.person("Cleo", channel).slash("subscribe", { digest: "world" });
    expect(second.calls.map(({ caller }) => [caller.name, caller.mayManage])).toEqual([
      ["Ben", true],
      ["Cleo", false],
    ]);
  });

  test("is of one server alone, and none where none is named", async () => {
    const { fake, channel, calls } = await aScene();
    const ann = fake.person("Ann", channel, "server");
    await ann.slash("managers", { role });
    await fake.person("Ben", fake.channel(fake.guild("Elsewhere")), false, [role]).slash("status");
    await ann.slash("managers");
    await fake.person("Ben", channel, false, [role]).slash("status");
    expect(calls.map(({ caller }) => caller.mayManage)).toEqual([false, false]);
  });

  test("is not chosen by those who manage a channel only", async () => {
    const { fake, channel } = await aScene();
    const told = await fake.person("Ann", channel, true).slash("managers", { role });
    expect(told.text).toContain("Manage Server");
  });
});
