import { en } from "./en.ts";
import type { QuoteLanguage } from "./language.ts";
import { de, es, fr, nb, pl, ru, uk } from "./others.ts";

const languages: Readonly<Record<string, QuoteLanguage>> = { en, uk, ru, de, fr, es, pl, nb, no: nb, nn: nb };

/** The words of a language; undefined for one that Quoth does not know: its quotes are found, their speakers left unnamed. */
export const findLanguage = (lang: string): QuoteLanguage | undefined => languages[lang];
