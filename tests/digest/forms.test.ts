import { expect, test } from "vitest";
import { extractive } from "../../src/digest/summarizers/extractive.ts";
import type { FormStyle } from "../../src/model/digest.ts";
import { aForm, anArticle } from "../build.ts";

const text = [
  "The council of Selholm voted by 17 to 12 on Monday to keep the winter ferry to Little Skerry.",
  "The ferry carries 46 passengers on an average day.",
  "It costs the council 3.1 million crowns a season.",
  "The regional government had wanted to close the line in October.",
  "Transport minister Olav Tern said he would respect the vote but not pay for it.",
  "The first sailing of the season is on Saturday at 07:15.",
  "Council and minister will meet again before the budget is written in spring.",
].join("\n\n");

const tell = async (style: FormStyle, title = "Selholm keeps its winter ferry", bullets = 3): Promise<readonly string[]> => {
  const story = { id: "s1", articles: [anArticle({ title, text })], voices: {}, reasons: {} };
  const form = aForm({ style, bullets });
  const summary = await extractive.summarize(
    { story, form, maxWords: 30, mentions: () => [], quotes: () => [] },
    AbortSignal.timeout(5_000),
  );
  return summary.bullets.map((bullet) => bullet.text);
};

test("a long form tells more than the bullets of a short one, and nothing twice", async () => {
  const [short, long] = [await tell("bullets"), await tell("long")];
  expect(short).toHaveLength(3);
  expect(long).toHaveLength(5);
  expect(new Set(long).size).toBe(5);
});

test.each(["brief", "one-liner"] as const)("a story in the %s form rests on one bullet, the news itself", async (style) => {
  expect(await tell(style)).toEqual(["The council of Selholm voted by 17 to 12 on 23 November to keep the winter ferry to Little Skerry."]);
});

test("the one bullet of a brief does not say the headline over again", async () => {
  const headline = "The council of Selholm voted by 17 to 12 on Monday to keep the winter ferry to Little Skerry";
  const [bullet] = await tell("brief", headline);
  expect(bullet).not.toContain("voted by 17 to 12");
});
