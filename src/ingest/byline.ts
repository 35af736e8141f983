import { readDay } from "./daylines.ts";
import type { DomDocument, DomElement } from "./dom.ts";

/** Where pages put the author's name, the most telling first. */
const bylineSelectors = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  ".author-name, .byline-name, .byline__name, .article-author, .post-author, .entry-author, .vcard .fn",
  ".byline, .author, .autor, .auteur, .auteurs, .username",
  '[data-testid*="byline"], [class*="byline"], [class*="author"], [class*="Author"], [class*="autor"]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"], a[href*="/redaktion/"], a[href*="/profile/"]',
];

/** Names of blocks that hold other people than the author: commenters, writers of other articles, makers of the site. */
const otherPeople =
  /(?:^|[\s_-])(?:comments?|commentlist|comment-\S*|respond|kommentare?|commentaires?|comentarios|related|recommended|sidebar|widgets?|teasers?|colophon|site-info|site-footer)(?=$|[\s_-])/i;

const lead =
  /^(?:(?:(?:written|posted|published|reported|submitted) )?by|(?:(?:eingestellt|veröffentlicht|geschrieben|erstellt|verfasst|gespeichert) )?von|(?:(?:publié|écrit) )?par|(?:(?:escrito|publicado) )?por|di|door|av|af|skrevet av|przez|autor(?:ka|in|en)?|authors?|auteurs?(?:\(s\))?|redaktion|redacción|text|tekst|foto und text|текст|автор(?:ка)?)(?:\s*:\s*|\s+|$)/iu;
/** Elements asked for a name by one selector: an article names its author early. */
const mostElements = 200;
const longestName = 60;
const mostWords = 6;

/** What stands in an author's place and is no name: labels of forms and of dates, and stand-ins. */
const noNames =
  /^(?:name\b|e-?mail|your name|ihr name|posted|published|updated|no author|not known|unknown|anonymous|gast|guest|über den autor|about the author|alle artikel|mehr (?:von|zum)|more (?:from|by)|gesponserte|view |show |zeige|zum profil|zuletzt|geändert|aktualisiert|last |kommentar|comment|author|autor|admin$|log ?in|anmelden|follow)/iu;

/** What stands in an author's place for those who sign with no name. */
const desk =
  /^(?:redaktion|redazione|redacción|redactie|rédaction|redakcja|редакція|редакция|newsroom|editorial (?:team|staff|board)|staff (?:writer|reporter)s?)$/iu;

/** The author as the page shows it, without "By" and what stands behind the name. */
export function findByline(document: DomDocument): string | undefined {
  for (const [rank, selector] of bylineSelectors.entries()) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, mostElements)) {
      if (isAboutOthers(element)) continue;
      // A name by markup may be a nickname; a class that only mentions authors says less.
      const name = readName(textOf(element), rank < 5);
      if (name) return name;
    }
  }
  return undefined;
}

/** The element's own words; those of its parent too where it holds only the label "Author:". */
function textOf(element: DomElement): string {
  const text = element.getAttribute("content") ?? spacedText(element);
  const isLabel = text.trim() !== "" && text.replace(lead, "").trim() === "";
  return isLabel && element.parentElement ? spacedText(element.parentElement).slice(0, 200) : text;
}

/** Text with a space between elements: "By" and "Ilse Varn" are told apart by their boxes alone. */
function spacedText(element: DomElement): string {
  return [...element.childNodes].map((child) => (child.nodeType === 1 ? ` ${spacedText(child)} ` : (child.textContent ?? ""))).join("");
}

function isAboutOthers(element: DomElement): boolean {
  for (let at: DomElement | null = element; at; at = at.parentElement) {
    if (/^(?:html|body|main)$/i.test(at.tagName)) return false;
    if (/^(?:aside|nav|form)$/i.test(at.tagName)) return true;
    const names = `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`;
    if ((otherPeople.test(names) || (at.tagName === "FOOTER" && !/entry|post|article/i.test(names))) && !holdsArticle(at)) return true;
  }
  return false;
}

/** Where the headline or the one entry is inside, the block is the article, whatever its name ("with-sidebar", Blogger's "widget Blog"). */
function holdsArticle(element: DomElement): boolean {
  return element.querySelector("h1") !== null || [...element.querySelectorAll(".hentry")].length === 1;
}

