import { splitSentences } from "../text/sentences.ts";

export type FaultKind = "number" | "name" | "new denial" | "lost denial" | "quotation";

/** What a claim has that its evidence does not. */
export interface Fault {
  readonly kind: FaultKind;
  /** For a reader: "the number 14 is not in the source". */
  readonly words: string;
}

/** Reasons in words why a claim is not supported by its evidence; none = it stands. Numbers, names, negations and quotations must occur in it. */
export const ground = (claim: string, evidence: string, lang: string): readonly string[] =>
  findFaults(claim, evidence, lang).map(({ words }) => words);

export function findFaults(claim: string, evidence: string, lang: string): readonly Fault[] {
  const faults = (kind: FaultKind, found: readonly string[]): readonly Fault[] => found.map((words) => ({ kind, words }));
  return [
    ...faults("number", findNewNumbers(claim, evidence)),
    ...faults("name", findNewNames(claim, evidence, lang)),
    ...findDenials(claim, evidence),
    ...faults("quotation", findNewQuotes(claim, evidence)),
  ];
}

/** 1 000, 1,000 and 1.000 are one number; so are 3,5 and 3.5. */
export function numbersIn(text: string): readonly string[] {
  const found = text.match(/\d+(?:[\s.,’\u00a0\u202f]\d{3})*(?:[.,]\d+)?/g) ?? [];
  return found.map((number) => number.replace(/[\s.,’\u00a0\u202f](?=\d{3}(?!\d))/g, "").replace(",", "."));
}

function findNewNumbers(claim: string, evidence: string): readonly string[] {
  const known = new Set(numbersIn(evidence));
  return numbersIn(claim)
    .filter((number) => !known.has(number))
    .map((number) => `the number ${number} is not in the source`);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’']s\b/g, "");

/** Capitalised words inside a sentence; its first word says nothing. German capitalises every noun: there only what the source lacks altogether counts. */
function findNewNames(claim: string, evidence: string, lang: string): readonly string[] {
  const known = plain(evidence);
  return splitSentences(claim, lang).flatMap(({ start, end }) => {
    const words = [...claim.slice(start, end).matchAll(/(?<=[\s(“"„«])\p{Lu}[\p{L}’'-]+/gu)].map((match) => match[0]);
    return words
      .filter((word) => !known.includes(plain(word).slice(0, Math.max(4, plain(word).length - 2))))
      .map((word) => `the name ${word} is not in the source`);
  });
}

const negation =
  /(?<!\p{L})(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n[’']t|не|ні|ніколи|немає|нет|ни|никогда|nicht|kein\p{L}*|nie|niemals|pas|jamais|aucun\p{L}*|sin|nunca|ningún|ninguna|nigdy|bez|ikke|aldri|ingen)(?!\p{L})/giu;

function findDenials(claim: string, evidence: string): readonly Fault[] {
  const [own, source] = [claim.match(negation)?.length ?? 0, evidence.match(negation)?.length ?? 0];
  if (own > 0 && source === 0) return [{ kind: "new denial", words: "it denies what the source does not deny" }];
  const isLost = own === 0 && source > 0 && !canBeLeftOff(claim, evidence);
  return isLost ? [{ kind: "lost denial", words: "it leaves out a negation of the source" }] : [];
}

/** A negation in a sentence of the evidence that the claim does not speak of is no loss. */
function canBeLeftOff(claim: string, evidence: string): boolean {
  const words = new Set(plain(claim).match(/\p{L}{4,}/gu) ?? []);
  const denied = evidence.split(/(?<=[.!?;])\s+|,\s/).filter((part) => new RegExp(negation.source, "iu").test(part));
  return denied.every((part) => {
    const own = plain(part).match(/\p{L}{4,}/gu) ?? [];
    return own.length === 0 || own.filter((word) => words.has(word)).length / own.length < 0.5;
  });
}

/** Words in quotation marks must stand in the source, marks and spaces aside. */
function findNewQuotes(claim: string, evidence: string): readonly string[] {
  const fold = (text: string): string =>
    text
      .replace(/[“”„«»"]/g, "")
      .replace(/[’‘]/g, "'")
      .replace(/\s+/g, " ")
      .toLowerCase();
  const known = fold(evidence);
  return [...claim.matchAll(/[“„«"]([^“”„«»"]{3,})[”“»"]/g)]
    .map((match) => (match[1] ?? "").trim().replace(/[.,]$/, ""))
    .filter((quote) => !known.includes(fold(quote)))
    .map((quote) => `“${quote}” is not in the source word for word`);
}
