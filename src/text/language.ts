import { scriptLanguages, smallWords } from "./language-words.ts";

/** What is known about a text's language before it is read. */
export interface LanguageHints {
  /** Declared by the source's setting: believed. */
  readonly declared?: string | undefined;
  /** What the page or feed says of itself: believed unless the letters speak against it. */
  readonly claimed?: string | undefined;
}

/** Enough letters to judge by; more only costs time. */
const sampleLength = 1_000;

/**
 * BCP 47 primary language of a text, "und" when nothing tells it. The order of trust: what the source was declared to be; letters and scripts
 * that only one language has; what the page claims, if its script agrees; small words; n-grams last (eld is loaded when first needed: 90 MB).
 */
export async function detectLanguage(text: string, hints: LanguageHints = {}): Promise<string> {
  const declared = primaryLanguage(hints.declared);
  if (declared) return declared;
  const sample = text.slice(0, sampleLength);
  const byLetters = languageByLetters(sample) ?? languageByScript(sample);
  if (byLetters) return byLetters;
  const claimed = primaryLanguage(hints.claimed);
  if (claimed && fitsScript(sample, claimed)) return claimed;
  return languageByWords(sample) ?? (await languageByNgrams(sample)) ?? claimed ?? "und";
}

/** "en" of "en-GB"; undefined when it is no language tag. */
export function primaryLanguage(tag: string | undefined): string | undefined {
  const match = /^\s*([a-z]{2,3})(?:[-_][\w-]*)?\s*$/i.exec(tag ?? "");
  const code = match?.[1]?.toLowerCase();
  return code === "und" || code === "mul" || code === "zxx" ? undefined : code;
}

/** Letters of one Cyrillic alphabet that the other lacks: a hard vote between Ukrainian, Russian and Belarusian. */
export function languageByLetters(sample: string): string | undefined {
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic < 4 || cyrillic < count(/\p{Script=Latin}/gu)) return undefined;
  const belarusian = count(/[ўЎ]/g);
  const ukrainian = count(/[їєґЇЄҐ]/g);
  const russian = count(/[ыэъёЫЭЪЁ]/g);
  const shared = count(/[іІ]/g);
  if (belarusian > 0 && ukrainian === 0) return "be";
  if (count(/[ђћџљњјЂЋЏЉЊЈ]/g) > 0 && ukrainian + russian === 0) return undefined;
  if (ukrainian + shared > russian) return "uk";
  if (russian > ukrainian + shared) return "ru";
  return undefined;
}

/** The language of a script that is written by one language alone; kana decides before Chinese characters do. */
function languageByScript(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return scriptLanguages.find(([script]) => (sample.match(script)?.length ?? 0) > letters * 0.3)?.[1];
}

const cyrillicLanguages = new Set(["uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"]);
/** Cyrillic alone; the others of the list above are written in Latin letters as well. */
const onlyCyrillic = new Set(["uk", "ru", "be", "bg", "mk"]);

function fitsScript(sample: string, lang: string): boolean {
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic + latin < 10) return true;
  return cyrillic > latin ? cyrillicLanguages.has(lang) : !onlyCyrillic.has(lang);
}

/** Small word → the languages that have it. */
const languagesOf: ReadonlyMap<string, readonly string[]> = buildIndex();

function buildIndex(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [lang, words] of Object.entries(smallWords))
    for (const word of words.split(" ")) index.set(word, [...(index.get(word) ?? []), lang]);
  return index;
}

/** A winner needs some evidence, and clearly more than the next. */
const leastScore = 1.5;
const leastLead = 1.4;

/** The language whose small words a text has; each word's vote is shared among the languages that have it. */
export function languageByWords(sample: string): string | undefined {
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const langs = languagesOf.get(word) ?? [];
    for (const lang of langs) scores.set(lang, (scores.get(lang) ?? 0) + 1 / langs.length);
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < leastScore) return undefined;
  return next && best[1] < next[1] * leastLead ? undefined : best[0];
}

async function languageByNgrams(sample: string): Promise<string | undefined> {
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < 12) return undefined;
  const { eld } = await import("eld/extrasmall");
  const code = eld.detect(sample).language;
  return code === "" ? undefined : code;
}
