import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../src/digest/shape.ts";
import { extractive } from "../../src/digest/summarizers/extractive.ts";
import type { Article } from "../../src/model/article.ts";
import type { Bullet } from "../../src/model/story.ts";
import { countWords } from "../../src/text/words.ts";
import { anArticle } from "../build.ts";

const sentences = [
  "KELVA, Nov 3 (Norrpress) — The ferry company Sundline will close its northern route for 14 weeks, the harbour office said on Monday.",
  "Harbour master Ada Lind (52), who has led the office since 2019, said passengers may use the bridge until the repairs are over.",
  "However, the island council voted against the plan after a debate that lasted until midnight and drew three hundred people.",
  "She did not say when the route would open again.",
  "“We were told nothing”, shopkeeper Per Holm said.",
  "Scroll down for video",
  "Is this the end of the ferries?",
  "A report published in March found cracks in 9 of 40 piles while divers were at work below the old quay near the fish market.",
];

async function digest(article: Article): Promise<readonly Bullet[]> {
  const story = { id: "s1", articles: [article], voices: { [article.id]: 0 }, reasons: {} };
  const form = { style: "bullets", stories: 1, bullets: 4, quotes: false } as const;
  const summary = await extractive.summarize({ story, form, maxWords: 30, mentions: () => [] }, AbortSignal.timeout(60_000));
  return summary.bullets;
}

test("whatever the order of sentences, the recorded edits applied to the source give the bullet, in at most 30 words", async () => {
  const order = fc.shuffledSubarray(sentences, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(order, async (chosen) => {
      const article = anArticle({ text: chosen.join(" ") });
      for (const { text, evidence } of await digest(article)) {
        const [first] = evidence;
        expect(applyEdits(article.text, first!.spans[0]!, first!.edits)).toBe(text);
        expect(countWords(text)).toBeLessThanOrEqual(30);
      }
    }),
  );
});

test("the dateline is cut and the cut is on record", async () => {
  const [bullet] = await digest(anArticle({ text: sentences[0]! }));
  expect(bullet?.text).toMatch(/^The ferry company Sundline will close/);
  expect(bullet?.evidence[0]?.edits.map(({ why }) => why)).toContain("dateline");
});

test.each([
  ["nothing", ""],
  ["null bytes", "\0\0\0"],
  ["a question to the reader", "Is this the end of the ferries?"],
  ["a pronoun without a name", "She did not say when the route would open again."],
  ["a wall of text without stops", "word and another ".repeat(20_000)],
])("%s gives no bullet rather than filler", async (_, text) => {
  expect(await digest(anArticle({ text }))).toEqual([]);
});

const article = sentences.join(" ");
test.each([
  ["one sentence", sentences[0]!],
  ["five megabytes", `${article}\n\n`.repeat(6_000)],
  ["null bytes between words", article.replaceAll(" ", " \0")],
  ["right-to-left text", "أغلقت السلطات الميناء القديم أمام السفن يوم الاثنين. قالت الإدارة إن العمل يبدأ في الربيع."],
  ["capitals", article.toUpperCase()],
  ["a list", Array.from({ length: 200 }, (_, index) => `- item ${index}`).join("\n")],
  ["one quotation", "“We were told nothing about the quay, and nobody asked us what we thought of it.”"],
  ["opening marks that never close", "“ « ( ‘ „ ".repeat(8_000)],
  ["two languages", `${article} Порт закрили на всю зиму через негоду. Судна чекають біля входу.`],
  [
    "five thousand sentences",
    Array.from({ length: 5_000 }, (_, index) => `Ship number ${index} left the harbour of Kelva with coal.`).join(" "),
  ],
])("%s gives whole bullets or none, and no error", async (_, text) => {
  for (const { text: bullet } of await digest(anArticle({ text }))) {
    expect(bullet).toMatch(/[.!]["”»’')]{0,2}$/u);
    expect(countWords(bullet)).toBeLessThanOrEqual(30);
  }
});
