import type { Span } from "../../model/story.ts";
import type { QuoteLanguage } from "../languages/language.ts";
import { isGivenName } from "./gender.ts";

/** A name where it stands in the text, titles left off. */
export interface FoundName extends Span {
  readonly words: readonly string[];
  /** Title words that stood before it, in lower case. */
  readonly titles: readonly string[];
  readonly possessive: boolean;
  /** First words of a sentence or after a dateline: likely its subject. */
  readonly opening: boolean;
}

const particle = "(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|da|dos|di|af|ten|zu|y)";
const nameWord = "\\p{Lu}[\\p{L}’'\\-]*[\\p{L}]";
const nameSource = `(?:${nameWord}|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*)(?:\\s(?:${particle}\\s){0,2}(?:${nameWord}|\\p{Lu}\\.(?:\\p{Lu}\\.)*))*(?:,?\\s(?:Jr|Sr|III|II|IV)\\b\\.?)?`;
export const namePattern = new RegExp(nameSource, "gu");

/** Capitalised words that begin sentences or name times, never a person. */
const notNames = new Set(
  "the a an and but or so yet if as at by for from in into of on to with without this that these those it its he she they we i you his her their our my your there here when while where what who why how which after before since until during despite although though because then now also even still just only not no yes one two three four five six seven eight nine ten many most some all any each every both few several another other such more last next first second third monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december sept nov feb jan dec oct aug today yesterday tomorrow mr mrs ms dr asked said speaking according however meanwhile instead indeed earlier later once perhaps maybe well oh ok okay thank thanks let like unlike under over between among against about out up down off is are was were be been has have had do does did will would can could should may might must get got given asked people voters nearly less having right others neither nobody everyone everybody anybody somebody look watch please take apparently finally moreover whether things part none typically especially sometimes abstract editor".split(
    " ",
  ),
);

/** Peoples, parties and places that stand before a name as adjectives ("Republican Ann Lee", "Florida Gov. …"). */
const adjectives = new Set(
  "americans american republican republicans democrat democrats democratic gop florida texas california ohio iowa nevada virginia vermont georgia arizona michigan pennsylvania wisconsin colorado massachusetts maryland jersey york hampshire carolina dakota illinois indiana minnesota missouri tennessee kentucky louisiana alabama arkansas connecticut delaware oregon utah oklahoma kansas nebraska montana wyoming idaho hawaii alaska maine mississippi russian russians ukrainian ukrainians chinese mexican mexicans german germans french british european israeli iranian syrian syrians iraqi turkish polish norwegian islamic muslim muslims christian christians jewish hispanic hispanics latino latinos african-american african-americans asian arab conservative conservatives liberal liberals libertarian internet facebook twitter youtube instagram google god".split(
    " ",
  ),
);

const bodies =
  /(?:university|college|party|committee|commission|council|court|department|ministry|agency|association|federation|union|foundation|times|post|news|journal|herald|tribune|press|network|house|senate|congress|parliament|board|bureau|office|police|team|campaign|convention|examiner|register|globe|star|sun|mail|guardian|observer|review|report|reports)$/i;

/** Every name of a text, in order. */
export function findNames(text: string, language: QuoteLanguage): readonly FoundName[] {
  const headlines = findHeadlines(text);
  const found: (FoundName & { readonly headline: boolean })[] = [];
  const ordinary: FoundName[] = [];
  let headline = 0;
  for (const match of text.matchAll(namePattern)) {
    while (headline < headlines.length && headlines[headline]!.end <= match.index) headline++;
    const inHeadline = headline < headlines.length && headlines[headline]!.start <= match.index;
    if (isNoName(match[0], match.index, text)) continue;
    const name = trimName(match[0], match.index, text, language);
    if (name) found.push({ ...name, headline: inHeadline });
    else if (!match[0].includes(" ") && !inHeadline) ordinary.push(asName(match[0], match.index, text));
  }
  return linkKnown(found, ordinary, text, language);
}

