import { expect, test } from "vitest";
import { parseDocument } from "../../src/ingest/dom.ts";
import { findHeadline, type TitleHints } from "../../src/ingest/headline.ts";

const headlineOf = (head: string, body: string, hints: Partial<TitleHints> = {}): string | undefined =>
  findHeadline(parseDocument(`<html><head>${head}</head><body>${body}</body></html>`), { given: [], site: undefined, ...hints });

test("the headline that readers see goes before the title written for search engines", () => {
  const given = ["Harbour fees: all you need to know"];
  expect(headlineOf("", "<h1>Harbour fees rise in spring</h1>", { given })).toBe("Harbour fees rise in spring");
});

test("a heading that leads to the front page is the site's, not the article's", () => {
  const page = '<h1><a href="/">The Quay Post</a></h1><h2>Pilots vote for a strike</h2>';
  expect(headlineOf("<title>Pilots vote for a strike | The Quay Post</title>", page)).toBe("Pilots vote for a strike");
});

test("headings of menus and lists of other articles are passed over", () => {
  const page = "<nav><h1>Menu and service</h1></nav><h2>Pilots vote for a strike</h2><aside><h2>More from the quay</h2></aside>";
  expect(headlineOf("<title>Pilots vote for a strike</title>", page)).toBe("Pilots vote for a strike");
});

test("a heading with its standfirst inside is cut to what the page calls its title", () => {
  const page = "<h1>Pilots vote for a strike <span>The harbour may stand still on Monday</span></h1>";
  expect(headlineOf("", page, { given: ["Pilots vote for a strike"] })).toBe("Pilots vote for a strike");
});

test("without headings the given title is taken, less the name of the site", () => {
  const hints = { given: ["Pilots vote for a strike – The Quay Post"], site: "The Quay Post" };
  expect(headlineOf("", "<p>Text</p>", hints)).toBe("Pilots vote for a strike");
});

test("soft hyphens are no part of a title", () => {
  expect(headlineOf("", "<h1>Har\u00ADbour fees rise</h1>")).toBe("Harbour fees rise");
});

test("a title that machines got cut short does not shorten the headline", () => {
  const given = ["Power: State slows down bioenergy plants"];
  expect(headlineOf("", "<h1>Power: State slows down bioenergy plants, makers protest</h1>", { given })).toBe(
    "Power: State slows down bioenergy plants, makers protest",
  );
});

test("the part of the window's title that its address names is the site", () => {
  const page = "<h1>QuayBlog</h1><h2>Pilots vote for a strike</h2>";
  const address = "https://www.quay.example/2026/pilots";
  expect(headlineOf("<title>Pilots vote for a strike | QuayBlog</title>", page, { address })).toBe("Pilots vote for a strike");
});
