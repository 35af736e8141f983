import { en } from "./en.ts";
import { uk } from "./uk.ts";

/** Every sentence of the commands in one language; a new language is a folder beside these, a file that joins it, and a line here. */
export type Words = typeof en;

/** A question, in parts that are fit to be said back; dates as people write them. */
export interface QuestionWords {
  readonly words: string;
  readonly by?: string;
  readonly in?: string;
  readonly since?: string;
  readonly until?: string;
}

export const languages: Readonly<Record<string, string>> = { en: "English", uk: "Українська" };

const known: Readonly<Record<string, Words>> = { en, uk };

/** BCP 47 → words, English where the language is not known. */
export const wordsFor = (lang: string): Words => known[lang.toLowerCase().split("-")[0] ?? ""] ?? en;