/** "By Ilse Varn | Updated 10:15" → "Ilse Varn"; undefined where no name is left. A nickname in small letters counts only where markup vouches for it. */
export function readName(text: string, nickname = false): string | undefined {
  if (desk.test(text.trim())) return text.trim();
  const line =
    text
      .trim()
      .replace(/^[-–—•·|/\s]+/u, "")
      .replace(lead, "")
      .split(/\s*[\n|•·—]\s*|\s+[/–-]+\s+|\s{3,}/u)[0] ?? "";
  const name = line
    .replace(/\s+/g, " ")
    .replace(lead, "")
    .replace(/\s*[(@].*$/u, "")
    .replace(/^(\S+ \S+)\/.*$/u, "$1")
    .replace(/,? (?:on|am|le|el) ?(?:\p{Lu}\p{L}+,? (?:den )?)?\d.*$/u, "")
    .replace(/[,;]? \d.*$/u, "")
    .replace(/,? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?$/iu, "")
    .replace(/[\s,;:.-]+$/u, "");
  const words = name.split(" ");
  const begins = nickname && words.length <= 2 ? /^[\p{L}]/u : /^\p{Lu}/u;
  const figures = nickname ? /[@/:→*]/ : /[\d@/:→*]/;
  const isName =
    name.length >= 3 &&
    name.length <= longestName &&
    words.length <= mostWords &&
    begins.test(name) &&
    !figures.test(name) &&
    !noNames.test(name);
  return isName ? name : undefined;
}

const person = String.raw`\p{Lu}[\p{L}'’.-]+(?: (?:(?:von|van|de|der|den|del|di|da|du|le|la|v\.) )*\p{Lu}[\p{L}'’.-]*){1,3}`;
const signs =
  "[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Tt]ext|[Rr]edaktion|[Aa]utor(?:in)?|[Aa]uthor|[Aa]uteur|[Тт]екст|[Аа]втор(?:ка)?";
/** A name signed at the beginning of a line, behind a mark, or behind a day ("Posted on 12 March 2026 by Ilse Varn"). */
const signed = new RegExp(`^(?:(?<before>.{0,60})[\\s|–—•·/-])?(?:${signs})\\s*:?\\s+(?<name>${person})(?=$|[\\s,|(/–—•·-])`, "u");
const alone = new RegExp(`^${person}$`, "u");
const label = new RegExp(`^(?:${signs})\\s*:?$`, "u");
const longestSigned = 120;

/** The author in one of the short lines about a headline: "By Ilse Varn", "Ilse Varn, 12.03.2026". */
export function findSigned(lines: readonly string[]): string | undefined {
  for (const [index, line] of lines.entries()) {
    if (line.length > longestSigned) continue;
    const name = label.test(line) ? readName(lines[index + 1] ?? "") : (readSigned(line) ?? readBesideDay(line));
    if (name) return name;
  }
  return undefined;
}

/** A name in the line under one that is only "Author": in a box beside or below the article. */
export function findLabelled(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line, index) => label.test(line) && alone.test(withoutComma(lines[index + 1] ?? "")));
  return at < 0 ? undefined : readName(withoutComma(lines[at + 1]!));
}

const withoutComma = (line: string): string => line.replace(/\s*,$/, "");

function readSigned(line: string): string | undefined {
  const { before = "", name = "" } = signed.exec(line)?.groups ?? {};
  const isSign =
    /^(?:posted|published|written|reported|)$/i.test(before.trim()) || /[|–—•·/-]\s*$/u.test(before) || readDay(before) !== undefined;
  return isSign ? readName(name) : undefined;
}

function readBesideDay(line: string): string | undefined {
  if (readDay(line) === undefined) return undefined;
  const parts = line.split(/\s*(?:[,|•·–—]|\/+|\s-\s)\s*/u);
  const names = parts.filter((part) => alone.test(part) && readDay(part) === undefined);
  return names.length === 1 ? readName(names[0]!) : undefined;
}

/** News agencies whose mark stands behind the place an article begins with: "Hamburg (dpa/lno) – …". */
const agency =
  /^\p{Lu}[\p{L} ./-]{2,40}\s?\(((?:dpa|afp|ap|apa|reuters|epd|kna|sda|efe|ansa|pap|upi|ntb|ritzau|tt|belga|ukrinform|interfax|тасс|укрінформ)[\p{L}/,-]{0,12})\)\s*[-–—:]/iu;

/** The agency that an article's first words name; undefined where they name none. */
export function findAgency(lines: readonly string[]): string | undefined {
  return lines.map((line) => agency.exec(line)?.[1]).find((name) => name !== undefined);
}
