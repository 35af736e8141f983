import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { Grammar } from "./grammar.ts";
import type { QuoteLanguage } from "./language.ts";
import { nb } from "./nb.ts";
import { pl } from "./pl.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const languages: Readonly<Record<string, QuoteLanguage>> = { en };
const grammars: Readonly<Record<string, Grammar>> = { uk, ru, de, fr, es, pl, nb, no: nb, nn: nb };

/** English, which is read by patterns of its own; undefined for a language that Quoth does not know: its quotes are found, their speakers left unnamed. */
export const findLanguage = (lang: string): QuoteLanguage | undefined => languages[lang];

/** The lists by which the clauses of the other languages are read. */
export const findGrammar = (lang: string): Grammar | undefined => grammars[lang];
