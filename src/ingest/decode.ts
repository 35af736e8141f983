import jschardet from "jschardet";

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding that was used, lower case. */
  readonly encoding: string;
}

export interface DecodeHints {
  readonly contentType?: string | undefined;
  readonly kind: "xml" | "html" | "text";
}

/**
 * Bytes → text. Order of trust: byte order mark; valid UTF-8 with non-ASCII letters (proxies transcode and leave the label); HTTP charset;
 * the document's own declaration; a guess (jschardet, Cyrillic ties by letters). A label that says UTF-8 over bytes that are not is no label.
 */
export function decodeBytes(bytes: Uint8Array, hints: DecodeHints): Decoded {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const labels = [charsetOf(hints.contentType), declaredCharset(bytes, hints.kind)].map(knownEncoding);
  const utf8 = readUtf8(bytes);
  if (utf8 === "ascii") {
    const stateful = labels.find((label) => label === "iso-2022-jp" || label?.startsWith("utf-16"));
    return decodeAs(bytes, stateful ?? labels.find((label) => label !== undefined) ?? "utf-8");
  }
  if (utf8 === "valid") return decodeAs(bytes, "utf-8");
  const label = labels.find((name) => name !== undefined && name !== "utf-8");
  if (label) return decodeAs(bytes, label);
  if (utf8 === "damaged") return decodeAs(bytes, "utf-8");
  return decodeAs(bytes, guessEncoding(bytes));
}

/** The charset parameter of a Content-Type header. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? "")?.[1];
}

function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return readUtf8(bytes) === "invalid" ? undefined : decodeAs(bytes.subarray(3), "utf-8");
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeUtf32(bytes.subarray(4), true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes.subarray(4), false);
  if (a === 0xff && b === 0xfe) return decodeAs(bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeAs(bytes.subarray(2), "utf-16be");
  // The first character of a document is "<" (or white space): its zero bytes give the width away.
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return decodeUtf32(bytes, true);
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return decodeUtf32(bytes, false);
  if (a === 0x3c && b === 0 && d === 0) return decodeAs(bytes, "utf-16le");
  if (a === 0 && b === 0x3c && c === 0) return decodeAs(bytes, "utf-16be");
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Node's TextDecoder knows no UTF-32. */
function decodeUtf32(bytes: Uint8Array, little: boolean): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : "�");
  }
  return { text: parts.join(""), encoding: little ? "utf-32le" : "utf-32be" };
}

function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(aliases[label.toLowerCase()] ?? label).encoding;
  } catch {
    return undefined; // A label that names no encoding is as good as none.
  }
}

/** Names seen in the wild that the Encoding Standard does not list. */
const aliases: Readonly<Record<string, string>> = {
  cp1251: "windows-1251",
  win1251: "windows-1251",
  windows1251: "windows-1251",
  koi8r: "koi8-r",
  utf_8: "utf-8",
  utf: "utf-8",
  u8: "utf-8",
  "cp-866": "ibm866",
  cp949: "euc-kr",
  ms936: "gbk",
  cp936: "gbk",
  cp932: "shift_jis",
  cp950: "big5",
  mac_cyrillic: "x-mac-cyrillic",
};

/** What the document says of itself in its first bytes: an XML declaration, or a `<meta>` outside comments. */
function declaredCharset(bytes: Uint8Array, kind: DecodeHints["kind"]): string | undefined {
  if (kind === "text") return undefined;
  // 4096 bytes: the standard asks for 1024, real pages declare later.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString("latin1");
  const xml = /^[\s\S]{0,64}?<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  if (xml !== undefined || kind === "xml") return xml;
  return /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head.replace(/<!--[\s\S]*?-->/g, ""))?.[1];
}

/** "damaged" = UTF-8 with a few broken sequences (a cut in the middle of a letter), "invalid" = something else. */
function readUtf8(bytes: Uint8Array): "ascii" | "valid" | "damaged" | "invalid" {
  if (!bytes.some((byte) => byte >= 0x80)) return "ascii";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "valid";
  } catch {
    // Not strictly valid: count how much of it is.
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const letters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return letters > broken * 10 ? "damaged" : "invalid";
}

/** Enough to judge by, and bounded: a detector reads every byte. */
const guessBytes = 64 * 1024;

function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, guessBytes);
  const cyrillic = bestCyrillic(sample);
  if (cyrillic) return cyrillic;
  const guess = jschardet.detect(Buffer.from(sample), { minimumThreshold: 0 });
  return knownEncoding(guess.encoding ?? undefined) ?? "windows-1252";
}

const cyrillicEncodings = ["windows-1251", "koi8-u", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"] as const;

/** The Cyrillic encoding in which the bytes read as words, or undefined when they do in none. */
function bestCyrillic(bytes: Uint8Array): string | undefined {
  let best: { encoding: string; score: number } | undefined;
  for (const encoding of cyrillicEncodings) {
    const score = scoreCyrillic(new TextDecoder(encoding).decode(bytes));
    if (score > (best?.score ?? 0.75)) best = { encoding, score };
  }
  return best?.encoding;
}

/** Common letters of Ukrainian and Russian weigh most: about 80 % of running text. */
const common = new Set("оаеинтсрвлкмдпуяіьзбгйч");
const letters = new Set("абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґў");

/** −1..1: how much the non-ASCII characters look like words: small letters of these alphabets, capitals at the beginning only. */
function scoreCyrillic(text: string): number {
  let total = 0;
  let score = 0;
  let inside = false;
  for (const char of text) {
    const lower = char.toLowerCase();
    const isLetter = letters.has(lower);
    if (char > "\u007f") {
      total += 1;
      if (isLetter) score += lower === char ? (common.has(lower) ? 1 : 0.7) : inside ? -0.6 : 0.8;
      else score += /[«»„“”’—–…№\u00a0]/.test(char) ? 0.3 : -1;
    }
    inside = isLetter && lower === char ? true : isLetter && inside;
  }
  return total === 0 ? 0 : score / total;
}
