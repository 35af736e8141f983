import { en } from "./en.ts";
import { uk } from "./uk.ts";

/** Every sentence of the commands in one language; a new language is a file beside these and a line here. */
export type Words = typeof en;

export const languages: Readonly<Record<string, string>> = { en: "English", uk: "Українська" };

const known: Readonly<Record<string, Words>> = { en, uk };

/** BCP 47 → words, English where the language is not known. */
export const wordsFor = (lang: string): Words => known[lang.toLowerCase().split("-")[0] ?? ""] ?? en;
