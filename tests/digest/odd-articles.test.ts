import { describe, expect, test } from "vitest";
import { extractive } from "../../src/digest/summarizers/extractive.ts";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { findMentions } from "../../src/quotes/mentions.ts";
import { plainToParagraphs } from "../../src/text/html.ts";
import { aForm, anArticle } from "../build.ts";

async function tell(raw: string, { lang = "en", title = "The harbour after the storm" } = {}): Promise<readonly string[]> {
  const { publishedAt: _, ...article } = anArticle({ title, text: plainToParagraphs(raw).join("\n\n"), lang });
  const story = { id: "s1", articles: [article], voices: {}, reasons: {} };
  const request = { story, form: aForm({ bullets: 4 }), maxWords: 30, mentions: findMentions, quotes: extractQuotes };
  return (await extractive.summarize(request, AbortSignal.timeout(10_000))).bullets.map(({ text }) => text);
}

describe("a conversation", () => {
  const turns = [
    "Q: When will the northern quay open again?",
    "A: The piles have to be replaced first, and divers can only work in calm water.",
    "SMITH: We lost two pilot boats in one night in October.",
    "SMITH: The new boats will cost 9 million crowns, the harbour board told us. They come in March from Ostervik.",
    "HOST: And who pays for all of this in the end?",
  ].join("\n\n");

  test("tells who speaks by name, and answers without their letter", async () => {
    const bullets = await tell(turns);
    expect(bullets).toContain("The piles have to be replaced first, and divers can only work in calm water.");
    expect(bullets).toContain("Smith: We lost two pilot boats in one night in October.");
  });

  test("tells no question", async () => {
    expect((await tell(turns)).join(" ")).not.toMatch(/\?|Q:|A:|HOST|SMITH/);
  });

  test("the head of a part is no voice: its later sentences go without", async () => {
    const review = [
      "STORY: The lighthouse is kept by a poet.",
      "SOUND: The waves were recorded at Grey Point.",
      "VERDICT: The film is long. The harbour of Selholm has never looked so cold on a screen.",
    ].join("\n\n");
    expect((await tell(review)).join(" ")).not.toContain("Verdict: The harbour");
  });

  test("a letter is none, however often it greets", async () => {
    const letters = [
      "DEAR ADA: The quay in our town is closed.",
      "DEAR ADA: The ferry is late every day.",
      "DEAR ADA: Nobody pays the pilots.",
    ];
    expect((await tell(letters.join("\n\n"))).join(" ")).not.toContain("Dear Ada:");
  });

  test("one label before a colon makes no conversation", async () => {
    const [bullet] = await tell("KELVA: The northern quay will stay closed for the whole of the winter, the board said.");
    expect(bullet).not.toMatch(/^Kelva: /);
  });
});

describe("an article that is one quotation", () => {
  test("has its speaker before it", async () => {
    expect(await tell("“We will not strike. We will count every hour.” That is what Peder Quill, chair of the union, said.")).toEqual([
      "Peder Quill: “We will not strike. We will count every hour.”",
    ]);
  });

  test("is told as it is where nobody is named", async () => {
    expect(await tell("“We will not strike over the roster, but we will write down every hour.”")).toEqual([
      "“We will not strike over the roster, but we will write down every hour.”",
    ]);
  });

  test("is told by its first sentences where it is long, the quotation closed", async () => {
    const long = `“We will not strike over the new roster. ${"We will write down every hour of every single night. ".repeat(6)}”`;
    const [bullet] = await tell(long);
    expect(bullet).toMatch(/^“We will not strike over the new roster\. .*night\.”$/);
  });
});

describe("an article in two languages", () => {
  const mixed = [
    "The harbour of Hollen will close for the winter after the storm of 11 October broke its northern quay.",
    "Порт Голлена закриють на зиму після того, як буря 11 жовтня зламала північний причал.",
    "The harbour board has asked two firms to rebuild the quay for 40 million crowns.",
    "Рада порту попросила дві фірми відбудувати причал за 40 мільйонів крон.",
  ].join("\n\n");

  test.each([
    ["uk", /^\P{Script=Latin}+$/u],
    ["en", /^\P{Script=Cyrillic}+$/u],
  ])("is told once, in its own (%s)", async (lang, alphabet) => {
    const bullets = await tell(mixed, { lang });
    expect(bullets).toHaveLength(2);
    for (const bullet of bullets) expect(bullet).toMatch(alphabet);
  });

  test("is told once in one alphabet too", async () => {
    const both = [
      "The harbour of Hollen will stay closed for the whole of the winter because the storm has broken its quay.",
      "Le port de Hollen restera fermé pendant tout l'hiver parce que la tempête a cassé le quai du nord.",
      "The board of the harbour has asked two firms to rebuild the quay for 40 million crowns.",
      "Le conseil du port a demandé à deux entreprises de reconstruire le quai pour 40 millions de couronnes.",
    ].join("\n\n");
    expect((await tell(both)).join(" ")).not.toMatch(/Le port|Le conseil/);
  });

  test("a foreign sentence or two in a long article leave the others alone", async () => {
    const one = `${mixed.split("\n\n")[0]}\n\n${mixed.split("\n\n")[2]}\n\nShips of up to 9,000 tonnes may use the southern quay until March.`;
    expect(await tell(one)).toHaveLength(3);
  });
});

