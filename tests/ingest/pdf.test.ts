import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "../../src/ingest/pdf.ts";
import { SourceError } from "../../src/model/errors.ts";
import { aPdf } from "../kit/pdf.ts";

test("a title in large letters, lines joined to paragraphs, a divided word mended", async () => {
  const page = [
    { text: "Pilots vote for a strike", y: 740, size: 20 },
    { text: "The pilots of the harbour voted on Monday after the nego-", y: 700 },
    { text: "tiations about the night watch had led nowhere.", y: 688 },
    { text: "Shippers fear for their timetables.", y: 660 },
    { text: "Every hour at anchor costs.", y: 648 },
  ];
  expect(await readPdf(aPdf([page]))).toEqual({
    title: "Pilots vote for a strike",
    paragraphs: [
      "The pilots of the harbour voted on Monday after the negotiations about the night watch had led nowhere.",
      "Shippers fear for their timetables. Every hour at anchor costs.",
    ],
  });
});

test("a sentence goes on in the next column and on the next page", async () => {
  const first = [
    { text: "The pilots of the harbour", y: 100 },
    { text: "voted on Monday", x: 320, y: 700 },
  ];
  const second = [{ text: "for a strike.", y: 700 }];
  expect((await readPdf(aPdf([first, second]))).paragraphs).toEqual(["The pilots of the harbour voted on Monday for a strike."]);
});

test("a paragraph begins at an indented line behind a full stop", async () => {
  const page = [
    { text: "The pilots voted.", y: 700 },
    { text: "Shippers fear for their timetables.", x: 84, y: 688 },
  ];
  expect((await readPdf(aPdf([page]))).paragraphs).toHaveLength(2);
});

test("running heads and page numbers are no part of the text", async () => {
  const pages = [1, 2, 3].map((number) => [
    { text: "The Quay Post, 12 March 2026", y: 770 },
    { text: `Part ${"one two three".split(" ")[number - 1]} of the story ends here.`, y: 700 },
    { text: String(number), x: 300, y: 30 },
  ]);
  expect((await readPdf(aPdf(pages))).paragraphs.join(" ")).toBe(
    "Part one of the story ends here. Part two of the story ends here. Part three of the story ends here.",
  );
});

test("pictures of pages are said to be that", async () => {
  await expect(readPdf(aPdf([[]]))).rejects.toThrow("The PDF holds pictures of pages, no text.");
});

test("what only begins like a PDF is read or refused in plain words", async () => {
  const good = aPdf([[{ text: "The pilots voted on Monday.", y: 700 }]]);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.uint8Array({ maxLength: 40 }), async (at, noise) => {
      const broken = Buffer.from(good);
      broken.set(noise.slice(0, broken.length - at), at);
      const answer = await readPdf(broken).catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toBeInstanceOf(SourceError);
    }),
    { numRuns: 40 },
  );
});
