import type { DomDocument, DomElement } from "./dom.ts";
import { plainTitle } from "./fields.ts";

export interface TitleHints {
  /** Titles that the page gives to machines, the most trusted first: JSON-LD, og:title, twitter:title. */
  readonly given: readonly (string | undefined)[];
  /** The outlet's name. */
  readonly site: string | undefined;
  readonly address?: string | undefined;
}

const headings = "h1, h2, h3, [itemprop~='headline'], .entry-title, .page-title, #page-title, .headline";
const mostHeadings = 60;

/** Points for a heading. Agreement with what the window's title says counts most; the values were tried on pages, only their order matters. */
const points = {
  agrees: 3,
  covers: 1.5,
  first: 1,
  second: 0.3,
  alone: 1.2,
  named: 0.6,
  declared: 1.2,
  early: 0.6,
  aside: -2,
  site: -3,
  tail: -2,
};
/** Below it no heading of the page is its headline, and the given title is taken. */
const enough = 2.2;

/** The headline as readers see it: the heading that agrees best with the page's titles; else the given title without the site's name. */
export function findHeadline(document: DomDocument, hints: TitleHints): string | undefined {
  const windowTitle = plainTitle(document.title);
  const given = hints.given.map((title) => plainTitle(title)).filter((title) => title !== undefined);
  const titles = [...given, ...(windowTitle === undefined ? [] : [windowTitle])];
  const best = scoreHeadings(document, titles, hints.site, findSitePart(windowTitle, hints.address))[0];
  if (best && best.score >= enough) return shorten(best.text, given);
  return withoutSite(titles[0], titles, hints.site) ?? best?.text;
}

/** A heading with its kicker or its standfirst in it → the part that the page itself calls its title. */
function shorten(heading: string, given: readonly string[]): string {
  return given.find((title) => isPartOf(title, heading)) ?? heading;
}

/** Words of a part that can stand for the whole, and letters that the rest has at least. */
const part = { words: 4, rest: 8 };

function isPartOf(title: string, heading: string): boolean {
  const [words, whole] = [wordsOf(title), wordsOf(heading).join(" ")];
  const folded = words.join(" ");
  if (words.length < part.words || whole.length <= folded.length + part.rest) return false;
  // A title that goes on behind a comma was only cut for machines.
  const isFront = whole.startsWith(`${folded} `) && /^\s*\p{Lu}/u.test(heading.slice(title.length));
  return isFront || whole.endsWith(` ${folded}`);
}

interface Heading {
  readonly text: string;
  readonly score: number;
}

/** Letters from which a host's label is telling: "www" and "com" are in many words. */
const tellingLabel = 4;

/** The part of the window's title that is the site's name, known by the site's address: "DimidoBlog" at dimido.example. */
function findSitePart(windowTitle: string | undefined, address: string | undefined): string | undefined {
  const parts = windowTitle?.split(marks) ?? [];
  const hosts = [...(address ?? "").matchAll(/https?:\/\/([^/]+)/g)].flatMap((match) => match[1]!.toLowerCase().split("."));
  const labels = hosts.map((label) => label.replaceAll("-", "")).filter((label) => label.length >= tellingLabel);
  return parts.length < 2 ? undefined : parts.find((part) => labels.some((label) => wordsOf(part).join("").includes(label)));
}

/** The best heading first. */
function scoreHeadings(
  document: DomDocument,
  titles: readonly string[],
  site: string | undefined,
  sitePart: string | undefined,
): readonly Heading[] {
  const elements = [...document.querySelectorAll(headings)].slice(0, mostHeadings);
  const wordsOfTitles = titles.map(wordsOf);
  const texts = elements.map((element) => plainTitle(element.textContent ?? undefined));
  const firsts = new Set(texts.filter((text, index) => text !== undefined && elements[index]!.tagName === "H1"));
  const headingsFound = elements.flatMap((element, index) => {
    const text = texts[index];
    if (text === undefined || text.length > 300) return [];
    const score =
      scoreAgreement(wordsOf(text), wordsOfTitles) +
      scorePlace(element, firsts.size === 1) +
      (index === texts.findIndex((each) => each !== undefined) ? points.early : 0) +
      (isSiteName(element, text, site) ? points.site : sitePart !== undefined && isSame(text, sitePart) ? points.tail : 0);
    return [{ text, score }];
  });
  return headingsFound.sort((a, b) => b.score - a.score);
}

const named = /headline|entry-title|article-?title|post-?title|page-?title/i;

function scorePlace(element: DomElement, alone: boolean): number {
  const isFirst = element.tagName === "H1";
  const level = isFirst ? points.first + (alone ? points.alone : 0) : element.tagName === "H2" ? points.second : 0;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
  return (
    level +
    (element.getAttribute("itemprop") === "headline" ? points.declared : named.test(names) ? points.named : 0) +
    (isAside(element) ? points.aside : 0)
  );
}

/** The site's own heading: its name, or a heading that leads to the front page. */
function isSiteName(element: DomElement, text: string, site: string | undefined): boolean {
  if (site !== undefined && isSame(text, site)) return true;
  const href = (element.querySelector("a[href]") ?? element.closest("a[href]"))?.getAttribute("href");
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return (
    (href != null && /^(?:\/|\.\/|(?:https?:)?\/\/[^/]+\/?(?:index\.\w+)?)$/i.test(href)) ||
    /site-?title|site-?name|blog-?title|logo|brand/i.test(names)
  );
}

function isAside(element: DomElement): boolean {
  for (let at: DomElement | null = element.parentElement; at; at = at.parentElement) {
    if (/^(?:nav|footer|aside)$/i.test(at.tagName)) return true;
  }
  return false;
}

/** How many of a heading's words the titles have, and how much of a title the heading covers: the best title counts. */
function scoreAgreement(words: readonly string[], titles: readonly (readonly string[])[]): number {
  if (words.length === 0) return 0;
  const scores = titles.map((title) => {
    const known = new Set(title);
    const shared = words.filter((word) => known.has(word)).length;
    return (points.agrees * shared) / words.length + (points.covers * shared) / Math.max(title.length, words.length);
  });
  return Math.max(0, ...scores);
}

const marks = /\s+[|–—·•»«:/\\│-]+\s+|\s*[|│»]\s*/u;
const longestSite = 60;

/** "Ports agree | Outlet" → "Ports agree": a part that is the site's name, or that another title of the page leaves out. */
function withoutSite(title: string | undefined, titles: readonly string[], site: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const parts = title.split(marks).filter((part) => part.trim() !== "");
  if (parts.length < 2) return title;
  const [front, back] = [parts[0]!, parts.at(-1)!];
  const isSite = (part: string): boolean => site !== undefined && (isSame(part, site) || site.toLowerCase().includes(part.toLowerCase()));
  const short = titles.find((other) => other !== title && other.length >= 8 && parts.some((part) => isSame(part, other)));
  if (short !== undefined) return short;
  if (isSite(front)) return title.slice(title.indexOf(parts[1]!));
  const ending = title.lastIndexOf(back);
  const head = title.slice(0, ending).replace(/[\s|–—·•»«:/\\│-]+$/u, "");
  const names = back.length <= longestSite && (isSite(back) || (site !== undefined && back.toLowerCase().includes(site.toLowerCase())));
  return names && head.length >= 8 ? head : title;
}

const isSame = (a: string, b: string): boolean => wordsOf(a).join(" ") === wordsOf(b).join(" ");

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
