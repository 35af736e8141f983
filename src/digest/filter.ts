import type { Article } from "../model/article.ts";
import type { Filter } from "../model/delivery.ts";
import type { Story } from "../model/story.ts";

/** Characters of an article that a filter looks at, besides its title: the opening says what it is about. */
const openingLength = 1_000;

/**
 * True when a channel's own words let a story through: no exclude word in any of its articles, and an include word in at least one,
 * where there are include words. Words match at the beginning of a word and without regard to case ("ferr" finds "ferries").
 */
export function passesFilters(story: Story, filters: readonly Filter[]): boolean {
  const texts = story.articles.map(textOf);
  const holds = ({ pattern }: Filter): boolean => texts.some((text) => text.includes(` ${normalize(pattern)}`));
  const includes = filters.filter(({ mode }) => mode === "include");
  const excludes = filters.filter(({ mode }) => mode === "exclude");
  return !excludes.some(holds) && (includes.length === 0 || includes.some(holds));
}

const textOf = ({ title, text }: Article): string => ` ${normalize(`${title} ${text.slice(0, openingLength)}`)} `;

const normalize = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
