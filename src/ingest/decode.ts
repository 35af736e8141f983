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
function charsetOf(contentType: string | undefined): string | undefined {
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
  ms936: "gb18030",
  cp936: "gb18030",
  cp932: "shift_jis",
  cp950: "big5",
  mac_cyrillic: "x-mac-cyrillic",
  maccyrillic: "x-mac-cyrillic",
  cp874: "windows-874",
  cp866u: "ibm866",
  // The superset reads what its labels understate.
  gb2312: "gb18030",
  gbk: "gb18030",
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
  const guess = jschardet.detect(Buffer.from(sample), { minimumThreshold: 0 }).encoding ?? undefined;
  const isCyrillicGuess = /1251|koi8|8859-5|855|866|cyrillic/i.test(guess ?? "");
  return bestCyrillic(sample, isCyrillicGuess ? 0.3 : 0.62) ?? knownEncoding(guess) ?? "windows-1252";
}

const cyrillicEncodings = ["windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"] as const;

/** The Cyrillic encoding in which the bytes read most like words, or undefined when they do in none. */
function bestCyrillic(bytes: Uint8Array, least: number): string | undefined {
  let best: { encoding: string; score: number } | undefined;
  for (const encoding of cyrillicEncodings) {
    const score = scoreCyrillic(new TextDecoder(encoding).decode(bytes));
    if (score > (best?.score ?? least)) best = { encoding, score };
  }
  return best?.encoding;
}

/** Letters of Ukrainian, Russian, Belarusian and Bulgarian by how common they are: running text scores about 0.8, chance about 0.3. */
const letterWeight: ReadonlyMap<string, number> = new Map([
  ...[..."оаеинтрсвілк"].map((letter): [string, number] => [letter, 1]),
  ...[..."мдпуяыьгзбйчх"].map((letter): [string, number] => [letter, 0.4]),
  ...[..."жшюцщєїфў"].map((letter): [string, number] => [letter, -0.3]),
  ...[..."эъґё"].map((letter): [string, number] => [letter, -0.6]),
]);

/** −1..1: how much the non-ASCII characters look like words: small common letters, capitals only at the beginning, no Latin letter beside them. */
function scoreCyrillic(text: string): number {
  let total = 0;
  let score = 0;
  let before: "small" | "capital" | "latin" | "none" = "none";
  for (const char of text) {
    const lower = char.toLowerCase();
    const weight = letterWeight.get(lower);
    const kind = weight !== undefined ? (lower === char ? "small" : "capital") : /[a-z]/i.test(char) ? "latin" : "none";
    if (char > "\u007f") {
      total += 1;
      if (weight === undefined) score += /[«»„“”’—–…№\u00a0]/.test(char) ? 0.3 : -1;
      else if (before === "latin" || (kind === "capital" && before === "small")) score -= 0.8;
      else score += weight;
    } else if (kind === "latin" && (before === "small" || before === "capital")) score -= 0.8;
    before = kind;
  }
  return total === 0 ? 0 : score / total;
}
