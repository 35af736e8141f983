import { expect, test } from "vitest";
import { extractArticle } from "../../src/ingest/extract.ts";

const url = "https://outlet.example/pilots";
const read = (html: string): readonly string[] => extractArticle(Buffer.from(html), { url }).text.split("\n\n");

const sentence = (number: number): string =>
  `The pilots of the harbour voted on Monday for a strike, which is to last ${number} days and to keep ${number * 7} ships waiting outside the mole.`;
const body = Array.from({ length: 8 }, (_, index) => `<p>${sentence(index + 2)}</p>`).join("");

test("the article is told without menus, sharing, captions and links to others", () => {
  const page = `<html><body><nav><a href="/">Front page of the outlet and all its many sections</a></nav><article><h1>Pilots vote</h1>
    <div class="share">Share this on every network there is, please, dear reader.</div>${body}
    <figure><figcaption>The harbour on Monday, seen from the old mole. Photo: Ada Quill</figcaption></figure>
    <div class="related"><p>Read also: the harbour fees rise in spring, and nobody is glad.</p></div></article></body></html>`;
  expect(read(page)).toEqual(Array.from({ length: 8 }, (_, index) => sentence(index + 2)));
});

test("a heading with nothing below it announces what is not part of the article", () => {
  const page = `<html><body><article><h1>Pilots vote</h1>${body}<h3>Ships of the week</h3></article></body></html>`;
  expect(read(page).at(-1)).toBe(sentence(9));
});

test("furniture that stands as a line is left out, in several languages", () => {
  const furniture = [
    "© Harbour board / Ada Quill",
    "Weiterführende Links",
    "Veja também:",
    "Читайте також: збори зростають",
    ">> More about ships <<",
  ];
  const page = `<html><body><article><h1>Pilots vote</h1>${body}${furniture.map((line) => `<p>${line}</p>`).join("")}<p>${sentence(20)}</p></article></body></html>`;
  expect(read(page)).toEqual([...Array.from({ length: 8 }, (_, index) => sentence(index + 2)), sentence(20)]);
});

test("an opening paragraph that stands apart is put in front when the page's description quotes it", () => {
  const opening = "After weeks of talks the pilots of the harbour have had enough and stop their work on Monday.";
  const page = `<html><head><meta name="description" content="${opening}"></head><body><header><h1>Pilots vote</h1><div class="teaser">${opening}</div></header><article>${body}</article></body></html>`;
  expect(read(page)[0]).toBe(opening);
});

test("an empty page gives an empty text", () => {
  expect(read("<html><body><nav></nav></body></html>")).toEqual([""]);
});
