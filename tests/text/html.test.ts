import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToParagraphs, htmlToText, looksLikeHtml, plainToParagraphs, toLine } from "../../src/text/html.ts";

describe("HTML becomes paragraphs", () => {
  test.each([
    ["blocks part them", "<p>One.</p><div>Two.</div><ul><li>Three</li><li>Four</li></ul>", ["One.", "Two.", "Three", "Four"]],
    ["inline marks do not", "<p>A <b>bold</b> and <a href='x'>linked</a> word.</p>", ["A bold and linked word."]],
    ["entities are decoded", "<p>Caf&eacute; &amp; &#8220;quay&#8221;</p>", ["Café & “quay”"]],
    ["a single break in running text is a space", "<p>one line<br>goes on</p>", ["one line goes on"]],
    ["a break after a sentence parts", "<p>It ends.<br>It begins.</p>", ["It ends.", "It begins."]],
    ["two breaks part", "<p>one<br><br>two</p>", ["one", "two"]],
    ["quotation elements get their marks", "<p>She said <q>not yet</q>.</p>", ["She said “not yet”."]],
    [
      "scripts, styles and forms are silent",
      "<p>Text</p><script>var x = '<p>no</p>';</script><style>p{}</style><textarea>no</textarea>",
      ["Text"],
    ],
    ["cells stand apart", "<table><tr><td>one</td><td>two</td></tr></table>", ["one two"]],
    ["what shows nothing goes", "<p>so\u00adft zero\u200bwidth\u0000</p>", ["soft zerowidth"]],
    ["unclosed tags do no harm", "<p>One<p>Two<li>Three", ["One", "Two", "Three"]],
  ])("%s", (_name, html, paragraphs) => {
    expect(htmlToParagraphs(html)).toEqual(paragraphs);
  });

  test("one blank line stands between them", () => {
    expect(htmlToText("<p>One</p><p>Two</p>")).toBe("One\n\nTwo");
  });

  test("plain words come through whatever stands between them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 }),
        fc.constantFrom("p", "div", "li", "h2"),
        (words, tag) => {
          const html = words.map((word) => `<${tag}>${word}</${tag}>`).join("\n");
          expect(htmlToParagraphs(html)).toEqual(words);
        },
      ),
    );
  });

  test("no input makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "/", "a", "p", "&", ";", '"', "!", "-", " ", "q", "\0") }), (html) =>
        Array.isArray(htmlToParagraphs(html)),
      ),
    );
  });
});

test("plain text is parted by blank lines, or by lines where there are none", () => {
  expect(plainToParagraphs("one\ntwo\n\nthree\r\n\r\nfour")).toEqual(["one two", "three", "four"]);
  expect(plainToParagraphs("one\ntwo")).toEqual(["one", "two"]);
});

test("markup is told from signs that look like it", () => {
  expect(["<p>x</p>", "a &amp; b", "x<br/>y"].map(looksLikeHtml)).toEqual([true, true, true]);
  expect(["1 < 2 > 0", "R&D; done", "a <3 b"].map(looksLikeHtml)).toEqual([false, false, false]);
});

test("a line has no markup", () => {
  expect(toLine("<b>Bold</b>\n words &amp; more")).toBe("Bold words & more");
});