/** Longer runs of capitals are shouting, or a list. */
const longestName = 120;

/** Shouting, contractions, party tags, chapter letters. */
const isNoName = (raw: string, at: number, text: string): boolean =>
  raw.length > longestName ||
  /^(?:I|We|You|They|He|She|It|Don|That|There|What|Who|Let|Here|Can|Won|Isn|Didn|Doesn|How|Where)[’'](?:m|ve|re|d|ll|s|t)$/.test(raw) ||
  /^[RDI]-\p{Lu}/u.test(raw) ||
  (/^\p{Lu}\p{Ll}{1,4}$/u.test(raw) &&
    /(?:\([RDI]-|,\s)$/.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\./.test(text.slice(at + raw.length)));

const asName = (word: string, start: number, text: string): FoundName => ({
  words: [word.replace(/[’']s?$/, "")],
  titles: [],
  start,
  end: start + word.replace(/[’']s?$/, "").length,
  possessive: /[’']s?$/.test(word),
  opening: opensSentence(text, start),
});

const smallWords = new Set(
  "the and for but nor via per with from over into than that this after before about against amid under upon onto when".split(" "),
);

/** Lines in which every word but the small ones has a capital: what looks like a name there proves nothing. */
function findHeadlines(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const words = (match[0].slice(0, 400).match(/\p{L}{3,}/gu) ?? []).filter((word) => !smallWords.has(word));
    if (words.length >= 4 && words.every((word) => /^\p{Lu}/u.test(word)))
      lines.push({ start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** A second look with the article's full names in hand: words before them are left off, and surnames that are ordinary words are kept. */
function linkKnown(
  found: readonly (FoundName & { readonly headline: boolean })[],
  ordinary: readonly FoundName[],
  text: string,
  language: QuoteLanguage,
): readonly FoundName[] {
  const counts = new Map<string, number>();
  for (const { words, headline } of found) if (words.length > 1 && !headline) counts.set(keyOf(words), (counts.get(keyOf(words)) ?? 0) + 1);
  const surnames = new Set([...counts.keys()].filter((key) => isGivenName(key.split(" ")[0] ?? "")).map(surnameOf));
  const lowWords = new Set(text.match(/(?<![\p{L}’'])\p{Ll}{3,}/gu));
  const lone = new Set(found.filter(({ words, headline }) => words.length === 1 && !headline).map(({ words }) => keyOf(words)));
  const linked = found.flatMap(({ headline, ...name }) => {
    const from = startOfPerson(name, { counts, surnames, lowWords });
    const left = from > 0 ? withoutFirst(name, from, text) : name;
    const key = keyOf(left.words);
    const known = counts.has(key) || surnames.has(key) || lone.has(key);
    return headline && !known ? [] : [left];
  });
  const kept = ordinary.filter(
    ({ words, opening, end }) =>
      surnames.has(keyOf(words)) && (!opening || language.verbs.includes(/^\s(\p{L}+)/u.exec(text.slice(end, end + 30))?.[1] ?? "")),
  );
  return kept.length === 0 ? linked : [...linked, ...kept].toSorted((a, b) => a.start - b.start);
}

interface Known {
  /** How often each full name stands in the text. */
  readonly counts: ReadonlyMap<string, number>;
  readonly surnames: ReadonlySet<string>;
  /** Words that the text also writes small. */
  readonly lowWords: ReadonlySet<string>;
}

/** At which word the person's own name begins: "Year Barack Obama", "Pastor Kevin Swanson", "Stop Trump". */
function startOfPerson({ words, opening }: FoundName, { counts, surnames, lowWords }: Known): number {
  if (words.length < 2 || bodies.test(words.at(-1) ?? "")) return 0;
  const own = counts.get(keyOf(words)) ?? 0;
  const first = words[0] ?? "";
  for (let from = 1; from <= words.length - 2; from++) if ((counts.get(keyOf(words.slice(from))) ?? 0) > (opening ? 0 : own)) return from;
  if (isGivenName(first) || /^\p{Lu}\.?$/u.test(first)) return 0;
  if (words.length === 2 && surnames.has(keyOf(words.slice(1))) && ((opening && own <= 1) || lowWords.has(first.toLowerCase()))) return 1;
  if (/^(?:San|St|Saint|Santa|Los|Las|Fort|Port|Mount|New|Camp|Lake|El)\.?$/.test(first)) return 0;
  const given = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isGivenName(word));
  return Math.max(given, 0);
}

function withoutFirst(name: FoundName, count: number, text: string): FoundName {
  let { start } = name;
  for (const word of name.words.slice(0, count)) start = nextWordStart(text, start + word.length);
  return { ...name, words: name.words.slice(count), start };
}

/** Letters of an honour, a degree or a seat behind a name: "Priya Raman KC". */
const postNominal = /^(?:KC|QC|SC|MP|MEP|MSP|TD|MBE|OBE|CBE|MD|PhD|CEO|CFO)$/;

/** Without sentence openers, adjectives, titles and a possessive ending. */
function trimName(raw: string, at: number, text: string, language: QuoteLanguage): FoundName | undefined {
  const possessive = /[’']s?$/.test(raw) && !/^\p{L}[’']/u.test(raw.slice(-4));
  const words = raw.replace(/[’']s?$/, "").split(/\s+/);
  const titles: string[] = [];
  const isTitle = (word: string): boolean => language.titles.includes(word.toLowerCase().replace(/\.$/, ""));
  let start = at;
  const drop = (count: number): void => {
    for (const word of words.splice(0, count)) {
      if (isTitle(word)) titles.push(word.toLowerCase().replace(/\.$/, ""));
      start = nextWordStart(text, start + word.length);
    }
  };
  const body = bodies.test(words.at(-1) ?? "");
  while (words.length > 0) {
    const word = words[0] ?? "";
    const plain = word.toLowerCase().replace(/\.$/, "");
    const goes =
      notNames.has(plain) ||
      (adjectives.has(plain) && !(body && words.length > 1)) ||
      (isTitle(word) && (words.length > 1 || text[start + word.length] === "."));
    if (
      !goes ||
      (isGivenName(plain) && words.length > 1 && !isTitle(word) && !adjectives.has(plain) && plain !== "may" && plain !== "april")
    )
      break;
    drop(1);
  }
  if (words.length > 2 && postNominal.test(words.at(-1) ?? "")) words.pop();
  const lastOwner = words.findLastIndex((word, index) => index < words.length - 1 && /[’']s$/.test(word));
  if (lastOwner >= 0) drop(lastOwner + 1);
  const lastTitle = body ? -1 : words.findLastIndex((word, index) => index < words.length - 1 && isTitle(word) && !isGivenName(word));
  if (lastTitle >= 0) drop(lastTitle + 1);
  if (words.length === 0 || (words.length === 1 && (words[0] ?? "").length < 2)) return undefined;
  const before = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  if (before && titles.length === 0 && language.titles.includes(before)) titles.push(before);
  const end = start + words.join(" ").length;
  return {
    words,
    titles,
    start,
    end,
    possessive: possessive || /^[’']s?\s/.test(text.slice(end, end + 3)),
    opening: opensSentence(text, at),
  };
}

const opensSentence = (text: string, at: number): boolean => /(?:^|[.!?:”"»\n]\s*|[–—-]\s)$/.test(text.slice(Math.max(0, at - 3), at));

function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s.,]/.test(text[at] ?? "")) at++;
  return at;
}

const tails = /^(?:jr|sr|ii|iii|iv)$/;
export const plainWord = (word: string): string => word.toLowerCase().replace(/[.,’']/g, "");
export const keyOf = (words: readonly string[]): string => words.map(plainWord).join(" ");

/** The last word of a key that is no "Jr.". */
export function surnameOf(key: string): string {
  const words = key.split(" ").filter((word) => !tails.test(word));
  return words.length > 1 ? (words.at(-1) ?? "") : key;
}
