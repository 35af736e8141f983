import { describe, expect, test } from "vitest";
import { createKnown, readNews } from "../../src/digest/known.ts";
import { anArticle } from "../build.ts";

const had = anArticle({
  id: "a1",
  title: "Sawmill burns in Dorvik",
  text: "A fire destroyed the Aker sawmill in Dorvik on Monday. Twelve workers were taken to hospital, Mayor Nils Aker said.",
});

describe("what readers know", () => {
  const isKnown = createKnown([had]);

  test("is what they read, word for word or nearly", () => {
    expect(isKnown("A fire destroyed the Aker sawmill in Dorvik on Monday.")).toBe(true);
    expect(isKnown("On Monday the Aker sawmill in Dorvik was destroyed by a fire.")).toBe(true);
  });

  test("is not what no sentence of theirs says", () => {
    expect(isKnown("Police arrested the owner's brother on suspicion of arson.")).toBe(false);
  });

  test("is not a new number in old words", () => {
    expect(isKnown("A fire destroyed the Aker sawmill in Dorvik on Monday and cost 14 lives.")).toBe(false);
  });

  test("is nothing where they had nothing", () => {
    expect(createKnown([])("A fire destroyed the Aker sawmill in Dorvik on Monday.")).toBe(false);
  });
});

test("news is of a new article, and not known", () => {
  const late = { ...had, id: "a2" };
  const isNews = readNews({
    story: { id: "s1", articles: [late, had], voices: {}, reasons: {} },
    newArticleIds: new Set(["a2"]),
    hadArticleIds: new Set(["a1"]),
  });
  const arrest = "Police arrested the owner's brother on suspicion of arson.";
  expect([isNews(late, arrest), isNews(had, arrest), isNews(late, "Twelve workers were taken to hospital.")]).toEqual([true, false, false]);
});
