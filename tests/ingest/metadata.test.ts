import { expect, test } from "vitest";
import { parseDocument } from "../../src/ingest/dom.ts";
import { readMetadata } from "../../src/ingest/metadata.ts";
import { htmlToParagraphs } from "../../src/text/html.ts";

const read = (head: string, body: string, url?: string) => {
  const html = `<html><head>${head}</head><body>${body}</body></html>`;
  return readMetadata(parseDocument(html), htmlToParagraphs(html), { url });
};

const text = "<p>The pilots of the harbour voted on Monday for a strike that is to keep some forty ships outside the mole.</p>";

test("day and name stand about the headline with the text below, not about its namesakes in menus and lists", () => {
  const page = `<ul><li>Pilots vote</li><li>01.01.2026</li></ul><h1>Pilots vote</h1><p>12.03.2026</p><p>By Ilse Varn</p>${text.repeat(14)}<ul><li>Pilots vote</li><li>20.05.2026</li></ul>`;
  expect(read("", page)).toMatchObject({ title: "Pilots vote", author: "Ilse Varn", publishedOn: "2026-03-12" });
});

test("the outlet in the author's place gives way to a person, and is taken where there is none", () => {
  const head = '<meta property="og:site_name" content="Quay Post"><meta name="author" content="Quay Post">';
  expect(read(head, `<h1>Pilots vote</h1><p>By Ilse Varn</p>${text}`).author).toBe("Ilse Varn");
  expect(read(head, `<h1>Pilots vote</h1>${text}`).author).toBe("Quay Post");
});

test("the label and the name that WordPress writes in two tags belong together", () => {
  const head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ilse Varn">';
  expect(read(head, text).author).toBe("Ilse Varn");
  expect(read(head.replace("Written by", "Reading time").replace("Ilse Varn", "Two Minutes"), text).author).toBeUndefined();
});