describe("a list", () => {
  test("is told by its points, the marks left out", async () => {
    const bullets = await tell("- Northern quay: open from 1 December\n- Parking: 3 crowns an hour\n- Pilots: order them two hours ahead");
    expect(bullets).toContain("Northern quay: open from 1 December.");
    for (const bullet of bullets) expect(bullet).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe("a live blog", () => {
  test("is told without the times of posting and without its promises", async () => {
    const bullets = await tell(
      "18:40 Power is back in Ostervik, the grid operator says.\n\n18:05 The ferry to Little Skerry will not sail tonight.\n\n16:55 We will keep you updated here.",
    );
    expect(bullets).toEqual(["Power is back in Ostervik, the grid operator says.", "The ferry to Little Skerry will not sail tonight."]);
  });
});

describe("a table", () => {
  const rows = "Port\tShips\tTonnes\nVarnmouth\t412\t2,100,000\nSelholm\t208\t640,000";

  test("gives no bullet of its rows, and the sentence below it stands", async () => {
    const below = "Traffic at the ports fell by 12 per cent in October because of the storm, the trade board said.";
    expect(await tell(`${rows}\n${below}`)).toEqual([below]);
  });

  test("alone tells nothing", async () => {
    expect(await tell(rows)).toEqual([]);
  });
});

test("lyrics tell nothing, however their lines are joined", async () => {
  const lines = [
    "The lamp is low, the sea is high",
    "And you are far from me",
    "I count the boats, I count the stars",
    "I count them one, two, three",
  ];
  expect(await tell(lines.join("\n"))).toEqual([]);
  expect(await tell(`${lines.join("\n")}\n\n${lines.join("\n")}`)).toEqual([]);
});

describe("scanned text", () => {
  test("is read over its line ends, divided words mended", async () => {
    const scanned = "The harbour board of Varn-\nmouth has closed the northern\nquay after the storm of Monday\nnight broke its piles.";
    expect(await tell(scanned)).toEqual([
      "The harbour board of Varnmouth has closed the northern quay after the storm of Monday night broke its piles.",
    ]);
  });

  test("gives no bullet of garbled letters while a clean sentence stands", async () => {
    const noisy = "Tbe quay has cl0sed after tbe st0rm broke its piles.\n\nTwo pilot boats were lost in the storm of 11 October.";
    expect(await tell(noisy)).toEqual(["Two pilot boats were lost in the storm of 11 October."]);
  });
});

test("text all in capitals is told", async () => {
  expect(await tell("THE BOARD OF VARNMOUTH HAS CLOSED THE NORTHERN QUAY. TWO PILOT BOATS WERE LOST IN THE STORM.")).toHaveLength(2);
});

test("text without full stops is told line by line, each with the stop that was set", async () => {
  expect(
    await tell("The harbour board of Varnmouth has closed the northern quay\nTwo pilot boats were lost in the storm of 11 October"),
  ).toEqual(["The harbour board of Varnmouth has closed the northern quay.", "Two pilot boats were lost in the storm of 11 October."]);
});

test("of 5,000 sentences the first ones are read: what stands below them changes nothing", async () => {
  const sentences = Array.from(
    { length: 5_000 },
    (_, index) => `The harbour board of Kelva opened quay ${index} on Monday for ${index + 3} ships from Ostervik and Varn.`,
  );
  const whole = await tell(sentences.join(" "));
  expect(whole.length).toBeGreaterThan(0);
  expect(whole).toEqual(await tell(sentences.slice(0, 400).join(" ")));
});

describe("where there is nothing to tell", () => {
  test.each([
    ["a menu", "Menu Home About Contact"],
    ["what leans on something else", "And so it was. It always is. They knew it then, as we know now."],
    ["nothing at all", " "],
  ])("%s gives no bullet", async (_, raw) => {
    expect(await tell(raw)).toEqual([]);
  });
});
