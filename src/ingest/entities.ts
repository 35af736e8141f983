import { Parser } from "htmlparser2";

/** Entities that a document's own DTD defines; SYSTEM and PUBLIC ones are never looked at. */
export type EntityTable = ReadonlyMap<string, string>;

const reference = /&(?:#(\d{1,8})|#x([0-9a-f]{1,7})|([a-z_][\w.-]{0,40}));/gi;

/** Decodes numeric, HTML and DTD entities once; what is no entity stays as it was written. */
export function decodeEntities(text: string, own?: EntityTable): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (decimal !== undefined) return fromCodePoint(Number.parseInt(decimal, 10));
    if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16));
    return own?.get(name ?? "") ?? decodeNamed(whole);
  });
}

/** 0x80–0x9F mean windows-1252 wherever people write them as numbers: HTML Standard, numeric character reference end state. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromCodePoint(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return windows1252[point - 0x80] ?? "";
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(point);
}

const known = new Map<string, string>();
/** HTML has 2,231 names; nonsense must not fill the memory. */
const maxKnown = 2_500;

function decodeNamed(whole: string): string {
  const cached = known.get(whole);
  if (cached !== undefined) return cached;
  let decoded = "";
  const parser = new Parser({ ontext: (text) => (decoded += text) }, { decodeEntities: true });
  parser.end(whole);
  if (known.size < maxKnown) known.set(whole, decoded);
  return decoded;
}
