import { expect, test } from "vitest";
import { readName } from "../../src/ingest/byline.ts";

test.each([
  ["By Ilse Varn", "Ilse Varn"],
  ["Von Oskar Menn | 12. März", "Oskar Menn"],
  ["Eingestellt von Jana Rohl", "Jana Rohl"],
  ["Автор: Яна Роль", "Яна Роль"],
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
])("%j names nobody", (text) => {
  expect(readName(text)).toBeUndefined();
});
