import { expect, test } from "vitest";
import { findAgency, findByline, findSigned, readName } from "../../src/ingest/byline.ts";
import { parseDocument } from "../../src/ingest/dom.ts";

const bylineOf = (body: string): string | undefined => findByline(parseDocument(`<html><body>${body}</body></html>`));

test.each([
  ["By Ilse Varn", "Ilse Varn"],
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

test("a label's name stands beside it", () => {
  expect(bylineOf('<p><span class="authors">Auteur: </span> <a href="/anna">Anna Kubin</a></p>')).toBe("Anna Kubin");
});

test.each([
  [["By Ilse Varn"], "Ilse Varn"],
  [["Posted on September 21, 2026 by Ada Quill"], "Ada Quill"],
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
