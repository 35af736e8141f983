import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../src/ingest/decode.ts";

/** TextDecoder knows every encoding, TextEncoder only one: its table turned round. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (char) => byteOf.get(char) ?? 63);
}

const ukrainian = "Уряд схвалив нову програму підтримки малих міст. Її обговорювали два роки.";
const russian = "Правительство одобрило новую программу поддержки малых городов.";
const document = (text: string, declaration = ""): string => `${declaration}<rss><channel><title>${text}</title></channel></rss>`;

describe("without any label", () => {
  test.each([
    [ukrainian, ["windows-1251", "koi8-u", "x-mac-cyrillic"]],
    [russian, ["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"]],
    ["Міністерка сказала, що ґрунтові дороги відремонтують.", ["windows-1251", "koi8-u"]],
    ["Новини", ["windows-1251", "koi8-u"]],
    ["Die Gemeinde eröffnete am Montag die neue Brücke über den Fluß.", ["windows-1252"]],
    ["Le conseil a approuvé hier le budget de l'année prochaine à l'unanimité.", ["windows-1252"]],
    ["ממשלת העיר אישרה תקציב חדש לכבישים ולבתי הספר לאחר דיון ארוך", ["windows-1255"]],
    ["Η κυβέρνηση ενέκρινε νέο πρόγραμμα για τις μικρές πόλεις της χώρας", ["windows-1253"]],
    ["Rada przyjęła wczoraj budżet na przyszły rok, mówią źródła.", ["windows-1250"]],
  ])("%s is read in its old encodings", (text, encodings) => {
    for (const encoding of encodings) expect(decodeBytes(encode(document(text), encoding), { kind: "xml" }).text).toBe(document(text));
  });
});

describe("the order of trust", () => {
  test("valid UTF-8 beats every label", () => {
    const bytes = Buffer.from(document(ukrainian, '<?xml version="1.0" encoding="windows-1251"?>'));
    expect(decodeBytes(bytes, { kind: "xml", contentType: "text/xml; charset=koi8-r" }).text).toContain(ukrainian);
  });

  test("a label that says UTF-8 over bytes that are not is ignored", () => {
    const bytes = encode(document(russian, '<?xml version="1.0" encoding="utf-8"?>'), "koi8-r");
    expect(decodeBytes(bytes, { kind: "xml", contentType: "text/xml; charset=UTF-8" }).text).toContain(russian);
  });

  test("the header beats the declaration", () => {
    const bytes = encode(document(russian, '<?xml version="1.0" encoding="windows-1251"?>'), "koi8-r");
    expect(decodeBytes(bytes, { kind: "xml", contentType: "application/rss+xml; charset='koi8-r'" }).text).toContain(russian);
  });

  test("a page declares itself late and outside comments", () => {
    const head = `<html><head><!-- <meta charset="koi8-r"> -->${" ".repeat(1_500)}<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`;
    expect(decodeBytes(encode(`${head}<p>${russian}`, "windows-1251"), { kind: "html" }).text).toContain(russian);
  });

  test("a text cut in the middle of a letter is still UTF-8", () => {
    const bytes = Buffer.from(ukrainian.repeat(3));
    expect(decodeBytes(bytes.subarray(0, bytes.length - 2).subarray(0, 100), { kind: "text" })).toMatchObject({ encoding: "utf-8" });
  });

  test("labels that name nothing are as good as none", () => {
    expect(decodeBytes(Buffer.from("plain"), { kind: "xml", contentType: "text/xml; charset=bogus" })).toMatchObject({
      text: "plain",
      encoding: "utf-8",
    });
  });
});

describe("byte order marks and wide encodings", () => {
  const wide = (text: string, write: (view: DataView, at: number, point: number) => void, width: number): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * width));
    [...text].forEach((char, index) => {
      write(view, index * width, char.codePointAt(0) ?? 0);
    });
    return new Uint8Array(view.buffer);
  };
  test.each([
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${document(ukrainian)}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${document(ukrainian)}`, "utf16le")],
    ["UTF-16 LE without", Buffer.from(document(ukrainian), "utf16le")],
    ["UTF-16 BE", wide(document(ukrainian), (view, at, point) => view.setUint16(at, point, false), 2)],
    ["UTF-32 LE", wide(document(ukrainian), (view, at, point) => view.setUint32(at, point, true), 4)],
    ["UTF-32 BE", wide(document(ukrainian), (view, at, point) => view.setUint32(at, point, false), 4)],
  ])("%s", (_name, bytes) => {
    expect(decodeBytes(bytes, { kind: "xml" }).text).toBe(document(ukrainian));
  });
});

test("any bytes decode to something", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeBytes(bytes, { kind: "html" }).text === "string"));
});

test("UTF-8 text comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
      expect(decodeBytes(Buffer.from(`text ${text}`), { kind: "text" }).text).toBe(`text ${text}`);
    }),
  );
});
