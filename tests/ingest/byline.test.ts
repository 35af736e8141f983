import { expect, test } from "vitest";
import { findAgency, findByline, findLabelled, findSigned, readName } from "../../src/ingest/byline.ts";
import { parseDocument } from "../../src/ingest/dom.ts";

const bylineOf = (body: string): string | undefined => findByline(parseDocument(`<html><body>${body}</body></html>`));

test.each([
  ["By Ilse Varn", "Ilse Varn"],
  ["Redaktion", "Redaktion"],
  ["Von Oskar Menn | 12. März", "Oskar Menn"],
  ["Eingestellt von Jana Rohl", "Jana Rohl"],
  ["Автор: Яна Роль", "Яна Роль"],
  ["von\n  Ilse Varn, Oskar Menn", "Ilse Varn, Oskar Menn"],
  ["Eberhard Varn (spokesman of the board)", "Eberhard Varn"],
  ["Mara Kondrat\n  Staff reporter", "Mara Kondrat"],
])("a byline %j is by %j", (text, name) => {
  expect(readName(text)).toBe(name);
});

test.each([
  "",
  "Von",
  "Theme: Harbour",
  "12 March 2026",
  "desk@outlet.example",
  "read all that our reporters have written about this",
  "Seven Words Make More Than A Name",
  "Name *",
  "Posted on",
  "No Author",
  "Zuletzt geändert am",
])("%j names nobody", (text) => {
  expect(readName(text)).toBeUndefined();
});

test("a nickname counts where the markup vouches for it", () => {
  expect(bylineOf('<span class="vcard"><a class="fn" href="/u/7">quayrat</a></span>')).toBe("quayrat");
  expect(bylineOf('<p class="authorbox-note">quayrat</p>')).toBeUndefined();
});

test("commenters and makers of the site are not the author", () => {
  const page =
    '<div><h1>Pilots vote</h1></div><div id="comments"><b class="author">Rude Reader</b></div><footer><a rel="author">Theme Maker</a></footer>';
  expect(bylineOf(page)).toBeUndefined();
});

test("the one entry of a page is the article, whatever its box is called", () => {
  const entry = '<div class="post hentry"><p class="post-author vcard">Posted by <span class="fn">quayrat</span></p></div>';
  expect(bylineOf(`<h1>Quay notes</h1><div class="widget Blog">${entry}</div>`)).toBe("quayrat");
  expect(bylineOf(`<h1>Quay notes</h1><div class="widget">${entry}${entry}</div>`)).toBeUndefined();
});

test("words that only their boxes keep apart are read apart", () => {
  expect(
    bylineOf('<div data-testid="story-byline"><span>By</span><a href="/team/iv">Ilse Varn</a><span>Monday, 12 March 2026</span></div>'),
  ).toBe("Ilse Varn");
});

test("a name under the line that says only author is the author's, a headline under it is not", () => {
  expect(findLabelled(["Pilots vote", "A long paragraph.", "Autor", "Ilse Varn,"])).toBe("Ilse Varn");
  expect(findLabelled(["Pilots vote", "Autor", "Seven pilots vote for the night shift"])).toBeUndefined();
});

test("a label's name stands beside it", () => {
  expect(bylineOf('<p><span class="authors">Auteur: </span> <a href="/anna">Anna Kubin</a></p>')).toBe("Anna Kubin");
});

test.each([
  [["By Ilse Varn"], "Ilse Varn"],
  [["Posted on September 21, 2026 by Ada Quill"], "Ada Quill"],
  [["Posted by Ilse Varn, Oskar Menn and Ada Quill"], "Ilse Varn"],
  [["Ilse Varn, 12.03.2026"], "Ilse Varn"],
  [["21. Jan 2026 // Oskar Menn"], "Oskar Menn"],
  [["Autor:", "Peter Mahn"], "Peter Mahn"],
])("lines about the headline %j are signed by %j", (lines, name) => {
  expect(findSigned(lines)).toBe(name);
});

test("'von' and 'by' within a sentence sign nothing", () => {
  expect(findSigned(["Ein Start-up zur Messung von Treibhausgasen", "The pilots were praised by Harbour Masters"])).toBeUndefined();
});

test("a dateline names its agency", () => {
  expect(findAgency(["Hamburg (dpa/lno) – Die Lotsen haben abgestimmt."])).toBe("dpa/lno");
  expect(findAgency(["Hamburg (in the north) – The pilots voted."])).toBeUndefined();
});

test("an agency behind a name is left out", () => {
  expect(readName("Peter Mahn/NWX")).toBe("Peter Mahn");
});
