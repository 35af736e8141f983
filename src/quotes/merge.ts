/** Two carriers of one utterance, or two different ones? `same` = word for word; `variant` = one utterance, worded differently; else `other`. */
export type Likeness = "same" | "variant" | "other";

const negation =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n't|не|ні|ніколи|нет|ни|никогда|nicht|kein\p{L}*|nie|pas|jamais|aucun\p{L}*|ikke|aldri)$/u;

/** Share of the shorter one's words that the longer has in order, from which two wordings are one utterance. */
const sameUtterance = 0.75;

/** A dropped "not" or another number is never the same thing: it is shown as a different wording, not merged silently. */
export function compareWording(a: string, b: string): Likeness {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.join(" ") === y.join(" ")) return "same";
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 4) return "other";
  const share = commonInOrder(short, long) / short.length;
  return share >= sameUtterance ? "variant" : "other";
}

/** True when the wordings differ in a negation or a number: what a reader must see. */
export function differsInSubstance(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const telling = (words: readonly string[]): string => words.filter((word) => negation.test(word) || /\d/.test(word)).join(" ");
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return telling(short) !== telling(alignedPart(short, long));
}

/** The stretch of the longer wording that the shorter one covers: what was cut before and after it is no contradiction. */
function alignedPart(short: readonly string[], long: readonly string[]): readonly string[] {
  const from = long.indexOf(short[0] ?? "");
  const to = long.lastIndexOf(short.at(-1) ?? "");
  return from >= 0 && to >= from ? long.slice(from, to + 1) : long;
}

export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .match(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu) ?? [];

/** Length of the longest common subsequence; quotations are short, so the square is small. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  const cut = 200;
  const [x, y] = [a.slice(0, cut), b.slice(0, cut)];
  let before = new Array<number>(y.length + 1).fill(0);
  for (const word of x) {
    const row = [0];
    for (let j = 0; j < y.length; j++) row.push(word === y[j] ? before[j]! + 1 : Math.max(before[j + 1]!, row[j]!));
    before = row;
  }
  return before.at(-1) ?? 0;
}
