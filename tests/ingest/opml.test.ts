import fc from "fast-check";
import { expect, test } from "vitest";
import { parseOpml } from "../../src/ingest/opml.ts";
import { buildOpml } from "../../src/ingest/opml-write.ts";

const at = new Date("2026-03-02T08:00:00Z");
const read = (text: string) => parseOpml(Buffer.from(text));

test("feeds are found at any depth, each once, with their folders", () => {
  const list = read(`<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
    <outline text="World"><outline text="Near"><outline type="rss" text="Quay &amp; River" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></outline></outline>
    <outline title="Second" xmlURL="feed://b.example/f"/><outline text="again" xmlUrl="https://a.example/f"/><outline text="no address"/><outline xmlUrl="javascript:x"/></body></opml>`);
  expect(list).toEqual({
    title: "Mine",
    feeds: [
      { url: "https://a.example/f", title: "Quay & River", site: "https://a.example/", folders: ["World", "Near"] },
      { url: "http://b.example/f", title: "Second", folders: [] },
    ],
  });
});

test.each(["", "<rss/>", "<opml></opml>", "words"])("%j is no reading list", (text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ kind: "not-a-feed" }));
});

test("what is written is read back, whatever the names", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\p{C}\s/]+/gu, "-"));
  const feeds = fc.uniqueArray(
    fc.record({ url: fc.webUrl().map((url) => new URL(url).href), title: word, folders: fc.constantFrom([] as string[], ["News"]) }),
    {
      selector: ({ url }) => url,
      maxLength: 10,
    },
  );
  fc.assert(
    fc.property(word, feeds, (title, list) => {
      const again = read(buildOpml({ title, at, feeds: list }));
      expect(again.title).toBe(title);
      expect([...again.feeds].sort((a, b) => (a.url < b.url ? -1 : 1))).toEqual([...list].sort((a, b) => (a.url < b.url ? -1 : 1)));
    }),
  );
});
