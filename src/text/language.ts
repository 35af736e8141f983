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
 * BCP 47 primary language of a text, "und" when nothing tells it. The order of trust: what the source was declared to be, letters that
 * only one language has, what the page claims, n-grams (eld, loaded when first needed: 10 MB).
 */
export async function detectLanguage(text: string, hints: LanguageHints = {}): Promise<string> {
  const declared = primaryLanguage(hints.declared);
  if (declared) return declared;
  const sample = text.slice(0, sampleLength);
  const claimed = primaryLanguage(hints.claimed);
  const byLetters = languageByLetters(sample);
  if (byLetters) return byLetters;
  if (claimed && fitsScript(sample, claimed)) return claimed;
  return (await languageByNgrams(sample)) ?? claimed ?? "und";
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

const cyrillicLanguages = new Set(["uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"]);

function fitsScript(sample: string, lang: string): boolean {
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic + latin < 10) return true;
  return cyrillic > latin ? cyrillicLanguages.has(lang) : !new Set(["uk", "ru", "be", "bg", "mk"]).has(lang);
}

async function languageByNgrams(sample: string): Promise<string | undefined> {
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < 12) return undefined;
  const { eld } = await import("eld/extrasmall");
  const code = eld.detect(sample).language;
  return code === "" ? undefined : code;
}
