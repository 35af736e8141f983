import { describe, expect, test } from "vitest";
import { chooseTitle, cleanTitle } from "../../src/digest/titles.ts";
import { anArticle } from "../build.ts";

const titleOf = (...titles: readonly string[]): string =>
  chooseTitle({ id: "s1", articles: titles.map((title, index) => anArticle({ id: `a${index}`, title })), voices: {}, reasons: {} });

describe("a headline is cleaned", () => {
  test.each([
    ["Quay to close | Harbour Post", "Quay to close"],
    ["Quay to close - Outlet", "Quay to close"],
    ["LIVE: Quay to close", "Quay to close"],
    ["Watch: Quay to close", "Quay to close"],
    ["VIDÉO. Le quai du nord ferme", "Le quai du nord ferme"],
    ["Терміново: північний причал закрили", "Північний причал закрили"],
    ["Eilmeldung: Der Kai schließt im Winter", "Der Kai schließt im Winter"],
    ["  Quay   to close ", "Quay to close"],
    ["Quay to close for winter - Reuters", "Quay to close for winter"],
    ["Quay to close for winter – Harbour Times", "Quay to close for winter"],
    ["Quay to close | Kelva | Harbour Post", "Quay to close"],
    ["Outlet: Quay to close", "Quay to close"],
    ["Northern quay closes after storm: what we know so far", "Northern quay closes after storm"],
    ["Північний причал закрили після бурі: що відомо", "Північний причал закрили після бурі"],
    ["Northern quay closes after storm, and the town will…", "Northern quay closes after storm"],
    ["Storm: what we know", "Storm: what we know"],
    ["Quay to close - Kelva waits", "Quay to close - Kelva waits"],
    ["Quay to close - and the town is angry", "Quay to close - and the town is angry"],
  ])("%s", (title, clean) => {
    expect(cleanTitle({ title, outlet: "Outlet" })).toBe(clean);
  });
});

describe("of several headlines", () => {
  test("the one that says what the others say is taken", () => {
    expect(titleOf("Storms and other news", "Harbour board closes northern quay", "Northern quay closes, harbour board says")).toMatch(
      /quay/,
    );
  });

  test("bait is passed over", () => {
    expect(titleOf("Why is the northern quay closing?", "Harbour board closes northern quay")).toBe("Harbour board closes northern quay");
  });

  test.each([
    "How the northern quay came to close",
    "You won’t believe why the northern quay closes",
    "Harbour board closes northern quay! Here’s why",
    "Northern quay: what we know",
    "Everything about the northern quay",
    "Harbour board closes northern quay and…",
    "7 things about the northern quay of Kelva",
  ])("bait is passed over however much it agrees: %s", (headline) => {
    const others = Array.from({ length: 4 }, () => headline);
    expect(titleOf(...others, "Ships turned away in Kelva this winter")).toBe("Ships turned away in Kelva this winter");
  });

  test("the agency WHO is no question", () => {
    expect(titleOf("WHO closes northern quay office", "Why WHO leaves the northern quay")).toBe("WHO closes northern quay office");
  });

  test("bait stands where there is nothing else", () => {
    expect(titleOf("Why is the northern quay closing?")).toBe("Why is the northern quay closing?");
  });
});

describe("without a headline the first sentence stands in", () => {
  const story = (text: string, lang = "en") => ({ id: "s1", articles: [anArticle({ title: "", text, lang })], voices: {}, reasons: {} });

  test.each([
    ["KELVA, Nov 3 (Norrpress) — The northern quay will close to ships.", "The northern quay will close to ships"],
    ["(NPR) The northern quay will close to ships.", "The northern quay will close to ships"],
    [
      "The harbour board will close the old northern quay to ships, which the storm of October had broken in two places.",
      "The harbour board will close the old northern quay to ships",
    ],
    [
      "KELVA, Nov 3 (Norrpress) — The harbour board will close the old and broken northern quay and all of its sheds and cranes during the winter and part of the spring.",
      "The harbour board will close the old and broken northern quay and all of its sheds and cranes",
    ],
  ])("%s", (text, title) => {
    expect(chooseTitle(story(text))).toBe(title);
  });

  test("what is said stays with who said it, cut where a clause ends", () => {
    const text =
      "Harbour master Ingrid Solvang said talks on more pilots for the northern quay would begin next week, after eleven of them had written down every hour they worked in the autumn.";
    expect(chooseTitle(story(text))).toBe(
      "Harbour master Ingrid Solvang said talks on more pilots for the northern quay would begin next week",
    );
  });

  test("an infinitive clause in German is no relative clause: it holds what was decided", () => {
    const text =
      "Der Stadtrat hat mit 17 zu 12 Stimmen beschlossen, die Winterfähre zur Insel Klein-Skerry zu behalten, die das Land im Herbst streichen wollte.";
    expect(chooseTitle(story(text, "de"))).toBe(
      "Der Stadtrat hat mit 17 zu 12 Stimmen beschlossen, die Winterfähre zur Insel Klein-Skerry zu behalten",
    );
  });

  test("a second point goes, also where it denies: a headline has one", () => {
    const text =
      "The harbour board is holding no talks behind the backs of the pilots and will not begin any before the spring has come to the island.";
    expect(chooseTitle(story(text))).toBe("The harbour board is holding no talks behind the backs of the pilots");
  });

  test("a subject without its predicate is none", () => {
    const text =
      "A young pilot accused of sleeping on the bridge during the storm that sank two boats in the bay of Ostervik and put out every light on the northern coast has been given a new post.";
    expect(chooseTitle(story(text))).not.toBe("A young pilot accused of sleeping on the bridge");
  });

  test("half a quotation goes, and who said the other half stays", () => {
    const text =
      "„Niemand wird entlassen“, versicherte die Hafenmeisterin Ada Lind, „aber wir müssen über Arbeitszeiten, Löhne, Zulagen, Urlaub und den ganzen Rest reden, bevor der Winter da ist.“";
    expect(chooseTitle(story(text, "de"))).toBe("„Niemand wird entlassen“, versicherte die Hafenmeisterin Ada Lind");
  });

  test("where it is nothing but a quotation, that is closed where it breaks off", () => {
    const text = "“We will not strike over the new roster, but we will write down every single hour of every night of it.”";
    expect(chooseTitle(story(text))).toMatch(/^“We will not strike over the new roster.* …”$/);
  });

  test("a first sentence that leans on another leaves its place to the next", () => {
    expect(chooseTitle(story("It came as no surprise to them. The northern quay will close to ships."))).toBe(
      "The northern quay will close to ships",
    );
  });

  test("a question or a call to share is none", () => {
    expect(chooseTitle(story("Would you sail at night? The northern quay will close to ships."))).toBe(
      "The northern quay will close to ships",
    );
  });

  test("it is broken off where no sentence ends in time", () => {
    const text = `The harbour board of Kelva ${"and the pilots of Varn ".repeat(10)}meet.`;
    expect(chooseTitle(story(text))).toMatch(/^The harbour board of Kelva and the pilots.* …$/);
  });

  test("and without a text nothing", () => {
    expect(chooseTitle({ ...story(""), articles: [] })).toBe("");
  });
});
