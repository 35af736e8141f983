import type { QuoteLanguage } from "../languages/language.ts";
import { findState } from "../languages/states-en.ts";
import type { FoundName } from "./names.ts";

/** What an article calls a person: the words to show, and the words by which it may mean them later ("the Vermont senator"). */
export interface Role {
  readonly role?: string;
  readonly words: ReadonlySet<string>;
}

export function findRole(names: readonly FoundName[], text: string, language: QuoteLanguage): Role {
  const apposed = findApposed(names, text, language);
  const after = apposed ? undefined : findAfter(names, text);
  const before = apposed ?? findBefore(names, text, language);
  const role = after ?? before;
  const tags = names.flatMap(({ end }) => partyTag(text.slice(end, end + 24)));
  const titles = names.flatMap(({ titles: each }) => each.map((title) => fullTitles[title] ?? title));
  return {
    ...(role === undefined ? {} : { role }),
    words: new Set([...titles, ...tags, ...headsOf(after), ...headsOf(before)]),
  };
}

const fullTitles: Readonly<Record<string, string>> = {
  sen: "senator",
  rep: "representative",
  gov: "governor",
  gen: "general",
  col: "colonel",
  lt: "lieutenant",
  dr: "doctor",
  prof: "professor",
  sgt: "sergeant",
  capt: "captain",
};

/** "NAME, ROLE," · "NAME (ROLE)" · "NAME is the ROLE": the article's own words. */
function findAfter(names: readonly FoundName[], text: string): string | undefined {
  for (const { end, words } of names) {
    if (words.length < 2) continue;
    const after = text.slice(end, end + 220);
    const match =
      /^,\s((?:(?:a|an|the|who is|his|her|its|their|one of)\s)?[^,.;:“”"()\n]*?\p{Ll}{3,}[^,.;:“”"()\n]*(?:,\s(?=of |for |at |and )[^,.;“”"\n]+)?)(?=[,.;]|\s[–—-]\s)/u.exec(
        after,
      ) ?? /^\sis\s((?:a|an|the)\s[^,.;:“”"()\n]{3,80})(?=[,.;])/u.exec(after);
    const role = match?.[1]?.trim();
    if (role && role.length <= 140 && !noRole.test(role)) return role;
  }
  return undefined;
}

/** What goes on with the sentence instead of naming an office: a clause, or a verb of what the person did or will do. */
const noRole =
  /^(?:(?:who|which|said|says|told|and|but|in|on|at|as|when|while|adding|speaking|whose|with|he|she|it|they|after|during|according|not|also|however|will|would|has|have|had|is|was|were|are|can|could|may|might|must|shall|should|did|does|do|\p{L}+ing)\b|\p{L}+ed\s(?:the|an?|his|her|its|their|him|it|them|that|this|to|in|on|at|with|for|by|from|against|about|over|when|as|last|no|any|all|down|up|out|off|back)\b)/iu;

/**
 * "The board's director, NAME, rejected it": the office comes first and the name is set off beside it, so what follows the second comma is
 * told of the person and is no role. The phrase must end in an office or in who does something ("a month later, NAME, …" names nobody).
 */
function findApposed(names: readonly FoundName[], text: string, { titles }: QuoteLanguage): string | undefined {
  for (const { start, end, words } of names) {
    if (words.length < 2 || !/^[,.]/.test(text.slice(end, end + 1))) continue;
    const role = apposition.exec(text.slice(Math.max(0, start - 120), start))?.[1];
    const head = role
      ?.replace(/\s(?:of|for|at|in|from|on)\s.*$/u, "")
      .split(/\s/)
      .at(-1)
      ?.toLowerCase();
    if (!role || !head || !(titles.includes(head) || (doer.test(head) && !times.test(head)))) continue;
    // "Its chair" tells nothing away from its sentence; "the chair" is what it says.
    return role.replace(/^(?:The|An?)\b/, (word) => word.toLowerCase()).replace(/^(?:his|her|its|their|our)\s/i, "");
  }
  return undefined;
}

const apposition =
  /(?:^|[.!?]["”’]?\s|\n|,\s)((?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s|\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,2}[’']s?\s)[\p{L}\p{N}’'&\s-]{3,80}),\s$/u;
const doer = /(?:head|chief|chair|\p{L}{2,}(?:or|er|ist|man|woman|person|ian|yst))$/u;
const times =
  /^(?:later|earlier|former|latter|other|another|winter|summer|quarter|dinner|matter|number|chapter|letter|paper|after|however|never)$/;

/** "Varn Courier columnist NAME", "former Florida Gov. NAME": capitalised words and offices right before the name. */
function findBefore(names: readonly FoundName[], text: string, language: QuoteLanguage): string | undefined {
  for (const { start, words } of names) {
    if (words.length < 2) continue;
    const before = wordsBefore(text, start);
    const last = before.at(-1)?.toLowerCase().replace(/\.$/, "") ?? "";
    if (!language.titles.includes(last) || /^(?:mr|mrs|ms|miss|sir|herr|frau|пан|пані)$/.test(last)) continue;
    let from = before.length - 1;
    while (from > 0 && isRoleWord(before[from - 1]!, language)) from--;
    while (/^(?:of|for|and|the)$/.test(before[from] ?? "")) from++;
    const role = before.slice(from).join(" ");
    if (role.length > 2) return role;
  }
  return undefined;
}

/** Up to eight words that stand right before a place, as far as nothing but words stands there. */
function wordsBefore(text: string, start: number): readonly string[] {
  const line = text.slice(Math.max(0, start - 90), start);
  if (!/\s$/.test(line)) return [];
  const words = line.trimEnd().split(/\s/).slice(-8);
  return words.slice(words.findLastIndex((word) => !/^(?:\p{Lu}[\p{L}.’&-]*|\p{Ll}+)$/u.test(word)) + 1);
}

const isRoleWord = (word: string, { titles }: QuoteLanguage): boolean =>
  /^\p{Lu}/u.test(word)
    ? !/[.!?]$/.test(word) || word.length <= 5
    : /^(?:former|deputy|senior|chief|vice|acting|longtime|veteran|then|of|for|presidential|campaign|general|press|political|national|state|communications|foreign|prime|defense|defence|attorney|law|political-science)$/.test(
        word,
      ) || titles.includes(word);

/** "(R-Fla.)", ", D-Mass.,": party and state. */
function partyTag(after: string): readonly string[] {
  const match = /^,?\s?\(?([RDI])-([\p{L}.]+)/u.exec(after);
  if (!match) return [];
  const state = findState(match[2] ?? "");
  const party = match[1] === "R" ? "republican" : match[1] === "D" ? "democrat" : "independent";
  return [party, ...(state ? state.toLowerCase().split(" ") : [])];
}

const headsOf = (role: string | undefined): readonly string[] =>
  (role?.toLowerCase().match(/\p{L}{3,}/gu) ?? []).slice(0, 10).map((word) => fullTitles[word] ?? word);
