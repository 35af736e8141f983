import type { Span } from "../../model/story.ts";
import type { Grammar } from "../languages/grammar.ts";
import { isAge } from "./description.ts";
import { givenGender, isPersonWord } from "./names.ts";
import { pronounGender } from "./phrase.ts";
import { sentenceStarts, type Token, tokenize } from "./tokens.ts";

export interface Part extends Span {
  readonly cued: boolean;
}

/** Cuts "A, — said X. — B" into A and B. */
export function partByCue(
  text: string,
  span: Span,
  grammar: Grammar,
  style: { readonly dash: boolean; readonly comma: boolean },
): readonly Part[] {
  const parts: Part[] = [];
  let from = span.start;
  for (;;) {
    const cue = findInnerCue(text, from, span.end, grammar, style);
    if (!cue) break;
    parts.push({ ...trimPart(text, from, cue.start), cued: true });
    if (cue.resume === undefined) return parts;
    from = cue.resume;
  }
  parts.push({ ...trimPart(text, from, span.end), cued: false });
  return parts;
}

interface InnerCue {
  readonly start: number;
  /** Where the words go on; undefined when they do not. */
  readonly resume: number | undefined;
}

/** Longest way from a dash or comma to its verb, in words. */
const cueReach = 6;

function findInnerCue(
  text: string,
  from: number,
  to: number,
  grammar: Grammar,
  style: { readonly dash: boolean; readonly comma: boolean },
): InnerCue | undefined {
  const borders = /(?:[,.!?…]\s?|\s|(?<=\S))[—–-](?=\s|\p{L})\s?|[,!?…]\s(?=\p{L})/gu;
  borders.lastIndex = from;
  for (let border = borders.exec(text); border && border.index < to; border = borders.exec(text)) {
    if (border.index <= from) continue;
    const byDash = /[—–-]/.test(border[0]);
    if (byDash ? !style.dash || !isCueDash(border[0], grammar) : !style.comma) continue;
    const begin = border.index + border[0].length;
    const clause = text.slice(begin, Math.min(to, begin + 260));
    const broken = grammar.commaCue && style.comma && /^[!?…]/.test(border[0]) && /^\p{Ll}/u.test(clause); // "Et la sécurité ? l'a interpellée …"
    if (!broken && !beginsWithCue(clause, grammar, byDash)) continue;
    const kept = /^[.!?…]/.exec(border[0])?.[0].length ?? 0; // "А завтра? — спросил …": the mark belongs to the words
    return { start: border.index + kept, resume: resumeAfter(text, begin, to, byDash, grammar) };
  }
  return undefined;
}

/** A hyphen inside a word is no dash; Spanish sets the dash close to the cue. */
function isCueDash(border: string, { code }: Grammar): boolean {
  return /\s[—–-]\s?$|[,.!?…]\s?[—–-]\s$/.test(border) || (code === "es" && /—$/.test(border));
}

function beginsWithCue(clause: string, grammar: Grammar, byDash: boolean): boolean {
  const words = tokenize(clause.slice(0, 90), 0, grammar);
  const verb = words.findIndex(({ lower }) => grammar.verbs.has(lower));
  if (verb < 0 && looksLikeCue(words, grammar, byDash)) return true;
  const reach = byDash ? cueReach : 3;
  if (verb < 0 || verb > reach) return false;
  const before = words.slice(0, verb);
  if (before.some(({ isWord }) => !isWord)) return false;
  if (byDash) return !/^\p{Lu}/u.test(clause) || before.length > 0;
  const next = words[verb + 1];
  return (
    before.every(({ lower }) => grammar.between.has(lower)) && (next === undefined || startsSubject(next.lower, next.capital, grammar))
  );
}

/** A word that no list has, in a verb's place, before a trade or a name: ", medgir prosjektleder X", "— кричал инспектор X". */
function looksLikeCue(words: readonly Token[], grammar: Grammar, byDash: boolean): boolean {
  const [first, ...rest] = words.filter(({ lower }) => !grammar.between.has(lower) && !/^(?:nie|не)$/.test(lower));
  if (!first?.isWord || first.capital || grammar.openers.has(first.lower) || grammar.prepositions.has(first.lower)) return false;
  if (
    byDash &&
    !(grammar.genderOfVerb?.he.test(first.lower) || grammar.genderOfVerb?.she.test(first.lower) || grammar.presentVerb?.test(first.lower))
  )
    return false;
  if (!byDash && grammar.code !== "nb") return false;
  if (!byDash && rest[0] && pronounGender(rest[0], grammar) && !(rest[1]?.isWord ?? false)) return true; // ", konkluderte han."
  const next = rest.slice(0, byDash ? 6 : 3);
  const name = next.findIndex(({ capital }) => capital);
  const trade = next.findIndex(({ lower }) => isPersonWord(lower, grammar));
  if (byDash && rest[0] && isAge(rest[0].lower)) return true;
  const isName = name >= 0 && (givenGender(next[name]!.text, grammar) !== undefined || (next[name + 1]?.capital ?? false));
  if (byDash && isName && next.slice(0, name).every(({ isWord }) => isWord)) return true;
  return name >= 0 && (byDash ? trade >= 0 || name <= 1 : trade === 0) && next.slice(0, name).every(({ isWord }) => isWord);
}

/** Norwegian sets nouns without an article: anything but "at" may be who speaks. */
function startsSubject(lower: string, capital: boolean, grammar: Grammar): boolean {
  if (grammar.code === "nb") return !/^(?:at|om|seg)$/.test(lower);
  return (
    capital ||
    grammar.pronouns.he.has(lower) ||
    grammar.pronouns.she.has(lower) ||
    grammar.pronouns.they.has(lower) ||
    grammar.definite.has(lower) ||
    grammar.indefinite.has(lower) ||
    grammar.between.has(lower) ||
    grammar.people.he.has(lower) ||
    grammar.people.she.has(lower) ||
    grammar.verbs.has(lower) ||
    (grammar.peopleEndings?.he.test(lower) ?? false) ||
    (grammar.peopleEndings?.she.test(lower) ?? false)
  );
}

/** Behind the cue the words go on after another dash; in French after a comma or, in a dashed line, after a full stop. */
function resumeAfter(text: string, begin: number, to: number, byDash: boolean, { code, dash: dashStyle }: Grammar): number | undefined {
  const rest = text.slice(begin, to);
  if (byDash) {
    const dash = code === "es" ? /—[.,;:]?\s/.exec(rest) : /[.,;:!?]?\s?[—–-]\s(?=\S)/.exec(rest.replace(/\p{L}-\p{L}/gu, "xxx"));
    if (!dash || (dashStyle === "sentence" && hasOwnSentence(rest.slice(0, dash.index)))) return undefined;
    return begin + dash.index + dash[0].length;
  }
  if (code !== "fr") return undefined;
  const next = /,\s(?=(?:mais|et|ou|car|donc|puis)\s)|\.\s(?=\p{Lu})/u.exec(rest);
  return next ? begin + next.index + next[0].length : undefined;
}

/** "– powiedziała Ewa. Wyszła. „…” – …": a sentence between cue and dash tells that the words had ended. */
const hasOwnSentence = (between: string): boolean => sentenceStarts(between).length > 1;

function trimPart(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s—–]/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}
