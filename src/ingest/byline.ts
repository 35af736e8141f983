import type { DomDocument } from "./dom.ts";

/** Where pages put the author's name, the most telling first. */
const bylineSelectors = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  ".author-name, .byline-name, .byline__name, .article-author, .post-author, .entry-author",
  ".byline, .author, .autor, .auteur, .vcard .fn",
  '[class*="byline"], [class*="author"]',
];

const lead =
  /^(?:(?:(?:written|posted|published) )?by|(?:(?:eingestellt|veröffentlicht|geschrieben|erstellt) )?von|par|por|di|door|av|af|autor(?:ka)?|author|auteur|текст|автор)(?:\s*:\s*|\s+|$)/iu;
const longestName = 60;
const mostWords = 6;

/** The author as the page shows it, without "By" and what stands behind the name. */
export function findByline(document: DomDocument): string | undefined {
  for (const selector of bylineSelectors) {
    for (const element of document.querySelectorAll(selector)) {
      const name = readName(element.textContent ?? "");
      if (name) return name;
    }
  }
  return undefined;
}

/** "By Ilse Varn | Updated 10:15" → "Ilse Varn"; undefined where no name is left. */
export function readName(text: string): string | undefined {
  const line = text.trim().split(/\s*[\n|•·—]\s*|\s{3,}/u)[0] ?? "";
  const name = line
    .replace(/\s+/g, " ")
    .replace(lead, "")
    .replace(/[\s,;:.-]+$/u, "")
    .replace(/,? (?:on|am|le) ?\d.*$/u, "");
  const words = name.split(" ");
  const isName =
    name.length >= 3 && name.length <= longestName && words.length <= mostWords && /^\p{Lu}/u.test(name) && !/[\d@/:→]/.test(name);
  return isName ? name : undefined;
}
