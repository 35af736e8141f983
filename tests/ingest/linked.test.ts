import { expect, test } from "vitest";
import { parseDocument } from "../../src/ingest/dom.ts";
import { readLinked } from "../../src/ingest/linked.ts";

const linkedOf = (value: unknown) =>
  readLinked(parseDocument(`<html><head><script type="application/ld+json">${JSON.stringify(value)}</script></head><body></body></html>`));

test("an article tells its headline, its author and its day", () => {
  const article = {
    "@type": "NewsArticle",
    headline: "Pilots strike",
    author: [{ name: "Ilse Varn" }, { name: "Oskar Menn" }],
    datePublished: "2026-03-12",
  };
  expect(linkedOf(article)).toMatchObject({ headline: "Pilots strike", author: "Ilse Varn, Oskar Menn", published: "2026-03-12" });
});

test("an author that is only pointed to is found among the other nodes", () => {
  const graph = [
    { "@type": "Article", author: { "@id": "#/person/7" } },
    { "@type": "Person", "@id": "#/person/7", name: "Ilse Varn" },
  ];
  expect(linkedOf({ "@graph": graph }).author).toBe("Ilse Varn");
});

test("without an article, the page's own node and its one person are believed", () => {
  const graph = [
    { "@type": "WebPage", datePublished: "2026-03-12T08:00:00+01:00" },
    { "@type": ["Person"], name: "Ilse Varn" },
  ];
  expect(linkedOf({ "@graph": graph })).toMatchObject({ author: "Ilse Varn", published: "2026-03-12T08:00:00+01:00" });
});

test("broken JSON-LD tells nothing", () => {
  const page = parseDocument('<html><head><script type="application/ld+json">{"@type":</script></head></html>');
  expect(readLinked(page)).toEqual({});
});
